"""Rules of colleges on credit conversion: from the rows of our data to rules that can be computed."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from analysis.training_plans.improvement.credit_conversion import COURSE_ONCE, ConversionRule

_MODULES = (
    ("FOUNDATION", re.compile(r"专业基础|basic")),
    ("CORE", re.compile(r"专业核心|core")),
)
_REQUIRED = re.compile(r"必修|required")
_NOT_PRACTICE = re.compile(r"不含集中实践")
_BANK = re.compile(r"学分银行|credit bank")
_COURSES = "门/证书"
_SCOPES = ("level_scope", "level rule", "scope")


class CreditRuleRow(NamedTuple):
    """A rule as our data has it. The most is in the unit of the row; ``sources`` are where it was read."""

    code: str
    body: str
    kind: str
    item: str
    level: str | None
    value: str
    most: float | None
    unit: str | None
    note: str
    sources: tuple[str, ...] = ()


def rules_of_college(rows: Sequence[CreditRuleRow], college: str | None) -> list[CreditRuleRow]:
    """Give all rules of a college by its name or a former one, `甲(原乙)`; none where none of them can be computed."""
    own = [each for each in rows if college and college in names_of_body(each.body)]
    return own if conversion_rules(own)[0] else []


def names_of_body(body: str) -> list[str]:
    """Give the names of who set rules: the present one, and a former one of `甲(原乙)`."""
    return [name for each in re.split(r"[()（）]", body) if (name := each.strip().removeprefix("原"))]


def is_computed(row: CreditRuleRow) -> bool:
    """Whether a conversion can be computed by a rule."""
    return _rule(row) is not None


def conversion_rules(rows: Iterable[CreditRuleRow]) -> tuple[tuple[ConversionRule, ...], tuple[str, ...]]:
    """Give the rules that can be computed, and the codes of those that cannot: steps, documents, other certificates."""
    rules, others = [], []
    for row in rows:
        rule = _rule(row)
        if rule:
            rules.append(rule)
        else:
            others.append(row.code)
    return tuple(rules), tuple(others)


def _rule(row: CreditRuleRow) -> ConversionRule | None:
    if row.kind in ("one_course_one_certificate", "one_time", "uniqueness"):
        return ConversionRule(row.code, COURSE_ONCE)
    if row.kind in _SCOPES:
        return _scope(row)
    is_cap = row.kind in ("cap", "max_credits_per_certificate", "cap_by_credit_bank", "class_II")
    if not is_cap:
        return None
    if _BANK.search(f"{row.value}{row.note}"):
        return ConversionRule(row.code, "BANK_CREDITS")
    if row.most is None:
        return None
    if row.unit == _COURSES:
        return ConversionRule(row.code, "COURSES_MOST", most=round(row.most))
    return ConversionRule(row.code, "CREDITS_MOST", most=round(row.most * 100))


def _scope(row: CreditRuleRow) -> ConversionRule | None:
    modules = tuple(module for module, pattern in _MODULES if pattern.search(row.value))
    is_required = bool(_REQUIRED.search(row.value))
    not_modules = ("PRACTICE",) if _NOT_PRACTICE.search(f"{row.value}{row.note}") else ()
    if not (modules or is_required or not_modules):
        return None
    return ConversionRule(row.code, "COURSE_SCOPE", row.level, modules, not_modules, is_required)
