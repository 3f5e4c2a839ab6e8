"""Confirming the report of a job: what the command line writes, in the name of the editor, once."""

import asyncio
import shutil

import orjson

from graph.connection.database import Statement
from graph.upkeep import editors
from graph.upkeep.editors import Role
from interchange.standard_imports.confirmed_import import confirm_import
from seeds.load import load
from tests.interchange.standard_imports.imports import ANSWERS, HEAD, STANDARD, rows, skill_import, whole_graph
from tests.interchange.standards.made_standards import Layout, standard_docx, standard_pdf
from tests.interchange.training_plan_imports.made_imports import PLAN, add_seeds, form
from tests.seeds.conftest import SeedFolder
from tests.server.imports.importing import CONFIRM, UNDO, importing

DOCX = standard_docx(before=HEAD)
ANSWERED = [{"question": name, "answer": answer} for name, answer in ANSWERS.items()]


async def reported(office, who: str = "rui", data: bytes = DOCX, kind: str = "SKILL_STANDARD") -> dict:
    job = await office.read(who, data, kind)
    assert job["state"] == "REPORTED"
    return {"job": job["id"], "reportSha256": job["reportSha256"]}


async def trail(database) -> list:
    return await rows(
        database,
        "MATCH (c:Change)-[:CHANGED_SKILL_STANDARD]->(s) RETURN c.editor, c.action, c.version, s.id ORDER BY c.at",
    )


async def test_what_is_confirmed_is_what_the_command_line_writes(office):
    given = await reported(office)
    payload = await office.change("rui", CONFIRM, **given, answers=ANSWERED, idempotencyKey="k")
    nodes, links = await whole_graph(office.database)

    assert (payload["job"]["state"], payload["job"]["nodes"]) == ("CONFIRMED", [STANDARD])
    assert (payload["userErrors"], payload["questions"]) == ([], [])
    assert payload["bookmark"]
    assert await trail(office.database) == [["rui", "IMPORT", 1, STANDARD]]
    job = await office.job("rui", given["job"])
    assert (job["state"], job["nodes"], job["questions"]) == ("CONFIRMED", [STANDARD], [])
    assert orjson.loads(job["report"])["counts"] == {"ELEMENTARY": 7, "INTERMEDIATE": 4, "ADVANCED": 3}
    assert [each for each in nodes if each[0] == ["SkillRequirement"]].__len__() == 14
    assert links


async def test_the_same_request_changes_nothing_a_second_time(office):
    """Also where the server died before it kept that the job was confirmed."""
    given = {**await reported(office), "answers": ANSWERED, "idempotencyKey": "k"}
    kept = office.folder / "jobs" / given["job"] / "state.json"
    before = kept.read_bytes()
    await office.change("rui", CONFIRM, **given)
    graph = await whole_graph(office.database)
    again = await office.change("rui", CONFIRM, **given)
    kept.write_bytes(before)
    after_death = await office.change("rui", CONFIRM, **given)

    assert [each["userErrors"] for each in (again, after_death)] == [[], []]
    assert after_death["job"]["nodes"] == [STANDARD]
    assert await whole_graph(office.database) == graph

    other = await office.change("rui", CONFIRM, **{**given, "idempotencyKey": "l"})
    assert [each["code"] for each in other["userErrors"]] == ["STANDARD_EXISTS"]


async def test_two_who_confirm_at_once_write_once(office):
    given = {**await reported(office), "answers": ANSWERED, "idempotencyKey": "k"}
    payloads = await asyncio.gather(*(office.change("rui", CONFIRM, **given) for _ in range(2)))

    assert [each["userErrors"] for each in payloads] == [[], []]
    assert await trail(office.database) == [["rui", "IMPORT", 1, STANDARD]]


async def refused(office, who: str = "rui", **given) -> list[str]:
    """The codes with which confirming is refused; nothing may be written."""
    before = await whole_graph(office.database)
    payload = await office.change(who, CONFIRM, **given)
    assert await whole_graph(office.database) == before
    return [each["code"] for each in payload["userErrors"]]


async def test_open_questions_are_named_and_nothing_is_written(office):
    given = await reported(office)
    payload = await office.change("rui", CONFIRM, **given, answers=ANSWERED[:1])

    assert [each["code"] for each in payload["userErrors"]] == ["IMPORT_QUESTIONS"]
    assert [each["name"] for each in payload["questions"]] == ["major-4"]
    assert await trail(office.database) == []


