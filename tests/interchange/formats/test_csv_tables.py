"""CSV that a spreadsheet opens safely."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from interchange.formats.csv_tables import original_text, write_csv

TEXT = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=12)


def test_a_text_that_would_be_run_as_a_formula_is_shown_as_text():
    written = b"".join(write_csv(["名称"], [["=1+1"], ["@SUM(A1)"], ["-x"], ["＝A1"], [-5], [None]]))

    assert written.decode().split("\r\n") == ["名称", "'=1+1", "'@SUM(A1)", "'-x", "'＝A1", "-5", '""', ""]


def test_the_mark_of_excel_comes_first_and_only_where_it_is_asked_for():
    marked, plain = (b"".join(write_csv(["a"], [[1]], for_excel=each)) for each in (True, False))

    assert marked == b"\xef\xbb\xbf" + plain


@given(st.lists(st.tuples(TEXT, st.integers(), st.none() | st.floats(allow_nan=False)), max_size=20))
def test_what_was_written_is_read_again(rows):
    text = b"".join(write_csv(["t", "i", "f"], rows)).decode()
    head, *read = csv.reader(io.StringIO(text, newline=""))

    assert head == ["t", "i", "f"]
    assert len(read) == len(rows)
    for (shown, number, share), (given_text, given_number, given_share) in zip(read, rows, strict=True):
        assert shown in (given_text, f"'{given_text}")
        assert int(number) == given_number
        assert (float(share) if share else None) == given_share


@given(st.lists(TEXT | st.sampled_from(["'=1", "''=1", "'x", "=1"]), max_size=20))
def test_a_text_is_read_as_it_was_before_its_apostrophe(texts):
    written = b"".join(write_csv(["t"], [[each] for each in texts])).decode()
    _, *read = csv.reader(io.StringIO(written, newline=""))

    assert [original_text(each) for (each,) in read] == texts


def test_many_rows_come_in_pieces():
    assert len(list(write_csv(["a"], ([each] for each in range(1_200))))) == 3
