"""The classical meeting problem given to OR-Tools CP-SAT (PyPI: ortools), the same statement.

    python3 cpsat_classic.py file.dzn [d] [seconds] [workers]

Prints status, breaks, bound and seconds on the wall and on the processors.
"""
import re, sys, time
from ortools.sat.python import cp_model

text = open(sys.argv[1]).read()
fairness = int(sys.argv[2]) if len(sys.argv) > 2 else 2
seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 30.0
workers = int(sys.argv[4]) if len(sys.argv) > 4 else 2


def number(name):
    return int(re.search(rf"\b{name}\s*=\s*(\d+)", text)[1])


def sets(name):
    body = re.search(rf"\b{name}\s*=\s*\[(.*?)\]\s*;", text, re.S)
    found = re.findall(r"\{([^}]*)\}", body[1]) if body else []
    def members(part):
        ends = [int(n) for n in part.split("..")]
        return range(ends[0], ends[-1] + 1)
    return [{n for part in s.split(",") if part.strip() for n in members(part) if n} for s in found]


people, slots, morning = number("nBusiness"), number("nTotalSlots"), number("nMorningSlots")
rows = re.search(r"\brequested\s*=\s*\[\|(.*?)\|?\s*\]\s*;", text, re.S)[1].split("|")
rows = [[int(n) for n in row.split(",") if n.strip()] for row in rows if row.strip()]
fixed = re.search(r"\bfixed\s*=\s*\[(.*?)\]\s*;", text, re.S)
fixed = [int(n) for n in fixed[1].split(",") if n.strip()] if fixed else [0] * len(rows)
forbidden, before = sets("forbidden"), sets("precedences")

model = cp_model.CpModel()
x, when, meets = [], [], [[[] for _ in range(slots)] for _ in range(people)]
for m, (a, b, session) in enumerate(rows):
    first, last = {1: (0, morning), 2: (morning, slots), 3: (0, slots)}[session]
    closed = set().union(*(forbidden[p - 1] for p in (a, b) if forbidden))
    mine = {s: model.new_bool_var("") for s in range(first, last)
            if s + 1 not in closed and fixed[m] in (0, s + 1)}
    model.add_exactly_one(mine.values())
    for s, placed in mine.items():
        meets[a - 1][s].append(placed)
        meets[b - 1][s].append(placed)
    x.append(mine)
    when.append(sum(s * placed for s, placed in mine.items()))
for s in range(slots):
    model.add(sum(mine[s] for mine in x if s in mine) <= number("nTables"))
for m, earlier in enumerate(before):
    for other in earlier:
        model.add(when[other - 1] + 1 <= when[m])
breaks = []
for person in meets:
    busy = [model.new_bool_var("") for _ in range(slots)]
    for held, now in zip(person, busy):
        model.add(sum(held) == now)
    starts = []
    for s in range(slots):
        start = model.new_bool_var("")
        earlier = busy[s - 1] if s else 0
        model.add(start >= busy[s] - earlier)
        model.add(start <= busy[s])
        model.add(start <= 1 - earlier)
        starts.append(start)
    own = model.new_int_var(0, slots, "")
    model.add(own == sum(starts) - (1 if any(person) else 0))
    breaks.append(own)
least, most = model.new_int_var(0, slots, ""), model.new_int_var(0, slots, "")
for own in breaks:
    model.add(least <= own)
    model.add(own <= most)
model.add(most - least <= fairness)
model.minimize(sum(breaks))

solver = cp_model.CpSolver()
solver.parameters.max_time_in_seconds = seconds
solver.parameters.num_workers = workers
wall, processor = time.time(), time.process_time()
status = solver.status_name(solver.solve(model))
found = status in ("OPTIMAL", "FEASIBLE")
print(f"{sys.argv[1].rsplit('/')[-1]} d {fairness}: {status}, breaks {int(solver.objective_value) if found else '-'}, "
      f"bound {int(solver.best_objective_bound) if found else '-'}, {time.time() - wall:.1f} s on the wall, "
      f"{time.process_time() - processor:.1f} s on the processors")
