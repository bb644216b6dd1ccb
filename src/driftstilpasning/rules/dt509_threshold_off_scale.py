"""Feasibility is a mean of grades from 1 to 5."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule, reported
from driftstilpasning.text import Text

RULE = Rule(
    code="DT509",
    name="threshold-off-scale",
    severity=Severity.ERROR,
    message=Text(
        nb="«{field}» er {value}, men skalaen går fra 1 til 5",
        nn="«{field}» er {value}, men skalaen går frå 1 til 5",
        en="`{field}` is {value}, but the scale runs from 1 to 5",
    ),
    why=Text(
        nb="Gjennomførbarheten er et snitt av karakterer fra 1 til 5. En grense utenfor skalaen gjør "
        "alle tiltak like lette eller like vanskelige, og kvadranten sier ingenting.",
        nn="Gjennomførbarheita er eit snitt av karakterar frå 1 til 5. Ei grense utanfor skalaen gjer "
        "alle tiltak like lette eller like vanskelege, og kvadranten seier ingenting.",
        en="Feasibility is a mean of grades from 1 to 5. A threshold off the scale makes all measures "
        "equally easy or hard, and the quadrant says nothing.",
    ),
    help=Text(
        nb="skriv et tall fra 1 til 5; 3.5 er vanlig for «feasibility», 2 for «floor»",
        nn="skriv eit tal frå 1 til 5; 3.5 er vanleg for «feasibility», 2 for «floor»",
        en="write a number from 1 to 5; 3.5 is usual for `feasibility`, 2 for `floor`",
    ),
    check=reported(),
    good="# budgets/plan.yaml\nquadrant: {effect: 500, feasibility: 3.5}\n",
    bad="# budgets/plan.yaml\nquadrant: {effect: 500, feasibility: 9}  # DT509@38\n",
)
