"""What ``dt validate`` says on stderr beside its findings."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from driftstilpasning.cli.choice import Choice
from driftstilpasning.cli.session import Session
from driftstilpasning.source.tree import MEASURES
from driftstilpasning.text import Said, Text, counted
from driftstilpasning.text.labels import COUNTED

if TYPE_CHECKING:
    from driftstilpasning.cache import Verdict
    from driftstilpasning.diagnostic import Diagnostic

_CLEAN = Text(
    nb="kontrollert: planen og {measures}. Ingenting å melde.",
    nn="kontrollert: planen og {measures}. Ingenting å melde.",
    en="checked: the plan and {measures}. Nothing to report.",
)
_READ = Text(
    nb="leste planen og {measures}: {nothing}",
    nn="las planen og {measures}: {nothing}",
    en="read the plan and {measures}: {nothing}",
)
_NOTHING_HERE = Text(
    nb="ingenting å melde i {paths}", nn="ingenting å melde i {paths}", en="nothing to report in {paths}"
)
_NOTHING_ASKED = Text(
    nb="ingenting å melde av det du spurte om",
    nn="ingenting å melde av det du spurde om",
    en="nothing to report of what was asked for",
)
_NOTHING_ASKED_HERE = Text(
    nb="ingenting å melde av det du spurte om i {paths}",
    nn="ingenting å melde av det du spurde om i {paths}",
    en="nothing to report of what was asked for in {paths}",
)
_SHOWN_HERE = Text(
    nb="dt: leste planen og {measures}; viser funn i {paths}",
    nn="dt: las planen og {measures}; viser funn i {paths}",
    en="dt: read the plan and {measures}; shown are findings in {paths}",
)
_PLAN_TOO = Text(
    nb="dt: planen kan ikke leses, så tiltakene er ikke holdt mot den; viser feilene i den og funn i {paths}",
    nn="dt: planen kan ikkje lesast, så tiltaka er ikkje haldne mot han; viser feila i han og funn i {paths}",
    en="dt: the plan cannot be read, so no measure is held against it; shown are its faults and findings in {paths}",
)
_SUPPRESSED = (
    Text(
        nb="{n} funn er skjult av en kommentar i filen",
        nn="{n} funn er skjult av ein kommentar i fila",
        en="{n} finding is suppressed by a comment in the file",
    ),
    Text(
        nb="{n} funn er skjult av kommentarer i filene",
        nn="{n} funn er skjulte av kommentarar i filene",
        en="{n} findings are suppressed by comments in the files",
    ),
)
_CLEAN_SINCE = Text(
    nb="ingenting nytt å melde siden {revision}",
    nn="ingenting nytt å melde sidan {revision}",
    en="nothing new to report since {revision}",
)
_NOT_SHOWN = Text(nb="dt: viser ikke {findings}", nn="dt: viser ikkje {findings}", en="dt: not shown: {findings}")
_OLDER = (
    Text(
        nb="{n} eldre funn i en uendret fil",
        nn="{n} eldre funn i ei uendra fil",
        en="{n} older finding in an unchanged file",
    ),
    Text(
        nb="{n} eldre funn i uendrede filer",
        nn="{n} eldre funn i uendra filer",
        en="{n} older findings in unchanged files",
    ),
)
_NO_MEASURES = Text(
    nb="dt: ingen tiltak: dt leser filer som slutter på .yaml i mappen measures/",
    nn="dt: ingen tiltak: dt les filer som sluttar på .yaml i mappa measures/",
    en="dt: no measures: dt reads files that end in .yaml in the folder measures/",
)
_OTHER_FOLDER = Text(
    nb="dt: ingen tiltak: dt leser mappen measures/. Gi mappen {folder}/ det navnet",
    nn="dt: ingen tiltak: dt les mappa measures/. Gje mappa {folder}/ det namnet",
    en="dt: no measures: dt reads the folder measures/. Give the folder {folder}/ that name",
)
_CALLED = ("measures", "measure", "tiltak", "tiltaka", "tiltakene")
"""What people call the folder of measures."""
_SAID = Text(nb="dt: {what}", nn="dt: {what}", en="dt: {what}")


def tell_findings(
    session: Session,
    verdict: "Verdict",
    found: "Sequence[Diagnostic]",
    choice: Choice,
    *,
    counts: bool,
    since: str | None = None,
) -> None:
    """How many of ``found`` there are, where the format does not say it, or that there are none; what is left out."""
    from driftstilpasning.output.diagnostics.findings import tally

    measures = counted(verdict.measures, *COUNTED["measure"])
    if found and counts:
        session.say(_SAID, what=tally(found))
    if not verdict.diagnostics:
        session.say(_CLEAN, measures=measures)
    elif not found and since is not None:
        session.say(_CLEAN_SINCE, revision=since)
    elif not found:
        words = _NOTHING_HERE if choice.codes is None else _NOTHING_ASKED_HERE if choice.names else _NOTHING_ASKED
        session.say(_READ, measures=measures, nothing=Said(words, {"paths": choice.names}))
        session.report_findings(verdict.diagnostics)
    elif choice.names and "." not in choice.names:
        unread = any(not choice.has(one.where.file) for one in found)
        session.say(_PLAN_TOO if unread else _SHOWN_HERE, measures=measures, paths=choice.names)
    suppressed = choice.among(verdict.suppressed)
    if suppressed:
        session.say(_SAID, what=counted(len(suppressed), *_SUPPRESSED))


def tell_of_none(session: Session, root: Path) -> None:
    """Where measures are looked for, when there are none in the portfolio in ``root``."""
    folders: list[str] = []
    with suppress(OSError):
        folders = sorted(path.name for path in root.iterdir() if path.name.casefold() in _CALLED and path.is_dir())
    other = next((name for name in folders if name != MEASURES), None)
    if other is not None and MEASURES not in folders:
        session.say(_OTHER_FOLDER, folder=other)
    else:
        session.say(_NO_MEASURES)


def tell_older(session: Session, older: int) -> None:
    """How many findings are not shown because they are older than the change."""
    if older:
        session.say(_NOT_SHOWN, findings=counted(older, *_OLDER))
