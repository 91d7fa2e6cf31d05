#!/usr/bin/python3
"""Measures parsing and refreshing against their bars, with sfeed and newsboat beside them in the same run.

  refreshing.py [--binary PATH] [--work DIR] [--runs N] [--port N] [--beside PATH]

Makes 500 feeds with 20,000 stories (and 2,000 feeds with one each), serves them on the loopback, and prints a table: bar, limit,
TermNews, newsboat, newsboat after ANALYZE, met or missed. All times are medians over the runs, taken in turn. The tools that measure lie
beside this repository in ../shared/tools; without them, or without newsboat and sfeed, nothing is measured.
Exit status: 0 every bar is met, 1 one is missed, 2 nothing could be measured.
With --beside the table compares two programs instead, without newsboat and sfeed; see beside.py.
"""
import argparse
import ctypes
import json
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import time
import urllib.request

import beside
from beside import Kind
from terminal import TOOLS, Figures, Table, generate, newest_binary, stop

PEER = "newsboat-analyzed"


def bench(a, feeds, later):
    out = a.work / "records.json"
    out.unlink(missing_ok=True)
    command = [sys.executable, TOOLS / "bench.py", "--medium", feeds, "--alt", later, "--work", a.work / "apps", "--port", str(a.port),
               "--runs", str(a.runs), "--tests", "fill,refresh,latency", "--var", "termnews.bin=" + a.binary, "--out", out]
    for app in (PEER, "termnews"):
        command += ["--app", TOOLS / "apps" / (app + ".json")]
    subprocess.run(command, check=True, stdout=sys.stderr)
    return json.loads(out.read_text())


def variant(records, test, name):
    """The records of one variant, for Figures."""
    return Figures([r for r in records if r["test"] == test and r["variant"] == name])


class Server:
    """The feeds of a folder on the loopback."""

    def __init__(self, feeds, port):
        self.process = subprocess.Popen([sys.executable, TOOLS / "feed_server.py", feeds, "--port", str(port), "--preload"],
                                        stdout=subprocess.PIPE, text=True)
        if not self.process.stdout.readline().startswith("listening"):
            stop("the feed server did not start")

        self.address = "http://127.0.0.1:%d" % port

    def counted(self):
        """Requests and bytes of answers since this was asked last."""
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(self.address + "/__reset", timeout=10) as answer:
            counts = json.load(answer)
        return counts["requests"], counts["body_bytes"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def run_with_children(command):
    """Wall and CPU seconds of a program (listed, own) and of it with its descendants, until the last of them has ended (all, cpu).

    Peak memory in MiB is that of the largest of them (memory).
    """
    child = os.fork()
    if child == 0:
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)   # PR_SET_CHILD_SUBREAPER: orphans are this process's children.
        started = time.monotonic()
        with open(os.devnull, "w") as nowhere:
            process = subprocess.Popen(command, stdout=nowhere, stderr=nowhere)
        listed = own = None
        while True:
            try:
                pid, _, used = os.wait3(0)
            except ChildProcessError:
                break
            if pid == process.pid:
                listed, own = time.monotonic() - started, used.ru_utime + used.ru_stime
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(json.dumps({"listed": listed, "own": own, "all": time.monotonic() - started, "cpu": used.ru_utime + used.ru_stime,
                          "memory": used.ru_maxrss / 1024}), flush=True)
        os._exit(0)
    os.waitpid(child, 0)


def with_children(command):
    out = subprocess.run([sys.executable, __file__, "--run-with-children", *command], check=True, capture_output=True, text=True).stdout
    return json.loads(out)


def database_size(path):
    return sum(f.stat().st_size for f in path.parent.glob(path.name + "*") if not f.name.endswith(".refresh")) / 1e6


