"""Political acceptance is told only where a body with politicians gave it."""

import pytest

from driftstilpasning.analysis.bodies import political


@pytest.mark.parametrize(
    "body",
    [
        "kommunestyre",
        "Kommunestyret",
        "bystyret",
        "formannskapet",
        "hovudutval for oppvekst",
        "Hovedutvalget",
        "utval for helse",
        "utvalget for kultur",
        "administrasjonsutvalg",
        "partssamansett utval",
        "partssammensatt utvalg",
        "Komiteen",
        "styringsgruppa",
        "styringsgruppe for omstilling",
        "the municipal council",
        "steering group",
    ],
)
def test_a_body_of_elected_members_is_known_by_its_name(body: str) -> None:
    assert political(body)


@pytest.mark.parametrize(
    "body",
    [
        None,
        "",
        "rådmann",
        "rådmannens leiargruppe",
        "arbeidsgruppe",
        "byrådsavdeling for finans",
        "arbeidsmiljøutvalg",
        "tilsettingsutval",
        "tillitsvalde",
        "administrasjonen",
        "eldrerådet",
    ],
)
def test_any_other_body_is_not_guessed_to_be_one(body: str | None) -> None:
    assert not political(body)
