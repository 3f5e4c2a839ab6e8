"""A list of the platform compared with the graph: what is reported, what is written, and that it can be taken out again."""

import hashlib
import json

import pytest

from graph.errors import AccessError
from interchange.import_undo.import_undo import look_at_undo, undo_import
from interchange.import_undo.undo_errors import NothingToUndoError
from interchange.standard_imports.confirmed_import import confirm_import
from interchange.standard_lists.list_errors import ListKnownError, ListReportError
from interchange.standard_lists.list_import import ListFile, ListImport, look_at_list
from interchange.standard_lists.list_reading import read_list
from seeds.load import load
from tests.interchange.import_undo.test_import_undo import trail, without_trail
from tests.interchange.standard_imports.imports import ANSWERS, rows, run_all, skill_import
from tests.interchange.standard_imports.test_skill_import import ABRIDGE
from tests.interchange.standard_lists.made_lists import NAME, ORGANIZATION, answer, as_bytes, certificate, standard

KNOWN = "Certificate:Web前端开发"


async def look(graph, *records):
    return await look_at_list(graph.database.read, read_list(as_bytes([*records])))


async def import_list(graph, *records, report=None, token=None, retrieved_on=""):
    """Import a list with the report on it, as the command does."""
    data = as_bytes([*records])
    reading = read_list(data)
    confirmed = report or (await look_at_list(graph.database.read, reading)).to_bytes(data)
    digests = tuple(hashlib.sha256(each).hexdigest() for each in (data, confirmed))
    file = ListFile("made.json", data, confirmed, digests, retrieved_on)
    return await confirm_import(graph.database, lambda _: ListImport(reading, file), {}, token or graph.reviewer)


def rules(remarks):
    return [(each.rule, each.records) for each in remarks]


async def test_a_certificate_that_the_graph_does_not_have_comes_with_all_that_is_listed(small_graph):
    draft = await import_list(small_graph, answer(standard()), retrieved_on="2026-11-28")

    database = small_graph.database
    text = (
        "MATCH (c:Certificate {id: $id})-[:LISTED_ON_PLATFORM]->(l) MATCH (c)-[:ISSUED_BY]->(o) "
        "RETURN c.name, c.standardCode, c.levelsSeen, c.basis, c.sourceIds, o.name, properties(l)"
    )
    ((name, code, levels, basis, sources, issuer, listed),) = await rows(database, text, id=f"Certificate:{NAME}")
    assert (name, code, issuer, basis, sources) == (NAME, "990003", ORGANIZATION, "OFFICIAL", [draft.node_id])
    assert levels == ["ELEMENTARY", "INTERMEDIATE", "ADVANCED"]
    stored = {"platformId": "made-3", "standardCode": "990003", "statusDate": "2021-12-01", "levels": levels}
    files = {"fileKeys": ["made/3.pdf"], "fileNames": [f"{NAME}.pdf"], "organizationName": ORGANIZATION}
    own = {"id": "StandardListing:made-3", "name": f"{NAME}职业技能等级标准", "basis": "OFFICIAL", "sourceIds": sources}
    assert {each: listed[each] for each in (*stored, *files, *own)} == {**stored, **files, **own}
    ((source,),) = await rows(database, "MATCH (s:Source {id: $id}) RETURN properties(s)", id=draft.node_id)
    data = as_bytes([answer(standard())])
    assert source["sha256"] == hashlib.sha256(data).hexdigest()
    assert (source["publisher"], source["retrievedOn"]) == ("职业教育国家学分银行", "2026-11-28")
    text = "MATCH (:Certificate {id: $id})-[:HAS_LEVEL]->(n) RETURN n.level, n.platformId, n.statusDate ORDER BY n.rank"
    assert await rows(database, text, id=f"Certificate:{NAME}") == [
        [each, f"made-3-{rank}", None] for rank, each in enumerate(levels, start=1)
    ]
    assert draft.counts == {
        "Source": 1,
        "Organization": 1,
        "Certificate": 1,
        "CertificateLevel": 3,
        "StandardListing": 1,
        "ISSUED_BY": 1,
        "HAS_LEVEL": 3,
        "LISTED_ON_PLATFORM": 1,
    }


