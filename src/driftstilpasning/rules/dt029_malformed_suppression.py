"""A comment that is to suppress something cannot be understood."""

from typing import Final

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, commented
from driftstilpasning.rules.support.codes import meant
from driftstilpasning.rules.support.dates import day
from driftstilpasning.text import Text

_FORM = '# dt: ignore DT203 reason="…" until=2014-12-31'
_WRITE = Text(nb=f"skriv den slik: {_FORM}", nn=f"skriv han slik: {_FORM}", en=f"write it like this: {_FORM}")
_REASON = Text(nb='skriv reason="…"', nn='skriv reason="…"', en='write reason="…"')
_MEANT = Text(nb="mente du {meant}?", nn="meinte du {meant}?", en="did you mean {meant}?")
_KINDS: Final = {
    "form": (
        Text(
            nb="kommentaren skjuler ingenting, for dt forstår ikke «{word}»",
            nn="kommentaren skjuler ingenting, for dt forstår ikkje «{word}»",
            en="the comment suppresses nothing, for dt cannot understand `{word}`",
        ),
        _WRITE,
    ),
    "no-code": (
        Text(
            nb="kommentaren skjuler ingenting, for den nevner ingen kode",
            nn="kommentaren skjuler ingenting, for han nemner ingen kode",
            en="the comment suppresses nothing, for it names no code",
        ),
        _WRITE,
    ),
    "code": (
        Text(
            nb="kommentaren skjuler ingenting: «{word}» er verken en kode eller navnet på en regel",
            nn="kommentaren skjuler ingenting: «{word}» er korkje ein kode eller namnet på ein regel",
            en="the comment suppresses nothing: `{word}` is neither a code nor the name of a rule",
        ),
        Text(
            nb="koden står i hver melding, som DT401",
            nn="koden står i kvar melding, som DT401",
            en="the code stands in every finding, as DT401",
        ),
    ),
    "prefix": (
        Text(
            nb="kommentaren skjuler ingenting: «{word}» er ikke én bestemt kode",
            nn="kommentaren skjuler ingenting: «{word}» er ikkje éin bestemd kode",
            en="the comment suppresses nothing: `{word}` is not one particular code",
        ),
        Text(
            nb="skriv hver kode for seg: DT203, DT209",
            nn="skriv kvar kode for seg: DT203, DT209",
            en="write each code by itself: DT203, DT209",
        ),
    ),
    "key": (
        Text(
            nb="kommentaren skjuler ingenting: «{word}» betyr ikke noe her",
            nn="kommentaren skjuler ingenting: «{word}» tyder ikkje noko her",
            en="the comment suppresses nothing: `{word}` means nothing here",
        ),
        _WRITE,
    ),
    "twice": (
        Text(
            nb="kommentaren skjuler ingenting: «{word}» står to ganger",
            nn="kommentaren skjuler ingenting: «{word}» står to gonger",
            en="the comment suppresses nothing: `{word}` stands twice",
        ),
        Text(nb="ta bort den ene", nn="ta bort den eine", en="remove one of them"),
    ),
    "unquoted": (
        Text(
            nb="kommentaren skjuler ingenting: grunnen står ikke i anførselstegn",
            nn="kommentaren skjuler ingenting: grunnen står ikkje i hermeteikn",
            en="the comment suppresses nothing: the reason is not in quotation marks",
        ),
        _REASON,
    ),
    "unclosed": (
        Text(
            nb="kommentaren skjuler ingenting: grunnen mangler anførselstegn på slutten",
            nn="kommentaren skjuler ingenting: grunnen manglar hermeteikn på slutten",
            en="the comment suppresses nothing: the reason lacks its closing quotation mark",
        ),
        _REASON,
    ),
    "many": (
        Text(
            nb="kommentaren skjuler ingenting: så mye på én gang kan ikke skjules",
            nn="kommentaren skjuler ingenting: så mykje på éin gong kan ikkje skjulast",
            en="the comment suppresses nothing: so much at once cannot be suppressed",
        ),
        Text(
            nb="rett det som er galt, eller endre alvoret for hele porteføljen med «severity» i planen",
            nn="rett det som er gale, eller endra alvoret for heile porteføljen med «severity» i planen",
            en="mend what is wrong, or change the severity for the whole portfolio with `severity` in the plan",
        ),
    ),
    "date": (
        Text(
            nb="kommentaren skjuler ingenting: «{word}» er ikke en dato",
            nn="kommentaren skjuler ingenting: «{word}» er ikkje ein dato",
            en="the comment suppresses nothing: `{word}` is not a date",
        ),
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
    message, cure = _KINDS[kind]
    if kind == "code" and (rule := meant(word)) is not None:
        return Finding(problem.where, {"word": word, "meant": rule.code}, message=message, help=_MEANT)
    if kind == "date" and (said := day(word)) is not None:
        return Finding(problem.where, {"word": word, "meant": said}, message=message, help=_DAY)
    return Finding(problem.where, {"word": word}, message=message, help=cure)


RULE = Rule(
    code="DT029",
    name="malformed-suppression",
    severity=Severity.WARNING,
    message=_KINDS["form"][0],
    why=Text(
        nb="En kommentar med en feil i skjuler ingenting, for dt gjetter ikke på hva kommunestyret ikke skal se. Den "
        "som skrev den, tror at funnet er vurdert; derfor sier dt fra i stedet for å hoppe over den.",
        nn="Ein kommentar med ein feil i skjuler ingenting, for dt gjettar ikkje på kva kommunestyret ikkje skal sjå. "
        "Den som skreiv han, trur at funnet er vurdert; difor seier dt frå i staden for å hoppe over han.",
        en="A comment with a mistake in it suppresses nothing, for dt does not guess what the council is not to see. "
        "Whoever wrote it believes that the finding is dealt with; so dt says so instead of passing it over.",
    ),
    help=_WRITE,
    check=commented(tell),
    good="kind: staffing\neffect: {annual: 650, from: 2013-08}\n"
    'fte: -10  # dt: ignore DT215 reason="Staten betaler ni av årsverkene"\n',
    bad="kind: staffing\neffect: {annual: 650, from: 2013-08}\n"
    'fte: -10  # dt: ignore DT2l5 reason="Staten betaler ni av årsverkene"  # DT029@24\n',
)
