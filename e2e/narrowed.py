#!/usr/bin/env python3
"""Makes a small world through the API and writes the API's description narrowed to it: calls made up from
that name things which are there, as well as things which are not, and so come past the first refusal.

Usage: e2e/narrowed.py ADDRESS TOKEN OUT.json
"""
import json, sys, urllib.error, urllib.request

BASE, TOKEN, OUT = f"{sys.argv[1]}/api/v1", *sys.argv[2:4]
NOWHERE = "nothing-here"
ASK = {"post": "ask", "title": "A Django developer", "terms": {"kind": "service"}, "hours_per_week": 40,
       "skills": [{"skill": "django", "level": 3, "importance": "must"}],
       "budget": {"minor": 6000, "currency": "CAD", "per": "hour"}}
OFFER = {"post": "offer", "title": "Django developers", "terms": {"kind": "service"}, "hours_per_week": 40,
         "skills": [{"skill": "django", "level": 4}], "rate": {"minor": 2617, "currency": "USD", "per": "hour"}}


def call(method, path, body=None, match=None, raw=None):
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/octet-stream" if raw else "application/json"}
    if match is not None:
        headers["If-Match"] = f'"{match}"'
    data = raw if raw is not None else None if body is None else json.dumps(body).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(BASE + path, data, headers, method=method)) as answer:
            text = answer.read()
            return json.loads(text) if text else {}
    except urllib.error.HTTPError as refused:
        raise SystemExit(f"{method} {path}: {refused.code} {refused.read().decode()}") from None


def party(name, side, city):
    return call("POST", "/parties", {"kind": "firm", "name": name, "sides": [side], "city": city})["id"]


def post(owner, content, *steps):
    made, version = call("POST", "/posts", {"party": owner, "content": content})["id"], 1
    for step in steps:
        version = call("POST", f"/posts/{made}/{step}", match=version)["version"]
    return made


def words(most=60):
    return {"type": "string", "pattern": f"^[A-Za-z][A-Za-z .-]{{0,{most}}}$"}


def world():
    """What is there, by the names the description's addresses have for it."""
    maple, twin = party("Maple Asks", "canada", "toronto"), party("Maple Asks Inc.", "canada", "toronto")
    indus = party("Indus Offers", "pakistan", "lahore")
    ask, offer = post(maple, ASK, "submit", "approve"), post(indus, OFFER, "submit", "approve")
    drafts = [post(maple, ASK), post(indus, OFFER, "submit")]
    form = call("GET", f"/pairs/{ask}/{offer}/quote-form")
    line = json.dumps({**OFFER, "id": "o1", "party": "p1", "sides": ["pakistan"]}).encode()
    hook = {"url": "https://hooks.example/pul", "events": ["post-published"]}
    made = {
        "introductions": call("POST", "/introductions", {"ask": ask, "offer": offer, "message": "Let us talk."}),
        "shortlists": call("POST", "/shortlists", {"post": ask, "title": "For the board"}),
        "quotes": call("POST", "/quotes", form),
        "webhooks": call("POST", "/webhooks", hook),
        "imports": call("POST", "/imports?name=offers.jsonl", raw=line),
        "merges": call("POST", "/merges", {"kept": maple, "merged": twin}),
    }
    ids = {what: [one["id"]] for what, one in made.items()}
    ids |= {"parties": [maple, indus, twin], "posts": [ask, offer, *drafts], "ask": [ask], "offer": [offer]}
    ids["shared"] = [call("PUT", f"/{what}/{ids[what][0]}/share", {"shared": True}).get("link", NOWHERE).rsplit("/", 1)[-1]
                     for what in ("quotes", "shortlists")]
    return ids, form


def narrow(description, ids, form):
    def of(*names):
        return {"enum": [*(id for name in names for id in ids[name]), NOWHERE]}

    pack = {kind: [one["id"] for one in call("GET", f"/pack/{kind}")["items"][:5]] for kind in ("skills", "roles", "sources")}
    for path, operations in description["paths"].items():
        parts = path.strip("/").split("/")
        known = ids.get(parts[0], pack.get(parts[-2] if len(parts) > 2 else "", []))
        in_path = {"id": {"enum": [*known, NOWHERE]}, "other": of("parties"), "ask": of("ask"), "offer": of("offer"),
                   "secret": of("shared"), "what": {"enum": ["party", "post", "introduction"]}}
        if parts[0] == "history":
            in_path["id"] = of("parties", "posts", "introductions")
        for parameter in (p for one in operations.values() for p in one.get("parameters", [])):
            if parameter["in"] == "path" and parameter["name"] in in_path:
                parameter["schema"] = in_path[parameter["name"]]
            elif parameter["name"] == "If-Match":
                parameter["schema"] = {"enum": [f'"{version}"' for version in (1, 2, 3, 4)]}
    upload = next(p for p in description["paths"]["/imports"]["post"]["parameters"] if p["name"] == "name")
    upload["schema"] = {"enum": ["offers.jsonl", "offers.csv"]}
    schemas = description["components"]["schemas"]
    party = schemas["PartyForm"]["properties"]
    party |= {"name": words(), "sides": {"enum": [["canada"], ["pakistan"]]}, "city": {"enum": ["", "toronto", "lahore"]},
              "website": {"enum": ["", "https://maple.example"]}, "email": {"enum": ["", "a@maple.example"]},
              "phone": {"enum": ["", "+1 514 555 0100"]}}
    schemas["Member"]["properties"] = {"email": {"enum": ["ada@maple.example", "eve@maple.example"]}, "level": {"enum": ["owner", "member"]}}
    skill = {"skill": {"enum": pack["skills"] + ["django"]}, "level": {"type": "integer", "minimum": 1, "maximum": 5}}
    wanted = {**skill, "importance": {"enum": ["must", "should", "nice"]}}
    hours = {"type": "integer", "minimum": 1, "maximum": 60}

    def content(like, skill, price):
        skills = {"type": "array", "maxItems": 1, "items": {"type": "object", "required": list(skill), "properties": skill, "additionalProperties": False}}
        own = {"post": {"const": like["post"]}, "title": words(), "terms": {"const": like["terms"]}, "skills": skills, "hours_per_week": hours,
               price: {"const": like[price]}}
        return {"type": "object", "required": ["post", "title", "terms", "skills"], "properties": own, "additionalProperties": False}

    schemas["PostForm"]["properties"] |= {"party": of("parties"), "content": {"anyOf": [content(ASK, wanted, "budget"), content(OFFER, skill, "rate")]},
                                          "brief": words(200)}
    inputs = {name: {"const": value} for name, value in form["inputs"].items()}
    inputs = {"type": "object", "required": list(inputs), "properties": inputs, "additionalProperties": False}
    priced = {"type": "object", "required": ["inputs"], "additionalProperties": False,
              "properties": {"title": words(), "inputs": inputs, "team": {"const": form.get("team", [])}}}
    for path in ("/quotes", "/quotes/price"):
        description["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"] = priced
    schemas["ShortlistForm"]["properties"]["post"] = of("posts")
    schemas["IntroductionForm"]["properties"] |= {"ask": of("ask"), "offer": of("offer")}
    schemas["MergeForm"]["properties"] = {"kept": of("parties"), "merged": of("parties")}
    schemas["WebhookForm"]["properties"]["url"] = {"enum": ["https://hooks.example/a", "https://hooks.example/b"]}
    return description


with urllib.request.urlopen(BASE + "/openapi.json") as told:
    described = json.load(told)
with open(OUT, "w") as out:
    json.dump(narrow(described, *world()), out)
