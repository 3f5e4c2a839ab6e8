"""The seed check: every kind of problem at its exact place, all problems in one run, and never an exception."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import MODEL
from graph.model.core import FEW_LIMIT
from seeds.checks.check import check
from seeds.checks.problems import TEXTS, SeedsError
from tests.seeds.conftest import problems_of

MAJOR = "small/nodes/Major.csv"
CERTIFICATE = "small/nodes/Certificate.csv"
CATALOGUE = "small/nodes/Catalogue.csv"
STATISTIC = "small/nodes/Statistic.csv"
LISTED = "small/links/LISTED_IN.csv"
REPLACED = "small/links/REPLACED_BY.csv"


def test_good_files_have_no_problem_and_are_counted(small):
    report = check(small.path)

    assert report.problems == ()
    assert report.is_good
    assert report.nodes == 9
    assert report.links == 4
    assert report.counts["Major"] == 3


def test_values_are_typed(small):
    rows = {table.file.type_name: table.rows for table in check(small.path).tables}

    assert rows["Certificate"][0]["aliases"] == ["前端", "Web开发"]
    assert rows["Certificate"][0]["levelsSeen"] == []
    assert rows["Certificate"][0]["batch"] == 1
    assert rows["Certificate"][0]["standardCode"] is None
    assert rows["Certificate"][0]["validFrom"] == "2019-04-04"
    assert rows["Major"][1]["isStateControlled"] is True
    assert rows["Statistic"][0]["value"] == 2.5


# File, what to replace by what, and the problem that it makes: kind, row, column, value.
SPOILT = [
    (MAJOR, "软件技术,ASSOCIATE,false,,,,OFFICIAL", ",ASSOCIATE,false,,,,OFFICIAL", ("required", 2, "name", "")),
    (CERTIFICATE, ",1,2019,", ",eins,2019,", ("integer", 2, "batch", "eins")),
    (CERTIFICATE, ",1,2019,", ",01,2019,", ("integer", 2, "batch", "01")),
    (CERTIFICATE, ",1,2019,", ",１,2019,", ("integer", 2, "batch", "１")),
    (CERTIFICATE, ",1,2019,", ",1_0,2019,", ("integer", 2, "batch", "1_0")),
    (CERTIFICATE, ",1,2019,", ",1.0,2019,", ("integer", 2, "batch", "1.0")),
    (CERTIFICATE, ",1,2019,", ",3000000000,2019,", ("integer-range", 2, "batch", "3000000000")),
    (CERTIFICATE, ",1,2019,", f",{'9' * 900},2019,", ("integer-range", 2, "batch", "9" * 79 + "…")),
    (STATISTIC, "2.5,2.5", "2 5,2.5", ("number", 2, "value", "2 5")),
    (STATISTIC, "2.5,2.5", "nan,2.5", ("number", 2, "value", "nan")),
    (STATISTIC, "2.5,2.5", "1e5,2.5", ("number", 2, "value", "1e5")),
    (STATISTIC, "2.5,2.5", f"{'9' * 400},2.5", ("number", 2, "value", "9" * 79 + "…")),
    (MAJOR, "ASSOCIATE,true", "ASSOCIATE,TRUE", ("boolean", 3, "isStateControlled", "TRUE")),
    (CERTIFICATE, "2019-04-04", "2019-02-30", ("date", 2, "validFrom", "2019-02-30")),
    (CERTIFICATE, "2019-04-04", "20190404", ("date", 2, "validFrom", "20190404")),
    (CERTIFICATE, "2019-04-04", "2019-4-4", ("date", 2, "validFrom", "2019-4-4")),
    (MAJOR, "护理,ASSOCIATE", "护理,COLLEGE", ("code", 3, "educationLevel", "COLLEGE")),
    (MAJOR, "REPORTED", "HEARD", ("code", 4, "basis", "HEARD")),
    (MAJOR, "见附件", "见\x07附件", ("character", 3, "sourceNote", "见\x07附件")),
    (MAJOR, "见附件", "见\u202e附件", ("character", 3, "sourceNote", "见\u202e附件")),
    (MAJOR, "见附件", "见\u200b附件", ("character", 3, "sourceNote", "见\u200b附件")),
    (MAJOR, "护理", "\u3164", ("character", 3, "name", "\u3164")),
    (CERTIFICATE, ",1,2019,", ",0,2019,", ("out-of-range", 2, "batch", "0")),
    (CERTIFICATE, ",1,2019,", ",1,20190,", ("out-of-range", 2, "batchYear", "20190")),
    (MAJOR, "见附件", "见\ufffd附件", ("character", 3, "sourceNote", "见\ufffd附件")),
    (MAJOR, "见附件", " 见附件", ("spaces", 3, "sourceNote", " 见附件")),
    (MAJOR, "见附件", "见" * 20001, ("too-long", 3, "sourceNote", "见" * 79 + "…")),
    (MAJOR, "护理", "护" * 1001, ("too-long", 3, "name", "护" * 79 + "…")),
    (CERTIFICATE, "前端|Web开发", "前端||Web开发", ("item-empty", 2, "aliases", "前端||Web开发")),
    (CERTIFICATE, "前端|Web开发", "前端|", ("item-empty", 2, "aliases", "前端|")),
    (MAJOR, "Major:2015:610205", "Major:2015:610206", ("id-composition", 4, "id", "Major:2015:610206")),
    (MAJOR, "Source:t.S1|Source:t.S2", "Source:t.S1|Source:t.S9", ("source-unknown", 3, "sourceIds", "Source:t.S9")),
    (MAJOR, "Source:t.S1|Source:t.S2", "Catalogue:2021", ("source-unknown", 3, "sourceIds", "Catalogue:2021")),
    (MAJOR, "Source:t.S1|Source:t.S2", "", ("source-missing", 3, "sourceIds", "")),
    (REPLACED, "Source:t.S2", "", ("source-missing", 2, "sourceIds", "")),
    (REPLACED, "代码调整", "", ("required", 2, "change", "")),
    (REPLACED, "REPORTED", "ILLUSTRATIVE", ("illustrative", 2, "basis", "ILLUSTRATIVE")),
    (CERTIFICATE, "2019-04-04,,", "2019-04-04,2019-04-04,", ("validity", 2, "validTo", "2019-04-04")),
    (LISTED, "Major:2015:610205", "Major:2015:999999", ("end-missing", 4, "start", "Major:2015:999999")),
    (LISTED, "Catalogue:2015", "Catalogue:2014", ("end-missing", 4, "end", "Catalogue:2014")),
    (LISTED, "Catalogue:2015", "Major:2021:510203", ("end-type", 4, "end", "Major:2021:510203")),
    (LISTED, "Catalogue:2015", "", ("required", 4, "end", "")),
]


@pytest.mark.parametrize(("file", "before", "after", "expected"), SPOILT)
def test_a_bad_cell_is_told_at_its_place(small, file, before, after, expected):
    small.replace(file, before, after)

    kind, row, column, value = expected
    # A node that was lost with its id takes its links along: those are reported as well, in other files.
    assert [each for each in problems_of(small) if each[1] == file] == [(kind, file, row, column, value)]


def test_the_range_is_named(small):
    small.replace(CERTIFICATE, ",1,2019,", ",1,19,")

    (found,) = check(small.path).problems

    place = (
        "small/nodes/Certificate.csv, row 2, column batchYear",
        "small/nodes/Certificate.csv，第 2 行，列 batchYear",
    )
    assert found.message("en") == f"{place[0]}: '19' out of range: it takes 1900 … 2100"
    assert found.message("zh") == f"{place[1]}：'19' 超出范围：取值为 1900 … 2100"


def test_the_codes_are_listed(small):
    small.replace(MAJOR, "护理,ASSOCIATE", "护理,COLLEGE")

    (found,) = check(small.path).problems

    assert found.message("en") == (
        "small/nodes/Major.csv, row 3, column educationLevel: 'COLLEGE' not one of the codes "
        "SECONDARY, ASSOCIATE, BACHELOR, UNDERGRADUATE: use one of them"
    )
    assert found.message("zh") == (
        "small/nodes/Major.csv，第 3 行，列 educationLevel：'COLLEGE' 不在代码表 "
        "SECONDARY, ASSOCIATE, BACHELOR, UNDERGRADUATE 之中：请使用其中之一"
    )


@pytest.mark.parametrize(
    ("name", "kind", "value"),
    [
        ("small/nodes/Majors.csv", "type-unknown", "Majors"),
        ("small/nodes/major.csv", "type-unknown", "major"),
        ("small/nodes/Release.csv", "type-unknown", "Release"),
        ("small/links/Major.csv", "type-unknown", "Major"),
        ("small/nodes/Major.yaml", "file-unknown", ""),
        ("small/Major.csv", "file-unknown", ""),
        ("nodes/Major.csv", "file-unknown", ""),
        ("small/nodes/deep/Major.csv", "file-unknown", ""),
        ("small/nodes/Major.csv~", "file-unknown", ""),
    ],
)
def test_a_file_that_is_no_seed_file_is_told(small, name, kind, value):
    small.write(name, "id\n")

    assert problems_of(small) == [(kind, name, 0, "", value)]


def test_files_about_the_seeds_and_hidden_files_are_left_alone(small):
    for name in ("README.md", "REPORT.csv", "small/SOURCES.md", "small/.DS_Store", ".cache/x.csv"):
        small.write(name, "anything")

    assert problems_of(small) == []


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("id,edition,name,basis,sourceIds", [("column-missing", "sourceNote")]),
        ("id,edition,name,basis,sourceIds,sourceNote,pinyin", [("column-unknown", "pinyin")]),
        ("id,edition,name,basis,sourceIds,sourceNote,name", [("column-duplicate", "name")]),
        (
            "id,edition,Name,basis,sourceIds,sourceNote",
            [("column-missing", "name"), ("column-unknown", "Name")],
        ),
        ("", [("empty-file", "")]),
    ],
)
def test_a_wrong_header_is_told_by_column_and_its_rows_are_not_missed(small, header, expected):
    small.replace(CATALOGUE, "id,edition,name,basis,sourceIds,sourceNote", header)

    # No word about the links to catalogues, whose rows could not be read.
    found = [(kind, column, row) for kind, file, row, column, _ in problems_of(small) if file == CATALOGUE]
    assert sorted(found) == sorted((kind, column, 1) for kind, column in expected)
    assert len(found) == len(problems_of(small))


def test_columns_may_stand_in_any_order(small):
    small.write(CATALOGUE, "name,id,edition,sourceNote,sourceIds,basis\n")
    small.append(CATALOGUE, "专业目录2015,Catalogue:2015,2015,,Source:t.S1,OFFICIAL")
    small.append(CATALOGUE, "专业目录2021,Catalogue:2021,2021,,Source:t.S1,OFFICIAL")

    assert problems_of(small) == []


def test_ragged_rows_are_told_with_their_sizes(small):
    small.append(MAJOR, "Major:2021:1,2021")
    small.append(MAJOR, ",".join(["Major:2021:2", "2021", "2", "a", "ASSOCIATE", "true", *[""] * 8]))

    found = check(small.path).problems

    assert [(each.kind, each.row) for each in found] == [("ragged", 5), ("ragged", 6)]
    assert "2 cells, the header has 12" in found[0].en
    assert "14 cells, the header has 12" in found[1].en


def test_rows_are_counted_as_an_editor_does(small):
    small.replace(MAJOR, "见附件", '"见\n附件"')
    small.replace(MAJOR, "REPORTED", "HEARD")
    small.append(MAJOR, "\nragged")

    assert [(kind, row) for kind, _, row, _, _ in problems_of(small)] == [("code", 5), ("ragged", 7)]


def test_a_byte_order_mark_and_windows_line_ends_are_accepted(small):
    small.write(MAJOR, b"\xef\xbb\xbf" + small.text(MAJOR).replace("\n", "\r\n").encode())

    assert problems_of(small) == []


def test_a_file_in_another_encoding_is_told_with_the_byte(small):
    content = small.text(MAJOR).encode()
    small.write(MAJOR, content.replace("护理".encode(), "护理".encode("gb18030")))

    (found,) = check(small.path).problems

    assert (found.kind, found.file, found.row) == ("not-utf8", MAJOR, 3)
    assert re.search(r"from byte \d+", found.en)


def test_nul_bytes_are_told_by_row(small):
    small.replace(MAJOR, "护理", "护\0理")
    small.append(MAJOR, "\0")

    assert problems_of(small) == [("nul", MAJOR, 3, "", ""), ("nul", MAJOR, 5, "", "")]


def test_an_unclosed_quote_is_told(small):
    small.replace(MAJOR, "护理", '"护理')

    ((kind, file, _, _, _),) = problems_of(small)

    assert (kind, file) == ("csv", MAJOR)


def test_an_id_that_is_taken_is_told_even_in_another_set(small):
    small.write("other/nodes/Catalogue.csv", small.text(CATALOGUE).replace("专业目录2015", "又一个"))

    found = check(small.path).problems

    assert [(each.kind, each.file, each.row, each.column) for each in found] == [
        ("id-duplicate", CATALOGUE, 2, "id"),
        ("id-duplicate", CATALOGUE, 3, "id"),
    ]
    assert "other/nodes/Catalogue.csv:2" in found[0].en


def test_an_id_with_the_slug_of_another_is_told_with_the_slug(small, monkeypatch):
    # The real digest of two ids is the same once in a hundred million graphs.
    monkeypatch.setattr("graph.model.slugs.slug_number", lambda node_id: len(node_id.partition(":")[0]))

    found = [each for each in check(small.path).problems if each.file == CATALOGUE]

    assert [(each.kind, each.row, each.column) for each in found] == [("slug-taken", 3, "id")]
    assert "catalogue-0000000009" in found[0].en


def test_a_link_that_is_there_is_told_even_in_another_set(small):
    small.write("zz/links/REPLACED_BY.csv", small.text(REPLACED))

    (found,) = check(small.path).problems

    assert (found.kind, found.file, found.row) == ("link-duplicate", "zz/links/REPLACED_BY.csv", 2)
    assert "small/links/REPLACED_BY.csv:2" in found.en


def test_a_second_link_where_the_model_has_one_is_told(small):
    small.append(LISTED, "Major:2015:610205,Catalogue:2021,OFFICIAL,Source:t.S1,")

    (found,) = check(small.path).problems

    assert (found.kind, found.row, found.column, found.value) == ("more-than-one", 5, "start", "Major:2015:610205")
    assert "its one catalogue at small/links/LISTED_IN.csv:4" in found.en


@pytest.mark.slow
def test_more_links_than_a_short_list_takes_are_told_once_at_the_first_too_many(small):
    for number in range(FEW_LIMIT + 5):
        code = f"7{number:05}"
        small.append(MAJOR, f"Major:2021:{code},2021,{code},专业{number},ASSOCIATE,false,,,,OFFICIAL,Source:t.S1,")
        small.append(REPLACED, f"Major:2015:610205,Major:2021:{code},拆分,OFFICIAL,Source:t.S1,")

    # One successor was there before.
    line = 2 + FEW_LIMIT
    assert problems_of(small) == [("more-than-few", REPLACED, line, "start", "Major:2015:610205")]


def test_made_up_rows_are_welcome_in_an_illustrative_set(small):
    small.write(
        "illustrative-plans/nodes/Catalogue.csv",
        "id,edition,name,basis,sourceIds,sourceNote\nCatalogue:x,x,示例,ILLUSTRATIVE,Source:t.S1,\n",
    )

    assert problems_of(small) == []


def test_a_bad_row_does_not_make_its_links_bad(small):
    small.replace(CATALOGUE, "专业目录2015", "")

    assert problems_of(small) == [("required", CATALOGUE, 2, "name", "")]


def test_all_problems_of_all_files_are_told_in_one_run_in_order(small):
    small.replace(CERTIFICATE, "2019-04-04", "yesterday")
    small.replace(CERTIFICATE, ",1,2019,", ",x,2019,")
    small.replace(MAJOR, "REPORTED", "HEARD")
    small.append(LISTED, "Major:2021:510203,Catalogue:1999,OFFICIAL,Source:t.S7,")
    small.write("small/nodes/Nonsense.csv", "")

    assert problems_of(small) == [
        ("end-missing", LISTED, 5, "end", "Catalogue:1999"),
        ("source-unknown", LISTED, 5, "sourceIds", "Source:t.S7"),
        ("more-than-one", LISTED, 5, "start", "Major:2021:510203"),
        ("integer", CERTIFICATE, 2, "batch", "x"),
        ("date", CERTIFICATE, 2, "validFrom", "yesterday"),
        ("code", MAJOR, 4, "basis", "HEARD"),
        ("type-unknown", "small/nodes/Nonsense.csv", 0, "", "Nonsense"),
    ]


def test_one_problem_is_counted_as_one(small):
    small.replace(MAJOR, "REPORTED", "HEARD")

    with pytest.raises(SeedsError, match=r"^1 problem in the seed files; nothing was written\.\n"):
        check(small.path).require_good()


def test_requiring_good_files_raises_with_every_problem(small):
    small.replace(MAJOR, "REPORTED", "HEARD")
    small.replace(MAJOR, "见附件", " ")
    report = check(small.path)

    with pytest.raises(
        SeedsError, match=r"2 problems in the seed files; nothing was written\.\n  small/nodes"
    ) as error:
        report.require_good()

    assert error.value.problems == report.problems
    assert "种子文件有 2 处问题" in error.value.zh


def test_the_sha256_depends_on_names_and_contents_only(small, tmp_path):
    before = check(small.path).layers[0].sha256
    small.path.rename(tmp_path / "moved")
    small.path = tmp_path / "moved"

    assert check(small.path).layers[0].sha256 == before

    small.replace("small/nodes/Source.csv", "目录", "名录")
    assert check(small.path).layers[0].sha256 != before


def test_every_kind_of_problem_has_both_languages_and_the_same_details():
    for kind, (en, zh) in TEXTS.items():
        assert set(re.findall(r"{\w+}", en)) == set(re.findall(r"{\w+}", zh)), kind
        assert re.search(r"[\u4e00-\u9fff]", zh), kind


def test_every_kind_of_problem_is_documented():
    page = (Path(__file__).parents[2] / "docs" / "seeds.md").read_text().partition("The kinds of problem:")[2]
    kinds = {each for line in page.split("\n") if line.startswith("| ") for each in re.findall(r"`([a-z0-9-]+)`", line)}

    assert set(TEXTS) == kinds


@pytest.mark.slow
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode(errors="replace")))
)
def test_no_content_of_a_file_raises(small, content):
    header = small.text(MAJOR).split("\n")[0].encode() + b"\n"

    small.write("fuzz/nodes/Major.csv", content)
    check(small.path)
    small.write("fuzz/nodes/Major.csv", header + content)
    check(small.path)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_one_cell_holds_the_other_rows_are_still_checked(small, data):
    column = data.draw(st.sampled_from([each.name for each in MODEL.node_types["Major"].properties]))
    cell = data.draw(st.text(st.characters(blacklist_characters="\0", codec="utf-8"), max_size=40))
    names = small.text(MAJOR).split("\n")[0].split(",")
    cells = ["Major:2021:999", "2021", "999", "x", "ASSOCIATE", "true", "", "", "", "HEARD", "Source:t.S1", ""]
    cells[names.index(column)] = '"' + cell.replace('"', '""') + '"'
    small.write("fuzz/nodes/Major.csv", ",".join(names) + "\n" + ",".join(cells) + "\n")

    report = check(small.path)

    assert ("code", "basis") in {(each.kind, each.column) for each in report.problems}
    assert {each.file for each in report.problems} == {"fuzz/nodes/Major.csv"}
