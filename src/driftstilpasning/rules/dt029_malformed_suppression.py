"""A comment that is to suppress something cannot be understood."""

from typing import Final

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.codes import meant
from driftstilpasning.rules.support.dates import day
from driftstilpasning.text import Text

_FORM = '# dt: ignore DT203 reason="…" until=2014-12-31'
_WRITE = Text(nb=f"skriv den slik: {_FORM}", nn=f"skriv han slik: {_FORM}", en=f"write it like this: {_FORM}")
_MEANT = Text(nb="mente du {meant}?", nn="meinte du {meant}?", en="did you mean {meant}?")
_CODE = Text(
    nb="«{word}» er verken en kode eller navnet på en regel",
    nn="«{word}» er korkje ein kode eller namnet på ein regel",
    en="`{word}` is neither a code nor the name of a rule",
)
_KINDS: Final = {
    "no-code": (
        Text(
            nb="kommentaren sier ikke hvilken kode den gjelder",
            nn="kommentaren seier ikkje kva kode han gjeld",
            en="the comment does not say which code it is about",
        ),
        _WRITE,
    ),
    "code": (
        _CODE,
        Text(
            nb="koden står i hver melding, som DT401",
            nn="koden står i kvar melding, som DT401",
            en="the code stands in every finding, as DT401",
        ),
    ),
    "prefix": (
        Text(
            nb="«{word}» er ikke én kode, og en kommentar gjelder bare koder den nevner",
            nn="«{word}» er ikkje éin kode, og ein kommentar gjeld berre kodar han nemner",
            en="`{word}` is not one code, and a comment is about codes that it names",
        ),
        Text(
            nb="skriv hver kode for seg: DT203, DT209",
            nn="skriv kvar kode for seg: DT203, DT209",
            en="write each code by itself: DT203, DT209",
        ),
    ),
    "key": (
        Text(
            nb="«{word}» har ingen betydning i en slik kommentar",
            nn="«{word}» har inga tyding i ein slik kommentar",
            en="`{word}` has no meaning in such a comment",
        ),
        _WRITE,
    ),
    "twice": (
        Text(
            nb="«{word}» står to ganger i kommentaren",
            nn="«{word}» står to gonger i kommentaren",
            en="`{word}` stands twice in the comment",
        ),
        Text(nb="ta bort den ene", nn="ta bort den eine", en="remove one of them"),
    ),
    "unquoted": (
        Text(
            nb="grunnen står ikke i anførselstegn",
            nn="grunnen står ikkje i hermeteikn",
            en="the reason is not in quotation marks",
        ),
        Text(nb='skriv reason="…"', nn='skriv reason="…"', en='write reason="…"'),
    ),
    "unclosed": (
        Text(
            nb="grunnen mangler anførselstegn på slutten",
            nn="grunnen manglar hermeteikn på slutten",
            en="the reason lacks its closing quotation mark",
        ),
        Text(nb='skriv reason="…"', nn='skriv reason="…"', en='write reason="…"'),
    ),
    "date": (
        Text(nb="«{word}» er ikke en dato", nn="«{word}» er ikkje ein dato", en="`{word}` is not a date"),
        Text(
            nb="skriv datoen slik: until=2014-12-31",
            nn="skriv datoen slik: until=2014-12-31",
            en="write the date like this: until=2014-12-31",
        ),
    ),
}
_DAY = Text(nb="skriv until={meant}", nn="skriv until={meant}", en="write until={meant}")


def tell(problem: Problem) -> Finding:
    """What cannot be understood, with what was most likely meant."""
    kind, word = problem.facts["kind"], problem.facts["word"]
    message, cure = _KINDS.get(kind, (None, None))
    if kind == "code" and (rule := meant(word)) is not None:
        return Finding(problem.where, {"word": word, "meant": rule.code}, message=message, help=_MEANT)
    if kind == "date" and (said := day(word)) is not None:
        return Finding(problem.where, {"word": word, "meant": said}, message=message, help=_DAY)
    return Finding(problem.where, {"word": word}, message=message, help=cure)


RULE = Rule(
    code="DT029",
    name="malformed-suppression",
    severity=Severity.WARNING,
    message=Text(
        nb="kommentaren skjuler ingenting, for dt forstår den ikke",
        nn="kommentaren skjuler ingenting, for dt forstår han ikkje",
        en="the comment suppresses nothing, for dt cannot understand it",
    ),
    why=Text(
        nb="En kommentar med en feil i skjuler ingenting, for dt gjetter ikke på hva kommunestyret ikke skal se. Den "
        "som skrev den, tror at funnet er vurdert; derfor sier dt fra i stedet for å hoppe over den.",
        nn="Ein kommentar med ein feil i skjuler ingenting, for dt gjettar ikkje på kva kommunestyret ikkje skal sjå. "
        "Den som skreiv han, trur at funnet er vurdert; difor seier dt frå i staden for å hoppe over han.",
        en="A comment with a mistake in it suppresses nothing, for dt does not guess what the council is not to see. "
        "Whoever wrote it believes that the finding is dealt with; so dt says so instead of passing it over.",
    ),
    help=_WRITE,
    check=reported(tell),
    good="kind: staffing\neffect: {annual: 650, from: 2013-08}\n"
    'fte: -10  # dt: ignore DT215 reason="Staten betaler ni av årsverkene"\n',
    bad="kind: staffing\neffect: {annual: 650, from: 2013-08}\n"
    'fte: -10  # dt: ignore DT2l5 reason="Staten betaler ni av årsverkene"  # DT029@24\n',
)
