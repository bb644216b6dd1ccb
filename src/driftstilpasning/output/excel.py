"""The workbook: summary, measures and quadrant list. Numbers are numbers, text is never a formula."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import xlsxwriter

from driftstilpasning.analysis.counting import Counting
from driftstilpasning.analysis.quadrant import grades, place
from driftstilpasning.analysis.summary import Summary, summarize
from driftstilpasning.model.measure import Status
from driftstilpasning.model.money import Money, Unit, total
from driftstilpasning.model.portfolio import Portfolio
from driftstilpasning.output.exact_json import rounded
from driftstilpasning.output.report import summary_report
from driftstilpasning.output.tables import Heading, Report, Table, Value
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.labels import FUNDING, GRADE, KIND, QUADRANT, STATUS, UNPLACED, WHY
from driftstilpasning.workspace import LeftOut

_WORDS = {
    "summary": Text(nb="Sammendrag", nn="Samandrag", en="Summary"),
    "measures": Text(nb="Tiltak", nn="Tiltak", en="Measures"),
    "quadrant": Text(nb="Kvadrant", nn="Kvadrant", en="Quadrant"),
    "id": Text(nb="Id", nn="Id", en="Id"),
    "title": Text(nb="Tiltak", nn="Tiltak", en="Measure"),
    "sector": Text(nb="Sektor", nn="Sektor", en="Sector"),
    "status": Text(nb="Status", nn="Status", en="Status"),
    "kind": Text(nb="Type", nn="Type", en="Kind"),
    "owner": Text(nb="Eier", nn="Eigar", en="Owner"),
    "fte": Text(nb="Årsverk", nn="Årsverk", en="FTE"),
    "counted": Text(nb="Teller med, nivå {year}", nn="Tel med, nivå {year}", en="Counts, level {year}"),
    "one_off": Text(nb="Engangs", nn="Eingong", en="One-off"),
    "once": Text(nb="1×", nn="1×", en="1×"),
    "unspecified": Text(nb="Herav uspesifisert", nn="Av dette ikkje spesifisert", en="Of this unspecified"),
    "conditional": Text(nb="Herav på vilkår", nn="Av dette på vilkår", en="Of this conditional"),
    "of_which_once": Text(nb="Herav engangs", nn="Av dette eingong", en="Of this one-off"),
    "low": Text(nb="Lavt anslag", nn="Lågt anslag", en="Low estimate"),
    "high": Text(nb="Høyt anslag", nn="Høgt anslag", en="High estimate"),
    "target_cost": Text(nb="Omstillings- kostnad", nn="Omstillings- kostnad", en="One-off cost"),
    "left_out": Text(
        nb="Holdt utenfor, fordi filene ikke kan leses: {paths}",
        nn="Haldne utanfor, fordi filene ikkje kan lesast: {paths}",
        en="Left out, because the files cannot be read: {paths}",
    ),
    "overlaps": Text(
        nb="Det som teller med, er uten overlapp; hele virkningen står i kolonnene for år og nivå.",
        nn="Det som tel med, er utan overlapp; heile verknaden står i kolonnane for år og nivå.",
        en="What counts is net of overlaps; the whole effect stands in the columns of years and level.",
    ),
    "level": Text(nb="Varig nivå {year}", nn="Varig nivå {year}", en="Lasting level {year}"),
    "cost": Text(nb="Omstillingskostnad", nn="Omstillingskostnad", en="One-off cost"),
    "counts": Text(nb="Teller med", nn="Tel med", en="Counts"),
    "why": Text(nb="Hvorfor ikke", nn="Kvifor ikkje", en="Why not"),
    "funding": Text(nb="Finansiering", nn="Finansiering", en="Funding"),
    "effect": Text(nb="Virkning", nn="Verknad", en="Effect"),
    "feasibility": Text(nb="Gjennomførbarhet", nn="Gjennomførbarheit", en="Feasibility"),
    "reason": Text(nb="Begrunnelse", nn="Grunngjeving", en="Reason"),
    "yes": Text(nb="ja", nn="ja", en="yes"),
    "no": Text(nb="nei", nn="nei", en="no"),
    "target": Text(nb="Mål", nn="Mål", en="Target"),
    "amount": Text(nb="Beløp", nn="Beløp", en="Amount"),
    "before": Text(nb="Tatt ut før", nn="Teke ut før", en="Found before"),
    "decided": Text(nb="Vedtatt", nn="Vedteke", en="Decided"),
    "undecided": Text(nb="Ikke vedtatt ennå", nn="Ikkje vedteke enno", en="Not decided yet"),
    "gap": Text(nb="Mangler", nn="Manglar", en="Still to find"),
    "share": Text(nb="Nådd", nn="Nådd", en="Reached"),
}
_FIXED = datetime(2013, 1, 1, tzinfo=UTC)
"""When every workbook says it was made, so that the same input gives the same bytes."""

_WIDE, _NARROW, _ROOMY = 46, 13, 24
_LAST = 12
_LONGEST_FOOTER = 250
"""Excel takes no more than 255 characters."""
_LINE = 15
_ARROW = 3
"""What the filter's arrow takes of a heading's width, in characters."""


def workbook(portfolio: Portfolio, lang: Lang, left_out: Sequence[LeftOut] = ()) -> bytes:
    """The bytes of a workbook in one language; the same portfolio gives the same bytes."""
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_numbers": False,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    sums = summarize(portfolio)
    report = summary_report(sums, lang, [file.path for file in left_out])
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": report.title, "created": _FIXED.replace(tzinfo=None)})
        sheets = _Sheets(book, sums, lang, left_out)
        sheets.summary(report)
        sheets.measures()
        sheets.quadrant()
        sheets.lists(report)
    return buffer.getvalue()


class _Sheets:
    """Writes sheets into one workbook with one set of formats."""

    def __init__(self, book: Any, sums: Summary, lang: Lang, left_out: Sequence[LeftOut]) -> None:  # noqa: ANN401  # xlsxwriter has no types
        self.book, self.sums, self.portfolio, self.lang = book, sums, sums.portfolio, lang
        self.left_out = [file.path for file in left_out]
        self.unit = self.portfolio.plan.unit
        base = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        amount = "#,##0.00" if self.unit is Unit.MILLION else "#,##0"
        head: dict[str, object] = {
            "bold": True,
            "text_wrap": True,
            "bg_color": "#1F3A5F",
            "font_color": "#FFFFFF",
            "indent": 1,
        }
        formats: dict[str, dict[str, object]] = {
            "text": {"text_wrap": True, "quote_prefix": True, "indent": 1},
            "title": {"bold": True, "font_size": 16},
            "heading": {"bold": True, "font_size": 13},
            "head": head,
            "head_number": {**head, "align": "right"},
            "amount": {"num_format": amount},
            "share": {"num_format": "0.0%"},
            "number": {"num_format": "0.0#"},
            "total": {"bold": True, "top": 1},
            "total_amount": {"bold": True, "top": 1, "num_format": amount},
            "total_share": {"bold": True, "top": 1, "num_format": "0.0%"},
            "total_number": {"bold": True, "top": 1, "num_format": "0.0#"},
            "note": {"italic": True, "font_color": "#555555"},
        }
        self.formats = {name: book.add_format({**base, **chosen}) for name, chosen in formats.items()}

    def say(self, word: str, **facts: object) -> str:
        return _WORDS[word].render(self.lang, **facts)

    def summary(self, report: Report) -> None:
        """Targets, years, sectors, posts, and what is not counted."""
        sheet = self.book.add_worksheet(self.say("summary"))
        sheet.set_column(0, 0, _WIDE)
        sheet.set_column(1, _LAST, _NARROW)
        sheet.write_string(0, 0, report.title, self.formats["title"])
        sheet.write_string(1, 0, report.subtitle)
        sheet.write_string(2, 0, report.notice, self.formats["note"])
        row = 4
        if report.targets:
            row = self._table(sheet, row, self._targets(report)) + 1
        for table in report.tables:
            if not _is_list(table):
                row = self._table(sheet, row, table) + 1
        for sentence in (*report.foot, self.say("overlaps")):
            sheet.write_string(row, 0, sentence, self.formats["note"])
            row += 1
        self._paper(sheet)

    def lists(self, report: Report) -> None:
        """A sheet for each table of the report that is text alone."""
        for table in filter(_is_list, report.tables):
            heads = [heading.title for heading in table.headings]
            self._list(table.title, heads, [list(row) for row in table.rows], {1: _WIDE, 2: 2 * _WIDE})

    def measures(self) -> None:
        """Every measure with its amounts, and whether it counts."""
        counting = Counting(self.portfolio, Status.PROPOSED)
        period = self.portfolio.period
        heads = [self.say(word) for word in ("id", "title", "sector", "status", "kind", "owner", "fte")]
        heads += [str(year) for year in period]
        heads += [self.say("level", year=period.last), self.say("cost")]
        heads += [self.say(word) for word in ("one_off", "funding", "counts")]
        heads += [self.say("counted", year=period.last), self.say("why")]
        rows: list[list[Value]] = []
        for measure in self.portfolio:
            why = counting.reasons[measure.id]
            rows.append(
                [
                    measure.id,
                    measure.title,
                    ", ".join(self.portfolio.plan.sector_name(sector) for sector in measure.shares),
                    STATUS[measure.status].render(self.lang),
                    KIND[measure.kind].render(self.lang),
                    measure.owner or "",
                    measure.fte,
                    *(measure.in_year(year, period) for year in period),
                    measure.level(period.last, period),
                    total(measure.cost(year) for year in period),
                    "" if measure.recurring else self.say("once"),
                    FUNDING[measure.funding].render(self.lang),
                    self.say("no" if why else "yes"),
                    counting.level(measure, period.last) if why is None else Money(0),
                    WHY[why].render(self.lang) if why else "",
                ]
            )
        widths = {1: _WIDE, 2: _ROOMY, 4: _ROOMY, 5: _ROOMY, len(heads) - 1: _ROOMY}
        self._list(self.say("measures"), heads, rows, widths)

    def quadrant(self) -> None:
        """Every measure with its quadrant, or why it has none."""
        placements = place(self.portfolio)
        heads = [self.say(word) for word in ("id", "title", "quadrant", "effect", "feasibility")]
        heads += [GRADE[name].render(self.lang).capitalize() for name in GRADE]
        heads += [self.say(word) for word in ("counts", "reason")]
        rows: list[list[Value]] = []
        for placed in placements.placed:
            given = grades(placed.measure)
            rows.append(
                [
                    placed.measure.id,
                    placed.measure.title,
                    QUADRANT[placed.quadrant].render(self.lang),
                    placed.effect,
                    rounded(placed.feasibility, 10),
                    *given.values(),
                    self.say("yes" if placed.counts else "no"),
                    placed.reason.render(self.lang),
                ]
            )
        for measure, why in placements.unplaced:
            rows.append(
                [
                    measure.id,
                    measure.title,
                    "–",
                    measure.size(self.portfolio.period),
                    *[None] * 4,
                    "–",
                    UNPLACED[why].render(self.lang),
                ]
            )
        self._list(self.say("quadrant"), heads, rows, {1: _WIDE, 2: _ROOMY, 4: 18, len(heads) - 1: 2 * _WIDE})

    def _targets(self, report: Report) -> Table:
        found = ("amount", "before", "decided", "undecided", "gap", "share")
        words = (*found, "unspecified", "conditional", "of_which_once", "low", "high", "target_cost")
        return Table(
            report.targets_title,
            (Heading(self.say("target"), text=True), *(Heading(self.say(word)) for word in words)),
            tuple(
                (
                    f"{block.title}: {block.basis}",
                    *(block.amount, block.before, block.decided, block.proposed, block.gap, block.share),
                    *(target.unspecified, target.conditional, target.one_off),
                    *(target.low, target.high, target.transition_cost),
                )
                for block, target in zip(report.targets, self.sums.targets, strict=True)
            ),
        )

    def _table(self, sheet: Any, row: int, table: Table) -> int:  # noqa: ANN401
        """Write one table of the report; the row after it."""
        sheet.write_string(row, 0, table.title, self.formats["heading"])
        widths = {0: _WIDE}
        for column, heading in enumerate(table.headings):
            sheet.write_string(row + 1, column, heading.title, self.formats["head" if heading.text else "head_number"])
        sheet.set_row(row + 1, _height([heading.title for heading in table.headings], widths))
        for number, cells in enumerate(table.rows):
            sheet.set_row(row + 2 + number, _height(cells, widths))
            last = table.total and number == len(table.rows) - 1
            for column, cell in enumerate(cells):
                self._cell(sheet, row + 2 + number, column, cell, prefix="total_" if last else "")
        end = row + 2 + len(table.rows)
        if table.note:
            sheet.write_string(end, 0, table.note, self.formats["note"])
            end += 1
        return end

    def _list(self, title: str, heads: list[str], rows: list[list[Value]], widths: dict[int, int]) -> None:
        """A sheet that is one list: a real table with a filter, its header repeated on paper."""
        sheet = self.book.add_worksheet(title)
        for column in range(len(heads)):
            sheet.set_column(column, column, widths.get(column, _NARROW))
        for number, cells in enumerate(rows, start=1):
            sheet.set_row(number, _height(cells, widths))
            for column, cell in enumerate(cells):
                self._cell(sheet, number, column, cell)
        numeric = [any(not isinstance(row[i], str | None) for row in rows) for i in range(len(heads))]
        columns = [
            {"header": head, "header_format": self.formats["head_number" if numeric[i] else "head"]}
            for i, head in enumerate(heads)
        ]
        sheet.set_row(0, _height(heads, {column: width - _ARROW for column, width in widths.items()}, _NARROW - _ARROW))
        end = max(len(rows), 1), len(heads) - 1
        sheet.add_table(0, 0, *end, {"columns": columns, "style": "Table Style Light 1"})
        sheet.freeze_panes(1, 2)
        sheet.repeat_rows(0)
        self._paper(sheet)

    def _paper(self, sheet: Any) -> None:  # noqa: ANN401
        """A4 across, as wide as the paper; each page says what is left out."""
        if self.left_out:
            said = self.say("left_out", paths=self.left_out).replace("&", "&&")
            sheet.set_footer("&L" + said[:_LONGEST_FOOTER])
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)

    def _cell(self, sheet: Any, row: int, column: int, cell: Value, prefix: str = "") -> None:  # noqa: ANN401
        if cell is None:
            sheet.write_blank(row, column, None, self.formats[f"{prefix}number"])
        elif isinstance(cell, str):
            sheet.write_string(row, column, cell, self.formats["total" if prefix else "text"])
        elif isinstance(cell, Money):
            sheet.write_number(row, column, self.unit.decimal(cell), self.formats[f"{prefix}amount"])
        elif isinstance(cell, int):
            sheet.write_number(row, column, cell, self.formats[f"{prefix}text"])
        elif isinstance(cell, Fraction):
            sheet.write_number(row, column, cell.numerator / cell.denominator, self.formats[f"{prefix}share"])
        else:
            sheet.write_number(row, column, cell, self.formats[f"{prefix}number"])


def _is_list(table: Table) -> bool:
    """Whether a table is text alone: it has no place among columns of figures."""
    return all(heading.text for heading in table.headings)


def _height(cells: Sequence[Value], widths: Mapping[int, int], other: int = _NARROW) -> int:
    """The height in points of a row in which long text goes on in the next line."""
    lines = [
        -(-len(cell) * 11 // (10 * widths.get(column, other)))
        for column, cell in enumerate(cells)
        if isinstance(cell, str)
    ]
    return _LINE * max([1, *lines])
