"""A day's work in a spreadsheet: exported, changed, reported, confirmed, and exported again without a loss."""

import openpyxl
import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import RowsRefusedError
from graph.query.statement import Statement
from graph.upkeep import cover_links
from interchange.alignments.alignment_csv import write_alignment_csv
from interchange.alignments.alignment_workbook import write_alignment_workbook
from interchange.alignments.table_columns import COLUMNS
from interchange.alignments.table_reading import read_table
from interchange.alignments.table_report import changes_of, count_states, find_changes
from interchange.alignments.touched_pairs import Holder, TouchedPair
from interchange.documents.sheet_reading import read_sheets
from resolvers.editing.alignment_import import IMPORT_ALIGNMENTS
from resolvers.editing.transaction import perform
from server.commands.documents.export_documents import read_table as ask_table
from server.commands.documents.import_alignments import ROWS_SHOWN, next_lines
from tests.command_line import oneplusx
from tests.conftest import settings_of
from tests.resolvers.editing.office import (
    COURSE,
    DECIDE,
    OTHER,
    PROPOSAL,
    PROPOSE,
    REQUIREMENT,
    SECOND,
    Office,
    decision,
    office_with_proposals,
    open_office,
)

PLACES = {each.field: place for place, each in enumerate(COLUMNS)}
ENDS = [(COURSE, REQUIREMENT), (COURSE, SECOND), (OTHER, REQUIREMENT), (OTHER, SECOND)]


@pytest.fixture
async def office(database) -> Office:
    """Two designers and two reviewers at one small graph, and proposals of dora on three of four pairs."""
    made = await open_office(database)
    for course, requirement in ENDS[:3]:
        await made.change("dora", PROPOSE, {**PROPOSAL, "subject": course, "target": requirement})
    return made


async def exported(office: Office) -> list[dict]:
    return (await ask_table(office.database, None, None))["rows"]


def as_file(rows: list[dict], *, is_csv: bool = False) -> bytes:
    table = {"total": len(rows), "rows": rows, "courses": [], "requirements": []}
    return write_alignment_csv(table, "zh", for_excel=True) if is_csv else write_alignment_workbook(table, "zh")


async def imported(office: Office, who: str, data: bytes) -> dict[str, int]:
    findings = await find_changes(office.database.read, read_table(read_sheets(data)))
    assert [(each.line.number, each.problems) for each in findings if each.problems] == []
    if changes := changes_of(data, findings):
        await perform(office.database, IMPORT_ALIGNMENTS, {"rows": changes}, office.tokens[who], metadata={})
    return {name: count for name, count in count_states(findings).items() if count}


@pytest.mark.parametrize("is_csv", [False, True])
async def test_an_export_brought_back_changes_nothing(is_csv, office):
    rows = await exported(office)

    assert await imported(office, "dora", as_file(rows, is_csv=is_csv)) == {"UNCHANGED": 3}
    assert await exported(office) == rows
    assert await office.count("MATCH (c:Change) RETURN count(c)") == 3


async def test_new_changed_and_decided_rows_are_each_a_change_of_its_own(office):
    rows = await exported(office)
    rows[0] |= {"status": "ACCEPTED", "changeReason": "as read"}
    rows[1] |= {"status": "REJECTED"}
    rows[2] |= {"strength": 0.9, "rationale": "=第2单元"}
    new = {"course": OTHER, "requirement": SECOND, "kind": "NO_MATCH", "strength": 0, "rationale": "没有"}
    data = as_file([*rows, new])

    assert await imported(office, "rui", data) == {"NEW": 1, "CHANGED": 3}

    trail = Statement(
        "MATCH (c:Change)-[:CHANGED_ALIGNMENT]->(a) WHERE c.editor = 'rui' "
        "RETURN c.action, c.version, a.status, a.author, a.reviewer, a.strength ORDER BY c.action"
    )
    assert await office.database.read(trail) == [
        ["ACCEPT", 2, "ACCEPTED", "dora", "rui", 0.6],
        ["PROPOSE", 1, "SUGGESTED", "rui", None, 0.0],
        ["REJECT", 2, "REJECTED", "dora", "rui", 0.6],
        ["REVISE", 2, "SUGGESTED", "rui", None, 0.9],
    ]
    reasons = await office.database.read(Statement("MATCH (c:Change {action: 'REJECT'}) RETURN c.reason"))
    assert reasons[0][0].endswith(" 对接表!3")
    assert not await cover_links.disagreement(office.database)
    assert await office.count("MATCH ()-[c:COVERS]->() RETURN count(c)") == 1


async def test_a_revised_alignment_covers_nothing_until_it_is_accepted_again(office):
    own = (await exported(office))[0]
    await office.change("rui", DECIDE, decision({"alignment": {"id": own["alignment"], "version": 1}}))
    (row, *_) = await exported(office)

    assert await imported(office, "rosa", as_file([row | {"strength": 0.9}])) == {"CHANGED": 1}

    (row, *_) = await exported(office)
    assert (row["status"], row["author"], row["reviewer"], row["version"]) == ("SUGGESTED", "rosa", None, 3)
    assert await office.count("MATCH ()-[c:COVERS]->() RETURN count(c)") == 0
    await office.change("rui", DECIDE, decision({"alignment": {"id": own["alignment"], "version": 3}}))
    assert not await cover_links.disagreement(office.database)


