"""Scraps of sentences and a crawler's remarks are refused, as the audit of the national seeds found them."""

import pytest

from seeds.checks.check import check
from seeds.checks.plausibility import is_balanced
from tests.seeds.conftest import SeedFolder

COURSES = (
    "id,standardYear,majorCode,sequence,name,module,moduleBasis,nameAsRead,basis,sourceIds,sourceNote\n"
    "Course:2025:510203:1,2025,510203,1,{},,,,OFFICIAL,Source:t.S1,\n"
)
COLLEGES = (
    "id,name,code,educationLevel,ownership,type,formerNames,authority,district,website,doubleHigh,note,codeBasis,"
    "basis,sourceIds,sourceNote\n"
    "College:甲学院,甲学院,,ASSOCIATE,公办,,,,,,,{},,REPORTED,Source:t.S1,\n"
)
GROUPS = (
    "id,edition,code,name,rank,basis,sourceIds,sourceNote\n"
    "OccupationGroup:2022:2-07-08,2022,2-07-08,法律顾问,MINOR,REPORTED,Source:t.S1,\n"
    "OccupationGroup:2022:2-07-09,2022,2-07-09,{},MINOR,REPORTED,Source:t.S1,\n"
)


def kinds(folder: SeedFolder, file: str, text: str) -> list[str]:
    folder.write(f"small/nodes/{file}.csv", text)
    return [each.kind for each in check(folder.path).problems]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("幼儿教师艺术技能（音乐", ["brackets"]),
        ("美术）", ["brackets"]),
        ("以及艺术专项课程", ["fragment"]),
        ("旅游政策与法律法规等课程", ["fragment"]),
        ("各院校可结合区域经济发展需求和自身专业方向及特色", ["fragment"]),
        ("的排查及处理能力", ["fragment"]),
        ("矫形器技术根据图纸加工制", ["fragment"]),
        ("+X证书课程", ["fragment"]),
        ("设备", ["fragment"]),
        ("应急", ["fragment"]),
        ("城市轨道交通变电检修（融合课程）", ["fragment"]),
        ("应急设备", []),
        ("幼儿教师艺术技能（音乐、舞蹈、美术）", []),
        ("和声", []),
        ("可编程控制技术", []),
        ("在线旅游产品设计", []),
        ("对外汉语", []),
    ],
)
def test_a_course_has_a_name(small: SeedFolder, name: str, expected: list[str]) -> None:
    assert kinds(small, "Course", COURSES.format(name)) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("网站夜间维护？", ["remark"]),
        ("shohzyxy.com 无法访问？", ["remark"]),
        ("？连接超时", ["remark"]),
        ("🔩玉柴动力", ["remark"]),
        ("%网站不对外", ["remark"]),
        ("学院2026升本", []),
        ("1908年，北洋女医学堂", []),
    ],
)
def test_a_note_speaks_of_the_college(small: SeedFolder, note: str, expected: list[str]) -> None:
    assert kinds(small, "College", COLLEGES.format(note)) == expected


@pytest.mark.parametrize(("name", "expected"), [("法律顾问", ["name-twice"]), ("宗教教职人员", []), ("", ["required"])])
def test_a_group_of_occupations_has_a_name_of_its_own(small: SeedFolder, name: str, expected: list[str]) -> None:
    assert kinds(small, "OccupationGroup", GROUPS.format(name)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲（乙）", True),
        ("甲(乙）", True),
        ("甲《乙（丙）》", True),
        ("甲（乙》", False),
        ("）甲（", False),
        ("", True),
    ],
)
def test_brackets_close_in_their_order(text: str, *, expected: bool) -> None:
    assert is_balanced(text) is expected
