"""OpenFisca with its country template, timed as Pul is: prints one JSON object.

Usage: openfisca_quote.py load | run SECONDS

`load` imports OpenFisca and builds the country's tax and benefit system, once: a cold load, so
each is a process of its own. `run` measures simulations a second on one thread:

- one:    a household of one adult with a salary, a rent and a home, one month, from nothing to
          every one of the country's variables that has a formula or a value for it;
- few:    the same household, only `disposable_income` and what it needs;
- whatif: as `one`, after the income tax rate of a copy of the parameters was changed
          (copy made once, changed each time);
- reform: as `one`, with a reform built each time, as the documentation shows;
- batch:  as `one`, of many households at once in vectors; counted by household.
"""

import json
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

WALL, PROCESSOR = time.perf_counter(), time.process_time()

from openfisca_core.periods import YEAR  # noqa: E402
from openfisca_core.reforms import Reform  # noqa: E402
from openfisca_core.simulation_builder import SimulationBuilder  # noqa: E402
from openfisca_country_template import CountryTaxBenefitSystem  # noqa: E402

MONTH = "2017-01"
BATCH = 10_000


def took():
    return {"wall": time.perf_counter() - WALL, "processor": time.process_time() - PROCESSOR}


def inputs(salary):
    return {
        "persons": {"Alicia": {"birth": {"ETERNITY": "1985-03-14"}, "salary": {MONTH: salary}}},
        "households": {
            "_": {
                "adults": ["Alicia"],
                "rent": {MONTH: 900},
                "accommodation_size": {MONTH: 70},
                "housing_occupancy_status": {MONTH: "tenant"},
            }
        },
    }


def every(system):
    """The names of the variables and the period each is for."""
    year = MONTH[:4]
    return [(name, year if v.definition_period == YEAR else MONTH) for name, v in sorted(system.variables.items())]


def ask(simulation, wanted):
    for name, period in wanted:
        simulation.calculate(name, period)


def one(system, wanted, salary):
    ask(SimulationBuilder().build_from_dict(system, inputs(salary)), wanted)


def batch(system, wanted, salary):
    import numpy

    builder = SimulationBuilder()
    simulation = builder.build_default_simulation(system, count=BATCH)
    simulation.set_input("salary", MONTH, numpy.arange(BATCH, dtype=float) % 5000 + salary)
    simulation.set_input("birth", "ETERNITY", numpy.full(BATCH, numpy.datetime64("1985-03-14")))
    simulation.set_input("rent", MONTH, numpy.full(BATCH, 900.0))
    simulation.set_input("accommodation_size", MONTH, numpy.full(BATCH, 70.0))
    ask(simulation, wanted)


def reform_of(rate):
    class OtherRate(Reform):
        def apply(self):
            def change(parameters):
                parameters.taxes.income_tax_rate.update(start=f"{MONTH}-01", value=rate)
                return parameters

            self.modify_parameters(modifier_function=change)

    return OtherRate


def rate(work, seconds, each=1):
    """Units a second of wall and of processor time; `work` is given a counter."""
    work(0)
    n, wall, processor = 0, time.perf_counter(), time.process_time()
    while n < 2 or time.perf_counter() - wall < seconds:
        n += 1
        work(n)
    return {
        "wall": n * each / (time.perf_counter() - wall),
        "processor": n * each / (time.process_time() - processor),
    }


def run(seconds):
    system = CountryTaxBenefitSystem()
    wanted = every(system)
    changed = reform_of(0.15)(system)

    def what_if(n):
        changed.parameters.taxes.income_tax_rate.update(start=f"{MONTH}-01", value=0.1 + n % 30 / 100)
        CountryTaxBenefitSystem.get_parameters_at_instant.cache_clear()
        one(changed, wanted, 3000)

    return {
        "variables": len(wanted),
        "batch_of": BATCH,
        "one": rate(lambda n: one(system, wanted, 3000 + n), seconds),
        "few": rate(lambda n: one(system, [("disposable_income", MONTH)], 3000 + n), seconds),
        "whatif": rate(what_if, seconds),
        "reform": rate(lambda n: one(reform_of(0.1 + n % 30 / 100)(system), wanted, 3000), seconds),
        "batch": rate(lambda n: batch(system, wanted, 1000 + n), seconds, BATCH),
    }


def load():
    system = CountryTaxBenefitSystem()
    system.get_parameters_at_instant(MONTH)
    return took() | {"variables": len(system.variables)}


print(json.dumps(load() if sys.argv[1:] == ["load"] else run(float(sys.argv[2]))))