@pytest.mark.parametrize(
    ("who", "edit"),
    [("dai", {"strength": 0.9}), ("dora", {"status": "ACCEPTED"}), ("dai", {"status": "WITHDRAWN"})],
)
async def test_what_an_editor_may_not_do_refuses_all_rows(who, edit, office):
    rows = await exported(office)
    rows[1] |= edit
    new = {"course": OTHER, "requirement": SECOND, "kind": "NO_MATCH", "strength": 0, "rationale": "没有"}

    with pytest.raises(RowsRefusedError) as caught:
        await imported(office, who, as_file([*rows, new]))

    assert [(each.row, each.id, each.error.code) for each in caught.value.rows] == [
        (0, rows[1]["alignment"], "FORBIDDEN")
    ]
    assert await office.count("MATCH (c:Change) RETURN count(c)") == 3
    assert await office.count("MATCH (a:Alignment) RETURN count(a)") == 3


async def test_a_change_between_the_look_and_the_write_refuses_all_rows(office):
    rows = await exported(office)
    data = as_file([each | {"strength": 0.9} for each in rows])
    findings = await find_changes(office.database.read, read_table(read_sheets(data)))
    seen = {"alignment": {"id": rows[0]["alignment"], "version": 1}}
    await office.change("rui", DECIDE, decision(seen, "REJECT"))

    values = {"rows": changes_of(data, findings)}
    with pytest.raises(RowsRefusedError) as caught:
        await perform(office.database, IMPORT_ALIGNMENTS, values, office.tokens["dora"], metadata={})

    (refused,) = caught.value.rows
    assert (refused.row, refused.display_name, refused.error.code) == (0, "c1 → 1.1.1 能 1.1.1", "VERSION_CONFLICT")
    assert await office.count("MATCH (a:Alignment {strength: 0.9}) RETURN count(a)") == 0


TEXT = st.text(st.sampled_from(list("课程=+-@'\"，,;_x0041_\n 0１ａＢ<>&—")), min_size=1, max_size=30).filter(str.strip)
EDIT = st.fixed_dictionaries(
    {"rationale": TEXT},
    optional={
        "kind": st.sampled_from(["EXACT", "MINOR", "RELATED"]),
        "role": st.sampled_from(["PRACTISES", "ASSESSES"]),
        "strength": st.floats(0.01, 1).map(lambda value: round(value, 3)),
    },
)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(EDIT, min_size=4, max_size=4), is_csv=st.booleans())
async def test_what_was_changed_and_brought_in_is_exported_again(edits, is_csv, office):
    """Of every text, kind, role and strength nothing is lost, and the file that comes out changes nothing."""
    before = await exported(office)
    rows = [row | edit for row, edit in zip(before, edits, strict=False)]
    new = {"kind": "MAJOR", "role": "TEACHES", "strength": 0.5, **edits[3]}
    added = [new | {"course": OTHER, "requirement": SECOND}] if len(before) == 3 else []
    await imported(office, "dora", as_file([*rows, *added], is_csv=is_csv))

    after = await exported(office)
    stated = ("course", "requirement", "kind", "role", "strength", "rationale")
    wanted = [{each: row[each] for each in stated} for row in [*rows, *added]]
    for each in wanted:
        each["rationale"] = each["rationale"].strip()
    assert [{each: row[each] for each in stated} for row in after] == wanted
    assert await imported(office, "dora", as_file(after, is_csv=is_csv)) == {"UNCHANGED": 4}


# ---- the command line


def command(*arguments, address, folder, token=""):
    given = {"ONEPLUSX_EDITOR_TOKEN": token} if token else {}
    return oneplusx("import", "alignments", *arguments, folder=folder, LANG="en", **given, **settings_of(address))


def edited(path, **values) -> None:
    workbook = openpyxl.load_workbook(path)
    for field, value in values.items():
        workbook.worksheets[0].cell(2, PLACES[field] + 1, value)
    workbook.save(path)


@pytest.fixture
def at_work(engine_address):
    """The tokens of the office, and the address of its graph."""
    return office_with_proposals(engine_address, ENDS[:3]), engine_address


