"""Two files say the same overlap with different amounts."""

from collections.abc import Iterator

from driftstilpasning.diagnostic import Related, Severity
from driftstilpasning.rules import Finding, Rule
from driftstilpasning.rules.support.overlaps import mentions
from driftstilpasning.text import Text
from driftstilpasning.workspace import Workspace

_FIRST = Text(nb="her står {amount}", nn="her står {amount}", en="here it is {amount}")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each pair whose overlap is said with more than one amount, at the later file's."""
    for said in mentions(workspace).values():
        first, last = said[0], said[-1]
        if first.amount == last.amount:
            continue
        used = max(mention.amount for mention in said)
        there = first.located.at("overlaps", first.index, "amount")
        yield Finding(
            last.located.at("overlaps", last.index, "amount"),
            {"here": last.amount, "there": first.amount, "other": last.other.value.id, "used": used},
            related=(Related(there, _FIRST, {"amount": first.amount}),),
        )


RULE = Rule(
    code="DT309",
    name="overlap-amounts-differ",
    severity=Severity.WARNING,
    message=Text(
        nb="overlappet med {other} er {here} her og {there} der; {used} blir brukt",
        nn="overlappet med {other} er {here} her og {there} der; {used} vert brukt",
        en="the overlap with {other} is {here} here and {there} there; {used} is used",
    ),
    why=Text(
        nb="Et overlapp er det to tiltak begge ville regne som sitt. Det blir trukket fra én gang. Er filene uenige, "
        "brukes det største beløpet, så summen ikke lover for mye.",
        nn="Eit overlapp er det to tiltak begge ville rekne som sitt. Det vert trekt frå éin gong. Er filene usamde, "
        "vert det største beløpet brukt, så summen ikkje lovar for mykje.",
        en="An overlap is what two measures would both claim. It is taken off once. Where the files disagree the "
        "larger amount is used, so that the total does not promise too much.",
    ),
    help=Text(
        nb="skriv det samme beløpet begge steder, eller la bare ett av tiltakene si det",
        nn="skriv det same beløpet begge stader, eller lat berre eitt av tiltaka seie det",
        en="write the same amount in both places, or let only one of the measures say it",
    ),
    check=check,
    good="# measures/a.yaml\nid: A-1\noverlaps: [{with: A-2, amount: 200}]\n"
    "# measures/b.yaml\nid: A-2\noverlaps: [{with: A-1, amount: 200}]\n",
    bad="# measures/a.yaml\nid: A-1\noverlaps: [{with: A-2, amount: 200}]\n"
    "# measures/b.yaml\nid: A-2\noverlaps: [{with: A-1, amount: 250}]  # DT309@32\n",
)
