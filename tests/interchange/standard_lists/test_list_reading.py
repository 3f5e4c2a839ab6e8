"""Lists in the forms in which answers of the platform are kept; nothing of them is dropped without a remark."""

import json
import random

import pytest

from interchange.documents.document_errors import DocumentDamagedError, DocumentError, DocumentTooLargeError
from interchange.standard_lists import list_json, list_reading
from interchange.standard_lists.list_entries import entries_of
from interchange.standard_lists.list_errors import ListFormError, ListJsonError, ListTooDeepError
from interchange.standard_lists.list_findings import EntryFinding, GraphState
from interchange.standard_lists.list_reading import read_list
from interchange.standard_lists.list_report import ListReport, completeness
from interchange.standard_lists.listed_record import ListedFile, ListedLevel
from tests.interchange.standard_lists.made_lists import (
    NAME,
    ORGANIZATION,
    answer,
    as_bytes,
    as_lines,
    certificate,
    standard,
)

ALL = ("ELEMENTARY", "INTERMEDIATE", "ADVANCED")


def read(value):
    return read_list(as_bytes(value))


def unread(reading):
    """What was not read but for fields that nothing asks for: these are named, whatever else was read."""
    return [each for each in reading.not_read if each.rule != "field-not-kept"]


def rules(remarks):
    return [(each.rule, each.records) for each in remarks]


