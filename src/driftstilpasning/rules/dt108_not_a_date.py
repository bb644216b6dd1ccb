"""A year, a month or a day is written in another way."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Finding, Rule, reported_in_plan
from driftstilpasning.rules.support.dates import day, month
from driftstilpasning.rules.support.fields import named
from driftstilpasning.rules.support.fixes import replacing
from driftstilpasning.rules.support.required import in_plan
from driftstilpasning.text import Text

_MIXED = Text(
    nb="skriv enten annual og from, eller ett beløp for hvert år",
    nn="skriv anten annual og from, eller eitt beløp for kvart år",
    en="write either annual and from, or one amount for each year",
)
_WRITE = Text(
    nb="skriv {rewrite}",
    nn="skriv {rewrite}",
    en="write {rewrite}",
)
_MEANT = {"2013-08": month, "2013-06-10": day}


_WHAT = {
    "2013": Text(nb="et årstall", nn="eit årstal", en="a year"),
    "2013-08": Text(nb="en måned", nn="ein månad", en="a month"),
    "2013-06-10": Text(nb="en dato", nn="ein dato", en="a date"),
}


def tell(problem: Problem, plan: Plan | None) -> Finding:
    """The value or key, and what was meant; several keys of one field are one finding."""
    facts = named(problem)
    facts |= {"value": ", ".join((facts["value"], *facts["more"])), "what": _WHAT[facts["form"]]}
    mixed = problem.where.path[0] == "effect" and problem.where.path[-1] in ("annual", "from") and problem.where.key
    meant = _MEANT.get(facts["form"])
    facts["form"] = in_plan(facts["form"], plan)
    facts["rewrite"] = meant(str(problem.facts["value"])) if meant is not None else None
    fix = replacing(problem.where, facts["rewrite"]) if facts["rewrite"] else None
    return Finding(problem.where, facts, help=_MIXED if mixed else _WRITE if facts["rewrite"] else None, fix=fix)


RULE = Rule(
    code="DT108",
    name="not-a-date",
    severity=Severity.ERROR,
    message=Text(
        nb="«{value}» er ikke {what}",
        nn="«{value}» er ikkje {what}",
        en="`{value}` is not {what}",
    ),
    why=Text(
        nb="En dato som 01.02.13 kan leses på flere måter, og en måned feil flytter penger mellom budsjettår. Derfor "
        "er det én måte å skrive dem på.",
        nn="Ein dato som 01.02.13 kan lesast på fleire måtar, og ein månad feil flyttar pengar mellom budsjettår. "
        "Difor er det éin måte å skrive dei på.",
        en="A date such as 01.02.13 can be read in several ways, and a month too many moves money between budget "
        "years. So there is one way to write them.",
    ),
    help=Text(
        nb="skriv {what} på formen {form}",
        nn="skriv {what} på forma {form}",
        en="write {what} in the form {form}",
    ),
    check=reported_in_plan(tell),
    good="effect: {annual: 400, from: 2013-08}\n",
    bad="effect:\n  annual: 400\n  from: august 2013  # DT108@9\n",
)
