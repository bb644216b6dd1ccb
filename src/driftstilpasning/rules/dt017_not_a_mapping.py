"""A file is a list, or a text, without fields."""

import re

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.text import Text

_ITEMS = Text(
    nb="filen er en liste, ikke felt",
    nn="fila er ei liste, ikkje felt",
    en="the file is a list, not fields",
)
_NO_DASHES = Text(
    nb="ta bort «- » foran feltene:\n{rewrite}",
    nn="ta bort «- » framfor felta:\n{rewrite}",
    en="remove `- ` before the fields:\n{rewrite}",
)
_ITEM = re.compile(r"- +(?P<field>\w+: .*)")


def tell(problem: Problem) -> Finding:
    """What stands instead of fields; a list of fields is one dash a line from being right."""
    match = _ITEM.fullmatch(problem.where.place.text)
    if match is None:
        return Finding(problem.where)
    return Finding(problem.where, {"rewrite": match["field"]}, message=_ITEMS, help=_NO_DASHES)


RULE = Rule(
    code="DT017",
    name="not-a-mapping",
    severity=Severity.ERROR,
    message=Text(
        nb="filen har ingen felt",
        nn="fila har ingen felt",
        en="the file has no fields",
    ),
    why=Text(
        nb="Et tiltak og en plan består av felt: et navn, et kolon og en verdi. En ren tekst eller en liste sier ikke "
        "hva som er hva.",
        nn="Eit tiltak og ein plan er sett saman av felt: eit namn, eit kolon og ein verdi. Ein rein tekst eller ei "
        "liste seier ikkje kva som er kva.",
        en="A measure and a plan are made of fields: a name, a colon and a value. A mere text or a list does not say "
        "what is what.",
    ),
    help=Text(
        nb="skriv et felt på hver linje, for eksempel «id: HO-03»",
        nn="skriv eit felt på kvar linje, til dømes «id: HO-03»",
        en="write a field on each line, for instance `id: HO-03`",
    ),
    check=reported(tell),
    good="id: HO-03\n",
    bad=b"- HO-03\n- Felles kj\xc3\xb8kken\n",
    places={"measures/example.yaml": [(1, 1)]},
)
