#!/usr/bin/python3
"""Measures clusters, the ranked lists and related stories of 100,000 stories against their bars.

  ranking.py [--binary PATH] [--work DIR] [--runs N] [--port N] [--quick] [--beside PATH]

Makes 500 feeds with 200 stories each, a third of which report news that other feeds report too, serves them on the loopback and refreshes.

What clusters cost is measured by taking them away: in the filled database every story is made to wait for its cluster again, and
`termnews db index`, which then has nothing else to do, finds them all once more. From that the time it takes with nothing to do is taken off,
and the rest is set against the refresh: without the search index, and with it. The same with the stories that a second refresh brought.

The front page is measured in four ways. Cold: as one document (`termnews digest`), as three commands, each without the time of --version,
and in the plain reader at the end of a pipe, from its start until Latest is listed and counted, without the time of --version, and from the
command until the next is read for the first Popular and Must-Read. Warm: the median of later times in that reader, and the first time of each list after
a story was marked, when everything is ranked and counted again.

Prints a table: bar, limit, TermNews, met or missed. The feeds are made by ../shared/tools beside this repository, anew each day, as the
ranked lists look back from now; without the tools nothing is measured. It takes some minutes and 2 GB in --work.

--quick: 600 stories, one run; a trial of this script, not a measurement.
Exit status: 0 every bar is met, 1 one is missed, 2 nothing could be measured.
With --beside the table compares two programs instead; see beside.py.
"""
import argparse
import contextlib
import datetime
import json
import multiprocessing
import os
import pathlib
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time

import beside
from beside import Kind
from refreshing import Server, with_children
from terminal import TOOLS, newest_binary, stop

NEWS_OF_A_DAY = 60
MARKER, ANSWER = "wrap off", b"Lines are not broken.\n"   # At the end of a pipe no prompt tells that a command is done.
LISTS = ["latest", "popular", "must-read"]


