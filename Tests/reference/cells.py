"""What cells say, read for the reference apart from the engine.

Only the spellings that the truth of `bangfu sample` and `contradictions.py` use are known here. An
amount is a pair of fen (low, high); a date a pair of days (earliest, latest). Blank is None, a cell
that cannot be read is UNREADABLE.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

UNREADABLE = "unreadable"
PERIODS = {"月": 12, "季": 4, "年": 1}
ABOUT = Decimal("0.1")


@dataclass(frozen=True)
class Interval:
    """Every value an amount of fen may take."""

    low: int
    high: int

    @staticmethod
    def of(value):
        return Interval(value, value)

    @property
    def is_exact(self):
        return self.low == self.high

    def __add__(self, other):
        return Interval(self.low + other.low, self.high + other.high)

    def __neg__(self):
        return Interval(-self.high, -self.low)

    def __sub__(self, other):
        return self + -other

    def times(self, low, high=None):
        """The product with a factor, or with every factor between two that are not negative."""
        ends = [end * factor for end in (self.low, self.high) for factor in (low, high or low)]
        return Interval(min(ends), max(ends))

    def hull(self, other):
        return Interval(min(self.low, other.low), max(self.high, other.high))


ZERO = Interval(0, 0)


@dataclass(frozen=True)
class Amount:
    """A stated amount with the period its cell names."""

    value: Interval
    period: str | None = None


def amount(text):
    """An amount: None for a blank cell, UNREADABLE for one that says no amount."""
    text = (text or "").strip()
    if not text:
        return None
    if text in ("0", "—", "/", "无"):
        return Amount(ZERO)
    match = re.fullmatch(
        r"(约)?(-?[\d.]+)(?:-([\d.]+))?(万)?(?:元)?(?:/(月|季|年))?", text.replace(",", ""))
    if not match:
        return UNREADABLE
    about, low, high, ten_thousands, period = match.groups()
    scale = 1_000_000 if ten_thousands else 100
    ends = [fen(low, scale), fen(high or low, scale)]
    if about:
        ends = [int(ends[0] * (1 - ABOUT)), int(ends[0] * (1 + ABOUT))]
    return Amount(Interval(min(ends), max(ends)), period)


def fen(text, scale=100):
    value = Decimal(text) * scale
    if value != value.to_integral_value():
        raise ValueError(f"{text} is not a whole number of fen")
    return int(value)


def stated_date(text):
    """The days a date can mean: one, or those of a month or a year."""
    text = (text or "").strip()
    if not text:
        return None
    match = re.fullmatch(r"(\d{4})(?:[-年](\d{1,2})(?:[-月](\d{1,2})日?)?月?)?年?", text)
    if not match:
        return UNREADABLE
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if day:
            return (date(year, month, day),) * 2
        if month:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return UNREADABLE


def flag(text):
    return {"是": True, "否": False}.get((text or "").strip())


def count(text):
    text = (text or "").strip()
    return int(text) if text.isdigit() and int(text) > 0 else None


def plus_months(start, months):
    """The same day some months later, or that month's last day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def window(applied, months=12):
    """First and last day of the months that end with the month before a day."""
    end = applied.replace(day=1)
    return plus_months(end, -months), end - timedelta(days=1)


def birth_date(number):
    """The birth date of a valid 18- or 15-digit number, else None."""
    number = (number or "").strip().upper()
    if re.fullmatch(r"\d{15}", number):
        number = number[:6] + "19" + number[6:]
        number += check_digit(number)
    if not re.fullmatch(r"\d{17}[\dX]", number) or number[17] != check_digit(number[:17]):
        return None
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def check_digit(first17):
    """GB 11643 (ISO 7064 MOD 11-2)."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(first17, weights)) % 11]
