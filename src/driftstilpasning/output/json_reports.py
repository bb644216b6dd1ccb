"""The JSON of ``dt summarize``, ``quadrant`` and ``explain``: a contract. Add keys freely; rename or drop none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, Field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from driftstilpasning.analysis.explain import Explanation
from driftstilpasning.analysis.quadrant import Placement, Placements
from driftstilpasning.analysis.summary import SectorSum, Summary, TargetSum
from driftstilpasning.model.measure import Measure
from driftstilpasning.model.money import Money
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.model.record import Record, written
from driftstilpasning.model.scalars import Month
from driftstilpasning.output.exact_json import Json, dumps, rounded
from driftstilpasning.output.rule_text import example, switches
from driftstilpasning.rules import Rule
from driftstilpasning.text import Lang
from driftstilpasning.workspace import LeftOut

SCHEMA_VERSION = 1


def summary_json(summary: Summary, left_out: Sequence[LeftOut] | None) -> str:
    """All sums. ``left_out`` is None where nothing was allowed to be left out."""
    return dumps(summary_record(summary, left_out))


def summary_record(summary: Summary, left_out: Sequence[LeftOut] | None) -> dict[str, Json]:
    """The JSON of all sums, before it is written."""
    plan = summary.portfolio.plan
    return {
        "schema_version": SCHEMA_VERSION,
        "plan": plan_json(summary.portfolio),
        "measures": {
            "total": len(summary.portfolio.measures),
            "by_status": {status.value: count for status, count in summary.by_status.items()},
        },
        "targets": [_target(target) for target in summary.targets],
        "counts": summary.since.value,
        "years": {
            str(year): {
                "gross": amounts.gross,
                "transition_cost": amounts.transition_cost,
                "net": amounts.net,
                "level": amounts.level,
            }
            for year, amounts in summary.years.items()
        },
        "sectors": [_sector(sector) for sector in summary.sectors],
        "not_counted": [
            {
                "id": row.measure.id,
                "title": row.measure.title,
                "why": row.why.value,
                "instead": row.instead.instead.id if row.instead is not None else None,
            }
            for row in summary.not_counted
        ],
        **left_out_json(left_out),
        "stated": [
            {
                "sector": row.stated.sector,
                "kind": row.stated.kind.value if row.stated.kind is not None else None,
                "year": row.stated.year,
                "stated": row.stated.amount,
                "computed": row.computed,
                "difference": row.difference,
                "ok": row.ok,
                "source": row.stated.source,
            }
            for row in summary.stated
        ],
        "notice": plan.notice,
    }


def quadrant_json(placements: Placements, portfolio: Portfolio, lang: Lang, left_out: Sequence[LeftOut] | None) -> str:
    """Every placement with its reason, distances and moves."""
    return dumps(quadrant_record(placements, portfolio, lang, left_out))


def quadrant_record(
    placements: Placements, portfolio: Portfolio, lang: Lang, left_out: Sequence[LeftOut] | None
) -> dict[str, Json]:
    """The JSON of every placement, before it is written."""
    settings = placements.settings
    return {
        "schema_version": SCHEMA_VERSION,
        "plan": plan_json(portfolio),
        "thresholds": {
            "effect": settings.effect,
            "feasibility": settings.feasibility,
            "floor": settings.floor,
        },
        "method": settings.method,
        "weights": {name: getattr(settings.weights, name) for name in ("staff", "users", "acceptance")},
        "measures": [_placement(placement, lang) for placement in placements.placed],
        "unplaced": [
            {"id": measure.id, "title": measure.title, "why": why.value} for measure, why in placements.unplaced
        ],
        **left_out_json(left_out),
    }


def plan_json(portfolio: Portfolio) -> dict[str, Json]:
    """The plan's head."""
    plan = portfolio.plan
    return {
        "municipality": plan.municipality,
        "name": plan.plan,
        "first": portfolio.period.first,
        "last": portfolio.period.last,
        "unit": plan.unit.value,
        "price_level": plan.price_level,
        "base_year": plan.base_year,
    }


def left_out_json(left_out: Sequence[LeftOut] | None) -> dict[str, Json]:
    """Which files were left out, where leaving out was allowed."""
    if left_out is None:
        return {}
    return {"left_out": [{"path": file.path, "why": file.why} for file in left_out]}


def _target(target: TargetSum) -> Json:
    said = target.target
    return {
        "id": said.id,
        "title": said.title,
        "amount": said.amount,
        "basis": said.basis.value,
        "year": said.year,
        "counts": said.counts.value,
        "net": said.net,
        "already": said.found,
        "counted": target.counted,
        "by_status": {status.value: amount for status, amount in target.by_status.items()},
        "unspecified": target.unspecified,
        "conditional": target.conditional,
        "one_off": target.one_off,
        "low": target.low,
        "high": target.high,
        "transition_cost": target.transition_cost,
        "gap": target.gap,
        "share": rounded(target.share, 3),
    }


