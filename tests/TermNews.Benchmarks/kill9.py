#!/usr/bin/env python3
"""Kills the program with SIGKILL at random moments, and looks whether anything is lost that it had acknowledged.

  kill9.py --bin PATH [--rounds N] [--seed N] [--kinds NAMES] [--work DIR]

A round is one command of a kind chosen at random (KINDS, below: changes, imports, backups, a refresh, a migration of a real database of
an older version, typing a comment in the reader), killed after a random part of the time that it usually takes. Afterwards the file must
be whole, and the state either that of before or that of the command, all of it; where the command had ended with 0, or printed the id of
its comment, the latter. Of a comment that is being typed at most the last second may be lost. Prints the rounds, how many were killed
while they ran, the longest loss of typing, and as its last line "N passed, N failed".
Exit status: 0 nothing was lost, 1 something was.
"""
import argparse
import collections
import gzip
import os
import pathlib
import random
import signal
import sqlite3
import statistics
import sys
import tempfile
import time

import keys
from trial import Database, Feeds

OLDER = sorted((pathlib.Path(__file__).resolve().parents[1] / "TermNews.Core.Tests/Fixtures/Databases").glob("*.db.gz"))
LONGEST_LOSS = 1.0   # Seconds of typing.
LETTERS = "abcdefghijklmnopqrstuvwxyz "


def without(state, *names):
    return {name: rows for name, rows in state.items() if name not in names}


def difference(before, after):
    """The rows that went and came, for a sentence."""
    return "; ".join(f"{name}: {sorted(before[name] - after[name], key=str)[:5]} became {sorted(after[name] - before[name], key=str)[:5]}"
                     for name in before if before[name] != after[name])


