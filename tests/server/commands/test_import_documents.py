"""``oneplusx import standard``: a dry run says what was read, in the language of the environment."""

import hashlib
import os
from unittest.mock import patch

import orjson
import pytest

from server.commands.graph_access import with_database
from tests.command_line import kept_engine, oneplusx
from tests.interchange.documents.made_documents import docx, paragraph
from tests.interchange.standard_imports.imports import HEAD, run_all
from tests.interchange.standard_imports.test_carried_alignments import ALIGN
from tests.interchange.standards.made_standards import CONTENT, Layout, standard_docx, standard_pdf
from tests.interchange.standards.made_teaching import teaching_docx
from tests.resolvers.editing.small_seeds import write_small_seeds

CONFIRMING = (
    "下一步：oneplusx import standard standard.docx --confirm report.json --dry-run 显示将写入的内容和待答的问题；"
    "oneplusx import standard standard.docx --confirm report.json 写入。"
)


def test_a_dry_run_prints_counts_and_writes_the_report(tmp_path):
    (tmp_path / "standard.docx").write_bytes(standard_docx())

    done = oneplusx(
        "import", "standard", "standard.docx", "--dry-run", "--report", "report.json", folder=tmp_path, LC_ALL="zh_CN"
    )
    report = (tmp_path / "report.json").read_bytes()

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "示例网页开发职业技能等级标准  990003",
        "初级：工作领域 2，工作任务 3，职业技能要求 7",
        "中级：工作领域 1，工作任务 2，职业技能要求 4",
        "高级：工作领域 1，工作任务 2，职业技能要求 3",
        "适用专业 0，岗位 0",
        f"报告 sha256 {hashlib.sha256(report).hexdigest()}；未写入任何内容。",
        CONFIRMING,
    ]
    assert orjson.loads(report)["counts"] == {"ELEMENTARY": 7, "INTERMEDIATE": 4, "ADVANCED": 3}


def test_a_teaching_standard_is_known_by_its_title(tmp_path):
    (tmp_path / "standard.docx").write_bytes(teaching_docx())

    done = oneplusx(
        "import", "standard", "standard.docx", "--dry-run", "--report", "report.json", folder=tmp_path, LC_ALL="zh_CN"
    )
    report = (tmp_path / "report.json").read_bytes()

    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        [
            "示例商务专业教学标准（高等职业教育专科）  539901  示例商务",
            "专业基础课程：2 门",
            "专业核心课程：2 门",
            "专业拓展课程：3 门",
            "职业 2，岗位 2，证书 2，规则 10",
            "未读取 1 处",
            "  第 1 页：1概述：在图谱中没有对应位置：除带数字的规定外未读取",
            f"报告 sha256 {hashlib.sha256(report).hexdigest()}；未写入任何内容。",
            CONFIRMING,
        ],
    )
    assert orjson.loads(report)["counts"] == {"CORE": 2, "EXTENSION": 3, "FOUNDATION": 2}


def test_problems_are_listed_with_their_place_and_end_with_one(tmp_path):
    one = {"初级": {"网页基础开发": CONTENT["初级"]["网页基础开发"]}}
    (tmp_path / "standard.pdf").write_bytes(standard_pdf(Layout(shown={"1.2.3": "1.2.5"}), content=one))

    done = oneplusx("import", "standard", "standard.pdf", "--dry-run", folder=tmp_path, LC_ALL="en_US")

    assert done.returncode == 1
    assert done.stdout.splitlines()[:-1] == [
        "示例网页开发职业技能等级标准  990003",
        "ELEMENTARY: 1 work areas, 2 tasks, 5 requirements",
        "0 majors, 0 positions",
        "problems: 2",
        "  page 1, table 1, row 4: 1.2.3: the numbers skip this one: see whether the document lacks it, or we do",
        "  page 1, table 1, row 4: 1.2.4: the numbers skip this one: see whether the document lacks it, or we do",
    ]


def test_a_document_that_is_no_standard_and_a_file_that_is_not_there_are_refused(tmp_path):
    (tmp_path / "letter.docx").write_bytes(docx(paragraph("一封信")))

    for name, code in (("letter.docx", "STANDARD_NOT_FOUND"), ("none.pdf", "DOCUMENT_FILE")):
        done = oneplusx("import", "standard", name, "--dry-run", folder=tmp_path, LC_ALL="zh_CN")

        assert (done.returncode, done.stderr.split()[0]) == (1, code)


