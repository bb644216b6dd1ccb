"""The case paper (saksframlegg): what the council is asked to decide, with amounts, consequences and doubts.

Everything in it is from the portfolio. A section stands only where there is something true to say in it.
"""

from collections.abc import Sequence

from driftstilpasning.analysis.visible import View
from driftstilpasning.output.paper.assessment import about, assessment, not_counted
from driftstilpasning.output.paper.case import Case
from driftstilpasning.output.paper.document import Paper
from driftstilpasning.output.paper.measures import alternatives, by_sector, consequences
from driftstilpasning.output.paper.proposal import background, economy, proposal
from driftstilpasning.output.paper.risks import dropped, uncertain
from driftstilpasning.output.paper.words import HEADINGS
from driftstilpasning.output.report_words import WORDS
from driftstilpasning.text import Lang
from driftstilpasning.workspace import LeftOut


def case_paper(view: View, lang: Lang, left_out: Sequence[LeftOut] = ()) -> bytes:
    """The bytes of a Word document in one language; the same portfolio gives the same bytes."""
    case, plan = Case(view, lang), view.portfolio.plan
    title = HEADINGS["title"].render(lang, plan=plan.plan)
    paper = Paper(f"{plan.municipality}: {title}", plan.unit, lang)
    paper.paragraph(plan.municipality, "Municipality")
    paper.paragraph(title, "Title")
    paper.paragraph(case.say("prices", unit=plan.unit.value, level=plan.price_level, base=plan.base_year), "Subtitle")
    warning = WORDS["left_out"].render(lang, paths=[file.path for file in left_out]) if left_out else ""
    for notice in filter(None, (plan.notice, warning)):
        paper.paragraph(notice, "Notice")
    for section in (
        proposal,
        background,
        economy,
        by_sector,
        consequences,
        alternatives,
        uncertain,
        dropped,
        assessment,
        not_counted,
        about,
    ):
        section(paper, case)
    paper.footer(f"{plan.municipality} · {plan.plan}", warning)
    return paper.content()
