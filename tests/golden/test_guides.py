"""The pages for designers, colleges and dashboards show what the program answers today.

Each question there is followed by its answer. ONEPLUSX_RENEW_GOLDENS=1 writes the answers anew.
"""

import json
import re
from pathlib import Path

import httpx

from server.app import create_app
from server.graph_source import Graph
from server.settings import Settings
from tests.conftest import on_engines
from tests.golden.make import compare

ROOT = Path(__file__).resolve().parents[2]
GUIDES = [ROOT / "docs" / f"for-{each}.md" for each in ("designers", "colleges", "dashboards")]
# A question in GraphQL or an address, and the block that holds its answer.
SHOWN = re.compile(r"```(graphql|http)\n(.*?)```\n\n```(json|csv)\n(.*?)```", re.DOTALL)


async def answer(client: httpx.AsyncClient, kind: str, question: str) -> str:
    if kind == "http":
        return (await client.get(question.removeprefix("GET ").strip())).raise_for_status().text.replace("\r\n", "\n")
    found = (await client.post("/graphql", json={"query": question})).json()
    assert "errors" not in found, question
    return json.dumps(found["data"], ensure_ascii=False, indent=1) + "\n"


def filled(page: str, shown: list[re.Match[str]], answers: list[str]) -> str:
    """Put each answer behind its question."""
    for each, text in zip(reversed(shown), reversed(answers), strict=True):
        page = page[: each.start(4)] + text + page[each.end(4) :]
    return page


@on_engines("embedded", "neo4j")
async def test_each_question_of_a_guide_is_followed_by_its_answer(national_address):
    # Neo4j plans each question for the first time here, next to whatever else this machine does.
    patient = Settings(ide=False, statement_timeout_s=60, expensive_timeout_s=60, request_timeout_s=120)
    app = create_app(patient, Graph(national_address))
    transport = httpx.ASGITransport(app)
    async with app.router.lifespan_context(app), httpx.AsyncClient(transport=transport, base_url="http://x") as client:
        for guide in GUIDES:
            page = guide.read_text(encoding="utf-8")
            shown = list(SHOWN.finditer(page))
            assert len(shown) == page.count("```graphql") + page.count("```http") >= 3
            compare(guide, filled(page, shown, [await answer(client, each[1], each[2]) for each in shown]))
