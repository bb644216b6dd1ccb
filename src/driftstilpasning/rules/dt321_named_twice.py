"""A field refers to the same measure twice."""

from collections.abc import Iterable, Iterator

from driftstilpasning.diagnostic import Related, Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.scalars import folded
from driftstilpasning.rules import Finding, Rule, each
from driftstilpasning.rules.support.references import references_of
from driftstilpasning.source.span import Path
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located

_FIRST = Text(nb="den første står her", nn="den fyrste står her", en="the first stands here")


def check(located: Located[Measure]) -> Iterable[Finding]:
    """Each later place."""
    return _again(located) if located.value.requires or located.value.excludes or located.value.overlaps else ()


def _again(located: Located[Measure]) -> Iterator[Finding]:
    first: dict[tuple[str, str], Path] = {}
    for path, written in references_of(located.value):
        field = str(path[0])
        other = first.setdefault((field, folded(written)), path)
        if other is not path:
            related = (Related(located.at(*other), _FIRST),)
            yield Finding(located.at(*path), {"other": written, "field": field}, related=related)


RULE = Rule(
    code="DT321",
    name="named-twice",
    severity=Severity.WARNING,
    message=Text(
        nb="{other} står to ganger i «{field}»",
        nn="{other} står to gonger i «{field}»",
        en="{other} stands twice in `{field}`",
    ),
    why=Text(
        nb="Den ene gangen var det trolig et annet tiltak som var ment, og den sammenhengen er da ikke i summene.",
        nn="Den eine gongen var det truleg eit anna tiltak som var meint, og den samanhengen er då ikkje i summane.",
        en="Once another measure was probably meant, and that connection is then not in the totals.",
    ),
    help=Text(
        nb="skriv det tiltaket som var ment, eller ta bort det ene {other}",
        nn="skriv det tiltaket som var meint, eller ta bort det eine {other}",
        en="write the measure that was meant, or remove one of the two {other}",
    ),
    check=each(check),
    good="# measures/a.yaml\nid: A-1\nrequires: [A-2]\n# measures/b.yaml\nid: A-2\n",
    bad="# measures/a.yaml\nid: A-1\nrequires: [A-2, A-2]  # DT321@17\n# measures/b.yaml\nid: A-2\n",
)
