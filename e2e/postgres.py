"""A PostgreSQL to try things on: the one that PUL_POSTGRES names, or one of its own."""
import os, pathlib, shutil, subprocess, tempfile


class Postgres:
    """A server in a folder that goes away with it."""

    def __init__(self):
        self.own = "PUL_POSTGRES" not in os.environ
        if not self.own:
            self.url = os.environ["PUL_POSTGRES"]
            return
        newest = max(pathlib.Path("/usr/lib/postgresql").iterdir(), key=lambda p: int(p.name))
        self.bin = newest / "bin"
        self.folder = tempfile.mkdtemp(prefix="pul-two-")
        self.run = []
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres")
            self.run = ["runuser", "-u", "postgres", "--"]
        data = f"{self.folder}/data"
        quiet = dict(stdout=subprocess.DEVNULL, check=True)
        subprocess.run([*self.run, self.bin / "initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "-D", data], **quiet)
        options = f"-c listen_addresses= -c unix_socket_directories={self.folder}"
        subprocess.run([*self.run, self.bin / "pg_ctl", "-D", data, "-w", "-l", f"{self.folder}/log", "-o", options, "start"], **quiet)
        self.url = f"postgres://postgres@localhost/postgres?host={self.folder}"

    def stop(self):
        if self.own:
            subprocess.run([*self.run, self.bin / "pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop"], stdout=subprocess.DEVNULL)
            shutil.rmtree(self.folder, ignore_errors=True)
