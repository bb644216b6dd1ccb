"""``dt explain`` of a measure: every amount, what it counts toward, and why."""

from collections.abc import Iterator, Mapping

from driftstilpasning.analysis.counting import Why
from driftstilpasning.analysis.explain import Explanation, Toward
from driftstilpasning.model.money import Money, Unit, kroner
from driftstilpasning.model.plan import Basis
from driftstilpasning.output.layout import Column, Screen, table, wrap
from driftstilpasning.output.measure_facts import facts
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import BASIS, GRADE, KIND, QUADRANT, STATUS, UNPLACED, WHY
from driftstilpasning.text.numbers import number, signed

_WORDS = {
    "amounts": Text(nb="Beløp i kroner", nn="Beløp i kroner", en="Amounts in NOK"),
    "in_year": Text(nb="virkning i året, brutto", nn="verknad i året, brutto", en="effect in the year, gross"),
    "cost": Text(nb="omstillingskostnad (engangs)", nn="omstillingskostnad (eingong)", en="one-off cost"),
    "level": Text(nb="varig nivå", nn="varig nivå", en="lasting level"),
    "overlap": Text(nb="overlapp med {other}", nn="overlapp med {other}", en="overlap with {other}"),
    "overlap_theirs": Text(
        nb="Overlappen med {other} er trukket fra {other}.",
        nn="Overlappen med {other} er trekt frå {other}.",
        en="The overlap with {other} is taken off {other}.",
    ),
    "counted": Text(nb="teller med, brutto", nn="tel med, brutto", en="counts, gross"),
    "counted_level": Text(nb="teller med, varig nivå", nn="tel med, varig nivå", en="counts, lasting level"),
    "does_not_count": Text(nb="Teller ikke med: {why}.", nn="Tel ikkje med: {why}.", en="Does not count: {why}."),
    "instead": Text(
        nb="{other} er valgt i stedet, {by}.",
        nn="{other} er valt i staden, {by}.",
        en="{other} is taken instead, {by}.",
    ),
    "targets": Text(nb="Mot målene, kroner", nn="Mot måla, kroner", en="Toward the targets, NOK"),
    "target": Text(nb="Mål", nn="Mål", en="Target"),
    "toward": Text(nb="Teller", nn="Tel", en="Counts"),
    "why": Text(nb="Hvorfor", nn="Kvifor", en="Why"),
    "because": Text(
        nb="{status}; målet teller fra og med {counts}; {basis}",
        nn="{status}; målet tel frå og med {counts}; {basis}",
        en="{status}; the target counts from {counts} on; {basis}",
    ),
    "because_conditional": Text(
        nb="{status}; målet teller fra og med {counts}; {basis}; på vilkår",
        nn="{status}; målet tel frå og med {counts}; {basis}; på vilkår",
        en="{status}; the target counts from {counts} on; {basis}; conditional",
    ),
    "status_why": Text(
        nb="{status}; målet teller først fra og med {counts}",
        nn="{status}; målet tel fyrst frå og med {counts}",
        en="{status}; the target counts from {counts} on only",
    ),
    "requires": Text(
        nb="Krever {other}, som teller med.", nn="Krev {other}, som tel med.", en="Requires {other}, which counts."
    ),
    "requires_not": Text(
        nb="Krever {other}, som ikke teller med: beløpet står på vilkår.",
        nn="Krev {other}, som ikkje tel med: beløpet står på vilkår.",
        en="Requires {other}, which does not count: the amount is conditional.",
    ),
    "sectors": Text(
        nb="Delt på sektorer, nivå {year}: {parts}",
        nn="Delt på sektorar, nivå {year}: {parts}",
        en="By sector, level {year}: {parts}",
    ),
    "place": Text(nb="Plassering", nn="Plassering", en="Placement"),
    "not_placed": Text(nb="Ikke plassert: {why}.", nn="Ikkje plassert: {why}.", en="Not placed: {why}."),
    "distance": Text(
        nb="Avstand til grensene: virkning {effect}, gjennomførbarhet {feasibility}.",
        nn="Avstand til grensene: verknad {effect}, gjennomførbarheit {feasibility}.",
        en="Distance to the thresholds: effect {effect}, feasibility {feasibility}.",
    ),
    "move": Text(
        nb="Flytter til «{quadrant}» når {grade} går fra {now} til {to}.",
        nn="Flyttar til «{quadrant}» når {grade} går frå {now} til {to}.",
        en="Moves to “{quadrant}” when {grade} goes from {now} to {to}.",
    ),
    "contested": Text(
        nb="Avhenger av metoden: snitt og svakeste karakter gir ulik kvadrant.",
        nn="Avheng av metoden: snitt og svakaste karakter gjev ulik kvadrant.",
        en="Depends on the method: mean and weakest grade give different quadrants.",
    ),
    "staff": Text(
        nb="For ansatte ({grade}): {text}", nn="For tilsette ({grade}): {text}", en="For staff ({grade}): {text}"
    ),
    "users": Text(
        nb="For brukere ({grade}): {text}", nn="For brukarar ({grade}): {text}", en="For users ({grade}): {text}"
    ),
    "acceptance": Text(
        nb="Politisk aksept ({grade}): {text}",
        nn="Politisk aksept ({grade}): {text}",
        en="Political acceptance ({grade}): {text}",
    ),
    "investment": Text(
        nb="investering, ikke med i noen sum", nn="investering, ikkje med i nokon sum", en="investment, in no sum"
    ),
    "owner": Text(nb="Eier: {owner}", nn="Eigar: {owner}", en="Owner: {owner}"),
}
_BY = {
    "status": Text(nb="fordi det har kommet lengst", nn="fordi det har kome lengst", en="since it is furthest along"),
    "size": Text(nb="fordi det er minst", nn="fordi det er minst", en="since it is the smaller"),
    "id": Text(nb="fordi id-en kommer først", nn="fordi id-en kjem fyrst", en="since its id comes first"),
}


