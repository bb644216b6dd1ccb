"""A file is UTF-16, or is no text at all."""

from shlex import quote

from driftstilpasning.diagnostic import Fix, Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.encodings import SAVE, SAVE_OR_FIX
from driftstilpasning.text import Text


def tell(problem: Problem) -> Finding:
    """The file; what is no text in any encoding cannot be mended."""
    facts = {**problem.facts, "file": quote(problem.where.document.name)}
    if not problem.where.document.text:
        return Finding(problem.where, facts)
    return Finding(problem.where, facts, help=SAVE_OR_FIX, fix=Fix(()))


RULE = Rule(
    code="DT003",
    name="utf-16",
    severity=Severity.ERROR,
    message=Text(
        nb="filen er ikke UTF-8: den er lagret som UTF-16, eller er ikke tekst",
        nn="fila er ikkje UTF-8: ho er lagra som UTF-16, eller er ikkje tekst",
        en="the file is not UTF-8: it is saved as UTF-16, or is not text",
    ),
    why=Text(
        nb="Noen program lagrer tekst som UTF-16 uten å si fra. dt leser bare UTF-8, slik at det som kommunestyret "
        "får, er det forfatteren skrev.",
        nn="Nokre program lagrar tekst som UTF-16 utan å seie frå. dt les berre UTF-8, slik at det kommunestyret får, "
        "er det forfattaren skreiv.",
        en="Some programs save text as UTF-16 without a word. dt reads UTF-8 alone, so that what the council gets is "
        "what the author wrote.",
    ),
    help=SAVE,
    check=reported(tell),
    good="title: Felles kjøkken\n",
    bad=b"\xff\xfei\x00d\x00:\x00 \x00A\x00\n\x00",
    places={"measures/example.yaml": [(1, 1)]},
)
