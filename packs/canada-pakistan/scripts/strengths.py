#!/usr/bin/env python3
"""Measures the strengths of declared relations between skills and writes relations.csv.

    python3 packs/canada-pakistan/scripts/strengths.py <folder of the data> [--check]

The folder holds the Stack Overflow Developer Survey 2019 and 2024 (respondents in Canada
and Pakistan) and O*NET's technology skills. For every pair `from -> to` that a skill's
`implies` declares, the strength an editor declared is moved a little towards what the
data says; docs/strengths.md has the formula and why it may move it only a little.

Nothing but the strengths, the number of pairs seen and where they were seen is written:
no row of a survey. The same input gives the same bytes. `--check` writes nothing and
fails if relations.csv is not what would be written.

Python 3.11, standard library only.
"""

import csv
import gzip
import math
import statistics
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

PACK = Path(__file__).resolve().parent.parent
TABLE = PACK / "relations.csv"

SURVEYS = {
    "stackoverflow-2019": "stackoverflow_2019_ca_pk.csv",
    "stackoverflow-2024": "stackoverflow_2024_ca_pk.csv",
}
OCCUPATIONS = ("onet-29-2", "onet_29_2_technology_skills.txt.gz")

# What a respondent has, not what one would like to have.
HAS = ("WorkedWith",)

# Answers that name two skills count for both; answers that name one of two without
# saying which count for neither.
SEVERAL = {
    "html/css": ("html-css", "html", "css"),
    "angular/angular.js": (),
    "bash/shell/powershell": ("shell-scripting",),
}
NOT_AN_ANSWER = {"", "other(s):"}

LEAST_CASES = 30  # fewer cases with `from`, or with `to`, say nothing
Z = 1.959964  # normal quantile of a 95% interval
HALF_WEIGHT_AT = 100  # cases at which the data reaches half of its greatest weight
GREATEST_WEIGHT = {"survey": 0.5, "occupations": 0.25}
NEAR_CERTAIN = 85  # from here on a declared strength is close to a definition
# Points the data may move a strength, by kind and by whether it is near certain.
REACH = {
    ("survey", False): 10,
    ("survey", True): 3,
    ("occupations", False): 5,
    ("occupations", True): 2,
}


def load_skills():
    """Skills by id; faults of the pack are for the pack's own check to find."""
    skills = {}
    for path in sorted((PACK / "skills").glob("*.toml")):
        skills.update(tomllib.loads(path.read_text(encoding="utf-8")))
    return skills


def spellings(skills):
    """Skill by each of its spellings, in lower case. First id wins, in order of ids."""
    found = {}
    for skill_id in sorted(skills):
        skill = skills[skill_id]
        for name in [skill["label"], *skill.get("aliases", []), *skill.get("exact", [])]:
            found.setdefault(name.lower(), skill_id)
    return found


class Observed:
    """Cases (people or occupations) and the skills each has.

    A skill is asked about in a question of a survey. A case counts for a pair only where
    both skills were among the answers on offer and the question of `to` was answered:
    a question left blank is not a no.
    """

    def __init__(self):
        self.cases = []  # (skills, questions answered)
        self.question_of = {}  # (survey, skill) -> questions that offer the skill

    def add(self, skills, answered):
        self.cases.append((frozenset(skills), frozenset(answered)))

    def offer(self, survey, skill, question):
        self.question_of.setdefault((survey, skill), set()).add((survey, question))

    def by_skill(self):
        index = defaultdict(list)
        for case in self.cases:
            for skill in case[0]:
                index[skill].append(case)
        return index


def read_survey(path, survey, by_name, observed, unknown):
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            has, answered = set(), set()
            for question, text in row.items():
                if not question.endswith(HAS) or not text:
                    continue
                answers = {a.strip().lower() for a in text.split(";")} - NOT_AN_ANSWER
                if answers:
                    answered.add((survey, question))
                for answer in answers:
                    ids = SEVERAL.get(answer)
                    if ids is None:
                        one = by_name.get(answer)
                        ids = (one,) if one else ()
                        if not one:
                            unknown.add(f"{survey} {question}: {answer}")
                    for skill in ids:
                        has.add(skill)
                        observed.offer(survey, skill, question)
            observed.add(has, answered)


def read_occupations(path, skills, observed):
    name, question = OCCUPATIONS[0], "Example"
    by_example = {s["onet"]: i for i, s in sorted(skills.items()) if "onet" in s}
    listed = defaultdict(set)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            skill = by_example.get(row["Example"])
            if skill:
                listed[row["O*NET-SOC Code"]].add(skill)
                observed.offer(name, skill, question)
    for code in sorted(listed):
        observed.add(listed[code], {(name, question)})


def wilson_lower(successes, cases):
    """Lower end of the 95% Wilson score interval of a proportion."""
    share, z2 = successes / cases, Z * Z
    middle = share + z2 / (2 * cases)
    margin = Z * math.sqrt(share * (1 - share) / cases + z2 / (4 * cases * cases))
    return (middle - margin) / (1 + z2 / cases)


