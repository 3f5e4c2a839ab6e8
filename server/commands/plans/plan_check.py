"""``oneplusx plan check``: whether the plans of a file keep the rules, and why a rule cannot be judged."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import orjson
import typer
from rich.table import Table
from rich.text import Text as Styled

from analysis.training_plans.compliance.compliance import day_of_entry, judge, sets_for
from analysis.training_plans.compliance.finding import MeasuredSpan, RuleVerdict
from analysis.training_plans.compliance.measures import fraction, unit_of
from analysis.training_plans.compliance.plan_facts import PlanFacts, facts_of_reading
from analysis.training_plans.compliance.plan_rule import PlanRuleSet
from analysis.training_plans.training_plan import PlanReading
from graph.errors import UserError
from resolvers.questions.training_plans.compliance_codes import (
    COMPLIANCE_REASON,
    UNDECIDED_KIND,
)
from seeds.rule_sets import read_rule_sets
from server.commands.documents.training_plans import read_plans
from server.commands.graph_access import with_database
from server.commands.language import language, say
from server.commands.plans.chosen_plan import AsJson, PlanSource, print_parts, title_of
from server.commands.plans.stored_plans import names_stored_plan, read_stored_plan
from server.plans.compliance_texts import VERDICTS, counted_verdicts, measured, wanted, why
from server.settings import read_settings

FORM = "oneplusx.training-plan-compliance/1"
_STYLES = {"FAIL": "red", "REMARK": "yellow", "UNKNOWN": "cyan", "PASS": "green"}
_ORDER = (*VERDICTS,)


class RuleSetNotFoundError(UserError):
    """No rule set has this code."""

    code = "RULE_SET_NOT_FOUND"

    def __init__(self, name: str, codes: Sequence[str]) -> None:
        super().__init__(
            f"No rule set has the code {name}. There are: {', '.join(codes)}.",
            f"没有编号为 {name} 的规则集。可用的有：{'、'.join(codes)}。",
            codes=list(codes),
        )


class _Checked(NamedTuple):
    """A plan with its findings, and by which sets and on which day."""

    plan: PlanReading
    sets: tuple[PlanRuleSet, ...]
    as_of: dt.date
    findings: tuple[RuleVerdict, ...]


def check(
    source: PlanSource,
    *,
    rules: Annotated[
        list[str] | None,
        typer.Option(
            help=say(
                "Code of a rule set, such as HV3; may be repeated. By default the national sets for the plan's level.",
                "规则集编号，如 HV3，可重复。默认取方案层次适用的国家规则集。",
            )
        ),
    ] = None,
    as_of: Annotated[
        dt.datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help=say(
                "Judge by the rules of this day. By default that on which the plan's students enter, else today.",
                "按该日的规则判断。默认为方案年级的入学日，未写明时为今日。",
            ),
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    origin, plans = _plans(source)
    sets = read_rule_sets(read_settings().seeds_dir)
    named = _named(rules or [], sets)
    day = as_of.date() if as_of else None
    checked = [_check(plan, sets, named, day, is_whole=is_whole) for plan, is_whole in plans]
    if as_json:
        print_parts([_json(origin, checked).decode().rstrip("\n")])
    else:
        for each in checked:
            print_parts(_shown(each))
    if any(finding.verdict == "FAIL" for each in checked for finding in each.findings):
        raise typer.Exit(1)


def _plans(source: str) -> tuple[dict[str, str], Sequence[tuple[PlanReading, bool]]]:
    """Read what is judged, and whether all lines are here; and what says which plans these are."""
    if names_stored_plan(source):
        plan_id, stored = with_database(lambda database: read_stored_plan(database, source))
        return {"plan": plan_id}, [(stored.reading, stored.is_whole)]
    data, _, plans = read_plans(Path(source))
    return {"sha256": hashlib.sha256(data).hexdigest()}, [(each, True) for each in plans]


def _named(names: Sequence[str], sets: Sequence[PlanRuleSet]) -> tuple[PlanRuleSet, ...]:
    by_code = {each.code: each for each in sets}
    for name in names:
        if name not in by_code:
            raise RuleSetNotFoundError(name, [each.code for each in sets if any(rule.measure for rule in each.rules)])
    return tuple(by_code[name] for name in dict.fromkeys(names))


def _check(
    plan: PlanReading,
    sets: Sequence[PlanRuleSet],
    named: tuple[PlanRuleSet, ...],
    as_of: dt.date | None,
    *,
    is_whole: bool,
) -> _Checked:
    facts = facts_of_reading(plan, is_whole=is_whole)
    used = named or tuple(sets_for(facts, sets))
    day = as_of or day_of_entry(facts) or dt.datetime.now(dt.UTC).date()
    return _Checked(plan, used, day, tuple(judge(facts, used, day, are_named=bool(named))))


# ---- for people


def _shown(checked: _Checked) -> Iterator[Table | str]:
    yield title_of(checked.plan)
    codes = ", ".join(each.code for each in checked.sets)
    yield say(f"Rules of {checked.as_of}: {codes}", f"按 {checked.as_of} 的规则：{codes}")
    table = Table(box=None, pad_edge=False)
    table.add_column(say("verdict", "判断"), no_wrap=True)
    rule, *others = _titles()
    # One copies the id of a rule.
    table.add_column(rule, no_wrap=True)
    for title in others:
        table.add_column(title, overflow="fold")
    facts = facts_of_reading(checked.plan)
    for each in sorted(checked.findings, key=lambda one: _ORDER.index(one.verdict)):
        if each.verdict != "NOT_APPLICABLE":
            table.add_row(*_cells(each, facts))
    yield table
    yield counted_verdicts(Counter(each.verdict for each in checked.findings), language())


def _titles() -> tuple[str, ...]:
    return (
        say("rule", "规则"),
        say("item", "项目"),
        say("wanted", "要求"),
        say("measured", "测得"),
        say("why", "说明"),
    )


def _cells(finding: RuleVerdict, facts: PlanFacts) -> tuple[str | Styled, ...]:
    rule = finding.rule
    return (
        Styled(VERDICTS[finding.verdict].in_language(language()), style=_STYLES[finding.verdict]),
        Styled(f"{rule.rule_set}:{rule.code}"),
        Styled(rule.item),
        Styled(wanted(rule, language())),
        Styled(measured(finding)),
        Styled(why(finding, facts, language())),
    )


# ---- for programs


def _json(origin: Mapping[str, str], checked: Sequence[_Checked]) -> bytes:
    plans = [
        {
            "title": title_of(each.plan),
            "asOf": each.as_of.isoformat(),
            "ruleSets": [one.code for one in each.sets],
            "counts": dict(Counter(one.verdict for one in each.findings)),
            "findings": [_values(one) for one in each.findings],
        }
        for each in checked
    ]
    report = {"report": FORM, **origin, "plans": plans}
    return orjson.dumps(report, option=orjson.OPT_INDENT_2)


def _values(finding: RuleVerdict) -> dict[str, Any]:
    rule = finding.rule
    return {
        "ruleSet": rule.rule_set,
        "code": rule.code,
        "item": rule.item,
        "verdict": finding.verdict,
        "reason": finding.reason,
        "force": rule.force,
        "document": rule.document,
        "clause": rule.clause,
        "measure": rule.measure,
        "least": fraction(rule.least),
        "most": fraction(rule.most),
        "isBandOurs": rule.is_band_ours,
        "unit": unit_of(rule),
        "measured": _pair(finding.measured),
        "part": _pair(finding.part),
        "whole": _pair(finding.whole),
        "lines": finding.lines,
        "outside": finding.outside,
        "leftOut": finding.left_out,
        "missing": finding.missing,
        "undecided": [{"kind": each.kind, "numbers": each.numbers, **_says(each.kind)} for each in finding.undecided],
        "en": COMPLIANCE_REASON.codes[finding.reason].english,
        "zh": COMPLIANCE_REASON.codes[finding.reason].chinese,
    }


def _pair(span: MeasuredSpan | None) -> list[int | None] | None:
    return None if span is None else [span.least, span.most]


def _says(kind: str) -> dict[str, str]:
    text = UNDECIDED_KIND.codes[kind]
    return {"en": text.english, "zh": text.chinese}
