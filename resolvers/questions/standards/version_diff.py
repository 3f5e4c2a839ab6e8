"""``versionDiff``: what became of every requirement, or course, between two versions of a standard.

The statement reads both sides; ``analysis.versions`` compares them.
"""

from typing import NamedTuple

from analysis.versions import LEAST_AT_PLACE, LEAST_SIMILARITY, PlacedLine, VersionChange, compare_versions
from graph.errors import BadArgumentError
from graph.model.core import CodeList, Property, Scalar, Text
from resolvers.questions.argument_kinds import CodesArgument, NodeArgument, ValueArgument, first_rows, share
from resolvers.questions.parts import Part, row, rows
from resolvers.questions.question import Analysis, KnownArguments, QuestionRequest, Values
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordRow, RecordType
from resolvers.questions.shared.evidence import TARGETS
from resolvers.questions.shared.needs import LINES
from resolvers.questions.shared.record_pages import AFTER, PAGE_INFO_FIELD, after_key, page_of
from resolvers.questions.shared.standard_texts import (
    LINES_LARGEST,
    LINES_LIMIT,
    ROWS_DEFAULT,
    ROWS_LARGEST,
    TextLine,
    require_comparable,
    requirements_of,
)

TEACHING = "TeachingStandard"

VERSION_CHANGE_KIND = CodeList(
    "VersionChangeKind",
    Text(
        "What became of a requirement or course. It compares words, not meaning.",
        "要求或课程的变化。比较的是文字，不是含义。",
    ),
    {
        "UNCHANGED": Text(
            "The same text at the same place; full-width forms, case, spaces and punctuation do not count.",
            "同一位置、同样文字；全角半角、大小写、空格与标点不计。",
        ),
        "MOVED": Text(
            "The same text at another place: another level or code; for a course another module.",
            "同样文字、不同位置：等级或编号不同；课程则为模块不同。",
        ),
        "SPLIT": Text(
            "Its components are exactly those of several others together, each of which has only some of them.",
            "其成分恰为另外几条的成分之和，而那几条各只有一部分。",
        ),
        "MERGED": Text(
            "Several whose components together are exactly those of one, each with only some of them.",
            "几条的成分之和恰为一条的成分，各只有一部分。",
        ),
        "REWORDED": Text(
            "Another text, alike at least to `minSimilarity`.", "文字不同，相似度至少为 `minSimilarity`。"
        ),
        "REWRITTEN": Text(
            "Reworded a lot: another text at the same place, less alike than `minSimilarity`, and at least "
            f"{LEAST_AT_PLACE}.",
            f"改动较大：同一位置而文字不同，相似度低于 `minSimilarity`，但不低于 {LEAST_AT_PLACE}。",
        ),
        "REMOVED": Text("Nothing like it in `to`.", "`to` 中没有相近的内容。"),
        "ADDED": Text("Nothing like it in `from`.", "`from` 中没有相近的内容。"),
    },
)

CHANGE_COUNTS = {
    "unchanged": "UNCHANGED",
    "moved": "MOVED",
    "split": "SPLIT",
    "merged": "MERGED",
    "reworded": "REWORDED",
    "rewritten": "REWRITTEN",
    "removed": "REMOVED",
    "added": "ADDED",
}

_KINDS = ("SkillRequirement", "Course")

VERSION_CHANGE = RecordType(
    name="VersionChange",
    description=Text("One change: what it was, and what it became.", "一项变化：原来是什么，变成了什么。"),
    fields=(
        Property(
            name="kind", type=VERSION_CHANGE_KIND, description=Text("What happened.", "发生了什么变化。"), required=True
        ),
        Property(
            name="similarity",
            type=Scalar.FLOAT,
            description=Text(
                "How alike the texts read, 0 to 1: twice the longest common subsequence over "
                "both lengths. Null: nothing to compare, or several texts.",
                "文字相似度，0 至 1：最长公共子序列的两倍除以两段长度之和。null：无可比较，或涉及多段文字。",
            ),
        ),
        NodeField(
            name="from",
            description=Text("What it was. Empty: it is new.", "原来的内容。空：新增。"),
            kinds=_KINDS,
            is_list=True,
        ),
        NodeField(
            name="to",
            description=Text("What it became. Empty: it is gone.", "变化后的内容。空：已删除。"),
            kinds=_KINDS,
            is_list=True,
        ),
    ),
)

VERSION_DIFF = RecordType(
    name="VersionDiff",
    description=Text(
        "Two versions compared. Every requirement, or course, of both stands in exactly one change.",
        "两个版本的比较。两侧的每条要求或每门课程恰好出现在一项变化中。",
    ),
    fields=(
        Property(
            name="from",
            type=Scalar.INT,
            description=Text("Requirements, or courses, before.", "变化前的要求或课程数。"),
            required=True,
        ),
        Property(
            name="to",
            type=Scalar.INT,
            description=Text("Requirements, or courses, after.", "变化后的要求或课程数。"),
            required=True,
        ),
        *(
            Property(
                name=name, type=Scalar.INT, description=Text(f"Changes {code}.", f"{code} 的变化数。"), required=True
            )
            for name, code in CHANGE_COUNTS.items()
        ),
        RecordField(
            name="changes",
            description=Text(
                "The changes: in the order of `from`, then what was added.",
                "各项变化：先按 `from` 的次序，再列新增的。",
            ),
            record=VERSION_CHANGE,
            size=FIRST,
        ),
        PAGE_INFO_FIELD,
    ),
)


