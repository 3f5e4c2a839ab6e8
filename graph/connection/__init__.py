"""The graph by its driver, which is imported without what it looks for and we never use.

Where numpy, pandas or pyarrow are installed, the driver imports them whole, to take and give their values. The solver
brings two of them. That would take a third of a second of each command and server.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

UNUSED = ("numpy", "pandas", "pyarrow")


@contextmanager
def _left_out(names: tuple[str, ...]) -> Iterator[None]:
    """Let an import of these fail meanwhile, of those that are not imported yet."""
    absent = [each for each in names if each not in sys.modules]
    # As Python has it, None says that there is no such module.
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for each in absent:
            del sys.modules[each]


with _left_out(UNUSED):
    import neo4j  # noqa: F401  # first here, so that who imports it next gets this one
