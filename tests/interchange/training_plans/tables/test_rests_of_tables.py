"""A table without a heading of courses is the rest of the one before only where its cells are of the same kinds."""

import pytest

from interchange.training_plans.reading import rests_of_tables
from interchange.training_plans.tables.plan_rows import table_rows
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of, rules, word

HEADING = ["序号", "课程名称", "课程性质", "学分", "总学时", "开课学期"]
COURSES = [[1, "网页基础", "必修", 4, 64, 1], [2, "网页开发", "必修", 4, 64, 2], [3, "数据", "选修", 4, 64, 2]]


def names_with(rows):
    """The names of the lines of a Word file and of a workbook with these rows in a table of their own."""
    plans = (
        plan_of(word(HEAD[0][0], "教学进程表", [HEADING, *COURSES], "其他", rows)),
        plan_of(workbook(SheetOf("课程", [*HEAD, HEADING, *COURSES]), SheetOf("其他", rows))),
    )
    for plan in plans:
        yield [each.name for each in plan.lines[3:]], rules(plan.not_read)


@pytest.mark.parametrize(
    "rows",
    [
        [["序号", "竞赛名称", "级别", "人数", "经费", "备注"], [1, "网页设计大赛", "省级", 3, 500, "每年"]],
        [["序号", "姓名", "性别", "年龄", "教龄", "职称"], [1, "张三", "女", 45, 20, "教授"]],
        [["序号", "设备名称", "单位", "数量", "单价", "存放地点"], [1, "计算机", "台", 50, 5000, "A101"]],
        [["序号", "教材名称", "出版社", "版次", "册数", "主编"], [1, "网页", "示例出版社", 2, 40, "王五"]],
        # Without any heading the cells alone tell.
        [[1, "张三", "女", 45, 20, "教授"], [2, "李四", "男", 35, 10, "讲师"]],
        [[1, "计算机", "台", 50, 5000, "A101"], [2, "服务器", "台", 2, 50000, "A102"]],
    ],
)
def test_a_table_with_other_cells_is_none_of_courses_and_is_named(rows):
    for names, not_read in names_with(rows):
        assert names == []
        assert "table-of-another-kind" in not_read


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([[4, "网络", "选修", 4, 64, 3], [5, "图像", "限选", 2, 32, 4]], ["网络", "图像"]),
        ([[4, "岗位实习", "必修", 24, "24周", 6]], ["岗位实习"]),
        # One column may have other cells.
        ([[4, "劳动", "必修", 1, 16, "暑期"]], ["劳动"]),
        ([["专业拓展课", None, None, None, None, None], [4, "网络", "限选", 4, 64, "3、4"]], ["网络"]),
        ([[4, "网络", "", 4, 64, 3]], ["网络"]),
    ],
)
def test_a_table_with_the_cells_of_courses_goes_on_with_them(rows, expected):
    assert [names for names, _ in names_with(rows)] == [expected, expected]


# Practice has words of its own: another nature, and no hours or semester in figures.
OTHER_WORDS = [["社会实践", "必修", 2, "课余", "假期"], ["志愿服务", "实践", 1, "课余", "假期"]]


@pytest.mark.parametrize(
    ("caption", "numbers", "is_read"),
    [
        ("续表", ["", ""], True),
        ("表1（续）", [1, 2], True),
        # The numbers of the rows go on.
        ("其他", [4, 5], True),
        ("其他", [1, 2], False),
        ("其他", ["", ""], False),
    ],
)
def test_a_rest_that_says_so_may_have_other_words(caption, numbers, is_read):
    rows = [[number, *each] for number, each in zip(numbers, OTHER_WORDS, strict=True)]
    plan = plan_of(word(HEAD[0][0], [HEADING, *COURSES], caption, rows))

    assert [each.name for each in plan.lines[3:]] == (["社会实践", "志愿服务"] if is_read else [])
    assert ("table-of-another-kind" in rules(plan.not_read)) is not is_read


def test_other_natures_alone_make_no_other_table():
    rows = [["", "军训", "实践", 2, 112, 1], ["", "岗位实习", "第二课堂", 24, 720, 6]]

    assert [names for names, _ in names_with(rows)] == [["军训", "岗位实习"]] * 2


TERMS = ["课程名称", "课程性质", "学分", "总学时", "考核方式", "一", "二"]
OF_TERMS = [["网页基础", "必修", 4, 64, "考试", 4, ""], ["网页开发", "必修", 4, 64, "考查", "", 4]]


@pytest.mark.parametrize(
    ("row", "is_read"),
    [
        *(([["入学教育", "实践", 1, 16, "考查", tick, ""]], True) for tick in ("V", "v", "◎", "×", "是", "Y", "◆")),
        # All terms are one column.
        ([["岗位实习", "必修", 24, 720, "考查", "实习", "实习"]], True),
        ([["张三", "教授", 45, 20, "1980年", "网络", "女"], ["李四", "讲师", 35, 10, "1990年", "图像", "男"]], False),
    ],
)
def test_terms_with_ticks_or_words(row, is_read):
    plan = plan_of(word(HEAD[0][0], [TERMS, *OF_TERMS], "其他", row))

    assert [each.name for each in plan.lines[2:]] == ([each[0] for each in row] if is_read else [])


def test_the_words_of_a_rest_are_not_those_of_the_table_after_it():
    rest = [[4, "军训", "实践", 2, 112, 1]]
    plan = plan_of(word(HEAD[0][0], [HEADING, *COURSES], "续表", rest, "师资", [[1, "张三", "女", 45, 20, "教授"]]))

    assert [each.name for each in plan.lines[3:]] == ["军训"]


def test_the_rest_of_a_table_of_another_kind_is_none_of_courses():
    teachers = [[[1, "张三", "女", 45, 20, "教授"]], [[2, "李四", "男", 35, 10, "讲师"]]]
    plan = plan_of(word(HEAD[0][0], [HEADING, *COURSES], "师资", teachers[0], "续表", teachers[1]))

    assert len(plan.lines) == len(COURSES)


def test_the_rest_of_a_rest_is_compared_with_it():
    parts = [[[4, "网络", "选修", 4, 64, 3]], [[5, "图像", "选修", 2, 32, 4]], [[1, "张三", "女", 45, 20, "教授"]]]
    plan = plan_of(word(HEAD[0][0], [HEADING, *COURSES], "续表", parts[0], "续表", parts[1], "师资", parts[2]))

    assert [each.name for each in plan.lines[3:]] == ["网络", "图像"]


def test_a_table_of_courses_is_read_once_for_all_tables_held_against_it(monkeypatch):
    held = []

    def counted(grid, header):
        held.append(grid.row_count)
        return table_rows(grid, header)

    monkeypatch.setattr(rests_of_tables, "table_rows", counted)
    others = [part for _ in range(5) for part in ("师资", [[1, "张三", "女", 45, 20, "教授"]])]
    plan = plan_of(word(HEAD[0][0], [HEADING, *COURSES], *others))

    assert len(plan.lines) == len(COURSES)
    assert held.count(len(COURSES) + 1) == 1
