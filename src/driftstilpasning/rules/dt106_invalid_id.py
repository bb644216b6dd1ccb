"""An id with other signs than letters, digits and ``-``."""

import re

from driftstilpasning.diagnostic import Problem, Severity
from driftstilpasning.rules import Finding, Rule, reported
from driftstilpasning.rules.support.fields import named
from driftstilpasning.rules.support.fixes import replacing
from driftstilpasning.text import Text

_REWRITE = Text(
    nb="bruk bokstaver, sifre og bindestrek: skriv {rewrite}",
    nn="bruk bokstavar, siffer og bindestrek: skriv {rewrite}",
    en="use letters, digits and hyphens: write {rewrite}",
)


def tell(problem: Problem) -> Finding:
    """The id, and what it could be instead."""
    rewrite = re.sub(r"[\W_]+", "-", problem.facts["value"]).strip("-")
    if not rewrite:
        return Finding(problem.where, named(problem))
    fix = replacing(problem.where, rewrite, safe=False)  # what other files call the measure stays as it was
    return Finding(problem.where, {**named(problem), "rewrite": rewrite}, help=_REWRITE, fix=fix)


RULE = Rule(
    code="DT106",
    name="invalid-id",
    severity=Severity.ERROR,
    message=Text(
        nb="«{value}» kan ikke være en id",
        nn="«{value}» kan ikkje vere ein id",
        en="`{value}` cannot be an id",
    ),
    why=Text(
        nb="Id-en blir brukt i andre filer, i vedtak og i regneark. Bare bokstaver, sifre og bindestrek kommer uendret "
        "gjennom alt dette.",
        nn="Id-en vert brukt i andre filer, i vedtak og i rekneark. Berre bokstavar, siffer og bindestrek kjem uendra "
        "gjennom alt dette.",
        en="The id is used in other files, in decisions and in spreadsheets. Letters, digits and hyphens alone come "
        "through all that unchanged.",
    ),
    help=Text(
        nb="bruk bokstaver, sifre og bindestrek",
        nn="bruk bokstavar, siffer og bindestrek",
        en="use letters, digits and hyphens",
    ),
    check=reported(tell),
    good="id: HO-03\n",
    bad="id: HO 03  # DT106@5\n",
)
