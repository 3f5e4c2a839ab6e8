"""The process from which that of each job is forked: ``python -m interchange.document_jobs.forking_process SECONDS``.

To import all that reads documents takes six tenths of a second of a processor; to read most documents, a tenth. So it
is imported once, and a job gets a copy of this process, which never looks into a document itself.

Standard input is a socket. A message is a job; with it come the standard input, output and error of its process, and a
pipe that gets the number of its group and how it ended. After this many seconds without a job, or without a server,
this ends.
"""

import os
import signal
import socket
import sys
import traceback
from collections.abc import Sequence

import orjson

from graph.collector import making_what_stays

JOB_LARGEST = 1 << 16
# Standard input, output and error, and what gets the end.
ENDS = 4


def main() -> None:
    """Fork a process for each job that is asked for."""
    with making_what_stays():
        from interchange.document_jobs import reading_process  # noqa: F401, PLC0415  # here the collector never looks at it
        from interchange.documents.reader_process import import_readers  # noqa: PLC0415  # the collector never looks at it either

        import_readers()
    # The system takes away what has ended.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(fileno=os.dup(sys.stdin.fileno())) as asked:
        asked.settimeout(float(sys.argv[1]))
        _serve(asked)


def _serve(asked: socket.socket) -> None:
    while True:
        try:
            job, ends, *_ = socket.recv_fds(asked, JOB_LARGEST, ENDS)
        except TimeoutError:
            # From here on a job is refused, and begins in another such process; one may have come in this moment.
            asked.shutdown(socket.SHUT_RD)
            asked.settimeout(0)
            continue
        except BlockingIOError:
            return
        if not job:
            return
        if os.fork() == 0:
            # Else a job could be sent to this process when the other has ended.
            asked.close()
            _attend(job, ends)
        for each in ends:
            os.close(each)


def _attend(job: bytes, ends: Sequence[int]) -> None:
    """Let a process of its own run a job, and say the number of its group and how it ended."""
    *standard, end = ends
    status = 1
    try:
        purpose, folder, *seeds = orjson.loads(job)
        os.setpgid(0, 0)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for number, each in enumerate(standard):
            os.dup2(each, number)
        # Anyone who looks for the process of a job finds it by this.
        os.chdir(folder)
        os.write(end, b"%d\n" % os.getpid())
        if (reader := os.fork()) == 0:
            _run(purpose, folder, seeds)
        status = os.waitstatus_to_exitcode(os.waitpid(reader, 0)[1])
        os.write(end, b"%d\n" % status)
    finally:
        os._exit(status != 0)


def _run(purpose: str, folder: str, seeds: Sequence[str]) -> None:
    from interchange.document_jobs.reading_process import run_job  # noqa: PLC0415  # `main` has imported it by then

    status = 1
    try:
        run_job(purpose, folder, seeds)
        status = 0
    except BaseException:  # noqa: BLE001  # nothing of this process goes on
        traceback.print_exc()
    finally:
        os._exit(status)


if __name__ == "__main__":
    main()
