"""What no course covers, as a table: rows of an answer of `gaps`."""

from collections.abc import Sequence

from analysis.code_words import CERTIFICATE_LEVELS, COVERAGE_STATES, REVIEW_GROUNDS
from graph.model.core import Text
from interchange.question_tables.columns import QuestionColumn, QuestionRow, QuestionTable, of_node, value

SELECTION = (
    "programmes programmesReviewed programmesOpen programmesOther state grounds certificate { id name } "
    "requirement { id level code text }"
)
COLUMNS: tuple[QuestionColumn, ...] = (
    of_node("certificate", "certificate", "name", Text("Certificate", "证书")),
    of_node("level", "requirement", "level", Text("Level", "等级"), width=14, words=CERTIFICATE_LEVELS),
    of_node("code", "requirement", "code", Text("Code", "要求代码"), width=10),
    of_node("requirement", "requirement", "text", Text("Requirement", "技能要求"), width=50),
    value("state", Text("State", "状态"), words=COVERAGE_STATES),
    value("programmes", Text("Programmes that the certificate suits (number)", "适用专业合计（个）")),
    value("programmesReviewed", Text("Programmes with this state (number)", "状态相同的专业（个）")),
    value("programmesOpen", Text("Programmes that nobody reviewed (number)", "未评审的专业（个）")),
    value(
        "programmesOther",
        Text("Programmes with another state or no courses (number)", "结论不同或没有课程的专业（个）"),
    ),
    value("grounds", Text("Grounds", "依据的材料"), 24, REVIEW_GROUNDS),
    of_node("requirementId", "requirement", "id", Text("Requirement id", "要求 id"), width=40),
)


def gaps_table(rows: Sequence[QuestionRow]) -> QuestionTable:
    """Give the table."""
    return QuestionTable(Text("Gaps", "缺口"), COLUMNS, rows)
