"""A value begins with ``&``, ``*`` or ``!``, which YAML keeps for itself."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.lines import quote_the_rest
from driftstilpasning.text import Text


def tell(problem: Problem) -> Finding:
    """The value; what begins with ``&`` or ``!``, or repeats what does, may be meant as YAML has it."""
    return quote_the_rest(problem, safe=problem.facts["sign"] == "*" and "&" not in problem.where.document.text)


RULE = Rule(
    code="DT013",
    name="alias-or-tag",
    severity=Severity.ERROR,
    message=Text(
        nb="en verdi kan ikke begynne med «{sign}»",
        nn="ein verdi kan ikkje byrje med «{sign}»",
        en="a value cannot begin with `{sign}`",
    ),
    why=Text(
        nb="I YAML betyr tegnene &, * og ! at en verdi er hentet fra et annet sted, eller er av et eget slag. dt "
        "bruker dem ikke: det som står i en fil, skal kunne leses der det står.",
        nn="I YAML tyder teikna &, * og ! at ein verdi er henta frå ein annan stad, eller er av eit eige slag. dt "
        "brukar dei ikkje: det som står i ei fil, skal kunne lesast der det står.",
        en="In YAML the signs &, * and ! mean that a value is taken from elsewhere, or is of a kind of its own. dt "
        "does not use them: what a file says can be read where it stands.",
    ),
    help=Text(
        nb="sett teksten i anførselstegn, eller skriv verdien helt ut",
        nn="set teksten i hermeteikn, eller skriv verdien heilt ut",
        en="put the text in quotation marks, or write the value in full",
    ),
    check=reported(tell),
    good='owner: "*rektor"\n',
    bad="owner: *rektor  # DT013@8\n",
)
