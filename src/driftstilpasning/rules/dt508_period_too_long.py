"""A plan has four years, seldom more than ten."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule, reported
from driftstilpasning.text import Text

RULE = Rule(
    code="DT508",
    name="period-too-long",
    severity=Severity.ERROR,
    message=Text(
        nb="planen går fra {first} til {last}, mer enn {longest} år",
        nn="planen går frå {first} til {last}, meir enn {longest} år",
        en="the plan runs from {first} to {last}, more than {longest} years",
    ),
    why=Text(
        nb="En økonomiplan er på fire år, sjelden på mer enn ti. Er et årstall feil, blir tabellene "
        "uleselige og summene meningsløse.",
        nn="Ein økonomiplan er på fire år, sjeldan på meir enn ti. Er eit årstal feil, vert tabellane "
        "uleselege og summane meiningslause.",
        en="A plan has four years, seldom more than ten. With a year typed wrongly the tables cannot be "
        "read and the sums mean nothing.",
    ),
    help=Text(
        nb="rett «first» eller «last» under «period»",
        nn="rett «first» eller «last» under «period»",
        en="mend `first` or `last` under `period`",
    ),
    check=reported(),
    good="# budgets/plan.yaml\nperiod: {first: 2013, last: 2016}\n",
    bad="# budgets/plan.yaml\nperiod: {first: 1013, last: 2016}  # DT508@17\n",
)
