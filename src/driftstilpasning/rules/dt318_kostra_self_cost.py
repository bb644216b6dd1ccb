"""A service paid by fees at cost, whose saving is counted as free money."""

from collections.abc import Iterable

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model import kostra
from driftstilpasning.model.measure import Funding, Measure
from driftstilpasning.rules import Finding, Rule, each
from driftstilpasning.text import Text
from driftstilpasning.workspace import Located


def check(located: Located[Measure]) -> Iterable[Finding]:
    """A measure in a self-cost function with other funding."""
    code = located.value.kostra
    if code is None or not kostra.is_self_cost(code) or located.value.funding is Funding.SELF_COST:
        return ()
    return [Finding(located.at("kostra"), {"function": code, "name": kostra.name(code) or code})]


RULE = Rule(
    code="DT318",
    name="kostra-self-cost",
    severity=Severity.WARNING,
    message=Text(
        nb="funksjon {function} «{name}» er selvkost, men «funding» er det ikke",
        nn="funksjon {function} «{name}» er sjølvkost, men «funding» er det ikkje",
        en="function {function} “{name}” is self-cost, but `funding` is not",
    ),
    why=Text(
        nb="Vann, avløp og renovasjon betales av gebyrene. Det som spares, går tilbake til innbyggerne innen fem år "
        "og senker ikke netto driftsutgifter, så det kan ikke telle mot målet.",
        nn="Vatn, avløp og renovasjon vert betalte av gebyra. Det som vert spart, går attende til innbyggjarane "
        "innan fem år og senkar ikkje netto driftsutgifter, så det kan ikkje telje mot målet.",
        en="Water, sewage and waste are paid by fees. What is saved goes back to the inhabitants within five years "
        "and does not lower net operating expenditure, so it cannot count toward the target.",
    ),
    help=Text(
        nb='legg til «funding: self-cost», eller rett «kostra: "{function}"»',
        nn='legg til «funding: self-cost», eller rett «kostra: "{function}"»',
        en='add `funding: self-cost`, or correct `kostra: "{function}"`',
    ),
    check=each(check),
    good='kostra: "340"\nfunding: self-cost\n',
    bad='kostra: "340"  # DT318@9\n',
)
