"""What the log of changes tells, and when it says that it cannot tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.core import Search
from graph.query.change_log import RECORD_LARGEST, SLOTS, ChangeLog, News, _Record, _record, add_record, read_log
from graph.query.directory import NO_WRITE, Directory, LastWrite, TypeDirectory
from graph.query.revision import RAISE
from graph.query.statement import Statement

COURSE = ("Course:1", ((Search.NAME, "软件"),), "ruanjian rj")
REVIEW = ("Review:1", (), "")


def write(number: int, changes: dict | None) -> _Record:
    return _Record(number, f"t{number - 1}", f"t{number}", "*" if changes is None else _record(changes))


def log_of(*records: _Record, writes: int | None = None, is_unbroken: bool = True) -> ChangeLog:
    last = records[-1].number if writes is None else writes
    return ChangeLog(0, 100, LastWrite(last, f"t{last}"), is_unbroken, records)


MADE, GONE = {"Course:1": COURSE}, {"Course:1": None}


def test_changes_since_a_write_are_put_together_and_the_later_holds():
    log = log_of(write(1, {"Review:1": REVIEW}), write(2, MADE), write(3, GONE), write(4, {"Review:2": None}))

    assert log.since(LastWrite(1, "t1")) == {"Course:1": None, "Review:2": None}
    assert log.since(LastWrite(4, "t4")) == {}
    assert log.since(NO_WRITE) is None  # of another past: the first record follows a write `t0`


@pytest.mark.parametrize(
    "log",
    [
        log_of(write(3, MADE), is_unbroken=False),
        log_of(write(3, None)),
        log_of(write(3, MADE), write(5, MADE)),
        log_of(write(3, MADE), writes=4),
        log_of(write(4, MADE)),
        log_of(write(3, MADE)._replace(before="another")),
        log_of(write(3, MADE)._replace(tag="another")),
    ],
    ids=["a write past us", "an unknown write", "a gap", "torn", "too far behind", "another past", "half visible"],
)
def test_the_log_says_when_it_cannot_tell(log):
    assert log.since(LastWrite(2, "t2")) is None


def test_the_latest_changes_end_at_what_is_unknown():
    assert log_of(write(1, MADE), write(2, None), write(3, GONE), write(4, {"Review:1": REVIEW})).latest() == {
        "Course:1": None,
        "Review:1": REVIEW,
    }
    assert log_of(write(1, MADE), write(2, None)).latest() == {}


@pytest.mark.parametrize(
    ("log", "is_torn"),
    [
        (log_of(write(1, MADE)), False),
        (log_of(write(1, MADE), writes=2), True),
        (log_of(writes=1), True),
        (log_of(write(1, MADE), is_unbroken=False), True),
    ],
    ids=["whole", "a record is missing", "no record", "one number of the revision without the other"],
)
def test_a_commit_that_is_visible_in_part_is_torn(log, is_torn):
    assert log.is_torn is is_torn


TOLD = News(100, LastWrite(3, "t3"), True, ("t2", "t3", write(3, MADE).text))


def test_a_statement_tells_the_write_after_the_one_that_is_held():
    assert TOLD.since(LastWrite(2, "t2")) == MADE
    assert TOLD.since(LastWrite(3, "t3")) == {}


@pytest.mark.parametrize(
    ("shown", "held"),
    [
        (TOLD, LastWrite(1, "t1")),
        (TOLD, LastWrite(2, "of another past")),
        (TOLD, LastWrite(1, "t2")),
        (TOLD._replace(is_unbroken=False), LastWrite(2, "t2")),
        (TOLD._replace(is_unbroken=False), LastWrite(3, "t3")),
        (TOLD._replace(latest=None), LastWrite(2, "t2")),
        (TOLD._replace(latest=("t2", "t3", "*")), LastWrite(2, "t2")),
        (TOLD._replace(latest=("t1", "t2", write(2, MADE).text)), LastWrite(2, "t2")),
        (TOLD._replace(last_write=LastWrite(3, "t2")), LastWrite(2, "t2")),
    ],
    ids=[
        "two writes",
        "another past",
        "the tag without the number",
        "a write past us",
        "a rise past us",
        "a graph of before",
        "an unknown write",
        "half visible: the record before",
        "half visible: the tag before",
    ],
)
def test_a_statement_says_when_it_cannot_tell(shown, held):
    assert shown.since(held) is None


async def test_writes_are_logged_in_a_chain_and_read_back(database):
    before = await read_log(database, 0)
    for changes in (MADE, None, {"Course:1": None, "Review:1": REVIEW}):
        await database.write(
            lambda writer: writer.run(Statement("RETURN 1")), changes=changes and (lambda _, to=changes: to)
        )

    log = await read_log(database, before.last_write.number)

    # The unknown one is recorded again when its commit is whole.
    assert [each.text for each in log.records] == [
        _record(MADE),
        "*",
        "*",
        _record({"Course:1": None, "Review:1": REVIEW}),
    ]
    assert [each.before for each in log.records] == [before.last_write.tag, *(each.tag for each in log.records[:-1])]
    assert (log.last_write.number, log.last_write.tag) == (log.records[-1].number, log.records[-1].tag)
    assert log.is_unbroken
    assert log.latest() == {"Course:1": None, "Review:1": REVIEW}


async def test_a_write_that_cannot_list_what_it_changed_is_recorded_again_when_its_commit_is_whole(database):
    """Who read the directory while the commit was half visible may hold the number of the first record."""
    before = (await read_log(database, 0)).last_write
    await database.write_marked(lambda writer: writer.run(Statement("RETURN 1")), changes=lambda _: None)

    log = await read_log(database, before.number)
    assert [each.text for each in log.records] == ["*", "*"]
    assert log.since(LastWrite(log.records[0].number, log.records[0].tag)) is None


async def test_a_write_of_too_much_is_unknown_and_the_log_is_bounded(database):
    many = {f"Review:{each}": REVIEW for each in range(RECORD_LARGEST // 10)}
    before = (await read_log(database, 0)).last_write
    await database.write(lambda writer: writer.run(Statement("RETURN 1")), changes=lambda _: many)
    log = await read_log(database, before.number)
    assert [each.text for each in log.records] == ["*", "*"]

    await database.run_alone(Statement("MATCH (g:GraphRevision) SET g.writes = $n", {"n": 5 * SLOTS}))
    await database.write(lambda writer: writer.run(Statement("RETURN 1")), changes=lambda _: {})

    ((count,),) = await database.read(Statement("MATCH (c:GraphChange) RETURN count(c)"))
    assert count <= SLOTS
    assert [each.number for each in (await read_log(database, 0)).records] == [5 * SLOTS + 1]


async def test_a_rise_of_ours_breaks_no_chain_and_one_past_us_does(database):
    await database.write(lambda writer: add_record(writer, {}), changes=lambda _: {})
    await database.write(lambda writer: writer.run(RAISE), changes=lambda _: {})
    assert (await read_log(database, 0)).is_unbroken

    await database.run_alone(Statement("MATCH (g:GraphRevision) SET g.value = g.value + 1"))
    assert not (await read_log(database, 0)).is_unbroken

    await database.write(lambda writer: writer.run(Statement("RETURN 1")), changes=lambda _: MADE)
    log = await read_log(database, 0)
    assert (log.is_unbroken, log.records[-1].text) == (True, "*")


# ---- the directory after changes


IDS = st.integers(0, 6).map("Course:{}".format)
TEXTS = st.lists(
    st.tuples(st.sampled_from([Search.NAME, Search.ALIAS]), st.text("ab软 ", min_size=1, max_size=4)), max_size=2
)
CHANGES = st.dictionaries(IDS, st.one_of(st.none(), st.tuples(TEXTS.map(tuple), st.sampled_from(["", "a", "ab b"]))))


@pytest.mark.slow
@given(
    first=CHANGES,
    then=st.lists(CHANGES, max_size=4),
    word=st.sampled_from(["a", "ab", "软", "b a"]),
    merge=st.booleans(),
)
def test_a_directory_after_changes_is_that_of_the_nodes_there_are(first, then, word, merge):
    nodes: dict[str, tuple] = {}
    found = Directory(0, {"Course": TypeDirectory("Course", [])})
    for number, changes in enumerate([first, *then]):
        entries = {node_id: entry and (node_id, *entry) for node_id, entry in changes.items()}
        nodes = {key: value for key, value in {**nodes, **entries}.items() if value}
        found = found.changed(number, LastWrite(number, ""), entries)
    if merge:
        found = Directory(0, {"Course": found.types["Course"].merged()})
    plain = Directory(0, {"Course": TypeDirectory("Course", nodes.values())})

    assert list(found.types["Course"].ids) == sorted(nodes)
    assert all(found.has(node_id) == (node_id in nodes) for node_id in {*first, *nodes})
    for limit in (1, 3):
        assert found.search(word, ["Course"], limit) == plain.search(word, ["Course"], limit)


def test_a_type_that_changes_leave_as_it_is_is_the_same():
    types = {"Course": TypeDirectory("Course", [COURSE]), "Review": TypeDirectory("Review", [REVIEW])}
    held = Directory(1, types)

    new = held.changed(2, LastWrite(1, ""), {"Course:1": COURSE, "Review:1": None, "Nothing:1": None})

    assert new.types["Course"] is types["Course"]
    assert list(new.types["Review"].ids) == []
    assert (held.is_same(new, ["Course"]), held.is_same(new, ["Course", "Review"])) == (True, False)


def test_after_many_changes_it_is_time_to_index_anew():
    held = TypeDirectory("Course", [COURSE])
    for number in range(301):
        held = held.changed({"Course:2": ("Course:2", ((Search.NAME, f"软件{number}"),), "")})
        assert not held.is_worn
    held = held.changed({f"Course:{number}": (f"Course:{number}", ((Search.NAME, "新"),), "") for number in range(400)})

    assert held.is_worn
    assert not held.merged().is_worn
    assert list(held.merged().ids) == list(held.ids)
