"""A measure lacks its owner, or what it costs staff, users and politics."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from driftstilpasning.diagnostic import Location, Severity
from driftstilpasning.model.measure import Acceptance, Assessed, Kind, Measure, Status
from driftstilpasning.rules import Finding, Rule, each
from driftstilpasning.rules.support.fields import in_braces
from driftstilpasning.text import All, Said, Text, same
from driftstilpasning.text.labels import GRADE, STATUS
from driftstilpasning.workspace import Located

_OWNER = Text(nb="ansvarlig", nn="ansvarleg", en="owner")
_GRADE = Text(nb="karakter for {names}", nn="karakter for {names}", en="grade for {names}")
_TEXT = Text(nb="begrunnelse for {names}", nn="grunngjeving for {names}", en="text for {names}")
_BOTH = Text(
    nb="både karakter og begrunnelse for {names}",
    nn="både karakter og grunngjeving for {names}",
    en="both grade and text for {names}",
)
_FILL = Text(nb="fyll ut:\n{paste}", nn="fyll ut:\n{paste}", en="fill in:\n{paste}")
_INSTEAD = Text(
    nb="skriv det slik i stedet for det som står, med karakterer fra 1 til 5:\n{paste}",
    nn="skriv det slik i staden for det som står, med karakterar frå 1 til 5:\n{paste}",
    en="write it like this instead of what is there, with grades from 1 to 5:\n{paste}",
)
_WHOLE: Final = ("grade", "text")

Parts = Mapping[str, Assessed | Acceptance | None]
"""Consequences and acceptance under their names, as far as they are told."""


def check(located: Located[Measure]) -> Iterable[Finding]:
    """A measure that lacks something, with all that it lacks; an error from the hearing on."""
    measure = located.value
    consequence = measure.consequence
    parts = {"staff": consequence.staff, "users": consequence.users, "acceptance": measure.acceptance}
    lacking = {name: lack for name, part in parts.items() if (lack := _lacking(part))}
    if measure.owner and not lacking:
        return ()
    due = measure.status.step >= Status.HEARING.step and measure.kind is not Kind.UNSPECIFIED
    where, paste, instead = _cure(located, parts, lacking)
    facts = {
        "missing": All(tuple(_missing(measure, lacking))),
        "status": STATUS[measure.status],
        "paste": same("\n".join(paste)),
    }
    ungraded = any("grade" in lack for lack in lacking.values())
    help_ = _INSTEAD if instead else None if ungraded else _FILL
    return [Finding(where, facts, Severity.ERROR if due else Severity.WARNING, help=help_)]


def _lacking(part: Assessed | Acceptance | None) -> tuple[str, ...]:
    return tuple(name for name in _WHOLE if getattr(part, name, None) is None)


def _missing(measure: Measure, lacking: Mapping[str, tuple[str, ...]]) -> Iterator[Text | Said]:
    if measure.owner is None:
        yield _OWNER
    for words, lack in ((_BOTH, _WHOLE), (_GRADE, ("grade",)), (_TEXT, ("text",))):
        names = tuple(GRADE[name] for name in lacking if lacking[name] == lack)
        if names:
            yield Said(words, {"names": All(names)})


def _cure(
    located: Located[Measure], parts: Parts, lacking: Mapping[str, tuple[str, ...]]
) -> tuple[Location, list[str], bool]:
    """Where to write, the lines to write there, and whether they stand instead of others.

    What is missing in one field that is there is to be written in that field.
    """
    measure = located.value
    told = [name for name, part in parts.items() if part is not None and part != type(part)()]
    if measure.owner is not None and len(lacking) == 1:
        [(name, lack)] = lacking.items()
        path = ("acceptance",) if name == "acceptance" else ("consequence", name)
        if name in told:
            return located.at(*path, key=True), [f"{field}: …" for field in lack], False
        if name != "acceptance" and {"staff", "users"} & set(told):
            return located.at("consequence", key=True), [_line(name, None)], False
    paste = ["owner: …"] if measure.owner is None else []
    if {"staff", "users"} & lacking.keys():
        paste += ["consequence:", *(f"  {_line(name, parts[name])}" for name in ("staff", "users"))]
    if "acceptance" in lacking:
        paste.append(_line("acceptance", parts["acceptance"]))
    shown = {"staff", "users"} & set(told) if "consequence:" in paste else set()
    return located.at("status"), paste, bool(shown or {"acceptance"} & lacking.keys() & set(told))


def _line(name: str, part: Assessed | Acceptance | None) -> str:
    """The field with … for what is missing."""
    fields = ("grade", "by", "text") if getattr(part, "by", None) else _WHOLE
    return f"{name}: {in_braces({field: getattr(part, field, None) or '…' for field in fields})}"


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
    bad="# measures/a.yaml\nstatus: hearing  \nacceptance: {text: Semje}  # DT401@1\n"
    "# measures/b.yaml\nstatus: idea\nconsequence: {staff: {grade: 2, text: Ny turnus}}  # DT401@1\n",
)
