"""How much is covered, by the dimensions that were asked for, as a workbook: rows of an answer of `coverageCube`."""

from collections.abc import Mapping
from typing import Any

from analysis.code_words import CERTIFICATE_LEVELS, EDUCATION_LEVELS, CodeWords
from graph.errors import Language
from graph.model.core import Text
from interchange.alignments.table_columns import in_language
from interchange.formats.csv_tables import CsvCell
from interchange.formats.sheets import Sheet, SheetColumn

NAME = Text("Coverage", "覆盖")
# Columns of the cube by name: the title for people.
TITLES: Mapping[str, Text] = {
    "category": Text("Category of majors", "专业大类"),
    "majorClass": Text("Class of majors", "专业类"),
    "major": Text("Major id", "专业 id"),
    "majorName": Text("Major", "专业"),
    "majorDistinctName": Text("Major with edition, level and code", "专业（目录、层次、代码）"),
    "educationLevel": Text("Level of the diploma", "学历层次"),
    "certificate": Text("Certificate", "证书"),
    "certificateLevel": Text("Level of the certificate", "证书等级"),
    "province": Text("Province", "省份"),
    "provinceShortName": Text("Province, short", "省份简称"),
    "college": Text("College", "院校"),
    "trainingPlan": Text("Training plan id", "人才培养方案 id"),
    "year": Text("Year", "年份"),
    "requirements": Text(
        "Requirements (once for each programme or plan)", "要对照的技能要求（条次，每个专业或方案各计一次）"
    ),
    "covered": Text("Covered (requirements)", "已覆盖（条次）"),
    "partlyCovered": Text("Partly covered (requirements)", "部分覆盖（条次）"),
    "notCovered": Text("Gap (requirements)", "缺口（条次）"),
    "unknown": Text("Not reviewed (requirements)", "未评审（条次）"),
    "lower": Text("Lower bound (0 to 1)", "覆盖下界（0 至 1）"),
    "upper": Text("Upper bound (0 to 1)", "覆盖上界（0 至 1）"),
    "programmes": Text("Comparable programmes (number)", "可对照的专业（个）"),
    "withoutStandard": Text("Programmes without a teaching standard (number)", "没有教学标准的专业（个）"),
    "plans": Text("Comparable plans (number)", "可对照的方案（份）"),
    "colleges": Text("Colleges with comparable plans (number)", "有可对照方案的院校（所）"),
}
# Codes in words: a reader of a workbook knows no codes.
WORDS: Mapping[str, CodeWords] = {**EDUCATION_LEVELS, **CERTIFICATE_LEVELS}
_OF_CODES = {"educationLevel", "certificateLevel"}
# Counts of what was looked at: where no one has, they are unknown and not zero.
_FOUND = {"covered", "partlyCovered", "notCovered"}
_UNKNOWN = Text("unknown", "未知")
_WIDE = {"major", "majorName", "majorDistinctName", "certificate", "college", "trainingPlan"}


def coverage_workbook(table: Mapping[str, Any], language: Language) -> bytes:
    """Write the rows under titles in one language. What no one has looked at is called unknown, as on the page."""
    from interchange.formats.workbooks import write_workbook  # noqa: PLC0415  # a start needs no workbook

    names = [each["name"] for each in table["columns"]]
    columns = [
        SheetColumn(title=in_language(TITLES[each], language), width=28 if each in _WIDE else 16) for each in names
    ]
    rows = [[_cell(name, row, language) for name in names] for row in table["rows"]]
    return write_workbook([Sheet(name=in_language(NAME, language), columns=columns, rows=rows)])


def _cell(name: str, row: Mapping[str, Any], language: Language) -> CsvCell:
    if name in _FOUND and row["requirements"] and row["unknown"] == row["requirements"]:
        return in_language(_UNKNOWN, language)
    value: CsvCell = row[name]
    return in_language(WORDS[value], language) if name in _OF_CODES and isinstance(value, str) else value
