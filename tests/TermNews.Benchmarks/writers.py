#!/usr/bin/env python3
"""Writes to one database with many processes at once, beside readers and a refresh, and looks whether anything is lost.

  writers.py --bin PATH [--writers N] [--readers N] [--seconds N] [--work DIR]

Each writer runs one command after the other: adds a comment, edits it, marks stories. Each reader lists, shows and exports; one more
process refreshes. Every command must end with 0 and say nothing of a lock, every comment that was acknowledged must be there with its
last words, and no command may wait longer than 10 s (a bar for 32 writers; SQLite's own wait gives up at random). Then the processor
time of one `comment add` with the machine to itself is measured: median of 20, at most 30 ms. Prints the figures, and as its last line
"N passed, N failed", counted in these five.
Exit status: 0 all of it holds, 1 something does not.
"""
import argparse
import os
import statistics
import sys
import tempfile
import threading
import time

from trial import Database, Feeds

LONGEST_WAIT = 10.0      # Seconds.
MOST_PROCESSOR = 0.030   # Seconds of one comment.


class Crowd:
    def __init__(self, options):
        self.database = Database(options.bin, options.work)
        self.stories = self.database.fill(Feeds())
        self.options = options
        self.lock = threading.Lock()
        self.waits, self.faults, self.counts = [], [], {}
        self.words = {}   # The acknowledged words of each comment.

    def run(self, kind, *words):
        began = time.monotonic()
        done = self.database.run(*words)
        took = time.monotonic() - began
        with self.lock:
            self.counts[kind] = self.counts.get(kind, 0) + 1
            if kind != "read" and kind != "refresh":
                self.waits.append(took)
            if done.returncode != 0 or "busy" in done.stderr or "locked" in done.stderr:
                self.faults.append(f"{' '.join(words)}: {done.returncode}: {done.stderr.strip()}")
        return done

    def write(self, number):
        turn = 0
        while time.monotonic() < self.end:
            turn += 1
            story = str(self.stories[(number * 7 + turn) % len(self.stories)])
            text = f"writer {number}, turn {turn}"
            id = self.run("add", "comment", "add", story, text).stdout.strip()
            if id.isdigit():
                self.words[id] = text
                if self.run("edit", "comment", "edit", id, text + ", edited").returncode == 0:
                    self.words[id] = text + ", edited"
            self.run("mark", "mark", "saved" if turn % 2 else "unsaved", story)

    def read(self, number):
        commands = [("list", "all", "--limit", "20"), ("show", str(self.stories[0])), ("export", "latest", "--format", "json"),
                    ("comment", "list"), ("count", "all")]
        turn = number
        while time.monotonic() < self.end:
            turn += 1
            self.run("read", *commands[turn % len(commands)])

    def refresh(self, _):
        while time.monotonic() < self.end:
            self.run("refresh", "refresh", "--force", "--quiet")

    def work(self):
        self.end = time.monotonic() + self.options.seconds
        threads = [threading.Thread(target=work, args=(number,)) for work, many in (
            (self.write, self.options.writers), (self.read, self.options.readers), (self.refresh, 1)) for number in range(many)]
        for thread in threads:
            thread.start()
        time.sleep(self.options.seconds / 2)
        load = os.getloadavg()[0]
        for thread in threads:
            thread.join()
        return load

    def lost(self):
        kept = dict(self.database.ask("SELECT id, text FROM comments"))
        return [f"comment {id}: {kept.get(int(id))!r} for {text!r}" for id, text in self.words.items() if kept.get(int(id)) != text]

    def processor_time(self):
        def one():
            process = self.database.start("comment", "add", str(self.stories[0]), "alone")
            _, _, usage = os.wait4(process.pid, 0)
            process.stdout.close()
            process.stderr.close()
            return usage.ru_utime + usage.ru_stime
        return statistics.median(one() for _ in range(20))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--bin", required=True)
    arguments.add_argument("--writers", type=int, default=32)
    arguments.add_argument("--readers", type=int, default=8)
    arguments.add_argument("--seconds", type=float, default=60)
    arguments.add_argument("--work", default=os.path.join(tempfile.gettempdir(), "termnews-writers"))
    options = arguments.parse_args()
    crowd = Crowd(options)
    load = crowd.work()
    waits = sorted(crowd.waits)
    processor = crowd.processor_time()
    checks = [
        crowd.faults,
        crowd.lost(),
        [damage] if (damage := crowd.database.damage()) else [],
        [f"a writer waited {wait:.1f} s" for wait in waits if wait > LONGEST_WAIT],
        [f"a comment takes {processor * 1000:.1f} ms of processor time"] if processor > MOST_PROCESSOR else [],
    ]
    failed = sum(1 for sentences in checks if sentences)
    for sentence in [sentence for sentences in checks for sentence in sentences[:20]]:
        print(sentence)
    print(", ".join(f"{kind} {count}" for kind, count in sorted(crowd.counts.items()))
          + f"; {len(crowd.words)} comments acknowledged; load {load:.1f}")
    print(f"a write took {waits[len(waits) // 2]:.2f} s (median), {waits[len(waits) * 99 // 100]:.2f} s (99 %), {waits[-1]:.2f} s (longest); "
          f"a comment alone takes {processor * 1000:.1f} ms of processor time")
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
