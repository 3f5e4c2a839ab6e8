"""One stranger who sends what is known to have stopped everybody once; run in a process of its own.

``python -m bench.soak.attacks NAME URL SECONDS [ROUNDS]`` prints how many requests it sent, by their answers.
"""

import asyncio
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from itertools import cycle

from graphql import get_introspection_query

from bench.soak.client import Client, connected

# This many connections one stranger has, on a machine of two cores.
CONNECTIONS = 16
Step = Callable[[Client, Counter[str]], Awaitable[None]]

THERE_AND_BACK = '{ majors(where: {catalogue: {some: {majors: {some: {name: {eq: "r1"}}}}}}) { nodes { id } } }'
# Allowed: half of the budget for one operation.
ALLOWED = '{ colleges(where: {province: {some: {colleges: {some: {name: {contains: "%s"}}}}}}) { totalCount } }'
CONDITIONS = "{{ {} }}".format(
    " ".join(
        f"a{alias}: courses(where: {{or: [{{teachingStandard: {{some: {{year: {{eq: {alias}}}}}}}}}, "
        f"{{alignments: {{some: {{strength: {{gt: 2.0}}}}}}}}]}}) {{ nodes {{ id }} }}"
        for alias in range(15)
    )
)
CUBE = "coverageCube(dimensions: [CATEGORY, CLASS, MAJOR, CERTIFICATE], filter: {year: [%d]}) { total }"
SEARCH = 'search(text: "%s", first: 100) { score node { id } }'
MUTATION = 'mutation { withdrawAlignment(input: {alignment: "Alignment:x", reason: "x", version: %d}) { userErrors { code } } }'
DOCUMENT = "query Q%d { majors(first: %d) { nodes { id name code sources { id title } majorClass { id name } } } }"


async def _ask_and_count(client: Client, counts: Counter[str], query: str) -> None:
    reply = await client.ask(query)
    codes = [each.get("extensions", {}).get("code", "?") for each in reply.data.get("errors", ())][:1]
    counts[f"{reply.status} {codes[0] if codes else 'OK'}"] += 1


def _asking(*queries: Callable[[], str]) -> Step:
    async def step(client: Client, counts: Counter[str]) -> None:
        await _ask_and_count(client, counts, random.choice(queries)())

    return step


def _leaving(after_s: float, query: Callable[[], str]) -> Step:
    async def step(client: Client, counts: Counter[str]) -> None:
        await client.leave(query(), after_s)
        counts["left"] += 1

    return step


def _number() -> int:
    return random.randrange(1_000_000_000)


def _aliases(text: str, count: int) -> str:
    return "{ " + " ".join(f"a{each}: {text % _number()}" for each in range(count)) + " }"


ATTACKS: Mapping[str, Step] = {
    "filters there and back": _asking(lambda: THERE_AND_BACK, lambda: ALLOWED % _number(), lambda: CONDITIONS),
    "expensive questions of clients that leave": _leaving(0.05, lambda: ALLOWED % _number()),
    "fifteen cubes, and four": _asking(lambda: _aliases(CUBE, 15), lambda: _aliases(CUBE, 4)),
    "fifteen searches": _asking(lambda: "{ " + " ".join(f"a{n}: {SEARCH % 'seiou'[n % 5]}" for n in range(15)) + " }"),
    "introspection by clients that leave": _leaving(0.01, get_introspection_query),
    "new documents": _asking(lambda: DOCUMENT % (_number(), random.randrange(1, 100))),
    "mutations without a token": _asking(lambda: MUTATION % _number()),
}


# All of them, in turns over each connection.
EVERY = "every attack"
# Connections of a stranger who sends a stated number of requests.
FEW = 4


async def attack(name: str, url: str, seconds: float, rounds: int = 0) -> Counter[str]:
    """Send one attack over all connections for some seconds, or in some rounds; give what became of the requests."""
    counts: Counter[str] = Counter()
    until = time.perf_counter() + seconds
    steps = tuple(ATTACKS.values()) if name == EVERY else (ATTACKS[name],)
    turns = [step for _ in range(rounds) for step in steps]
    ways = [turns] * FEW if rounds else [cycle(steps) for _ in range(CONNECTIONS)]
    await asyncio.gather(*(_one(each, url, until, counts) for each in ways))
    return counts


async def _one(steps: Iterable[Step], url: str, until: float, counts: Counter[str]) -> None:
    async with connected(url) as client:
        for step in steps:
            if time.perf_counter() >= until:
                return
            try:
                await step(client, counts)
            except (OSError, asyncio.IncompleteReadError, TimeoutError, ValueError) as error:
                counts[type(error).__name__] += 1
                client.close()


if __name__ == "__main__":
    _, chosen, address, how_long, *more = sys.argv
    print(json.dumps(asyncio.run(attack(chosen, address, float(how_long), *map(int, more)))))