async def test_what_is_no_answer_of_this_report_is_refused(office):
    given = await reported(office)
    twice = [*ANSWERED, ANSWERED[0]]

    assert await refused(office, **given, answers=[{"question": "x", "answer": "y"}]) == ["IMPORT_ANSWER"]
    assert await refused(office, **given, answers=twice) == ["BAD_ARGUMENT"]
    assert await refused(office, **given, answers=[{"question": "major-3", "answer": "x" * 201}]) == ["BAD_ARGUMENT"]
    assert await refused(office, **{**given, "reportSha256": "0" * 64}, answers=ANSWERED) == ["IMPORT_REPORT"]
    assert await refused(office, "dora", **given, answers=ANSWERED) == ["NOT_FOUND"]


async def test_a_graph_that_changed_since_is_named(office):
    given = await reported(office)
    await confirm_import(office.database, skill_import(), ANSWERS, office.tokens["ren"])

    assert await refused(office, **given, answers=ANSWERED) == ["STANDARD_EXISTS"]


async def test_a_report_of_another_program_is_refused(office):
    """The pages that were read are kept; another version of the program may read another report out of them."""
    given = await reported(office)
    pages = office.folder / "jobs" / given["job"] / "pages.json"
    pages.write_bytes(pages.read_bytes().replace("能排查样式冲突".encode(), "能排查冲突".encode()))

    assert await refused(office, **given, answers=ANSWERED) == ["IMPORT_REPORT"]


