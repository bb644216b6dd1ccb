"""A sector has both a flat cut and measures that say what to do."""

from collections import defaultdict
from collections.abc import Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Kind, Measure
from driftstilpasning.model.money import Money, total
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.counting import proposed
from driftstilpasning.rules.support.few import unspecified
from driftstilpasning.rules.support.sectors import parts
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each such sector once, at the first flat cut."""
    if workspace.plan is None or not unspecified(workspace):
        return
    portfolio = workspace.portfolio()
    counting = proposed(workspace)
    cuts: dict[str, list[tuple[Measure, Money]]] = defaultdict(list)
    others: dict[str, list[tuple[Measure, Money]]] = defaultdict(list)
    for measure in counting.measures:
        by_sector = cuts if measure.kind is Kind.UNSPECIFIED else others
        effect = measure.size(portfolio.period)
        if effect.ore > 0:
            for sector, part in parts(measure, effect).items():
                by_sector[sector].append((measure, part))
    for sector in (both for both in cuts if both in others):
        facts = {
            "sector": portfolio.plan.sector_name(sector),
            "cuts": [measure.id for measure, _ in cuts[sector]],
            "cut": total(part for _, part in cuts[sector]),
            "number": len(others[sector]),
            "specific": total(part for _, part in others[sector]),
        }
        yield Finding(workspace.located(cuts[sector][0][0]).at("kind"), facts)


RULE = Rule(
    code="DT313",
    name="cut-twice-in-sector",
    severity=Severity.WARNING,
    message=Text(
        nb="{sector} har både uspesifisert kutt på {cut} ({cuts}) og {number} tiltak på {specific}: er noe talt to "
        "ganger?",
        nn="{sector} har både rammetrekk på {cut} ({cuts}) og {number} tiltak på {specific}: er noko talt to gonger?",
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
        nb="trekk det tiltakene dekker, fra {cuts}; kommer kuttet i tillegg, skriv etter feltet:\n"
        '# dt: ignore DT313 reason="…"',
        nn="trekk det tiltaka dekkjer, frå {cuts}; kjem kuttet i tillegg, skriv etter feltet:\n"
        '# dt: ignore DT313 reason="…"',
        en="take what the measures cover off {cuts}; if the cut comes on top, write after the field:\n"
        '# dt: ignore DT313 reason="…"',
    ),
    check=check,
    good="# measures/a.yaml\nkind: unspecified\nsector: teknisk\n# measures/b.yaml\nsector: oppvekst\n",
    bad="# measures/a.yaml\nkind: unspecified  # DT313@7\n# measures/b.yaml\nsector: oppvekst\n",
)