def reporting(gen_feeds):
    """A third of the stories get the headline and the first lines of one of the day's news, each in words of its own."""
    alone = gen_feeds.story

    def story(cfg, feed, number, gid):
        title, body, when, author, categories = alone(cfg, feed, number, gid)
        chance = random.Random("news/%s/%d/%d" % (cfg["seed"], feed, number))
        if chance.randrange(3) == 0:
            news = random.Random("%s/%d/%d" % (cfg["seed"], when // 86400, chance.randrange(NEWS_OF_A_DAY)))
            words = [word.capitalize() for word in news.sample(gen_feeds.VOCAB[300:], 9)]
            lead = news.sample(gen_feeds.VOCAB, 22)
            for text, changed in (words, 3), (lead, 8):
                for _ in range(changed):
                    text[chance.randrange(len(text))] = chance.choice(gen_feeds.VOCAB)
            title, body = " ".join(words), "<p>%s.</p>%s" % (" ".join(lead), body)
        return title, body, when, author, categories
    return story


def generate(folder, a, generation):
    if (folder / "manifest.json").exists():
        return
    print("making feeds in %s" % folder, file=sys.stderr)
    multiprocessing.set_start_method("fork", force=True)   # Its workers write the headlines given here.
    import gen_feeds
    if gen_feeds.story.__name__ == "story" and gen_feeds.story.__module__ == "gen_feeds":
        gen_feeds.story = reporting(gen_feeds)
    with contextlib.redirect_stdout(sys.stderr):
        gen_feeds.main([str(folder), "--base", "http://127.0.0.1:%d" % a.port, "--feeds", str(a.feeds), "--items", str(a.items), "--now", "today",
                        "--generation", str(generation), "--update-fraction", "0.34", "--no-gzip"])


def run(a, database, *words):
    subprocess.run([a.binary, "--db", database, *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def timed(command):
    """Wall and CPU seconds of a program, without those of what it leaves behind."""
    used = beside.run(command)
    if used.status != 0:
        stop("%s ended with %d" % (" ".join(map(str, command)), used.status))
    return used.wall, used.cpu


def ask(database, sql):
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return connection.execute(sql).fetchone()[0]


def change(database, *statements):
    with contextlib.closing(sqlite3.connect(database)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def copied(a, database, name):
    copy = database.with_name(name)
    remove(copy)
    run(a, database, "db", "backup", copy)
    return copy


def remove(database):
    for file in database.parent.glob(database.name + "*"):
        file.unlink()


def uncluster(database, after=0):
    """The stories after this one wait for their clusters again."""
    change(database,
           "DELETE FROM cluster_words WHERE %d = 0" % after,
           "UPDATE story_status SET cluster_id = NULL WHERE story_id > %d" % after,
           "INSERT OR IGNORE INTO unclustered SELECT id FROM stories WHERE id > %d" % after)


def clustering(a, database, after=0):
    """Wall and CPU seconds that it takes to find the clusters of the stories after one."""
    figures = []
    for _ in range(a.runs):
        uncluster(database, after)
        with_clusters = timed([a.binary, "--db", database, "db", "index"])
        without = timed([a.binary, "--db", database, "db", "index"])
        figures.append([with_clusters[n] - without[n] for n in (0, 1)])
    return [statistics.median(column) for column in zip(*figures)]


def refreshed(a, database):
    """Wall and CPU seconds of a refresh, and CPU seconds with the process that it leaves behind, which makes the search index and many clusters."""
    figures = with_children([a.binary, "--db", str(database), "refresh", "--force"])
    return figures["listed"], figures["own"], figures["cpu"]


def first_refresh(a, feeds, database):
    figures = []
    with Server(feeds, a.port):
        for _ in range(a.runs):
            remove(database)
            run(a, database, "import", feeds / "feeds.opml")
            figures.append(refreshed(a, database))
    return [statistics.median(column) for column in zip(*figures)]


def second_refresh(a, feeds, database):
    """The figures of a refresh that brings a few stories, with their clusters; its database; and the last story from before."""
    last = ask(database, "SELECT max(id) FROM stories")
    figures = []
    with Server(feeds, a.port):
        for _ in range(a.runs):
            copy = copied(a, database, "later.db")
            figures.append(refreshed(a, copy))
    return [statistics.median(column) for column in zip(*figures)], copy, last


def as_command(a, database, *words):
    """Milliseconds of a command, without those that every command takes; medians of runs in turn."""
    def seconds(*command):
        return timed([a.binary, "--db", database, "--offline", *command])[0]
    pairs = [(seconds("--version"), seconds(*words)) for _ in range(10 * a.runs)]
    return 1000 * (statistics.median(pair[1] for pair in pairs) - statistics.median(pair[0] for pair in pairs))


class PlainReader:
    """The reader in lines, at the end of a pipe."""

    def __init__(self, a, database):
        started = time.monotonic()
        self.process = subprocess.Popen([a.binary, "--db", database, "--offline", "--plain"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, bufsize=0)
        self.say(MARKER)
        self.opened = 1000 * (time.monotonic() - started)   # Latest is listed and counted.

    def say(self, *commands):
        """Waits until all of them are done."""
        self.process.stdin.write("".join("%s\n" % command for command in commands).encode())
        text = b""
        while not text.endswith(ANSWER):
            part = self.process.stdout.read(65536)
            if not part:
                stop("the plain reader ended: %r" % text[-200:])
            text += part

    def time(self, command):
        """Milliseconds until it has done a command and read the next."""
        started = time.monotonic()
        self.say(command, MARKER)
        return 1000 * (time.monotonic() - started)

    def quit(self):
        """CPU in milliseconds and peak memory in MiB of the whole session."""
        self.process.stdin.write(b"quit\n")
        _, status, used = os.wait4(self.process.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        return 1000 * (used.ru_utime + used.ru_stime), used.ru_maxrss / 1024


def in_reader(a, database, times=15):
    """Milliseconds of each list: from the start of the reader, again, and after a story was marked."""
    cold, warm, changed = ({name: [] for name in LISTS} for _ in range(3))
    for _ in range(a.runs):
        begun = statistics.median(1000 * timed([a.binary, "--version"])[0] for _ in range(5))
        reader = PlainReader(a, database)
        cold["latest"].append(reader.opened - begun)
        for name in LISTS[1:]:
            cold[name].append(reader.time(name))
        for n in range(times):
            for name in LISTS:
                warm[name].append(reader.time(name))
        for n in range(times):
            reader.say("latest", "unread 1" if n % 2 else "read 1", MARKER)
            for name in LISTS:
                changed[name].append(reader.time(name))
        reader.quit()
    return [{name: statistics.median(values) for name, values in figures.items()} for figures in (cold, warm, changed)]


class Table:
    """Rows of bars; tells whether one was missed."""

    def __init__(self):
        self.rows, self.missed = [], 0

    def bar(self, name, limit, figure, unit, told=""):
        met = figure <= limit
        self.missed += not met
        self.rows.append([name, "≤ %g %s" % (limit, unit), "%.1f %s%s" % (figure, unit, told), "met" if met else "MISSED"])

    def tell(self, name, figure):
        self.rows.append([name, "–", figure, ""])

    def show(self):
        for row in [["bar", "limit", "TermNews", ""], ["---"] * 4, *self.rows]:
            print("| " + " | ".join(row) + " |")


def cluster_bars(table, a, feeds, later, database):
    wall, cpu, whole = first_refresh(a, feeds, database)
    stories = "{:,}".format(ask(database, "SELECT count(*) FROM stories"))
    more_wall, more_cpu = clustering(a, database)
    joined = ask(database, "SELECT count(*) FROM story_status WHERE cluster_id IS NOT NULL")
    clusters = ask(database, "SELECT count(DISTINCT cluster_id) FROM story_status")
    table.tell("stories that share a cluster", "{:,} of {}, in {:,} clusters".format(joined, stories, clusters))
    table.bar("clusters of %s stories: CPU, of the refresh" % stories, 20, 100 * more_cpu / cpu, "%", " (%.2f s of %.2f s)" % (more_cpu, cpu))
    table.bar("clusters of %s stories: wall, of the refresh" % stories, 20, 100 * more_wall / wall, "%", " (%.2f s of %.2f s)" % (more_wall, wall))
    rest = whole - more_cpu
    table.bar("the same: CPU, of the refresh with the search index", 20, 100 * more_cpu / rest, "%", " (%.2f s of %.2f s)" % (more_cpu, rest))
    (wall, cpu, _), copy, last = second_refresh(a, later, database)
    came = ask(copy, "SELECT count(*) FROM stories WHERE id > %d" % last)
    more_wall, more_cpu = clustering(a, copy, last)
    table.bar("clusters of %d new stories among %s: CPU, of the rest of the refresh" % (came, stories), 20, 100 * more_cpu / (cpu - more_cpu), "%",
              " (%.0f ms of %.0f ms)" % (1000 * more_cpu, 1000 * (cpu - more_cpu)))
    table.bar("the same: wall", 20, 100 * more_wall / (wall - more_wall), "%", " (%.0f ms of %.0f ms)" % (1000 * more_wall, 1000 * (wall - more_wall)))


def list_bars(table, a, database):
    table.bar("front page as one document, cold", 80, as_command(a, database, "digest"), "ms")
    cold, warm, changed = in_reader(a, database)
    for name, figures, limit in (("cold", cold, 80), ("warm", warm, 30)):
        told = " (%s)" % ", ".join("%s %.1f" % pair for pair in figures.items())
        table.bar("front page in the reader, with its counts, %s" % name, limit, sum(figures.values()), "ms", told)
    table.tell("the same after a story was marked", "%.1f ms (%s)" % (sum(changed.values()), ", ".join("%s %.1f" % pair for pair in changed.items())))
    commands = {name: as_command(a, database, "list", name, "--limit", "30") for name in LISTS}
    table.bar("front page as three commands, cold", 80, sum(commands.values()), "ms", " (%s)" % ", ".join("%s %.1f" % pair for pair in commands.items()))
    table.tell("count unread", "%.1f ms" % as_command(a, database, "count", "unread"))
    newest = json.loads(ask(database, "SELECT json_group_array(story_id) FROM (SELECT story_id FROM story_status ORDER BY sort_at DESC LIMIT 400)"))[::40]
    related = [as_command(argparse.Namespace(binary=a.binary, runs=1), database, "related", str(story)) for story in newest]
    table.bar("related stories as a command, median of %d" % len(newest), 20, statistics.median(related), "ms")
    table.tell("related stories, the slowest of them", "%.1f ms" % max(related))


def filled(program, feeds):
    """A database of a program with all stories."""
    database = program.work / "beside.db"
    remove(database)
    run(program, database, "import", feeds / "feeds.opml")
    refreshed(program, database)
    return database


def clustering_step(program, database):
    uncluster(database)
    name = "clusters and upkeep of the database"
    return beside.run([program.binary, "--db", database, "db", "index"]).samples(name)


def session_step(program, database, times=5):
    """The plain reader: its start, then all lists, then all of them after a story was marked."""
    reader = PlainReader(program, database)
    warm = sum(reader.time(name) for _ in range(times) for name in LISTS)
    changed = 0
    for n in range(times):
        reader.say("latest", "unread 1" if n % 2 else "read 1", MARKER)
        changed += sum(reader.time(name) for name in LISTS)
    cpu, memory = reader.quit()
    return [("reader, whole session", Kind.CPU, cpu), ("reader, whole session", Kind.MEMORY, memory),
            ("reader, Latest listed", Kind.WALL, reader.opened),
            ("reader, lists again", Kind.WALL, warm), ("reader, lists after a mark", Kind.WALL, changed)]


def compare(a, feeds):
    both = beside.programs(a, a.work)
    with Server(feeds, a.port):
        databases = {program.name: filled(program, feeds) for program in both}
    story = str(ask(databases["old"], "SELECT story_id FROM story_status ORDER BY sort_at DESC LIMIT 1"))

    def command(*words):
        name = words[0] + ", as commands"
        return lambda program: beside.run([program.binary, "--db", databases[program.name], "--offline", *words]).samples(name)

    commands = [command("digest"), *(command("list", name, "--limit", "30") for name in LISTS), command("related", story),
                command("count", "unread")]
    in_database = [lambda program, step=step: step(program, databases[program.name]) for step in (clustering_step, session_step)]
    return beside.compare(both, [*in_database, *commands * 3], a.runs)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--binary", default=os.environ.get("TERMNEWS_BINARY") or newest_binary(), help="the published program; else TERMNEWS_BINARY, else the newest below out/")
    options.add_argument("--work", type=pathlib.Path, default=pathlib.Path("/tmp/termnews-ranking"))
    options.add_argument("--port", type=int, default=8399)
    options.add_argument("--quick", action="store_true")
    beside.add_options(options, "100 feeds with 20,000 stories (--quick: 600)")
    a = options.parse_args()
    beside.check_options(options, a)
    if not TOOLS.is_dir():
        stop("there are no tools in %s; nothing was measured" % TOOLS)
    if a.binary is None:
        stop("no program below out/; publish one or give --binary")
    sys.path.insert(0, str(TOOLS))
    a.binary, a.work = os.path.abspath(a.binary), a.work.absolute()
    a.feeds, a.items, a.runs = (20, 30, a.runs if a.beside else 1) if a.quick else (100 if a.beside else 500, 200, a.runs)
    today = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d")
    for old in a.work.glob("feeds-*"):
        if not old.name.endswith(today):
            shutil.rmtree(old)
    feeds, later = [a.work / ("feeds-%dx%d-%d-%s" % (a.feeds, a.items, n, today)) for n in (0, 1)]
    generate(feeds, a, 0)
    os.environ.update({"HOME": str(a.work / "home"), "XDG_CONFIG_HOME": str(a.work / "home"), "TERM": "dumb"})
    if a.beside:
        return compare(a, feeds)
    generate(later, a, 1)
    table = Table()
    database = a.work / "ranking.db"
    cluster_bars(table, a, feeds, later, database)
    list_bars(table, a, database)
    table.show()
    return 1 if table.missed else 0


if __name__ == "__main__":
    sys.exit(main())
