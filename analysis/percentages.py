"""How a share is shown in per cent: rounded half up, and never as a whole per cent that it is not quite.

A share of 99.996 % is not all of it, and one of 24.998 % keeps no rule that asks for 25 %.
"""

from fractions import Fraction
from math import floor

HUNDREDTHS = 10_000
_PERCENT, _TENTHS = 100, 1_000
_HALF = Fraction(1, 2)


def hundredths_of_percent(part: int, whole: int) -> int:
    """Give a share in hundredths of a per cent; a whole per cent stands for exactly that."""
    return _rounded(Fraction(part, whole), HUNDREDTHS, _PERCENT)


def percent_of_hundredths(hundredths: int) -> str:
    """Write hundredths of a per cent: 33.33, 9.5, 25."""
    whole, rest = divmod(hundredths, _PERCENT)
    return f"{whole}.{rest:02}".rstrip("0") if rest else str(whole)


def percent_of_one(share: float) -> str:
    """Write a share, a part of 1, in per cent with one decimal; 0.0 and 100.0 stand for none and all."""
    tenths = _rounded(Fraction(str(share)), _TENTHS, _TENTHS)
    return f"{tenths // 10}.{tenths % 10}%"


def _rounded(share: Fraction, parts: int, exact: int) -> int:
    """Round a share half up to parts of the whole; a multiple of ``exact`` parts stands for just that share."""
    found = floor(share * parts + _HALF)
    if found % exact == 0 and found != share * parts:
        return found + 1 if share * parts > found else found - 1
    return found
