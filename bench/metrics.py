"""What metrics cost a request: ``python -m bench.metrics`` prints CPU time, for one worker and for several."""

import os
import subprocess
import sys
import tempfile
import time
import timeit

from resolvers.operation import Answer
from resolvers.trace import Tier, Trace
from server.api.metrics import Metrics
from server.api.response_cache import Source

TIMES, ROUNDS = 5_000, 9


def main() -> None:
    """Measure in two processes: the library chooses how it counts when it is imported."""
    if "--here" in sys.argv:
        print(f"{measured():.1f} µs")
        return
    command = [sys.executable, "-m", "bench.metrics", "--here"]
    print("one worker:", flush=True, end=" ")
    subprocess.run(command, check=True)
    with tempfile.TemporaryDirectory() as folder:
        print("several workers:", flush=True, end=" ")
        subprocess.run(command, check=True, env={**os.environ, "PROMETHEUS_MULTIPROC_DIR": folder})


def measured() -> float:
    """Give the microseconds for one request, at best: counted in, answered, counted out."""
    metrics = Metrics(with_names=True)
    trace = Trace(tier=Tier.FAST, kind="query", operation="Major", statements=1, database_s=0.002, shape_s=0.0002)
    answer = Answer({}, [], trace)

    def request() -> None:
        metrics.in_flight.inc()
        metrics.answered(answer, Source.MISS)
        metrics.in_flight.dec()

    return min(timeit.repeat(request, timer=time.process_time, number=TIMES, repeat=ROUNDS)) / TIMES * 1e6


if __name__ == "__main__":
    main()
