"""Write the table of alignments (对接表) as a workbook: rows, what new rows may name, codes, instructions."""

from collections.abc import Mapping, Sequence
from typing import Any

from analysis.code_words import CERTIFICATE_LEVELS
from graph.errors import Language
from graph.model.alignments import ALIGNMENT_KIND, ALIGNMENT_ROLE, ALIGNMENT_STATUS
from graph.model.core import Text
from interchange.alignments.table_columns import (
    BY_FIELD,
    SHEETS,
    WORDS,
    AlignmentsTable,
    TableColumn,
    alignment_cells,
    cells,
    columns_of,
    in_language,
)
from interchange.formats.sheets import Sheet, SheetColumn
from interchange.formats.workbooks import write_workbook

SPARE_ROWS = 100
_COURSE_FIELDS = ("course", "courseName", "standard", "standardName")
_REQUIREMENT_FIELDS = ("requirement", "level", "requirementCode", "requirementText")
_CODES = {"kind": ALIGNMENT_KIND, "role": ALIGNMENT_ROLE, "status": ALIGNMENT_STATUS}
_CODE_COLUMNS = (Text("Column", "列"), Text("Word", "填写"), Text("Code", "代码"), Text("Meaning", "含义"))
_HELP = (
    Text(
        "Change kind, role, strength or reason of a row, or its status. Leave the grey cells as they are.",
        "可修改行内的对接类型、对接作用、强度、理由，或其状态；灰色单元格请保持原样。",
    ),
    Text(
        "New row: leave alignment id and version empty; copy course id and requirement id from the lists here.",
        "新增行：对接编号与版本留空；课程编号、技能要求编号请从本工作簿的清单中复制。",
    ),
    Text(
        "Suggestion: a row with a ground and no alignment id. Fill in kind, role, strength and reason to propose it; "
        "“no match” says that the course does not carry the requirement. Left empty, the row is left out.",
        "建议：有“建议依据”而无对接编号的行。填写对接类型、对接作用、强度和理由即提出对接；"
        "“无对应”表示课程不承担该要求。留空的行导入时略过。",
    ),
    Text(
        "A changed row becomes “suggested”, for another person to decide on. Change either the content or the status.",
        "内容被修改的行变为“待定建议”，由他人决定。同一行请只改内容或只改状态。",
    ),
    Text(
        "Status: “accepted” or “rejected” decides on a suggestion (reviewers), “withdrawn” takes a row back.",
        "状态：填“已采纳”或“未采纳”即对建议作出决定（限评审人），填“已撤回”即撤回。",
    ),
    Text(
        "“no match” has no role and strength 0. Every other kind has a role and a strength above 0, at most 1.",
        "“无对应”不填对接作用，强度为 0；其他类型须填对接作用，强度大于 0、至多 1。",
    ),
    Text(
        "A row that you delete stays in the graph: to take it back, write “withdrawn”.",
        "删除某行不会删除图中的对接；要撤回请填“已撤回”。",
    ),
    Text("Columns may be moved, hidden or added.", "列可以移动、隐藏或增加。"),
)
_LANGUAGES: tuple[Language, ...] = ("en", "zh")
_NO_SUGGESTIONS = Text(
    "No suggestions: no pair without an alignment has a match rate by wording that is high enough.",
    "没有建议：尚无对接的课程与要求中，没有按文字估计的相符率足够高的。",
)


def write_alignment_workbook(table: AlignmentsTable, language: Language) -> bytes:
    """Write the table as a workbook."""
    return write_workbook(
        [
            Sheet(
                name=in_language(SHEETS["rows"], language),
                columns=[_column(each, language) for each in columns_of(table)],
                rows=alignment_cells(table, language),
                spare=SPARE_ROWS,
            ),
            _list_sheet("courses", table["courses"], _COURSE_FIELDS, language),
            _list_sheet("requirements", table["requirements"], _REQUIREMENT_FIELDS, language),
            _code_sheet(language),
            Sheet(
                name=in_language(SHEETS["help"], language),
                columns=[SheetColumn(title=in_language(SHEETS["help"], language), width=100)],
                rows=[[in_language(each, language)] for each in _help(table)],
            ),
        ]
    )


def _help(table: AlignmentsTable) -> list[Text]:
    """Give the instructions; first that there are no suggestions where they were asked for, and what is left out."""
    first = [_NO_SUGGESTIONS] if table.get("suggestions") == 0 else []
    left_out = table.get("earlier")
    return [*first, *([_left_out(left_out)] if left_out else ()), *_HELP]


def _left_out(levels: Sequence[Mapping[str, Any]]) -> Text:
    """Say which decisions are not in the table, since they are on earlier versions of the standard."""
    said = [[_of_level(each, language) for each in levels] for language in _LANGUAGES]
    standards = ", ".join(dict.fromkeys(each["standard"] for each in levels))
    return Text(
        "Of each level the newest version of the standard is in this table. Not in it: "
        f"{'; '.join(said[0])}. To have those, export with the target {standards}.",
        f"本表只含各等级最新版本标准的对接。未列入：{'；'.join(said[1])}。"
        f"如需这些对接，请以 {standards} 为目标另行导出。",
    )


def _of_level(of: Mapping[str, Any], language: Language) -> str:
    level = in_language(CERTIFICATE_LEVELS[of["level"]], language)
    if language == "zh":
        decided = f"（已采纳 {of['accepted']}、不采纳 {of['rejected']}）" if of["alignments"] else ""
        return f"{of['version']} 版{level} {of['alignments']} 条对接{decided}，已由 {of['replacedBy']} 版取代"
    decided = f" (accepted {of['accepted']}, rejected {of['rejected']})" if of["alignments"] else ""
    return f"version {of['version']}, {level}: {of['alignments']} alignments{decided}, replaced by {of['replacedBy']}"


def _column(column: TableColumn, language: Language) -> SheetColumn:
    codes = column.codes.codes if column.codes else ()
    choices = tuple(in_language(WORDS[column.field][each], language) for each in codes)
    return SheetColumn(
        title=in_language(column.title, language),
        width=column.width,
        choices=choices,
        bounds=(0, 1) if column.field == "strength" else None,
        note=", ".join(choices) if choices else "0–1",
        is_given=column.is_given,
    )


def _list_sheet(name: str, rows: Sequence[Mapping[str, Any]], fields: Sequence[str], language: Language) -> Sheet:
    columns = [
        SheetColumn(title=in_language(BY_FIELD[each].title, language), width=BY_FIELD[each].width) for each in fields
    ]
    return Sheet(name=in_language(SHEETS[name], language), columns=columns, rows=cells(rows, fields, language))


def _code_sheet(language: Language) -> Sheet:
    rows = [
        [
            in_language(BY_FIELD[field].title, language),
            in_language(WORDS[field][code], language),
            code,
            in_language(meaning, language),
        ]
        for field, codes in _CODES.items()
        for code, meaning in codes.codes.items()
    ]
    titles = [in_language(each, language) for each in _CODE_COLUMNS]
    columns = [SheetColumn(title=title, width=width) for title, width in zip(titles, (16, 22, 16, 80), strict=True)]
    return Sheet(name=in_language(SHEETS["codes"], language), columns=columns, rows=rows)
