"""A Word document of headings, paragraphs, lists, tables and pictures; the same content gives the same bytes.

What things look like stands in ``template/word/styles.xml``; here every paragraph and table only names its style.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Emu
from docx.text.paragraph import Paragraph

from driftstilpasning.model.money import Unit
from driftstilpasning.output.tables import Heading, Value, value
from driftstilpasning.text import Lang, Text
from driftstilpasning.text.safe import printable

LOCALE: Final = {Lang.NB: "nb-NO", Lang.NN: "nn-NO", Lang.EN: "en-GB"}
"""The languages as Word knows them: they decide how spelling is checked and how the text is read aloud."""

_MADE = datetime(2013, 1, 1, tzinfo=UTC)
"""When every document says it was made, so that the same input gives the same bytes."""

_TABLE = Text(nb="Tabell", nn="Tabell", en="Table")
_FIGURE = Text(nb="Figur", nn="Figur", en="Figure")
_PART = Text(
    nb="{title} (del {number} av {of})", nn="{title} (del {number} av {of})", en="{title} (part {number} of {of})"
)
_PAGE = Text(nb="Side {page} av {pages}", nn="Side {page} av {pages}", en="Page {page} of {pages}")

_WIDTH = 9638
"""Between the margins of an A4 sheet, in twentieths of a point."""
_SIGN, _STRONG_SIGN, _PADDING, _NARROWEST = 95, 108, 190, 700
"""About what a sign takes of a table's width, what stands beside the text of a cell, and the narrowest column."""
_LONGEST_WORD = 18
"""Signs that a column of text has room for in any case."""
_SMALL = 12
"""Rows: a table of so many, and of figures, stays on one page."""
_TEXT = 1500
"""What a column of text is left with at least."""
_EMU = 635
"""How many of the units of pictures make a twentieth of a point."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell of text with details below it, each on lines of its own."""

    text: str
    details: tuple[str, ...] = ()


Cell = Value | Entry


