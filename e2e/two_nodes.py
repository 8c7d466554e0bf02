#!/usr/bin/env python3
"""Two nodes on one PostgreSQL: a post made on one is matched on the other; one is killed while
requests come in, and after retry nothing that was acknowledged is lost and nothing is done twice.

Usage: e2e/two_nodes.py PATH-TO-PUL   (PUL_POSTGRES names a server's database; else one is started)
"""
import itertools, json, os, pathlib, signal, socket, subprocess, sys, tempfile, threading, time
import urllib.error, urllib.request, uuid

from postgres import Postgres

PUL = str(pathlib.Path(sys.argv[1]).resolve())
WRITES, WRITERS = 120, 4


def port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Node:
    def __init__(self, environment):
        self.port = port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.process = subprocess.Popen([PUL, "serve", "--listen", f"127.0.0.1:{self.port}"], env=environment, stderr=subprocess.DEVNULL)
        for _ in range(600):
            try:
                if urllib.request.urlopen(self.base + "/ready", timeout=2).status == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise SystemExit("a node does not get ready")


class Client:
    """Asks the nodes by turns, and the other when one does not answer: what a load balancer does."""

    def __init__(self, nodes, token):
        self.nodes, self.token, self.retried, self.told_done = nodes, token, 0, 0
        self.turns = itertools.count()

    def call(self, method, path, body=None, node=None, key=None, match=None):
        headers = {"Authorization": f"Bearer {self.token}"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if key:
            headers["Idempotency-Key"] = key
        if match is not None:
            headers["If-Match"] = f'"{match}"'
        data = None if body is None else json.dumps(body).encode()
        # A request whose node died is taken over after 30 s.
        end, attempt = time.monotonic() + 90, next(self.turns)
        while time.monotonic() < end:
            attempt += 1
            base = (node or self.nodes[attempt % len(self.nodes)]).base
            request = urllib.request.Request(f"{base}/api/v1{path}", data, headers, method=method)
            try:
                with urllib.request.urlopen(request, timeout=10) as answer:
                    text = answer.read()
                    return json.loads(text) if text else {}
            except urllib.error.HTTPError as error:
                told = error.read().decode()
                if error.code == 409 and "urn:pul:problem:idempotency-done" in told:
                    # It was done by a node that died before it could answer: what it made is named.
                    self.told_done += 1
                    return {"id": json.loads(told)["values"]["where"].split()[0].split("/")[1]}
                if error.code in (429, 502, 503) or (error.code == 409 and "idempot" in told.lower()):
                    self.retried += 1
                    time.sleep(0.2)
                    continue
                raise SystemExit(f"{method} {path}: {error.code} {told}")
            except (OSError, ValueError):
                self.retried += 1
                time.sleep(0.05)
        raise SystemExit(f"{method} {path}: no node answers")


def pul(environment, *arguments):
    done = subprocess.run([PUL, *arguments], env=environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"pul {' '.join(arguments)}: {done.stdout}{done.stderr}")
    return done.stdout.strip()


def published(client, party, content, node):
    made = client.call("POST", "/posts", {"party": party, "content": content}, node, str(uuid.uuid4()))
    shown = client.call("GET", f"/posts/{made['id']}", node=node)
    version = client.call("POST", f"/posts/{made['id']}/submit", node=node, match=shown["version"])["version"]
    client.call("POST", f"/posts/{made['id']}/approve", node=node, match=version)
    return made["id"]


def matched_on_the_other(client, one, other):
    asker = client.call("POST", "/parties", {"kind": "firm", "name": "Maple Asks", "sides": ["canada"], "city": "toronto"}, one)["id"]
    offerer = client.call("POST", "/parties", {"kind": "firm", "name": "Indus Offers", "sides": ["pakistan"], "city": "lahore"}, one)["id"]
    common = {"terms": {"kind": "service"}, "hours_per_week": 40}
    offer = {**common, "post": "offer", "title": "Django developers", "skills": [{"skill": "django", "level": 4}],
             "rate": {"minor": 2617, "currency": "USD", "per": "hour"}}
    ask = {**common, "post": "ask", "title": "A Django developer",
           "skills": [{"skill": "django", "level": 3, "importance": "must"}],
           "budget": {"minor": 6000, "currency": "CAD", "per": "hour"}}
    offer = published(client, offerer, offer, one)
    ask = published(client, asker, ask, one)
    began = time.monotonic()
    while time.monotonic() - began < 10:
        found = client.call("GET", f"/posts/{ask}/matches", node=other)
        if offer in json.dumps(found):
            return time.monotonic() - began
        time.sleep(0.01)
    raise SystemExit("the post of one node is not matched on the other")


def writes_while_one_dies(client, victim):
    acknowledged, refused, lock = [], [], threading.Lock()

    def write(nth):
        for i in range(WRITES // WRITERS):
            form = {"kind": "firm", "name": f"Party {nth}-{i}", "sides": ["canada"], "city": "toronto"}
            try:
                made = client.call("POST", "/parties", form, key=f"two-nodes-{nth}-{i}")
            except SystemExit as told:
                with lock:
                    refused.append(str(told))
                continue
            with lock:
                acknowledged.append(made["id"])

    threads = [threading.Thread(target=write, args=(nth,)) for nth in range(WRITERS)]
    for thread in threads:
        thread.start()
    while len(acknowledged) < WRITES // 3:
        time.sleep(0.01)
    victim.process.send_signal(signal.SIGKILL)
    for thread in threads:
        thread.join()
    return acknowledged, refused


def done_twice(environment):
    """How many parties are there more than once, by the whole content."""
    with tempfile.TemporaryDirectory() as folder:
        pul(environment, "export", f"{folder}/all.jsonl")
        names, table = {}, ""
        for line in open(f"{folder}/all.jsonl"):
            line = json.loads(line)
            if isinstance(line, dict):
                table = line.get("table", "")
            elif table == "party":
                name = json.loads(line[-1])["party"]["name"]
                names[name] = names.get(name, 0) + 1
    return sum(count - 1 for count in names.values())


def main():
    postgres = Postgres()
    nodes = []
    try:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PUL_")}
        environment |= {"PUL_DATABASE": postgres.url, "PUL_SIGN_IN_ORGANISERS": "organiser@example.org"}
        pul(environment, "migrate")
        token = pul(environment, "token", "organiser@example.org", "--scope", "read", "--scope", "write", "--scope", "organise")
        nodes = [Node(environment), Node(environment)]
        client = Client(nodes, token)
        seconds = matched_on_the_other(client, *nodes)
        print(f"a post of one node is matched on the other after {seconds:.2f} s")
        acknowledged, refused = writes_while_one_dies(client, nodes[0])
        lost = [party for party in acknowledged if client.call("GET", f"/parties/{party}", node=nodes[1]).get("id") != party]
        twice = done_twice(environment)
        log = json.loads(pul(environment, "log", "verify", "--format", "json"))
        print(f"{len(acknowledged)} writes acknowledged while a node was killed, {client.retried} retries: "
              f"{client.told_done} told that they were done already, {len(lost)} lost, {twice} twice; the log holds: {log['holds']}, {log['entries']} entries")
        for told in refused:
            print(f"refused: {told}")
        nodes[1].process.terminate()
        ended = nodes[1].process.wait(timeout=60)
        print(f"the other node ends in order: {ended == 0}")
        if refused or lost or twice or not log["holds"] or ended != 0:
            raise SystemExit("failed")
    finally:
        for node in nodes:
            node.process.kill()
        postgres.stop()


main()
