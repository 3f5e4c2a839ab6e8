"""What was done for an answer: for `extensions.oneplusx` and the metrics."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Tier(StrEnum):
    """The way an operation took."""

    FAST = "FAST"
    REPLAY = "REPLAY"
    ORDINARY = "ORDINARY"


@dataclass(slots=True)
class Trace:
    """What was done for an answer, for `extensions.oneplusx` and the metrics. Times in seconds."""

    kind: str = "unknown"
    operation: str = ""
    tier: Tier = Tier.ORDINARY
    plan_hash: str = ""
    statement: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)
    statements: int = 0
    # Code of the first of ``userErrors``, of a mutation that was refused.
    refused: str = ""
    prepare_s: float = 0.0
    database_s: float = 0.0
    shape_s: float = 0.0


def describe(trace: Trace) -> dict[str, Any]:
    """Show a trace to a developer, under `extensions.oneplusx`."""
    return {
        "tier": trace.tier,
        "planHash": trace.plan_hash,
        "statements": trace.statements,
        "statement": trace.statement,
        "parameters": dict(trace.params),
        "milliseconds": {
            "prepare": round(trace.prepare_s * 1e3, 3),
            "database": round(trace.database_s * 1e3, 3),
            "shape": round(trace.shape_s * 1e3, 3),
        },
    }
