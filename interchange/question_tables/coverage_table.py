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
    "requirements": Text("Requirements", "技能要求数"),
    "covered": Text("Covered", "已覆盖"),
    "partlyCovered": Text("Partly covered", "部分覆盖"),
    "notCovered": Text("Gaps", "缺口"),
    "unknown": Text("Not reviewed", "未评审"),
    "lower": Text("Covered at least (0 to 1)", "覆盖至少（0 至 1）"),
    "upper": Text("Covered at most (0 to 1)", "覆盖至多（0 至 1）"),
    "programmes": Text("Majors compared", "可对照的专业数"),
    "withoutStandard": Text("Majors without a teaching standard", "没有教学标准的专业数"),
    "plans": Text("Plans", "方案数"),
    "colleges": Text("Colleges", "院校数"),
}
# Codes in words: a reader of a workbook knows no codes.
WORDS: Mapping[str, CodeWords] = {**EDUCATION_LEVELS, **CERTIFICATE_LEVELS}
_OF_CODES = {"educationLevel", "certificateLevel"}
_WIDE = {"major", "majorName", "majorDistinctName", "certificate", "college", "trainingPlan"}


def coverage_workbook(table: Mapping[str, Any], language: Language) -> bytes:
    """Write the rows under titles in one language. A cell without a value is empty: unknown is no zero."""
    from interchange.formats.workbooks import write_workbook  # noqa: PLC0415  # a start needs no workbook

    names = [each["name"] for each in table["columns"]]
    columns = [
        SheetColumn(title=in_language(TITLES[each], language), width=28 if each in _WIDE else 16) for each in names
    ]
    rows = [[_cell(name, row[name], language) for name in names] for row in table["rows"]]
    return write_workbook([Sheet(name=in_language(NAME, language), columns=columns, rows=rows)])


def _cell(name: str, value: CsvCell, language: Language) -> CsvCell:
    return in_language(WORDS[value], language) if name in _OF_CODES and isinstance(value, str) else value
