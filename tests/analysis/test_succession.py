"""What can be said of a day."""

import pytest

from analysis.succession import Handover, handover, is_issued, standing


@pytest.mark.parametrize(
    ("issued_on", "reference", "day", "expected"),
    [
        ("2019-04-23", "人社部发〔2019〕34号", "2019-04-23", True),
        ("2019-04-23", "人社部发〔2019〕34号", "2019-04-22", False),
        (None, "人社厅函〔2025〕154号", "2026-01-01", True),
        (None, "人社厅函〔2025〕154号", "2025-12-31", None),
        (None, "人社厅函〔2025〕154号", "2024-12-31", False),
        (None, "第四批职业技能等级证书公示", "2026-01-01", None),
    ],
)
def test_a_document_was_issued_on_its_day_else_by_the_year_of_its_number(issued_on, reference, day, expected):
    assert is_issued(issued_on, reference, day) is expected


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "expected"),
    [
        (None, None, "UNKNOWN"),
        (None, "2027-01-01", "UNKNOWN"),
        (None, "2026-01-01", "ENDED"),
        ("2020-01-01", None, "IN_FORCE"),
        ("2026-01-01", None, "IN_FORCE"),
        ("2020-01-01", "2026-01-01", "ENDED"),
        ("2026-01-02", None, "NOT_YET"),
    ],
)
def test_standing_needs_a_known_day(valid_from, valid_to, expected):
    assert standing(valid_from, valid_to, "2026-01-01") == expected


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([], ("NOT_DECIDED", None)),
        ([Handover(is_made=False, due_on="2025-12-31")], ("NOT_DECIDED", None)),
        ([Handover(is_made=None, due_on="2025-12-31")], ("UNKNOWN", "2025-12-31")),
        ([Handover(is_made=True, due_on="2026-01-01")], ("DUE", "2026-01-01")),
        ([Handover(is_made=True, due_on="2026-01-02")], ("DECIDED", "2026-01-02")),
        ([Handover(is_made=True, due_on=None)], ("DECIDED", None)),
        (
            [Handover(is_made=True, due_on="2025-01-01"), Handover(is_made=None, due_on="2027-01-01")],
            ("DUE", "2025-01-01"),
        ),
    ],
)
def test_a_handover_is_decided_then_due_and_never_told_before_it_is_known(decisions, expected):
    assert handover(decisions, "2026-01-01") == expected
