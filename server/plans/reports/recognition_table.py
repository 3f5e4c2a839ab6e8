"""Which courses of a plan its certificates may be recognised for (学分认定), by the credit rules of its college.

By the rules alone, no choice is made among what may be converted: that is what ``planCreditConversion`` proposes.
"""

from collections.abc import Mapping, Sequence

from analysis.training_plans.improvement.conversion_rules import CreditRuleRow, conversion_rules, rules_of_college
from analysis.training_plans.improvement.credit_conversion import ConversionRule
from analysis.training_plans.improvement.plan_conversion import PlanConversion, plan_conversion
from analysis.training_plans.improvement.recognizable_courses import (
    Recognition,
    RecognizableCourse,
    recognizable_courses,
)
from analysis.training_plans.training_plan import PlanReading
from graph.model.codes import CERTIFICATE_LEVEL_CODE
from interchange.formats.csv_tables import CsvCell
from interchange.formats.laid_out_tables import FormTable
from interchange.training_plans.form.form_tables import NOTHING, of_hundredths, plain_table
from interchange.training_plans.tables.plan_words import CALCULATED
from server.plans.rule_texts import conversion_rule_text, is_own_rule

NAME, RULES_NAME = "学分认定表", "学分认定规则"
_HEADING = ("认定证书", "认定课程", "认定学分", "认定结论", "依据与说明")
_RULES_HEADING = ("规则编号", "制定者", "规则内容", "是否参与判断", "规则来源")
_STATES = {
    Recognition.CONVERTIBLE: "可认定",
    Recognition.LIMITED: "可认定，但不能全部认定",
    Recognition.UNDECIDED: "待定",
    Recognition.REFUSED: "不可认定",
}
_MODULES = {"FOUNDATION": "专业基础课程", "CORE": "专业核心课程", "PRACTICE": "集中实践课程"}
_NO_CERTIFICATES = "方案未列职业技能等级证书，没有可认定的内容"
_NO_COURSES = "方案未写明该证书对应的课程"
_NO_RULES = "未收录本校的学分认定规则"
_UNSAID = "方案未写明所需内容"


def recognition_tables(plan: PlanReading, rows: Sequence[CreditRuleRow]) -> list[FormTable]:
    """Give the table of certificates and courses, and that of the college's rules where there are any."""
    own = rules_of_college(rows, plan.head.college)
    rules, _ = conversion_rules(own)
    stated = plan_conversion(plan, rules)
    body = list(_certificates(stated, has_rules=bool(rules))) or [(NOTHING, NOTHING, None, NOTHING, _NO_CERTIFICATES)]
    title = f"{NAME}：仅按规则逐项判断，未作取舍{CALCULATED}"
    tables = [plain_table(NAME, _HEADING, body, (40, 28, 10, 16, 40), title=title)]
    if rules and stated.problem.certificates:
        tables.append(_rules(own, {each.code: each for each in rules}))
    return tables


# ---- certificates


def _certificates(stated: PlanConversion, *, has_rules: bool) -> list[Sequence[CsvCell]]:
    judged = recognizable_courses(stated.problem)
    rows: list[Sequence[CsvCell]] = []
    for certificate in stated.problem.certificates:
        own = [each for each in judged if each.certificate == certificate.key]
        rows += [_course(each, has_rules=has_rules) for each in own]
        if not own:
            rows.append((certificate.key, NOTHING, None, _STATES[Recognition.UNDECIDED], _NO_COURSES))
    return rows


def _course(each: RecognizableCourse, *, has_rules: bool) -> Sequence[CsvCell]:
    state = each.recognition if has_rules else Recognition.UNDECIDED
    reasons = [conversion_rule_text(rule).chinese for rule in each.rules]
    if not has_rules:
        reasons.append(_NO_RULES)
    elif state == Recognition.UNDECIDED and not all(map(is_own_rule, each.rules)):
        reasons.append(_UNSAID)
    return (each.certificate, each.course, of_hundredths(each.credits), _STATES[state], "；".join(reasons))


# ---- rules


def _rules(rows: Sequence[CreditRuleRow], computed: Mapping[str, ConversionRule]) -> FormTable:
    body = [
        (each.code, each.body, _content(each, computed.get(each.code)), _use(computed.get(each.code)), _places(each))
        for each in rows
    ]
    return plain_table(RULES_NAME, _RULES_HEADING, body, (10, 30, 50, 28, 50), title=f"{RULES_NAME}{CALCULATED}")


def _places(row: CreditRuleRow) -> str:
    return "；".join(row.sources)


def _use(rule: ConversionRule | None) -> str:
    if rule is None:
        return "否，不是可计算的规则"
    return "否，学分银行认定学分未知" if rule.kind == "BANK_CREDITS" else "是"


def _content(row: CreditRuleRow, rule: ConversionRule | None) -> str:
    """Say a rule that is computed as it is computed, another one as the source writes it."""
    match rule:
        case None:
            return "；".join(filter(None, (row.item, row.value, row.note)))
        case ConversionRule(kind="COURSE_ONCE"):
            return "一门课程只由一个证书认定"
        case ConversionRule(kind="CREDITS_MOST"):
            return f"每个证书至多认定 {(rule.most or 0) / 100:g} 学分"
        case ConversionRule(kind="COURSES_MOST"):
            return f"每个证书至多认定 {rule.most} 门课程"
        case ConversionRule(kind="BANK_CREDITS"):
            return "不超过职业教育国家学分银行认定的学分"
        case _:
            return _scope(rule)


def _scope(rule: ConversionRule) -> str:
    level = CERTIFICATE_LEVEL_CODE.codes[rule.level].chinese[:2] if rule.level else "每个"
    required = "必修的" if rule.is_required else ""
    modules = "、".join(_MODULES.get(each, each) for each in rule.modules) or "课程"
    without = "、".join(_MODULES.get(each, each) for each in rule.not_modules)
    return f"{level}证书只认定{required}{modules}{f'（不含{without}）' if without else ''}"
