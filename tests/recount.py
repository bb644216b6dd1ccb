"""Every sum a second time: slowly, month by month, straight from the text of the files.

Shares nothing with the program but the files. Amounts are exact fractions of an øre; only a part of a
year and a sector's part are rounded.
"""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

ORE = {"kr": 100, "1000 kr": 100_000, "mill. kr": 100_000_000}
ROAD = ("idea", "proposed", "hearing", "recommended", "adopted", "underway", "realised")


def away(value: Fraction) -> int:
    """Rounded to the nearest øre, a half away from zero."""
    size = abs(value)
    whole = int(size)
    rounded = whole if size - whole < Fraction(1, 2) else whole + 1
    return rounded if value >= 0 else -rounded


class Recount:
    """One portfolio, counted again."""

    def __init__(self, root: Path) -> None:
        self.plan: Any = self._read(root / "budgets/plan.yaml")
        self.years = range(int(self.plan["period"]["first"]), int(self.plan["period"]["last"]) + 1)
        files = sorted((root / "measures").rglob("*.yaml"))
        self.measures: dict[str, Any] = {
            m["id"]: m for m in sorted(map(self._read, files), key=lambda m: m["id"].lower())
        }
        self.lost = self._alternatives()

    def _read(self, path: Path) -> Any:  # noqa: ANN401
        return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # it makes text of everything

    def ore(self, written: str) -> Fraction:
        return Fraction(written) * ORE[self.plan["unit"]]

    def months(self, measure: Any) -> Iterator[tuple[int, Fraction]]:  # noqa: ANN401
        """Each month of the plan: its year, and the yearly amount then in force."""
        steps = measure["effect"] if isinstance(measure["effect"], list) else [measure["effect"]]
        for year in self.years:
            for month in range(1, 13):
                amount = Fraction(0)
                for step in sorted(steps, key=lambda s: str(s.get("from", ""))):
                    if step.get("from", f"{self.years[0]}-01") <= f"{year}-{month:02d}":
                        amount = self.ore(step["annual"])
                yield year, amount

    def gross(self, name: str) -> dict[int, int]:
        measure = self.measures[name]
        if str(self.years[0]) in measure["effect"]:
            return {year: away(self.ore(measure["effect"][str(year)])) for year in self.years}
        months = list(self.months(measure))
        return {year: away(sum((a for y, a in months if y == year), Fraction(0)) / 12) for year in self.years}

    def level(self, name: str) -> dict[int, int]:
        measure = self.measures[name]
        if measure.get("recurring") == "false":
            return dict.fromkeys(self.years, 0)
        if str(self.years[0]) in measure["effect"]:
            return self.gross(name)
        return {year: away([a for y, a in self.months(measure) if y == year][-1]) for year in self.years}

    def size(self, name: str) -> int:
        if self.measures[name].get("recurring") == "false":
            return max(self.gross(name).values(), key=abs)
        return self.level(name)[self.years[-1]]

    def step(self, name: str) -> int:
        status = self.measures[name]["status"]
        return ROAD.index(status) if status in ROAD else -1

    def _alternatives(self) -> set[str]:
        taken: set[str] = set()
        lost: set[str] = set()
        alive = [name for name in self.measures if self.step(name) >= 0]
        for name in sorted(alive, key=lambda name: (-self.step(name), self.size(name), name.lower())):
            against = {t for t in taken if name in self.measures[t].get("excludes", ())}
            against |= taken & set(self.measures[name].get("excludes", ()))
            (lost if against else taken).add(name)
        return lost

    def counts(self, name: str, since: str, *, lasting: bool = False) -> bool:
        measure = self.measures[name]
        return (
            self.step(name) >= ROAD.index(since)
            and measure.get("benefit", "budget") == "budget"
            and measure.get("funding", "free") == "free"
            and measure["kind"] != "technical"
            and not (lasting and measure.get("recurring") == "false")
            and name not in self.lost
            and ("reverses" not in measure or self.counts(measure["reverses"], since, lasting=lasting))
        )

    def counted(self, since: str, *, lasting: bool = False) -> dict[str, tuple[dict[int, int], dict[int, int]]]:
        """Gross and level, each year, of every measure that counts, overlaps taken off."""
        sums = {n: (self.gross(n), self.level(n)) for n in self.measures if self.counts(n, since, lasting=lasting)}
        pairs: dict[tuple[str, str], int] = {}
        for name, measure in self.measures.items():
            for overlap in measure.get("overlaps", ()):
                first, second = sorted((name, overlap["with"]), key=str.lower)
                pairs[first, second] = max(pairs.get((first, second), 0), away(self.ore(overlap["amount"])))
        for (a, b), amount in sorted(pairs.items()):
            if a in sums and b in sums:
                off = max((a, b), key=lambda n: (-self.step(n), -self.size(n), n.lower()))
                for which, whole in enumerate((self.gross, self.level)):
                    for year in self.years:
                        shared = min(amount, whole(a)[year], whole(b)[year], sums[off][which][year])
                        sums[off][which][year] -= max(0, shared)
        return sums

    def cost(self, name: str, year: int) -> int:
        return away(self.ore(self.measures[name].get("transition_cost", {}).get(str(year), "0")))

    def target(self, target: Any) -> dict[str, int]:  # noqa: ANN401
        """What counts toward a target, by status, in øre."""
        sums = self.counted(target.get("counts", "proposed"), lasting=target["basis"] == "level")
        until = int(target["year"])
        by_status = dict.fromkeys([*ROAD, "deferred", "rejected", "withdrawn"], 0)
        for name, (gross, level) in sums.items():
            if target["basis"] == "cumulative":
                amount = sum(gross[year] for year in self.years if year <= until)
            else:
                amount = level[until] if target["basis"] == "level" else gross[until]
            by_status[self.measures[name]["status"]] += amount
        return by_status

    def parts(self, name: str, amount: int) -> dict[str, int]:
        """``amount`` by sector."""
        sector = self.measures[name]["sector"]
        if isinstance(sector, str):
            return {sector: amount}
        *before, last = sector
        parts = {each: away(amount * Fraction(sector[each]) / 100) for each in before}
        return {**parts, last: amount - sum(parts.values())}

    def by_sector(self) -> dict[str, dict[int, int]]:
        """The gross effect that counts, by sector and year."""
        sums: dict[str, dict[int, int]] = {}
        for name, (gross, _) in self.counted("proposed").items():
            for year in self.years:
                for sector, part in self.parts(name, gross[year]).items():
                    row = sums.setdefault(sector, dict.fromkeys(self.years, 0))
                    row[year] += part
        return sums

    def posts(self) -> dict[str, Fraction]:
        """Full-time equivalents that count, by sector."""
        sums: dict[str, Fraction] = {}
        for name in self.counted("proposed"):
            sector = self.measures[name]["sector"]
            shares = {sector: "100"} if isinstance(sector, str) else sector
            for each, share in shares.items():
                fte = Fraction(self.measures[name].get("fte", "0")) * Fraction(share) / 100
                sums[each] = sums.get(each, Fraction(0)) + fte
        return sums

    def stated(self, stated: Any) -> int:  # noqa: ANN401
        """The plain sum that a printed total should equal."""
        return sum(
            self.parts(name, self.gross(name)[int(stated["year"])]).get(stated.get("sector", ""), 0)
            if "sector" in stated
            else self.gross(name)[int(stated["year"])]
            for name, measure in self.measures.items()
            if measure["status"] not in ("rejected", "withdrawn")
            if stated.get("kind", measure["kind"]) == measure["kind"]
        )

    def quadrant(self, name: str) -> str | None:
        """The quadrant by the mean and the floor; None where the measure stands in none."""
        measure, settings = self.measures[name], self.plan["quadrant"]
        graded = [measure.get("consequence", {}).get(who, {}).get("grade") for who in ("staff", "users")]
        acceptance = measure.get("acceptance", {}).get("grade")
        if self.step(name) < 0 or "reverses" in measure or measure["kind"] == "unspecified" or self.size(name) < 0:
            return None
        if acceptance is None or None in graded:
            return None
        good = [6 - int(grade) for grade in graded] + [int(acceptance)]
        easy = Fraction(sum(good), 3) >= Fraction(settings["feasibility"]) and min(good) >= 2
        high = self.size(name) >= self.ore(settings["effect"])
        return {(1, 1): "do-first", (1, 0): "needs-process", (0, 1): "quick-win", (0, 0): "leave"}[high, easy]
