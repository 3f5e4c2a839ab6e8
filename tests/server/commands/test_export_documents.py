"""``oneplusx export alignments``: the file that a designer takes away."""

import csv
import io

import openpyxl
import pytest

from tests.command_line import oneplusx
from tests.conftest import settings_of


def exported(path, address, *options):
    return oneplusx("export", "alignments", path, *options, folder=path.parent, LANG="en", **settings_of(address))


def test_a_programme_and_a_certificate_are_exported(national_address, tmp_path):
    path = tmp_path / "alignments.xlsx"
    done = exported(path, national_address, "--standard", "510203", "--certificate", "510084", "--language", "zh")

    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = [row for row in sheet.iter_rows(min_row=2, values_only=True) if row[0]]
    assert (done.returncode, done.stdout) == (0, f"{path}: {len(rows)} alignments.\n")
    assert {row[2] for row in rows} == {"TeachingStandard:2025:510203"}
    assert {row[6].split(":")[1] for row in rows} == {"510084"}
    assert len(rows) > 100


def test_all_alignments_are_exported_as_csv(national_address, tmp_path):
    path = tmp_path / "alignments.CSV"
    done = exported(path, national_address, "--language", "en")

    head, *rows = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    assert (done.returncode, head[:3]) == (0, ["Alignment id", "Version", "Standard id"])
    assert done.stdout == f"{path}: {len(rows)} alignments.\n"


def test_suggestions_stand_below_the_alignments(national_address, tmp_path):
    path = tmp_path / "alignments.csv"
    scope = ("--standard", "510203", "--certificate", "510084", "--language", "zh")
    done = exported(path, national_address, *scope, "--suggestions", "30")

    head, *rows = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    alignment, ground, kind = (head.index(each) for each in ("对接编号", "建议依据", "对接类型"))
    assert (done.returncode, done.stdout) == (0, f"{path}: {len(rows) - 30} alignments, 30 suggestions.\n")
    assert all(row[alignment] and not row[ground] for row in rows[:-30])
    assert all(row[ground] and not row[alignment] and not row[kind] for row in rows[-30:])


@pytest.mark.parametrize(
    ("name", "options", "code"),
    [
        ("a.xls", (), "EXPORT_FILE"),
        ("a.xlsx", ("--standard", "999999"), "NOT_FOUND"),
        ("a.xlsx", ("--certificate", "Web前端开发"), "NOT_KNOWN"),
        ("none/a.xlsx", (), "REPORT_FILE"),
    ],
)
def test_what_cannot_be_exported_is_refused_with_a_code(name, options, code, national_address, tmp_path):
    done = oneplusx(
        "export", "alignments", tmp_path / name, *options, folder=tmp_path, LANG="en", **settings_of(national_address)
    )

    assert (done.returncode, done.stderr.split()[0]) == (1, code)
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("options", [("--suggestions", "10"), ("--suggestions", "10", "--standard", "510203")])
def test_suggestions_need_a_programme_and_a_certificate(options, tmp_path):
    done = oneplusx("export", "alignments", tmp_path / "a.xlsx", *options, folder=tmp_path, LANG="en")

    assert (done.returncode, done.stderr.split()[0]) == (2, "USAGE")
