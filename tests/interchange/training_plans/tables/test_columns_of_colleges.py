"""Columns and cells as colleges print them: two of assessments, codes of projects, totals by category and nature."""

from tests.interchange.training_plans.made_plans import HEAD, plan_of, rules, sheet_plan, word


def test_the_way_of_an_examination_stands_next_to_its_kind():
    for kind, way in (("类型", "方式"), ("性质", "形式")):
        plan = sheet_plan(
            ["课程名称", "学分", "总学时", "学期", "考核", None],
            [None, None, None, None, kind, way],
            ["甲", 2, 32, 1, "考查", "闭卷"],
            ["乙", 2, 32, 2, "考试", "机考"],
            ["丙", 2, 32, 2, "考查", "论文"],
            merges=("A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2"),
        )

        assert [each.assessment for each in plan.lines] == [{"1": "CHECK"}, {"2": "EXAM"}, {"2": "CHECK"}] or [
            each.assessment for each in plan.lines
        ] == [{"*": "CHECK"}, {"*": "EXAM"}, {"*": "CHECK"}]
        assert "assessment-not-known" not in rules(plan.problems)


def test_the_way_may_stand_before_the_kind():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "考核方式", "考核类型"],
        ["甲", 2, 32, "闭卷", "考查"],
        ["乙", 2, 32, "机考", "考试"],
    )

    assert [each.assessment for each in plan.lines] == [{"*": "CHECK"}, {"*": "EXAM"}]


def test_projects_of_practice_have_codes():
    plan = sheet_plan(
        ["项目代码", "实践项目名称", "开设学期", "周数", "学时", "学分"],
        ["Z01", "认识实习", "一", 1, 24, 1],
    )

    assert [(each.code, each.name) for each in plan.lines] == [("Z01", "认识实习")]


def test_totals_by_category_and_nature_have_the_lines_of_both():
    courses = [
        ["课程类别", "课程性质", "课程名称", "学分", "总学时"],
        ["公共基础课程", "必修", "甲", 3, 48],
        ["公共基础课程", "选修", "乙", 2, 32],
        ["专业基础课程", "必修", "丙", 4, 64],
        ["专业核心课程", "必修", "丁", 5, 80],
    ]
    overview = [
        ["课程类别", "课程类别", "学分", "总学时"],
        ["公共基础课程", "必修", 3, 48],
        ["公共基础课程", "选修", 2, 32],
        ["专业课程", "专业基础课程", 4, 64],
        ["专业课程", "专业核心课程", 5, 80],
        ["合计", "合计", 14, 224],
    ]
    plan = plan_of(word(HEAD[0][0], courses, "学时分配表", overview))

    assert [(each.label, [plan.lines[at - 1].name for at in each.lines]) for each in plan.totals[:4]] == [
        ("公共基础课程：必修", ["甲"]),
        ("公共基础课程：选修", ["乙"]),
        ("专业基础课程", ["丙"]),
        ("专业核心课程", ["丁"]),
    ]
    assert "sum-differs" not in rules(plan.problems)


def test_a_college_may_be_called_so_in_a_line_of_labels():
    named = plan_of(
        word(
            "法律事务专业2025级教学计划表",
            "学院：示例政法职业学院 专业代码：580401 学制：三年",
            [["课程名称", "学分", "学期"], ["甲", 2, 1]],
        )
    )
    department = plan_of(
        word(
            "法律事务专业2025级教学计划表",
            "学院：人文学院 专业代码：580401",
            [["课程名称", "学分", "学期"], ["甲", 2, 1]],
        )
    )

    assert named.head.college == "示例政法职业学院"
    assert department.head.college is None


def test_a_cell_over_several_terms_says_how_many_credits_are_taken_in_them():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "一", "二", "三"],
        ["公共选修课", 4, 64, None, "修满4学分", None],
        ["甲", 2, 32, 2, None, None],
        merges=("E3:F3",),
    )

    assert [(each.semesters, each.remark) for each in plan.lines] == [((2, 3), "修满4学分"), ((1,), None)]
    assert "value-not-read" not in rules(plan.problems)
    assert "one-cell-over-several-terms" in rules(plan.guesses)


def test_certificates_of_a_course_are_kept_as_a_remark_next_to_another():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "学期", "课证融通", "备注"],
        ["甲", 2, 32, 1, "示例职业技能等级证书（中级）", "网络课"],
        ["乙", 2, 32, 1, None, None],
    )

    assert [each.remark for each in plan.lines] == ["示例职业技能等级证书（中级）；网络课", None]
