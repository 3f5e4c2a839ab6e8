"""Why an alignment is carried to a new version, in the language of the reader and without codes."""

import pytest

from analysis.carried_rationales import (
    CarriedRationale,
    EarlierPlace,
    earlier_requirement,
    rationale_in,
    rationale_of_plan,
)
from analysis.training_plans.training_plan import ANY_TERM
from analysis.training_plans.versions.differences import FieldChange

PLACE = EarlierPlace("1.0", "ELEMENTARY", "1.1.1")
RATIONALES = [
    (
        ("ACCEPTED", "UNCHANGED", 1.0, "教授查询"),
        "Carried forward from Elementary 1.1.1 of version 1.0 (accepted): the requirement is unchanged. 教授查询",
        "沿用自 1.0 版初级 1.1.1（已采纳）：技能要求未变。教授查询",
    ),
    (
        ("SUGGESTED", "REWORDED", 0.917, None),
        "Carried forward from Elementary 1.1.1 of version 1.0 (waiting): the requirement has other words, 92 % alike.",
        "沿用自 1.0 版初级 1.1.1（待定）：技能要求改写，文字相似度 92%。",
    ),
    (
        ("ACCEPTED", "REWORDED", 0.86, "能查询单表：第2单元", "能查询“单表”。再说"),
        (
            "Carried forward from Elementary 1.1.1 of version 1.0 (accepted): the requirement has other words, 86 % alike, "
            "before: “能查询“单表”。再说”. 能查询单表：第2单元"
        ),
        "沿用自 1.0 版初级 1.1.1（已采纳）：技能要求改写，文字相似度 86%，旧版本原文“能查询“单表”。再说”。能查询单表：第2单元",
    ),
    (
        ("ACCEPTED", "UNCHANGED", 1.0, None, "能查询"),
        "Carried forward from Elementary 1.1.1 of version 1.0 (accepted): the requirement is unchanged.",
        "沿用自 1.0 版初级 1.1.1（已采纳）：技能要求未变。",
    ),
    (
        ("ACCEPTED", "REWRITTEN", 0.478, None),
        "Carried forward from Elementary 1.1.1 of version 1.0 (accepted): the requirement was reworded a lot, 48 % alike.",
        "沿用自 1.0 版初级 1.1.1（已采纳）：技能要求改动较大，文字相似度 48%。",
    ),
    (
        ("ACCEPTED", "MOVED", 1.0, None),
        "Carried forward from Elementary 1.1.1 of version 1.0 (accepted): the requirement stands elsewhere.",
        "沿用自 1.0 版初级 1.1.1（已采纳）：技能要求移至他处。",
    ),
    (
        ("ACCEPTED", "SPLIT", None, "第一行\n第二行"),
        "Carried forward from Elementary 1.1.1 of version 1.0 (accepted): the requirement was split. 第一行\n第二行",
        "沿用自 1.0 版初级 1.1.1（已采纳）：技能要求拆分。第一行\n第二行",
    ),
    (
        ("ACCEPTED", "MERGED", 0.8, None),
        "Carried forward from Elementary 1.1.1 of version 1.0 (accepted): the requirement was merged with others, 80 % alike.",
        "沿用自 1.0 版初级 1.1.1（已采纳）：技能要求与其他要求合并，文字相似度 80%。",
    ),
]


@pytest.mark.parametrize(("given", "english", "chinese"), RATIONALES)
def test_a_rationale_is_said_in_both_languages(given: tuple, english: str, chinese: str) -> None:
    text = CarriedRationale(PLACE, "Alignment:a", *given).text()
    # The graph keeps the id, and the reader is not shown it.
    assert text.count("; Alignment:a)") == 1
    shown = [rationale_in(text, each) for each in ("ENGLISH", "CHINESE")]
    assert [text.replace("; Alignment:a", ""), *shown] == [english, english, chinese]


def test_one_of_an_earlier_release_is_read_too_and_names_no_id() -> None:
    text = (
        "Carried forward from Alignment:a (accepted): the requirement has other words, 86 % alike, before: “甲”. 理由"
    )
    assert [rationale_in(text, each) for each in ("ENGLISH", "CHINESE")] == [
        text.replace("Alignment:a", "the earlier version"),
        "沿用自旧版本（已采纳）：技能要求改写，文字相似度 86%，旧版本原文“甲”。理由",
    ]
    assert earlier_requirement(text) == "甲"


def test_what_a_requirement_said_before_is_told_where_it_was_reworded() -> None:
    said = [earlier_requirement(CarriedRationale(PLACE, "Alignment:a", *given).text()) for given, _, _ in RATIONALES]
    assert said == [None, None, "能查询“单表”。再说", None, None, None, None, None]
    assert [earlier_requirement(each) for each in ("教授查询", "before: “能查询”.", "")] == [None] * 3


def test_one_that_was_carried_twice_is_said_in_chinese_whole() -> None:
    first = CarriedRationale(PLACE, "Alignment:a", "ACCEPTED", "UNCHANGED", 1.0, "教授查询").text()
    second = CarriedRationale(
        EarlierPlace("2.0", "ELEMENTARY", "1.1.2"), "Alignment:b", "SUGGESTED", "REWORDED", 0.9, first
    ).text()
    assert rationale_in(second, "CHINESE") == (
        "沿用自 2.0 版初级 1.1.2（待定）：技能要求改写，文字相似度 90%。"
        "沿用自 1.0 版初级 1.1.1（已采纳）：技能要求未变。教授查询"
    )


