"""What a rule wants of a plan, what was measured, and why: as short texts for a table."""

from collections.abc import Iterator, Mapping, Sequence

from analysis.training_plans.compliance.finding import MeasuredSpan, RuleVerdict
from analysis.training_plans.compliance.measures import SHARES, unit_of
from analysis.training_plans.compliance.plan_facts import PlanFacts
from analysis.training_plans.compliance.plan_rule import Bound, PlanRule
from graph.errors import Language
from graph.model.core import Text
from resolvers.questions.training_plans.compliance_codes import COMPLIANCE_REASON, UNDECIDED_KIND

# Of many lines this many are named.
LINES_SHOWN = 6
# What each verdict is called, the worst first.
VERDICTS = {
    "FAIL": Text("FAIL", "不符合"),
    "REMARK": Text("REMARK", "提示"),
    "UNKNOWN": Text("UNKNOWN", "无法判断"),
    "PASS": Text("PASS", "符合"),
    "NOT_APPLICABLE": Text("NOT_APPLICABLE", "不适用"),
}
_OUR_READING = Text(" (our reading)", "（范围为本系统判定）")
# How the seeds mark a heading that the document does not have, and how it is called.
_HEADING_OURS, _CALLED_OURS = "(heading ours) ", Text(" (heading ours)", "（本系统所拟标题）")
# A mandatory rule is remarked on where its course is there, but elsewhere, of another nature or under a former name.
_REMARK_OF_MUST = Text(
    "the rule is mandatory, the course is there: no violation", "规则为硬性，但课程已开设，不判为不符合"
)
# Under which headings the part of a share stands, so that it compares with shares of other tables.
_COUNTED = Text("Counted: ", "计入：")
_NOT_OFFERED = Text("No line has these courses: ", "缺少课程：")
_LEFT_OUT = Text("Not judged by the rule", "规则不予判断")
_BETWEEN_SENTENCES, _BETWEEN_NAMES, _BEFORE_NAMES = Text("; ", "；"), Text(", ", "、"), Text(": ", "：")


def counted_verdicts(counts: Mapping[str, int], language: Language) -> str:
    """Say how many rules have each verdict, the worst first; one that none has is left out."""
    shown = {text.in_language(language): counts.get(each, 0) for each, text in VERDICTS.items()}
    return "  ".join(f"{label} {count}" for label, count in shown.items() if count)


def wanted(rule: PlanRule, language: Language) -> str:
    """Say what a rule wants."""
    percent = rule.measure in SHARES
    least, most = (_bound(each, percent=percent) for each in (rule.least, rule.most))
    ours = _OUR_READING.in_language(language) if rule.is_band_ours else ""
    if least and most:
        return (least if least == most else f"{least}–{most}") + ours
    return (f">= {least}" if least else f"<= {most}" if most else "") + ours


def clause_text(rule: PlanRule, language: Language) -> str:
    """Say where in its document a rule stands; empty where that was not seen."""
    clause = rule.clause or ""
    heading = clause.removeprefix(_HEADING_OURS)
    return clause if heading == clause else heading + _CALLED_OURS.in_language(language)


def _bound(bound: Bound | None, *, percent: bool) -> str:
    if bound is None:
        return ""
    if not percent:
        return str(bound.numerator)
    whole, rest = divmod(bound.numerator * 100, bound.denominator)
    return f"{whole}%" if rest == 0 else f"{bound.numerator}/{bound.denominator}"


def measured(finding: RuleVerdict) -> str:
    """Show what was measured; an interval where something is chosen or left open."""
    if finding.measured is None:
        return ""
    unit = unit_of(finding.rule)
    sign = "%" if finding.rule.measure in SHARES else ""
    shown = _span(finding.measured, unit, sign)
    if finding.part and finding.whole:
        shown += f" ({_span(finding.part, 1, '')} / {_span(finding.whole, 1, '')})"
    return shown


def _span(span: MeasuredSpan, unit: int, sign: str) -> str:
    least, most = (_figure(each, unit) for each in span)
    return f"{least}{sign}" if span.least == span.most else f"{least}–{most}{sign}"


def _figure(value: int | None, unit: int) -> str:
    if value is None:
        return "?"
    whole, rest = divmod(value, unit)
    return f"{whole}.{rest:02}".rstrip("0") if rest else str(whole)


def why(finding: RuleVerdict, facts: PlanFacts, language: Language) -> str:
    """Say why a rule is not kept or cannot be judged, and what it leaves out; nothing that the figures say already."""
    names = dict(zip(facts.numbers, (each.name for each in facts.lines), strict=True))
    sentences = [*_deciding(finding, names, language)]
    if finding.rule.measure in SHARES and finding.rule.modules and finding.lines:
        headings = _headings(finding, facts)
        sentences.append(_COUNTED.in_language(language) + _BETWEEN_NAMES.in_language(language).join(headings))
    if finding.left_out:
        sentences.append(_naming(_LEFT_OUT.in_language(language), finding.left_out, names, language))
    return _BETWEEN_SENTENCES.in_language(language).join(sentences)


def _headings(finding: RuleVerdict, facts: PlanFacts) -> list[str]:
    """Give the headings of the plan under which what is counted stands, as the plan writes them."""
    by_number = dict(zip(facts.numbers, facts.lines, strict=True))
    counted = [by_number[each] for each in finding.lines if each in by_number]
    return list(dict.fromkeys(each.path[0] if each.path else each.module_text or each.name for each in counted))


def _deciding(finding: RuleVerdict, names: Mapping[int, str], language: Language) -> Iterator[str]:
    if finding.verdict == "UNKNOWN":
        for each in finding.undecided:
            kind = UNDECIDED_KIND.codes[each.kind].in_language(language)
            yield _naming(kind, each.numbers, {} if each.kind == "CHOICE" else names, language)
    # The figures next to it say the rest.
    elif finding.verdict != "PASS" and finding.reason != "BOUNDS":
        reason = COMPLIANCE_REASON.codes[finding.reason].in_language(language)
        # That courses are missing say their names.
        if finding.reason not in {"NO_SUCH_LINE", "COURSES_MISSING"} or not finding.missing:
            yield _naming(reason, finding.outside, names, language)
        if finding.missing:
            yield _NOT_OFFERED.in_language(language) + _BETWEEN_NAMES.in_language(language).join(finding.missing)
    if finding.verdict == "REMARK" and finding.rule.force == "MUST":
        yield _REMARK_OF_MUST.in_language(language)


def _naming(text: str, numbers: Sequence[int], names: Mapping[int, str], language: Language) -> str:
    """Name lines by their courses, groups by their numbers; of many the first."""
    sentence = text.rstrip("。.")
    if not numbers:
        return sentence
    shown = _BETWEEN_NAMES.in_language(language).join(names.get(each, str(each)) for each in numbers[:LINES_SHOWN])
    more = f" (+{len(numbers) - LINES_SHOWN})" if len(numbers) > LINES_SHOWN else ""
    return sentence + _BEFORE_NAMES.in_language(language) + shown + more
