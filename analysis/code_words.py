"""Codes in words, for readers who know no codes: one table for each code list."""

from collections.abc import Mapping
from typing import NamedTuple


class Words(NamedTuple):
    """The words of a code."""

    english: str
    chinese: str


EDUCATION_LEVELS: Mapping[str, Words] = {
    "SECONDARY": Words("Secondary", "中职"),
    "ASSOCIATE": Words("Associate", "高职专科"),
    "BACHELOR": Words("Bachelor (vocational)", "高职本科"),
    "UNDERGRADUATE": Words("Undergraduate", "普通本科"),
}
CERTIFICATE_LEVELS: Mapping[str, Words] = {
    "ELEMENTARY": Words("Elementary", "初级"),
    "INTERMEDIATE": Words("Intermediate", "中级"),
    "ADVANCED": Words("Advanced", "高级"),
}
MODULES: Mapping[str, Words] = {
    "COMMON": Words("Common", "公共基础课程"),
    "FOUNDATION": Words("Foundation", "专业基础课程"),
    "CORE": Words("Core", "专业核心课程"),
    "EXTENSION": Words("Extension", "专业拓展课程"),
    "EXTENSION_OR_CORE": Words("Extension or core", "专业拓展或核心课程"),
    "PRACTICE": Words("Practice", "实践性教学环节"),
}
NATURES: Mapping[str, Words] = {
    "REQUIRED": Words("Required", "必修"),
    "RESTRICTED_ELECTIVE": Words("Restricted elective", "限选"),
    "ELECTIVE": Words("Elective", "选修"),
}
ASSESSMENTS: Mapping[str, Words] = {"EXAM": Words("Examination", "考试"), "CHECK": Words("Check", "考查")}
CHOICES: Mapping[str, Words] = {
    "CHOOSE_ONE": Words("Choose options", "选其中几项"),
    "CHOOSE_CREDITS": Words("Choose credits", "修满学分"),
    "ALTERNATIVES": Words("Alternatives", "共用学分，任选其一"),
}


def chinese_of(table: Mapping[str, Words], code: str) -> str:
    """Give the Chinese of a code; of any other text itself."""
    return table[code].chinese if code in table else code