@pytest.mark.parametrize("text", ["教授查询", "Carried forward from memory.", ""])
def test_what_a_person_wrote_stays_as_it_is(text: str) -> None:
    assert rationale_in(text, "CHINESE") == text


@pytest.mark.parametrize(
    ("changes", "english", "chinese"),
    [
        ((), "the course is unchanged", "课程未变"),
        (
            (FieldChange("hours", 64, 72), FieldChange("module", "CORE", "EXTENSION")),
            "hours: 64 → 72; module: CORE → EXTENSION",
            "总学时：64 → 72；课程类别：专业核心课程 → 专业拓展课程",
        ),
        (
            (FieldChange("assessment", {"1": "EXAM", "2": "CHECK"}, {ANY_TERM: "EXAM"}),),
            "assessment: 1: EXAM, 2: CHECK → EXAM",
            "考核方式：1: 考试、2: 考查 → 考试",
        ),
        (
            (FieldChange("is_counted", True, False), FieldChange("semesters", (1, 2), ())),
            "is counted: yes → no; semesters: 1, 2 → nothing",
            "是否计入：是 → 否；开课学期：1、2 → 无",
        ),
        (
            (FieldChange("choice", None, ("CHOOSE_ONE", 2, None, "方向")),),
            "choice: nothing → CHOOSE_ONE, choose 2, 方向",
            "选课要求：无 → 选其中几项、选2项、方向",
        ),
        ((FieldChange("name", "网页", "网站"),), "name: 网页 → 网站", "课程名称：网页 → 网站"),
        (
            (FieldChange("remark", "与企业合作。", "校内；校外"), FieldChange("hours", 64, 48)),
            "remark: “与企业合作。” → “校内；校外”; hours: 64 → 48",
            "备注：「与企业合作。」 → 「校内；校外」；总学时：64 → 48",
        ),
        (
            (FieldChange("remark", "甲；学分：1 → 2。", "写作「乙」"), FieldChange("name", "无", None)),
            "remark: “甲；学分：1 → 2。” → “写作「乙」”; name: “无” → nothing",
            "备注：「甲；学分：1 → 2。」 → 「写作「乙」」」；课程名称：「无」 → 无",
        ),
        (
            (FieldChange("choice", ("CHOOSE_ONE", 2, None, "选2项目组"), ("CHOOSE_ONE", 2, None, "甲、修4学分")),),
            "choice: CHOOSE_ONE, choose 2, 选2项目组 → CHOOSE_ONE, choose 2, “甲、修4学分”",
            "选课要求：选其中几项、选2项、选2项目组 → 选其中几项、选2项、「甲、修4学分」",
        ),
        (
            (FieldChange("choice", ("CHOOSE_ONE", 2, None, "选2项"), ("CHOOSE_CREDITS", None, 400, "修满学分")),),
            "choice: CHOOSE_ONE, choose 2, “选2项” → CHOOSE_CREDITS, 4 credits, “修满学分”",
            "选课要求：选其中几项、选2项、「选2项」 → 修满学分、4学分、「修满学分」",
        ),
    ],
)
def test_a_rationale_of_a_plan_is_said_in_both_languages(changes: tuple, english: str, chinese: str) -> None:
    text = rationale_of_plan("Alignment:a", "SUGGESTED", changes, "讲授网页")
    assert text == f"沿用自 Alignment:a（待定）：{chinese}。讲授网页"
    assert rationale_in(text, "CHINESE") == f"沿用自旧方案（待定）：{chinese}。讲授网页"
    assert rationale_in(text, "ENGLISH") == f"Carried forward from the earlier plan (waiting): {english}. 讲授网页"


@pytest.mark.parametrize(
    "changes", ["备注：与企业合作。 → 校内实训。；总学时：64 → 48", "备注：甲 → 乙；丙", "备注：甲 → 乙 → 丙"]
)
def test_what_was_written_before_marks_of_values_were_quoted_is_not_split_at_the_wrong_place(changes: str) -> None:
    text = f"沿用自 Alignment:a（待定）：{changes}。by hand"
    assert [rationale_in(text, each) for each in ("ENGLISH", "CHINESE")] == [text, text]


def test_what_was_carried_by_a_standard_and_then_by_a_plan_is_said_whole_in_both_languages() -> None:
    first = CarriedRationale(PLACE, "Alignment:a", "ACCEPTED", "UNCHANGED", 1.0, "教授查询").text()
    second = rationale_of_plan("Alignment:b", "ACCEPTED", (), first)
    third = CarriedRationale(PLACE._replace(version="2.0"), "Alignment:c", "ACCEPTED", "UNCHANGED", 1.0, second).text()
    assert [rationale_in(third, each) for each in ("ENGLISH", "CHINESE")] == [
        (
            "Carried forward from Elementary 1.1.1 of version 2.0 (accepted): the requirement is unchanged. "
            "Carried forward from the earlier plan (accepted): the course is unchanged. "
            "Carried forward from Elementary 1.1.1 of version 1.0 (accepted): the requirement is unchanged. 教授查询"
        ),
        (
            "沿用自 2.0 版初级 1.1.1（已采纳）：技能要求未变。沿用自旧方案（已采纳）：课程未变。"
            "沿用自 1.0 版初级 1.1.1（已采纳）：技能要求未变。教授查询"
        ),
    ]