def test_without_dry_run_or_confirm_it_says_what_is_missing(tmp_path):
    done = oneplusx("import", "standard", "standard.pdf", folder=tmp_path, LC_ALL="zh_CN")

    assert (done.returncode, done.stderr) == (2, "USAGE 请给出 --dry-run 或 --confirm 报告。\n")


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A folder with a graph, a reviewer's token, a document and the report on it."""
    home = tmp_path_factory.mktemp("imports")
    with kept_engine(home / "var"):
        write_small_seeds(home / "seeds")
        assert run(home, "load").returncode == 0
        added = run(home, "editors", "add", "王老师", "--role", "reviewer")
        (home / "standard.docx").write_bytes(standard_docx(before=HEAD))
        assert run(home, "import", "standard", "standard.docx", "--dry-run", "--report", "report.json").returncode == 0
        yield home, added.stdout.split()[-1]


def run(home, *arguments, **settings):
    folders = {"ONEPLUSX_DATA_DIR": str(home / "var"), "ONEPLUSX_SEEDS_DIR": str(home / "seeds")}
    return oneplusx(*arguments, folder=home, **folders, **settings)


ANSWERED = (
    "--answer",
    "major-1=none",
    "--answer",
    "major-2=none",
    "--answer",
    "major-3=none",
    "--answer",
    "major-4=none",
)


@pytest.mark.engine("embedded")
def test_a_confirmed_report_is_written_once(office):
    home, token = office
    command = ("import", "standard", "standard.docx", "--confirm", "report.json")

    asked = run(home, *command, ONEPLUSX_EDITOR_TOKEN=token)
    shown = run(home, *command, *ANSWERED, "--dry-run")
    refused = run(home, *command, *ANSWERED)
    carried = run(home, *command, *ANSWERED, "--carry-from", "0.9", ONEPLUSX_EDITOR_TOKEN=token)
    written = run(home, *command, *ANSWERED, ONEPLUSX_EDITOR_TOKEN=token)
    again = run(home, *command, *ANSWERED, ONEPLUSX_EDITOR_TOKEN=token)
    known = run(home, "import", "standard", "standard.docx", "--dry-run")
    (home / "later.docx").write_bytes(standard_docx(before=("（2023年2.0版）", *HEAD[1:])))
    later = run(home, "import", "standard", "later.docx", "--dry-run", "--report", "later.json")
    later_dry = ("import", "standard", "later.docx", "--confirm", "later.json", *ANSWERED, "--dry-run")
    offered = run(home, *later_dry)
    nothing = run(home, *later_dry, "--carry-from", "")
    undo = ("import", "undo", "SkillStandard:990003:1.0")
    would, undone, twice = (run(home, *undo, *how, ONEPLUSX_EDITOR_TOKEN=token) for how in (["--dry-run"], [], []))

    assert (asked.returncode, asked.stderr.split()[0]) == (1, "IMPORT_QUESTIONS")
    assert (
        "\n  major-4: 高等职业学校 网站管理: which major is it? EDITION:CODE, such as 2021:510203. none: the certificate gets no link from this name; choices: none\n"
        in asked.stderr
    )
    assert shown.stdout.startswith("SkillStandard:990003:1.0 would be written; nothing was: ")
    assert refused.stderr.startswith(
        "UNAUTHENTICATED Writing needs an editor's token. Set ONEPLUSX_EDITOR_TOKEN to it."
    )
    assert (carried.returncode, carried.stderr.split()[0]) == (1, "EARLIER_VERSION")
    assert (written.returncode, written.stderr) == (0, "")
    assert written.stdout == (
        "SkillStandard:990003:1.0 was written: Source 1, Certificate 1, CertificateLevel 3, JobRole 2, SkillStandard 1, "
        "StandardLevel 3, WorkArea 4, WorkTask 7, SkillRequirement 14, links 37 (0 to majors)\n"
        "Next: `oneplusx export alignments FILE.xlsx --certificate 990003 --standard MAJOR --suggestions 100`; decide on "
        "the rows, and bring it back with `oneplusx import alignments`. The explorer gives the same table at /fit.\n"
    )
    assert (again.returncode, again.stderr.split()[0]) == (1, "STANDARD_EXISTS")
    assert known.stdout.splitlines()[-1] == (
        "SkillStandard:990003:1.0 is in the graph already: `--confirm REPORT --dry-run` says what an import would change."
    )
    assert "\nThe graph has other versions: SkillStandard:990003:1.0.\n" in later.stdout
    assert "--carry-from" not in offered.stdout
    assert (nothing.returncode, nothing.stdout) == (0, offered.stdout)
    begin = "The import of SkillStandard:990003:1.0"
    assert would.stdout.startswith(f"{begin} can be undone; the graph is as before.\nwould be taken out: Source 1,")
    assert would.stdout.endswith("\nwould be as before: -\n")
    assert undone.stdout.startswith(f"{begin} was undone\ntaken out: Source 1,")
    assert undone.stdout.endswith("as before: -\n")
    assert (twice.returncode, twice.stderr.split()[0]) == (1, "NOTHING_TO_UNDO")


