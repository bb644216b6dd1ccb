"""A KOSTRA function that the list of functions does not have."""

from collections.abc import Iterable

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model import kostra
from driftstilpasning.model.measure import Measure
from driftstilpasning.rules import Finding, Rule, each
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located


def check(located: Located[Measure]) -> Iterable[Finding]:
    """An unknown function; financing is known by its number."""
    code = located.value.kostra
    if code is None or kostra.known(code) or kostra.is_financing(code):
        return ()
    return [Finding(located.at("kostra"), {"function": code})]


RULE = Rule(
    code="DT317",
    name="unknown-kostra",
    severity=Severity.INFO,
    message=Text(
        nb="KOSTRA-funksjon «{function}» står ikke i listen som følger med dt",
        nn="KOSTRA-funksjon «{function}» står ikkje i lista som følgjer med dt",
        en="KOSTRA function `{function}` is not in the list that comes with dt",
    ),
    why=Text(
        nb="Funksjonen sier hva slags tjeneste pengene går til. Kodene endrer seg fra år til år, så en ukjent kode "
        "kan være riktig; den kan også være en skrivefeil.",
        nn="Funksjonen seier kva slags teneste pengane går til. Kodane endrar seg frå år til år, så ein ukjend kode "
        "kan vere rett; han kan òg vere ein skrivefeil.",
        en="The function says what service the money goes to. Codes change from year to year, so an unknown one may "
        "be right; it may also be mistyped.",
    ),
    help=Text(
        nb="se etter «{function}» i kontoplanen for planens år; er den riktig, skriv etter feltet:\n"
        '# dt: ignore DT317 reason="…"',
        nn="sjå etter «{function}» i kontoplanen for året til planen; er han rett, skriv etter feltet:\n"
        '# dt: ignore DT317 reason="…"',
        en="look for `{function}` in the accounts of the plan's year; if it is right, write after the field:\n"
        '# dt: ignore DT317 reason="…"',
    ),
    check=each(check),
    good='kostra: "202"\n',
    bad='kostra: "922"  # DT317@9\n',
)
