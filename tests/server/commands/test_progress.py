"""Progress where no terminal is: a log shows what a load is at."""

from server.commands.progress import progress_bars


def test_a_log_gets_a_line_for_each_stage(capfd):
    with progress_bars() as tell:
        for done in range(3):
            tell("check", done, 1)
        tell("write", 0, 51_564)
        tell("write", 51_564, 51_564)

    assert capfd.readouterr().err.splitlines() == ["check", "write (51,564)"]


def test_the_stages_are_told_in_chinese_too(capfd, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    with progress_bars() as tell:
        for stage in ("check", "prepare", "compare"):
            tell(stage, 0, 1)
        tell("write", 0, 51_564)

    assert capfd.readouterr().err.splitlines() == ["检查", "准备", "比较", "写入 (51,564)"]
