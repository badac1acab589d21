"""Case identifiers: round, unit code and six letters of a keyed hash (contract, section 4)."""

import hashlib
import hmac

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def case_identifier(key, round_name, unit_code, application):
    """The identifier of a filing with an application number or an applicant's valid number."""
    subject = (f"number|{application.number}" if application.number
               else f"person|{application.fields['applicantId']}")
    code = hmac.new(key.encode(), f"{round_name}|{unit_code}|{subject}".encode(),
                    hashlib.sha256).digest()
    number, letters = int.from_bytes(code[:8], "big"), ""
    for _ in range(6):
        number, at = divmod(number, len(_LETTERS))
        letters += _LETTERS[at]
    return f"{round_name}-{unit_code}-{letters}"
