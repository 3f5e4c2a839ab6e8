"""Progress where no terminal is: a log shows what a load is at."""

from server.commands.progress import progress_bars


def test_a_log_gets_a_line_for_each_stage(capfd):
    with progress_bars() as tell:
        for done in range(3):
            tell("check", done, 1)
        tell("write", 0, 51_564)
        tell("write", 51_564, 51_564)

    assert capfd.readouterr().err.splitlines() == ["check", "write (51,564)"]
