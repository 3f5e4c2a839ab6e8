"""``oneplusx plan``: a dry run says what was read and asked; the template is written and read back."""

import hashlib

import orjson
import pytest

from tests.command_line import oneplusx
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import flat_rows
from tests.resolvers.editing.small_seeds import write_small_seeds


def with_major(name, code):
    (title,), *rows = flat_rows()
    return [[title.replace("网页技术", name).replace("990001", code)], *rows]


def test_a_dry_run_prints_what_was_read_and_writes_the_report(tmp_path):
    (tmp_path / "plan.xlsx").write_bytes(workbook(SheetOf("课程", with_major("软件技术", "510203"))))

    done = oneplusx(
        "plan", "import", "plan.xlsx", "--dry-run", "--report", "report.json", folder=tmp_path, LC_ALL="zh_CN"
    )
    report = (tmp_path / "report.json").read_bytes()

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "示例职业技术学院  软件技术  510203  2025级",
        "计入 5 行，学分 15.5，学时 252",
        "公共基础课程：3 行",
        "专业基础课程：1 行",
        "专业核心课程：1 行",
        f"报告 sha256 {hashlib.sha256(report).hexdigest()}；未写入任何内容。",
    ]
    assert len(orjson.loads(report)["plans"][0]["lines"]) == 5


def test_a_code_of_another_major_ends_with_one_and_names_the_candidates(tmp_path):
    (tmp_path / "plan.xlsx").write_bytes(workbook(SheetOf("课程", with_major("市场营销", "630701"))))

    done = oneplusx("plan", "import", "plan.xlsx", "--dry-run", folder=tmp_path, LC_ALL="en_US")
    (problem,) = [each for each in done.stdout.splitlines() if each.startswith("  630701")]

    assert done.returncode == 1
    assert problem.startswith("  630701 市场营销: no edition of the catalogue has this code with this name")
    assert "2021 530605 市场营销; 2021 630701 建筑材料智能生产技术" in problem


def test_json_is_the_report_itself(tmp_path):
    (tmp_path / "plan.xlsx").write_bytes(workbook(SheetOf("课程", with_major("软件技术", "510203"))))

    done = oneplusx("plan", "import", "plan.xlsx", "--dry-run", "--json", "--report", "r.json", folder=tmp_path)

    assert (done.returncode, done.stdout.encode()) == (0, (tmp_path / "r.json").read_bytes())


def test_the_template_is_written_once_and_is_empty_when_read(tmp_path):
    first = oneplusx("plan", "template", "form.xlsx", folder=tmp_path, LC_ALL="en_US")
    again = oneplusx("plan", "template", "form.xlsx", folder=tmp_path, LC_ALL="en_US")
    read = oneplusx("plan", "import", "form.xlsx", "--dry-run", folder=tmp_path, LC_ALL="en_US")

    assert (first.returncode, first.stdout) == (
        0,
        "form.xlsx: fill it in, then run oneplusx plan import form.xlsx --dry-run\n",
    )
    assert (again.returncode, again.stderr.split()[0]) == (1, "FILE_EXISTS")
    assert (read.returncode, read.stderr.split()[0]) == (1, "TRAINING_PLAN_NOT_FOUND")


def test_a_file_that_is_no_document_is_refused_with_a_code(tmp_path):
    (tmp_path / "plan.xlsx").write_bytes(b"PK\x03\x04 nothing")

    done = oneplusx("plan", "import", "plan.xlsx", "--dry-run", folder=tmp_path, LC_ALL="en_US")

    assert (done.returncode, done.stdout, done.stderr.split()[0]) == (1, "", "DOCUMENT_DAMAGED")


@pytest.mark.engine("embedded")
def test_a_confirmed_report_is_written_once(tmp_path):
    write_small_seeds(tmp_path / "seeds")
    assert run(tmp_path, "load").returncode == 0
    token = run(tmp_path, "editors", "add", "王老师", "--role", "reviewer").stdout.split()[-1]
    (tmp_path / "plan.xlsx").write_bytes(workbook(SheetOf("课程", with_major("软件技术", "510203"))))
    look = ("plan", "import", "plan.xlsx")
    assert run(tmp_path, *look, "--dry-run", "--report", "report.json").returncode in {0, 1}
    confirm = (*look, "--confirm", "report.json")
    answers = ("--answer", "college=none", "--answer", "major=none")

    neither = run(tmp_path, *look)
    asked = run(tmp_path, *confirm, ONEPLUSX_EDITOR_TOKEN=token)
    shown = run(tmp_path, *confirm, *answers, "--dry-run")
    refused = run(tmp_path, *confirm, *answers)
    written = run(tmp_path, *confirm, *answers, ONEPLUSX_EDITOR_TOKEN=token)
    again = run(tmp_path, *confirm, *answers, ONEPLUSX_EDITOR_TOKEN=token)
    (tmp_path / "plan.xlsx").write_bytes(workbook(SheetOf("课程", with_major("软件技术", "510204"))))
    other = run(tmp_path, *confirm, *answers, ONEPLUSX_EDITOR_TOKEN=token)

    plan = "TrainingPlan:示例职业技术学院:软件技术:2025级:1"
    assert neither.returncode == 2
    assert (asked.returncode, asked.stderr.split()[0]) == (1, "IMPORT_QUESTIONS")
    assert shown.stdout.startswith(f"{plan} would be written; nothing was: ")
    assert refused.stderr.startswith("UNAUTHENTICATED ")
    assert (written.returncode, written.stderr) == (0, "")
    assert written.stdout == f"{plan} was written: Source 1, TrainingPlan 1, PlanCourse 5, links 5\n"
    assert (again.returncode, again.stderr.split()[0]) == (1, "TRAINING_PLAN_EXISTS")
    assert (other.returncode, other.stderr.split()[0]) == (1, "REPORT_DIFFERS")


def run(home, *arguments, **settings):
    folders = {"ONEPLUSX_DATA_DIR": str(home / "var"), "ONEPLUSX_SEEDS_DIR": str(home / "seeds")}
    return oneplusx(*arguments, folder=home, **folders, LC_ALL="en_US", **settings)


def test_columns_are_said_by_hand_once_and_read_by_their_headings_the_next_time(tmp_path):
    title, heading, *rows = with_major("软件技术", "510203")
    heading = [{"实践学时": "实操课"}.get(each, each) for each in heading]
    (tmp_path / "plan.xlsx").write_bytes(workbook(SheetOf("课程", [title, heading, *rows])))
    command = ("plan", "import", "plan.xlsx", "--dry-run", "--json", "--mapping", "columns.json")

    by_hand, again = (oneplusx(*command, *more, folder=tmp_path) for more in (("--column", "H=practiceHours"), ()))
    wrong = oneplusx(*command, "--column", "H=practice hours", folder=tmp_path)

    for done in (by_hand, again):
        (plan,) = orjson.loads(done.stdout)["plans"]
        assert [each["practiceHours"] for each in plan["lines"]] == [0, 10, 0, 32, 56]
        assert (done.returncode, plan["notRead"], plan["guesses"]) == (0, [], [])
    assert orjson.loads((tmp_path / "columns.json").read_bytes())["headings"]["实操课"] == "practiceHours"
    assert (wrong.returncode, wrong.stderr.split()[0]) == (1, "COLUMN_CHOICE")
