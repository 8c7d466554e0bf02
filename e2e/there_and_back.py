#!/usr/bin/env python3
"""The whole content from SQLite to PostgreSQL and back, by export and import and by backup and restore:
every export of it is the same, byte for byte, and every log holds.

Usage: e2e/there_and_back.py PATH-TO-PUL   (PUL_POSTGRES names a server's empty database; else one is started)
"""
import hashlib, json, os, pathlib, signal, socket, subprocess, sys, tempfile, time
import urllib.request

from postgres import Postgres

PUL = str(pathlib.Path(sys.argv[1]).resolve())
CLEAN = {k: v for k, v in os.environ.items() if not k.startswith("PUL_")}


def pul(*arguments):
    done = subprocess.run([PUL, *map(str, arguments)], env=CLEAN, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"pul {' '.join(map(str, arguments))}: {done.stdout}{done.stderr}")
    return done.stdout.strip()


def example_world(folder):
    """The database of a demonstration that was killed while it served."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    demo = subprocess.Popen([PUL, "demo", "--listen", f"127.0.0.1:{port}"], env={**CLEAN, "TMPDIR": str(folder)},
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(1200):
            try:
                if urllib.request.urlopen(f"http://127.0.0.1:{port}/ready", timeout=2).status == 200:
                    break
            except OSError:
                time.sleep(0.1)
        else:
            raise SystemExit("the demonstration does not get ready")
    finally:
        demo.send_signal(signal.SIGKILL)
        demo.wait()
    return f"sqlite:{next(folder.rglob('demo.db'))}"


def main():
    postgres = Postgres()
    with tempfile.TemporaryDirectory(prefix="pul-there-") as folder:
        folder = pathlib.Path(folder)
        seen = []

        def told(what, database):
            whole = folder / f"{len(seen)}.jsonl"
            pul("export", whole, "--database", database)
            log = json.loads(pul("log", "verify", "--format", "json", "--database", database))
            size, digest = whole.stat().st_size, hashlib.sha256(whole.read_bytes()).hexdigest()
            seen.append((digest, log["holds"]))
            print(f"{what:<42} {size:>10} bytes  {digest[:16]}  the log holds: {log['holds']}, {log['entries']} entries")
            return whole

        try:
            first = example_world(folder)
            whole = told("SQLite, its server killed", first)
            pul("import", whole, "--dry-run", "--database", postgres.url)
            pul("import", whole, "--database", postgres.url)
            told("PostgreSQL, imported", postgres.url)
            pul("backup", folder / "postgres.backup", "--database", postgres.url)
            again = f"sqlite:{folder / 'again.db'}"
            pul("restore", folder / "postgres.backup", "--database", again)
            told("SQLite, restored from PostgreSQL's backup", again)
            pul("backup", folder / "sqlite.backup", "--database", first)
            copy = f"sqlite:{folder / 'copy.db'}"
            pul("restore", folder / "sqlite.backup", "--database", copy)
            told("SQLite, restored from its own backup", copy)
        finally:
            postgres.stop()
    if len({digest for digest, _ in seen}) != 1 or not all(holds for _, holds in seen):
        raise SystemExit("failed: what came out is not what went in")
    print("identical")


main()
