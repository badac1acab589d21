"""The part of the organs' policy that OpenFisca can say, as a small tax and benefit system.

Annual sums by component, the deduction, shares per person, and the line by date from a parameter.
Unknown values, sources that conflict and what is counted once have no place in it.
"""

from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERSON = build_entity(key="person", plural="persons", label="Person", is_person=True)
HOUSEHOLD = build_entity(
    key="household", plural="households", label="Household",
    roles=[{"key": "member", "plural": "members", "label": "Members"}])

# Income types by component, with the sign they count with.
TYPES = {
    "wage": {"工资": 1, "奖金": 1, "津补贴": 1},
    "business": {"经营收入": 1, "经营成本": -1},
    "property": {"租金": 1, "利息": 1},
    "transfer": {"养老金": 1, "赡养费": 1, "遗属补贴": 1, "救助金": 1, "其他转移": 1,
                 "社保缴费": -1, "个人所得税": -1},
}
DEDUCTED = ("医疗", "教育", "灾害损失", "残疾康复", "护理")


def variable(name, entity, formula=None, period=DateUnit.YEAR, kind=float):
    """A variable class; OpenFisca reads the label and the formula from the class."""
    members = {"value_type": kind, "entity": entity, "definition_period": period, "label": name}
    if formula is not None:
        members["formula"] = formula
    return type(name, (Variable,), members)


def component(name):
    """A person's component: the items where there are any, else the column."""
    def formula(person, period):
        items = sum(sign * person(kind, period) for kind, sign in TYPES[name].items())
        itemised = person(f"{name}_itemised", period)
        return itemised * items + (1 - itemised) * person(f"{name}_column", period)
    return variable(name, PERSON, formula)


def disposable(household, period):
    return sum(household.sum(household.members(name, period)) for name in TYPES)


def rigid(household, period):
    return sum(household(f"{kind}_billed", period) - household(f"{kind}_reimbursed", period)
               for kind in DEDUCTED)


def per_capita_disposable(household, period):
    return household("disposable", period) / 12 / household.nb_persons()


def per_capita_actual(household, period):
    actual = household("disposable", period) + household("support", period)
    return (actual - household("rigid", period)) / 12 / household.nb_persons()


def threshold(household, period, parameters):
    return household.nb_persons() * 0 + parameters(period).minimum_wage


def system(rates):
    """The system with the line's rates: pairs of ISO date and yuan a month."""
    built = TaxBenefitSystem([PERSON, HOUSEHOLD])
    built.parameters = ParameterNode("", data={
        "minimum_wage": {"values": {since: {"value": yuan} for since, yuan in rates}}})
    variables = [component(name) for name in TYPES]
    for name, kinds in TYPES.items():
        variables += [variable(kind, PERSON) for kind in kinds]
        variables += [variable(f"{name}_column", PERSON), variable(f"{name}_itemised", PERSON)]
    for kind in DEDUCTED:
        variables += [variable(f"{kind}_{part}", HOUSEHOLD) for part in ("billed", "reimbursed")]
    variables += [
        variable("support", HOUSEHOLD), variable("disposable", HOUSEHOLD, disposable),
        variable("rigid", HOUSEHOLD, rigid),
        variable("per_capita_disposable", HOUSEHOLD, per_capita_disposable),
        variable("per_capita_actual", HOUSEHOLD, per_capita_actual),
        variable("threshold", HOUSEHOLD, threshold, DateUnit.MONTH),
    ]
    for one in variables:
        built.add_variable(one)
    return built
