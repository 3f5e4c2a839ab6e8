"""What ``oneplusx import standard`` prints: what was read, and what is written of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from analysis.code_words import MODULES
from graph.model import MODEL
from interchange.standard_imports.carried_alignments import BECAME, REMOVED, SEARCH_CLOSED, CarriedAlignments
from interchange.standard_imports.confirmed_import import ImportDraft
from interchange.standard_imports.other_versions import OtherVersion
from interchange.standards.skill.skill_standard import LEVELS, LevelTree, Remark, SkillStandardReading
from interchange.standards.standard_report import message
from interchange.standards.teaching.teaching_standard import TeachingStandardReading
from server.commands.language import language, say

REMARKS_SHOWN = 20


def reading_lines(reading: SkillStandardReading | TeachingStandardReading, digest: str) -> list[str]:
    """Say what was read, guessed and not read; ``digest`` is that of the report."""
    lines = _teaching_lines(reading) if isinstance(reading, TeachingStandardReading) else _skill_lines(reading)
    return [
        *lines,
        *_remarks(say("guessed", "推定"), reading.guesses),
        *_remarks(say("problems", "问题"), reading.problems),
        *_remarks(say("not read", "未读取"), reading.not_read),
        say(f"Report sha256 {digest}; nothing was written.", f"报告 sha256 {digest}；未写入任何内容。"),
    ]


def draft_lines(draft: ImportDraft, *, is_written: bool) -> list[str]:
    """Say what was written, or would be, and what to ask next where other versions are there."""
    counted = draft.counts
    links = sum(count for name, count in counted.items() if name in MODEL.relationships)
    nodes = [f"{name} {counted[name]}" for name in MODEL.node_types if name in counted]
    majors = counted.get("SUITS", 0)
    of_majors = (
        say(f" ({majors} to majors)", f"（其中适用专业 {majors}）") if draft.node_type == "SkillStandard" else ""
    )
    counts = ", ".join([*nodes, say(f"links {links}", f"关系 {links}") + of_majors])
    written = say(f"{draft.node_id} was written", f"已写入 {draft.node_id}")
    shown = say(f"{draft.node_id} would be written; nothing was", f"将写入 {draft.node_id}；本次未写入")
    lines = [f"{written if is_written else shown}: {counts}"]
    if draft.before is not None:
        lines.append(_existing_line(draft.node_id, is_written=is_written))
    lines += [
        say(
            f'{each} is another version: ask revisionImpact(from: "{each}", to: "{draft.node_id}").',
            f'图中另有版本 {each}：可查询 revisionImpact(from: "{each}", to: "{draft.node_id}")。',
        )
        for each in draft.versions
    ]
    if draft.carried is not None:
        lines.append(_carried_line(draft.carried, is_written=is_written))
    return [*lines, *_next_lines(draft)] if is_written else lines


def _existing_line(standard: str, *, is_written: bool) -> str:
    if is_written:
        return say(
            f"{standard} was in the graph already; it was completed.", f"{standard} 图中原已存在，本次予以补全。"
        )
    return say(
        f"{standard} is in the graph already: this import would complete it, not add a version.",
        f"图中已有 {standard}：本次导入将补全它，不会新增版本。",
    )


def _next_lines(draft: ImportDraft) -> Iterator[str]:
    """Name the way on from a standard to what covers it: a table with suggestions."""
    if draft.node_type == "SkillStandard":
        en, zh = "--standard MAJOR", "--standard 专业代码"
        known = f"--certificate {draft.after['code']}"
    elif draft.node_type == "TeachingStandard":
        en, zh = "--certificate CODE", "--certificate 证书代码"
        known = f"--standard {draft.after['majorCode']}"
    else:
        return
    yield say(
        f"Next: `oneplusx export alignments FILE.xlsx {known} {en} --suggestions 100`; decide on the rows, and bring "
        "it back with `oneplusx import alignments`. The explorer gives the same table at /fit.",
        f"下一步：oneplusx export alignments 文件.xlsx {known} {zh} --suggestions 100，逐行判断后用 "
        "oneplusx import alignments 导回；页面 /fit 也可下载此表。",
    )


def confirming_line(file: str, report: str) -> str:
    """Name the command that follows a dry run."""
    command = f"oneplusx import standard {file} --confirm {report}"
    return say(
        f"Next: `{command} --dry-run` shows what would be written, and the open questions; `{command}` writes it.",
        f"下一步：{command} --dry-run 显示将写入的内容和待答的问题；{command} 写入。",
    )


def carry_line(each: OtherVersion) -> str:
    """Say what carrying from another version would suggest, and how to ask for it."""
    lost = each.carried.get(REMOVED, 0)
    number = CarriedAlignments(each.carried).suggested
    closed_en, closed_zh = _searches_not_carried(each.carried)
    before_en, before_zh = (" (the version before)", "（前一版本）") if each.is_proposed else ("", "")
    return say(
        f"--carry-from {each.version}{before_en} would suggest {number} alignments; of {lost} the requirement is gone."
        + closed_en,
        f"--carry-from {each.version}{before_zh} 将建议 {number} 条对接；另有 {lost} 条的技能要求已删除。{closed_zh}",
    )


def _carried_line(carried: CarriedAlignments, *, is_written: bool) -> str:
    kinds = [(BECAME[kind], count) for kind, count in carried.counts.items() if kind in BECAME]
    of_en = f" ({', '.join(f'{kind.english} {count}' for kind, count in kinds)})" if kinds else ""
    of_zh = f"（{'、'.join(f'{kind.chinese} {count}' for kind, count in kinds)}）" if kinds else ""
    number, lost = carried.suggested, carried.counts.get(REMOVED, 0)
    gone_en, gone_zh = (
        (f" Of {lost} the requirement is gone.", f"另有 {lost} 条的技能要求已删除。") if lost else ("", "")
    )
    closed_en, closed_zh = _searches_not_carried(carried.counts)
    if is_written:
        return say(
            f"{number} alignments were suggested for it{of_en}: see reviewQueue.{gone_en}{closed_en}",
            f"已为其建议 {number} 条对接{of_zh}：见 reviewQueue。{gone_zh}{closed_zh}",
        )
    return say(
        f"{number} alignments would be suggested for it{of_en}.{gone_en}{closed_en}",
        f"将为其建议 {number} 条对接{of_zh}。{gone_zh}{closed_zh}",
    )


def _searches_not_carried(counts: Mapping[str, int]) -> tuple[str, str]:
    closed = counts.get(SEARCH_CLOSED, 0)
    if not closed:
        return "", ""
    return (
        f" Closed searches that are not carried: {closed}; a reviewer searches anew.",
        f"另有 {closed} 条“无对应”结论不沿用，须由评审人重新查找。",
    )


def _skill_lines(reading: SkillStandardReading) -> Iterator[str]:
    head = reading.head
    yield "  ".join(filter(None, (head.title, head.code, head.version)))
    for level in reading.levels:
        yield _counts(level)
    yield say(
        f"{len(head.majors)} majors, {len(head.positions)} positions",
        f"适用专业 {len(head.majors)}，岗位 {len(head.positions)}",
    )


def _teaching_lines(reading: TeachingStandardReading) -> Iterator[str]:
    yield "  ".join(filter(None, (reading.title, reading.major.code, reading.major.name)))
    counts = Counter(each.module for each in reading.courses)
    for module in ("FOUNDATION", "CORE", "EXTENSION"):
        yield say(f"{module}: {counts[module]} courses", f"{MODULES[module].chinese}：{counts[module]} 门")
    yield say(
        f"{len(reading.occupations)} occupations, {len(reading.positions)} positions, "
        f"{len(reading.certificates)} certificates, {len(reading.rules)} rules",
        f"职业 {len(reading.occupations)}，岗位 {len(reading.positions)}，"
        f"证书 {len(reading.certificates)}，规则 {len(reading.rules)}",
    )


def _counts(level: LevelTree) -> str:
    zh = next(name for name, code in LEVELS.items() if code == level.level)
    areas, tasks = len(level.areas), sum(len(each.tasks) for each in level.areas)
    requirements = level.requirement_count()
    return say(
        f"{level.level}: {areas} work areas, {tasks} tasks, {requirements} requirements",
        f"{zh}：工作领域 {areas}，工作任务 {tasks}，职业技能要求 {requirements}",
    )


def _remarks(title: str, remarks: Sequence[Remark]) -> Iterator[str]:
    if remarks:
        yield say(f"{title}: {len(remarks)}", f"{title} {len(remarks)} 处")
    for each in remarks[:REMARKS_SHOWN]:
        yield f"  {message(each, language())}"
    if (more := len(remarks) - REMARKS_SHOWN) > 0:
        yield say(f"  and {more} more, in the report", f"  另有 {more} 处，见报告")
