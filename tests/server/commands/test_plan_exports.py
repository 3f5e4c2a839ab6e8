"""``oneplusx plan export``: the file is read back by ``plan import`` as the plan it was made from."""

import orjson
import pytest

from tests.command_line import oneplusx
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
            f"  not carried by the file: notes.1.text: 注:{'甲' * 58}…, read back as 注:{'甲' * 58}…",
        ],
    )
