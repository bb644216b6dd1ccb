"""Twenty broken files, and what other tools say of them beside what ``dt`` says.

``docs/comparison.md`` shows it. What the other tools said is stored in ``docs/comparison.json``; run those that are
installed again with::

    python -m tests.comparison

and then ``python docs/build.py``.
"""

from pathlib import Path
from typing import NamedTuple

from tests.documents import ROOT
from tests.gallery import GALLERY

STORED = ROOT / "docs/comparison.json"


class Broken(NamedTuple):
    """A broken file of the gallery, what is wrong with it, and what has to be written instead.

    ``cures`` are values, fields or commands to be pasted; there are none where only the author knows what was meant.
    """

    file: str
    fault: str
    cures: tuple[str, ...] = ()

    @property
    def entry(self) -> Path:
        """The portfolio that it is in."""
        return GALLERY / self.file.partition("/")[0]

    @property
    def name(self) -> str:
        """Its name in the portfolio."""
        return self.file.partition("/")[2]


FILES = (
    Broken("dt011-samme-aar-to-ganger/measures/op-02.yaml", "the same year twice"),
    Broken(
        "dt201-desimalkomma/measures/op-09.yaml",
        "decimal commas in four years",
        ("2026: 1200", "2027: 2900", "2028: 2900", "2029: 2900"),
    ),
    Broken("dt201-mellomrom-mellom-tusen/measures/sd-04.yaml", "`1 200 000`", ("1200000",)),
    Broken("dt201-punktum-mellom-tusen/measures/hv-02.yaml", "`1.200.000`", ("1200000",)),
    Broken("dt201-komma-og-tre-siffer/measures/te-18.yaml", "`1,200`", ("1200",)),
    Broken("dt102-efekt/measures/op-33.yaml", "`efekt` for `effect`", ("effect",)),
    Broken("dt103-norsk-status/measures/st-18.yaml", "a status in Norwegian", ("adopted",)),
    Broken("dt111-sektoren-no/measures/no-02.yaml", "a sector called NO", ('sector: "NO"',)),
    Broken("dt203-aar-2031/measures/ku-21.yaml", "a year after the plan", ("period: {first: 2026, last: 2031}",)),
    Broken("dt108-norsk-dato/measures/op-36.yaml", "`01.08.2026` for a month", ("2026-08",)),
    Broken(
        "dt102-komma-deler-teksten/measures/ki-11.yaml",
        "a comma in a text within braces",
        ('text: "Færre kveldar med tilbod, men betre vitja."',),
    ),
    Broken(
        "dt008-kolon-i-tittel/measures/he-09.yaml",
        "a colon in a title",
        ('title: "Tiltak: vikarbruk ved sykehjemmet"',),
    ),
    Broken(
        "dt009-anforselstegn-ikke-lukket/measures/ku-08.yaml",
        "a quotation mark that is not closed",
        ('title: "Stenge Gamle kino"',),
    ),
    Broken(
        "dt010-klamme-ikke-lukket/measures/st-06.yaml",
        "a brace that is not closed",
        ("effect: {annual: 1350, from: 2027-04}",),
    ),
    Broken("dt007-tabulator/measures/ho-07.yaml", "indentation with tabs", ("dt validate --fix",)),
    Broken("dt012-flettekonflikt/measures/he-17.yaml", "an unresolved merge conflict"),
    Broken(
        "dt002-windows-1252/measures/he-04.yaml",
        "saved as Windows-1252",
        ("dt validate --fix",),
    ),
    Broken("dt003-utf-16/measures/op-11.yaml", "saved as UTF-16", ("dt validate --fix",)),
    Broken(
        "dt019-nul-teikn/measures/fe-09.yaml",
        "a NUL in a title",
        ("title: Redusere talet på lokale møteserverar",),
    ),
    Broken("dt005-tom-fil/measures/st-02.yaml", "an empty file", ('dt new "',)),
)
