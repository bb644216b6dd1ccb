"""What each sector has of a measure."""

from collections.abc import Mapping

from driftstilpasning.analysis.counting import split
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money


def parts(measure: Measure, amount: Money) -> Mapping[str, Money]:
    """``amount`` by sector; nothing is divided where there is one sector, as there nearly always is."""
    return {measure.sector: amount} if isinstance(measure.sector, str) else split(amount, measure.sector)
