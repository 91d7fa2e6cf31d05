"""A new program measured beside an old one, with a verdict for each measure: the option --beside of the scripts in this folder.

Both programs take every step of a round one right after the other, and the order changes with each round, so that a machine that slows down
slows both. A measure is the median over the rounds. Its verdict:

  bytes, counts exact: equal or fewer pass, one more is MORE.
  CPU, memory   up to 3 % more pass, or as much as the old program differs from itself: the 95th percentile of the difference between the
                medians of two halves of its own rounds, over many random halvings. The table has it as "spread".
  wall          no verdict, as other work on the machine counts in it.
"""
import dataclasses
import enum
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 9
FEWEST_ROUNDS = 3   # Fewer have no spread.
TOLERANCE = 0.03
HALVINGS = 400   # Nine rounds have 126 halvings: enough to meet nearly all of them.


class Kind(enum.Enum):
    """The kind of a measure: it decides the unit, the verdict, and how several values of one round become one."""
    EXACT = "exact"   # Bytes or counts; the name says which.
    CPU = "ms CPU"
    MEMORY = "MiB"
    WALL = "ms wall"


@dataclasses.dataclass(frozen=True)
class Program:
    """One of the two programs: "old" or "new", its path, and a folder of its own."""
    name: str
    binary: str
    work: pathlib.Path


@dataclasses.dataclass(frozen=True)
class Usage:
    """The resources of a program that ended.

    Wall and CPU time are in seconds, peak memory in MiB, output in bytes (0 if not counted).
    """
    wall: float
    cpu: float
    memory: float
    status: int
    output: int

    def samples(self, name):
        """CPU, peak memory and wall time as samples of a measure."""
        return [(name, Kind.CPU, 1000 * self.cpu), (name, Kind.MEMORY, self.memory), (name, Kind.WALL, 1000 * self.wall)]


def run(command, count_output=False):
    """Runs a program to its end."""
    with tempfile.TemporaryFile() if count_output else open(os.devnull, "wb") as out:
        started = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        output = os.fstat(out.fileno()).st_size if count_output else 0
        return Usage(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode, output)


def add_options(parser, data, runs=3):
    """Adds --runs and --beside; `data` says in the help text which data --beside takes."""
    parser.add_argument("--runs", type=int, help="default %d; rounds with --beside, default %d" % (runs, ROUNDS))
    parser.add_argument("--beside", metavar="PATH", help="an older program: both are measured in turn, and more bytes, CPU or memory than "
                        "the old one needs fail (exit status 1). No bars then. Data: %s" % data)
    parser.set_defaults(default_runs=runs)


def check_options(parser, a):
    """Fills in the default of --runs, and refuses too few rounds and an old program that cannot be run."""
    a.runs = a.runs or (ROUNDS if a.beside else a.default_runs)
    if a.beside:
        a.beside = os.path.abspath(a.beside)
        if not os.access(a.beside, os.X_OK):
            parser.error("%s is no program." % a.beside)
        if a.runs < FEWEST_ROUNDS:
            parser.error("--beside needs %d rounds or more." % FEWEST_ROUNDS)


def programs(a, work):
    """The old and the new program, each with an existing folder below `work`."""
    both = [Program("old", a.beside, work / "old"), Program("new", a.binary, work / "new")]
    for program in both:
        program.work.mkdir(parents=True, exist_ok=True)
    return both


def compare(both, steps, rounds):
    """Runs the rounds and prints the table.

    A step takes a program and gives samples: (name, kind, value). Samples of one name and kind in one round are added up; of memory the
    largest counts. A value of None is left out. Returns the exit status.
    """
    values = {}
    for number in range(rounds):
        print("round %d of %d" % (number + 1, rounds), file=sys.stderr)
        for step in steps:
            for program in both if number % 2 == 0 else reversed(both):
                for name, kind, value in step(program):
                    if value is None:
                        continue
                    of_rounds = values.setdefault((name, kind), {}).setdefault(program.name, {})
                    before = of_rounds.get(number, 0)
                    of_rounds[number] = max(before, value) if kind is Kind.MEMORY else before + value
    rows = [row_of(name, kind, *(list(of.get(side, {}).values()) for side in ("old", "new"))) for (name, kind), of in values.items()]
    for row in [["measure", "old", "new", "ratio", "spread", "verdict"], ["---"] * 6, *rows]:
        print("| " + " | ".join(row) + " |")
    return 1 if any(row[-1].isupper() for row in rows) else 0


def row_of(name, kind, old, new):
    """A row of the table. A verdict in capitals is a failure."""
    title = name if kind is Kind.EXACT else "%s, %s" % (name, kind.value)
    if not old or not new:
        return [title, number_of(old), number_of(new), "–", "–", "MISSING"]
    before, after = statistics.median(old), statistics.median(new)
    ratio = after / before if before else 1 if after == before else float("inf")
    spread = spread_of(old)
    return [title, number_of(old), number_of(new), "%.3f" % ratio, "±%.1f %%" % (100 * spread), verdict_of(kind, ratio, spread)]


def verdict_of(kind, ratio, spread):
    if kind is Kind.WALL:
        return "–"
    allowed = 0 if kind is Kind.EXACT else max(TOLERANCE, spread)
    return "MORE" if ratio > 1 + allowed else "less" if ratio < 1 - allowed else "same"


def spread_of(values):
    """The relative difference between two halves of the rounds that 95 % of their halvings stay within."""
    if len(values) < FEWEST_ROUNDS:
        return 0
    chooser, differences = random.Random(1), []
    for _ in range(HALVINGS):
        shuffled = chooser.sample(values, len(values))
        halves = [statistics.median(half) for half in (shuffled[::2], shuffled[1::2])]
        differences.append(max(halves) / min(halves) - 1 if min(halves) > 0 else float(max(halves) > 0))
    return sorted(differences)[int(0.95 * HALVINGS)]


def number_of(values):
    return ("%.2f" % statistics.median(values)).rstrip("0").rstrip(".") if values else "–"
