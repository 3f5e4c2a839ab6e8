"""Root fields answered by statements written by hand: their arguments, record types, and planners.

A new one goes into a module of its own that makes a ``DeclaredField``, and into ``DECLARED``.
"""

from resolvers.coverage import COVERAGE_FIELD
from resolvers.declaring import DeclaredField
from resolvers.gaps import GAPS
from resolvers.paths import PATHS
from resolvers.search import SEARCH

DECLARED: tuple[DeclaredField, ...] = (SEARCH, PATHS, COVERAGE_FIELD, GAPS)

__all__ = ["DECLARED", "DeclaredField"]
