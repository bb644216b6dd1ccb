"""A text goes on after the quotation mark or bracket that ended it."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fields import FREE_TEXTS, quoted
from driftstilpasning.rules.support.fixes import in_line
from driftstilpasning.rules.support.lines import whole_field
from driftstilpasning.text import Text

_WHOLE = Text(
    nb="sett hele teksten i anførselstegn:\n{rewrite}",
    nn="set heile teksten i hermeteikn:\n{rewrite}",
    en="put the whole text in quotation marks:\n{rewrite}",
)


def tell(problem: Problem) -> Finding:
    """The text, where it goes on, with the whole of it in quotation marks."""
    sign, field = problem.facts["sign"], whole_field(problem.where)
    if sign not in ("'", '"') or field is None or not field["rest"].startswith(sign):
        return Finding(problem.where, problem.facts)
    rest = field["rest"]
    text = rest[1:-1] if sign == "'" == rest[-1] else rest  # an apostrophe within, not a quotation at the start
    certain = (rest.count(sign), rest.endswith(sign)) in ((2, False), (3, sign == "'")) and "\\" not in rest
    fix = in_line(problem.where, rest, quoted(text)) if certain and field["key"] in FREE_TEXTS else None
    facts = {**problem.facts, "rewrite": f"{field['key']}: {quoted(text)}"}
    return Finding(problem.where, facts, help=_WHOLE, fix=fix)


RULE = Rule(
    code="DT025",
    name="text-after-value",
    severity=Severity.ERROR,
    message=Text(
        nb="det står mer etter «{sign}», der verdien slutter",
        nn="det står meir etter «{sign}», der verdien sluttar",
        en="there is more after `{sign}`, where the value ends",
    ),
    why=Text(
        nb="Det som står i anførselstegn eller klammer, er hele verdien. Står det mer etter, kan ingen vite hva som er "
        "ment, og filen kan ikke leses.",
        nn="Det som står i hermeteikn eller klammer, er heile verdien. Står det meir etter, kan ingen vite kva som er "
        "meint, og fila kan ikkje lesast.",
        en="What stands in quotation marks or brackets is the whole value. With more after it nobody can know what is "
        "meant, and the file cannot be read.",
    ),
    help=Text(
        nb="ta bort det som står etter «{sign}», eller sett hele teksten i anførselstegn",
        nn="ta bort det som står etter «{sign}», eller set heile teksten i hermeteikn",
        en="remove what stands after `{sign}`, or put the whole text in quotation marks",
    ),
    check=reported(tell),
    good="title: '«Ny» ordning for innkjøp'\n",
    bad='title: "Ny" ordning for innkjøp  # DT025@13\n',
)
