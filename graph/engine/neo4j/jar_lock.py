"""Which jars make one version of Neo4j: the lock files in ``graph/engine/neo4j/``.

A line is ``group:artifact:version[:classifier]  sha256``; the order is alphabetical. To write the file of a version:
``python -m graph.engine.neo4j.jar_lock 5.26.30``. That is the only place that walks the dependencies, through the
dependency management of Neo4j itself, so the libraries are those that Neo4j was released with. Read the difference
before you commit it.
"""

import hashlib
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import EngineError

if TYPE_CHECKING:
    from jgo.maven import Artifact

FOLDER = Path(__file__).parent
# The server and its command line; everything else follows from these.
ROOTS = (("org.neo4j", "neo4j"), ("org.neo4j.app", "neo4j-server"))
PARALLEL_DOWNLOADS = 8
DOWNLOAD_TIMEOUT_S = 30


@dataclass(frozen=True, slots=True, order=True)
class Pin:
    """One jar and what it must hash to."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str

    @property
    def filename(self) -> str:
        """The name that the registry gives the jar; unique within a lock."""
        return "-".join(filter(None, (self.artifact, self.version, self.classifier))) + ".jar"

    @property
    def coordinate(self) -> str:
        """The jar's name for people and for the lock file."""
        return ":".join(filter(None, (self.group, self.artifact, self.version, self.classifier)))


def read_lock(version: str) -> list[Pin]:
    """Read the jars of a version. Raises: EngineError for a version that has no lock file."""
    path = FOLDER / f"{version}.lock"
    if not path.exists():
        known = ", ".join(sorted(each.stem for each in FOLDER.glob("*.lock")))
        raise EngineError(
            f"No lock file for Neo4j {version}. There is one for: {known}.",
            f"没有 Neo4j {version} 的锁定文件。已有：{known}。",
        )
    return [_parse(line) for line in path.read_text().splitlines()]


def _parse(line: str) -> Pin:
    coordinate, sha256 = line.split()
    group, artifact, version, *classifier = coordinate.split(":")
    return Pin(group, artifact, version, classifier[0] if classifier else "", sha256)


def sha256_of(path: Path) -> str:
    """Give the hash of a file."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def write_lock(version: str) -> Path:
    """Resolve a version anew, fetch every jar, and write the lock file."""
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(PARALLEL_DOWNLOADS) as pool:
        pins = sorted(pool.map(_pin, _resolve(version, Path(scratch))))
    assert len({each.filename for each in pins}) == len(pins), "two jars share a name"
    path = FOLDER / f"{version}.lock"
    path.write_text("".join(f"{each.coordinate}  {each.sha256}\n" for each in pins))
    return path


def _pin(artifact: "Artifact") -> Pin:
    sha256 = sha256_of(artifact.resolve())
    return Pin(artifact.groupId, artifact.artifactId, artifact.version, artifact.classifier, sha256)


def _resolve(version: str, cache: Path) -> list["Artifact"]:
    from jgo.maven import Dependency, MavenContext  # noqa: PLC0415  # a tool of developers, absent when we serve

    maven = MavenContext(repo_cache=cache, timeout=DOWNLOAD_TIMEOUT_S)
    roots = [Dependency(maven.project(*root).at_version(version).artifact(), "compile") for root in ROOTS]
    _, others = maven.resolver.resolve(roots)
    needed = [each for each in others if each.scope in {"compile", "runtime"}]
    return list({each.artifact.key: each.artifact for each in (*roots, *needed)}.values())


if __name__ == "__main__":
    print(write_lock(sys.argv[1]))  # noqa: T201  # the answer of a command
