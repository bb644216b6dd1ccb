"""A backslash in a text in double quotation marks begins a code that does not exist."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.lines import in_single_quotes
from driftstilpasning.text import Text


def tell(problem: Problem) -> Finding:
    """The code, at its backslash."""
    rewrite, fix = in_single_quotes(problem.where)
    return Finding(problem.where, {"rewrite": rewrite}, fix=fix)


RULE = Rule(
    code="DT024",
    name="bad-escape",
    severity=Severity.ERROR,
    message=Text(
        nb="«\\» inne i doble anførselstegn blir lest som en kode, og denne finnes ikke",
        nn="«\\» inne i doble hermeteikn vert lese som ein kode, og denne finst ikkje",
        en="`\\` within double quotation marks is read as a code, and this one does not exist",
    ),
    why=Text(
        nb="I doble anførselstegn står «\\n» for ny linje, og slik videre. Stier fra Windows har samme tegn, og blir "
        "da lest som noe annet.",
        nn="I doble hermeteikn står «\\n» for ny linje, og så bortetter. Stiar frå Windows har same teiknet, og vert "
        "då lesne som noko anna.",
        en="In double quotation marks `\\n` stands for a new line, and so on. Paths from Windows have the same sign, "
        "and are then read as something else.",
    ),
    help=Text(
        nb="bruk enkle anførselstegn, der «\\» er et vanlig tegn:\n{rewrite}",
        nn="bruk enkle hermeteikn, der «\\» er eit vanleg teikn:\n{rewrite}",
        en="use single quotation marks, where `\\` is an ordinary sign:\n{rewrite}",
    ),
    check=reported(tell),
    good="source: 'K:\\dokument\\tiltak.docx'\n",
    bad='source: "K:\\dokument\\tiltak.docx"  # DT024@12\n',
)
