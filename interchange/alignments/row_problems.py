"""What can be wrong with a row of the table, in English and Chinese; ``{}`` is what it speaks of, or its column."""

from dataclasses import dataclass

from analysis.code_words import CodeWords
from interchange.alignments.table_columns import BY_FIELD

# What to know of a row that stops nothing.
NOTICES: dict[str, tuple[str, str]] = {
    "no-longer-accepted": (
        "accepted until now; with this change it waits for a decision again and no longer counts",
        "目前已采纳；改动后须重新决定，在此之前不再计入",
    ),
    "superseded": (
        "belongs to an older version of the standard ({}); that version no longer counts",
        "属于标准的旧版本（{}）；此版本不再计入",
    ),
    "rejected-before": (
        "this was proposed before and rejected: {}",
        "曾经提出，未获采纳：{}",
    ),
}
RULES: dict[str, tuple[str, str]] = {
    "no-such-alignment": ("the graph has no alignment {}", "图中没有对接 {}"),
    "row-twice": ("{} stands in an earlier row, too", "{} 在前面的行中已出现"),
    "version-missing": ("the version is missing: export again", "缺少版本号：请重新导出"),
    "version-ahead": ("no alignment has this version yet; it is {}", "尚无此版本，现为第 {} 版"),
    "version-of-new": (
        "a new row has no version: is the alignment id missing?",
        "新增行没有版本号：是否缺少对接编号？",
    ),
    "changed-meanwhile": ("{} changed it since the export", "导出之后 {} 已修改"),
    "ends-stay": (
        "an alignment keeps its course and requirement: {}; take it back and add a row",
        "对接的课程与技能要求不可更改（{}）；请撤回并新增一行",
    ),
    "not-the-graphs": ("the graph says {}; this cell is only shown", "图中为 {}；此列仅供查看，不能修改"),
    "empty": ("the column “{}” must be filled in", "“{}”列必填"),
    "no-strength": (
        "the column “{}” must be filled in: more than 0, up to 1; only NO_MATCH leaves it empty",
        "“{}”列必填：大于 0、不超过 1，如 0.6；只有“无对应”可留空",
    ),
    "no-end": (
        "fill in the column “{}”, or the name or text of it in the column next to it",
        "“{}”列必填；不知道编号时，请填写“课程名称”或“技能要求”（文字）列",
    ),
    "standard-unclear": (
        (
            "level and code are not enough, as the ids in other rows name no single standard: "
            "fill in the text of the requirement, or its id"
        ),
        "仅凭等级和要求代码无法确定：表中其他行未以技能要求编号指明唯一的标准。请填写“技能要求”（文字）或技能要求编号",
    ),
    "no-such-code": ("is none of {}", "不是以下代码之一：{}"),
    "no-number": ("is no number from 0 to 1: {}", "不是 0 至 1 之间的数：{}"),
    "no-such-name": (
        "nothing in the graph has this name, with the code, level and standard of the row: {}",
        "图中没有与本行名称、代码、等级、标准都相符的：{}",
    ),
    "several-of-name": (
        "several have this name; write the id of one of them: {}",
        "同名的不止一个，请填写其中一个的编号：{}",
    ),
    "no-such-node": ("the graph has no {}", "图中没有 {}"),
    "kind-and-role": (
        "NO_MATCH has no role; every other kind has one",
        "类型为“无对应”（NO_MATCH）时不填对接作用，其他类型必填",
    ),
    "kind-and-strength": (
        "NO_MATCH has strength 0, or none; every other kind more than 0",
        "类型为“无对应”（NO_MATCH）时强度填 0 或留空，其他类型须大于 0",
    ),
    "too-long": ("has more than {} characters", "超过 {} 个字符"),
    "unfit-character": ("contains the character {}: remove it", "含有不允许的字符 {}，请删除"),
    "status-and-content": (
        (
            "change either the content of a row or its status: bring in the content first, with the status as it is, "
            "then decide on the review page, or with a table exported anew"
        ),
        "同一行请只改内容或只改状态：先导入内容（状态不动），再到评审页决定，或重新导出后填写状态再导入",
    ),
    "status-of-new": ("a new row is “suggested”, or its status is empty", "新增行的状态为“待定建议”或留空"),
    "no-such-step": ("from “{}” no change leads to this status", "状态“{}”不能改为此状态"),
    "settled": ("is “{}” and stays as it is; add a new row", "状态为“{}”，不再修改；请新增一行"),
    "taken": (
        "{} has the same course, requirement and role (or none), of which there is one alignment: change that one",
        "{} 的课程、技能要求与对接作用（或均为空）相同；同一组合只能有一条对接，请修改该条",
    ),
    "pair-twice": (
        "{} has the same course, requirement and role (or none), of which there is one alignment: keep one of the rows",
        "{} 的课程、技能要求与对接作用（或均为空）相同；同一组合只能有一条对接，请只保留其中一行",
    ),
}


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A rule that a row breaks, or what to know of the row; the field of its cell, and what is said of it."""

    field: str
    rule: str
    # In each language, where the two differ.
    detail: str | CodeWords = ""

    @property
    def english(self) -> str:
        """Say it in English."""
        detail = self.detail.english if isinstance(self.detail, CodeWords) else self.detail
        return self._words[0].format(detail or BY_FIELD[self.field].title.english)

    @property
    def chinese(self) -> str:
        """Say it in Chinese."""
        detail = self.detail.chinese if isinstance(self.detail, CodeWords) else self.detail
        return self._words[1].format(detail or BY_FIELD[self.field].title.chinese)

    @property
    def _words(self) -> tuple[str, str]:
        return RULES.get(self.rule) or NOTICES[self.rule]