# The small seeds have a course already.
OWN_ALIGN = [each.replace("MATCH (c:Course)", "MATCH (c:Course {sequence: 1})") for each in ALIGN[1:]]


@pytest.mark.engine("embedded")
def test_what_could_be_carried_is_counted_of_the_corrected_document(tmp_path):
    later = [each.replace("1.0版", "2.0版") for each in HEAD]
    (tmp_path / "first.docx").write_bytes(standard_docx(before=HEAD))
    (tmp_path / "later.docx").write_bytes(standard_docx(before=later))
    (tmp_path / "corrections.json").write_text('[{"item": "ELEMENTARY:1:1:1", "text": "会做别的事情"}]', "utf-8")
    command = ("import", "standard")
    with kept_engine(tmp_path / "var"):
        write_small_seeds(tmp_path / "seeds")
        run(tmp_path, "load")
        token = run(tmp_path, "editors", "add", "王老师", "--role", "reviewer").stdout.split()[-1]
        for name in ("first", "later"):
            run(tmp_path, *command, f"{name}.docx", "--dry-run", "--report", f"{name}.json")
        first = (*command, "first.docx", "--confirm", "first.json", *ANSWERED)
        assert run(tmp_path, *first, ONEPLUSX_EDITOR_TOKEN=token).returncode == 0
        with patch.dict(os.environ, {"ONEPLUSX_DATA_DIR": str(tmp_path / "var")}):
            with_database(lambda database: run_all(database, *OWN_ALIGN))
        look = (*command, "later.docx", "--confirm", "later.json", *ANSWERED, "--dry-run")
        shown = [run(tmp_path, *look, *how) for how in ([], ["--corrections", "corrections.json"])]

    assert [each.stdout.splitlines()[-1].partition(" would ")[2].partition(".")[0] for each in shown] == [
        "suggest 4 alignments; of 0 the requirement is gone",
        "suggest 3 alignments; of 1 the requirement is gone",
    ]


@pytest.mark.engine("embedded")
def test_a_look_at_a_standard_that_is_new_says_so(office):
    home, _ = office
    (home / "teaching.docx").write_bytes(teaching_docx())

    looked = run(home, "import", "standard", "teaching.docx", "--dry-run")

    assert looked.stdout.splitlines()[-1] == "The graph has no version of this standard."


def test_where_the_graph_does_not_answer_the_look_says_what_was_not_asked(tmp_path):
    (tmp_path / "standard.docx").write_bytes(standard_docx())
    nowhere = {"ONEPLUSX_NEO4J_URI": "bolt://127.0.0.1:1", "ONEPLUSX_NEO4J_PASSWORD": "unused"}

    done = oneplusx("import", "standard", "standard.docx", "--dry-run", folder=tmp_path, LC_ALL="en_US", **nowhere)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].startswith("No graph answered (")


@pytest.mark.engine("embedded")
def test_a_report_of_another_file_or_of_an_earlier_look_is_refused(office):
    home, _ = office
    (home / "other.docx").write_bytes(standard_docx())
    (home / "altered.json").write_bytes(
        (home / "report.json").read_bytes().replace("网页制作".encode(), "网站制作".encode())
    )

    for file, report in (("other.docx", "report.json"), ("standard.docx", "altered.json")):
        done = run(home, "import", "standard", file, "--confirm", report)

        assert (done.returncode, done.stderr.split()[0]) == (1, "REPORT_DIFFERS")