RECORDS = (standard(), standard(4))
FORMS = {
    "one answer": as_bytes(answer(*RECORDS)),
    "a list of answers": as_bytes([answer(RECORDS[0]), answer(RECORDS[1])]),
    "the inner object": as_bytes({"records": RECORDS, "total": 2}),
    "records as data": as_bytes({"data": RECORDS}),
    "a list of records": as_bytes(RECORDS),
    "records line by line": as_lines(*RECORDS),
    "answers line by line": as_lines(answer(RECORDS[0]), answer(RECORDS[1])),
    "lists line by line, Windows": as_lines([RECORDS[0]], [RECORDS[1]]).replace(b"\n", b"\r\n"),
    "with a byte order mark": b"\xef\xbb\xbf" + as_bytes(RECORDS),
    "UTF-16": as_bytes(RECORDS).decode().encode("utf-16"),
    "GB 18030": as_bytes(RECORDS).decode().encode("gb18030"),
    "laid out": json.dumps(RECORDS, indent=2).encode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_records(form):
    reading = read_list(FORMS[form])

    first, second = reading.records
    assert (first.number, first.platform_id, first.code, first.name) == (1, "made-3", "990003", NAME)
    assert (first.organization, first.date) == (ORGANIZATION, "2021-12-01")
    assert first.levels == tuple(ListedLevel(each, f"made-3-{rank}") for rank, each in enumerate(ALL, start=1))
    assert first.files == (ListedFile("made/3.pdf", f"{NAME}.pdf"),)
    assert (second.number, second.code) == (2, "990004")
    assert (reading.guesses, reading.problems, reading.not_read) == ((), (), ())


@pytest.mark.parametrize(
    ("infos", "levels"),
    [
        ([{"certificateGrade": {"code": 2, "id": "3"}}], ["INTERMEDIATE"]),
        ([{"certificateGrade": "初级"}, {"certificateGrade": "3"}], ["ELEMENTARY", "ADVANCED"]),
        ([{"certLevel": {"value": "2", "label": "中级"}}], ["INTERMEDIATE"]),
        ([{"certificateName": f"{NAME}（高级）"}], ["ADVANCED"]),
        ([{"certificateName": NAME, "gradeList": ["1", "2"]}], ["ELEMENTARY", "INTERMEDIATE"]),
        ({"certificateGrade": {"code": "1"}}, ["ELEMENTARY"]),
        (json.dumps([{"certificateGrade": {"name": "高级"}}]), ["ADVANCED"]),
        (json.dumps(json.dumps([{"level": "ELEMENTARY"}])), ["ELEMENTARY"]),
        ("初级,中级、高级", list(ALL)),
        (["高级", "初级"], ["ELEMENTARY", "ADVANCED"]),
        ([[{"grade": "01"}]], ["ELEMENTARY"]),
        (None, []),
        ([], []),
    ],
)
def test_levels_are_read_in_many_forms(infos, levels):
    reading = read(standard(certInfos=infos))

    (record,) = reading.records
    assert [each.level for each in record.levels] == levels
    assert (reading.problems, unread(reading)) == ((), [])


@pytest.mark.parametrize(
    ("infos", "shown"),
    [
        ([{"certificateGrade": {"code": "9"}}], '{"certificateGrade": {"code": "9"}}'),
        ([{"certificateGrade": {"code": "1", "name": "高级"}}], '{"certificateGrade": {"code": "1", "name": "高级"}}'),
        ("特级", "特级"),
        (True, "true"),
        ("[{", "[{"),
    ],
)
def test_a_level_that_is_none_stands_in_the_report(infos, shown):
    reading = read(standard(certInfos=infos))

    assert reading.records[0].levels == ()
    assert [(each.rule, each.subject.rpartition("certInfos ")[2]) for each in reading.not_read] == [
        ("level-not-read", shown)
    ]


def test_many_levels_that_are_none_are_counted_and_one_level_with_two_ids_has_none():
    many = read(standard(certInfos=["特级"] * 9))
    twice = read(standard(certInfos=[{"certificateId": each, "grade": "1"} for each in ("a", "b")]))

    assert len(many.not_read) == 6
    assert many.not_read[-1].subject.endswith("+4")
    assert twice.records[0].levels == (ListedLevel("ELEMENTARY"),)
    assert rules(twice.guesses) == [("level-with-several-ids", (1,))]


@pytest.mark.parametrize(
    ("url", "files", "guesses", "not_read"),
    [
        ('{"fileKey": "a/1.pdf"}', [("a/1.pdf", "")], [], []),
        ('[{"fileKey": "a"}, {"fileKey": "b", "fileName": "乙.docx"}]', [("a", ""), ("b", "乙.docx")], [], []),
        ({"files": [{"filekey": "c", "name": "丙.pdf"}]}, [("c", "丙.pdf")], [], []),
        (json.dumps('{"fileKey": "d"}'), [("d", "")], [], []),
        ("made/e.pdf", [("made/e.pdf", "")], ["file-key-is-the-text"], []),
        (None, [], [], []),
        ("", [], [], []),
        ("[]", [], [], ["file-key-not-read"]),
        ('{"url": "x"}', [], [], ["file-key-not-read"]),
        ('{"fileKey": ', [], [], ["file-key-not-read"]),
        (17.5, [], [], ["file-key-not-read"]),
        ('{"fileKey": {"fileKey": 5}}', [("5", "")], [], []),
    ],
)
def test_file_keys_are_read_in_many_forms(url, files, guesses, not_read):
    reading = read(standard(standardUrl=url))

    assert [tuple(each) for each in reading.records[0].files] == files
    assert ([each.rule for each in reading.guesses], [each.rule for each in reading.not_read]) == (guesses, not_read)


@pytest.mark.parametrize(
    ("stated", "day", "remarks"),
    [
        ("2021-12-01", "2021-12-01", []),
        ("2021/1/9 08:00", "2021-01-09", []),
        ("2021年1月9日", "2021-01-09", []),
        ("20211201", "2021-12-01", []),
        # The first second of a day in China.
        (1638288000000, "2021-12-01", ["date-of-milliseconds"]),
        (None, "", []),
        ("2021-13-01", "", ["date-not-read"]),
        ("去年", "", ["date-not-read"]),
        ({"year": 2021}, "", ["date-not-read"]),
    ],
)
def test_dates(stated, day, remarks):
    reading = read(standard(stateDt=stated))

    assert reading.records[0].date == day
    assert [each.rule for each in (*reading.guesses, *reading.not_read)] == remarks


def test_records_without_name_or_code_and_texts_that_cannot_be_kept_are_problems_with_their_number():
    records = [
        standard(),
        standard(4, standardName=None),
        standard(5, standardCode=""),
        standard(6, standardName="坏\ud800字"),
        standard(7, xzhOrgName={"name": "机构"}),
        standard(8, standardName="长" * 201),
        certificate(certificateGrade={"code": "7"}, certificateName="示例"),
        {"standardCode": "990009"},
    ]

    reading = read_list(json.dumps(answer(*records, "none of all")).encode())

    assert [each.number for each in reading.records] == [1]
    assert rules(reading.problems) == [
        ("record-without-name", (2,)),
        ("record-without-code", (3,)),
        ("text-not-to-keep", (4,)),
        ("record-without-name", (4,)),
        ("text-not-to-keep", (5,)),
        ("text-not-to-keep", (6,)),
        ("record-without-name", (6,)),
        ("level-not-read", (7,)),
        ("record-without-name", (8,)),
        ("record-of-nothing", (9,)),
    ]
    assert "�" in reading.problems[2].subject


def test_what_has_no_place_is_named():
    reading = read([answer(standard(remark="备注", empty=None), certificate()), {"code": 500, "data": None}, 7])

    assert [(each.rule, each.subject) for each in reading.not_read] == [
        ("answer-without-records", '{"code": 500, "data": null}'),
        ("value-of-no-record", "7"),
        ("field-not-kept", "certificateDesc (1)"),
        ("field-not-kept", "remark (1)"),
    ]


def test_totals_of_answers_are_kept():
    reading = read([answer(standard(), total=446), {"data": {"records": []}}, answer(standard(4), total=1)])

    assert [tuple(each) for each in reading.answers] == [(1, 446, True), (0, None, None), (1, 1, True)]


@pytest.mark.parametrize(
    ("name", "read_as"),
    [
        ("示例职业技能等级标准（2021年2.0版）", "示例"),
        ("《示例职业技能等级标准》", "示例"),
        ("示例职业技能等级证书", "示例"),
        ("示例（BIM）", "示例（BIM）"),
    ],
)
def test_the_name_of_the_certificate_is_that_of_the_standard_without_its_kind(name, read_as):
    assert read(standard(standardName=name, certInfos=[])).records[0].name == read_as


def test_a_certificate_of_another_name_within_is_a_guess():
    reading = read(standard(certInfos=[{"certificateName": "另一证书", "certificateGrade": "1"}]))

    assert rules(reading.guesses) == [("certificate-named-otherwise", (1,))]
    assert reading.records[0].name == NAME


# ---- doubled and contradicting records


def entries(*records):
    return entries_of(read([*records]).records)


def test_a_doubled_record_stands_once():
    found = entries(standard(), standard(4), standard())

    assert [(each.numbers, each.is_contradicted) for each in found.entries] == [((1, 3), False), ((2,), False)]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ([standard(stateDt="2020-01-01")], [("doubled-records-disagree", (1, 3))]),
        ([standard(8, standardCode="990003")], [("code-with-another-name", (1, 3))]),
        ([standard(8, name=NAME, certInfos=[])], [("name-with-another-code", (1, 3))]),
        (
            [standard(8, name=NAME, standardCode="990003", certInfos=[], xzhOrgName="另一机构")],
            [("name-with-another-organization", (1, 3))],
        ),
        ([certificate(certificateId="another")], [("level-with-another-id", (1, 3))]),
        ([certificate(xzhOrgName="另一机构")], [("name-with-another-organization", (1, 3))]),
    ],
)
def test_records_that_contradict_each_other_are_left_out(others, found):
    made = entries(standard(), standard(4), *others)

    assert rules(made.problems) == found
    left_out = {number for each in made.entries if each.is_contradicted for number in each.numbers}
    assert left_out == {1, 3}


