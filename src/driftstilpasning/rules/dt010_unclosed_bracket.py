"""A bracket is opened and not closed."""

import re
from typing import Final

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fixes import in_line
from driftstilpasning.rules.support.lines import closing, whole_field
from driftstilpasning.text import Text

_CLOSING: Final = frozenset("]})")
_CLOSED = Text(
    nb="skriv «{closing}» der innholdet slutter:\n{rewrite}",
    nn="skriv «{closing}» der innhaldet sluttar:\n{rewrite}",
    en="write `{closing}` where the contents end:\n{rewrite}",
)
_OTHER_SIGN = Text(
    nb="«{sign}» som åpnes her, blir lukket med «{wrong}»",
    nn="«{sign}» som vert opna her, vert lukka med «{wrong}»",
    en="`{sign}` opened here is closed with `{wrong}`",
)
_CHANGE = Text(
    nb="lukk med «{closing}»:\n{rewrite}",
    nn="lukk med «{closing}»:\n{rewrite}",
    en="close with `{closing}`:\n{rewrite}",
)


def tell(problem: Problem) -> Finding:
    """The bracket, where it is opened, with the one that is missing, in its line where that is all of it."""
    where = problem.where
    sign = "}" if problem.facts["sign"] == "{" else "]"
    facts = {**problem.facts, "closing": sign}
    field = whole_field(where)
    if field is None or len(re.findall(r"[\[{]", field["rest"])) > 1:
        return Finding(where, facts)
    if field["rest"].endswith(tuple(_CLOSING - {sign})):
        facts |= {"wrong": field["rest"][-1], "rewrite": f"{field['key']}: {field['rest'][:-1]}{sign}"}
        fix = in_line(where, field["rest"], field["rest"][:-1] + sign, safe=False)
        return Finding(where, facts, message=_OTHER_SIGN, help=_CHANGE, fix=fix)
    facts["rewrite"] = f"{field['key']}: {field['rest']}{sign}"
    return Finding(where, facts, help=_CLOSED, fix=closing(where, sign))


RULE = Rule(
    code="DT010",
    name="unclosed-bracket",
    severity=Severity.ERROR,
    message=Text(
        nb="«{sign}» som åpnes her, blir ikke lukket",
        nn="«{sign}» som vert opna her, vert ikkje lukka",
        en="`{sign}` opened here is not closed",
    ),
    why=Text(
        nb="Innholdet mellom { } og [ ] hører sammen. Uten et tegn til slutt kan ingen vite hvor det slutter, og filen "
        "kan ikke leses.",
        nn="Innhaldet mellom { } og [ ] høyrer saman. Utan eit teikn til slutt kan ingen vite kvar det sluttar, og "
        "fila kan ikkje lesast.",
        en="What stands between { } and [ ] belongs together. Without a sign at its end nobody can know where it ends, "
        "and the file cannot be read.",
    ),
    help=Text(
        nb="skriv «{closing}» der innholdet slutter; er det tekst, sett den i anførselstegn",
        nn="skriv «{closing}» der innhaldet sluttar; er det tekst, set han i hermeteikn",
        en="write `{closing}` where the contents end; if it is text, put it in quotation marks",
    ),
    check=reported(tell),
    good="effect: {annual: 400, from: 2013-08}\n",
    bad="effect: {annual: 400, from: 2013-08  # DT010@9\n",
)
