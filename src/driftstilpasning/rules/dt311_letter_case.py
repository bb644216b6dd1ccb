"""A reference differs from the measure's id in letter case alone."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.fixes import renaming
from driftstilpasning.rules.support.references import references
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each reference that is found, but spelt otherwise."""
    for reference in references(workspace):
        other = reference.other
        if other is not None and other is not reference.located and other.value.id != reference.written:
            where = reference.located.at(*reference.path)
            facts = {"reference": reference.written, "id": other.value.id}
            yield Finding(where, facts, fix=renaming(where, other.value.id))


RULE = Rule(
    code="DT311",
    name="letter-case",
    severity=Severity.WARNING,
    message=Text(
        nb="«{reference}» er skrevet «{id}» i tiltaket selv",
        nn="«{reference}» er skrive «{id}» i tiltaket sjølv",
        en="`{reference}` is written `{id}` in the measure itself",
    ),
    why=Text(
        nb="dt finner tiltaket likevel, men søk, regneark og andre program skiller mellom store og små bokstaver. Én "
        "skrivemåte gjør at alle finner det samme.",
        nn="dt finn tiltaket likevel, men søk, rekneark og andre program skil mellom store og små bokstavar. Éin "
        "skrivemåte gjer at alle finn det same.",
        en="dt finds the measure all the same, but searches, spreadsheets and other programs tell upper from lower "
        "case. One spelling lets everybody find the same.",
    ),
    help=Text(nb="skriv «{id}»", nn="skriv «{id}»", en="write `{id}`"),
    check=check,
    good="# measures/a.yaml\nid: HO-03\nrequires: [HO-05]\n# measures/b.yaml\nid: HO-05\n",
    bad="# measures/a.yaml\nid: HO-03\nrequires: [ho-05]  # DT311@12\n# measures/b.yaml\nid: HO-05\n",
)
