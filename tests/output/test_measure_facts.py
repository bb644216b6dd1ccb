"""What ``dt explain`` says of a measure beside amounts and grades: every field of the file has its place."""

from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.measure_facts import facts
from driftstilpasning.text import Lang


def test_every_fact_of_the_file_is_said_in_words(portfolio: Portfolio) -> None:
    """
    # measures/a.yaml
    fte: -1.5
    fte_how: vacancy
    range: {low: 300, high: 500}
    funding: earmarked
    benefit: time
    law: {level: must, reference: opplæringslova § 2-1}
    kostra: "202"
    decisions: [{date: 2013-06-10, body: styringsgruppe, outcome: proposed, reference: PS-41/13, note: Samrøystes}]
    origin: party
    authority: administration
    working_group: skule
    themes: [kultur, kapasitet]
    source: Rapport s. 3
    visibility: internal
    """
    (measure,) = portfolio
    assert [line.replace("\u00a0", " ") for line in facts(measure, Lang.NN)] == [
        "Årsverk: −1,5, vakanse",
        "Anslag: 300 000 kr til 500 000 kr",
        "Finansiering: øyremerkt",
        "Gevinst: tid",
        "Lov: lovpålagd (opplæringslova § 2-1)",
        "KOSTRA-funksjon: 202 Grunnskole",
        "Vedtak 10.6.2013: styringsgruppe: foreslått, PS-41/13, Samrøystes",
        "Kjem frå: eit parti",
        "Vert avgjort av: administrasjonen, etter drøfting",
        "Arbeidsgruppe: skule",
        "Tema: kultur, kapasitet",
        "Kjelde: Rapport s. 3",
        "Intern: vert ikkje vist for seg i det som vert laga for offentlegheita",
    ]


def test_what_the_file_leaves_out_is_not_said(portfolio: Portfolio) -> None:
    """
    measures/a.yaml: {}
    """
    (measure,) = portfolio
    assert list(facts(measure, Lang.EN)) == []
