"""A text without quotation marks has a colon and a space in it."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.fields import quoted
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each such colon, with the line as it should be."""
    for problem in workspace.reported("colon-in-text"):
        key, text = problem.facts["key"], problem.facts["text"].partition(" #")[0].rstrip()
        yield Finding(problem.where, {"rewrite": f"{key}: {quoted(text)}" if key else quoted(text)})


RULE = Rule(
    code="DT008",
    name="colon-in-text",
    severity=Severity.ERROR,
    message=Text(
        nb="kolon og mellomrom begynner et nytt felt, midt i teksten",
        nn="kolon og mellomrom opnar eit nytt felt, midt i teksten",
        en="a colon and a space begin a new field, in the middle of the text",
    ),
    why=Text(
        nb="Et kolon med mellomrom etter skiller navnet på et felt fra verdien. Står det i en tekst, kan ingen vite "
        "hvor teksten slutter, og filen kan ikke leses.",
        nn="Eit kolon med mellomrom etter skil namnet på eit felt frå verdien. Står det i ein tekst, kan ingen vite "
        "kvar teksten sluttar, og fila kan ikkje lesast.",
        en="A colon with a space after it parts the name of a field from its value. In a text, nobody can know where "
        "the text ends, and the file cannot be read.",
    ),
    help=Text(
        nb="sett teksten i anførselstegn: {rewrite}",
        nn="set teksten i hermeteikn: {rewrite}",
        en="put the text in quotation marks: {rewrite}",
    ),
    check=check,
    good='title: "Innkjøp: samle avtalene"\n',
    bad="title: Innkjøp: samle avtalene  # DT008@15\n",
)
