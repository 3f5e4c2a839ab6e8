"""``oneplusx plan``: a dry run says what was read and asked; the template is written and read back."""

import hashlib

import orjson
import pytest

from tests.command_line import kept_engine, oneplusx
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plan_imports.made_imports import PLAN, add_seeds, form
from tests.interchange.training_plan_imports.own_columns import BY_HAND, KEPT, table
from tests.interchange.training_plans.made_plans import flat_rows
from tests.resolvers.editing.small_seeds import write_small_seeds
from tests.seeds.conftest import FILES, SeedFolder


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


def test_corrections_are_judged_in_a_dry_run_and_leave_the_report_as_it_is(tmp_path):
    (tmp_path / "plan.xlsx").write_bytes(workbook(SheetOf("课程", with_major("软件技术", "510203"))))
    given = [{"item": "1:1:credits", "text": "9"}, {"item": "1:2", "remove": True}]
    (tmp_path / "right.json").write_bytes(orjson.dumps(given))
    (tmp_path / "wrong.json").write_bytes(orjson.dumps([{"item": "1:1:credits", "text": "viel"}]))
    (tmp_path / "other.json").write_bytes(orjson.dumps([{"item": "1:1:credits", "text": "9", "report": "0" * 64}]))
    read = ("plan", "import", "plan.xlsx", "--dry-run")

    plain = oneplusx(*read, folder=tmp_path, LC_ALL="zh_CN").stdout.splitlines()
    done = oneplusx(*read, "--corrections", "right.json", folder=tmp_path, LC_ALL="zh_CN").stdout.splitlines()
    shown = oneplusx(*read, "--corrections", "right.json", "--json", folder=tmp_path, LC_ALL="zh_CN").stdout
    refused = oneplusx(*read, "--corrections", "wrong.json", folder=tmp_path, LC_ALL="zh_CN")
    of_another = oneplusx(*read, "--corrections", "other.json", folder=tmp_path, LC_ALL="zh_CN")

    first, second = orjson.loads(shown)["plans"][0]["lines"][:2]
    assert (first["credits"], first["isCounted"], second["isCounted"]) == (900, True, False)
    assert done[1].startswith("计入 4 行，学分 ")
    assert done[1] != plain[1]
    assert done[-1] == plain[-1]
    assert refused.returncode == 1
    assert refused.stderr.startswith("IMPORT_CORRECTION “viel”不适合 1:1:credits ")
    assert of_another.stderr.startswith("IMPORT_CORRECTION 对 1:1:credits 的更正针对 sha256 为")


def test_choices_are_named_in_the_language(tmp_path):
    module = "专业拓展课程（至少选修3学分）"
    chosen = [[6, "大数据", module, "选修", 2, 32, 16, 16, 4], [7, "云计算", module, "选修", 2, 32, 16, 16, 4]]
    rows = [*with_major("软件技术", "510203"), *chosen]
    (tmp_path / "plan.xlsx").write_bytes(workbook(SheetOf("课程", rows)))

    shown = {
        locale: oneplusx("plan", "import", "plan.xlsx", "--dry-run", folder=tmp_path, LC_ALL=locale).stdout
        for locale in ("zh_CN", "en_US")
    }

    assert ("修满学分 3：" in shown["zh_CN"], "CHOOSE_CREDITS" in shown["zh_CN"]) == (True, False)
    assert "CHOOSE_CREDITS 3: " in shown["en_US"]


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


@pytest.fixture
def engine_of_commands(tmp_path):
    with kept_engine(tmp_path / "var"):
        yield


@pytest.mark.engine("embedded")
@pytest.mark.usefixtures("engine_of_commands")
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


