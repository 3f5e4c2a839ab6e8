"""``oneplusx plan export``: the file is read back by ``plan import`` as the plan it was made from."""

import orjson
import pytest
from openpyxl import load_workbook

from tests.command_line import oneplusx
from tests.conftest import settings_of
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, flat_rows, word
from tests.server.commands.test_training_plans import with_major


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "plan.xlsx").write_bytes(workbook(SheetOf("课程", with_major("软件技术", "510203"))))
    return tmp_path


def report(name, folder):
    done = oneplusx("plan", "import", name, "--dry-run", "--json", folder=folder)
    (plan,) = orjson.loads(done.stdout)["plans"]
    about_the_document = {"columns", "guesses", "problems", "notRead", "totals"}
    return {
        **{name: value for name, value in plan.items() if name not in about_the_document},
        "lines": [
            {name: value for name, value in each.items() if name not in {"place", "at"}} for each in plan["lines"]
        ],
    }


def test_an_exported_plan_is_imported_as_the_one_it_was_made_from(folder):
    done = oneplusx(
        "plan", "export", "plan.xlsx", "--xlsx", "out.xlsx", "--docx", "out.docx", folder=folder, LC_ALL="zh_CN"
    )

    assert (done.returncode, done.stdout.splitlines(), done.stderr) == (
        0,
        ["out.xlsx：5 行，已回读核对", "out.docx：5 行，已回读核对"],
        "",
    )
    assert report("out.xlsx", folder) == report("out.docx", folder) == report("plan.xlsx", folder)


def test_a_command_that_names_no_file_to_write_is_refused(folder):
    done = oneplusx("plan", "export", "plan.xlsx", folder=folder)

    assert (done.returncode, done.stderr.split()[0]) == (1, "NOTHING_TO_WRITE")


def test_a_file_that_is_there_is_written_over_only_when_asked(folder):
    first, again, over = (
        oneplusx("plan", "export", "plan.xlsx", "--xlsx", "out.xlsx", *more, folder=folder)
        for more in ([], [], ["--replace"])
    )

    assert [first.returncode, again.returncode, over.returncode] == [0, 1, 0]
    assert again.stderr.split()[0] == "FILE_EXISTS"


def test_of_several_plans_one_is_chosen_by_its_number(folder):
    (folder / "two.xlsx").write_bytes(
        workbook(SheetOf("甲", with_major("软件技术", "510203")), SheetOf("乙", with_major("大数据技术", "510205")))
    )

    asked, second, none = (
        oneplusx("plan", "export", "two.xlsx", "--xlsx", f"{at}.xlsx", *more, folder=folder, LC_ALL="en_US")
        for at, more in enumerate(([], ["--plan", "2"], ["--plan", "3"]))
    )

    assert (asked.returncode, none.returncode) == (1, 1)
    assert (
        asked.stderr
        == none.stderr
        == ("PLAN_CHOICE Choose one of the plans of the file by --plan: 1 软件技术; 2 大数据技术.\n")
    )
    assert (second.returncode, report("1.xlsx", folder)["head"]["majorCode"]) == (0, "510205")


def test_what_the_file_does_not_carry_is_printed_and_ends_with_one(folder):
    # A cell holds 32,767 characters.
    (folder / "plan.docx").write_bytes(word(HEAD[0][0], flat_rows()[1:], "注：" + "甲" * 33_000))

    done = oneplusx("plan", "export", "plan.docx", "--xlsx", "out.xlsx", folder=folder, LC_ALL="en_US")

    assert (done.returncode, done.stdout.splitlines()) == (
        1,
        [
            "out.xlsx: 5 lines, read back and compared",
            f"  not carried by the file: note 1, text: 注:{'甲' * 58}…, read back as 注:{'甲' * 58}…",
        ],
    )


def rows_of(file, table):
    return [[cell.value for cell in row] for row in load_workbook(file)[table]]


def test_changes_from_the_version_before_stand_in_the_file(folder):
    rows = [list(each) for each in with_major("软件技术", "510203")]
    rows[-1][4] = rows[-1][4] + 1
    (folder / "next.xlsx").write_bytes(workbook(SheetOf("课程", rows)))

    done = oneplusx(
        "plan", "export", "next.xlsx", "--before", "plan.xlsx", "--xlsx", "out.xlsx", folder=folder, LC_ALL="en_US"
    )

    assert (done.returncode, done.stderr) == (0, "")
    changes = rows_of(folder / "out.xlsx", "变更清单")
    assert changes[1] == ["变更类型", "变更对象", "变更项", "变更前", "变更后"]
    assert [each[:3] for each in changes[2:3]] == [["调整课程", rows[-1][1], "学分"]]


def test_courses_that_were_renamed_with_other_figures_are_read_back_once(folder):
    rows = [list(each) for each in with_major("软件技术", "510203")]
    for row in rows[2:]:
        row[1:7] = [f"{row[1]}（一）", *row[2:4], row[4] + 1, row[5] + 16, row[6] + 16]
    (folder / "next.xlsx").write_bytes(workbook(SheetOf("课程", rows)))

    done = oneplusx(
        "plan", "export", "next.xlsx", "--before", "plan.xlsx", "--xlsx", "out.xlsx", "--docx", "out.docx",
        folder=folder, LC_ALL="en_US",
    )  # fmt: skip

    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        ["out.xlsx: 5 lines, read back and compared", "out.docx: 5 lines, read back and compared"],
    )
    assert [each[2] for each in rows_of(folder / "out.xlsx", "变更清单")[2:5]] == ["课程名称", "学分", "总学时"]


def test_the_recognition_of_credits_stands_in_the_file_though_no_rule_is_known(folder):
    oneplusx("plan", "export", "plan.xlsx", "--xlsx", "out.xlsx", folder=folder)

    assert rows_of(folder / "out.xlsx", "学分认定表")[2:] == [
        ["—", "—", None, "—", "方案未列职业技能等级证书，没有可认定的内容"]
    ]


ILLUSTRATIVE = "TrainingPlan:示例院校（虚构）:软件技术（示例）:2026级"


def test_a_plan_of_the_graph_is_exported_with_what_the_graph_knows_of_it(national_address, tmp_path):
    settings = settings_of(national_address)

    done = oneplusx("plan", "export", ILLUSTRATIVE, "--xlsx", "out.xlsx", folder=tmp_path, LC_ALL="en_US", **settings)
    none = oneplusx("plan", "export", f"{ILLUSTRATIVE}9", "--xlsx", "no.xlsx", folder=tmp_path, **settings)

    assert (done.returncode, done.stderr, done.stdout.splitlines()) == (
        0,
        "",
        ["out.xlsx: 49 lines, read back and compared"],
    )
    assert [each[3:] for each in rows_of(tmp_path / "out.xlsx", "学分认定表")[2:3]] == [
        ["待定", "未收录本校的学分认定规则"]
    ]
    assert (none.returncode, none.stderr.split()[0], (tmp_path / "no.xlsx").exists()) == (1, "NOT_FOUND", False)
