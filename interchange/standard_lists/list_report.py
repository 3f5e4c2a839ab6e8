"""The report of a list of standards compared with the graph: the same file and graph give the same bytes."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from graph.errors import Language
from graph.query.folding import fold
from interchange.standard_lists.list_entries import ListEntries
from interchange.standard_lists.list_findings import EntryFinding, GraphState
from interchange.standard_lists.listed_record import ListedAnswer, ListReading, ListRemark
from interchange.standards.standard_report import as_json

FORM = "oneplusx.standard-list-report/1"
# What each rule says of its subject, in English and Chinese.
RULES: dict[str, tuple[str, str]] = {
    "record-of-nothing": (
        "is no record of a standard or certificate: not read",
        "不是标准或证书的记录：未读取",
    ),
    "record-without-name": ("the record has no name: left out", "记录没有名称：未采用"),
    "record-without-code": ("the record has no code of a standard: left out", "记录没有标准代码：未采用"),
    "text-not-to-keep": (
        "is no text, is too long, or has characters that cannot be read: the record is left out",
        "不是文本、过长或含无法识别的字符：该记录未采用",
    ),
    "doubled-records-disagree": (
        "stands more than once, with different values: left out",
        "重复且各处不一致：未采用",
    ),
    "code-with-another-name": ("one code with several names: left out", "同一代码对应多个名称：未采用"),
    "name-with-another-code": ("one certificate with several codes: left out", "同一证书对应多个代码：未采用"),
    "name-with-another-organization": (
        "one certificate with several organisations: left out",
        "同一证书对应多个培训评价组织：未采用",
    ),
    "level-with-another-id": (
        "one level of a certificate with several ids: left out",
        "证书的同一等级对应多个编号：未采用",
    ),
    "graph-has-the-code-for-another-name": (
        "the graph has this code for another certificate, in brackets: left out",
        "图中此代码属于另一证书（括号内）：未采用",
    ),
    "graph-has-the-name-with-another-code": (
        "the graph has this certificate with another code, in brackets: left out",
        "图中此证书为另一代码（括号内）：未采用",
    ),
    "graph-has-another-organization": (
        "the graph has another organisation, in brackets: that stays",
        "图中为另一培训评价组织（括号内）：保持不变",
    ),
    "graph-has-more-levels": (
        "the graph has levels that the list does not name, in brackets: they stay",
        "图中另有清单未列的等级（括号内）：保持不变",
    ),
    "graph-has-another-level-id": (
        "the graph has another id for this level, in brackets: that stays",
        "图中此等级为另一编号（括号内）：保持不变",
    ),
    "graph-has-another-entry": (
        "an earlier list differs in what stands in brackets, and this one is not later by its date: that stays",
        "括号内各项与以前导入的清单不同，而此清单的日期并不更晚：保持不变",
    ),
    "entry-takes-the-place": (
        "later by its date than an earlier list, which differs in what stands in brackets: takes its place",
        "括号内各项与以前导入的清单不同，此清单日期更晚：以此清单为准",
    ),
    "date-of-milliseconds": (
        "the date is a number of milliseconds: read as a day in China",
        "日期为毫秒数：按中国时间换算",
    ),
    "certificate-named-otherwise": (
        "certInfos names the certificate otherwise than the standard: the name of the standard is taken",
        "certInfos 中的证书名称与标准名称不同：以标准名称为准",
    ),
    "file-key-is-the-text": (
        "standardUrl is a plain text: taken as the file key",
        "standardUrl 为普通文本：视为文件键",
    ),
    "level-with-several-ids": (
        "certInfos has several ids for one level: none of them is kept",
        "certInfos 中同一等级有多个编号：均未采用",
    ),
    "level-against-another": (
        "what stands in brackets says another level: grades are taken before other fields, and fields before the name",
        "括号内所述等级不同：先取 grade 字段，再取其他字段，最后取名称",
    ),
    "level-not-read": ("no level could be read: not read", "无法识别等级：未读取"),
    "date-not-read": ("is no day: not read", "不是日期：未读取"),
    "level-part-not-kept": (
        "an id or name that is no text, is too long, or is that of several levels or of none: not kept",
        "编号或名称不是文本、过长，或对应多个等级、没有等级：未采用",
    ),
    "file-key-not-read": (
        "this part of standardUrl has no file key or name that could be read",
        "standardUrl 的这一部分没有可识别的文件键或名称",
    ),
    "field-not-kept": (
        "a field that has no place in the graph, and in how many records it stands: not read",
        "在图谱中没有对应位置的字段及其出现的记录数：未读取",
    ),
    "value-of-no-record": (
        "is neither a record nor an answer with records: not read",
        "既不是记录，也不是含记录的应答：未读取",
    ),
    "total-not-read": ("the total of an answer is no number of records: not read", "应答的总数不是记录数：未读取"),
    "answer-without-records": ("the answer has no records", "应答中没有记录"),
}
STATES: dict[GraphState, tuple[str, str]] = {
    GraphState.OFFICIAL_TEXT: ("whole official text", "完整原文"),
    GraphState.ABRIDGED_TEXT: ("text abridged by us", "本系统节略"),
    GraphState.CATALOGUE_ENTRY: ("catalogue entry only", "仅有目录条目"),
    GraphState.CERTIFICATE_ONLY: ("certificate only", "仅有证书"),
    GraphState.NOTHING: ("nothing", "没有"),
}


class ListReport(NamedTuple):
    """What a list says, and what the graph has of it."""

    reading: ListReading
    entries: ListEntries
    findings: tuple[EntryFinding, ...]

    @property
    def problems(self) -> tuple[ListRemark, ...]:
        """Give all problems: of records, between records, and with the graph."""
        with_graph = (problem for each in self.findings for problem in each.problems)
        return (*self.reading.problems, *self.entries.problems, *with_graph)

    @property
    def differences(self) -> tuple[ListRemark, ...]:
        """Give where the graph says otherwise."""
        return tuple(difference for each in self.findings for difference in each.differences)

    def counts(self) -> dict[str, int]:
        """Count records and entries, by what the graph has of them, and by what they add."""
        states = Counter(each.state for each in self.findings if each.entry.record.is_standard)
        standards = sum(states.values())
        added = {(name, _counted_by(name, each)) for each in self.findings for name in each.adds}
        kinds = Counter(name.partition(":")[0] for name, _ in added)
        return {
            "records": sum(len(each.entry.numbers) for each in self.findings) + len(_unread(self.reading)),
            "standards": standards,
            "certificateLevels": len(self.findings) - standards,
            "withFileKey": sum(bool(each.entry.record.files) for each in self.findings),
            "leftOut": sum(each.is_left_out for each in self.findings) + len(_unread(self.reading)),
            **{f"has{state}": states[state] for state in GraphState},
            **{f"adds{name[0].upper()}{name[1:]}": count for name, count in sorted(kinds.items())},
        }

    def to_bytes(self, data: bytes) -> bytes:
        """Write it as JSON."""
        return as_json(
            {
                "report": FORM,
                "file": {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)},
                "counts": self.counts(),
                "completeness": _completeness(self),
                "standards": [_entry(each) for each in self.findings if each.entry.record.is_standard],
                "certificateLevels": [_entry(each) for each in self.findings if not each.entry.record.is_standard],
                "problems": _remarks(self.problems),
                "differences": _remarks(self.differences),
                "guesses": _remarks(self.reading.guesses),
                "notRead": _remarks(self.reading.not_read),
            }
        )


def _counted_by(name: str, finding: EntryFinding) -> object:
    """Give by what an added thing is counted once: the organisation, the entry of the platform, or the certificate."""
    record = finding.entry.record
    if name == "listing":
        return record.key
    return finding.certificate.id if finding.certificate else fold(record.name)


def _unread(reading: ListReading) -> set[int]:
    """Give the numbers of the records that could not be read."""
    return {number for each in reading.problems for number in each.records}


class Completeness(NamedTuple):
    """What the file says of the size of the list. None: no answer states a total.

    Standards and levels of certificates have totals of their own, which ``total`` adds up. ``cut`` are the answers, by
    number from 1, that hold less than their total. Where none is cut, the file still does not say whether its questions
    reach every standard.
    """

    total: int | None
    missing_at_least: int | None
    cut: tuple[tuple[int, ListedAnswer], ...]


def completeness(report: ListReport) -> Completeness:
    """Say what is missing for a whole list: of all records, each counted once."""
    answers = report.reading.answers
    if all(each.total is None for each in answers):
        return Completeness(None, None, ())
    totals = {kind: _largest(answers, of_standards=kind) for kind in (True, False, None)}
    held = Counter(each.entry.record.is_standard for each in report.findings)
    by_kind = sum(max(0, totals[kind] - held[kind]) for kind in (True, False))
    missing = max(by_kind, totals[None] - held.total()) - len(_unread(report.reading))
    cut = [(number, each) for number, each in enumerate(answers, start=1) if (each.total or 0) > each.records]
    return Completeness(max(totals[True] + totals[False], totals[None]), max(0, missing), tuple(cut))


def _largest(answers: Iterable[ListedAnswer], *, of_standards: bool | None) -> int:
    """Give the largest total of the answers of a kind; 0: none states one."""
    return max((each.total or 0 for each in answers if each.of_standards == of_standards), default=0)


def _completeness(report: ListReport) -> dict[str, Any]:
    found = completeness(report)
    cut = [{"answer": number, "records": each.records, "total": each.total} for number, each in found.cut]
    return {
        "answers": len(report.reading.answers),
        "total": found.total,
        "missingAtLeast": found.missing_at_least,
        "cutAnswers": cut,
    }


def _entry(finding: EntryFinding) -> dict[str, Any]:
    record = finding.entry.record
    of_standard = {"files": [each._asdict() for each in record.files]} if record.is_standard else {}
    return {
        "records": list(finding.entry.numbers),
        "code": record.code or None,
        "title": record.title,
        "certificate": record.name,
        "platformId": record.platform_id or None,
        "organization": record.organization or None,
        "date": record.date or None,
        "levels": [{"level": each.level, "platformId": each.platform_id or None} for each in record.levels],
        **of_standard,
        "graph": {
            "state": finding.state,
            "certificate": finding.certificate.id if finding.certificate else None,
            "standards": [each.id for each in finding.texts],
        },
        "isLeftOut": finding.is_left_out,
        "adds": list(finding.adds),
    }


def _remarks(remarks: Iterable[ListRemark]) -> list[Mapping[str, Any]]:
    return [
        {
            "rule": each.rule,
            "records": list(each.records),
            "subject": each.subject,
            "en": RULES[each.rule][0],
            "zh": RULES[each.rule][1],
        }
        for each in remarks
    ]


def remark_line(remark: ListRemark, language: Language) -> str:
    """Give a remark in one line: which records, on what, and what the rule says."""
    en, zh = RULES[remark.rule]
    if language == "zh":
        where = f"第 {'、'.join(map(str, remark.records))} 条" if remark.records else ""
        return "：".join(filter(None, (where, remark.subject, zh)))
    where = f"record {', '.join(map(str, remark.records))}" if remark.records else ""
    return ": ".join(filter(None, (where, remark.subject, en)))
