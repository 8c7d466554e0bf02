#!/usr/bin/env python3
"""Sets the weights of skills in roles/*.toml from judgement and from data.

    PUL_DATA=<folder of the data sets> python3 scripts/role_weights.py [--check]

The editors' list (role_judgement.csv) says which skills a role has and how central each
is, 1 to 100. Data then pull each figure, never further than REACH:

    weight = (2 * judged + evidence) / 3, rounded half up

where evidence is the mean of what is known, each on the scale 0 to 100:

    survey   share of the Canadian and Pakistani respondents with that job title who use
             the technology, drawn towards the share among all by PRIOR respondents'
             worth; only for titles with LEAST respondents or more
    O*NET    LISTED, HOT or IN_DEMAND, times the share of the occupations linked to the
             role's NOC codes that list the technology
    ESCO     ESSENTIAL or OPTIONAL for an occupation of the same name

A skill on which no data set says anything keeps the judged figure; so does a core skill
that data would lower, because a core skill defines the role. `--check` writes nothing
and says whether the files are as this script would write them.
"""

import csv
import gzip
import os
import re
import sys
import tomllib
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

PACK = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("PUL_DATA", "../shared/data"))
REACH = 15
PRIOR, LEAST = 10, 12
LISTED, HOT, IN_DEMAND = 45, 65, 80
ESSENTIAL, OPTIONAL = 85, 50
SURVEY = "stackoverflow_2024_ca_pk.csv"
ANSWERS = ["Language", "Database", "Platform", "Webframe", "Embedded", "MiscTech", "ToolsTech"]


def fold(text):
    """One key for the spellings of one name: case, accents, hyphens, brackets, spaces."""
    text = unicodedata.normalize("NFKD", re.sub(r"\(.*?\)", "", text))
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    return re.sub(r"[\s_\-–—]+", " ", text).strip()


def tables(folder):
    """Every table of the TOML files of a folder, by id."""
    found = {}
    for path in sorted((PACK / folder).glob("*.toml")):
        found.update(tomllib.loads(path.read_text(encoding="utf-8")))
    return found


def rows(name, **options):
    """Rows of a data file, compressed or not."""
    path = DATA / name
    opener = gzip.open if name.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8-sig", newline="") as file:
        yield from csv.reader(file, **options)


def names_of(role):
    return {fold(name) for name in [role["label"], *role["titles"]]}


def survey_shares(roles, skills):
    """(role, skill) -> share of the role's respondents who use the skill, 0 to 100."""
    by_name = {}
    for skill, table in skills.items():
        for name in [table["label"], *table.get("aliases", []), *table.get("exact", [])]:
            by_name.setdefault(fold(name), skill)
    lines = rows(SURVEY)
    head = next(lines)
    columns = [head.index(f"{name}HaveWorkedWith") for name in ANSWERS]
    title = head.index("DevType")
    people, everyone = defaultdict(list), []
    for line in lines:
        answers = (a for c in columns for a in line[c].split(";") if a)
        used = {by_name[fold(a)] for a in answers if fold(a) in by_name}
        if used:
            everyone.append(used)
            people[fold(line[title])].append(used)
    overall = Counter(skill for used in everyone for skill in used)
    shares = {}
    for role, table in roles.items():
        group = [used for name in names_of(table) for used in people.get(name, [])]
        if len(group) < LEAST:
            continue
        counts = Counter(skill for used in group for skill in used)
        for skill, among_all in overall.items():
            prior = PRIOR * among_all / len(everyone)
            shares[role, skill] = 100 * (counts[skill] + prior) / (len(group) + PRIOR)
    return shares


