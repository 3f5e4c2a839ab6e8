"""``oneplusx plan``: a dry run says what was read and asked; the template is written and read back."""

import hashlib

import orjson

from tests.command_line import oneplusx
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import flat_rows


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
