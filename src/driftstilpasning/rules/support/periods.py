"""The plan's years, for rules about years that it does not have."""

from collections.abc import Collection

from driftstilpasning.model.plan import LONGEST
from driftstilpasning.model.years import Period


def extended(period: Period, years: Collection[int]) -> str | None:
    """A ``period`` that goes on through ``years``, as the plan writes it; None for years that no plan would have.

    >>> extended(Period(2013, 2016), [2017, 2019])
    'period: {first: 2013, last: 2019}'
    >>> extended(Period(2013, 2016), [2012]), extended(Period(2013, 2016), [2103])
    (None, None)
    """
    last = max(years)
    if min(years) < period.first or len(Period(period.first, last)) > LONGEST:
        return None
    return f"period: {{first: {period.first}, last: {last}}}"