async def test_a_certificate_of_the_seeds_gets_what_it_lacks_and_keeps_what_it_has(small_graph):
    database = small_graph.database
    await run_all(
        database,
        "MATCH (c:Certificate) SET c.isReportedByColleges = true, c.levelsSeen = ['ADVANCED']",
        "CREATE (:Organization {id: 'Organization:另一机构', name: '另一机构', aliases: []})",
        "MATCH (c:Certificate) MATCH (o:Organization) CREATE (c)-[:ISSUED_BY {basis: 'OFFICIAL', sourceIds: []}]->(o)",
        "CREATE (:CertificateLevel {id: 'CertificateLevel:Web前端开发:ADVANCED', certificateName: 'Web前端开发', "
        "level: 'ADVANCED', rank: 3, platformId: 'another'})",
        "MATCH (c:Certificate) MATCH (l:CertificateLevel) CREATE (c)-[:HAS_LEVEL]->(l)",
    )
    before = await without_trail(database)
    # By another spelling of the certificate, which the seeds know.
    listed = answer(standard(7, name="Web开发"))

    report = await look(small_graph, listed)
    draft = await import_list(small_graph, listed)

    assert rules(report.differences) == [("graph-has-another-organization", (1,)), ("graph-has-another-level-id", (1,))]
    ((values,),) = await rows(database, "MATCH (c:Certificate) RETURN properties(c)")
    assert (values["id"], values["name"], values["batch"], values["basis"]) == (KNOWN, "Web前端开发", 1, "OFFICIAL")
    assert (values["standardCode"], values["isReportedByColleges"]) == ("990007", False)
    assert values["levelsSeen"] == ["ELEMENTARY", "INTERMEDIATE", "ADVANCED"]
    assert values["sourceIds"] == ["Source:t.S1", draft.node_id]
    assert await rows(database, "MATCH (:Certificate)-[:ISSUED_BY]->(o) RETURN o.name") == [["另一机构"]]
    assert draft.after["completed"] == 1
    text = "MATCH (n:CertificateLevel) RETURN n.id, n.platformId ORDER BY n.rank"
    levels = [f"CertificateLevel:Web前端开发:{each}" for each in values["levelsSeen"]]
    assert await rows(database, text) == [[levels[0], "made-7-1"], [levels[1], "made-7-2"], [levels[2], "another"]]

    shown = await look_at_undo(database, draft.node_id)
    done = (await undo_import(database, draft.node_id, small_graph.reviewer)).answer

    assert done == shown
    assert await without_trail(database) == before
    assert await trail(database) == [["IMPORT", "reviewer"], ["UNDO_IMPORT", "reviewer"]]
    with pytest.raises(NothingToUndoError):
        await undo_import(database, draft.node_id, small_graph.reviewer)


async def test_a_load_of_the_seeds_leaves_what_was_imported(small_graph):
    await import_list(small_graph, standard(), standard(7, name="Web前端开发"))
    before = await without_trail(small_graph.database)

    again = await load(small_graph.database, small_graph.seeds.path)

    assert (again.created, again.changed, again.removed) == (0, 0, 0)
    assert await without_trail(small_graph.database) == before


async def test_the_state_says_how_much_the_graph_has(small_graph):
    async def states(*records):
        return [each.state for each in (await look(small_graph, *records)).findings]

    known = standard(7, name="Web前端开发")
    assert await states(standard(), known) == ["NOTHING", "CERTIFICATE_ONLY"]
    await import_list(small_graph, known)
    assert await states(standard(), known) == ["NOTHING", "CATALOGUE_ENTRY"]
    await confirm_import(small_graph.database, skill_import(), ANSWERS, small_graph.reviewer)
    assert await states(standard()) == ["OFFICIAL_TEXT"]
    await run_all(small_graph.database, ABRIDGE)
    report = await look(small_graph, standard())
    assert [each.state for each in report.findings] == ["ABRIDGED_TEXT"]
    shown = json.loads(report.to_bytes(b""))["standards"][0]["graph"]
    assert shown == {
        "state": "ABRIDGED_TEXT",
        "certificate": f"Certificate:{NAME}",
        "standards": ["SkillStandard:990003:1.0"],
    }


async def test_one_version_in_official_words_is_official_text(small_graph):
    await confirm_import(small_graph.database, skill_import(), ANSWERS, small_graph.reviewer)
    await run_all(
        small_graph.database,
        ABRIDGE,
        "CREATE (:SkillStandard {id: 'SkillStandard:990003:2.0', code: '990003', name: 'x', version: '2.0'})",
    )

    (found,) = (await look(small_graph, standard())).findings

    assert (found.state, [each.abridged > 0 for each in found.texts]) == ("OFFICIAL_TEXT", [True, False])


