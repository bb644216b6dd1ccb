"""Two files have the same id."""

from driftstilpasning.diagnostic import Problem, Related, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.text import Text

_THERE = Text(nb="her står den samme id-en", nn="her står den same id-en", en="the same id stands here")


def tell(problem: Problem) -> Finding:
    """The later file, with the place in the first."""
    related = (Related(problem.other, _THERE),) if problem.other is not None else ()
    return Finding(problem.where, problem.facts, related=related)


RULE = Rule(
    code="DT301",
    name="duplicate-id",
    severity=Severity.ERROR,
    message=Text(
        nb="id-en {id} er også brukt i {other}",
        nn="id-en {id} er òg brukt i {other}",
        en="the id {id} is used in {other} too",
    ),
    why=Text(
        nb="Når to tiltak har samme id, kan ingen vite hvilket et vedtak eller et annet tiltak viser til. Ingen av dem "
        "blir regnet med før det er rettet. Store og små bokstaver er det samme.",
        nn="Når to tiltak har same id, kan ingen vite kva for eit eit vedtak eller eit anna tiltak viser til. Ingen av "
        "dei vert rekna med før det er retta. Store og små bokstavar er det same.",
        en="When two measures have the same id, nobody can know which of them a decision or another measure refers to. "
        "Neither is counted until it is corrected. Capital and small letters are the same.",
    ),
    help=Text(
        nb="gi ett av tiltakene en ny id",
        nn="gje eitt av tiltaka ein ny id",
        en="give one of the measures a new id",
    ),
    check=reported(tell),
    good="# measures/a.yaml\nid: HO-01\n# measures/b.yaml\nid: HO-02\n",
    bad="# measures/a.yaml\nid: HO-01\n# measures/b.yaml\nid: ho-01  # DT301@5\n",
)
