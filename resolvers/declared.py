"""Root fields answered by statements written by hand: their arguments, record types, and planners.

A new one goes into a module of its own that makes a ``DeclaredField``, and into ``DECLARED``.
"""

from resolvers import coverage
from resolvers.declaring import DeclaredField
from resolvers.paths import PATHS
from resolvers.search import SEARCH

DECLARED: tuple[DeclaredField, ...] = (SEARCH, PATHS, coverage.FIELD)

__all__ = ["DECLARED", "DeclaredField"]
