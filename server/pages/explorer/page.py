"""The explorer at `/`: one page of files that are bundled here, which shows what its address names.

Nothing is fetched from elsewhere, and the content security policy lets nothing be.
"""

from pathlib import Path

from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from server.http.encodings import GZIP_LEVEL, SMALLEST_BYTES
from server.pages.explorer.templates import template_routes

STATIC = Path(__file__).parent / "static"

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "cache-control": "no-cache",
    "referrer-policy": "no-referrer",
}

PAGE_HTML = """<!doctype html>
<html lang="zh-CN"{api_page}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/explorer/static/icon.svg">
<title>1+X 图谱</title>
<link rel="stylesheet" href="/explorer/static/style.css">
<link rel="stylesheet" href="/explorer/static/print.css" media="print">
<script type="module" src="/explorer/static/app.js"></script>
</head>
<body>
<div id="root"></div>
<noscript>This page needs JavaScript. The API is at /graphql. / 本页需要 JavaScript；接口在 /graphql。</noscript>
</body>
</html>
"""

# What the addresses of pages begin with; `main.tsx` says which page each one is.
LISTS = ("majors", "certificates", "policies", "search", "fit", "compare", "plans", "gaps", "review", "import")
OBJECTS = (
    "majors",
    "certificates",
    "provinces",
    "colleges",
    "plans",
    "courses",
    "sources",
    "policies",
    "releases",
    "import",
    # Short links, by slug.
    "s",
)


def explorer_routes(*, with_api_page: bool) -> list[Route | Mount]:
    """Give the routes of the pages and their files. Without an API page nothing links to it."""
    html = PAGE_HTML.format(api_page=' data-api-page=""' if with_api_page else "")

    async def page(_: Request) -> HTMLResponse:
        return HTMLResponse(html, headers=HEADERS)

    async def missing_page(_: Request) -> HTMLResponse:
        return HTMLResponse(html, status_code=404, headers=HEADERS)

    return [
        Route("/", page),
        *(Route(f"/{each}", page) for each in LISTS),
        # A name may hold a slash, which arrives decoded.
        *(Route(f"/{each}/{{name:path}}", page) for each in OBJECTS),
        *template_routes(),
        Mount("/explorer/static", GZipMiddleware(StaticFiles(directory=STATIC), SMALLEST_BYTES, GZIP_LEVEL)),
        Route("/{path:path}", missing_page),
    ]