def measure_text(explanation: Explanation, screen: Screen, lang: Lang) -> str:
    """One measure: amounts, targets, conditions, and place."""
    measure, plan = explanation.measure, explanation.portfolio.plan
    sectors = ", ".join(plan.sector_name(sector) for sector in measure.shares)
    head = f"{measure.id} {measure.title}"
    about = f"{sectors} · {KIND[measure.kind].render(lang)} · {STATUS[measure.status].render(lang)}"
    lines = [*(screen.paint(line, "bold") for line in wrap(head, screen.width)), *wrap(about, screen.width)]
    if measure.owner:
        lines += wrap(_WORDS["owner"].render(lang, owner=measure.owner), screen.width)
    for line in (*_consequences(explanation, lang), *facts(measure, lang)):
        lines += wrap(line, screen.width, "  ")
    lines += ["", screen.paint(_WORDS["amounts"].render(lang), "bold")]
    lines += _amounts(explanation, screen, lang)
    for line in _notes(explanation, lang):
        lines += wrap(line, screen.width, "  ")
    if explanation.toward:
        lines += ["", screen.paint(_WORDS["targets"].render(lang), "bold")]
        lines += _targets(explanation, screen, lang)
    lines += ["", screen.paint(_WORDS["place"].render(lang), "bold")]
    for line in _place(explanation, lang):
        lines += wrap(line, screen.width, "  ")
    return "\n".join(lines) + "\n"


def _consequences(explanation: Explanation, lang: Lang) -> Iterator[str]:
    measure = explanation.measure
    said = {
        "staff": measure.consequence.staff,
        "users": measure.consequence.users,
        "acceptance": measure.acceptance,
    }
    for name, assessed in said.items():
        if assessed is not None and (assessed.grade is not None or assessed.text):
            given = [str(assessed.grade or "–"), *filter(None, (getattr(assessed, "by", None),))]
            yield _WORDS[name].render(lang, grade=given, text=assessed.text or "–")


