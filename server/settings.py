"""Settings: from the environment, prefix ``ONEPLUSX_``, or a file ``.env``. docs/configuration.md lists them."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """What an operator may set. Times are in seconds."""

    model_config = SettingsConfigDict(env_prefix="ONEPLUSX_", env_file=".env", extra="ignore", frozen=True)

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

    data_dir: Path = Field(default=Path("var"), description="Folder for the embedded engine's data, logs and lock.")
    engine_heap: str = Field(default="1g", description="Java heap of the embedded engine.")
    seeds_dir: Path = Field(default=ROOT / "seeds" / "data", description="Folder of the seed files.")
    load_seeds: bool = Field(default=True, description="Load the seeds at start when they differ from the graph.")

    statement_timeout_s: float = Field(
        default=10.0,
        gt=0,
        description="Time limit of one statement, on the server; the embedded engine stops none before 10 s.",
    )
    expensive_timeout_s: float = Field(
        default=5.0,
        gt=0,
        description="Time limit of a statement that is known to be expensive. A quarter of the connections run such "
        "statements; more of them wait.",
    )
    request_timeout_s: float = Field(default=15.0, gt=0, description="Time limit of one request, all in all.")
    requests_in_flight: int = Field(
        default=64, ge=1, description="Requests one process works on at once; more are answered with 503."
    )
    pool_size: int = Field(default=32, ge=1, description="Connections of one process to the graph.")
    pool_wait_s: float = Field(default=5.0, gt=0, description="How long a request waits for a connection.")

    batching: bool = Field(
        default=True, description="Let requests of one cheap plan that wait at the same time leave as one statement."
    )
    cache_bytes: int = Field(
        default=64 * 1024 * 1024, ge=0, description="Bytes of answers that one process keeps to show again; 0: none."
    )
    cache_staleness_s: float = Field(
        default=0.0, ge=0, description="How old a kept answer may be. 0: none is older than its request."
    )

    ide: bool = Field(default=True, description="Serve the IDE at `/`. Turn off in production.")
    metrics: bool = Field(default=False, description="Serve metrics for Prometheus at `/metrics`.")
    development: bool = Field(
        default=False, description="Show tier, statement, parameters and times in `extensions.oneplusx`."
    )
    trusted_documents: Path | None = Field(
        default=None,
        description="Folder of `.graphql` files, or a JSON manifest of texts by sha256. Set: nothing else runs, and "
        "the IDE is not served.",
    )
    cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="Origins whose pages may call the API, separated by commas. Empty: only our own."
    )
    log_level: str = Field(default="INFO", description="Level of the log.")

    @property
    def shows_ide(self) -> bool:
        """Whether the IDE is served: its questions would be refused where documents are registered."""
        return self.ide and self.trusted_documents is None

    def model_post_init(self, _: object) -> None:
        """Split the origins; pydantic-settings would ask for JSON."""
        if isinstance(self.cors_origins, str):
            origins = tuple(each.strip() for each in self.cors_origins.split(",") if each.strip())
            object.__setattr__(self, "cors_origins", origins)


@cache
def settings() -> Settings:
    """Give the settings of this process."""
    return Settings()
