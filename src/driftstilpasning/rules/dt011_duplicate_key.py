"""The same key stands twice in one mapping."""

import re

from driftstilpasning.diagnostic import Fix, Location, Problem, Related, Severity
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import Finding, Rule, reported_in_plan
from driftstilpasning.rules.support.fixes import without_line
from driftstilpasning.text import Text

_HERE = Text(nb="her står «{line}»", nn="her står «{line}»", en="here it says `{line}`")
_OTHER_YEAR = Text(
    nb="mente du {year}? Det året mangler; er det samme år to ganger, så ta bort det ene",
    nn="meinte du {year}? Det året manglar; er det same år to gonger, så ta bort det eine",
    en="did you mean {year}? That year is missing; if it is the same year twice, remove one of the two",
)
_ITEM = Text(
    nb="her begynner et nytt punkt i listen, men det mangler «- » foran «{key}»",
    nn="her byrjar eit nytt punkt i lista, men det manglar «- » framfor «{key}»",
    en="a new item of the list begins here, but there is no `- ` before `{key}`",
)
_DASH = Text(
    nb="skriv «- » foran, der punktene ellers begynner:\n- {line}",
    nn="skriv «- » framfor, der punkta elles byrjar:\n- {line}",
    en="write `- ` before it, where the other items begin:\n- {line}",
)
_DASHES = Text(
    nb="skriv «- » foran hvert punkt, også det første:\n- {line}",
    nn="skriv «- » framfor kvart punkt, det fyrste òg:\n- {line}",
    en="write `- ` before each item, the first too:\n- {line}",
)
_YEAR = re.compile(r"[0-9]{4}")


def tell(problem: Problem, plan: Plan | None) -> Finding:
    """The later key, beside what the first says; it goes where its whole line says the same."""
    first = Location(problem.where.document, exact=problem.facts["at"])
    here = Related(first, _HERE, {"line": first.place.text.strip()})
    facts = {name: problem.facts[name] for name in ("key", "first", "at")}
    if problem.facts["begins"]:
        dash = _DASH if problem.facts["place"] == "item" else _DASHES
        facts["line"] = problem.where.place.text.strip()
        return Finding(problem.where, facts, message=_ITEM, help=dash, related=(here,))
    year = _missing_year(problem, plan)
    if year is not None:
        return Finding(problem.where, {**facts, "year": year}, help=_OTHER_YEAR, related=(here,))
    return Finding(problem.where, facts, related=(here,), fix=_fix(problem, plan))


def _missing_year(problem: Problem, plan: Plan | None) -> str | None:
    """The year of the plan that most likely was meant: the next that does not stand there."""
    key, present = problem.facts["key"], problem.facts["keys"]
    if plan is None or _YEAR.fullmatch(key) is None:
        return None
    missing = [str(year) for year in plan.period if str(year) not in present]
    return next((year for year in missing if year > key), missing[0] if missing else None)


def _fix(problem: Problem, plan: Plan | None) -> Fix | None:
    """Without the later line, unless it may be part of another record, or its year another one mistyped."""
    facts = problem.facts
    if not facts["alone"] or facts["place"] == "item":
        return None
    if _YEAR.fullmatch(facts["key"]) and plan is None:
        return None  # nobody knows which years there are
    return without_line(problem.where, facts["first"])


RULE = Rule(
    code="DT011",
    name="duplicate-key",
    severity=Severity.ERROR,
    message=Text(
        nb="«{key}» står to ganger; den første er på linje {first}",
        nn="«{key}» står to gonger; den fyrste er på linje {first}",
        en="`{key}` stands twice; the first is on line {first}",
    ),
    why=Text(
        nb="Andre program bruker den siste verdien uten å si fra. Slik ble 900 en gang til 1900 i et budsjett. "
        "dt velger ikke for deg.",
        nn="Andre program bruker den siste verdien utan å seie frå. Slik vart 900 ein gong til 1900 i eit budsjett. "
        "dt vel ikkje for deg.",
        en="Other programs use the last value without a word. That is how 900 once became 1900 in a budget. "
        "dt does not choose for you.",
    ),
    help=Text(
        nb="ta bort den ene «{key}»; andre program ville ha brukt denne, den siste",
        nn="ta bort den eine «{key}»; andre program ville ha brukt denne, den siste",
        en="remove one of the two `{key}`; other programs would have used this one, the last",
    ),
    check=reported_in_plan(tell),
    good="effect: {annual: 900}\n",
    bad="effect:\n  annual: 900\n  annual: 1900  # DT011@3\n",
)