def _amounts(explanation: Explanation, screen: Screen, lang: Lang) -> list[str]:
    period = explanation.portfolio.period
    rows: list[tuple[str, Mapping[int, Money]]] = [(_WORDS["in_year"].render(lang), explanation.written.in_year)]
    if any(explanation.cost.values()):
        rows.append((_WORDS["cost"].render(lang), explanation.cost))
    rows.append((_WORDS["level"].render(lang), explanation.written.level))
    if explanation.measure.investment:
        invested = {year: explanation.measure.investment.get(year, Money(0)) for year in period}
        rows.append((_WORDS["investment"].render(lang), invested))
    mine = [d for d in explanation.deductions if d.off is explanation.measure]
    for deduction in mine:
        label = "− " + _WORDS["overlap"].render(lang, other=deduction.other.id)
        rows.append((label, deduction.in_year))
    if mine and explanation.counted is not None:
        rows.append((_WORDS["counted"].render(lang), explanation.counted.in_year))
        rows.append((_WORDS["counted_level"].render(lang), explanation.counted.level))
    columns = [Column("", "left"), *(Column(str(year)) for year in period)]
    return table(columns, [[name, *(_exact(series[year], lang) for year in period)] for name, series in rows], screen)


def _exact(money: Money, lang: Lang) -> str:
    """An amount in kroner, with the øre where there are any: here nothing is rounded."""
    return Unit.KR.show(money, lang, 2 if money.ore % 100 else 0) if money else "–"


def _notes(explanation: Explanation, lang: Lang) -> Iterator[str]:
    if explanation.why is not None:
        yield _WORDS["does_not_count"].render(lang, why=WHY[explanation.why])
    if explanation.not_taken is not None:
        other = explanation.not_taken
        yield _WORDS["instead"].render(lang, other=other.instead.id, by=_BY[other.by])
    for deduction in explanation.deductions:
        if deduction.off is not explanation.measure:
            yield _WORDS["overlap_theirs"].render(lang, other=deduction.off.id)
    for other_id, counts in explanation.requires:
        yield _WORDS["requires" if counts else "requires_not"].render(lang, other=other_id)
    if len(explanation.sectors) > 1:
        parts = [f"{sector} {_exact(money, lang)}" for sector, money in explanation.sectors.items()]
        yield _WORDS["sectors"].render(lang, year=explanation.portfolio.period.last, parts=parts)


def _targets(explanation: Explanation, screen: Screen, lang: Lang) -> list[str]:
    columns = [
        Column(_WORDS["target"].render(lang), "left", flexible=True),
        Column(_WORDS["toward"].render(lang)),
        Column(_WORDS["why"].render(lang), "left", flexible=True),
    ]
    rows = [
        (
            toward.target.title,
            _exact(toward.part.amount, lang) if toward.part is not None else "–",
            _why(toward, explanation, lang),
        )
        for toward in explanation.toward
    ]
    return table(columns, rows, screen)


def _why(toward: Toward, explanation: Explanation, lang: Lang) -> str:
    status, counts = STATUS[explanation.measure.status], STATUS[toward.target.counts]
    if toward.why is Why.STATUS:
        return _WORDS["status_why"].render(lang, status=status, counts=counts)
    if toward.why is not None or toward.part is None:
        return WHY[toward.why or Why.STATUS].render(lang)
    first = {"first": explanation.portfolio.period.first} if toward.target.basis is Basis.CUMULATIVE else {}
    basis = BASIS[toward.target.basis].render(lang, year=toward.target.year, **first)
    word = "because_conditional" if toward.part.conditional else "because"
    return _WORDS[word].render(lang, status=status, counts=counts, basis=basis)


def _place(explanation: Explanation, lang: Lang) -> Iterator[str]:
    place = explanation.placement
    if place is None:
        yield _WORDS["not_placed"].render(lang, why=UNPLACED[explanation.unplaced or "not-graded"])
        return
    yield f"{QUADRANT[place.quadrant].render(lang)}: {place.reason.render(lang)}."
    yield _WORDS["distance"].render(
        lang,
        effect=signed(kroner(place.effect_distance, lang)),
        feasibility=signed(number(place.feasibility_distance, lang, 2)),
    )
    if place.contested:
        yield _WORDS["contested"].render(lang)
    for move in place.moves:
        yield _WORDS["move"].render(
            lang, quadrant=QUADRANT[move.quadrant], grade=GRADE[move.grade], now=move.now, to=move.to
        )