def measure(observed, index, surveys, start, end):
    """A measurement of `start -> end`: see the page; None where the data says too little."""
    used = [s for s in surveys if (s, start) in observed.question_of and (s, end) in observed.question_of]
    asked = set().union(*(observed.question_of[s, end] for s in used)) if used else set()
    base = [case for case in observed.cases if case[1] & asked]
    having = [case for case in index[start] if case[1] & asked]
    common = sum(end in case[0] for case in base)
    if min(len(having), common) < LEAST_CASES:
        return None
    both = sum(end in case[0] for case in having)
    share, chance = wilson_lower(both, len(having)), common / len(base)
    beyond_chance = max(0.0, (share - chance) / (1 - chance)) if chance < 1 else 0.0
    return {"cases": len(having), "pairs": both, "measured": 50 * (share + beyond_chance), "basis": "+".join(used)}


def measurements(skills, people, occupations):
    """A measurement for each declared pair that the data covers, sorted by its two ids.

    People count before occupations. A grouping is left out: nobody is asked about it.
    """
    groupings = {skill.get("broader") for skill in skills.values()}
    sources = (
        ("survey", people, people.by_skill(), list(SURVEYS)),
        ("occupations", occupations, occupations.by_skill(), [OCCUPATIONS[0]]),
    )
    for start in sorted(set(skills) - groupings):
        for end, declared in sorted(skills[start].get("implies", {}).items()):
            if any(start in one and end in one for one in SEVERAL.values()):
                continue  # one answer for both: it cannot tell them apart
            for kind, observed, index, surveys in sources:
                found = None if end in groupings else measure(observed, index, surveys, start, end)
                if found:
                    yield {"from": start, "to": end, "declared": declared, "kind": kind, **found}
                    break


def band(row):
    return row["kind"], row["declared"] >= NEAR_CERTAIN


def usual_gaps(rows):
    """Median of measured less declared in each band: how much the measure runs low."""
    gaps = defaultdict(list)
    for row in rows:
        gaps[band(row)].append(row["measured"] - row["declared"])
    return {key: statistics.median(values) for key, values in gaps.items()}


def blend(row, gaps):
    """The declared strength, moved by how far this pair stands from the usual gap."""
    cases, reach = row["cases"], REACH[band(row)]
    weight = GREATEST_WEIGHT[row["kind"]] * cases / (cases + HALF_WEIGHT_AT)
    surprise = row["measured"] - row["declared"] - gaps[band(row)]
    moved = math.floor(weight * surprise + 0.5)
    return min(99, max(1, row["declared"] + min(reach, max(-reach, moved))))


def summary(rows, gaps, skills, unknown):
    pairs = sum(len(skill.get("implies", {})) for skill in skills.values())
    print(f"{len(skills)} skills, {pairs} declared pairs, {len(rows)} measured")
    for key in sorted(gaps):
        moves = [row["strength"] - row["declared"] for row in rows if band(row) == key]
        raised, lowered = sum(m > 0 for m in moves), sum(m < 0 for m in moves)
        mean = sum(map(abs, moves)) / len(moves)
        name = f"{key[0]}, {'from' if key[1] else 'under'} {NEAR_CERTAIN}"
        print(f"  {name}: {len(moves)} pairs, usual gap {gaps[key]:.0f}, raised {raised}, lowered {lowered}, mean move {mean:.1f}")
    print("furthest apart (declared, measured, written, cases):")
    furthest = sorted(rows, key=lambda r: (-abs(r["measured"] - r["declared"] - gaps[band(r)]), r["from"], r["to"]))
    for r in furthest[:16]:
        print(f"  {r['from']} -> {r['to']}: {r['declared']}, {r['measured']:.0f}, {r['strength']}, {r['cases']}")
    for line in sorted(unknown):
        print(f"no skill for the answer {line}")


def main(arguments):
    check = "--check" in arguments
    folders = [a for a in arguments if a != "--check"]
    if len(folders) != 1:
        print(__doc__.strip().splitlines()[2].strip(), file=sys.stderr)
        return 2
    data, skills = Path(folders[0]), load_skills()
    people, occupations, unknown = Observed(), Observed(), set()
    try:
        for survey, name in SURVEYS.items():
            read_survey(data / name, survey, spellings(skills), people, unknown)
        read_occupations(data / OCCUPATIONS[1], skills, occupations)
    except OSError as error:
        print(f"cannot read the data: {error}", file=sys.stderr)
        return 1
    rows = list(measurements(skills, people, occupations))
    gaps = usual_gaps(rows)
    for row in rows:
        row["strength"] = blend(row, gaps)
    columns = ["from", "to", "strength", "pairs", "basis"]
    lines = [",".join(columns)] + [",".join(str(row[c]) for c in columns) for row in rows]
    text = "\n".join(lines) + "\n"
    if check:
        same = TABLE.exists() and TABLE.read_text(encoding="utf-8") == text
        print("relations.csv is up to date" if same else "relations.csv is out of date: run this script")
        return 0 if same else 1
    TABLE.write_text(text, encoding="utf-8", newline="\n")
    summary(rows, gaps, skills, unknown)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
