"""Progress where no terminal is: a log shows what a load is at."""

from server.commands.progress import progress_bars
from server.commands.serve import _bring_up_to_date
from server.settings import Settings
from tests.resolvers.editing.small_seeds import write_small_seeds
from tests.waiting import Clock


def test_a_log_gets_a_line_for_each_stage(capfd):
    with progress_bars() as tell:
        for done in range(3):
            tell("check", done, 1)
        tell("write", 0, 51_564)
        tell("write", 51_564, 51_564)

    assert capfd.readouterr().err.splitlines() == ["check", "write (51,564)"]


def test_a_stage_that_takes_long_says_how_far_it_is(capfd):
    clock = Clock()
    with progress_bars(clock.monotonic) as tell:
        tell("write", 0, 900)
        for done in (300, 600, 900):
            clock.advance(10)
            tell("write", done, 900)

    assert capfd.readouterr().err.splitlines() == ["write (900)", "write 600 / 900"]


def test_the_stages_are_told_in_chinese_too(capfd, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    with progress_bars() as tell:
        for stage in ("check", "prepare", "compare"):
            tell(stage, 0, 1)
        tell("write", 0, 51_564)

    assert capfd.readouterr().err.splitlines() == ["检查", "准备", "比较", "写入 (51,564)"]


async def test_a_first_start_says_why_no_answer_comes_yet_and_a_second_does_not(database, capsys, tmp_path):
    write_small_seeds(tmp_path / "seeds")
    settings = Settings(data_dir=tmp_path / "var", seeds_dir=(tmp_path / "seeds",))
    told = []
    for _ in range(2):
        await _bring_up_to_date(settings, database.address, lambda *_: None)
        told.append(capsys.readouterr().err)

    assert told[0].startswith(f"Nothing is loaded in {settings.data_dir} yet.")
    assert "mounted" in told[0]
    assert told[1] == ""