async def test_a_designer_reads_and_a_reviewer_writes(office):
    given = await reported(office, "dora")
    answer = await office.post("dora", CONFIRM, input={**given, "answers": ANSWERED})

    assert answer["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert await trail(office.database) == []

    confirmed = await office.change("rui", CONFIRM, **given, answers=ANSWERED)
    query = "query ($id: ID!) { importJob(id: $id) { editor state } }"
    seen = [(await office.post(who, query, id=given["job"]))["data"]["importJob"] for who in ("dora", "rui")]
    assert confirmed["userErrors"] == []
    assert seen == [{"editor": "dora", "state": "CONFIRMED"}] * 2
    assert {each[0] for each in await trail(office.database)} == {"rui"}


async def test_a_job_that_was_not_read_is_not_confirmed(office):
    job = await office.read("rui", b"no document", "SKILL_STANDARD")

    assert await refused(office, job=job["id"], reportSha256="0" * 64) == ["NOT_POSSIBLE_NOW"]


# ---- a table of alignments

COURSE, REQUIREMENT = "Course:2025:510203:1", "SkillRequirement:990003:1.0:ELEMENTARY:1.1.1"
TABLE = (
    f"Course id,Requirement id,Kind,Role,Strength,Reason\n{COURSE},{REQUIREMENT},MAJOR,TEACHES,0.6,unit 4\n".encode()
)


async def with_course(office) -> None:
    """A standard to align with, and a course."""
    await confirm_import(office.database, skill_import(), ANSWERS, office.tokens["rui"])
    text = (
        "CREATE (:Course {id: $id, standardYear: 2025, majorCode: '510203', sequence: 1, name: 'c', "
        "basis: 'ILLUSTRATIVE', sourceIds: []}) RETURN 1"
    )
    await office.database.write(lambda writer: writer.run(Statement(text, {"id": COURSE})))


async def alignments(database) -> list:
    return await rows(database, "MATCH (a:Alignment) RETURN a.author, a.status, a.kind, a.strength")


async def test_a_table_is_reported_confirmed_and_confirmed_again(office):
    await with_course(office)
    given = {**await reported(office, "dora", TABLE, "ALIGNMENTS"), "idempotencyKey": "k"}
    kept = office.folder / "jobs" / given["job"] / "state.json"
    before = kept.read_bytes()
    first = await office.change("dora", CONFIRM, **given)
    kept.write_bytes(before)
    second = await office.change("dora", CONFIRM, **given)

    assert [(each["job"]["state"], each["userErrors"]) for each in (first, second)] == [("CONFIRMED", [])] * 2
    assert await alignments(office.database) == [["dora", "SUGGESTED", "MAJOR", 0.6]]


async def test_a_table_that_a_reviewer_confirms_stays_of_the_designer_who_brought_it_in(office):
    """So the reviewer may decide on its rows, and the designer may not."""
    await with_course(office)
    given = await reported(office, "dora", TABLE, "ALIGNMENTS")
    seen = (await office.job("rui", given["job"]))["state"]
    first = await office.change("rui", CONFIRM, **given)
    proposed = await alignments(office.database)
    ((node_id,),) = await rows(office.database, "MATCH (a:Alignment) RETURN a.id")
    header = b"Alignment id,Course id,Requirement id,Version,Kind,Role,Strength,Reason,Status\n"
    revised = header + f"{node_id},,,1,MAJOR,TEACHES,0.7,unit 5,SUGGESTED\n".encode()
    second = await office.change("rui", CONFIRM, **await reported(office, "dora", revised, "ALIGNMENTS"))
    accepted = header + f"{node_id},,,2,MAJOR,TEACHES,0.7,unit 5,ACCEPTED\n".encode()
    third = await office.change("rui", CONFIRM, **await reported(office, "dora", accepted, "ALIGNMENTS"))

    assert (seen, [each["userErrors"] for each in (first, second, third)]) == ("REPORTED", [[], [], []])
    assert proposed == [["dora", "SUGGESTED", "MAJOR", 0.6]]
    assert await alignments(office.database) == [["dora", "ACCEPTED", "MAJOR", 0.7]]
    changed = await rows(office.database, "MATCH (c:Change)-[:CHANGED_ALIGNMENT]->() RETURN c.editor, c.action")
    assert sorted(changed) == [["rui", "ACCEPT"], ["rui", "PROPOSE"], ["rui", "REVISE"]]


async def test_a_table_whose_graph_changed_is_refused(office):
    await with_course(office)
    ours, theirs = [await reported(office, who, TABLE, "ALIGNMENTS") for who in ("dora", "rui")]
    await office.change("rui", CONFIRM, **theirs)

    assert await refused(office, "dora", **ours) == ["IMPORT_REPORT"]
    assert await alignments(office.database) == [["rui", "SUGGESTED", "MAJOR", 0.6]]


async def test_a_table_with_a_row_that_is_refused_writes_nothing(office):
    await with_course(office)
    bad = TABLE + f"{COURSE},SkillRequirement:1:1.0:ELEMENTARY:9.9.9,MAJOR,TEACHES,0.6,x\n".encode()
    given = await reported(office, "dora", bad, "ALIGNMENTS")

    assert await refused(office, "dora", **given) == ["TABLE_REFUSED"]
    assert await alignments(office.database) == []


async def test_training_plans_are_reported_and_confirmed_once(office, tmp_path):
    seeds = SeedFolder(tmp_path / "seeds")
    add_seeds(seeds)
    await load(office.database, seeds.path)
    job = await office.read("rui", form(), "TRAINING_PLAN")
    given = {"job": job["id"], "reportSha256": job["reportSha256"], "idempotencyKey": "k"}
    kept = office.folder / "jobs" / given["job"] / "state.json"
    before = kept.read_bytes()
    first = await office.change("rui", CONFIRM, **given)
    graph = await whole_graph(office.database)
    kept.write_bytes(before)
    second = await office.change("rui", CONFIRM, **given)

    assert (job["state"], job["nodes"], job["questions"], job["error"]) == ("REPORTED", [PLAN], [], None)
    assert [(each["job"]["nodes"], each["userErrors"]) for each in (first, second)] == [([PLAN], [])] * 2
    assert await whole_graph(office.database) == graph
    assert await refused(office, **{**given, "idempotencyKey": "l"}) == ["TRAINING_PLAN_EXISTS"]


OTHER_COLLEGE = (
    "CREATE (:College {id: 'College:别的学院', name: '别的学院', educationLevel: 'ASSOCIATE', ownership: '公办'})"
)


async def test_plans_are_opened_by_reviewers_unless_they_and_the_uploader_are_of_two_colleges(office, tmp_path):
    seeds = SeedFolder(tmp_path / "seeds")
    add_seeds(seeds)
    await load(office.database, seeds.path)
    for name, role in (("qian", Role.DESIGNER), ("zhao", Role.REVIEWER)):
        office.tokens[name] = await editors.add(office.database, name, role, college="4199900001")
    await office.database.write(lambda writer: writer.run(Statement(OTHER_COLLEGE)))
    office.tokens["sun"] = await editors.add(office.database, "sun", Role.REVIEWER, college="别的学院")
    job = await office.read("qian", form(), "TRAINING_PLAN")
    of_none = await office.read("dora", form(), "TRAINING_PLAN")
    given = {"job": job["id"], "reportSha256": job["reportSha256"], "status": "DRAFT"}

    who_reads = {
        each["id"]: [who for who in office.tokens if await office.job(who, each["id"])] for each in (job, of_none)
    }
    own = (await office.post("qian", CONFIRM, input=given))["errors"][0]["extensions"]["code"]
    strange = await refused(office, "sun", job=job["id"], reportSha256=job["reportSha256"])
    confirmed = await office.change("zhao", CONFIRM, **given)

    assert who_reads == {
        job["id"]: ["rui", "ren", "qian", "zhao"],
        of_none["id"]: ["dora", "rui", "ren", "zhao", "sun"],
    }
    assert (own, strange) == ("FORBIDDEN", ["NOT_FOUND"])
    assert (confirmed["job"]["nodes"], confirmed["userErrors"]) == ([PLAN], [])


async def test_a_training_plan_is_confirmed_as_a_draft_of_the_editors_college_alone(office, tmp_path):
    seeds = SeedFolder(tmp_path / "seeds")
    add_seeds(seeds)
    await load(office.database, seeds.path)
    office.tokens["zhao"] = await editors.add(office.database, "zhao", Role.REVIEWER, college="4199900001")
    job = await office.read("zhao", form(), "TRAINING_PLAN")
    given = {"job": job["id"], "reportSha256": job["reportSha256"], "status": "DRAFT"}
    other = await office.read("rui", form(), "TRAINING_PLAN")
    stranger = {"job": other["id"], "reportSha256": other["reportSha256"], "status": "DRAFT"}

    refused_code = (await office.post("rui", CONFIRM, input=stranger))["errors"][0]["extensions"]["code"]
    confirmed = await office.change("zhao", CONFIRM, **given)

    assert refused_code == "OTHER_COLLEGE"
    assert (confirmed["job"]["nodes"], confirmed["userErrors"]) == ([PLAN], [])
    found = await office.database.read(Statement("MATCH (p:TrainingPlan) RETURN p.status, p.draftOf"))
    assert found == [["DRAFT", "College:示例职业技术学院"]]


PLANS = """{ trainingPlans { totalCount nodes { id courses { name } } } search(text: "软件技术") { node { __typename } }
  changes { totalCount } sources(where: {sha256: {isNull: false}}) { totalCount } }"""


async def test_answers_and_tables_that_are_kept_show_a_draft_to_its_college_alone(office, tmp_path):
    seeds = SeedFolder(tmp_path / "seeds")
    add_seeds(seeds)
    await load(office.database, seeds.path)
    office.tokens["zhao"] = await editors.add(office.database, "zhao", Role.REVIEWER, college="4199900001")
    job = await office.read("zhao", form(), "TRAINING_PLAN")
    await office.change("zhao", CONFIRM, job=job["id"], reportSha256=job["reportSha256"], status="DRAFT")
    table = f"/tables/alignments.csv?subject={PLAN}"

    async def seen(who: str | None) -> tuple:
        data = (await office.post(who, PLANS))["data"]
        headers = {"authorization": f"Bearer {office.tokens[who]}"} if who else {}
        status = (await office.client.get(table, headers=headers)).status_code
        counts = [data[each]["totalCount"] for each in ("trainingPlans", "changes", "sources")]
        return counts, "TrainingPlan" in str(data["search"]), status

    # Each answer is asked for twice: the second may be one that was kept.
    asked = ("zhao", "rui", None) * 2
    shown = [await seen(who) for who in asked]
    await editors.revoke(office.database, "zhao")

    own, others = ([1, 1, 1], True, 200), ([0, 0, 0], False, 400)
    assert shown == [own, others, others] * 2
    assert (await office.post("zhao", PLANS))["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


async def test_only_a_training_plan_is_confirmed_with_a_status(office):
    given = await reported(office)

    assert await refused(office, **given, answers=ANSWERED, status="DRAFT") == ["BAD_ARGUMENT"]


async def test_a_confirmed_job_is_there_after_a_restart_and_gone_after_a_day(engine_address, office, tmp_path):
    given = await reported(office)
    await office.change("rui", CONFIRM, **given, answers=ANSWERED)
    async with importing(engine_address, office.database, tmp_path) as later:
        later.tokens.update(office.tokens)
        assert (await later.job("rui", given["job"]))["state"] == "CONFIRMED"

    shutil.rmtree(office.folder)
    answer = await office.post("rui", "query ($id: ID!) { importJob(id: $id) { id } }", id=given["job"])
    assert answer["errors"][0]["extensions"]["code"] == "NOT_FOUND"


async def test_corrections_are_confirmed_with_the_report(office):
    given = await reported(office)
    corrections = [{"item": "ELEMENTARY:1:1:1", "text": "能写页面", "asPrinted": True}]
    sent = {**given, "answers": ANSWERED, "corrections": corrections, "idempotencyKey": "k"}
    payload = await office.change("rui", CONFIRM, **sent)

    assert (payload["job"]["state"], payload["userErrors"]) == ("CONFIRMED", [])
    text = "MATCH (r:SkillRequirement) WHERE r.level = 'ELEMENTARY' AND r.code = '1.1.1' RETURN r.text, r.wording"
    assert await rows(office.database, text) == [["能写页面", "OFFICIAL"]]
    assert (await office.change("rui", CONFIRM, **sent))["userErrors"] == []
    other = await office.change("rui", CONFIRM, **{**sent, "corrections": []})
    assert [each["code"] for each in other["userErrors"]] == ["IDEMPOTENCY_KEY_REUSED"]


ASKED = """query ($id: ID!, $corrections: [ImportCorrection!]!) { importJob(id: $id, corrections: $corrections) {
  state nodes questions { name } error { code } reportSha256 } }"""


async def asked_with(office, job: str, *corrections: dict, who: str = "rui") -> dict:
    """What is still asked with these corrections; nothing of it is kept."""
    before = await office.job(who, job), await whole_graph(office.database)
    answer = (await office.post(who, ASKED, id=job, corrections=list(corrections)))["data"]["importJob"]
    assert (await office.job(who, job), await whole_graph(office.database)) == before
    return answer


async def test_a_correction_settles_the_question_that_it_answers(office):
    given = await reported(office)
    named = {"item": "major:4", "code": "510203", "text": "软件技术"}
    asked = await asked_with(office, given["job"], named)
    all_named = await asked_with(office, given["job"], named, {"item": "major:3", "code": "520201K"})

    assert (asked["questions"], asked["error"]) == ([{"name": "major-3"}], None)
    assert asked["reportSha256"] == given["reportSha256"]
    assert (all_named["questions"], all_named["nodes"], all_named["state"]) == ([], [STANDARD], "REPORTED")


async def test_a_correction_settles_a_problem_that_is_no_question(office):
    """A doubled number stands in the way of confirming, until one of both is corrected."""
    doubled = standard_pdf(Layout(shown={"1.2.3": "1.2.2"}), HEAD)
    job = (await reported(office, data=doubled))["job"]
    right = {"item": "ELEMENTARY:1:2:3", "code": "1.2.3"}

    assert (await office.job("rui", job))["error"]["code"] == "IMPORT_PROBLEMS"
    corrected = await asked_with(office, job, right)
    assert ([each["name"] for each in corrected["questions"]], corrected["error"]) == (["major-3", "major-4"], None)
    wrong = await asked_with(office, job, {"item": "ELEMENTARY:9", "text": "x"})
    assert wrong["error"]["code"] == "IMPORT_CORRECTION"


async def test_corrections_of_too_many_items_or_of_no_standard_are_refused(office):
    job = (await reported(office))["job"]
    answers = [
        await office.post("rui", ASKED, id=job, corrections=[{"text": "x"}] * 501),
        await office.post("rui", ASKED, id="no-such-job", corrections=[{"text": "x"}]),
    ]

    codes = [each["errors"][0]["extensions"]["code"] for each in answers]
    assert codes == ["IMPORT_CORRECTION", "NOT_FOUND"]


async def test_corrections_that_do_not_fit_are_refused(office):
    given = {**await reported(office), "answers": ANSWERED}

    assert await refused(office, **given, corrections=[{"item": "ELEMENTARY:9", "text": "x"}]) == ["IMPORT_CORRECTION"]
    assert await refused(office, **given, corrections=[{"text": "x"}] * 501) == ["IMPORT_CORRECTION"]


async def test_an_import_is_undone_once_and_can_be_confirmed_again(office):
    given = {**await reported(office), "answers": ANSWERED}
    before = await whole_graph(office.database)
    await office.change("rui", CONFIRM, **given, idempotencyKey="k")
    asked = {"standard": STANDARD, "idempotencyKey": "u"}
    designer = await office.post("dora", UNDO, input=asked)
    assert [each["extensions"]["code"] for each in designer["errors"]] == ["FORBIDDEN"]
    payload = await office.change("rui", UNDO, **asked)
    again = await office.change("rui", UNDO, **asked)

    assert (payload["standard"], payload["restored"], payload["userErrors"]) == (STANDARD, [], [])
    assert {"type": "SkillRequirement", "count": 14} in payload["removed"]
    assert {**again, "bookmark": ""} == {**payload, "bookmark": ""}
    nodes, links = await whole_graph(office.database)
    assert ([each for each in nodes if each[0] != ["Change"]], links) == before
    other = await office.change("rui", UNDO, standard=STANDARD)
    assert [each["code"] for each in other["userErrors"]] == ["NOTHING_TO_UNDO"]
    anew = await office.change("rui", CONFIRM, **await reported(office), answers=ANSWERED)
    assert (anew["job"]["state"], anew["userErrors"]) == ("CONFIRMED", [])
