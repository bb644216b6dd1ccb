"""Which findings are shown when some are asked for, or asked away."""

import pytest

from driftstilpasning.checking.selection import shown_codes
from driftstilpasning.errors import DtError
from driftstilpasning.rules import all_rules, always_shown
from driftstilpasning.text import Lang

EVERY = {rule.code for rule in all_rules()}


def shown(select: list[str], ignore: list[str]) -> set[str]:
    """The codes that are shown beside those that always are."""
    return set(shown_codes(select, ignore) - always_shown())


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        (["DT203"], [], {"DT203"}),
        (["dt203"], [], {"DT203"}),
        (["DT203,DT205"], [], {"DT203", "DT205"}),
        (["DT203", " DT205, DT206 ,"], [], {"DT203", "DT205", "DT206"}),
        (["effect-outside-period"], [], {"DT203"}),
        (["Missing-Grades,DT40"], ["DT404"], {"DT401", "DT402", "DT403", "DT405"}),
        (["DT4"], [], {"DT401", "DT402", "DT403", "DT404", "DT405"}),
        (["DT4"], ["DT4"], set()),
        (["DT4"], ["DT40"], set()),
        (["DT4", "DT402"], ["DT40"], {"DT402"}),
        (["DT402"], ["DT4", "ALL"], {"DT402"}),
        (["DT402"], ["missing-grades"], {"DT402"}),
        (["DT401"], ["missing-grades"], set()),
        (["DT"], ["DT1", "DT2", "DT3", "DT4", "DT5"], {"DT020", "DT026", "DT027", "DT028", "DT029", "DT030"}),
        (["ALL"], ["DT0", "DT1", "DT2", "DT3", "DT5"], {"DT401", "DT402", "DT403", "DT404", "DT405"}),
        ([], ["ALL"], set()),
    ],
)
def test_the_longest_that_fits_decides_and_of_two_equals_ignore(
    select: list[str], ignore: list[str], codes: set[str]
) -> None:
    assert shown(select, ignore) == codes


def test_without_a_choice_everything_is_shown() -> None:
    assert shown_codes([], []) == EVERY == shown_codes(["ALL"], [])
    assert shown_codes([], ["DT203"]) == EVERY - {"DT203"}


def test_what_keeps_a_file_from_being_read_is_always_shown() -> None:
    assert shown_codes(["DT203"], ["DT0", "DT008"]) == always_shown() | {"DT203"}
    assert {"DT001", "DT008", "DT101", "DT201", "DT301", "DT501"} <= always_shown()
    assert not {"DT020", "DT026", "DT203", "DT401", "DT510"} & always_shown()


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("DT2O3", "--ignore: there is no code or rule `DT2O3`. Did you mean DT203?"),
        ("missing_grades", "--ignore: there is no code or rule `missing_grades`. Did you mean DT401?"),
        ("DT9", "--ignore: there is no code or rule `DT9`. See `dt explain --all`"),
        ("DT2033", "--ignore: there is no code or rule `DT2033`. See `dt explain --all`"),
        ("grades", "--ignore: there is no code or rule `grades`."),
        ("", "--ignore: there is no code or rule ``. See `dt explain --all`"),
        (" , ", "--ignore: there is no code or rule ``. See `dt explain --all`"),
    ],
)
def test_what_fits_no_rule_is_refused(term: str, said: str) -> None:
    with pytest.raises(DtError) as refused:
        shown_codes([], ["DT4", term])
    assert refused.value.render(Lang.EN).startswith(said)