async def test_code_or_name_of_another_certificate_of_the_graph_is_a_problem_and_left_out(small_graph):
    await import_list(small_graph, standard(), standard(4))

    same_code = standard(8, standardCode="990003")
    same_name = standard(9, name="示例证书4")
    new = standard(5)
    report = await look(small_graph, same_code, same_name, new)
    draft = await import_list(small_graph, same_code, same_name, new)

    assert rules(report.problems) == [
        ("graph-has-the-code-for-another-name", (1,)),
        ("graph-has-the-name-with-another-code", (2,)),
    ]
    assert (report.counts()["leftOut"], draft.after["counts"]["leftOut"]) == (2, 2)
    listed = await rows(small_graph.database, "MATCH (l:StandardListing) RETURN l.platformId ORDER BY l.id")
    assert listed == [["made-3"], ["made-4"], ["made-5"]]


async def test_an_entry_of_an_earlier_list_gives_way_to_a_later_one_alone(small_graph):
    await import_list(small_graph, standard())
    moved = json.dumps({"fileKey": "made/moved.pdf"})
    keys = "MATCH (l:StandardListing) RETURN l.fileKeys"

    same_day = standard(standardUrl=moved)
    assert rules((await look(small_graph, same_day)).differences) == [("graph-has-another-entry", (1,))]
    with pytest.raises(ListKnownError):
        await import_list(small_graph, same_day)
    later = standard(standardUrl=moved, stateDt="2022-05-06")
    assert rules((await look(small_graph, later)).differences) == [("entry-takes-the-place", (1,))]
    draft = await import_list(small_graph, later)
    assert await rows(small_graph.database, keys) == [[["made/moved.pdf"]]]
    await undo_import(small_graph.database, draft.node_id, small_graph.reviewer)
    assert await rows(small_graph.database, keys) == [[["made/3.pdf"]]]


async def test_levels_of_certificates_are_read_as_well_and_have_their_date(small_graph):
    await import_list(small_graph, answer(certificate("1"), certificate("3")))

    text = (
        "MATCH (c:Certificate {name: $name})-[:HAS_LEVEL]->(n) "
        "RETURN n.level, n.platformId, n.statusDate, c.standardCode ORDER BY n.rank"
    )
    assert await rows(small_graph.database, text, name=NAME) == [
        ["ELEMENTARY", "made-3-1", "2021-12-02", None],
        ["ADVANCED", "made-3-3", "2021-12-02", None],
    ]
    assert await rows(small_graph.database, "MATCH (l:StandardListing) RETURN count(l)") == [[0]]


async def test_a_standard_imported_later_finds_the_certificate_by_the_listed_code(small_graph):
    await import_list(small_graph, standard())

    await confirm_import(small_graph.database, skill_import(), ANSWERS, small_graph.reviewer)

    text = "MATCH (c:Certificate)-[:HAS_STANDARD]->(s) MATCH (c)-[:LISTED_ON_PLATFORM]->(l) RETURN c.id, s.id, l.id"
    expected = [[f"Certificate:{NAME}", "SkillStandard:990003:1.0", "StandardListing:made-3"]]
    assert await rows(small_graph.database, text) == expected


async def test_a_certificate_that_is_used_by_now_stays_with_its_source(small_graph):
    listed = await import_list(small_graph, standard(), standard(4))
    await confirm_import(small_graph.database, skill_import(), ANSWERS, small_graph.reviewer)

    done = (await undo_import(small_graph.database, listed.node_id, small_graph.reviewer)).answer

    assert (done.removed["Certificate"], done.removed["StandardListing"]) == (1, 2)
    text = "MATCH (c:Certificate {name: $name}) MATCH (s:Source) WHERE s.id IN c.sourceIds RETURN s.id"
    assert await rows(small_graph.database, text, name=NAME) == [[listed.node_id]]
    with pytest.raises(NothingToUndoError):
        await undo_import(small_graph.database, listed.node_id, small_graph.reviewer)


async def test_nothing_is_written_without_the_right_token_or_with_another_report(small_graph):
    data = as_bytes([standard()])
    report = (await look_at_list(small_graph.database.read, read_list(data))).to_bytes(data)
    await run_all(small_graph.database, f"CREATE (:Certificate {{id: 'Certificate:{NAME}', name: '{NAME}'}})")
    before = await without_trail(small_graph.database)

    with pytest.raises(AccessError):
        await import_list(small_graph, standard(), token=small_graph.designer)
    # The graph has changed since the report.
    with pytest.raises(ListReportError):
        await import_list(small_graph, standard(), report=report)

    assert await without_trail(small_graph.database) == before
    assert await trail(small_graph.database) == []


