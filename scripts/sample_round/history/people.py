"""Fictitious persons, drawn from a label so that the same ones come out every time."""

import hashlib

from ..identity import ETHNIC, Person
from ..names import FEMININE, GIVEN, SURNAMES, TIBETAN

_taken = {}
_GIVEN = {woman: [one for one in GIVEN if (one in FEMININE) == woman] for woman in (True, False)}


def draw(label, count):
    """A number below `count` that depends on the label alone."""
    digest = hashlib.sha256(label.encode("utf-8")).digest()
    return int.from_bytes(digest[:8], "big") % count


def person(label, born, woman, group="汉", surname=""):
    """A person born in a year; the name and the day follow from the label."""
    month, day = draw(label + "|month", 12) + 1, draw(label + "|day", 28) + 1
    sequence = 2 * (draw(label + "|sequence", 440) + 30) + (0 if woman else 1)
    name = _new_name(label, woman, group, surname)
    return Person(name, f"{born}{month:02d}{day:02d}", sequence, ETHNIC[group])


def _new_name(label, woman, group, surname):
    """A name that nobody else of the history has."""
    for attempt in range(1000):
        name = _name(f"{label}|{attempt}", woman, group, surname)
        if _taken.setdefault(name, label) == label:
            return name
    raise SystemExit(f"no name is left for {label}")


def _name(label, woman, group, surname):
    if group == "藏":
        first, last = _pick(TIBETAN, label + "|first"), _pick(TIBETAN, label + "|last")
        return first + last
    given = _pick(_GIVEN[woman], label + "|given") + _pick(_GIVEN[woman], label + "|second")
    return (surname or _pick(SURNAMES, label + "|surname")) + given


def _pick(choices, label):
    return choices[draw(label, len(choices))]
