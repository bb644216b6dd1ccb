"""A service paid by fees at cost, whose saving is counted as free money."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Severity
from driftstilpasning.model import kostra
from driftstilpasning.model.measure import Funding
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each measure in a self-cost function with other funding."""
    for located in workspace.measures:
        code = located.value.kostra
        if code is not None and kostra.is_self_cost(code) and located.value.funding is not Funding.SELF_COST:
            yield Finding(located.at("kostra"), {"function": code, "name": kostra.name(code) or code})


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
        en='add `funding: self-cost`, or mend `kostra: "{function}"`',
    ),
    check=check,
    good='kostra: "340"\nfunding: self-cost\n',
    bad='kostra: "340"  # DT318@9\n',
)
