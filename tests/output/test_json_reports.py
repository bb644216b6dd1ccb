"""The JSON is a contract: these keys, these types, the same figures in every language."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from driftstilpasning.model.measure import Status
from tests.conftest import Dt
from tests.documents import PORTFOLIOS, ROOT

STATUSES = [status.value for status in Status]
AMOUNT = (int, Decimal)
PLAN = {"municipality": str, "name": str, "first": int, "last": int, "unit": str, "price_level": int, "base_year": int}
BY_STATUS = dict.fromkeys(STATUSES, AMOUNT)
TARGET = {
    "id": str,
    "title": str,
    "amount": AMOUNT,
    "basis": str,
    "year": int,
    "counts": str,
    "net": bool,
    "already": AMOUNT,
    "counted": AMOUNT,
    "by_status": BY_STATUS,
    "unspecified": AMOUNT,
    "conditional": AMOUNT,
    "one_off": AMOUNT,
    "low": AMOUNT,
    "high": AMOUNT,
    "transition_cost": AMOUNT,
    "gap": AMOUNT,
    "share": AMOUNT,
}
YEAR = {"gross": AMOUNT, "transition_cost": AMOUNT, "net": AMOUNT, "level": AMOUNT}
SECTOR = {
    "id": str,
    "name": str,
    "years": {"<year>": AMOUNT},
    "level": AMOUNT,
    "base": (*AMOUNT, type(None)),
    "cut": (*AMOUNT, type(None)),
    "frame_gap": {"<year>": (*AMOUNT, type(None))},
    "fte": AMOUNT,
    "fte_how": {"<name>": AMOUNT},
    "fte_unknown": int,
}
STATED = {
    "sector": (str, type(None)),
    "kind": (str, type(None)),
    "year": int,
    "stated": AMOUNT,
    "computed": AMOUNT,
    "difference": AMOUNT,
    "ok": bool,
    "source": (str, type(None)),
}
SUMMARY = {
    "schema_version": int,
    "plan": PLAN,
    "measures": {"total": int, "by_status": dict.fromkeys(STATUSES, int)},
    "targets": [TARGET],
    "counts": str,
    "years": {"<year>": YEAR},
    "sectors": [SECTOR],
    "not_counted": [{"id": str, "title": str, "why": str, "instead": (str, type(None))}],
    "stated": [STATED],
    "notice": (str, type(None)),
}
LEFT_OUT = {"left_out": [{"path": str, "why": str}]}
PLACEMENT = {
    "id": str,
    "title": str,
    "effect": AMOUNT,
    "feasibility": AMOUNT,
    "quadrant": str,
    "contested": bool,
    "counts": bool,
    "one_off": bool,
    "reason": str,
    "distance": {"effect": AMOUNT, "feasibility": AMOUNT},
    "moves": [{"grade": str, "from": int, "to": int, "quadrant": str}],
}
QUADRANT = {
    "schema_version": int,
    "plan": PLAN,
    "thresholds": {"effect": AMOUNT, "feasibility": AMOUNT, "floor": AMOUNT},
    "method": str,
    "weights": dict.fromkeys(("staff", "users", "acceptance"), AMOUNT),
    "measures": [PLACEMENT],
    "unplaced": [{"id": str, "title": str, "why": str}],
}
FINDING = {
    "code": str,
    "name": str,
    "severity": str,
    "message": str,
    "help": (str, type(None)),
    "path": str,
    "line": int,
    "column": int,
    "end_line": int,
    "end_column": int,
    "measure": (str, type(None)),
    "fix": (dict, type(None)),
    "related": [{"path": str, "line": int, "column": int, "message": str}],
}
EXPLAINED = {
    "schema_version": int,
    "id": str,
    "title": str,
    "status": str,
    "in_year": {"<year>": AMOUNT},
    "level": {"<year>": AMOUNT},
    "transition_cost": {"<year>": AMOUNT},
    "counts": bool,
    "why": (str, type(None)),
    "instead": (str, type(None)),
    "overlaps": [{"off": str, "other": str, "in_year": {"<year>": AMOUNT}, "level": {"<year>": AMOUNT}}],
    "requires": [{"id": str, "counts": bool}],
    "sectors": {"<name>": AMOUNT},
    "targets": [{"id": str, "counts": bool, "amount": AMOUNT, "conditional": bool, "why": (str, type(None))}],
    "placement": (*[dict], type(None)),
    "unplaced": (str, type(None)),
}
TEXTS = {"reason", "message", "help"}
EVERY = pytest.mark.parametrize("root", PORTFOLIOS, ids=lambda root: root.name if root != ROOT else "oygarden")


def check(value: Any, shape: Any, at: str = "") -> None:  # noqa: ANN401
    """``value`` has exactly the keys and the types of ``shape``; a whole number is an integer."""
    if isinstance(shape, dict):
        if set(shape) in ({"<year>"}, {"<name>"}):
            assert "<name>" in shape or all(len(key) == 4 and key.isdigit() for key in value), at
            shape = dict.fromkeys(value, next(iter(shape.values())))
        assert set(value) == set(shape), at
        for key, inner in shape.items():
            check(value[key], inner, f"{at}.{key}")
    elif isinstance(shape, list):
        assert isinstance(value, list), at
        for i, item in enumerate(value):
            check(item, shape[0], f"{at}[{i}]")
    else:
        assert type(value) in (shape if isinstance(shape, tuple) else (shape,)), f"{at}: {value!r}"
        if isinstance(value, Decimal):
            assert value != int(value), f"{at}: {value} is whole, and so an integer"


def read(text: str) -> Any:  # noqa: ANN401
    return json.loads(text, parse_float=Decimal)


def without_texts(value: Any) -> Any:  # noqa: ANN401
    """``value`` without what is written for people."""
    if isinstance(value, dict):
        return {key: without_texts(item) for key, item in value.items() if key not in TEXTS}
    return [without_texts(item) for item in value] if isinstance(value, list) else value


def as_json(dt: Dt, *arguments: str | Path, lang: str = "nb") -> Any:  # noqa: ANN401
    assert dt(*arguments, "--output-format", "json", "--lang", lang) in (0, 1), dt.err
    return read(dt.out)


@EVERY
def test_summarize_has_these_keys_and_types(root: Path, dt: Dt) -> None:
    summary = as_json(dt, "summarize", "--portfolio", root)
    check(summary, SUMMARY)
    check(as_json(dt, "summarize", "--portfolio", root, "--allow-errors"), SUMMARY | LEFT_OUT)
    period = [str(year) for year in range(summary["plan"]["first"], summary["plan"]["last"] + 1)]
    assert list(summary["years"]) == period
    assert all(list(sector["years"]) == period for sector in summary["sectors"])
    assert list(summary["measures"]["by_status"]) == STATUSES


@EVERY
def test_quadrant_has_these_keys_and_types(root: Path, dt: Dt) -> None:
    check(as_json(dt, "quadrant", "--portfolio", root), QUADRANT)
    check(as_json(dt, "quadrant", "--portfolio", root, "--allow-errors"), QUADRANT | LEFT_OUT)


@EVERY
def test_validate_has_these_keys_and_types_in_the_order_of_places(root: Path, dt: Dt) -> None:
    findings = as_json(dt, "validate", "--portfolio", root)
    check(findings, [FINDING])
    places = [(finding["path"], finding["line"], finding["column"]) for finding in findings]
    assert places == sorted(places)
    assert all("\\" not in path and not path.startswith("/") for path, *_ in places)


@pytest.mark.parametrize("subject", ["HO-01", "OP-01", "ST-02", "KU-04", "ST-05", "te-02"])
def test_explain_has_these_keys_and_types(subject: str, dt: Dt) -> None:
    said = as_json(dt, "explain", subject, "--portfolio", ROOT)
    record = said.pop("measure")
    assert (record["id"], record["title"], record["effect"] != {}) == (said["id"], said["title"], True)
    check(said, EXPLAINED)


@pytest.mark.parametrize("command", ["summarize", "quadrant", "validate", "explain HO-01"])
def test_keys_and_figures_are_the_same_in_every_language_and_texts_are_not(command: str, dt: Dt) -> None:
    said = {lang: as_json(dt, *command.split(), "--portfolio", ROOT, lang=lang) for lang in ("nb", "nn", "en")}
    assert without_texts(said["nb"]) == without_texts(said["nn"]) == without_texts(said["en"])
    if command != "summarize":
        assert said["nb"] != said["en"]


def test_the_figures_are_in_kroner_whatever_the_unit(folder: Path, dt: Dt) -> None:
    """
    # budgets/plan.yaml
    unit: mill. kr
    targets: [{id: t, title: T, amount: 3, basis: in-year, year: 2013, already: 0.5}]
    quadrant: {effect: 0.5, feasibility: 3.5}
    # measures/a.yaml
    effect: {annual: 1.00000001, from: 2013-08}
    """
    summary = as_json(dt, "summarize", "--portfolio", folder)
    (target,) = summary["targets"]
    assert (target["amount"], target["already"], target["counted"]) == (3_000_000, 500_000, Decimal("416666.67"))
    assert (target["gap"], target["share"]) == (Decimal("2083333.33"), Decimal("0.306"))
    assert summary["years"]["2016"]["gross"] == Decimal("1000000.01")
    placed = as_json(dt, "quadrant")
    assert placed["thresholds"] == {"effect": 500_000, "feasibility": Decimal("3.5"), "floor": 2}
    assert placed["measures"][0]["distance"] == {"effect": Decimal("500000.01"), "feasibility": Decimal("1.17")}


def test_the_example_of_the_interfaces_comes_out(folder: Path, dt: Dt) -> None:
    """
    # measures/ho-03.yaml
    title: Felles kjøken for sjukeheim og omsorgsbustader
    effect: {annual: 1200, from: 2013-08}
    consequence: {staff: {grade: 2, text: Turnus}, users: {grade: 1, text: Same meny}}
    acceptance: {grade: 4, text: Semje}
    # measures/t-7.yaml
    consequence: {staff: {grade: 2, text: Turnus}}
    """
    assert folder.is_dir()
    placed = as_json(dt, "quadrant")
    assert placed["unplaced"] == [{"id": "T-7", "title": "Samle innkjøpa i éin avtale", "why": "not-graded"}]
    (measure,) = placed["measures"]
    assert measure.pop("reason")
    assert measure == {
        "id": "HO-03",
        "title": "Felles kjøken for sjukeheim og omsorgsbustader",
        "effect": 1_200_000,
        "feasibility": Decimal("4.33"),
        "quadrant": "do-first",
        "contested": False,
        "counts": True,
        "one_off": False,
        "distance": {"effect": 700_000, "feasibility": Decimal("0.83")},
        "moves": [
            {"grade": "staff", "from": 2, "to": 5, "quadrant": "needs-process"},
            {"grade": "users", "from": 1, "to": 4, "quadrant": "needs-process"},
            {"grade": "acceptance", "from": 4, "to": 1, "quadrant": "needs-process"},
        ],
    }


def test_a_finding_says_its_place_from_1_with_the_end_outside(folder: Path, dt: Dt) -> None:
    """
    # measures/underlag/ho-03.yaml
    title: Felles kjøken
    effect:
      2013: 2,9
      2014: 3
      2015: 3
      2016: 3
    """
    assert folder.is_dir()
    assert dt("validate", "--output-format", "json", "--lang", "en") == 1
    (finding,) = read(dt.out)
    place = {key: finding[key] for key in ("path", "line", "column", "end_line", "end_column", "severity", "measure")}
    assert place == {
        "path": "measures/underlag/ho-03.yaml",
        "line": 4,
        "column": 9,
        "end_line": 4,
        "end_column": 12,
        "severity": "error",
        "measure": "HO-03",
    }


def test_no_findings_are_an_empty_array(folder: Path, dt: Dt) -> None:
    """
    measures/a.yaml: {}
    """
    assert folder.is_dir()
    assert as_json(dt, "validate") == []
    assert dt.out == "[]\n"
