"""Distinct names: what stands behind a title, in both languages, and no two alike among the seeds."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from graph.model import MODEL
from graph.model.distinct_names import distinct_name, name_properties

SEEDS = Path(__file__).parents[3] / "seeds" / "data"


def rows_of(file):
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return [*csv.DictReader(lines)]


@pytest.mark.parametrize(
    ("kind", "values", "chinese", "english"),
    [
        (
            "Major",
            ["电子商务", "2021", "ASSOCIATE", "530701"],
            "电子商务（2021，高职专科，530701）",
            "电子商务 (2021, associate, 530701)",
        ),
        # A major of which no source shows the code: edition and level are left.
        (
            "Major",
            ["医用软件", "2004", "BACHELOR", None],
            "医用软件（2004，高职本科）",
            "医用软件 (2004, bachelor)",
        ),
        # Editions that are words are named in the language.
        (
            "Major",
            ["电子商务", "undergraduate", "UNDERGRADUATE", "120801"],
            "电子商务（本科专业目录，普通本科，120801）",
            "电子商务 (undergraduate catalogue, undergraduate, 120801)",
        ),
        (
            "Major",
            ["电子商务", "before-2021", "SECONDARY", None],
            "电子商务（2021年以前，中职）",
            "电子商务 (before 2021, secondary)",
        ),
        ("Certificate", ["JavaWeb应用开发"], "JavaWeb应用开发", "JavaWeb应用开发"),
        ("CertificateLevel", ["网店运营", "INTERMEDIATE"], "网店运营（中级）", "网店运营 (intermediate)"),
        (
            "Course",
            ["数据库技术", 2025, "510203", 3],
            "数据库技术（2025，510203，#3）",
            "数据库技术 (2025, 510203, #3)",
        ),
        # No title: the term stands for it. A code that the model does not know is shown as it is.
        (
            "OutlineTopic",
            [None, "大数据", None, 2],
            "证书内容纲要（非正式标准）（大数据，#2）",
            "OutlineTopic (大数据, #2)",
        ),
        ("CertificateLevel", ["网店运营", "EXPERT"], "网店运营（EXPERT）", "网店运营 (EXPERT)"),
        # One line, and not a long one.
        ("Rule", ["第一行\n第二行", "HV3", "01"], "第一行 第二行（HV3，01）", "第一行 第二行 (HV3, 01)"),
        ("Rule", ["长" * 61, "HV3", "01"], f"{'长' * 59}…（HV3，01）", f"{'长' * 59}… (HV3, 01)"),
        # Nothing tells it apart but the whole name.
        ("Certificate", ["长" * 61], "长" * 61, "长" * 61),
    ],
)
def test_a_name_is_the_title_and_what_tells_it_apart(kind, values, chinese, english):
    node_type = MODEL.node_types[kind]

    names = [distinct_name(node_type, language, values) for language in ("CHINESE", "ENGLISH")]

    assert names == [chinese, english]


@pytest.mark.parametrize("node_type", MODEL.node_types.values(), ids=lambda each: each.name)
@pytest.mark.parametrize("language", ["CHINESE", "ENGLISH"])
def test_no_two_nodes_of_the_seeds_have_the_same(node_type, language):
    # A source may stand in several folders; seed files have no column for what an import alone reads.
    names = {
        row["id"]: distinct_name(node_type, language, [row.get(each.name) for each in name_properties(node_type)])
        for file in SEEDS.glob(f"*/nodes/{node_type.name}.csv")
        for row in rows_of(file)
    }

    assert [name for name, count in Counter(names.values()).items() if count > 1] == []


def test_what_distinguishes_holds_the_whole_key():
    # Else two nodes could share a name: a key names one node, and the name shows every part of it.
    assert {
        each.name: missing
        for each in MODEL.node_types.values()
        if (missing := {*each.key} - {each.title, *each.distinction})
    } == {}
