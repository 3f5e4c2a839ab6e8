"""The level gate: whether a level of a certificate and a module of a programme go together by the rules on credits.

One college's rule (CreditRule C05 to C07 of the seeds): 初级 converts to foundation courses, 中级 to core courses,
高级 to both. It says nothing about other modules, and most courses of the seeds have none.
"""

from collections.abc import Mapping

_MODULES: Mapping[str, frozenset[str]] = {
    "ELEMENTARY": frozenset({"FOUNDATION"}),
    "INTERMEDIATE": frozenset({"CORE"}),
    "ADVANCED": frozenset({"FOUNDATION", "CORE"}),
}


def gate(module: str | None, level: str) -> str:
    """Give FITS or DIFFERS by the rule; UNKNOWN where it does not tell."""
    if module not in {"FOUNDATION", "CORE"} or level not in _MODULES:
        return "UNKNOWN"
    return "FITS" if module in _MODULES[level] else "DIFFERS"