def test_the_disagreement_names_code_and_fields():
    (problem,) = entries(standard(), standard(stateDt="2020-01-01", standardUrl=None)).problems

    assert problem.subject == f"990003 {NAME}职业技能等级标准 (date, files)"


# ---- hostile and broken files


def test_what_is_no_json_is_named_with_line_and_column():
    cut = as_lines(standard(), standard(4))[:-20]

    with pytest.raises(ListJsonError) as refused:
        read_list(cut)

    assert refused.value.details["line"] == 2
    assert refused.value.code == "LIST_JSON"


@pytest.mark.parametrize(
    "data",
    [
        b'{"standardCode": "1", "standardCode": "2"}',
        b"[NaN]",
        b"[1e999]",
        b"[" + b"9" * 50 + b"]",
        b"standardCode,standardName\n1,2\n",
    ],
)
def test_json_that_no_server_writes_is_refused(data):
    with pytest.raises(ListJsonError):
        read_list(data)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"data": {"records": [], "total": 0}}', b'["a", 1, null]'])
def test_a_file_without_any_record_is_refused(data):
    with pytest.raises(ListFormError):
        read_list(data)


def test_bombs_are_refused_before_they_are_built(monkeypatch):
    deep = b"[" * 100_000 + b"]" * 100_000
    unclosed = b'["' + rb"\"" * 1_000_000
    wide = b"[" + b"[]," * 200_001 + b"[]]"
    bombs = {
        ListTooDeepError: [deep, b'{"a":' * 17],
        DocumentTooLargeError: [wide, b" " * (list_json.BYTES_LARGEST + 1)],
    }

    for error, files in bombs.items():
        for each in files:
            with pytest.raises(error):
                read_list(each)
    with pytest.raises(ListJsonError):
        read_list(unclosed)
    monkeypatch.setattr(list_reading, "RECORDS_LARGEST", 2)
    with pytest.raises(DocumentTooLargeError):
        read([standard(), standard(4), standard(5)])
    with pytest.raises(DocumentTooLargeError):
        read([1, 2, 3])


