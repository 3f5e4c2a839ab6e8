"""An application on a small graph, an editor of each role, and what they send to import a document."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import httpx

from graph.upkeep import editors
from graph.upkeep.editors import Role
from seeds.load import load
from server.app import create_app
from server.graph_source import Graph
from server.settings import Settings
from tests.seeds.conftest import FILES, SeedFolder

REQUEST = """mutation ($input: RequestUploadInput!) { requestUpload(input: $input) {
  uploadUrl expiresAt userErrors { code argument message } } }"""
JOB_FIELDS = """id kind fileName state progress { page pages } report reportSha256 nodes writes { type count }
  questions { name subject text choices proposed } error { code message }"""
READ = f"""mutation ($input: ReadDocumentInput!) {{ readDocument(input: $input) {{
  job {{ {JOB_FIELDS} }} userErrors {{ code argument message }} }} }}"""
JOB = f"query ($id: ID!) {{ importJob(id: $id) {{ {JOB_FIELDS} }} }}"
CANCEL = f"""mutation ($input: CancelImportJobInput!) {{ cancelImportJob(input: $input) {{
  job {{ {JOB_FIELDS} }} userErrors {{ code message }} }} }}"""
CONFIRM = """mutation ($input: ConfirmImportInput!) { confirmImport(input: $input) {
  job { state nodes writes { type count } } questions { name subject text choices proposed } bookmark
  userErrors { code argument message } } }"""
UNDO = """mutation ($input: UndoImportInput!) { undoImport(input: $input) {
  standard removed { type count } restored { type count } bookmark userErrors { code argument message } } }"""
OPEN = {"QUEUED", "READING"}


@dataclass
class Importing:
    """Clients of one application, by the name of the editor whose token they send."""

    client: httpx.AsyncClient
    tokens: dict[str, str]
    database: Any
    folder: Any
    app: Any

    async def post(self, who: str | None, query: str, **variables: Any) -> dict:
        headers = {"authorization": f"Bearer {self.tokens[who]}"} if who else {}
        return (
            await self.client.post("/graphql", json={"query": query, "variables": variables}, headers=headers)
        ).json()

    async def change(self, who: str, query: str, **given: Any) -> dict:
        answer = await self.post(who, query, input=given)
        assert "errors" not in answer, answer
        (payload,) = answer["data"].values()
        return payload

    async def address(self, who: str, data: bytes, name: str = "made.docx") -> str:
        return (await self.change(who, REQUEST, fileName=name, sizeBytes=len(data)))["uploadUrl"]

    async def upload(self, who: str, data: bytes, name: str = "made.docx") -> str:
        answer = await self.client.put(await self.address(who, data, name), content=data)
        assert answer.status_code == 201, answer.text
        return answer.json()["upload"]

    async def begin(self, who: str, data: bytes, kind: str, **given: Any) -> dict:
        payload = await self.change(who, READ, upload=await self.upload(who, data), kind=kind, **given)
        assert payload["userErrors"] == []
        return payload["job"]

    async def job(self, who: str, job_id: str) -> dict:
        return (await self.post(who, JOB, id=job_id))["data"]["importJob"]

    async def ended(self, who: str, job_id: str) -> dict:
        async with asyncio.timeout(60):
            while (job := await self.job(who, job_id))["state"] in OPEN:
                pass
        return job

    async def read(self, who: str, data: bytes, kind: str, **given: Any) -> dict:
        return await self.ended(who, (await self.begin(who, data, kind, **given))["id"])


@contextlib.asynccontextmanager
async def importing(address, database, folder, **chosen: Any) -> AsyncIterator[Importing]:
    """Start an application; the graph has what ``load_small`` loaded."""
    app = create_app(Settings(data_dir=folder / "var", seeds_dir=(folder / "seeds",), **chosen), Graph(address))
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here", timeout=60) as client,
    ):
        yield Importing(client, {}, database, folder / "var" / "imports", app)


async def load_small(database, folder, *additions: Callable[[SeedFolder], None]) -> dict[str, str]:
    """Load small seeds with these additions, and give the tokens of a designer and two reviewers by name."""
    seeds = SeedFolder(folder / "seeds")
    for name, content in FILES.items():
        seeds.write(name, content)
    for add in additions:
        add(seeds)
    await load(database, seeds.path)
    roles = {"dora": Role.DESIGNER, "rui": Role.REVIEWER, "ren": Role.REVIEWER}
    return {name: await editors.add(database, name, role) for name, role in roles.items()}
