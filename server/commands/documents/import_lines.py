"""What ``oneplusx import standard`` prints: what was read, and what is written of it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from graph.model import MODEL
from interchange.standard_imports.confirmed_import import ImportDraft
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
    counts = ", ".join([*nodes, say(f"links {links}", f"关系 {links}")])
    written = say(f"{draft.node_id} was written", f"已写入 {draft.node_id}")
    shown = say(f"{draft.node_id} would be written; nothing was", f"将写入 {draft.node_id}；本次未写入")
    lines = [f"{written if is_written else shown}: {counts}"]
    lines += [
        say(
            f'{each} is another version: ask revisionImpact(from: "{each}", to: "{draft.node_id}").',
            f'图中另有版本 {each}：可查询 revisionImpact(from: "{each}", to: "{draft.node_id}")。',
        )
        for each in draft.versions
    ]
    if draft.carried is not None:
        lines.append(
            say(
                f"{draft.carried} alignments were suggested for it: see reviewQueue.",
                f"已为其建议 {draft.carried} 条对接：见 reviewQueue。",
            )
        )
    return lines


def _skill_lines(reading: SkillStandardReading) -> Iterator[str]:
    head = reading.head
    yield "  ".join(filter(None, (head.title, head.code, head.version)))
    for level in reading.levels:
        yield _counts(level)


def _teaching_lines(reading: TeachingStandardReading) -> Iterator[str]:
    yield "  ".join(filter(None, (reading.title, reading.major.code, reading.major.name)))
    counts = Counter(each.module for each in reading.courses)
    for module, zh in (("FOUNDATION", "专业基础课程"), ("CORE", "专业核心课程"), ("EXTENSION", "专业拓展课程")):
        yield say(f"{module}: {counts[module]} courses", f"{zh}：{counts[module]} 门")
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
