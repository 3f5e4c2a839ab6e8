"""Which texts are days of the calendar."""

import pytest

from graph.model.days import is_day


@pytest.mark.parametrize("text", ["2019-04-04", "2020-02-29", "0001-01-01", "9999-12-31"])
def test_a_day_of_the_calendar_is_one(text):
    assert is_day(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2019-02-29",
        "2019-04-31",
        "20190404",
        "2019-W14-4",
        "2019-4-4",
        "2019-04-04T00:00",
        " 2019-04-04",
        "２０１９-04-04",
    ],
)
def test_nothing_else_is(text):
    assert not is_day(text)