def test_brackets_within_texts_are_not_counted():
    name = "[" * 100 + r"\"{"

    assert len(read([standard(note=name), standard(4)]).records) == 2


def test_a_bomb_within_a_text_is_not_read():
    reading = read(standard(standardUrl="[" * 1_000 + "]" * 1_000, certInfos="{" * 1_000))

    assert sorted(each.rule for each in reading.not_read) == ["file-key-not-read", "level-not-read"]


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(DocumentDamagedError):
        read_list(b"\xff\xfe\x00")


def test_mutated_lists_are_read_or_refused_in_words():
    rng = random.Random(5)
    good = as_lines(answer(standard(), certificate(), total=9), [standard(4)])
    outcomes = set()
    for _ in range(400):
        data = bytearray(good)
        for _ in range(rng.randint(1, 6)):
            place = rng.randrange(len(data))
            data[place : place + rng.randint(0, 3)] = rng.randbytes(rng.randint(0, 3))
        try:
            entries_of(read_list(bytes(data)).records)
            outcomes.add("read")
        except DocumentError as error:
            outcomes.add(error.code)
    assert {"read", "LIST_JSON"} <= outcomes


def test_a_total_that_is_no_number_of_records_is_named():
    reading = read([answer(standard(), total="9" * 5_000), answer(standard(4), total="12"), answer(total=True)])

    assert [each.total for each in reading.answers] == [None, 12, None]
    assert [each.rule for each in reading.not_read] == ["total-not-read", "total-not-read"]


def test_names_within_are_few_and_short():
    reading = read(standard(certInfos=["很长的另一名称" * 25, *(f"另一证书{number}" for number in range(9))]))

    assert [each.rule for each in reading.guesses] == ["certificate-named-otherwise"] * 6
    assert reading.guesses[0].subject.endswith("…")
    assert reading.guesses[-1].subject.endswith(": … +5")
    assert max(len(each.subject) for each in reading.guesses) < 200


@pytest.mark.slow
@pytest.mark.parametrize("text", ["（" * 2_000_000, "名，" * 1_000_000, "初级" * 1_000_000])
def test_a_text_that_is_far_too_long_is_named_at_once(text):
    records = [standard(certInfos=text), standard(4, standardName=text), standard(5, certInfos=[text])]

    for each in records:
        reading = read(each)
        assert {remark.rule for remark in (*reading.problems, *reading.not_read)} <= {
            "level-not-read",
            "record-without-name",
            "text-not-to-keep",
        }
        assert len([*reading.problems, *reading.not_read, *reading.guesses]) <= 2
    reading = read(standard(certInfos=[{"certName": text, "certificateGrade": "1"}]))
    assert [tuple(each) for each in reading.records[0].levels] == [("ELEMENTARY", "")]


@pytest.mark.parametrize(
    ("item", "levels", "against"),
    [
        ({"levelId": 1, "certificateGrade": "3"}, ["ADVANCED"], None),
        ({"gradeSort": 1, "level_order": 2, "level": "3"}, ["ADVANCED"], None),
        ({"level": "1", "certificateGrade": "3"}, ["ADVANCED"], "ADVANCED (level 1)"),
        ({"level": "高级", "certificateGrade": "3"}, ["ADVANCED"], None),
        ({"grade": {"id": 1, "sort": 2, "gradeId": 2, "code": "3"}}, ["ADVANCED"], None),
        ({"certName": "示例（初级）", "grade": "3"}, ["ADVANCED"], "ADVANCED (certificateName 示例（初级）)"),
    ],
)
def test_the_grade_says_the_level_and_what_says_another_is_named(item, levels, against):
    reading = read(standard(certInfos=[item], standardName="示例职业技能等级标准"))

    assert [each.level for each in reading.records[0].levels] == levels
    found = [each.subject.partition("certInfos ")[2] for each in reading.guesses]
    assert found == ([against] if against else [])
    assert unread(reading) == []


