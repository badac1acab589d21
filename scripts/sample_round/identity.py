"""Fictitious persons with identity numbers in the unassigned area 513299."""

from dataclasses import dataclass

AREA = "513299"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def check_digit(first17):
    """The last character of a resident identity number (GB 11643, ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(first17, WEIGHTS))
    return "10X98765432"[total % 11]


def resident_id(born, sequence):
    """An 18-digit number; `born` is YYYYMMDD, an odd sequence is a man's."""
    first17 = f"{AREA}{born}{sequence:03d}"
    return first17 + check_digit(first17)


def old_form(number):
    """The 15-digit form of a number of someone born in the 1900s."""
    return number[:6] + number[8:17]


@dataclass(frozen=True)
class Person:
    name: str
    born: str
    sequence: int
    ethnic: str = "汉族"

    @property
    def id(self):
        return resident_id(self.born, self.sequence)

    @property
    def sex(self):
        return "男" if self.sequence % 2 else "女"

    @property
    def birth_date(self):
        return f"{self.born[:4]}-{self.born[4:6]}-{self.born[6:]}"


ETHNIC = {"汉": "汉族", "藏": "藏族", "羌": "羌族", "回": "回族"}


def P(name, born, sequence, ethnic="汉"):
    """A person of the sample: name, birth date YYYYMMDD, sequence number, ethnic group."""
    return Person(name, str(born), sequence, ETHNIC[ethnic])
