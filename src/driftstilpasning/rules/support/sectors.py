"""What each sector has of a measure."""

from collections.abc import Mapping, Sequence

from driftstilpasning.analysis.counting import split
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money
from driftstilpasning.rules.support.fields import in_braces


def parts(measure: Measure, amount: Money) -> Mapping[str, Money]:
    """``amount`` by sector; nothing is divided where there is one sector, as there nearly always is."""
    return {measure.sector: amount} if isinstance(measure.sector, str) else split(amount, measure.sector)


def even_shares(sectors: Sequence[str]) -> str:
    """The sectors with whole shares of 100, as even as can be, ready to paste.

    >>> even_shares(["oppvekst", "teknisk", "kultur"])
    '{oppvekst: 34, teknisk: 33, kultur: 33}'
    """
    share, rest = divmod(100, len(sectors))
    return in_braces({sector: str(share + (i < rest)) for i, sector in enumerate(sectors)})
