"""``crosswalk``: what two levels, standards or certificates have in common, by requirement and by task.

The statement reads both sides; ``analysis.pairing`` compares them. It compares words: it proves nothing equivalent.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from analysis.pairing import Line, Pair, jaccard, pair_lines
from graph.model.codes import OCCUPATIONAL_GRADE
from graph.model.core import CodeList, Property, Scalar, Text
from resolvers.questions.argument_kinds import (
    CodesArgument,
    NodeArgument,
    ValueArgument,
    first_rows,
    share,
    some_values,
)
from resolvers.questions.parts import Part, row
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordRow, RecordType, count_field
from resolvers.questions.shared.evidence import TARGETS
from resolvers.questions.shared.needs import REQUIREMENTS
from resolvers.questions.shared.standard_texts import (
    ROWS_DEFAULT,
    ROWS_LARGEST,
    TextLine,
    functions_of,
    no_lines,
    requirements_of,
    tasks_of,
)

LEAST_JACCARD = 0.25

# Its work functions stand where a skill level standard has its work tasks; it has no requirements here.
OCCUPATIONAL = "OccupationalStandard"
SIDES = (*TARGETS, OCCUPATIONAL)

CROSSWALK_MATCH = CodeList(
    "CrosswalkMatch",
    Text(
        "What two texts have in common. A likeness of words: only a reviewed alignment says that they mean the same.",
        "两段文字的共同之处。只是词语相似；含义相同须由经评审的对接说明。",
    ),
    {
        "SAME_TEXT": Text(
            "The same text; full-width forms, case, spaces and punctuation do not count.",
            "文字相同；全角半角、大小写、空格与标点不计。",
        ),
        "SHARED_COMPONENTS": Text(
            "Other text, but enough of the same components, such as names of tools.",
            "文字不同，但共有成分（如工具名称）足够多。",
        ),
        "NO_MATCH": Text("Nothing on the other side.", "另一侧没有对应。"),
    },
)


_JACCARD = Text(
    "in both / in either, 0 to 1. Null: a side has none in the graph.", "共有 / 合计，0 至 1。null：图中某一侧没有。"
)


def _jaccard(english: str, chinese: str) -> Text:
    return Text(f"{english}: {_JACCARD.english}", f"{chinese}：{_JACCARD.chinese}")


CROSSWALK_COUNTS = RecordType(
    name="CrosswalkCounts",
    description=Text(
        "How many texts of two sides belong together. A text is paired once at most.",
        "两侧有多少文字可以配对。每段文字至多配对一次。",
    ),
    fields=(
        count_field("a", Text("Texts of a.", "a 的文字数。")),
        count_field("b", Text("Texts of b.", "b 的文字数。")),
        count_field("sameText", Text("Pairs SAME_TEXT.", "SAME_TEXT 的对数。")),
        count_field("sharedComponents", Text("Pairs SHARED_COMPONENTS.", "SHARED_COMPONENTS 的对数。")),
        count_field("onlyA", Text("Texts of a without a match.", "a 中没有对应的文字数。")),
        count_field("onlyB", Text("Texts of b without a match.", "b 中没有对应的文字数。")),
        Property(
            name="jaccard",
            type=Scalar.FLOAT,
            description=_jaccard("Jaccard index of the same texts", "相同文字的 Jaccard 系数"),
        ),
    ),
)

CROSSWALK_COMPONENTS = RecordType(
    name="CrosswalkComponents",
    description=Text(
        "The components that the requirements of two sides name, each counted once.", "两侧要求所写明的成分，各计一次。"
    ),
    fields=(
        count_field("a", Text("Components of a.", "a 的成分数。")),
        count_field("b", Text("Components of b.", "b 的成分数。")),
        Property(
            name="shared",
            description=Text("Components of both, in the order of their text.", "两者共有的成分，按文字次序。"),
            many=True,
        ),
        Property(name="jaccard", type=Scalar.FLOAT, description=_jaccard("Jaccard index", "Jaccard 系数")),
    ),
)

_PAIR = (
    Property(
        name="match",
        type=CROSSWALK_MATCH,
        description=Text("What the two have in common.", "两侧的共同之处。"),
        required=True,
    ),
    Property(
        name="shared",
        description=Text(
            "Components that both name, normalised: names in Latin letters and phrases. Empty: none.",
            "两者都写明的成分（已规范化）：拉丁字母名称与短语。空：没有。",
        ),
        many=True,
    ),
    Property(
        name="jaccard",
        type=Scalar.FLOAT,
        description=Text(
            "Jaccard index of their components; 1: the same text, 0: no match.",
            "两者成分的 Jaccard 系数；1：文字相同，0：没有对应。",
        ),
        required=True,
    ),
)

CROSSWALK_REQUIREMENT = RecordType(
    name="CrosswalkRequirement",
    description=Text("One side of a row.", "一行的一侧。"),
    fields=(
        NodeField(name="requirement", description=Text("The requirement.", "技能要求。"), kinds=("SkillRequirement",)),
    ),
)

CROSSWALK_TASK = RecordType(
    name="CrosswalkTask",
    description=Text("One side of a row.", "一行的一侧。"),
    fields=(
        NodeField(
            name="task",
            description=Text(
                "The work task. Null: this side is an occupational standard.", "工作任务。null：该侧为国家职业标准。"
            ),
            kinds=("WorkTask",),
            is_optional=True,
        ),
        NodeField(
            name="workFunction",
            description=Text(
                "The work function, with its grade and weight. Null: this side has work tasks.",
                "职业功能及其等级与权重。null：该侧为工作任务。",
            ),
            kinds=("WorkFunction",),
            is_optional=True,
        ),
    ),
)


def _row_type(name: str, side: RecordType) -> RecordType:
    return RecordType(
        name=name,
        description=Text(
            "Two texts that belong together, or one that has no match.", "可以配对的两段文字，或没有对应的一段。"
        ),
        fields=(
            *_PAIR,
            RecordField(
                name="a",
                description=Text("The side of a. Null: no match there.", "a 一侧。null：该侧没有对应。"),
                record=side,
                is_list=False,
            ),
            RecordField(
                name="b",
                description=Text("The side of b. Null: no match there.", "b 一侧。null：该侧没有对应。"),
                record=side,
                is_list=False,
            ),
        ),
    )


REQUIREMENT_ROW = _row_type("CrosswalkRequirementRow", CROSSWALK_REQUIREMENT)
TASK_ROW = _row_type("CrosswalkTaskRow", CROSSWALK_TASK)

CROSSWALK = RecordType(
    name="Crosswalk",
    description=Text(
        "Two sides compared by the words of their requirements and tasks.", "按要求与任务的词语对两侧作比较。"
    ),
    fields=(
        RecordField(
            name="requirements",
            description=Text("Counts of requirements.", "要求的计数。"),
            record=CROSSWALK_COUNTS,
            is_list=False,
        ),
        RecordField(
            name="tasks",
            description=Text("Counts of work tasks.", "工作任务的计数。"),
            record=CROSSWALK_COUNTS,
            is_list=False,
        ),
        RecordField(
            name="components",
            description=Text("Counts of components.", "成分的计数。"),
            record=CROSSWALK_COMPONENTS,
            is_list=False,
        ),
        RecordField(
            name="rows",
            description=Text(
                "The requirements: those of a in the standard's order, then those of b without a match.",
                "各条要求：先按标准次序列 a 的，再列 b 中没有对应的。",
            ),
            record=REQUIREMENT_ROW,
            size=FIRST,
        ),
        RecordField(
            name="taskRows",
            description=Text("The work tasks, in the same order.", "各工作任务，次序同上。"),
            record=TASK_ROW,
            size=FIRST,
        ),
    ),
)


class _Parts(NamedTuple):
    requirements_a: list[TextLine]
    requirements_b: list[TextLine]
    tasks_a: list[TextLine]
    tasks_b: list[TextLine]


class Crosswalk(Analysis[_Parts]):
    """Two sides compared by the words of their requirements and tasks."""

    name = "crosswalk"
    cost = 600
    description = Text(
        "What two levels, standards, certificates or work areas have in common, by the words of "
        "their requirements and tasks. A text is paired once at most: with the same text, else "
        "with the one that shares the most components with it; what has no match stands there "
        "too, on either side. It finds what to look at; it proves nothing equivalent. Not found: "
        "null, and NOT_FOUND.",
        "两个等级、标准、证书或工作领域的共同之处，按要求与任务的词语比较。每段文字至多配对一次："
        "先配文字相同的，再配共有成分最多的；没有对应的也列出，两侧都列。它提示应查看之处，"
        "不证明等同。未找到：null，并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(
            name="a",
            types=SIDES,
            need=REQUIREMENTS,
            description=Text(
                "A StandardLevel, SkillStandard, CertificateLevel, Certificate (the newest version of each level) or "
                "WorkArea. An OccupationalStandard has work functions in the place of work tasks, and no requirements.",
                "StandardLevel、SkillStandard、CertificateLevel、Certificate（各等级的最新版本）或 WorkArea。"
                "OccupationalStandard 以职业功能代替工作任务，没有技能要求。",
            ),
        ),
        NodeArgument(
            name="b",
            types=SIDES,
            need=REQUIREMENTS,
            description=Text("The other side; its type may differ.", "另一侧；类型可以不同。"),
        ),
        ValueArgument(
            name="minJaccard",
            annotation="Float",
            description=Text(
                "Least Jaccard index of the components of a pair of other text, 0.05 to 1.",
                "文字不同的一对所需的最小成分 Jaccard 系数，0.05 至 1。",
            ),
            default=LEAST_JACCARD,
            check=share(least=0.05),
        ),
        CodesArgument(
            name="matches",
            annotation="list[CrosswalkMatch] | None",
            description=Text(
                "Show only such rows; the counts stay whole. By default all.", "只显示此类行；计数不变。默认全部。"
            ),
            default=None,
            codes=CROSSWALK_MATCH,
        ),
        CodesArgument(
            name="grades",
            annotation="list[OccupationalGrade] | None",
            description=Text(
                "Only work functions of these grades of an occupational standard. By default all.",
                "只计国家职业标准中这些等级的职业功能。默认全部。",
            ),
            default=None,
            codes=OCCUPATIONAL_GRADE,
            check=some_values,
        ),
        first_rows(
            Text(
                f"Rows to show, and task rows: 1 to {ROWS_LARGEST}.",
                f"显示的要求行数与任务行数：各 1 至 {ROWS_LARGEST}。",
            ),
            default=ROWS_DEFAULT,
            largest=ROWS_LARGEST,
        ),
    )
    record = CROSSWALK
    codes = (CROSSWALK_MATCH,)

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read requirements and tasks of both sides."""
        return row(
            _Parts,
            requirements_a=_requirements(request, "a"),
            requirements_b=_requirements(request, "b"),
            tasks_a=_tasks(request, "a"),
            tasks_b=_tasks(request, "b"),
        )

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Pair what belongs together."""
        requirements = _Comparison(parts.requirements_a, parts.requirements_b, values["minJaccard"])
        tasks = _Comparison(parts.tasks_a, parts.tasks_b, values["minJaccard"])
        return CROSSWALK.row(
            requirements=requirements.counts(),
            tasks=tasks.counts(),
            components=requirements.components(),
            rows=requirements.rows(REQUIREMENT_ROW, values, a=_requirement_side, b=_requirement_side),
            taskRows=tasks.rows(TASK_ROW, values, a=_task_side(values["a"]), b=_task_side(values["b"])),
        )


def _requirements(request: QuestionRequest, side: str) -> Part[list[TextLine]]:
    return no_lines() if request.types[side] == OCCUPATIONAL else requirements_of(request, side, "requirement")


def _tasks(request: QuestionRequest, side: str) -> Part[list[TextLine]]:
    if request.types[side] == OCCUPATIONAL:
        return functions_of(request, side, "grades", "workFunction")
    return tasks_of(request, side, "task")


# Makes the record of a node on one side.
_Side = Callable[[Any], RecordRow]


def _requirement_side(node: Any) -> RecordRow:
    return CROSSWALK_REQUIREMENT.row(requirement=node)


def _task_side(side: str) -> _Side:
    """Choose how the nodes of a side are shown, by the id of the side."""
    if side.startswith(f"{OCCUPATIONAL}:"):
        return lambda node: CROSSWALK_TASK.row(task=None, workFunction=node)
    return lambda node: CROSSWALK_TASK.row(task=node, workFunction=None)


class _Comparison:
    """Texts of both sides, and which of them belong together."""

    def __init__(self, a: Sequence[TextLine], b: Sequence[TextLine], least: float) -> None:
        self._a, self._b = a, b
        self._lines_a, self._lines_b = ([Line(each.text) for each in side] for side in (a, b))
        self._pairs = pair_lines(self._lines_a, self._lines_b, least)

    def counts(self) -> RecordRow:
        matches = [_match(each) for each in self._pairs]
        same, shared = matches.count("SAME_TEXT"), matches.count("SHARED_COMPONENTS")
        a, b = len(self._a), len(self._b)
        return CROSSWALK_COUNTS.row(
            a=a,
            b=b,
            sameText=same,
            sharedComponents=shared,
            onlyA=a - same - shared,
            onlyB=b - same - shared,
            jaccard=same / (a + b - same) if a and b else None,
        )

    def components(self) -> RecordRow:
        a, b = (frozenset[str]().union(*(each.parts for each in side)) for side in (self._lines_a, self._lines_b))
        return CROSSWALK_COMPONENTS.row(
            a=len(a), b=len(b), shared=sorted(a & b), jaccard=jaccard(a, b) if a and b else None
        )

    def rows(self, record: RecordType, values: Values, *, a: _Side, b: _Side) -> list[RecordRow]:
        """Make the records of the pairs that are to be shown; ``a`` and ``b`` make the record of a node of theirs."""
        shown = [each for each in self._pairs if _match(each) in values["matches"]]
        return [
            record.row(
                match=_match(each),
                shared=sorted(each.shared),
                jaccard=each.jaccard,
                a=None if each.left is None else a(self._a[each.left].node),
                b=None if each.right is None else b(self._b[each.right].node),
            )
            for each in shown[: values["first"]]
        ]


def _match(pair: Pair) -> str:
    if pair.left is None or pair.right is None:
        return "NO_MATCH"
    return "SAME_TEXT" if pair.is_same else "SHARED_COMPONENTS"
