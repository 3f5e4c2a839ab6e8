"""``oneplusx import standards``: the list of the platform is reported compared with the graph, confirmed, and taken out again."""

import hashlib

import orjson
import pytest

from tests.command_line import kept_engine, oneplusx
from tests.interchange.standard_lists.made_lists import answer, as_bytes, as_lines, certificate, standard
from tests.resolvers.editing.small_seeds import write_small_seeds

LIST = as_bytes(
    [
        answer(standard(), standard(4), certificate(), total=446),
        answer(standard(), standard(5, standardUrl=None), standard(6, standardCode="990005")),
    ]
)


def run(home, *arguments, **settings):
    folders = {"ONEPLUSX_DATA_DIR": str(home / "var"), "ONEPLUSX_SEEDS_DIR": str(home / "seeds")}
    return oneplusx(*arguments, folder=home, **folders, **settings)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A folder with a graph and a list, and a reviewer's token."""
    home = tmp_path_factory.mktemp("lists")
    with kept_engine(home / "var"):
        write_small_seeds(home / "seeds")
        assert run(home, "load").returncode == 0
        added = run(home, "editors", "add", "王老师", "--role", "reviewer")
        (home / "list.json").write_bytes(LIST)
        yield home, added.stdout.split()[-1]


@pytest.mark.engine("embedded")
def test_a_list_is_reported_confirmed_and_taken_out_again(office):
    home, token = office
    looked = run(home, "import", "standards", "list.json", "--dry-run", "--report", "report.json", LC_ALL="zh_CN")
    report = (home / "report.json").read_bytes()
    source = f"Source:import.{hashlib.sha256(LIST).hexdigest()[:16]}"
    confirm = ("import", "standards", "list.json", "--confirm", "report.json")
    refused = run(home, *confirm)
    written = run(home, *confirm, "--retrieved-on", "2026-11", ONEPLUSX_EDITOR_TOKEN=token)
    again = run(home, *confirm, ONEPLUSX_EDITOR_TOKEN=token)
    known = run(home, "import", "standards", "list.json", "--dry-run", "--report", "known.json")
    nothing = run(
        home, "import", "standards", "list.json", "--confirm", "known.json", ONEPLUSX_EDITOR_TOKEN=token, LC_ALL="zh_CN"
    )
    undone = run(home, "import", "undo", source, ONEPLUSX_EDITOR_TOKEN=token)

    # Two of the records contradict each other.
    assert (looked.returncode, looked.stderr) == (1, "")
    assert looked.stdout.splitlines() == [
        "记录 6 条：标准 4 个（3 个有文件键），证书等级 1 个；未采用 2 条",
        "清单不完整：共 446 条，至少缺 441 条。",
        "第 1 份应答共 446 条，只含 3 条",
        "图中对这些标准已有：没有 4",
        "将新增：证书 2，等级 6，颁发机构 2，标准代码 2，平台条目 2",
        "问题 1 处",
        (
            "  第 5、6 条：990005 示例证书5职业技能等级标准 示例科技（北京）有限公司; "
            "990005 示例证书6职业技能等级标准 示例科技（北京）有限公司：同一代码对应多个名称：未采用"
        ),
        "未读取 1 处",
        "  certificateDesc (1)：在图谱中没有对应位置的字段及其出现的记录数：未读取",
        f"报告 sha256 {hashlib.sha256(report).hexdigest()}；未写入任何内容。",
        "下一步：oneplusx import standards list.json --confirm report.json 写入。",
    ]
    values = orjson.loads(report)
    assert values["completeness"] == {
        "answers": 2,
        "total": 446,
        "missingAtLeast": 441,
        "cutAnswers": [{"answer": 1, "records": 3, "total": 446}],
    }
    first = values["standards"][0]
    assert (first["records"], first["code"], first["graph"]["state"]) == ([1, 4], "990003", "NOTHING")
    assert first["files"] == [{"key": "made/3.pdf", "name": "示例网页开发.pdf"}]
    assert refused.stderr.startswith("UNAUTHENTICATED ")
    assert (written.returncode, written.stderr) == (0, "")
    assert written.stdout == (
        f"{source} was written: Source 1, Organization 1, Certificate 2, CertificateLevel 6, StandardListing 2, "
        "ISSUED_BY 2, HAS_LEVEL 6, LISTED_ON_PLATFORM 2\n"
        "left out: 2; the report says why\n"
        f"`oneplusx import undo {source}` takes it out again.\n"
    )
    assert (again.returncode, again.stderr.split()[0]) == (1, "LIST_REPORT")
    assert "the graph has of the standards: catalogue entry only 2, nothing 2\nwould be added: -\n" in known.stdout
    assert known.stdout.endswith("; nothing was written.\nThere is nothing to write.\n")
    assert (nothing.returncode, nothing.stderr.split()[0]) == (1, "LIST_KNOWN")
    assert undone.stdout.startswith(f"The import of {source} was undone\ntaken out: Source 1, Organization 1,")


