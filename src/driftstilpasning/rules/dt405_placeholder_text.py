"""A text that a gate asks for is there, and says nothing."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model.measure import Kind, Measure, Status
from driftstilpasning.rules import Finding, Rule, each
from driftstilpasning.source.span import Path
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located

_EMPTY: Final = re.compile(
    r"[\W_]*(?:(?:tbd|tba|x{2,}|(?:(?:må|skal) )?fyll(?:es|ast)? (?:ut|inn))\W*|(?:todo|fixme)\b.*)?\Z",
    re.IGNORECASE | re.DOTALL,
)
"""What stands where a text is to come. A rule's own cure has … in it, and is pasted as it stands."""


def check(located: Located[Measure]) -> Iterable[Finding]:
    """A measure with such texts, at the first of them; an error from the hearing on."""
    measure = located.value
    staff, users, acceptance = measure.consequence.staff, measure.consequence.users, measure.acceptance
    texts = [measure.title, measure.owner, acceptance.by, acceptance.text]
    texts += [part.text for part in (staff, users) if part is not None]
    for text in texts:  # nearly always all say something
        if text and _EMPTY.match(text):
            return _found(located)
    return ()


def _found(located: Located[Measure]) -> list[Finding]:
    measure = located.value
    empty = [(path, text) for path, text in _texts(measure) if text and _EMPTY.match(text)]
    due = measure.status.step >= Status.HEARING.step and measure.kind is not Kind.UNSPECIFIED
    path, text = empty[0]
    facts = {"value": text, "fields": [".".join(map(str, path)) for path, _ in empty]}
    return [Finding(located.at(*path), facts, Severity.ERROR if due else Severity.WARNING)]


def _texts(measure: Measure) -> Iterator[tuple[Path, str | None]]:
    yield ("title",), measure.title
    yield ("owner",), measure.owner
    for name in ("staff", "users"):
        part = getattr(measure.consequence, name)
        yield ("consequence", name, "text"), part.text if part is not None else None
    yield ("acceptance", "by"), measure.acceptance.by
    yield ("acceptance", "text"), measure.acceptance.text


RULE = Rule(
    code="DT405",
    name="placeholder-text",
    severity=Severity.ERROR,
    message=Text(
        nb="{fields} er ikke fylt ut: der står bare «{value}»",
        nn="{fields} er ikkje fylt ut: der står berre «{value}»",
        en="{fields} is not filled in: it only says `{value}`",
    ),
    why=Text(
        nb="Ansvarlig og begrunnelser er det kommunestyret leser ved siden av beløpene. Tre prikker eller «TODO» går "
        "for å være en tekst, og da ser tiltaket ferdig vurdert ut uten å være det. En idé kan ha dem; fra høringen av "
        "må det stå noe der.",
        nn="Ansvarleg og grunngjevingar er det kommunestyret les ved sida av beløpa. Tre prikkar eller «TODO» går for "
        "å vere ein tekst, og då ser tiltaket ferdig vurdert ut utan å vere det. Ein idé kan ha dei; frå høyringa av "
        "må det stå noko der.",
        en="The owner and the reasons are what the council reads beside the amounts. Three dots or `TODO` pass for a "
        "text, and then the measure looks assessed when it is not. An idea may have them; from the hearing on "
        "something must stand there.",
    ),
    help=Text(
        nb="skriv det som gjelder for dette tiltaket",
        nn="skriv det som gjeld for dette tiltaket",
        en="write what holds for this measure",
    ),
    check=each(check),
    good="status: hearing\nowner: Økonomisjef\n",
    bad="# measures/a.yaml\nstatus: hearing\nowner: …  # DT405@8\nacceptance: {grade: 4, text: TODO}\n"
    "# measures/b.yaml\nstatus: idea\n"
    "consequence: {staff: {grade: 1, text: ...}, users: {grade: 1, text: Ingen}}  # DT405@39\n",
)
