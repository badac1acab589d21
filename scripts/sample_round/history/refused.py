"""One row of each illegal kind, to be refused after the history; not part of its flow."""

from . import office
from .course import Fact


def files_of(chronicle):
    """One file for each kind, in the office's own forms."""
    return [office.office_file(chronicle, name, [fact], ("utf-8-sig", "iso"))
            for name, fact in rows(chronicle).items()]


def rows(chronicle):
    approved = {"decision": "同意", "startOn": "2015-12-29", "documentNumber": "州直工委帮〔2015〕3号"}
    return {
        "财政资金": Fact("allocations", "2015-12-28", {
            "source": "财政资金", "amount": 100_000_00, "receivedOn": "2015-12-28",
            "voucher": "2015-收-901"}),
        "超额拨付": paid("15-gland", "2015-12-28", 1, "2015-付-901"),
        "未批先付": paid("15-running", "2015-12-28", 9_000_00, "2015-付-902"),
        "公示未满审批": Fact("decisions", "2015-12-28", {
            **approved, "decidedOn": "2015-12-28", "measure": "临时性资助",
            "amount": 9_000_00}, "15-running"),
        "异议未结审批": Fact("decisions", "2015-12-28", {
            **approved, "decidedOn": "2015-12-28", "measure": "临时性资助",
            "amount": 8_000_00}, "15-objected"),
        "回访已结案": Fact("visits", "2015-12-28", {
            "visitedOn": "2015-12-28", "means": "电话", "relief": "已解决",
            "conduct": "工作认真", "recommendation": "退出", "visitor": "沈开元"}, "14-liver"),
    }


def paid(handle, day, fen, voucher):
    return Fact("disbursements", day, {"amount": fen, "paidOn": day, "voucher": voucher}, handle)
