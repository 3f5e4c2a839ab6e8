"""Standards of five publishers, as Word files and as LibreOffice prints them: the trees were written down before."""

import shutil
import subprocess

import pytest

from interchange.standards.skill.skill_tree import read_skill_standard
from interchange.standards.standard_document import standard_of
from interchange.standards.teaching.teaching_reading import read_teaching_standard
from interchange.standards.teaching.teaching_standard import CodedName
from tests.interchange.documents.made_documents import read_here
from tests.interchange.standards.flowing_pages import body, flowing_pdf, heading
from tests.interchange.standards.made_standards import tree
from tests.interchange.standards.office_documents import office_pdf
from tests.interchange.standards.stranger_standards import SKILL, TEACHING, official_teaching, secondary_teaching
from tests.interchange.standards.test_skill_layouts import named

HEADS = {
    "occupational": ("农机智能作业职业技能等级标准", "990021", "1.0", 2022, "2022-06", 4, 0),
    "by area": ("失智老人照护职业技能等级标准", "990022", "2.0", 2021, "2021-12", 4, 3),
    "side by side": ("农机智能作业职业技能等级标准", "990023", "1.0", None, "", 0, 0),
}


@pytest.fixture(params=["docx", "pdf"])
def printed(request, tmp_path):
    """The file itself, or as LibreOffice prints it where that is installed with a Chinese font."""
    if request.param == "docx":
        return lambda data: data
    if not (shutil.which("soffice") and shutil.which("fc-list")):
        pytest.skip("LibreOffice is not installed")
    if not subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=True).stdout:
        pytest.skip("no Chinese font is installed")
    return lambda data: office_pdf(data, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("name", SKILL)
def test_a_skill_standard_of_another_publisher_is_read_exactly(name, printed):
    data, wanted = SKILL[name]()
    reading = read_skill_standard(read_here(printed(data)))
    head = reading.head

    assert tree(reading) == wanted
    assert (
        head.title,
        head.code,
        head.version,
        head.year,
        head.date,
        len(head.majors),
        len(head.positions),
    ) == HEADS[name]
    assert reading.problems == ()
    assert {each.rule for each in reading.not_read} <= {"text-of-another-column"}


@pytest.mark.slow
@pytest.mark.parametrize("name", TEACHING)
def test_a_teaching_standard_of_another_publisher_is_read_exactly(name, printed):
    data, wanted = TEACHING[name]()
    reading = read_teaching_standard(read_here(printed(data)))

    assert [(each.module, each.name, each.tasks, each.content) for each in reading.courses] == wanted
    assert reading.problems == ()


def test_the_head_of_a_bachelors_programme():
    reading = read_teaching_standard(read_here(official_teaching()[0]))

    assert (reading.title, reading.major, reading.education, reading.years) == (
        "智慧农机技术专业教学标准（高等职业教育本科）",
        CodedName("210109", "智慧农机技术"),
        "高等职业教育本科",
        "四年",
    )
    assert reading.industries == (CodedName("01", "农业"), CodedName("05", "农、林、牧、渔专业及辅助性活动"))
    assert reading.occupations == (CodedName("5-05-05", "农机化服务人员"), CodedName("5-05-01-00", "农业技术员"))
    assert (reading.positions, reading.certificates) == (
        ("智能农机操作", "农机作业管理", "农机技术服务"),
        ("农机智能作业", "无人机驾驶"),
    )
    assert {each.item: each.value for each in reading.rules} == {
        "total_hours_min": "3200",
        "hours_per_credit": "16～18",
        "public_hours_share_min": "25%",
        "practice_hours_share_min": "60%",
        "internship_months": "6",
        "students_per_teacher_max": "18:1",
        "dual_qualified_share_min": "50%",
    }
    assert named(reading.guesses) == [("name-with-marks-within", "农、林、牧、渔专业及辅助性活动")]


def test_tables_of_other_kinds_of_courses_are_named_and_not_read():
    reading = read_teaching_standard(read_here(secondary_teaching()[0]))

    assert (reading.major, reading.years, reading.positions, reading.certificates) == (
        CodedName("610114", "农业机械使用与维护"),
        "3年",
        ("拖拉机驾驶员", "农机修理工"),
        ("农机驾驶操作员", "农机修理工"),
    )
    assert [(each.rule, each.place.table) for each in reading.not_read if each.place.table] == [
        ("table-of-no-courses", 2),
        ("table-of-no-courses", 4),
    ]


def test_a_title_that_is_the_running_head_of_each_page_tells_the_kind():
    title = "示例商务专业教学标准"
    pages = [each for number in range(1, 60) for each in body(f"第{number}段说明。")]
    data = flowing_pdf(
        heading(title), body("专业核心课程主要包括：网店运营、社群运营等领域的内容。"), pages, head=title
    )
    reading = standard_of(data, read_here(data)).reading

    assert (reading.title, [each.name for each in reading.courses]) == (title, ["网店运营", "社群运营"])