def test_the_template_is_written_empty_and_filled_and_read_back(tmp_path):
    (tmp_path / "standard.docx").write_bytes(standard_docx(before=HEAD))
    look = ("import", "standard", "standard.docx", "--dry-run")

    empty = oneplusx("import", "standard", "--template", "empty.xlsx", folder=tmp_path)
    filled = oneplusx(*look, "--template", "filled.xlsx", folder=tmp_path)
    back = oneplusx("import", "standard", "filled.xlsx", "--dry-run", folder=tmp_path)
    nothing = oneplusx("import", "standard", "empty.xlsx", "--dry-run", folder=tmp_path)

    assert (empty.returncode, filled.returncode, back.returncode) == (0, 0, 0)
    assert back.stdout.splitlines()[:4] == filled.stdout.splitlines()[:4]
    assert back.stdout.startswith("示例网页开发职业技能等级标准  990003  1.0\n")
    assert (nothing.returncode, nothing.stderr.split()[0]) == (1, "STANDARD_TEMPLATE")


def test_the_template_is_for_skill_standards_and_a_command_names_a_file(tmp_path):
    (tmp_path / "standard.docx").write_bytes(teaching_docx())

    teaching = oneplusx("import", "standard", "standard.docx", "--dry-run", "--template", "t.xlsx", folder=tmp_path)
    without = oneplusx("import", "standard", "--dry-run", folder=tmp_path)

    assert (teaching.returncode, teaching.stderr) == (
        2,
        "USAGE The template is of skill level standards; this is a teaching standard.\n",
    )
    assert (without.returncode, without.stderr) == (2, "USAGE Name a document, or give --template FILE.\n")


@pytest.mark.engine("embedded")
@pytest.mark.parametrize(
    ("content", "code"), [("[]", "ANSWERS_FILE"), ("{", "ANSWERS_FILE"), ('{"major-1": 1}', "ANSWERS_FILE")]
)
def test_a_file_of_answers_is_an_object_of_texts(content, code, office):
    home, _ = office
    (home / "answers.json").write_text(content)

    done = run(home, "import", "standard", "standard.docx", "--confirm", "report.json", "--answers", "answers.json")

    assert (done.returncode, done.stderr.split()[0]) == (1, code)


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        (
            "en_US",
            (
                "REPORT_FILE absent/report.json cannot be written (No such file or directory). Name a file in a folder that "
                "this user may write to."
            ),
        ),
        (
            "zh_CN",
            "REPORT_FILE 无法写入 absent/report.json（No such file or directory）。请指定当前用户可写目录中的文件。",
        ),
    ],
)
def test_a_report_that_cannot_be_written_is_an_error_of_ours(language, reply, tmp_path):
    (tmp_path / "standard.docx").write_bytes(standard_docx())

    done = oneplusx(
        "import",
        "standard",
        "standard.docx",
        "--dry-run",
        "--report",
        "absent/report.json",
        folder=tmp_path,
        LC_ALL=language,
    )

    assert (done.returncode, done.stdout, done.stderr.splitlines()) == (1, "", [reply])


def test_corrections_come_back_in_the_table_that_the_dry_run_writes(tmp_path):
    (tmp_path / "standard.docx").write_bytes(standard_docx())
    look = ("import", "standard", "standard.docx", "--dry-run", "--report", "report.json")
    before = oneplusx(*look, "--corrections-template", "corrections.csv", folder=tmp_path, LC_ALL="zh_CN")
    report, table = (tmp_path / "report.json").read_bytes(), (tmp_path / "corrections.csv").read_text("utf-8-sig")
    filled = table.replace("能用SELECT查询单表,,,,,", "能用SELECT查询单表,,,,是,")
    (tmp_path / "corrections.csv").write_text(filled, "utf-8-sig")

    after = oneplusx(*look, "--corrections", "corrections.csv", folder=tmp_path, LC_ALL="zh_CN")

    assert (before.returncode, before.stdout.splitlines()[1]) == (0, "初级：工作领域 2，工作任务 3，职业技能要求 7")
    assert after.stdout.splitlines()[1:2] == ["初级：工作领域 2，工作任务 3，职业技能要求 6"]
    assert after.returncode == 1
    assert "2.1.1：编号在此缺号" in after.stdout
    assert (tmp_path / "report.json").read_bytes() == report
