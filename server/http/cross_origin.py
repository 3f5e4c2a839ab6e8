"""Pages of other origins (CORS): which may call, with which headers, and what they may read of a reply.

A page may send any header: tracing, client names, conditions and tokens all come in headers that we ignore or want, and
there are no cookies that a page could borrow. Which origins there are is the operator's decision.
"""

from collections.abc import Sequence

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

# What a page may read beyond what every reply shows (the type, length and caching of the body).
READABLE = ("content-disposition", "etag", "link", "retry-after", "x-request-id")
# Chromium remembers a preflight no longer than this.
REMEMBER_S = 7_200


def cross_origin(origins: Sequence[str]) -> list[Middleware]:
    """Make the middleware that lets pages of these origins call; ``*``: of any. No origins: there is none."""
    if not origins:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=origins,
            # PUT: a document that is uploaded.
            allow_methods=["GET", "HEAD", "POST", "PUT"],
            allow_headers=["*"],
            expose_headers=READABLE,
            max_age=REMEMBER_S,
        )
    ]
