"""Settings: from the environment, prefix ``ONEPLUSX_``, or a file ``.env``. docs/configuration.md lists them.

An empty variable counts as not set. Relative paths start at the project root, so that every command of one
configuration finds the same folders wherever it runs.
"""

import difflib
import os
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_settings import BaseSettings, DotEnvSettingsSource, NoDecode, SettingsConfigDict

from server.setting_problems import HeapRange, SettingsError, no_home, problem, unreadable

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "ONEPLUSX_"
# The working directory's goes before the project's.
ENV_FILES = (ROOT / ".env", Path(".env"))
# What pydantic calls our refusal of a path that begins at a home that no one has.
NO_HOME = "no_home"
# Read by the tests alone.
_NO_SETTINGS = frozenset({"ONEPLUSX_TEST_ENGINES", "ONEPLUSX_RENEW_GOLDENS"})


class LogLevel(StrEnum):
    """How much the log tells."""

    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"
    CRITICAL = "CRITICAL"

    @classmethod
    def _missing_(cls, value: object) -> "LogLevel | None":
        """Take `info` for `INFO`."""
        return cls.__members__.get(str(value).upper())


def _anchored(value: str | Path) -> Path:
    try:
        return ROOT / Path(value).expanduser()
    except RuntimeError as error:
        raise PydanticCustomError(NO_HOME, "no home") from error


def _split(value: object) -> object:
    """Split what a variable holds at the commas; a value without a name stays as it is, and is refused."""
    return tuple(filter(None, map(str.strip, value.split(",")))) or value if isinstance(value, str) else value


def _origin(value: object) -> object:
    """Write an origin as browsers do: in lower case, without a path."""
    return value.lower().rstrip("/") if isinstance(value, str) else value


Origin = Annotated[str, BeforeValidator(_origin), Field(pattern=r"^(\*|null|[a-z][a-z0-9+.-]*://[^/\s*]+)$")]
Anchored = Annotated[Path, BeforeValidator(_anchored)]
# Nothing is waited for longer than an hour: more is a slip of the pen, which would be found out under load only.
Seconds = Annotated[float, Field(gt=0, le=3_600, allow_inf_nan=False)]


