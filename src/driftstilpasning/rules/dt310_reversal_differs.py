"""A reversal does not undo exactly what it reverses."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.references import references, rings
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each reversal that is still on the road and not the mirror image, year by year."""
    if workspace.plan is None:
        return
    period = workspace.plan.value.period
    in_rings = {identifier for ring in rings(workspace, "reverses") for identifier in ring}
    for reference in references(workspace, "reverses"):
        measure, other = reference.located.value, reference.other
        if other is None or other is reference.located or not measure.status.alive:
            continue
        if measure.id in in_rings and other.value.id in in_rings:  # which is to undo which, nobody can know
            continue
        here = {year: measure.in_year(year, period) for year in period}
        there = {year: other.value.in_year(year, period) for year in period}
        years = [year for year in period if here[year] != -there[year]]
        if years:
            last = years[-1]
            facts = {"other": other.value.id, "years": years, "year": last, "here": here[last], "there": there[last]}
            yield Finding(reference.located.at("reverses"), facts)


RULE = Rule(
    code="DT310",
    name="reversal-differs",
    severity=Severity.WARNING,
    message=Text(
        nb="tiltaket opphever ikke {other} i {years}: {here} mot {there} i {year}",
        nn="tiltaket opphevar ikkje {other} i {years}: {here} mot {there} i {year}",
        en="the measure does not undo {other} in {years}: {here} against {there} in {year}",
    ),
    why=Text(
        nb="En reversering har sine egne beløp med motsatt fortegn. Er de ikke like store, blir det stående igjen en "
        "rest som ingen har vedtatt, eller reverseringen gjelder bare en del av tiltaket.",
        nn="Ei reversering har sine eigne beløp med motsett forteikn. Er dei ikkje like store, vert det ståande att "
        "ein rest som ingen har vedteke, eller reverseringa gjeld berre ein del av tiltaket.",
        en="A reversal has amounts of its own with the other sign. Unless they are as large, something is left that "
        "nobody decided, or the reversal concerns only a part of the measure.",
    ),
    help=Text(
        nb="skriv beløpene til {other} med motsatt fortegn; gjelder det bare en del, skriv etter feltet:\n"
        '# dt: ignore DT310 reason="…"',
        nn="skriv beløpa til {other} med motsett forteikn; gjeld det berre ein del, skriv etter feltet:\n"
        '# dt: ignore DT310 reason="…"',
        en="write the amounts of {other} with the other sign; if it undoes only a part, write after the field:\n"
        '# dt: ignore DT310 reason="…"',
    ),
    check=check,
    good="# measures/a.yaml\nid: KU-03\neffect: {annual: 220, from: 2014-01}\n"
    "# measures/b.yaml\nid: KU-04\neffect: {annual: -220, from: 2014-01}\nreverses: KU-03\n",
    bad="# measures/a.yaml\nid: KU-03\neffect: {annual: 220, from: 2014-01}\n"
    "# measures/b.yaml\nid: KU-04\neffect: {annual: -200, from: 2014-01}\nreverses: KU-03  # DT310@11\n",
)
