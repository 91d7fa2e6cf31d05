#!/usr/bin/env python3
"""Looks with strace whether each change is synced to the disk before the program acknowledges it, beside another open connection.

  synced.py --bin PATH [--work DIR]

Beside a connection that stays open, SQLite puts off its checkpoint, so that only the sync of the log itself makes a change durable.
Prints a line for each command that says so too early, and as its last line "N passed, N failed".
Exit status: 0 all are synced first, 1 one is not, 2 there is no strace.
"""
import argparse
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from trial import Database, Feeds


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--bin", required=True)
    arguments.add_argument("--work", default=os.path.join(tempfile.gettempdir(), "termnews-synced"))
    options = arguments.parse_args()
    if not shutil.which("strace"):
        print("There is no strace.", file=sys.stderr)
        return 2
    database = Database(options.bin, options.work)
    story = str(database.fill(Feeds())[0])
    export = database.work / "comments.json"
    commands = [["comment", "add", story, "First"], ["comment", "add", story, "Second"], ["comment", "edit", "1", "Other words"],
                ["comment", "delete", "2"], ["mark", "saved", story], ["mark", "read", "--all"], ["mute", "word", "storm"],
                ["feeds", "rename", "1", "Renamed"], ["undo"], ["redo"], ["feeds", "remove", "2"], ["comment", "import", str(export)]]
    connection = sqlite3.connect(database.path)
    connection.execute("SELECT count(*) FROM stories").fetchone()
    failed = 0
    for words in commands:
        if words[0] == "comment" and words[1] == "import":
            export.write_text(database.run("comment", "export", check=True).stdout.replace("Other words", "Words from elsewhere")
                              .replace("2026-", "2036-"))
        trace = database.work / "trace"
        done = subprocess.run(["strace", "-f", "-o", str(trace), "-e", "trace=fsync,fdatasync,write,pwrite64", *database.command(*words)],
                              env=database.environment, capture_output=True, text=True)
        calls = trace.read_text().splitlines()
        told = next((at for at, call in enumerate(calls) if re.search(r" write\([12], ", call)), len(calls))
        logged = max((at for at, call in enumerate(calls[:told]) if " pwrite64(" in call), default=None)
        is_synced = logged is not None and any(re.search(r" (fsync|fdatasync)\(", call) for call in calls[logged:told])
        if done.returncode != 0 or not is_synced:
            failed += 1
            print(f"{' '.join(words)}: " + (f"ended with {done.returncode}: {done.stderr}" if done.returncode else "not synced first"))
    connection.close()
    print(f"{len(commands) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
