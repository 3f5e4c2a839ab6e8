"""What an operator sets, and what is answered to a value that cannot be."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from server import settings as of_settings
from server.commands.main import main
from server.setting_problems import SettingsError
from server.settings import ROOT, LogLevel, Settings, read_settings, unknown_variables, variable

PROGRAM = Path(sys.executable).with_name("oneplusx")
HUGE = "9" * 200


@pytest.fixture(autouse=True)
def no_settings(monkeypatch, tmp_path):
    """Neither variables of ours nor a file of this machine."""
    for name in list(os.environ):
        if name.startswith("ONEPLUSX_"):
            monkeypatch.delenv(name)
    monkeypatch.setattr(of_settings, "ENV_FILES", (tmp_path / "project.env", tmp_path / ".env"))
    monkeypatch.setitem(Settings.model_config, "env_file", of_settings.ENV_FILES)
    monkeypatch.chdir(tmp_path)


ORIGINS = (
    "a text such as https://a.example or https://a.example,http://localhost:3000 is needed.",
    "须为形如 https://a.example 或 https://a.example,http://localhost:3000 的文本。",
)
HOME = (
    "this machine knows no home of that user. Write the path without `~`.",
    "本机没有该用户的主目录，请不用 `~` 书写路径。",
)
TIME = ("a number above 0 and up to 3600 is needed.", "须为大于 0 且不超过 3600 的数字。")
HEAP = (
    "a text such as 512m or 2g, from 256m to 256g is needed.",
    "须为形如 512m 或 2g 的文本，256m 至 256g。",
)
BAD = [
    ("PORT", "abc", "a whole number from 1 to 65535 is needed.", "须为 1 至 65535 之间的整数。"),
    ("PORT", "0", "a whole number from 1 to 65535 is needed.", "须为 1 至 65535 之间的整数。"),
    ("PORT", "8000.5", "a whole number from 1 to 65535 is needed.", "须为 1 至 65535 之间的整数。"),
    ("WORKERS", "0", "a whole number from 1 to 64 is needed.", "须为 1 至 64 之间的整数。"),
    (
        "LOG_LEVEL",
        "verbose",
        "one of DEBUG, INFO, WARNING, ERROR, CRITICAL is needed.",
        "须为以下之一：DEBUG、INFO、WARNING、ERROR、CRITICAL。",
    ),
    ("CACHE_BYTES", "64MB", "a whole number from 0 to 68719476736 is needed.", "须为 0 至 68719476736 之间的整数。"),
    ("CACHE_BYTES", "-1", "a whole number from 0 to 68719476736 is needed.", "须为 0 至 68719476736 之间的整数。"),
    ("CACHE_STALENESS_S", "soon", "a number from 0 to 86400 is needed.", "须为 0 至 86400 之间的数字。"),
    ("REQUEST_TIMEOUT_S", "inf", *TIME),
    ("STATEMENT_TIMEOUT_S", "nan", *TIME),
    ("EXPENSIVE_TIMEOUT_S", "0", *TIME),
    ("CLIENT_TIMEOUT_S", "0", *TIME),
    ("CONNECTIONS", "0", "a whole number from 1 to 100000 is needed.", "须为 1 至 100000 之间的整数。"),
    ("POOL_WAIT_S", "0", *TIME),
    ("POOL_SIZE", "many", "a whole number from 1 to 1000 is needed.", "须为 1 至 1000 之间的整数。"),
    (
        "UPLOADS_BYTES",
        "2GB",
        "a whole number from 0 to 1099511627776 is needed.",
        "须为 0 至 1099511627776 之间的整数。",
    ),
    ("IMPORTS_AT_ONCE", "0", "a whole number from 1 to 64 is needed.", "须为 1 至 64 之间的整数。"),
    ("SOLVERS_AT_ONCE", "0", "a whole number from 1 to 64 is needed.", "须为 1 至 64 之间的整数。"),
    ("REQUESTS_IN_FLIGHT", "0", "a whole number from 1 to 10000 is needed.", "须为 1 至 10000 之间的整数。"),
    ("ENGINE_HEAP", "lots", *HEAP),
    ("ENGINE_HEAP", "900000g", *HEAP),
    ("ENGINE_HEAP", "1m", *HEAP),
    ("ENGINE_HEAP", "9" * 70 + "g", *HEAP),
    ("EXPLORER", "maybe", "true or false is needed.", "须为 true 或 false。"),
    ("IDE", "maybe", "true or false is needed.", "须为 true 或 false。"),
    ("BATCHING", "2", "true or false is needed.", "须为 true 或 false。"),
    ("METRICS", "wahr", "true or false is needed.", "须为 true 或 false。"),
    ("DEVELOPMENT", "ja", "true or false is needed.", "须为 true 或 false。"),
    ("LOAD_SEEDS", "once", "true or false is needed.", "须为 true 或 false。"),
    ("SEEDS_DIR", " , ", "a list separated by commas is needed.", "须为以英文逗号分隔的列表。"),
    ("SEEDS_DIR", "~nobody-here/seeds", *HOME),
    ("DATA_DIR", "~nobody-here", *HOME),
    ("TRUSTED_DOCUMENTS", "~nobody-here/documents", *HOME),
    ("CORS_ORIGINS", ",", *ORIGINS),
    ("CORS_ORIGINS", "a.test", *ORIGINS),
    ("CORS_ORIGINS", "https://a.test/path", *ORIGINS),
    ("CORS_ORIGINS", "https://*.test", *ORIGINS),
    ("PORT", "80_00", "a whole number from 1 to 65535 is needed.", "须为 1 至 65535 之间的整数。"),
]


# The largest that each takes, and one that is beyond.
LARGEST = [
    ("STATEMENT_TIMEOUT_S", "3600", "3600.1"),
    ("EXPENSIVE_TIMEOUT_S", "3600", "1e18"),
    ("REQUEST_TIMEOUT_S", "3600", "1e6"),
    ("CLIENT_TIMEOUT_S", "3600", "1e300"),
    ("POOL_WAIT_S", "3600", "1e300"),
    ("CACHE_STALENESS_S", "86400", "86401"),
    ("REQUESTS_IN_FLIGHT", "10000", "10001"),
    ("CONNECTIONS", "100000", "100001"),
    ("POOL_SIZE", "1000", "100000000"),
    ("CACHE_BYTES", str(64 << 30), str((64 << 30) + 1)),
    ("UPLOADS_BYTES", str(1 << 40), "9" * 23),
    ("ENGINE_HEAP", "256g", "257g"),
    ("WORKERS", "64", "65"),
    ("PORT", "65535", "65536"),
    ("IMPORTS_AT_ONCE", "64", "65"),
    ("SOLVERS_AT_ONCE", "64", "65"),
]


@pytest.mark.parametrize(("name", "value", "en", "zh"), BAD)
def test_a_bad_value_is_named_with_what_is_allowed(name, value, en, zh, monkeypatch):
    monkeypatch.setenv(f"ONEPLUSX_{name}", value)

    with pytest.raises(SettingsError) as told:
        read_settings()

    assert (told.value.en, told.value.zh) == (f"ONEPLUSX_{name}={value}: {en}", f"ONEPLUSX_{name}={value}：{zh}")


@pytest.mark.parametrize(("name", "largest", "beyond"), LARGEST)
def test_a_number_has_a_largest_which_is_named_to_who_gives_more(name, largest, beyond, monkeypatch):
    monkeypatch.setenv(f"ONEPLUSX_{name}", largest)
    assert getattr(read_settings(), name.lower()) == type(Settings.model_fields[name.lower()].default)(largest)

    monkeypatch.setenv(f"ONEPLUSX_{name}", beyond)
    with pytest.raises(SettingsError, match=rf"^ONEPLUSX_{name}={beyond}: .*(to|up to) {largest} is needed\.$"):
        read_settings()


def test_every_number_has_a_largest():
    numbers = {name.upper() for name, each in Settings.model_fields.items() if type(each.default) in (int, float)}

    assert {name for name, *_ in LARGEST} == numbers | {"ENGINE_HEAP"}


def test_every_setting_that_can_be_bad_is_tried():
    takes_any_text = {
        "host",
        "neo4j_uri",
        "neo4j_user",
        "neo4j_password",
        "editor_token",
        "neo4j_database",
    }

    assert {name.lower() for name, *_ in BAD} == set(Settings.model_fields) - takes_any_text


def test_all_bad_values_are_told_at_once_and_none_is_long_or_breaks_the_line(monkeypatch):
    monkeypatch.setenv("ONEPLUSX_PORT", HUGE)
    monkeypatch.setenv("ONEPLUSX_WORKERS", "1\n2\x1b[31m")

    with pytest.raises(SettingsError) as told:
        read_settings()

    assert told.value.en.split("\n") == [
        f"ONEPLUSX_PORT={HUGE[:80]}: a whole number from 1 to 65535 is needed.",
        "ONEPLUSX_WORKERS=1�2�[31m: a whole number from 1 to 64 is needed.",
    ]


@pytest.mark.parametrize("name", list(Settings.model_fields))
def test_an_empty_variable_counts_as_not_set(name, monkeypatch, tmp_path):
    monkeypatch.setenv(variable(name), "")

    assert read_settings() == Settings.model_construct()

    monkeypatch.delenv(variable(name))
    (tmp_path / ".env").write_text(f"{variable(name)}=\n")
    assert read_settings() == Settings.model_construct()


def test_a_file_env_is_read_like_the_environment_which_goes_before_it(monkeypatch, tmp_path):
    (tmp_path / "project.env").write_text("ONEPLUSX_PORT=8001\nONEPLUSX_HOST=127.0.0.2\nONEPLUSX_WORKERS=2\n")
    (tmp_path / ".env").write_text("ONEPLUSX_HOST=127.0.0.3\nONEPLUSX_WORKERS=3\nONEPLUSX_LOG_LEVEL=debug\n")
    monkeypatch.setenv("ONEPLUSX_WORKERS", "4")

    found = read_settings()

    assert (found.port, found.host, found.workers, found.log_level) == (8001, "127.0.0.3", 4, LogLevel.DEBUG)
    assert read_settings(workers="5").workers == 5


def test_a_bad_value_of_a_file_env_is_told_alike(tmp_path):
    (tmp_path / ".env").write_text("ONEPLUSX_PORT=abc\n")

    with pytest.raises(SettingsError, match=r"^ONEPLUSX_PORT=abc: a whole number from 1 to 65535 is needed\.$"):
        read_settings()


@pytest.mark.parametrize("read", [read_settings, lambda: list(unknown_variables())])
def test_a_file_env_that_is_not_utf8_is_told(read, tmp_path):
    (tmp_path / ".env").write_bytes("ONEPLUSX_HOST=主机\n".encode("gbk"))

    with pytest.raises(SettingsError) as told:
        read()

    assert told.value.en == ".env: the file cannot be read: not UTF-8 from byte 15."
    assert told.value.zh.startswith(".env：无法读取该文件")


def test_unknown_variables_are_told_with_the_nearest_name(monkeypatch, tmp_path):
    monkeypatch.setenv("ONEPLUSX_PROT", "8001")
    monkeypatch.setenv("ONEPLUSX_ZZZ", "1")
    monkeypatch.setenv("ONEPLUSX_TEST_ENGINES", "embedded")
    (tmp_path / ".env").write_text("ONEPLUSX_LOG_LEVLE=debug\nOTHER=1\n")

    assert list(unknown_variables()) == [
        ("ONEPLUSX_LOG_LEVLE", "ONEPLUSX_LOG_LEVEL"),
        ("ONEPLUSX_PROT", "ONEPLUSX_PORT"),
        ("ONEPLUSX_ZZZ", None),
    ]


def test_paths_start_at_the_project_wherever_the_command_runs(monkeypatch):
    monkeypatch.setenv("ONEPLUSX_DATA_DIR", "elsewhere")
    monkeypatch.setenv("ONEPLUSX_SEEDS_DIR", "seeds/data, /srv/college")
    monkeypatch.setenv("ONEPLUSX_TRUSTED_DOCUMENTS", "~/documents")

    found = read_settings()

    assert found.data_dir == ROOT / "elsewhere"
    assert found.seeds_dir == (ROOT / "seeds" / "data", Path("/srv/college"))
    assert found.trusted_documents == Path.home() / "documents"
    assert Settings.model_fields["data_dir"].default == ROOT / "var"


@pytest.mark.parametrize(
    ("value", "origins"),
    [
        ("https://a.test", ("https://a.test",)),
        ("https://A.test/ , http://localhost:3000", ("https://a.test", "http://localhost:3000")),
        ("*", ("*",)),
        ("", ()),
    ],
)
def test_origins_are_read_as_browsers_write_them(value, origins, monkeypatch):
    monkeypatch.setenv("ONEPLUSX_CORS_ORIGINS", value)

    assert read_settings().cors_origins == origins


@pytest.mark.slow
def test_nothing_starts_with_a_bad_value_and_chinese_is_spoken_where_no_language_is_set(tmp_path):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    data = tmp_path / "var"
    wrong = {"ONEPLUSX_PORT": "abc", "ONEPLUSX_PROT": "1", "ONEPLUSX_DATA_DIR": str(data)}
    done = subprocess.run([PROGRAM, "serve"], env=environment | wrong, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "没有名为 ONEPLUSX_PROT 的设置；是否应为 ONEPLUSX_PORT？",
        "SETTINGS ONEPLUSX_PORT=abc：须为 1 至 65535 之间的整数。",
    ]
    assert not data.exists()


@pytest.mark.parametrize(
    "command",
    ["serve", "load", "check", "documents", "backup x.zip", "restore x.zip", "status", "editors list"],
)
def test_every_command_tells_a_bad_setting(command, monkeypatch, capsys):
    monkeypatch.setenv("ONEPLUSX_POOL_SIZE", "no")
    monkeypatch.setattr(sys, "argv", ["oneplusx", *command.split()])

    with pytest.raises(SystemExit) as end:
        main()

    assert end.value.code == 1
    assert capsys.readouterr().err == "SETTINGS ONEPLUSX_POOL_SIZE=no: a whole number from 1 to 1000 is needed.\n"
