"""A measure that counts requires one that does not."""

from collections.abc import Iterator

from driftstilpasning.analysis.counting import Why
from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Measure
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.counting import proposed
from driftstilpasning.rules.support.references import references
from driftstilpasning.text import Text
from driftstilpasning.text.labels import STATUS, WHY
from driftstilpasning.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each required measure that does not count, of a measure that does."""
    required = references(workspace, "requires")
    if workspace.plan is None or not required:
        return
    counting = proposed(workspace)
    for reference in required:
        if reference.other is None or not counting.counts(reference.located.value):
            continue
        other = reference.other.value
        why = counting.reasons[other.id]
        if why is not None:
            facts = {"other": other.id, "title": other.title, "why": _words(other, why)}
            yield Finding(reference.located.at(*reference.path), facts)


def _words(measure: Measure, why: Why) -> list[Text]:
    """Why it does not count, with the status where that is not far enough."""
    return [STATUS[measure.status], WHY[why]] if why is Why.STATUS else [WHY[why]]


RULE = Rule(
    code="DT306",
    name="requires-not-counting",
    severity=Severity.WARNING,
    message=Text(
        nb="tiltaket krever {other} «{title}», som ikke teller med ({why})",
        nn="tiltaket krev {other} «{title}», som ikkje tel med ({why})",
        en="the measure requires {other} “{title}”, which does not count ({why})",
    ),
    why=Text(
        nb="Tiltaket teller med, men bare på vilkår: det vises for seg, så kommunestyret ser hvor mye av summen som "
        "henger på noe som ikke er avklart.",
        nn="Tiltaket tel med, men berre på vilkår: det vert vist for seg, så kommunestyret ser kor mykje av summen "
        "som heng på noko som ikkje er avklart.",
        en="The measure counts, but conditionally: it is shown apart, so that the council sees how much of the total "
        "hangs on something unsettled.",
    ),
    help=Text(
        nb="avklar {other} først, eller ta det bort fra «requires» hvis tiltaket klarer seg uten",
        nn="avklar {other} fyrst, eller ta det bort frå «requires» om tiltaket klarer seg utan",
        en="settle {other} first, or remove it from `requires` if the measure does without it",
    ),
    check=check,
    good="# measures/a.yaml\nid: HO-05\nrequires: [ST-04]\n# measures/b.yaml\nid: ST-04\nstatus: adopted\n",
    bad="# measures/a.yaml\nid: HO-05\nrequires: [ST-04]  # DT306@12\n# measures/b.yaml\nid: ST-04\nstatus: idea\n",
)