@pytest.mark.engine("embedded")
def test_a_certificate_that_is_there_is_counted_as_completed(office):
    home, token = office
    for name, listed in (("levels.json", certificate()), ("standards.json", standard())):
        (home / name).write_bytes(as_bytes([listed]))
        run(home, "import", "standards", name, "--dry-run", "--report", "own.json")
        written = run(home, "import", "standards", name, "--confirm", "own.json", ONEPLUSX_EDITOR_TOKEN=token)

    assert written.returncode == 0
    assert written.stdout.splitlines()[1] == "certificates that were there and were completed: 1"


@pytest.mark.engine("embedded")
def test_the_next_command_can_be_copied_where_paths_have_blanks(office):
    home, _ = office
    (home / "my list.json").write_bytes(as_bytes([standard(30)]))

    looked = run(home, "import", "standards", "my list.json", "--dry-run", "--report", "my report.json")

    assert looked.stdout.endswith(
        "\nNext: `oneplusx import standards 'my list.json' --confirm 'my report.json'` writes it.\n"
    )


@pytest.mark.engine("embedded")
def test_a_list_without_totals_says_that_its_size_is_not_known(office):
    home, _ = office
    (home / "lines.jsonl").write_bytes(as_lines(standard(20), standard(21)))

    looked = run(home, "import", "standards", "lines.jsonl", "--dry-run")

    assert (looked.returncode, looked.stderr) == (0, "")
    assert looked.stdout.splitlines()[:3] == [
        "2 records: 2 standards (2 with a file key), 0 levels of certificates; 0 left out",
        "No answer says how many there are: whether the list is whole is not known.",
        "the graph has of the standards: nothing 2",
    ]


def test_what_is_no_list_is_refused_by_name(tmp_path):
    (tmp_path / "cut.json").write_bytes(LIST[:-9])
    (tmp_path / "other.json").write_bytes(b'{"name": "x"}')
    (tmp_path / "standard.json").write_bytes(LIST)

    for arguments, code in (
        (["standards", "cut.json", "--dry-run"], "LIST_JSON"),
        (["standards", "other.json", "--dry-run"], "LIST_FORM"),
        (["standards", "none.json", "--dry-run"], "DOCUMENT_FILE"),
    ):
        done = oneplusx("import", *arguments, folder=tmp_path)
        assert (done.returncode, done.stderr.split()[0]) == (1, code)
    mistaken = oneplusx("import", "standard", "standard.json", "--dry-run", folder=tmp_path, LC_ALL="en_US")
    assert mistaken.stderr.startswith("DOCUMENT_LIST The file is JSON; here one document is read:")
    assert " If it is the national platform's list of standards, import it by " in mistaken.stderr
    assert mistaken.stderr.endswith("\n`oneplusx import standards LIST.json --dry-run` reads a list.\n")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--dry-run", "--confirm", "r.json"],
        ["--confirm", "r.json", "--retrieved-on", "gestern"],
        ["--dry-run", "--retrieved-on", "2026"],
        ["--confirm", "r.json", "--retrieved-on", "2026-02-31"],
        ["--confirm", "r.json", "--retrieved-on", "2026-13"],
        ["--confirm", "r.json", "--retrieved-on", "2026-11-2"],
    ],
)
def test_options_that_do_not_fit_together_are_named(tmp_path, arguments):
    done = oneplusx("import", "standards", "list.json", *arguments, folder=tmp_path, LC_ALL="zh_CN")

    assert (done.returncode, done.stderr.split()[0]) == (2, "USAGE")
