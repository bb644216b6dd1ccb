"""A quotation mark is opened and not closed."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.lines import closing, text_at, whole_field
from driftstilpasning.text import Text

_CLOSED = Text(
    nb="lukk teksten:\n{rewrite}",
    nn="lukk teksten:\n{rewrite}",
    en="close the text:\n{rewrite}",
)


def tell(problem: Problem) -> Finding:
    """The mark, where it is opened; where the text is all that stands on the line, with the line closed."""
    sign, field = text_at(problem.where), whole_field(problem.where)
    if field is None or not field["rest"].startswith(sign):
        return Finding(problem.where, {"sign": sign})
    facts = {"sign": sign, "rewrite": f"{field['key']}: {field['rest']}{sign}"}
    return Finding(problem.where, facts, help=_CLOSED, fix=closing(problem.where, sign))


RULE = Rule(
    code="DT009",
    name="unclosed-quote",
    severity=Severity.ERROR,
    message=Text(
        nb="anførselstegnet som åpnes her, blir ikke lukket",
        nn="hermeteiknet som vert opna her, vert ikkje lukka",
        en="the quotation mark opened here is not closed",
    ),
    why=Text(
        nb="Uten et tegn til slutt går teksten videre nedover i filen og tar feltene under med seg. Da er de borte fra "
        "tiltaket, og ingen kan vite hva det sier.",
        nn="Utan eit teikn til slutt går teksten vidare nedover i fila og tek felta under med seg. Då er dei borte frå "
        "tiltaket, og ingen kan vite kva det seier.",
        en="Without a mark at its end the text goes on down the file and takes the fields below along. They are then "
        "gone from the measure, and nobody can know what it says.",
    ),
    help=Text(
        nb="skriv {sign} der teksten slutter, på denne linjen",
        nn="skriv {sign} der teksten sluttar, på denne linja",
        en="write {sign} where the text ends, on this line",
    ),
    check=reported(tell),
    good='title: "Samle innkjøpene"\n',
    bad='title: "Samle innkjøpene  # DT009@8\n',
)