def test_a_grade_that_contradicts_the_name_of_a_certificate_is_named():
    reading = read(certificate("3", certificateName="示例（初级）"))

    assert [each.level for each in reading.records[0].levels] == ["ADVANCED"]
    assert [(each.rule, each.records) for each in reading.guesses] == [("level-against-another", (1,))]


@pytest.mark.parametrize(
    ("url", "files", "not_read"),
    [
        ([{"fileKey": "a"}, "b.pdf"], [("a", "")], ["b.pdf"]),
        ([{"fileKey": "a"}, {"fileKey": "k" * 1_001}], [("a", "")], ['{"fileKey": "kkk']),
        ([{"fileKey": "a"}, {"fileKey": "\x00"}], [("a", "")], ['{"fileKey": "\\u0000"}']),
        ([{"fileKey": "a", "fileName": "名" * 201}], [("a", "")], ["a: 名名名"]),
        ([{"fileKey": "a"}, {"url": "x"}, 7], [("a", "")], ['{"url": "x"}', "7"]),
        ({"files": [{"fileKey": "a"}], "count": 1}, [("a", "")], ["standardUrl.count (1)"]),
        (["a", "b", "c", "d", "e", "f", "g"], [], ["a", "b", "c", "d", "e", "… +2"]),
    ],
)
def test_what_could_not_be_read_next_to_a_file_is_named(url, files, not_read):
    reading = read(standard(standardUrl=url))

    assert [tuple(each) for each in reading.records[0].files] == files
    assert {each.rule for each in reading.not_read} <= {"file-key-not-read", "field-not-kept"}
    subjects = [each.subject.rpartition("标准: ")[2] for each in reading.not_read]
    assert [subject[: len(part)] for subject, part in zip(subjects, not_read, strict=True)] == not_read


@pytest.mark.parametrize(
    ("item", "levels", "remark"),
    [
        ({"gradeList": ["1", "专家级"]}, [("ELEMENTARY", "")], ("level-not-read", "专家级")),
        ({"grade": "专家级", "level": "2"}, [("INTERMEDIATE", "")], ("level-not-read", "专家级")),
        ({"grade": "1", "certificateId": "\x00"}, [("ELEMENTARY", "")], ("level-part-not-kept", "id �")),
        ({"grade": "1", "certificateId": "9" * 201}, [("ELEMENTARY", "")], ("level-part-not-kept", "id 999")),
        ({"grade": "1", "certName": {"a": 1}}, [("ELEMENTARY", "")], ("level-part-not-kept", 'name {"a": 1}')),
        (
            {"grade": ["1", "2"], "certificateId": "x"},
            [("ELEMENTARY", ""), ("INTERMEDIATE", "")],
            ("level-part-not-kept", "id x"),
        ),
    ],
)
def test_what_could_not_be_read_next_to_a_level_is_named(item, levels, remark):
    reading = read(standard(certInfos=[item]))

    assert [tuple(each) for each in reading.records[0].levels] == levels
    ((rule, subject),) = [(each.rule, each.subject.partition("certInfos ")[2]) for each in reading.not_read]
    assert rule == remark[0]
    assert subject.startswith(remark[1])


@pytest.mark.parametrize(
    ("answers", "total", "missing"),
    [
        # Many standards do not make up for levels that are missing.
        ([answer(*map(standard, range(4, 10)), total=6), answer(certificate(), total=5)], 11, 4),
        ([answer(standard(), total=3), answer(standard(4), total=3), answer(certificate(), total=1)], 4, 1),
        ([answer(standard(), certificate(), total=5)], 5, 3),
        ([answer(standard(), total=2), answer(total=9)], 9, 8),
        ([answer(standard(), "broken", total=2)], 2, 0),
        ([answer(standard(), total=None)], 1, 0),
        ([[standard()]], None, None),
    ],
)
def test_what_is_missing_is_counted_by_kind(answers, total, missing):
    reading = read(answers)
    findings = tuple(
        EntryFinding(each, GraphState.NOTHING, None, (), (), (), ()) for each in entries_of(reading.records).entries
    )

    found = completeness(ListReport(reading, entries_of(reading.records), findings))

    assert (found.total, found.missing_at_least) == (total, missing)
