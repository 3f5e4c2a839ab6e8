"""How alike two texts read, counted by hand and exactly."""

from fractions import Fraction


def common(one: str, other: str) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for a in one:
        old, row = row, [0]
        for place, b in enumerate(other):
            row.append(old[place] + 1 if a == b else max(row[-1], old[place + 1]))
    return row[-1]


def likeness(one: str, other: str) -> Fraction:
    """Twice the longest common subsequence over both lengths; two empty texts are alike."""
    return Fraction(2 * common(one, other), len(one) + len(other)) if one or other else Fraction(1)