def _sector(sector: SectorSum) -> Json:
    return {
        "id": sector.id,
        "name": sector.name,
        "years": {str(year): amount for year, amount in sector.years.items()},
        "level": sector.level,
        "base": sector.base,
        "cut": rounded(sector.cut, 4) if sector.cut is not None else None,
        "frame_gap": {str(year): gap for year, gap in sector.frame_gap.items()},
        "fte": sector.fte,
        "fte_how": {how.value if how is not None else "unknown": fte for how, fte in sector.fte_how.items()},
        "fte_unknown": sector.fte_unknown,
    }


def _placement(placement: Placement, lang: Lang) -> Json:
    return {
        "id": placement.measure.id,
        "title": placement.measure.title,
        "effect": placement.effect,
        "feasibility": rounded(placement.feasibility, 2),
        "quadrant": placement.quadrant.value,
        "contested": placement.contested,
        "counts": placement.counts,
        "one_off": placement.one_off,
        "reason": placement.reason.render(lang),
        "distance": {
            "effect": placement.effect_distance,
            "feasibility": rounded(placement.feasibility_distance, 2),
        },
        "moves": [
            {"grade": move.grade, "from": move.now, "to": move.to, "quadrant": move.quadrant.value}
            for move in placement.moves
        ],
    }


def measure_json(explanation: Explanation, lang: Lang) -> str:
    """One measure with every amount, whether it counts toward each target and why, and its placement."""
    measure, place = explanation.measure, explanation.placement

    def series(amounts: Mapping[int, Money]) -> dict[str, Json]:
        return {str(year): amount for year, amount in amounts.items()}

    return dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "id": measure.id,
            "title": measure.title,
            "status": measure.status.value,
            "measure": measure_record(measure),
            "in_year": series(explanation.written.in_year),
            "level": series(explanation.written.level),
            "transition_cost": series(explanation.cost),
            "counts": explanation.why is None,
            "why": explanation.why.value if explanation.why is not None else None,
            "instead": explanation.not_taken.instead.id if explanation.not_taken is not None else None,
            "overlaps": [
                {
                    "off": deduction.off.id,
                    "other": deduction.other.id,
                    "in_year": series(deduction.in_year),
                    "level": series(deduction.level),
                }
                for deduction in explanation.deductions
            ],
            "requires": [{"id": other, "counts": counts} for other, counts in explanation.requires],
            "sectors": dict(explanation.sectors),
            "targets": [
                {
                    "id": toward.target.id,
                    "counts": toward.part is not None,
                    "amount": toward.part.amount if toward.part is not None else Money(0),
                    "conditional": toward.part is not None and toward.part.conditional,
                    "why": toward.why.value if toward.why is not None else None,
                }
                for toward in explanation.toward
            ],
            "placement": _placement(place, lang) if place is not None else None,
            "unplaced": explanation.unplaced.value if explanation.unplaced is not None else None,
        }
    )


def rule_json(rule: Rule, lang: Lang) -> str:
    """One rule in words, with its examples and how it is switched off."""
    return dumps(_rule(rule, lang))


def rules_json(rules: Iterable[Rule], lang: Lang) -> str:
    """Several rules, each as :func:`rule_json` has it."""
    return dumps([_rule(rule, lang) for rule in rules])


def _rule(rule: Rule, lang: Lang) -> Json:
    how = switches(rule)
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "message": rule.message.outline(lang),
        "why": rule.why.render(lang),
        "help": rule.help.outline(lang),
        "good": "".join(f"{line}\n" for line in example(rule.good, lang)),
        "bad": "".join(f"{line}\n" for line in example(rule.bad, lang)),
        "switch_off": None if how is None else {"comment": how.comment, "plan": how.plan, "option": how.option},
    }


def portfolio_json(summary: Summary, placements: Placements, lang: Lang, left_out: Sequence[LeftOut] | None) -> str:
    """Summary, quadrant and every measure as its file says it, amounts in kroner."""
    portfolio = summary.portfolio
    return dumps(
        {
            "summary": summary_record(summary, left_out),
            "quadrant": quadrant_record(placements, portfolio, lang, left_out),
            "measures": [measure_record(measure) for measure in portfolio],
        }
    )


def measure_record(measure: Measure) -> dict[str, Json]:
    """The fields of the measure's file but those that go without saying, under their own names, amounts in kroner."""
    return _record(measure)


def _record(record: Record) -> dict[str, Json]:
    values = {name: (getattr(record, field.name), field) for name, field in written(type(record)).items()}
    return {name: _plain(value) for name, (value, field) in values.items() if value != _default(field)}


def _default(field: Field[Any]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _plain(value: object) -> Json:
    if isinstance(value, Record):
        return _record(value)
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, bool | int | str | Decimal | Money):
        return value
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple) and not isinstance(value, Month):
        return [_plain(item) for item in value]
    return str(value)
