"""``crosswalk``: what two levels, standards or certificates have in common, by requirement and by task.

The statement reads both sides; ``analysis.pairing`` compares them. It compares words: it proves nothing equivalent.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from analysis.pairing import Line, Pair, jaccard, pair_lines
from graph.model.core import CodeList, Property, Scalar
from resolvers.questions.argument_kinds import CodesArgument, NodeArgument, ValueArgument, first_rows, share
from resolvers.questions.parts import Part, row
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordRow, RecordType
from resolvers.questions.shared.evidence import TARGETS
from resolvers.questions.shared.standard_texts import (
    ROWS_DEFAULT,
    ROWS_LARGEST,
    TextLine,
    requirements_of,
    tasks_of,
)

LEAST_JACCARD = 0.25

CROSSWALK_MATCH = CodeList(
    "CrosswalkMatch",
    "What two texts have in common. A likeness of words: only a reviewed alignment says that they mean the same.",
    {
        "SAME_TEXT": "The same text; full-width forms, case, spaces and punctuation do not count.",
        "SHARED_COMPONENTS": "Other text, but enough of the same components, such as names of tools.",
        "NO_MATCH": "Nothing on the other side.",
    },
)


def _count(name: str, description: str) -> Property:
    return Property(name=name, type=Scalar.INT, description=description, required=True)


_JACCARD = "in both / in either, 0 to 1. Null: a side has none in the graph."

CROSSWALK_COUNTS = RecordType(
    name="CrosswalkCounts",
    description="How many texts of two sides belong together. A text is paired once at most.",
    fields=(
        _count("a", "Texts of a."),
        _count("b", "Texts of b."),
        _count("sameText", "Pairs SAME_TEXT."),
        _count("sharedComponents", "Pairs SHARED_COMPONENTS."),
        _count("onlyA", "Texts of a without a match."),
        _count("onlyB", "Texts of b without a match."),
        Property(
            name="jaccard",
            type=Scalar.FLOAT,
            description=f"Jaccard index of the same texts: {_JACCARD}",
        ),
    ),
)

CROSSWALK_COMPONENTS = RecordType(
    name="CrosswalkComponents",
    description="The components that the requirements of two sides name, each counted once.",
    fields=(
        _count("a", "Components of a."),
        _count("b", "Components of b."),
        Property(name="shared", description="Components of both, in the order of their text.", many=True),
        Property(name="jaccard", type=Scalar.FLOAT, description=f"Jaccard index: {_JACCARD}"),
    ),
)

_PAIR = (
    Property(name="match", type=CROSSWALK_MATCH, description="What the two have in common.", required=True),
    Property(
        name="shared",
        description="Components that both name, normalised: names in Latin letters and phrases. Empty: none.",
        many=True,
    ),
    Property(
        name="jaccard",
        type=Scalar.FLOAT,
        description="Jaccard index of their components; 1: the same text, 0: no match.",
        required=True,
    ),
)

CROSSWALK_REQUIREMENT = RecordType(
    name="CrosswalkRequirement",
    description="One side of a row.",
    fields=(NodeField(name="requirement", description="The requirement.", kinds=("SkillRequirement",)),),
)

CROSSWALK_TASK = RecordType(
    name="CrosswalkTask",
    description="One side of a row.",
    fields=(NodeField(name="task", description="The work task.", kinds=("WorkTask",)),),
)


def _row_type(name: str, side: RecordType) -> RecordType:
    return RecordType(
        name=name,
        description="Two texts that belong together, or one that has no match.",
        fields=(
            *_PAIR,
            RecordField(name="a", description="The side of a. Null: no match there.", record=side, is_list=False),
            RecordField(name="b", description="The side of b. Null: no match there.", record=side, is_list=False),
        ),
    )


REQUIREMENT_ROW = _row_type("CrosswalkRequirementRow", CROSSWALK_REQUIREMENT)
TASK_ROW = _row_type("CrosswalkTaskRow", CROSSWALK_TASK)

CROSSWALK = RecordType(
    name="Crosswalk",
    description="Two sides compared by the words of their requirements and tasks.",
    fields=(
        RecordField(name="requirements", description="Counts of requirements.", record=CROSSWALK_COUNTS, is_list=False),
        RecordField(name="tasks", description="Counts of work tasks.", record=CROSSWALK_COUNTS, is_list=False),
        RecordField(name="components", description="Counts of components.", record=CROSSWALK_COMPONENTS, is_list=False),
        RecordField(
            name="rows",
            description="The requirements: those of a in the standard's order, then those of b without a match.",
            record=REQUIREMENT_ROW,
            size=FIRST,
        ),
        RecordField(
            name="taskRows",
            description="The work tasks, in the same order.",
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
    description = (
        "What two levels, standards, certificates or work areas have in common, by the words of their requirements "
        "and tasks. A text is paired once at most: with the same text, else with the one that shares the most "
        "components with it; what has no match stands there too, on either side. It finds what to look at; it proves "
        "nothing equivalent. Not found: null, and NOT_FOUND."
    )
    arguments = (
        NodeArgument(
            name="a",
            types=TARGETS,
            description=(
                "A StandardLevel, SkillStandard, CertificateLevel, Certificate (all its standards) or WorkArea."
            ),
        ),
        NodeArgument(name="b", types=TARGETS, description="The other side; its type may differ."),
        ValueArgument(
            name="minJaccard",
            annotation="Float",
            description="Least Jaccard index of the components of a pair of other text, 0.05 to 1.",
            default=LEAST_JACCARD,
            check=share(least=0.05),
        ),
        CodesArgument(
            name="matches",
            annotation="list[CrosswalkMatch] | None",
            description="Show only such rows; the counts stay whole. By default all.",
            default=None,
            codes=CROSSWALK_MATCH,
        ),
        first_rows(f"Rows to show, and task rows: 1 to {ROWS_LARGEST}.", default=ROWS_DEFAULT, largest=ROWS_LARGEST),
    )
    record = CROSSWALK
    codes = (CROSSWALK_MATCH,)

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read requirements and tasks of both sides."""
        return row(
            _Parts,
            requirements_a=requirements_of(request, "a", "requirement"),
            requirements_b=requirements_of(request, "b", "requirement"),
            tasks_a=tasks_of(request, "a", "task"),
            tasks_b=tasks_of(request, "b", "task"),
        )

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Pair what belongs together."""
        requirements = _Comparison(parts.requirements_a, parts.requirements_b, values["minJaccard"])
        tasks = _Comparison(parts.tasks_a, parts.tasks_b, values["minJaccard"])
        return CROSSWALK.row(
            requirements=requirements.counts(),
            tasks=tasks.counts(),
            components=requirements.components(),
            rows=requirements.rows(REQUIREMENT_ROW, lambda node: CROSSWALK_REQUIREMENT.row(requirement=node), values),
            taskRows=tasks.rows(TASK_ROW, lambda node: CROSSWALK_TASK.row(task=node), values),
        )


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

    def rows(self, record: RecordType, side: Callable[[Any], RecordRow], values: Values) -> list[RecordRow]:
        """Make the records of the pairs that are to be shown; ``side`` makes the record of a node."""
        shown = [each for each in self._pairs if _match(each) in values["matches"]]
        return [
            record.row(
                match=_match(each),
                shared=sorted(each.shared),
                jaccard=each.jaccard,
                a=None if each.left is None else side(self._a[each.left].node),
                b=None if each.right is None else side(self._b[each.right].node),
            )
            for each in shown[: values["first"]]
        ]


def _match(pair: Pair) -> str:
    if pair.left is None or pair.right is None:
        return "NO_MATCH"
    return "SAME_TEXT" if pair.is_same else "SHARED_COMPONENTS"