def test_a_table_is_reported_confirmed_and_confirmed_once(at_work, tmp_path):
    tokens, address = at_work
    file, report = tmp_path / "a.xlsx", tmp_path / "r.json"
    oneplusx("export", "alignments", file, folder=tmp_path, LANG="en", **settings_of(address))
    edited(file, status="ACCEPTED")

    looked = command(file, "--dry-run", "--report", report, address=address, folder=tmp_path)
    assert (looked.returncode, looked.stdout.splitlines()[0]) == (
        0,
        "rows: 0 new, 1 changed, 2 unchanged, 0 in conflict, 0 refused, 0 left open",
    )
    assert "left as it is" in looked.stdout
    first = report.read_bytes()
    command(file, "--dry-run", "--report", report, address=address, folder=tmp_path)
    assert report.read_bytes() == first
    (row,) = orjson.loads(first)["rows"]
    assert (row["row"], row["state"], row["action"], row["needs"]) == (2, "CHANGED", "ACCEPT", "reviewer")

    refused = command(file, "--confirm", report, address=address, folder=tmp_path)
    assert (refused.returncode, refused.stderr.split()[0]) == (1, "UNAUTHENTICATED")
    refused = command(file, "--confirm", report, address=address, folder=tmp_path, token=tokens["dora"])
    assert (refused.returncode, refused.stderr.split()[0]) == (1, "TABLE_REFUSED")
    assert "!2 c1 → 1.1.1" in refused.stderr

    done = command(file, "--confirm", report, address=address, folder=tmp_path, token=tokens["rui"])
    assert (done.returncode, done.stderr) == (0, "")
    assert "its changes were written" in done.stdout
    again = command(file, "--confirm", report, address=address, folder=tmp_path, token=tokens["rui"])
    assert (again.returncode, again.stderr.split()[0]) == (1, "TABLE_REPORT")


def test_an_accepted_row_that_a_change_sends_back_is_named_before_anything_is_written(at_work, tmp_path):
    tokens, address = at_work
    file, report = tmp_path / "a.xlsx", tmp_path / "r.json"
    oneplusx("export", "alignments", file, folder=tmp_path, LANG="en", **settings_of(address))
    edited(file, status="ACCEPTED")
    command(file, "--dry-run", "--report", report, address=address, folder=tmp_path)
    command(file, "--confirm", report, address=address, folder=tmp_path, token=tokens["rui"])
    oneplusx("export", "alignments", file, folder=tmp_path, LANG="en", **settings_of(address))
    edited(file, strength=0.55)

    looked = command(file, "--dry-run", "--report", report, address=address, folder=tmp_path)

    cell = f"Alignments!{openpyxl.utils.get_column_letter(PLACES['strength'] + 1)}2"
    said = "accepted until now; with this change it waits for a decision again and no longer counts"
    assert (looked.returncode, f"changed c1 → 1.1.1 能 1.1.1: {cell} {said}" in looked.stdout) == (0, True)
    (row,) = orjson.loads(report.read_bytes())["rows"]
    assert [(each["cell"], each["rule"]) for each in row["notices"]] == [(cell, "no-longer-accepted")]
    assert row["problems"] == []

    # Refused rows are named first, and leave no room for it: it is counted still.
    book = openpyxl.load_workbook(file)
    for _ in range(ROWS_SHOWN):
        book.worksheets[0].append(["Alignment:none"])
    book.save(file)
    crowded = command(file, "--dry-run", address=address, folder=tmp_path)
    assert (crowded.returncode, crowded.stdout.count("Alignment:none"), said in crowded.stdout) == (
        1,
        ROWS_SHOWN,
        False,
    )
    assert "accepted until now, and with the change waiting for a decision again: 1\n" in crowded.stdout


def test_conflicts_and_refused_rows_are_named_and_nothing_is_written(at_work, tmp_path):
    tokens, address = at_work
    file, report = tmp_path / "a.xlsx", tmp_path / "r.json"
    oneplusx("export", "alignments", file, folder=tmp_path, LANG="en", **settings_of(address))
    oneplusx("export", "alignments", tmp_path / "b.xlsx", folder=tmp_path, LANG="en", **settings_of(address))
    edited(tmp_path / "b.xlsx", status="REJECTED")
    command(tmp_path / "b.xlsx", "--dry-run", "--report", report, address=address, folder=tmp_path)
    command(tmp_path / "b.xlsx", "--confirm", report, address=address, folder=tmp_path, token=tokens["rui"])

    edited(file, strength=0.9)
    looked = command(file, "--dry-run", "--report", report, address=address, folder=tmp_path)
    assert looked.returncode == 1
    assert "in conflict c1 → 1.1.1 能 1.1.1: Alignments!B2 rui (1 → 2) changed it since the export" in looked.stdout
    done = command(file, "--confirm", report, address=address, folder=tmp_path, token=tokens["rosa"])
    assert (done.returncode, done.stderr.split()[0]) == (1, "TABLE_REFUSED")


@pytest.mark.parametrize("options", [(), ("--dry-run", "--confirm", "r.json")])
def test_one_of_look_and_write_is_chosen(options, tmp_path):
    done = oneplusx("import", "alignments", "a.xlsx", *options, folder=tmp_path, LANG="en")

    assert (done.returncode, done.stderr.split()[0]) == (2, "USAGE")


def test_each_programme_and_certificate_of_the_table_is_named_with_the_command_that_shows_its_coverage(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en")
    pair = TouchedPair(
        Holder("TeachingStandard:2025:510203", "软件技术"), Holder("Certificate:Web 前端", "Web 前端"), 7
    )

    (line,) = next_lines([pair])
    command = "`oneplusx coverage TeachingStandard:2025:510203 'Certificate:Web 前端'`"
    assert line == f"软件技术 and Web 前端 (7 rows): {command} counts what is accepted."
