"""The IDE at `/api`: GraphiQL, served whole from here, with the questions of docs/queries in its tabs.

Nothing is fetched from elsewhere, and the content security policy lets nothing be.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from server.http.encodings import GZIP_LEVEL, SMALLEST_BYTES

STATIC = Path(__file__).parent / "static"
QUERIES = Path(__file__).resolve().parents[3] / "docs" / "queries"

# GraphiQL's editor sets styles by script; everything else comes from our own files.
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
)

PAGE_HTML = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>1+X 图谱</title>
<link rel="stylesheet" href="/ide/static/ide.css">
</head>
<body>
<div id="root"></div>
<script type="module" src="/ide/static/ide.js"></script>
<noscript>This page needs JavaScript. The API is at /graphql. / 本页需要 JavaScript；接口在 /graphql。</noscript>
</body>
</html>
"""

_HEADER = re.compile(r"^# (zh|en|variables): (.*)$")
# The question the page opens with.
FIRST_EXAMPLE = "how-major-and-certificate-fit-together"


def ide_routes() -> list[Route | Mount]:
    """Give the routes of the page, its files and its examples, which are read once."""
    examples = orjson.dumps(read_examples(QUERIES))

    async def page(_: Request) -> HTMLResponse:
        return HTMLResponse(
            PAGE_HTML, headers={"content-security-policy": CONTENT_SECURITY_POLICY, "cache-control": "no-cache"}
        )

    async def given(_: Request) -> Response:
        return Response(examples, media_type="application/json", headers={"cache-control": "no-cache"})

    return [
        Route("/api", page),
        Route("/ide/examples.json", given),
        Mount("/ide/static", GZipMiddleware(StaticFiles(directory=STATIC), SMALLEST_BYTES, GZIP_LEVEL)),
    ]


def read_examples(folder: Path) -> list[Mapping[str, Any]]:
    """Read the example questions: name, titles in both languages, query, variables as JSON text."""
    paths = sorted(folder.glob("*.graphql"), key=lambda each: (each.stem != FIRST_EXAMPLE, each.stem))
    return [read_example(each) for each in paths]


def read_example(path: Path) -> Mapping[str, Any]:
    """Read one question: comment lines ``# zh:``, ``# en:``, ``# variables:``, then the query."""
    header: dict[str, str] = {}
    rest: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        found = _HEADER.match(line)
        if found and not rest:
            header[found[1]] = found[2]
        else:
            rest.append(line)
    variables = json.loads(header.get("variables", "{}"))
    return {
        "name": path.stem,
        "zh": header["zh"],
        "en": header["en"],
        "query": "\n".join(rest).strip() + "\n",
        "variables": json.dumps(variables, ensure_ascii=False, indent=2),
    }