class Paper:
    """Writes one document from the beginning to the end, in one language and unit."""

    def __init__(self, title: str, unit: Unit, lang: Lang) -> None:
        """Begin an empty document called ``title``."""
        self._unit, self._lang = unit, lang
        self._document = Document(io.BytesIO(_template(LOCALE[lang])))
        self._numbered = {_TABLE: 0, _FIGURE: 0}
        properties = self._document.core_properties
        properties.title, properties.language = clean(title), LOCALE[lang]
        properties.created = properties.modified = _MADE.replace(tzinfo=None)
        properties.author = properties.comments = properties.last_modified_by = ""

    def heading(self, text: str, level: int = 1) -> None:
        """A heading that a table of contents and a screen reader find; level 1 to 3."""
        self._document.add_paragraph(clean(text), style=f"Heading {level}")

    def paragraph(self, text: str, style: str = "Normal") -> None:
        """One paragraph."""
        self._document.add_paragraph(clean(text), style=style)

    def bullets(self, texts: Sequence[str], lead: Sequence[str] = ()) -> None:
        """A list; of each text that begins with its ``lead``, the lead is strong."""
        for i, text in enumerate(texts):
            strong = lead[i] if lead else ""
            paragraph = self._document.add_paragraph(style="List Bullet")
            if strong:
                paragraph.add_run(clean(strong), style="Strong")
            paragraph.add_run(clean(text.removeprefix(strong)))

    def numbered(self, texts: Sequence[str]) -> None:
        """A numbered list; a document has one."""
        for text in texts:
            self._document.add_paragraph(clean(text), style="List Number")

    def table(
        self,
        title: str,
        headings: Sequence[Heading],
        rows: Sequence[Sequence[Cell]],
        *,
        total: bool = False,
        note: str = "",
    ) -> None:
        """A table under a numbered caption; its first row is repeated on every page, and no row is split.

        Figures that find no room beside each other go on in the next table, with the same texts.
        """
        parts = _side_by_side(headings, [self._needed(i, headings, rows) for i in range(len(headings))])
        for number, columns in enumerate(parts, start=1):
            part = _PART.render(self._lang, title=title, number=number, of=len(parts)) if len(parts) > 1 else title
            self._caption(_TABLE, part)
            self._table([headings[i] for i in columns], [[row[i] for i in columns] for row in rows], total=total)
        if note:
            self.paragraph(note, "Table Note")

    def _table(self, headings: Sequence[Heading], rows: Sequence[Sequence[Cell]], *, total: bool) -> None:
        table = self._document.add_table(0, len(headings), style="Case Table")
        table.autofit = False
        widths = self._widths(headings, rows)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Emu(width * _EMU)
        inner = table._tbl  # noqa: SLF001  # python-docx has no names for looks, and is slow cell by cell
        look = inner.tblPr.find(_w("tblLook"))
        look.attrib.clear()
        shown = {"firstRow": 1, "lastRow": int(total), "firstColumn": 1, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
        for name, flag in shown.items():
            look.set(_w(name), str(flag))
        head = [heading.title for heading in headings]
        small = len(rows) <= _SMALL and sum(heading.text for heading in headings) == 1
        for i, cells in enumerate((head, *rows)):
            left = len(rows) - i
            kept = left > 0 and (small or (total and left == 1))
            inner.append(self._row(cells, headings, widths, head=i == 0, strong=total and left == 0, kept=kept))

    def picture(self, content: bytes, title: str, description: str) -> None:
        """A picture as wide as the text, with its description for those who do not see it."""
        paragraph = self._document.add_paragraph(style="Picture")
        shape = paragraph.add_run().add_picture(io.BytesIO(content), width=Emu(_WIDTH * _EMU))
        named = shape._inline.docPr  # noqa: SLF001  # no public name
        named.set("title", clean(title))
        named.set("descr", clean(description))
        self._caption(_FIGURE, title)

    def footer(self, text: str, warning: str = "") -> None:
        """The foot of every page: ``text``, the page's number, and below it a warning."""
        footer = self._document.sections[0].footer
        paragraph = footer.paragraphs[0]
        paragraph.style = self._document.styles["Footer"]
        before, between, after = _PAGE.outline(self._lang).split("…")
        paragraph.add_run(clean(text) + "\t" + before)
        _field(paragraph, "PAGE")
        paragraph.add_run(between)
        _field(paragraph, "NUMPAGES")
        paragraph.add_run(after)
        if warning:
            footer.add_paragraph(clean(warning), style="Footer")

    def content(self) -> bytes:
        """The bytes of the document: parts in one order, without the time of day."""
        made = io.BytesIO()
        self._document.save(made)
        packed = io.BytesIO()
        with zipfile.ZipFile(made) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(parts.namelist()):
                _add(archive, name, parts.read(name))
        return packed.getvalue()

    def _caption(self, word: Text, title: str) -> None:
        self._numbered[word] += 1
        label = word.render(self._lang)
        paragraph = self._document.add_paragraph(f"{label} ", style="Caption")
        _field(paragraph, f"SEQ {label} \\* ARABIC", str(self._numbered[word]))
        paragraph.add_run(clean(f". {title}"))

    def _row(
        self,
        cells: Sequence[Cell],
        headings: Sequence[Heading],
        widths: Sequence[int],
        *,
        head: bool,
        strong: bool,
        kept: bool,
    ) -> object:
        """A row; ``kept`` on the same page as the next."""
        repeated = "<w:tblHeader/>" if head else ""
        columns = ""
        for cell, heading, width in zip(cells, headings, widths, strict=True):
            lines = "".join(self._lines(cell, heading, strong=strong, kept=kept))
            columns += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{lines}</w:tc>'
        return parse_xml(f"<w:tr {nsdecls('w')}><w:trPr><w:cantSplit/>{repeated}</w:trPr>{columns}</w:tr>")

    def _lines(self, cell: Cell, heading: Heading, *, strong: bool, kept: bool) -> Iterator[str]:
        entry = self._shown(cell)
        yield _cell_paragraph(entry.text, "TableText" if heading.text else "TableNumber", strong=strong, kept=kept)
        yield from (_cell_paragraph(detail, "TableDetail", kept=kept) for detail in entry.details)

    def _widths(self, headings: Sequence[Heading], rows: Sequence[Sequence[Cell]]) -> list[int]:
        """Figures take what they need; texts share what is left by how long they are, within bounds."""
        needed = [self._needed(i, headings, rows) for i in range(len(headings))]
        weights = {i: _weight(i, headings, rows) for i, heading in enumerate(headings) if heading.text}
        left = _WIDTH - sum(width for i, width in enumerate(needed) if i not in weights)
        for i, weight in weights.items():
            needed[i] = max(needed[i], left * weight // sum(weights.values()))
        return [width * _WIDTH // sum(needed) for width in needed]

    def _needed(self, column: int, headings: Sequence[Heading], rows: Sequence[Sequence[Cell]]) -> int:
        """The width that keeps every figure on one line, and every word unless it is very long."""
        heading = headings[column]
        cells = [self._shown(row[column]) for row in rows]
        words = [word for cell in cells for text in (cell.text, *cell.details) for word in text.split()]
        said = [min(len(word), _LONGEST_WORD) for word in words] if heading.text else [len(cell.text) for cell in cells]
        head = (len(word) for word in heading.title.replace("-", "- ").split())
        return max(_NARROWEST, max(said, default=0) * _SIGN + _PADDING, max(head, default=0) * _STRONG_SIGN + _PADDING)

    def _shown(self, cell: Cell) -> Entry:
        return cell if isinstance(cell, Entry) else Entry(value(cell, self._unit, self._lang))


def _side_by_side(headings: Sequence[Heading], needed: Sequence[int]) -> list[list[int]]:
    """The columns of each table: every text, and as many figures as find room beside them."""
    texts = [i for i, heading in enumerate(headings) if heading.text]
    room = _WIDTH - sum(max(_TEXT, needed[i]) for i in texts)
    groups: list[list[int]] = [[]]
    for i in (i for i in range(len(headings)) if i not in texts):
        if groups[-1] and sum(needed[j] for j in groups[-1]) + needed[i] > room:
            groups.append([])
        groups[-1].append(i)
    return [sorted((*texts, *group)) for group in groups]


def clean(text: str) -> str:
    """``text`` as a document can hold it: what cannot be seen, or stand in XML, is written as an escape."""
    lines = (printable(line).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff") for line in text.splitlines())
    return "\n".join(lines)


_LONG, _SHORT = 120, 40
"""Signs: a text column weighs as its longest cell, but no more than so many, and so many besides."""


def _weight(column: int, headings: Sequence[Heading], rows: Sequence[Sequence[Cell]]) -> int:
    longest = len(headings[column].title)
    for row in rows:
        cell = row[column]
        entry = cell if isinstance(cell, Entry) else Entry(cell if isinstance(cell, str) else "")
        longest = max(longest, len(entry.text) + sum(map(len, entry.details)))
    return _SHORT + min(_LONG, longest)


def _cell_paragraph(text: str, style: str, *, strong: bool = False, kept: bool = False) -> str:
    together = "<w:keepNext/>" if kept else ""
    manner = '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>' if strong else ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in clean(text).split("\n"))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{together}</w:pPr><w:r>{manner}{lines}</w:r></w:p>'


def _field(paragraph: Paragraph, instruction: str, shown: str = "1") -> None:
    """A number that Word keeps: a page's, or how many tables there are so far."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    for part in parts:
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{part}</w:r>"))  # noqa: SLF001  # no public name


def _w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def _template(locale: str) -> bytes:
    """An empty document with our styles, in one language."""
    packed = io.BytesIO()
    root = files(__package__).joinpath("template")
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in _parts(root):
            _add(archive, name, part.read_text("utf-8").replace("nb-NO", locale).encode())
    return packed.getvalue()


def _parts(folder: Traversable, before: str = "") -> Iterator[tuple[str, Traversable]]:
    for part in sorted(folder.iterdir(), key=lambda part: part.name):
        if part.is_dir():
            yield from _parts(part, f"{before}{part.name}/")
        else:
            yield before + part.name, part


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, date_time=_MADE.timetuple()[:6])
    info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
    archive.writestr(info, content)
