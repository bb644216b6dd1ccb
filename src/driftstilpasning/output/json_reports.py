"""The JSON of ``dt summarize`` and ``dt quadrant``: a contract. Add keys freely; rename or drop none."""

from collections.abc import Sequence

from driftstilpasning.analysis.quadrant import Placement, Placements
from driftstilpasning.analysis.summary import SectorSum, Summary, TargetSum
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.exact_json import Json, dumps, rounded
from driftstilpasning.text import Lang
from driftstilpasning.workspace import LeftOut

SCHEMA_VERSION = 1


def summary_json(summary: Summary, left_out: Sequence[LeftOut] | None) -> str:
    """All sums. ``left_out`` is None where nothing was allowed to be left out."""
    plan = summary.portfolio.plan
    return dumps(
        {
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
    )


def quadrant_json(
    placements: Placements, portfolio: Portfolio, lang: Lang, left_out: Sequence[LeftOut] | None
) -> str:
    """Every placement with its reason, distances and moves."""
    settings = placements.settings
    return dumps(
        {
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
    )


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
