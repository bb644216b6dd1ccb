"""A reference to a measure that is not there."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.scalars import folded, line
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.fixes import renaming
from driftstilpasning.rules.support.nearest import NearestId
from driftstilpasning.rules.support.references import references
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace

_UNREADABLE = Text(
    nb="«{reference}» står i {file}, som ikke kan leses",
    nn="«{reference}» står i {file}, som ikkje kan lesast",
    en="`{reference}` stands in {file}, which cannot be read",
)
_MEND_IT = Text(nb="rett {file} først", nn="rett {file} fyrst", en="correct {file} first")
_MEANT = Text(nb="mente du «{meant}»?", nn="meinte du «{meant}»?", en="did you mean `{meant}`?")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each reference without a measure; a warning only where the measure's own file is what is wrong."""
    missing = [reference for reference in references(workspace) if reference.other is None]
    if not missing:
        return
    unreadable = _unreadable(workspace)
    ids = NearestId(located.value.id for located in workspace.measures)
    by_title = {folded(located.value.title): located.value.id for located in workspace.measures}
    for reference in missing:
        where = reference.located.at(*reference.path)
        file = unreadable.get(folded(reference.written))
        if file is not None:
            facts = {"reference": reference.written, "file": file}
            yield Finding(where, facts, Severity.WARNING, message=_UNREADABLE, help=_MEND_IT)
        else:
            meant = by_title.get(folded(line(reference.written))) or ids.find(reference.written)
            fix = renaming(where, meant, safe=False) if meant else None
            about = {"reference": reference.written, "meant": meant}
            yield Finding(where, about, help=_MEANT if meant else None, fix=fix)


def _unreadable(workspace: Workspace) -> Mapping[str, str]:
    """The file under each id that stands in, or names, a file that could not be read."""
    paths = [left.path for left in workspace.left_out]
    by_name = {folded(PurePosixPath(path).stem): path for path in paths}
    return by_name | {folded(workspace.names[path][0]): path for path in paths if path in workspace.names}


RULE = Rule(
    code="DT303",
    name="unknown-measure",
    severity=Severity.ERROR,
    message=Text(
        nb="det finnes ikke noe tiltak med id «{reference}»",
        nn="det finst ikkje noko tiltak med id «{reference}»",
        en="there is no measure with the id `{reference}`",
    ),
    why=Text(
        nb="Vilkår, alternativer, overlapp og reverseringer hindrer at det samme blir talt to ganger. Peker de på et "
        "tiltak som ikke finnes, virker de ikke, og summen kan bli for stor.",
        nn="Vilkår, alternativ, overlapp og reverseringar hindrar at det same vert talt to gonger. Peikar dei på eit "
        "tiltak som ikkje finst, verkar dei ikkje, og summen kan verte for stor.",
        en="Conditions, alternatives, overlaps and reversals keep the same thing from being counted twice. Pointing "
        "at a measure that is not there they do nothing, and the total may be too large.",
    ),
    help=Text(
        nb="rett id-en «{reference}», eller ta bort henvisningen",
        nn="rett id-en «{reference}», eller ta bort tilvisinga",
        en="correct the id `{reference}`, or remove the reference",
    ),
    check=check,
    good="# measures/a.yaml\nid: HO-03\nrequires: [HO-05]\n# measures/b.yaml\nid: HO-05\n",
    bad="# measures/a.yaml\nid: HO-03\nrequires: [HO-05, HO5]  # DT303@19\n"
    "overlaps: [{with: ST-12, amount: 20}]  # DT303@19\n"
    "# measures/b.yaml\nid: HO-05\n",
)