def onet_evidence(roles, skills):
    """(role, skill) -> how much the linked O*NET occupations ask for the technology."""
    listed = defaultdict(dict)
    lines = rows("onet_29_2_technology_skills.txt.gz", delimiter="\t", quoting=csv.QUOTE_NONE)
    next(lines)
    for code, example, _, _, hot, demanded in lines:
        worth = IN_DEMAND if demanded == "Y" else HOT if hot == "Y" else LISTED
        listed[code][example] = max(worth, listed[code].get(example, 0))
    linked = defaultdict(set)
    for line in rows("noc_2021_onet.csv.gz"):
        linked[line[0]].add(line[5])
    evidence = {}
    for role, table in roles.items():
        codes = {code for noc in table["noc2021"] for code in linked[noc] if code in listed}
        for skill, entry in skills.items():
            worth = [listed[code].get(entry.get("onet"), 0) for code in codes]
            if any(worth):
                evidence[role, skill] = sum(worth) / len(worth)
    return evidence


def esco_evidence(roles, skills):
    """(role, skill) -> whether ESCO calls the skill essential or optional."""
    uuid = {table["esco"]: skill for skill, table in skills.items() if "esco" in table}
    lines = rows("esco_1_1_1_ict_occupations.csv.gz")
    head = next(lines)
    preferred, others = head.index("preferredLabel"), head.index("altLabels")
    occupations = defaultdict(set)
    for line in lines:
        for name in [line[preferred], *line[others].split("\n")]:
            occupations[fold(name)].add(line[0])
    related = defaultdict(dict)
    lines = rows("esco_1_1_1_ict_occupation_skill_relations.csv.gz")
    next(lines)
    for occupation, relation, _, skill in lines:
        worth = ESSENTIAL if relation == "essential" else OPTIONAL
        related[occupation][skill.rsplit("/", 1)[1]] = worth
    evidence = {}
    for role, table in roles.items():
        own = {o for name in names_of(table) for o in occupations.get(name, ())}
        for occupation in own:
            for code, worth in related[occupation].items():
                if code in uuid:
                    key = role, uuid[code]
                    evidence[key] = max(worth, evidence.get(key, 0))
    return evidence


def weigh(judged, evidence, core):
    """The weight from the judged figure and the evidence there is."""
    if not evidence:
        return judged
    pulled = int((2 * judged + sum(evidence) / len(evidence)) / 3 + 0.5)
    lowest = judged if core else judged - REACH
    return max(1, min(100, max(lowest, min(judged + REACH, pulled))))


def rewrite(text, weights):
    """The text of a roles file with every `skills` line set anew."""
    lines, role = [], None
    for line in text.splitlines():
        if heading := re.fullmatch(r"\[([a-z0-9-]+)\]", line):
            role = heading[1]
        if line.startswith("skills = "):
            order = sorted(weights[role].items(), key=lambda pair: (-pair[1], pair[0]))
            line = "skills = { " + ", ".join(f"{s} = {w}" for s, w in order) + " }"
        lines.append(line)
    return "\n".join(lines) + "\n"


def main():
    skills, roles = tables("skills"), tables("roles")
    sources = [read(roles, skills) for read in (survey_shares, onet_evidence, esco_evidence)]
    weights, moved, known = defaultdict(dict), 0, Counter()
    with open(PACK / "scripts/role_judgement.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            role, skill, judged = row["role"], row["skill"], int(row["judged"])
            if role not in roles or skill not in skills:
                sys.exit(f"role_judgement.csv: {role} or {skill} is not in the pack")
            evidence = [source[role, skill] for source in sources if (role, skill) in source]
            known.update([len(evidence)])
            weights[role][skill] = weigh(judged, evidence, skill in roles[role].get("core", []))
            moved += weights[role][skill] != judged
    stale = []
    for path in sorted((PACK / "roles").glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        fresh = rewrite(text, weights)
        if fresh != text:
            stale.append(path.name)
            if "--check" not in sys.argv:
                path.write_text(fresh, encoding="utf-8")
    print(f"{len(weights)} roles, {sum(known.values())} weights, {moved} moved by data;")
    print("weights by number of data sets that speak:", dict(sorted(known.items())))
    print("by survey, O*NET, ESCO:", [len([k for k in s if k[1] in weights[k[0]]]) for s in sources])
    print("changed:" if "--check" not in sys.argv else "stale:", ", ".join(stale) or "none")
    sys.exit(1 if stale and "--check" in sys.argv else 0)


if __name__ == "__main__":
    main()
