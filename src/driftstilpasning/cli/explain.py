"""``dt explain``: a code, every code, or a measure."""

from typing import Annotated

import typer

from driftstilpasning.cli import words
from driftstilpasning.cli.options import REPORT_FORMATS, ReportFormat, pick
from driftstilpasning.cli.session import Session
from driftstilpasning.cli.usage import MISSING
from driftstilpasning.errors import DtError
from driftstilpasning.text import Text

_UNKNOWN = Text(
    nb="{subject} er verken en kode eller et tiltak i denne porteføljen",
    nn="{subject} er korkje ein kode eller eit tiltak i denne porteføljen",
    en="{subject} is neither a code nor a measure of this portfolio",
)
_MEANT = Text(
    nb="{subject} er verken en kode eller et tiltak i denne porteføljen. Mente du {meant}?",
    nn="{subject} er korkje ein kode eller eit tiltak i denne porteføljen. Meinte du {meant}?",
    en="{subject} is neither a code nor a measure of this portfolio. Did you mean {meant}?",
)
_NOT_BOTH = Text(
    nb="velg enten {subject} eller --all, ikke begge",
    nn="vel anten {subject} eller --all, ikkje begge",
    en="choose either {subject} or --all, not both",
)
_UNREADABLE = Text(
    nb="{subject} kan ikke forklares, fordi {path} ikke kan leses: se «dt validate»",
    nn="{subject} kan ikkje forklarast, fordi {path} ikkje kan lesast: sjå «dt validate»",
    en="{subject} cannot be explained, because {path} cannot be read: see `dt validate`",
)


def explain(
    session: Session,
    subject: Annotated[str | None, typer.Argument(metavar="CODE|ID", help=words.SUBJECT.en)] = None,
    *,
    output_format: ReportFormat = "text",
    every: Annotated[bool, typer.Option("--all", help=words.ALL.en)] = False,
) -> None:
    """Say what a rule is for; or for one measure every amount, what it counts toward and why, and its place."""
    from driftstilpasning.output.explain_text import measure_text
    from driftstilpasning.output.json_reports import measure_json, rule_json, rules_json
    from driftstilpasning.output.rule_text import rule_text, rules_text
    from driftstilpasning.rules import all_rules, find_rule

    pick("--output-format", output_format, REPORT_FORMATS)
    as_json = output_format == "json"
    if subject is not None and every:
        raise DtError(_NOT_BOTH, subject=subject)
    if every:
        rules = all_rules()
        session.write(rules_json(rules, session.lang) if as_json else rules_text(rules, session.screen(), session.lang))
        return
    if subject is None:
        raise DtError(MISSING, name="CODE|ID", command="dt explain")
    rule = find_rule(subject)
    if rule is not None:
        session.write(rule_json(rule, session.lang) if as_json else rule_text(rule, session.screen(), session.lang))
        return

    from difflib import get_close_matches

    from driftstilpasning.analysis.explain import explain as gather
    from driftstilpasning.rules.support.codes import meant as meant_rule

    checked = session.check()
    workspace = checked.workspace
    session.refuse_if_unreadable(checked, allow_errors=True)
    portfolio = workspace.portfolio()
    measure = portfolio.find(subject)
    if measure is None:
        for path, (identifier, _) in workspace.names.items():
            if identifier.casefold() == subject.casefold():
                raise DtError(_UNREADABLE, subject=subject, path=path)
        near = meant_rule(subject)
        known = [*(rule.code for rule in all_rules()), *(measure.id for measure in portfolio)]
        close = [near.code] if near is not None else get_close_matches(subject.upper(), known, n=1)
        raise DtError(_MEANT if close else _UNKNOWN, subject=subject, meant=close)
    explanation = gather(measure, portfolio)
    if as_json:
        session.write(measure_json(explanation, session.lang))
    else:
        session.write(measure_text(explanation, session.screen(), session.lang))
