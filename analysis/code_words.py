"""Codes in words, for readers who know no codes: one table for each code list."""

from collections.abc import Mapping
from typing import NamedTuple


class CodeWords(NamedTuple):
    """The words of a code."""

    english: str
    chinese: str


EDUCATION_LEVELS: Mapping[str, CodeWords] = {
    "SECONDARY": CodeWords("Secondary", "中职"),
    "ASSOCIATE": CodeWords("Associate", "高职专科"),
    "BACHELOR": CodeWords("Bachelor (vocational)", "高职本科"),
    "UNDERGRADUATE": CodeWords("Undergraduate", "普通本科"),
}
CERTIFICATE_LEVELS: Mapping[str, CodeWords] = {
    "ELEMENTARY": CodeWords("Elementary", "初级"),
    "INTERMEDIATE": CodeWords("Intermediate", "中级"),
    "ADVANCED": CodeWords("Advanced", "高级"),
}
MODULES: Mapping[str, CodeWords] = {
    "COMMON": CodeWords("Common", "公共基础课程"),
    "FOUNDATION": CodeWords("Foundation", "专业基础课程"),
    "CORE": CodeWords("Core", "专业核心课程"),
    "EXTENSION": CodeWords("Extension", "专业拓展课程"),
    "EXTENSION_OR_CORE": CodeWords("Extension or core", "专业拓展或核心课程"),
    "PRACTICE": CodeWords("Practice", "实践性教学环节"),
}
NATURES: Mapping[str, CodeWords] = {
    "REQUIRED": CodeWords("Required", "必修"),
    "RESTRICTED_ELECTIVE": CodeWords("Restricted elective", "限选"),
    "ELECTIVE": CodeWords("Elective", "选修"),
}
ASSESSMENTS: Mapping[str, CodeWords] = {"EXAM": CodeWords("Examination", "考试"), "CHECK": CodeWords("Check", "考查")}
CHOICES: Mapping[str, CodeWords] = {
    "CHOOSE_ONE": CodeWords("Choose options", "选其中几项"),
    "CHOOSE_CREDITS": CodeWords("Choose credits", "修满学分"),
    "ALTERNATIVES": CodeWords("Alternatives", "共用学分，任选其一"),
}

ALIGNMENT_KINDS: Mapping[str, CodeWords] = {
    "EXACT": CodeWords("exact", "完全一致"),
    "BROADER": CodeWords("course is broader", "课程范围更广"),
    "NARROWER": CodeWords("course is narrower", "课程范围更窄"),
    "MAJOR": CodeWords("larger part in common", "大部分重合"),
    "MINOR": CodeWords("smaller part in common", "小部分重合"),
    "RELATED": CodeWords("related", "相关"),
    "PREREQUISITE": CodeWords("prerequisite", "前置基础"),
    "REPLACED_BY": CodeWords("replaced", "已被取代"),
    "NO_MATCH": CodeWords("no match", "无对应"),
}
ALIGNMENT_ROLES: Mapping[str, CodeWords] = {
    "TEACHES": CodeWords("teaches", "讲授"),
    "PRACTISES": CodeWords("practises", "训练"),
    "ASSESSES": CodeWords("assesses", "考核"),
}
ALIGNMENT_STATUSES: Mapping[str, CodeWords] = {
    "SUGGESTED": CodeWords("suggested", "待定建议"),
    "ACCEPTED": CodeWords("accepted", "已采纳"),
    "REJECTED": CodeWords("rejected", "未采纳"),
    "WITHDRAWN": CodeWords("withdrawn", "已撤回"),
}
BASES: Mapping[str, CodeWords] = {
    "OFFICIAL": CodeWords("Official document", "官方文件"),
    "REPORTED": CodeWords("Reported", "公开转述"),
    "EDITORIAL": CodeWords("Editorial judgement", "编辑判断"),
    "ILLUSTRATIVE": CodeWords("Illustrative data", "示例数据"),
}
REVIEW_GROUNDS: Mapping[str, CodeWords] = {
    "COURSE_NAMES": CodeWords("course names only", "仅凭课程名称"),
    "SYLLABUS": CodeWords("syllabus", "课程大纲"),
    "EXPERT_JUDGEMENT": CodeWords("expert judgement", "专家判断"),
}
COVERAGE_STATES: Mapping[str, CodeWords] = {
    "COVERED": CodeWords("Covered", "已覆盖"),
    "PARTLY_COVERED": CodeWords("Partly covered", "部分覆盖"),
    "UNKNOWN": CodeWords("Not reviewed", "未评审"),
    "NOT_COVERED": CodeWords("Gap", "缺口"),
}
CROSSWALK_MATCHES: Mapping[str, CodeWords] = {
    "SAME_TEXT": CodeWords("same text", "文字相同"),
    "SHARED_COMPONENTS": CodeWords("shared components", "有共有成分"),
    "NO_MATCH": CodeWords("no match", "无对应"),
}
OCCUPATIONAL_GRADES: Mapping[str, CodeWords] = {
    "GRADE_5": CodeWords("Grade 5", "五级"),
    "GRADE_4": CodeWords("Grade 4", "四级"),
    "GRADE_3": CodeWords("Grade 3", "三级"),
    "GRADE_2": CodeWords("Grade 2", "二级"),
    "GRADE_1": CodeWords("Grade 1", "一级"),
}


def chinese_of(table: Mapping[str, CodeWords], code: str) -> str:
    """Give the Chinese of a code; of any other text itself."""
    return table[code].chinese if code in table else code
