"""The weights of the grades cannot give a mean."""

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.text import Text

_ALL_ZERO = Text(
    nb="alle vektene er 0",
    nn="alle vektene er 0",
    en="all the weights are 0",
)


def tell(problem: Problem) -> Finding:
    """The weight below 0, or the weights where all are 0."""
    return Finding(problem.where, message=_ALL_ZERO if problem.where.path[-1] == "weights" else None)


RULE = Rule(
    code="DT507",
    name="weights-unusable",
    severity=Severity.ERROR,
    message=Text(
        nb="en vekt kan ikke være mindre enn 0",
        nn="ei vekt kan ikkje vere mindre enn 0",
        en="a weight cannot be less than 0",
    ),
    why=Text(
        nb="Vektene sier hvor mye ansatte, brukere og aksept teller i gjennomførbarheten. Med en vekt under 0, eller "
        "bare vekter på 0, finnes det ikke noe gjennomsnitt.",
        nn="Vektene seier kor mykje tilsette, brukarar og aksept tel i gjennomførbarheita. Med ei vekt under 0, eller "
        "berre vekter på 0, finst det ikkje noko gjennomsnitt.",
        en="The weights say how much staff, users and acceptance count in the feasibility. With a weight below 0, or "
        "none above it, there is no mean.",
    ),
    help=Text(
        nb="skriv 1 for vanlig vekt, eller 0 for å se bort fra en av dem",
        nn="skriv 1 for vanleg vekt, eller 0 for å sjå bort frå ei av dei",
        en="write 1 for ordinary weight, or 0 to leave one of them out",
    ),
    check=reported(tell),
    good=(
        "# budgets/plan.yaml\nquadrant: {effect: 500, feasibility: 3.5, weights: {staff: 1, users: 1, acceptance: 1}}\n"
    ),
    bad=("# budgets/plan.yaml\nquadrant:\n  effect: 500\n  feasibility: 3.5\n  weights:\n    staff: -1  # DT507@12\n"),
)
