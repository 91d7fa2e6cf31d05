"""What the trials of durability share: a database with feeds from the loopback, commands on it, and its state as a reader would see it."""
import http.server
import os
import pathlib
import shutil
import sqlite3
import subprocess
import threading

FEEDS = 3
ENTRIES = 12   # Of a document; each visit finds two new ones.


class Feeds:
    """A server of a few feeds on the loopback; each visit finds new entries."""

    def __init__(self):
        visits = {}

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                visits[self.path] = first = visits.get(self.path, 0) + 2
                items = "".join(
                    f"<item><guid>{self.path}/{n}</guid><title>Story {n} of {self.path}</title><link>http://news.example{self.path}/{n}</link>"
                    f"<description>&lt;p&gt;{'Words of story %d. ' % n * 40}&lt;/p&gt;</description></item>"
                    for n in range(first, first + ENTRIES))
                body = f"<rss version='2.0'><channel><title>Feed {self.path}</title>{items}</channel></rss>".encode()
                try:
                    self.send_response(200)
                    self.send_header("Content-Type", "application/rss+xml")
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                except ConnectionError:
                    pass   # Killed.

            def log_message(self, *args):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addresses = [f"http://127.0.0.1:{self.server.server_port}/{n}" for n in range(FEEDS)]


class Database:
    """A database in a folder of its own, and the program that works on it."""

    def __init__(self, binary, work):
        self.binary = os.path.abspath(binary)
        self.work = pathlib.Path(work).resolve()
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)
        self.path = str(self.work / "news.db")
        self.environment = dict(os.environ, HOME=str(self.work), XDG_CONFIG_HOME=str(self.work), XDG_STATE_HOME=str(self.work / "state"),
                                USER="tester", TERMNEWS_OFFLINE="0")

    def command(self, *words, path=None):
        return [self.binary, "--db", path or self.path, *words]

    def run(self, *words, path=None, check=False, given=None):
        done = subprocess.run(self.command(*words, path=path), env=self.environment, capture_output=True, text=True, input=given)
        if check and done.returncode != 0:
            raise SystemExit(f"termnews {' '.join(words)}: {done.returncode}: {done.stderr}")
        return done

    def start(self, *words, path=None):
        return subprocess.Popen(self.command(*words, path=path), env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)

    def fill(self, feeds):
        """Subscribes to the feeds; gives the ids of their stories."""
        for address in feeds.addresses:
            self.run("feeds", "add", address, check=True)
        return [row[0] for row in self.ask("SELECT id FROM stories ORDER BY id")]

    def ask(self, sql, *values, path=None):
        connection = sqlite3.connect(path or self.path, timeout=60)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    def damage(self, path=None):
        """What is wrong with the file; None where it is sound."""
        connection = sqlite3.connect(path or self.path, timeout=60)
        try:
            whole = connection.execute("PRAGMA integrity_check").fetchone()[0]
            return whole if whole != "ok" else "a foreign key" if connection.execute("PRAGMA foreign_key_check").fetchall() else None
        except sqlite3.DatabaseError as fault:
            return str(fault)
        finally:
            connection.close()

    def state(self, path=None):
        """All that the reader did, and the stories: what must not be lost."""
        connection = sqlite3.connect(path or self.path, timeout=60)
        try:
            rows = {
                "comments": "SELECT id, uid, story_id, author, text, reply_to FROM comments",
                "versions": "SELECT uid, text FROM comment_versions",
                "waiting": "SELECT uid, text FROM waiting_comments",
                "marks": "SELECT story_id, read_at IS NOT NULL, saved_at IS NOT NULL, pinned_at IS NOT NULL, hidden_at IS NOT NULL "
                         "FROM story_status",
                "mutes": "SELECT kind, text FROM mutes",
                "feeds": "SELECT feed_url, own_title, removed_at IS NULL FROM feeds",
            }
            return {name: set(connection.execute(sql).fetchall()) for name, sql in rows.items()}
        finally:
            connection.close()
