"""A sector's frame is given for a year outside the plan."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Finding]:
    """The first such year of each row, naming them all."""
    if workspace.plan is None:
        return
    period = workspace.plan.value.period
    for identifier, sector in workspace.plan.value.sectors.items():
        for field, amounts in (("wanted", sector.wanted), ("available", sector.available)):
            outside = [year for year in amounts if year not in period]
            if outside:
                where = workspace.plan.at("sectors", identifier, field, str(outside[0]), key=True)
                facts = {"field": field, "sector": sector.name, "years": sorted(outside), "period": str(period)}
                yield Finding(where, facts)


RULE = Rule(
    code="DT513",
    name="frame-year-outside-period",
    severity=Severity.WARNING,
    message=Text(
        nb="«{field}» for {sector} i {years} ligger utenfor økonomiplanen {period}",
        nn="«{field}» for {sector} i {years} ligg utanfor økonomiplanen {period}",
        en="`{field}` of {sector} in {years} lies outside the plan {period}",
    ),
    why=Text(
        nb="Rammene sammenlignes med tiltakene år for år. Et år utenfor planen blir ikke vist, og er det skrevet "
        "feil, mangler rammen for det riktige året.",
        nn="Rammene vert samanlikna med tiltaka år for år. Eit år utanfor planen vert ikkje vist, og er det skrive "
        "feil, manglar ramma for det rette året.",
        en="Frames are compared with the measures year by year. A year outside the plan is not shown, and if it is "
        "mistyped the right year has no frame.",
    ),
    help=Text(
        nb="rett {years} til et år i {period}, eller ta det bort",
        nn="rett {years} til eit år i {period}, eller ta det bort",
        en="change {years} to a year in {period}, or remove it",
    ),
    check=check,
    good="# budgets/plan.yaml\nsectors: {oppvekst: {name: Oppvekst, wanted: {2013: 127000}}}\n",
    bad="# budgets/plan.yaml\nsectors:\n  oppvekst:\n    name: Oppvekst\n    wanted:\n      2012: 127000  # DT513@7\n",
)
