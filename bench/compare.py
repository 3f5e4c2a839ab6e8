"""Whether two sides answer the same: nothing is timed that is not."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import httpx

from bench.sides import Side
from bench.synthetic import Sizes
from bench.workloads import Workload

CHECKED = 5


class DifferenceError(Exception):
    """Two sides answered differently, or one not at all."""


def check(sides: list[Side], workload: Workload, sizes: Sizes) -> int:
    """Compare some answers of every side with ours; give the mean size of ours in bytes."""
    ours = next(each for each in sides if each.name == "ours")
    expected = _answers(ours, workload, sizes)
    for side in sides:
        if side is ours or not side.can(workload):
            continue
        for wanted, found in zip(expected, _answers(side, workload, sizes), strict=True):
            same = _values(wanted) == _values(found) if side.name == "peer" else wanted.content == found.content
            if not same:
                raise DifferenceError(
                    f"{workload.name}: {side.name} answers\n{found.text[:600]}\nnot\n{wanted.text[:600]}"
                )
    return sum(len(each.content) for each in expected) // len(expected)


def _answers(side: Side, workload: Workload, sizes: Sizes) -> list[httpx.Response]:
    headers = {"content-type": "application/json"}
    with httpx.Client(timeout=60, headers=headers) as client:
        bodies = side.bodies(workload, sizes)[:CHECKED]
        found = [client.post(side.url(workload), content=body) for body in bodies]
    for each in found:
        if each.status_code != 200 or "errors" in each.json():
            raise DifferenceError(f"{workload.name}: {side.name} answers {each.text[:600]}")
    return found


def _values(answer: httpx.Response) -> Counter[Any]:
    """Count the values of an answer, whatever their order and the names around them; page info apart."""
    return Counter(_leaves(answer.json()["data"]))


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for name, each in value.items():
            if name != "pageInfo":
                yield from _leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each)
    else:
        yield value
