"""A measure lacks its owner, or what it costs staff, users and politics."""

from collections.abc import Iterable, Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Acceptance, Assessed, Kind, Measure, Status
from driftstilpasning.rules import Finding, Rule, each
from driftstilpasning.text import Said, Text, same
from driftstilpasning.text.labels import GRADE, STATUS
from driftstilpasning.workspace import Located

_OWNER = Text(nb="ansvarlig", nn="ansvarleg", en="owner")
_GRADE = Text(nb="karakter for {names}", nn="karakter for {names}", en="grade for {names}")
_TEXT = Text(nb="begrunnelse for {names}", nn="grunngjeving for {names}", en="text for {names}")
_BOTH = Text(
    nb="karakter og begrunnelse for {names}",
    nn="karakter og grunngjeving for {names}",
    en="grade and text for {names}",
)
_FILL = Text(nb="fyll ut:\n{paste}", nn="fyll ut:\n{paste}", en="fill in:\n{paste}")


def check(located: Located[Measure]) -> Iterable[Finding]:
    """A measure that lacks something, with all that it lacks; an error from the hearing on."""
    measure = located.value
    staff, users = measure.consequence.staff, measure.consequence.users
    graded = _complete(staff) and _complete(users) and _complete(measure.acceptance)
    if measure.owner and graded:
        return ()
    due = measure.status.step >= Status.HEARING.step and measure.kind is not Kind.UNSPECIFIED
    facts = {"missing": list(_missing(measure)), "status": STATUS[measure.status], "paste": _paste(measure)}
    severity = Severity.ERROR if due else Severity.WARNING
    return [Finding(located.at("status"), facts, severity, help=_FILL if graded else None)]


def _complete(part: Assessed | Acceptance | None) -> bool:
    return part is not None and part.grade is not None and part.text is not None


def _missing(measure: Measure) -> Iterator[Text | Said]:
    if measure.owner is None:
        yield _OWNER
    parts = {name: part or Assessed() for name, part in _parts(measure).items()}
    for words, grade, text in ((_BOTH, False, False), (_GRADE, False, True), (_TEXT, True, False)):
        names = [GRADE[n] for n, part in parts.items() if (bool(part.grade), bool(part.text)) == (grade, text)]
        if names:
            yield Said(words, {"names": names})


def _parts(measure: Measure) -> dict[str, Assessed | Acceptance | None]:
    consequence = measure.consequence
    return {"staff": consequence.staff, "users": consequence.users, "acceptance": measure.acceptance}


def _paste(measure: Measure) -> Text:
    """The fields to fill in, as they are written, a line each."""
    wrong = [name for name, part in _parts(measure).items() if not _complete(part)]
    consequence = [f"  {name}: {{grade: …, text: …}}" for name in wrong if name != "acceptance"]
    owner = ["owner: …"] if measure.owner is None else []
    grades = ["consequence:", *consequence] if consequence else []
    acceptance = ["acceptance: {grade: …, text: …}"] if "acceptance" in wrong else []
    return same("\n".join([*owner, *grades, *acceptance]))


RULE = Rule(
    code="DT401",
    name="missing-grades",
    severity=Severity.ERROR,
    message=Text(
        nb="tiltaket ({status}) mangler {missing}",
        nn="tiltaket ({status}) manglar {missing}",
        en="the measure ({status}) lacks {missing}",
    ),
    why=Text(
        nb="Kommunestyret skal se hva et tiltak betyr for ansatte og brukere, og om det har politisk støtte. Uten "
        "karakterer står tiltaket ikke i noen rute. En idé kan mangle dem; fra høringen av må de være på plass.",
        nn="Kommunestyret skal sjå kva eit tiltak har å seie for tilsette og brukarar, og om det har politisk "
        "støtte. Utan karakterar står tiltaket ikkje i noka rute. Ein idé kan mangle dei; frå høyringa av må dei "
        "vere på plass.",
        en="The council is to see what a measure means to staff and users, and whether it has political support. "
        "Without grades it stands in no quadrant. An idea may lack them; from the hearing on they must be in "
        "place.",
    ),
    help=Text(
        nb="fyll ut, med karakterer fra 1 til 5:\n{paste}",
        nn="fyll ut, med karakterar frå 1 til 5:\n{paste}",
        en="fill in, with grades from 1 to 5:\n{paste}",
    ),
    check=each(check),
    good="status: hearing\n",
    bad="# measures/a.yaml\nstatus: hearing  # DT401@9\nacceptance: {text: Semje}\n"
    "# measures/b.yaml\nstatus: idea  # DT401@9\nconsequence: {staff: {grade: 2, text: Ny turnus}}\n",
)