class Trial:
    def __init__(self, options):
        self.dice = random.Random(options.seed)
        self.database = Database(options.bin, options.work)
        self.stories = self.database.fill(Feeds())
        for number in range(6):
            self.database.run("comment", "add", str(self.stories[number]), f"first words {number}", check=True)
        self.export = self.database.work / "comments.json"
        self.export.write_text(self.database.run("comment", "export", check=True).stdout)
        self.opml = self.database.work / "feeds.opml"
        self.opml.write_text("<opml version='2.0'><body>" + "".join(
            f"<outline text='Feed {n}' xmlUrl='http://elsewhere.example/{n}'/>" for n in range(20)) + "</body></opml>")
        self.backup = self.database.work / "earlier.db"
        self.database.run("db", "backup", str(self.backup), check=True)
        self.usual = collections.defaultdict(list)   # Seconds of whole runs, by kind.
        self.killed = collections.Counter()
        self.done = collections.Counter()
        self.losses = []
        self.number = 0

    # -- the kinds: each gives the words of its command, and what is wrong with the state afterwards, or None

    def comment(self):
        return self.dice.choice(sorted(row[0] for row in self.database.state()["comments"]) or [1])

    def add(self):
        story, text = self.dice.choice(self.stories), f"words {self.number}"
        words = ["comment", "add", str(story), text]
        if self.dice.random() < .3 and (first := self.database.ask("SELECT id, story_id FROM comments ORDER BY random() LIMIT 1")):
            words = ["comment", "add", str(first[0][1]), text, "--reply-to", str(first[0][0])]

        def check(before, after, acknowledged, out):
            new = after["comments"] - before["comments"]
            acknowledged = acknowledged or out.endswith("\n")
            if without(after, "comments") != without(before, "comments") or before["comments"] - after["comments"] or len(new) > 1:
                return "something else changed"
            if acknowledged and not any(row[4] == text and str(row[0]) == out.strip() for row in new):
                return "the comment is lost"
            return None
        return words, check

    def changed(self, words, expected):
        """A command whose outcome is known: the state is that of before, or that one."""
        def check(before, after, acknowledged, out):
            wanted = expected(before)
            if after != wanted and (acknowledged or after != before):
                return f"{'the change is lost' if acknowledged else 'half of a change'}: {' '.join(words)}: {difference(before, after)}"
            return None
        return words, check

    def again(self, words):
        """A command that changes nothing the second time: it was done whole, or not at all."""
        def check(before, after, acknowledged, out):
            if not acknowledged and after == before:
                return None
            self.database.run(*words)
            return None if self.database.state() == after else f"half of a change: {difference(after, self.database.state())}"
        return words, check

    def edit(self):
        id, text = self.comment(), f"edited {self.number}"

        def expected(before):
            old = next((row for row in before["comments"] if row[0] == id), None)
            if old is None:
                return before
            return {**before, "comments": (before["comments"] - {old}) | {(*old[:4], text, old[5])},
                    "versions": before["versions"] | {(old[1], old[4])}}
        return self.changed(["comment", "edit", str(id), text], expected)

    def delete(self):
        id = self.comment()

        def expected(before):
            return {**before, "comments": {row for row in before["comments"] if row[0] != id}}   # Answers still name it, for undo.
        return self.changed(["comment", "delete", str(id)], expected)

    def mark(self):
        story = self.dice.choice(self.stories)
        change = self.dice.choice(["saved", "unsaved"])

        def expected(before):
            return {**before, "marks": {(*row[:2], int(change == "saved"), *row[3:]) if row[0] == story else row for row in before["marks"]}}
        return self.changed(["mark", change, str(story)], expected)

    def mute(self):
        word = f"word{self.dice.randrange(7)}"
        return self.changed(["mute", "word", word], lambda before: {**before, "mutes": before["mutes"] | {("word", word)}})

    def rename(self):
        feed, name = self.dice.choice(self.database.ask("SELECT id, feed_url FROM feeds WHERE removed_at IS NULL")), f"Name {self.number}"

        def expected(before):
            return {**before, "feeds": {(row[0], name, row[2]) if row[0] == feed[1] else row for row in before["feeds"]}}
        return self.changed(["feeds", "rename", str(feed[0]), name], expected)

    def turn(self, word):
        counts = "SELECT count(undone_at), count(*) - count(undone_at) FROM journal_steps"
        undone, others = self.database.ask(counts)[0]
        is_possible = (others if word == "undo" else undone) > 0

        def check(before, after, acknowledged, out):
            now = self.database.ask(counts)[0][0]
            if now == undone:
                return "it did not happen" if acknowledged and is_possible else None if after == before else "half of a step"
            return None if now - undone == (1 if word == "undo" else -1) else "several steps"
        return [word], check

    def refresh(self):
        def check(before, after, acknowledged, out):
            kept = without(after, "marks", "feeds") == without(before, "marks", "feeds")
            return None if kept and before["marks"] <= after["marks"] else "stories or marks are lost"
        return ["refresh", "--force"], check

    def copy(self):
        target = self.database.work / f"copy{self.number}.db"

        def check(before, after, acknowledged, out):
            if not target.exists():
                return "the backup is not there" if acknowledged else None
            fault = self.database.damage(str(target))
            fault = fault or (None if self.database.state(str(target)) == before else "the backup has another state")
            target.unlink()
            return fault or (None if after == before else "the state changed")
        return ["db", "backup", str(target)], check

    def restore(self):
        wanted = self.database.state(str(self.backup))

        def check(before, after, acknowledged, out):
            for kept in self.database.work.glob("news.db.before-restore*"):
                kept.unlink()
            return None if after == wanted or (after == before and not acknowledged) else "neither the old nor the restored state"
        return ["db", "restore", str(self.backup)], check

    def migrate(self):
        self.old = self.database.work / "older.db"
        for file in self.database.work.glob("older.db*"):
            file.unlink()
        self.old.write_bytes(gzip.decompress(self.dice.choice(OLDER).read_bytes()))
        count = "SELECT (SELECT count(*) FROM stories), (SELECT count(*) FROM comments), (SELECT group_concat(text) FROM comments)"
        wanted = self.database.ask(count, path=str(self.old))

        def check(before, after, acknowledged, out):
            if fault := self.database.damage(str(self.old)):
                return fault
            if (done := self.database.run("count", "all", path=str(self.old))).returncode != 0:
                return f"it cannot be read any more: {done.stderr}"
            return None if self.database.ask(count, path=str(self.old)) == wanted else "something is lost"
        return ["feeds", "rename", "1", "Migrated"], check

    KINDS = {
        "add": add, "edit": edit, "delete": delete, "mark": mark, "mute": mute, "rename": rename, "refresh": refresh, "backup": copy,
        "restore": restore, "migration": migrate,
        "undo": lambda self: self.turn("undo"), "redo": lambda self: self.turn("redo"),
        "mark --all": lambda self: self.again(["mark", self.dice.choice(["read", "unread"]), "--all"]),
        "comment import": lambda self: self.again(["comment", "import", str(self.export)]),
        "import": lambda self: self.again(["import", str(self.opml)]),
        "repair": lambda self: self.changed(["db", "check", "--repair"], lambda before: before),
        "vacuum": lambda self: self.changed(["db", "vacuum"], lambda before: before),
    }

    def round(self, kind):
        """What is wrong after a round; None where nothing is."""
        words, check = self.KINDS[kind](self)
        path = str(self.old) if kind == "migration" else None
        before = self.database.state()
        usual = self.usual[kind]
        began = time.monotonic()
        process = self.database.start(*words, path=path)
        if usual:
            time.sleep(self.dice.random() * statistics.median(usual))
            if process.poll() is None:
                process.kill()
        out, error = process.communicate()
        if process.returncode != -signal.SIGKILL:
            usual.append(time.monotonic() - began)
        else:
            self.killed[kind] += 1
        if fault := self.database.damage():
            return fault
        if "Something went wrong" in error or process.returncode == 70:
            return f"a defect: {error}"
        return check(before, self.database.state(), process.returncode == 0, out)

    def type_words(self):
        """Types a comment in the reader and kills that; the same, or the seconds of typing that are lost."""
        with tempfile.TemporaryDirectory() as home:
            master, slave, _, child = keys.start(self.database.binary, home, "--db", self.database.path, "--offline")
            try:
                keys.drain(master, .6)
                os.write(master, b"\r")
                keys.drain(master, .3)
                os.write(master, b"c")
                keys.drain(master, .3)
                typed, times = "", []
                until = time.monotonic() + self.dice.uniform(.3, 5)
                while time.monotonic() < until and len(typed) < 250:
                    letter = self.dice.choice(LETTERS if typed else LETTERS.strip())
                    times.append(time.monotonic())
                    os.write(master, letter.encode())
                    typed += letter
                    keys.drain(master, self.dice.uniform(.01, .08))
                child.kill()
                killed = time.monotonic()
            finally:
                if child.poll() is None:
                    child.kill()
                child.wait()
                os.close(master)
                os.close(slave)
        self.killed["typing"] += 1
        drafts = self.database.ask("SELECT text FROM drafts ORDER BY saved_at DESC LIMIT 1")
        kept = drafts[0][0] if drafts else ""
        self.discard_drafts()
        if fault := self.database.damage():
            return fault
        if not typed.startswith(kept.rstrip()):
            return f"other words were kept: {kept!r} for {typed!r}"
        loss = killed - times[len(kept)] if len(kept) < len(typed) else 0.0
        self.losses.append(loss)
        return None if loss <= LONGEST_LOSS else f"{loss:.2f} s of typing are lost"

    def discard_drafts(self):
        with sqlite3.connect(self.database.path, timeout=60) as connection:
            connection.execute("DELETE FROM drafts")
        connection.close()

    def left_over(self):
        """Unfinished copies that the next backup leaves."""
        self.database.run("db", "backup", str(self.database.work / "last.db"), check=True)
        return [file.name for file in self.database.work.glob("*.part*")]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--bin", required=True)
    arguments.add_argument("--rounds", type=int, default=1000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--work", default=os.path.join(tempfile.gettempdir(), "termnews-kill9"))
    arguments.add_argument("--kinds", type=lambda names: names.split(","), default=[*Trial.KINDS, "typing"], help="only these, such as undo,add")
    options = arguments.parse_args()
    trial = Trial(options)
    kinds = options.kinds
    failed = 0
    for number in range(options.rounds):
        trial.number = number
        kind = trial.dice.choice(kinds)
        trial.done[kind] += 1
        if fault := trial.type_words() if kind == "typing" else trial.round(kind):
            failed += 1
            print(f"round {number}, {kind}: {fault}", flush=True)
    if left := trial.left_over():
        failed += 1
        print(f"left over: {', '.join(left)}")
    print(", ".join(f"{kind} {trial.killed[kind]} of {trial.done[kind]}" for kind in kinds))
    print(f"{options.rounds} rounds, {sum(trial.killed.values())} killed while running, "
          f"at most {max(trial.losses, default=0):.2f} s of typing lost in {len(trial.losses)} rounds")
    print(f"{options.rounds - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