class _Parts(NamedTuple):
    earlier: list[TextLine]
    later: list[TextLine]


class VersionDiff(Analysis[_Parts]):
    """Two versions of a standard, line by line."""

    name = "versionDiff"
    cost = 300
    description = Text(
        "What became of every requirement between two versions of a skill standard, or between "
        "two levels or certificates; or of every course between two teaching standards. A "
        "standard of which the graph holds one version (see `skillStandards`) has nothing to be "
        "compared with: an id that is not there gives null, and NOT_FOUND. "
        f"Each side has at most {LINES_LARGEST:,} lines.",
        "一个技能等级标准两个版本之间（或两个等级、证书之间）每条要求的变化；"
        "或两个专业教学标准之间每门课程的变化。图中只有一个版本的标准（见 `skillStandards`）"
        "无从比较：id 不存在时为 null，并给出 NOT_FOUND。"
        f"每侧最多 {LINES_LARGEST:,} 条。",
    )
    arguments = (
        NodeArgument(
            name="from",
            types=(*TARGETS, TEACHING),
            need=LINES,
            description=Text(
                "The earlier side: a SkillStandard, StandardLevel, CertificateLevel, "
                "Certificate (the newest version of each level), WorkArea or TeachingStandard.",
                "较早的一侧：SkillStandard、StandardLevel、CertificateLevel、"
                "Certificate（各等级的最新版本）、WorkArea 或 TeachingStandard。",
            ),
        ),
        NodeArgument(
            name="to",
            types=(*TARGETS, TEACHING),
            need=LINES,
            description=Text(
                "The later side; its type may differ, but a TeachingStandard goes with a TeachingStandard.",
                "较晚的一侧；类型可以不同，但 TeachingStandard 只与 TeachingStandard 比较。",
            ),
        ),
        ValueArgument(
            name="minSimilarity",
            annotation="Float",
            description=Text(
                "From which likeness of texts on it counts as REWORDED, 0.5 to 1.",
                "文字相似度达到多少视为 REWORDED，0.5 至 1。",
            ),
            default=LEAST_SIMILARITY,
            check=share(least=0.5),
        ),
        CodesArgument(
            name="kinds",
            annotation="list[VersionChangeKind] | None",
            description=Text(
                "Show only such changes; the counts stay whole. By default all.", "只显示此类变化；计数不变。默认全部。"
            ),
            default=None,
            codes=VERSION_CHANGE_KIND,
        ),
        first_rows(
            Text(f"Changes to show: 1 to {ROWS_LARGEST}.", f"显示的变化数：1 至 {ROWS_LARGEST}。"),
            default=ROWS_DEFAULT,
            largest=ROWS_LARGEST,
        ),
        after_key(VERSION_CHANGE.name),
    )
    record = VERSION_DIFF
    codes = (VERSION_CHANGE_KIND,)

    def check(self, arguments: KnownArguments) -> None:
        """Refuse to compare a teaching standard with anything else."""
        if (arguments.types["from"] == TEACHING) != (arguments.types["to"] == TEACHING):
            raise BadArgumentError(
                "to",
                "a teaching standard is compared with a teaching standard only.",
                "专业教学标准只能与专业教学标准比较。",
            )

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read the lines of both sides."""
        return row(_Parts, earlier=_lines(request, "from"), later=_lines(request, "to"))

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Compare them. Raises: BadArgumentError for a side that is too long, BadCursorError."""
        require_comparable("from", parts.earlier)
        require_comparable("to", parts.later)
        earlier, later = ([_placed(each) for each in side] for side in (parts.earlier, parts.later))
        changes = compare_versions(earlier, later, values["minSimilarity"])
        kinds = [each.kind for each in changes]
        page = page_of(
            changes,
            _key,
            VERSION_CHANGE.name,
            first=values[FIRST],
            after=values[AFTER],
            shown=lambda each: each.kind in values["kinds"],
        )
        shown = [
            VERSION_CHANGE.row(
                kind=each.kind,
                similarity=each.similarity,
                from_=[parts.earlier[place].node for place in each.earlier],
                to=[parts.later[place].node for place in each.later],
            )
            for each in page.rows
        ]
        return VERSION_DIFF.row(
            from_=len(earlier),
            to=len(later),
            changes=shown,
            pageInfo=page.info,
            **{name: kinds.count(code) for name, code in CHANGE_COUNTS.items()},
        )


def _lines(request: QuestionRequest, side: str) -> Part[list[TextLine]]:
    """Read the courses of a teaching standard, or the requirements of anything else, in their order."""
    if request.types[side] != TEACHING:
        return requirements_of(request, side, side, limit=LINES_LIMIT)
    return rows(
        f"MATCH (:TeachingStandard {{id: {request[side]}}})-[:HAS_COURSE]->(c:Course)",
        row(TextLine, level="c.module", code="''", text="c.name", node=request.project(side, "c", "Course")),
        order="c.sequence, c.id",
        limit=LINES_LIMIT,
    )


def _key(change: VersionChange) -> str:
    """Tell a change apart from the others: no line stands in two."""
    return ":".join(",".join(map(str, places)) for places in (change.earlier, change.later))


def _placed(line: TextLine) -> PlacedLine:
    return PlacedLine(line.text, line.level and f"{line.level} {line.code}")
