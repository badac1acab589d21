"""OpenFisca's country template on as many households: income summed per household, per person, and
held against a threshold by date. Run beside the benchmark for comparison; pip install
openfisca-country-template numpy, if they are absent."""

import resource
import sys
import time

import numpy
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_country_template import CountryTaxBenefitSystem

count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
persons = count * 3
rng = numpy.random.default_rng(11)
system = CountryTaxBenefitSystem()
builder = SimulationBuilder()
builder.create_entities(system)
ids = numpy.arange(persons)
builder.declare_person_entity("person", ids)
household = builder.declare_entity("household", numpy.arange(count))
groups = numpy.repeat(numpy.arange(count), 3)
roles = numpy.tile(numpy.array(["parent", "parent", "child"]), count)
try:
    builder.join_with_persons(household, groups, roles)
except Exception:
    builder.join_with_persons(household, groups, numpy.tile(numpy.array(["adult", "adult", "child"]), count))
simulation = builder.build(system)
simulation.set_input("salary", "2015-06", rng.integers(0, 4_500, persons).astype(numpy.float32))
start = time.perf_counter()
names = ["income_tax", "social_security_contribution", "basic_income"]
for name in names:
    simulation.calculate(name, "2015-06")
for name in ("total_taxes", "total_benefits"):
    simulation.calculate(name, "2015-06")
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"openfisca-country-template households={count} seconds={seconds:.3f} peak_memory_mb={peak}")