@pytest.mark.engine("embedded")
@pytest.mark.usefixtures("engine_of_commands")
def test_a_draft_is_imported_by_an_editor_of_its_college_alone(tmp_path):
    seeds = SeedFolder(tmp_path / "seeds")
    for name, content in FILES.items():
        seeds.write(name, content)
    add_seeds(seeds)
    assert run(tmp_path, "load").returncode == 0
    add = ("editors", "add")
    own = run(tmp_path, *add, "王老师", "--role", "Reviewer", "--college", "4199900001").stdout.split()[-1]
    national = run(tmp_path, *add, "李老师", "--role", "reviewer").stdout.split()[-1]
    unknown = run(tmp_path, *add, "赵老师", "--role", "designer", "--college", "没有这所院校")
    (tmp_path / "plan.xlsx").write_bytes(form())
    look = ("plan", "import", "plan.xlsx")
    run(tmp_path, *look, "--dry-run", "--report", "report.json")
    confirm = (*look, "--confirm", "report.json", "--status", "draft")

    refused = run(tmp_path, *confirm, ONEPLUSX_EDITOR_TOKEN=national)
    written = run(tmp_path, *confirm, ONEPLUSX_EDITOR_TOKEN=own)

    assert (unknown.returncode, unknown.stderr.split()[0]) == (1, "BAD_ARGUMENT")
    listed = run(tmp_path, "editors", "list").stdout
    assert [each.split()[0] for each in listed.splitlines() if each.endswith("示例职业技术学院")] == ["王老师"]
    assert (refused.returncode, refused.stderr.split()[0]) == (1, "OTHER_COLLEGE")
    assert (written.returncode, written.stderr) == (0, "")
    exported = run(tmp_path, "plan", "export", PLAN, "--xlsx", "draft.xlsx")
    assert (exported.returncode, exported.stderr) == (0, "")
    assert written.stdout.startswith("TrainingPlan:示例职业技术学院:软件技术:2026级:1 was written: ")


@pytest.mark.engine("embedded")
@pytest.mark.usefixtures("engine_of_commands")
def test_columns_are_kept_for_the_college_shown_and_removed(tmp_path):
    seeds = SeedFolder(tmp_path / "seeds")
    for name, content in FILES.items():
        seeds.write(name, content)
    add_seeds(seeds)
    assert run(tmp_path, "load").returncode == 0
    add = ("editors", "add", "王老师", "--role", "Reviewer", "--college", "4199900001")
    token = run(tmp_path, *add).stdout.split()[-1]
    (tmp_path / "plan.xlsx").write_bytes(table())
    (tmp_path / "next.xlsx").write_bytes(table(2027))
    said = [part for each in BY_HAND for part in ("--column", each)]
    look = ("plan", "import", "plan.xlsx", *said)
    run(tmp_path, *look, "--dry-run", "--report", "report.json")

    written = run(tmp_path, *look, "--confirm", "report.json", ONEPLUSX_EDITOR_TOKEN=token)
    shown = run(tmp_path, "plan", "columns", ONEPLUSX_EDITOR_TOKEN=token)
    following = ("plan", "import", "next.xlsx", "--dry-run", "--json", "--college-columns")
    report = orjson.loads(run(tmp_path, *following, ONEPLUSX_EDITOR_TOKEN=token).stdout)
    without_token = run(tmp_path, *following)
    remove = ("plan", "columns", "--json", "--remove", "在校课时", "--remove", "没有的表头")
    removed = run(tmp_path, *remove, ONEPLUSX_EDITOR_TOKEN=token)

    assert (written.returncode, written.stderr) == (0, "")
    assert [each.split()[:3] for each in shown.stdout.splitlines()] == [
        [heading, KEPT[heading], "王老师"] for heading in sorted(KEPT)
    ]
    rules = {each["heading"]: each["rule"] for each in report["plans"][0]["columns"]}
    assert {rules[heading] for heading in KEPT} == {"column-by-college"}
    assert without_token.stderr.startswith("UNAUTHENTICATED ")
    assert [each["heading"] for each in orjson.loads(removed.stdout)] == ["企业课时"]
    assert (removed.returncode, removed.stderr) == (1, "Nothing is kept of 没有的表头.\n")


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
