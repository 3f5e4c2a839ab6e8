"""Server processes of a measurement: started, waited for, weighed, stopped by their id."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import httpx

from graph.engine.bolt_probe import free_ports

START_WITHIN_S = 300
STOP_WITHIN_S = 30


@contextmanager
def running(
    command: Sequence[str], log: Path, settings: Mapping[str, str], folder: Path | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server until the end of the block; what it says goes to the log."""
    own = {"ONEPLUSX_DATA_DIR": str(folder / "var")} if folder else {}
    with (
        log.open("ab") as said,
        subprocess.Popen(
            command, cwd=folder, env={**os.environ, **own, **settings}, stdout=said, stderr=said
        ) as process,
    ):
        try:
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(STOP_WITHIN_S)
            except subprocess.TimeoutExpired:
                process.kill()


def await_answer(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until a GET is answered at all, with 200 where the path is a check of ours."""
    end = time.monotonic() + START_WITHIN_S
    while time.monotonic() < end and process.poll() is None:
        try:
            if httpx.get(url, timeout=2).status_code < 500:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.02)
    raise RuntimeError(f"the server did not get ready:\n{log.read_text(errors='replace')[-2000:]}")


class Served(NamedTuple):
    """A server that runs: its address, the seconds until it was ready, and its process."""

    url: str
    ready_s: float
    pid: int


@contextmanager
def served(folder: Path, path: str = "readyz", **settings: str) -> Iterator[Served]:
    """Run ``oneplusx serve`` until it is ready, and until the end of the block."""
    url = f"http://127.0.0.1:{free_ports(1)[0]}"
    began = time.perf_counter()
    command, log = [str(Path(sys.executable).with_name("oneplusx")), "serve"], folder / "serve.log"
    with running(command, log, {**settings, "ONEPLUSX_PORT": url.rsplit(":", 1)[1]}, folder) as process:
        await_answer(f"{url}/{path}", process, log)
        yield Served(url, time.perf_counter() - began, process.pid)


# ---- what a process has used; nothing where the system does not tell


def cpu_s(pid: int | None) -> float | None:
    """Give the processor time of a process so far, all threads."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def fine_cpu_ms(pid: int | None) -> float:
    """Give the processor time of a process so far by the scheduler, which counts in nanoseconds, all its threads."""
    spent = 0
    for each in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        with suppress(OSError):  # a thread that ended meanwhile
            spent += int(each.read_text().split()[0])
    return spent / 1e6


def peak_mb(pid: int) -> int | None:
    """Give the most memory a process has held so far, resident."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM:")), None)
