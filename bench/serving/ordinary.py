"""Our server on its ordinary path: the same statement and record, but graphql-core walks every value.

What it walks through are Strawberry's own resolvers, as in any Strawberry server; parsing, validation and planning are
kept as in ours, so that the difference is the walk alone.
"""

import os

import uvicorn

from resolvers import identify
from server.app import create_app


def _never_fits(shape):
    def shaped(columns, params):
        return shape(columns, params)[0], False

    return shaped


def main() -> None:
    """Serve until the end."""
    make = identify.prepare

    def prepare(*planned):
        made = make(*planned)
        object.__setattr__(made, "shape", _never_fits(made.shape))
        return made

    identify.prepare = prepare
    uvicorn.run(create_app(), host="127.0.0.1", port=int(os.environ["ONEPLUSX_PORT"]), log_level="warning")


if __name__ == "__main__":
    main()