class Settings(BaseSettings):
    """What an operator may set. Times are in seconds."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=ENV_FILES,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    @field_validator("*", mode="before")
    @classmethod
    def _no_number_of_python(cls, value: object, info: ValidationInfo) -> object:
        """Refuse 80_00, which only a programmer reads as 8000."""
        is_number = cls.model_fields[info.field_name or ""].annotation in {int, float}
        if is_number and isinstance(value, str) and "_" in value:
            raise ValueError(value)
        return value

    host: str = Field(default="127.0.0.1", description="Address to listen on.")
    port: int = Field(default=8000, ge=1, le=65535, description="Port to listen on.")
    workers: int = Field(default=1, ge=1, le=64, description="API processes; they share one graph engine.")

    neo4j_uri: str | None = Field(
        default=None,
        description="Neo4j to use: bolt://, neo4j://, or with +s / +ssc. Not set: the embedded engine.",
    )
    neo4j_user: str = Field(default="neo4j", description="User at that Neo4j.")
    neo4j_password: SecretStr = Field(default=SecretStr(""), description="Password at that Neo4j.")
    neo4j_database: str = Field(default="neo4j", description="Database at that Neo4j.")

    data_dir: Anchored = Field(default=ROOT / "var", description="Folder for the embedded engine's data, log and lock.")
    engine_heap: Annotated[str, HeapRange("256m", "256g")] = Field(
        default="1g",
        description="Java heap of the embedded engine.",
        examples=["512m", "2g"],
    )
    seeds_dir: Annotated[tuple[Anchored, ...], NoDecode, BeforeValidator(_split)] = Field(
        default=(ROOT / "seeds" / "data",),
        min_length=1,
        description="Folders of seed files, separated by commas: ours, and a college's of its own. Each is a release.",
    )
    load_seeds: bool = Field(default=True, description="Load the seeds at start when they differ from the graph.")

    statement_timeout_s: Seconds = Field(
        default=10.0,
        description="Time limit of one statement, on the server; the embedded engine stops none before 10 s.",
    )
    expensive_timeout_s: Seconds = Field(
        default=5.0,
        description="Time limit of a statement that is known to be expensive. At most a quarter of ONEPLUSX_POOL_SIZE "
        "run at once, and on the machine of the graph half as many as it has processors; more of them wait.",
    )
    request_timeout_s: Seconds = Field(
        default=15.0,
        description="Time limit of one request, all in all; three times that until an expensive one was answered.",
    )
    requests_in_flight: int = Field(
        default=64,
        ge=1,
        le=10_000,
        description="Requests one process works on at once; more are answered with 503. A quarter as many besides are "
        "worked on for callers that hold less than an equal share, by address.",
    )
    connections: int = Field(
        default=2000,
        ge=1,
        le=100_000,
        description="Connections of clients one process holds open. One more takes the place of the one that has "
        "waited longest without a request.",
    )
    client_timeout_s: Seconds = Field(
        default=10.0,
        description="How long a client may take for each of: its first byte, the request line with the headers, the "
        "body, and reading on.",
    )
    pool_size: int = Field(
        default=32,
        ge=1,
        le=1_000,
        description="Connections of one process to the graph, and a quarter as many besides for expensive statements.",
    )
    pool_wait_s: Seconds = Field(default=5.0, description="How long a request waits for a connection.")

    batching: bool = Field(
        default=True, description="Let requests of one cheap plan that wait at the same time leave as one statement."
    )
    cache_bytes: int = Field(
        default=64 << 20,
        ge=0,
        le=64 << 30,
        description="Bytes of answers that one process keeps to show again; 0: none.",
    )
    cache_staleness_s: float = Field(
        default=0.0,
        ge=0,
        le=86_400,
        allow_inf_nan=False,
        description="How old a kept answer may be. 0: none is older than its request.",
    )

    explorer: bool = Field(default=True, description="Serve the explorer, the pages for people, at `/`.")
    ide: bool = Field(default=True, description="Serve the IDE at `/api`. Turn off in production.")
    metrics: bool = Field(default=False, description="Serve metrics for Prometheus at `/metrics`.")
    development: bool = Field(
        default=False, description="Show tier, statement, parameters and times in `extensions.oneplusx`."
    )
    trusted_documents: Anchored | None = Field(
        default=None,
        description="Folder of `.graphql` files, or a JSON manifest of texts by sha256. Set: nothing else runs, and "
        "neither the explorer nor the IDE is served.",
    )
    cors_origins: Annotated[tuple[Origin, ...], NoDecode, BeforeValidator(_split)] = Field(
        default=(),
        description="Origins whose pages may call the API, separated by commas; `*`: any. Empty: only our own.",
        examples=["https://a.example", "https://a.example,http://localhost:3000"],
    )
    editor_token: SecretStr = Field(
        default=SecretStr(""),
        description="Token of the editor in whose name `oneplusx import` writes: a reviewer's, or a designer's for "
        "proposals.",
    )
    uploads_bytes: int = Field(
        default=1 << 30,
        ge=0,
        le=1 << 40,
        description="Bytes that documents to import, and what was read of them, may take in the data folder; 0: none.",
    )
    imports_at_once: int = Field(
        default=2,
        ge=1,
        le=64,
        description="Documents that are read at once on this machine, each in a process of its own; others wait.",
    )
    solvers_at_once: int = Field(
        default=2,
        ge=1,
        le=64,
        description="Improvements of training plans that are solved at once on this machine, each in a process of its "
        "own of 3 GB at most; others wait.",
    )
    log_level: LogLevel = Field(default=LogLevel.INFO, description="Level of the log.")

    @property
    def shows_explorer(self) -> bool:
        """Whether the explorer is served: its queries would be refused where documents are registered."""
        return self.explorer and self.trusted_documents is None

    @property
    def shows_ide(self) -> bool:
        """Whether the IDE is served: its questions would be refused where documents are registered."""
        return self.ide and self.trusted_documents is None


def read_settings(**chosen: Any) -> Settings:
    """Give the settings; ``chosen`` on the command line goes before the environment.

    Raises: SettingsError naming every variable that is wrong, its value, and what is allowed.
    """
    try:
        return Settings(**{name: value for name, value in chosen.items() if value is not None})
    except ValidationError as error:
        first: dict[Any, ErrorDetails] = {}
        for each in error.errors(include_url=False):
            # Of a list whose path is wrong pydantic says, too, that it is too short.
            first.setdefault(each["loc"][0], each)
        raise SettingsError([_problem(each) for each in first.values()]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable(error) from error


def _problem(error: ErrorDetails) -> tuple[str, str]:
    name = str(error["loc"][0])
    if error["type"] == NO_HOME:
        return no_home(variable(name), error["input"])
    return problem(variable(name), Settings.model_fields[name], error["input"])


def variable(name: str) -> str:
    """Name the variable of a setting."""
    return PREFIX + name.upper()


def unknown_variables() -> Iterator[tuple[str, str | None]]:
    """Give every variable with our prefix that is no setting, and the setting whose name is nearest.

    Raises: SettingsError.
    """
    known = [name.upper() for name in Settings.model_fields]
    try:
        in_files = DotEnvSettingsSource(Settings).env_vars
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable(error) from error
    given = {name.upper() for name in (*os.environ, *in_files)} - _NO_SETTINGS
    ours = sorted(name.removeprefix(PREFIX) for name in given if name.startswith(PREFIX))
    for name in ours:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            yield PREFIX + name, PREFIX + near[0] if near else None


@cache
def settings() -> Settings:
    """Give the settings of this process."""
    return read_settings()