async def test_the_same_list_again_has_nothing_to_write(small_graph):
    listed = (standard(), standard(4), certificate("1"))
    await import_list(small_graph, *listed)

    report = await look(small_graph, *listed)

    assert [each.adds for each in report.findings] == [(), (), ()]
    assert (report.problems, report.differences) == ((), ())
    with pytest.raises(ListKnownError):
        await import_list(small_graph, *listed)


async def test_two_names_of_one_certificate_with_two_codes_are_a_problem(small_graph):
    # The seeds know Web开发 as another spelling.
    listed = (standard(7, name="Web前端开发"), standard(8, name="Web开发", certInfos=[]), standard(4))

    report = await look(small_graph, *listed)
    draft = await import_list(small_graph, *listed)

    assert rules(report.problems) == [("name-with-another-code", (1, 2))]
    assert draft.counts["StandardListing"] == 1
    text = "MATCH (c:Certificate {id: $id}) RETURN c.standardCode"
    assert await rows(small_graph.database, text, id=KNOWN) == [[None]]


async def test_entries_of_two_names_of_one_certificate_are_written_as_one(small_graph):
    levels = certificate("1", certificateId="own", certificateName="Web开发")
    bare = standard(7, name="Web前端开发", certInfos=[])

    draft = await import_list(small_graph, bare, levels)

    assert draft.after["completed"] == 1
    ((values,),) = await rows(small_graph.database, "MATCH (c:Certificate) RETURN properties(c)")
    assert (values["standardCode"], values["levelsSeen"]) == ("990007", ["ELEMENTARY"])


@pytest.mark.parametrize(("first", "second"), [(None, "made-3"), ("made-3", None)])
async def test_an_entry_is_the_same_by_its_code_where_one_list_states_no_id(small_graph, first, second):
    await import_list(small_graph, standard(standardId=first))
    listings = "MATCH (l:StandardListing) RETURN l.id, l.platformId, l.statusDate"

    same_day = await look(small_graph, standard(standardId=second))
    await import_list(small_graph, standard(standardId=second, stateDt="2022-05-06"))

    assert rules(same_day.differences) == ([("graph-has-another-entry", (1,))] if second else [])
    expected = [[f"StandardListing:{first or '990003'}", first, "2022-05-06"]]
    assert await rows(small_graph.database, listings) == expected


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
async def test_lists_that_complete_one_certificate_are_taken_out_in_any_order(small_graph, order):
    database = small_graph.database
    before = await without_trail(database)
    first = await import_list(small_graph, standard(7, name="Web前端开发", certInfos=["1"]))
    second = await import_list(small_graph, certificate("3", certificateId="own", certificateName="Web前端开发"))
    values = "MATCH (c:Certificate) RETURN c.standardCode, c.levelsSeen, c.sourceIds"
    lists = [first.node_id, second.node_id]

    undone, left = (lists[each] for each in order)
    done = (await undo_import(database, undone, small_graph.reviewer)).answer

    assert (done.restored, done.removed["Source"]) == ({"Certificate": 1}, 1)
    own = (None, ["ADVANCED"]) if undone == first.node_id else ("990007", ["ELEMENTARY"])
    assert await rows(database, values) == [[*own, ["Source:t.S1", left]]]
    await undo_import(database, left, small_graph.reviewer)
    assert await without_trail(database) == before


async def test_the_source_stays_while_a_later_list_rests_on_its_certificate(small_graph):
    first = await import_list(small_graph, certificate("1"))
    second = await import_list(small_graph, certificate("3"))

    done = (await undo_import(small_graph.database, first.node_id, small_graph.reviewer)).answer

    assert "Source" not in done.removed
    text = "MATCH (c:Certificate {name: $name}) MATCH (s:Source) WHERE s.id IN c.sourceIds RETURN s.id ORDER BY s.id"
    assert await rows(small_graph.database, text, name=NAME) == [
        [each] for each in sorted([first.node_id, second.node_id])
    ]


async def test_a_value_that_was_changed_since_is_not_set_back(small_graph):
    listed = await import_list(small_graph, standard(7, name="Web前端开发"))
    await run_all(small_graph.database, "MATCH (c:Certificate) SET c.standardCode = '990077'")

    await undo_import(small_graph.database, listed.node_id, small_graph.reviewer)

    text = "MATCH (c:Certificate) RETURN c.standardCode, coalesce(c.levelsSeen, []), c.sourceIds"
    assert await rows(small_graph.database, text) == [["990077", [], ["Source:t.S1"]]]
