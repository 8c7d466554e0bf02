"""The value mode of a mission given to OR-Tools CP-SAT (PyPI: ortools), the same integer core.

    python3 cpsat_value.py core.json [seconds] [workers]

Prints seconds, promises missed, value and bound of every improvement, then the last word. A second is one of
processor time on every worker, so that a busy machine takes nothing from it.
"""
import json, sys, threading, time
from collections import defaultdict
from ortools.sat.python import cp_model

core = json.load(open(sys.argv[1]))
seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 60.0
workers = int(sys.argv[3]) if len(sys.argv) > 3 else 2

model = cp_model.CpModel()
by_person_cell, by_cell, of_wish, terms = defaultdict(list), defaultdict(list), defaultdict(list), []
for w, wish in enumerate(core["wishes"]):
    for variant in wish["variants"]:
        for cell in variant["cells"]:
            x = model.new_bool_var("")
            of_wish[w].append(x)
            by_cell[cell].append(x)
            for person in variant["members"]:
                by_person_cell[person, cell].append(x)
            terms.append(wish["value"] * x)
for literals in of_wish.values():
    model.add_at_most_one(literals)
for cell, literals in by_cell.items():
    model.add(sum(literals) <= core["capacity"][cell])
for (person, cell), literals in by_person_cell.items():
    model.add_at_most_one(literals)
    for other in core["conflicts"][cell]:
        if other > cell and (person, other) in by_person_cell:
            model.add_at_most_one(literals + by_person_cell[person, other])
promise, promised = core["promise"], 0
for q, quota in enumerate(core["quotas"]):
    held = [x for w, wish in enumerate(core["wishes"]) if q in wish["quotas"] for x in of_wish[w]]
    model.add(sum(held) <= quota["most"])
    if quota["least"]:
        kept = model.new_int_var(0, quota["least"], "")
        model.add(kept <= sum(held))
        terms.append(promise * kept)
        promised += quota["least"]
model.maximize(sum(terms))


def parts(total):
    kept = min(promised, int(total) // promise) if promise else 0
    return promised - kept, int(total) - promise * kept


class Told(cp_model.CpSolverSolutionCallback):
    def on_solution_callback(self):
        missed, value = parts(self.objective_value)
        print(f"  {spent():8.2f} s  missed {missed}  value {value}", flush=True)


solver = cp_model.CpSolver()
solver.parameters.num_workers = workers
start = time.process_time()


def spent():
    return (time.process_time() - start) / workers


def watch():
    while spent() < seconds:
        time.sleep(0.1)
    solver.stop_search()


threading.Thread(target=watch, daemon=True).start()
status = solver.solve(model, Told())
missed, value = parts(solver.objective_value)
print(f"{solver.status_name(status)} missed {missed} value {value} bound {parts(solver.best_objective_bound)} "
      f"wall {solver.wall_time:.1f} processor {time.process_time() - start:.1f}")
