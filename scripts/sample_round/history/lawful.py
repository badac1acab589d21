"""Checks that the history keeps the programme's rules, step by step in the order of its files."""

from datetime import date

from .chronicle import VERDICTS

ENDS = ("自愿退出", "退出", "去世", "调出")
NOTICE_DAYS = 5


class Story:
    """What has been recorded about one case so far."""

    def __init__(self):
        self.verified = self.proposal = self.notice = None
        self.approved = self.paid = 0
        self.helped = self.closed = self.suspended = self.contact = False
        self.objection = None


def require_lawful(facts, merged):
    """Stops at the first fact that breaks a rule.

    `facts` come in the order in which the office's files are imported; `merged` are the cases that
    people decided to be the same as another.
    """
    stories = {}
    for fact in facts:
        if fact.handle:
            story = stories.setdefault(fact.handle, Story())
            problem = STEPS[fact.form](story, fact.day, fact.values)
            if fact.handle in merged or problem:
                raise SystemExit(f"{fact.day} {fact.handle} {fact.form}: "
                                 f"{problem or 'merged with another case'}")


def merged_cases():
    return {second for _, second, word, _ in VERDICTS if word == "同一"}


def verified(story, day, _):
    story.verified = day
    return "closed" if story.closed else ""


def proposed(story, day, values):
    if story.verified is None or story.verified > day:
        return "not verified before the proposal"
    story.proposal, story.notice = (day, values["measure"], values["amount"]), None
    return ""


def publicised(story, day, values):
    if story.proposal is None or story.proposal[0] > day:
        return "publicised before it was proposed"
    if (date.fromisoformat(values["to"]) - date.fromisoformat(day)).days + 1 < NOTICE_DAYS:
        return "the notice is too short"
    story.notice = values["to"]
    return ""


def objected(story, day, values):
    story.objection = values["handledOn"] or "9999"
    return "" if story.notice and day <= story.notice else "an objection outside the notice"


def decided(story, day, values):
    if story.notice is None or day <= story.notice:
        return "decided before the notice ended"
    if values["decision"] != "同意":
        return ""
    if story.objection and story.objection >= day:
        return "approved with an open objection"
    if story.proposal[1:] != (values["measure"], values["amount"]):
        return "approved otherwise than proposed"
    story.approved += values["amount"]
    story.closed = False
    return ""


def happened(story, _, values):
    kind = values["event"]
    if story.closed:
        return f"{kind} of a closed case"
    if kind == "指定联系人":
        story.contact = True
        return "" if story.approved else "a contact before the approval"
    story.suspended = kind == "中止" or story.suspended and kind != "恢复"
    if kind in ENDS:
        story.closed = True
    return ""


def paid(story, day, values):
    story.paid += values["amount"]
    story.helped = True
    if story.closed or story.suspended or not story.contact:
        return "paid while closed, suspended or without a contact"
    return "" if story.paid <= story.approved else "paid more than approved"


def visited(story, _, __):
    return "" if story.helped and not story.closed else "visited while not being helped"


STEPS = {"verifications": verified, "proposals": proposed, "notices": publicised,
         "objections": objected, "decisions": decided, "events": happened,
         "disbursements": paid, "visits": visited}