def whole_refresh(a, feeds):
    """A first refresh with the search index, and the size of the database then."""
    database = a.work / "whole.db"
    figures = []
    with Server(feeds, a.port):
        for _ in range(a.runs):
            for left in a.work.glob("whole.db*"):
                left.unlink()
            subprocess.run([a.binary, "--db", database, "import", feeds / "feeds.opml"], check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
            figures.append(with_children([a.binary, "--db", str(database), "refresh", "--force"]))
    return statistics.median(f["cpu"] for f in figures), database_size(database)


def unchanged_many(a):
    """CPU seconds of a refresh of 2,000 feeds that all answer 304."""
    feeds = a.work / "feeds-2000x1"
    generate(feeds, a.port, "--feeds", "2000", "--items", "1")
    database = a.work / "many.db"
    for left in a.work.glob("many.db*"):
        left.unlink()
    refresh = [a.binary, "--db", str(database), "refresh", "--force"]
    with Server(feeds, a.port):
        subprocess.run([a.binary, "--db", database, "import", feeds / "feeds.opml"], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        with_children(refresh)
        return statistics.median(with_children(refresh)["cpu"] for _ in range(a.runs))


def megabytes_per_second(command, size, source=None):
    started = time.monotonic()
    with open(source or os.devnull, "rb") as data, open(os.devnull, "wb") as nowhere:
        subprocess.run(command, check=True, stdin=data, stdout=nowhere)
    return size / 1e6 / (time.monotonic() - started)


def parsing(a, feeds):
    """MB/s on one processor: whole, the structure alone, and sfeed."""
    files = sorted(str(f) for f in feeds.glob("feed-*.xml"))
    size = sum(os.path.getsize(f) for f in files)
    joined = a.work / "all.xml"
    with open(joined, "wb") as out:
        for file in files:
            out.write(pathlib.Path(file).read_bytes())
    one = ["taskset", "-c", "1" if (os.cpu_count() or 1) > 1 else "0"]
    rates = {"whole": [], "structure": [], "sfeed": []}
    for _ in range(max(a.runs, 3)):
        rates["whole"].append(megabytes_per_second([*one, a.binary, "parse", "--format", "ndjson", *files], size))
        rates["structure"].append(megabytes_per_second([*one, a.binary, "parse", "--raw", "--format", "ndjson", *files], size))
        rates["sfeed"].append(megabytes_per_second([*one, "sfeed"], size, joined))
    joined.unlink()
    return {name: statistics.median(values) for name, values in rates.items()}


def at_least(table, name, limit, ours, unit):
    table.verdict(name, "≥ %.0f%s" % (limit, unit), "%.0f" % ours, ours >= limit)


def at_most_share(table, name, share, figures, unit="s"):
    ours, peer = figures.get("termnews"), figures.get(PEER)
    met = ours is not None and peer is not None and ours <= share * peer
    table.missed += not met
    table.rows.append([name, "≤ %g × newsboat" % share, "%s %s" % (Table.number(ours), unit), "–", "%s %s" % (Table.number(peer), unit),
                       "met (%.2f)" % (ours / peer) if met else "MISSED (%.2f)" % (ours / peer)])


def refreshes(program, feeds, server):
    """A first refresh into an empty database, and one where nothing is new, each until the search index and the clusters are done."""
    def refresh(name):
        server.counted()
        used = with_children([program.binary, "--db", str(database), "refresh", "--force"])
        requests, received = server.counted()
        return [(name, Kind.CPU, 1000 * used["cpu"]), (name, Kind.MEMORY, used["memory"]), (name, Kind.WALL, 1000 * used["all"]),
                (name + ": bytes received", Kind.EXACT, received), (name + ": requests", Kind.EXACT, requests)]

    database = program.work / "beside.db"
    for left in program.work.glob("beside.db*"):
        left.unlink()
    beside.run([program.binary, "--db", database, "import", feeds / "feeds.opml"])
    first = refresh("first refresh")
    size = database_size(database)
    refresh("settling")
    return [*first, ("database", Kind.MEMORY, 1e6 * size / 2 ** 20), *refresh("nothing new")]


def compare(a):
    feeds = a.work / "feeds-100x40"
    generate(feeds, a.port, "--feeds", "100", "--items", "40")
    files = sorted(str(f) for f in feeds.glob("feed-*.xml"))

    def parsing(name, *how):
        return lambda program: beside.run([program.binary, "parse", *how, "--format", "ndjson", *files]).samples(name)

    with Server(feeds, a.port) as server:
        steps = [parsing("parsing as a whole"), parsing("parsing, structure alone", "--raw"),
                 lambda program: refreshes(program, feeds, server)]
        return beside.compare(beside.programs(a, a.work), steps, a.runs)


def main():
    if sys.argv[1:2] == ["--run-with-children"]:
        return run_with_children(sys.argv[2:])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=newest_binary(), help="the published program; default: the newest below out/")
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("/tmp/termnews-refreshing"))
    parser.add_argument("--port", type=int, default=8299)
    beside.add_options(parser, "100 feeds with 4,000 stories")
    a = parser.parse_args()
    beside.check_options(parser, a)
    if not TOOLS.is_dir():
        stop("there are no tools in %s; nothing was measured" % TOOLS)
    if a.binary is None:
        stop("no program below out/; publish one or give --binary")
    a.binary, a.work = os.path.abspath(a.binary), a.work.absolute()
    a.work.mkdir(parents=True, exist_ok=True)
    if a.beside:
        return compare(a)
    for program in ("newsboat", "sfeed", "sqlite3"):
        if shutil.which(program) is None:
            stop("%s is not installed; nothing was measured" % program)
    feeds, later = a.work / "feeds-500x40", a.work / "feeds-500x40-1"
    generate(feeds, a.port, "--set", "medium")
    generate(later, a.port, "--set", "medium", "--generation", "1")

    table = Table()
    rates = parsing(a, feeds)
    at_least(table, "parsing, structure alone (half of sfeed's %.0f MB/s)" % rates["sfeed"], rates["sfeed"] / 2, rates["structure"], " MB/s")
    at_least(table, "parsing as a whole", 40, rates["whole"], " MB/s")
    records = bench(a, feeds, later)
    cold, unchanged = variant(records, "refresh", "cold"), variant(records, "refresh", "unchanged")
    at_most_share(table, "first refresh, 20,000 stories: wall", 0.5, cold.of("refresh", "wall_s"))
    at_most_share(table, "first refresh: CPU", 0.5, cold.of("refresh", "cpu_s"))
    cpu, size = whole_refresh(a, feeds)
    peer = cold.of("refresh", "cpu_s")[PEER]
    at_most_share(table, "first refresh with the search index: CPU", 1, {"termnews": cpu, PEER: peer})
    peak = {app: kilobytes / 1024 for app, kilobytes in cold.of("refresh", "peak_rss_kb").items()}
    table.bar("first refresh: peak memory", 200, {"termnews": peak["termnews"]}, " MiB")
    peer_size = cold.of("refresh", "db_bytes")[PEER] / 1e6
    at_most_share(table, "database with the search index", 1, {"termnews": size, PEER: peer_size}, "MB")
    at_most_share(table, "nothing new (500 × 304): CPU", 0.25, unchanged.of("refresh", "cpu_s"))
    table.bar("nothing new, 2,000 feeds: CPU", 1, {"termnews": unchanged_many(a)}, " s", below=True)
    slow = variant(records, "latency", "unchanged")
    at_most_share(table, "nothing new, answers 50 ms late: wall", 0.5, slow.of("latency", "wall_s"))
    table.show()
    return 1 if table.missed else 0


if __name__ == "__main__":
    sys.exit(main())
