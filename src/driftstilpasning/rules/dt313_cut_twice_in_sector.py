"""A sector has both a flat cut and measures that say what to do."""

from collections import defaultdict
from collections.abc import Iterator

from driftstilpasning.analysis.counting import Counting, split
from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Kind, Measure, Status
from driftstilpasning.model.money import Money, total
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each such sector once, at the first flat cut."""
    if workspace.plan is None or not any(m.value.kind is Kind.UNSPECIFIED for m in workspace.measures):
        return
    portfolio = workspace.portfolio()
    counting = Counting(portfolio, Status.PROPOSED)
    saving = [m for m in portfolio if counting.counts(m) and m.size(portfolio.period) > Money(0)]
    cuts: dict[str, list[Measure]] = defaultdict(list)
    others: dict[str, list[Measure]] = defaultdict(list)
    for measure in saving:
        for sector in measure.shares:
            (cuts if measure.kind is Kind.UNSPECIFIED else others)[sector].append(measure)
    for sector in cuts.keys() & others.keys():
        facts = {
            "sector": portfolio.plan.sector_name(sector),
            "cuts": [measure.id for measure in cuts[sector]],
            "cut": _part(cuts[sector], sector, portfolio),
            "number": len(others[sector]),
            "specific": _part(others[sector], sector, portfolio),
        }
        yield Finding(workspace.located(cuts[sector][0]).at("kind"), facts)


def _part(measures: list[Measure], sector: str, portfolio: Portfolio) -> Money:
    """The sector's part of the measures' effects, as the quadrant shows them."""
    return total(split(measure.size(portfolio.period), measure.shares)[sector] for measure in measures)


RULE = Rule(
    code="DT313",
    name="cut-twice-in-sector",
    severity=Severity.WARNING,
    message=Text(
        nb="{sector} har både uspesifisert kutt på {cut} ({cuts}) og {number} tiltak på {specific}: er noe talt to "
        "ganger?",
        nn="{sector} har både ikkje spesifisert kutt på {cut} ({cuts}) og {number} tiltak på {specific}: er noko "
        "talt to gonger?",
        en="{sector} has both an unspecified cut of {cut} ({cuts}) and {number} measures of {specific}: is anything "
        "counted twice?",
    ),
    why=Text(
        nb="Et rammetrekk blir som regel fylt av tiltak etter hvert. Står begge deler i listen, kan den samme "
        "sparingen være talt to ganger, og målet ser nærmere ut enn det er.",
        nn="Eit rammetrekk vert som regel fylt av tiltak etter kvart. Står begge delar i lista, kan den same "
        "sparinga vere talt to gonger, og målet ser nærare ut enn det er.",
        en="A flat cut is usually filled with measures as time goes by. With both in the list the same saving may be "
        "counted twice, and the target looks nearer than it is.",
    ),
    help=Text(
        nb="trekk det tiltakene dekker, fra {cuts}, eller si i «source» at kuttet kommer i tillegg",
        nn="trekk det tiltaka dekkjer, frå {cuts}, eller sei i «source» at kuttet kjem i tillegg",
        en="take what the measures cover off {cuts}, or say in `source` that the cut comes on top",
    ),
    check=check,
    good="# measures/a.yaml\nkind: unspecified\nsector: teknisk\n# measures/b.yaml\nsector: oppvekst\n",
    bad="# measures/a.yaml\nkind: unspecified  # DT313@7\n# measures/b.yaml\nsector: oppvekst\n",
)
