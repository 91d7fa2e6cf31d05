#!/usr/bin/python3
"""Measures the reader in a terminal against its bars, with newsboat beside it in the same run.

  terminal.py [--binary PATH] [--work DIR] [--runs N] [--port N] [--quick] [--beside PATH]

Makes feeds, fills one database with 20,000 and one with 200,000 stories (some minutes and about 4 GB, kept in --work and used
again), and prints a table: bar, limit, TermNews, newsboat, newsboat after ANALYZE, met or missed. The tools that measure lie beside
this repository in ../shared/tools; without them nothing is measured. The system's Python has pyte (Debian: python3-pyte).

--quick: 600 stories in place of both sizes, one run; a trial of this script, not a measurement.
Exit status: 0 every bar is met, 1 one is missed, 2 nothing could be measured.
With --beside the table compares two programs instead, without newsboat; see beside.py.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

import beside
from beside import Kind

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
TOOLS = REPOSITORY.parent / "shared" / "tools"
PEERS = ["newsboat", "newsboat-analyzed"]
READY = r"^.{0,3}\s*\d+ ?(m|h|d|w|min)\b"
LEAVING = [("quit q", 0), ("quit Q", 0), ("quit ctrl-c", 0), ("quit signal:TERM", 143), ("quit signal:HUP", 129),
           ("quit signal:INT", 130), ("quit signal:QUIT", 131), ("hangup", 129)]
BYTES_OF_KEYS = [("stories_down", "bytes per Down in a list", 208), ("list_page", "bytes per page in a list", 1600),
                 ("story_scroll_line", "bytes per line of an article", 111),
                 ("open_story", "bytes to open a story", 1900), ("close_story", "bytes to close a story", 1900)]
SESSION = ["mem list", "measure list_page pgdn 5", "send home", "stable 150", "measure stories_down down 7", "send home", "stable 150",
           "pair open_story enter close_story q 5", "send enter", "stable 150", "measure story_scroll_line down 7", "idle article 2",
           "send q", "stable 150", "measure repaint ctrl-l 2", "idle list 2", "quit Q"]   # For --beside: about eight seconds.


def stop(sentence):
    print("terminal.py: " + sentence, file=sys.stderr)
    raise SystemExit(2)


def newest_binary():
    found = [f for f in (REPOSITORY / "out").glob("**/termnews") if f.is_file()]
    return str(max(found, key=lambda f: f.stat().st_mtime)) if found else None


def generate(folder, port, *size):
    if not (folder / "manifest.json").exists():
        print("making feeds in %s" % folder, file=sys.stderr)
        command = [sys.executable, TOOLS / "gen_feeds.py", folder, "--base", "http://127.0.0.1:%d" % port, *size]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def bench(a, apps, feeds, work, tests, runs):
    out = work / "records.json"
    work.mkdir(parents=True, exist_ok=True)
    filled = work / "filled"
    if not filled.exists():
        tests = "fill," + tests
    out.unlink(missing_ok=True)
    command = [sys.executable, TOOLS / "bench.py", "--medium", feeds, "--work", work, "--port", str(a.port), "--runs", str(runs),
               "--tests", tests, "--var", "termnews.bin=" + a.binary, "--out", out]
    for app in apps:
        command += ["--app", TOOLS / "apps" / (app + ".json")]
    subprocess.run(command, check=True, stdout=sys.stderr)
    filled.touch()
    return json.loads(out.read_text())


def probe(a, database, steps, size=(80, 24)):
    """Plays the steps; of `a` only binary and work count."""
    import ptyprobe
    home = a.work / "home"
    home.mkdir(exist_ok=True)
    command = [a.binary, "--offline", "--db", str(database)]
    return ptyprobe.Probe(command, *size, "xterm", ptyprobe.clean_env([], str(home))).run(["wait ready '%s' 60" % READY, "stable 400", *steps])


class Figures:
    """The median over the runs of a figure, by the name of the program."""

    def __init__(self, records):
        self.records = records

    def of(self, test, *path):
        result = {}
        for app in {r["app"] for r in self.records}:
            values = [self.dig(r["data"], path) for r in self.records if r["app"] == app and r["test"] == test]
            values = [v for v in values if v is not None]
            if values:
                result[app] = statistics.median(values)
        return result

    @staticmethod
    def dig(data, path):
        for name in path:
            data = data.get(name) if data is not None else None
        return data


class Table:
    """Rows of bars; tells whether one was missed."""

    def __init__(self):
        self.rows, self.missed = [], 0

    def bar(self, name, limit, figures, unit="", below=False):
        ours = figures.get("termnews")
        met = ours is not None and (ours < limit if below else ours <= limit)
        self.missed += not met
        shown = [self.number(figures.get(app)) for app in ("termnews", *PEERS)]
        self.rows.append([name, "%s%g%s" % ("< " if below else "≤ ", limit, unit), *shown, "met" if met else "MISSED"])

    def verdict(self, name, limit, ours, met):
        self.missed += not met
        self.rows.append([name, limit, ours, "–", "–", "met" if met else "MISSED"])

    @staticmethod
    def number(value):
        return "–" if value is None else ("%.2f" % value).rstrip("0").rstrip(".")

    def show(self):
        head = ["bar", "limit", "TermNews", *PEERS, ""]
        for row in [head, ["---"] * len(head), *self.rows]:
            print("| " + " | ".join(row) + " |")


def key_bars(table, figures):
    for label, name, limit in BYTES_OF_KEYS:
        table.bar(name, limit, figures.of("keys", "measures", label, "bytes_when_changed", "p50"))
    for label in ("stories_down", "list_page", "story_scroll_line", "open_story", "close_story"):
        table.bar("%s: key to last byte, p50" % label, 3, figures.of("keys", "measures", label, "last_byte_ms", "p50"), " ms", below=True)
        table.bar("%s: key to last byte, p95" % label, 6, figures.of("keys", "measures", label, "last_byte_ms", "p95"), " ms", below=True)
    table.bar("Down held at 30 Hz: lag after the last key", 10, figures.of("keys", "bursts", "list_repeat", "lag_after_last_key_ms"), " ms")


def idle_bars(table, figures):
    for place in ("list", "article"):
        table.bar("bytes in 10 s idle (%s)" % place, 0, figures.of("idle", "idle", place, "bytes"))
        table.bar("CPU in 10 s idle (%s)" % place, 5, figures.of("idle", "idle", place, "cpu_ms"), " ms", below=True)


def start_bars(table, figures, stories, first, memory):
    table.bar("first headline, %s stories" % stories, first, figures.of("startup", "milestones_ms", "ready"), " ms", below=True)
    mib = {app: kb / 1024 for app, kb in figures.of("startup", "mem", "list", "rss_kb").items()}
    table.bar("resident after start, %s stories" % stories, memory, mib, " MiB", below=True)


def article_bars(table, a, database, figures):
    """Pages of the first twelve stories, as how much a page sends is how much text the story has; lines up from there."""
    steps = []
    for n in range(12):
        steps += ["send enter", "stable 200", "send home", "stable 150", "measure page%d pgdn 5" % n, "measure line%d up 5" % n, "send q", "stable 150", "send down"]
    ours = probe(a, database, [*steps, "quit Q"])["measures"]

    def of(label, *path):
        values = [Figures.dig(measure, path) for name, measure in ours.items() if name.startswith(label)]
        return statistics.median([value for value in values if value is not None])

    peers = {app: value for app, value in figures.of("keys", "measures", "story_scroll_page", "bytes_when_changed", "p50").items() if app != "termnews"}
    table.bar("bytes per page of an article", 1300, {**peers, "termnews": of("page", "bytes_when_changed", "p50")})
    table.bar("bytes per line up in an article", 111, {"termnews": of("line", "bytes_when_changed", "p50")})
    table.bar("page of an article: key to last byte, p50", 3, {"termnews": of("page", "last_byte_ms", "p50")}, " ms", below=True)


def screen_bars(table, a, database):
    wide = probe(a, database, ["measure down down 30", "quit Q"], (200, 60))
    table.bar("bytes per Down at 200x60", 500, {"termnews": wide["measures"]["down"]["bytes_when_changed"]["p50"]}, below=True)
    whole = probe(a, database, ["measure repaint ctrl-l 5", "quit Q"])
    table.bar("bytes of a full screen at 80x24", 3000, {"termnews": whole["measures"]["repaint"]["bytes"]["max"]})


def leaving_bars(table, a, database):
    wrong = []
    for step, status in LEAVING:
        end = probe(a, database, [step]).get("exit", {})
        if end.get("status") != status or not (step == "hangup" or end.get("clean")):
            wrong.append("%s: %s" % (step, json.dumps(end)))
    for each in wrong:
        print("left badly: " + each, file=sys.stderr)
    table.verdict("terminal given back, right exit status", "8 of 8", "%d of %d" % (len(LEAVING) - len(wrong), len(LEAVING)), not wrong)


def fill(program, feeds, port):
    """A database with the stories of all feeds."""
    from refreshing import Server, with_children
    database = program.work / "beside.db"
    for left in program.work.glob("beside.db*"):
        left.unlink()
    beside.run([program.binary, "--db", database, "import", feeds / "feeds.opml"])
    with Server(feeds, port):
        with_children([program.binary, "--db", str(database), "refresh", "--force"])
    return database


def session(program, database):
    """Samples of one session of the reader, in a copy of the database: what is opened there stays unread for the next."""
    copy = program.work / "session.db"
    for left in program.work.glob("session.db*"):
        left.unlink()
    for file in program.work.glob(database.name + "*"):
        shutil.copyfile(file, program.work / file.name.replace(database.name, copy.name))
    result = probe(program, copy, SESSION)
    if not result["ok"]:
        stop("%s: %s" % (program.name, "; ".join(result["errors"])))
    measures, idle, end = result["measures"], result["idle"], result["exit"]
    samples = [("bytes of a full screen", Kind.EXACT, measures["repaint"]["bytes"]["max"]),
               ("start until the list", Kind.CPU, 1000 * result["cpu_at_first_wait_s"]),
               ("whole session", Kind.CPU, 1000 * (end["cpu_user_s"] + end["cpu_sys_s"])),
               ("resident after start", Kind.MEMORY, result["mem"]["list"]["rss_kb"] / 1024),
               ("start until the list", Kind.WALL, result["milestones_ms"]["ready"])]
    samples += [("bytes in 2 s idle (%s)" % place, Kind.EXACT, idle[place]["bytes"]) for place in ("list", "article")]
    for label, name, _ in BYTES_OF_KEYS:
        samples += [(name, Kind.EXACT, Figures.dig(measures, (label, "bytes_when_changed", "p50"))),
                    ("%s: key to last byte, p50" % label, Kind.WALL, Figures.dig(measures, (label, "last_byte_ms", "p50")))]
    return samples


def compare(a):
    feeds = a.work / "feeds-100x40"
    feeds.parent.mkdir(parents=True, exist_ok=True)
    generate(feeds, a.port, "--feeds", "100", "--items", "40")
    both = beside.programs(a, a.work)
    databases = {program.name: fill(program, feeds, a.port) for program in both}
    return beside.compare(both, [lambda program: session(program, databases[program.name])], a.runs)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=os.environ.get("TERMNEWS_BINARY") or newest_binary(), help="the published program; else TERMNEWS_BINARY, else the newest below out/")
    parser.add_argument("--work", type=pathlib.Path, default=REPOSITORY / "out" / "bench-terminal")
    parser.add_argument("--port", type=int, default=8099)
    parser.add_argument("--quick", action="store_true")
    beside.add_options(parser, "100 feeds with 4,000 stories, a session of eight seconds")
    a = parser.parse_args()
    beside.check_options(parser, a)
    return a


def check(a):
    if not TOOLS.is_dir():
        stop("There is no ../shared/tools beside this repository, and it has what measures. Nothing was measured.")
    sys.path.insert(0, str(TOOLS))
    try:
        import pyte  # noqa: F401
    except ImportError:
        stop("%s has no pyte; install python3-pyte, or run this with /usr/bin/python3." % sys.executable)
    if not a.binary or not os.access(a.binary, os.X_OK):
        stop("There is no published termnews; publish to out/, or name it with --binary.")
    a.binary, a.work = os.path.abspath(a.binary), a.work.resolve()


def main():
    a = arguments()
    check(a)
    if a.beside:
        return compare(a)
    peers = PEERS if shutil.which("newsboat") and shutil.which("sqlite3") else []
    if not peers:
        print("newsboat or sqlite3 is not installed: TermNews is measured alone.", file=sys.stderr)
    sizes = [("600", 20, 30)] * 2 if a.quick else [("20,000", 500, 40), ("200,000", 2000, 100)]
    table = Table()
    for n, (stories, feeds, items) in enumerate(sizes):
        folder = a.work / ("feeds-%dx%d" % (feeds, items))
        folder.parent.mkdir(parents=True, exist_ok=True)
        generate(folder, a.port, "--feeds", str(feeds), "--items", str(items))
        runs = 1 if a.quick else a.runs
        work = a.work / ("%dx%d-%d" % (feeds, items, n))
        if n == 0:
            figures = Figures(bench(a, [*peers, "termnews"], folder, work, "startup,keys,idle", runs))
            database = work / "termnews" / "termnews-medium.db"
            key_bars(table, figures)
            article_bars(table, a, database, figures)
            screen_bars(table, a, database)
            idle_bars(table, figures)
            start_bars(table, figures, stories, 80, 48)
            leaving_bars(table, a, database)
        else:
            start_bars(table, Figures(bench(a, ["termnews"], folder, work, "startup", runs)), stories, 100, 60)
    table.show()
    return 1 if table.missed else 0


if __name__ == "__main__":
    sys.exit(main())
