#!/usr/bin/python3
"""Measures how long articles take to be found in pages and to be laid out, against the bars.

  reading.py [--binary PATH] [--runs N] [--beside PATH]

Takes the pages of ../shared/corpora/articles beside this repository, a page of 10 MB, one that is nested 50,000 deep, and a feed with an
article of 10,000 words. All runs on one core. What a program does once is taken off: the time for a page of three sentences; from the time to
show the long article as text that to show it as HTML, which reads it as well but breaks no lines.
Prints a table: bar, limit, TermNews, met or missed. Exit status: 0 every bar is met, 1 one is missed, 2 nothing could be measured.
With --beside the table compares two programs instead; see beside.py.
"""
import argparse
import os
import pathlib
import random
import statistics
import tempfile

import beside
from beside import Kind
from terminal import TOOLS, newest_binary, stop

PAGES = TOOLS.parent / "corpora" / "articles"


def run(words):
    """Seconds, peak memory in MiB, exit status."""
    used = beside.run(words)
    return used.wall, used.memory, used.status


def fastest(words, runs):
    taken = [run(words) for _ in range(runs)]
    return min(t[0] for t in taken), max(t[1] for t in taken), taken[0][2]


def words_of(count, seed=1):
    chooser = random.Random(seed)
    return [("tide", "harbour", "counting", "of", "the", "a", "evening", "report", "which", "northern")[chooser.randrange(10)] for _ in range(count)]


def feed_of(words):
    paragraphs = "".join(f"&lt;p&gt;{' '.join(words[at:at + 80])}.&lt;/p&gt;" for at in range(0, len(words), 80))
    return f"<rss version='2.0'><channel><title>T</title><item><title>Long</title><description>{paragraphs}</description></item></channel></rss>"


def write_large(folder):
    """A page of 10 MB and one that is nested deep."""
    large, deep = pathlib.Path(folder, "large.html"), pathlib.Path(folder, "deep.html")
    paragraph = "<p>" + " ".join(words_of(80)) + ", and so on.</p>\n"
    large.write_text("<html><title>Large</title><body><article>" + paragraph * (10_000_000 // len(paragraph)) + "</article></body></html>")
    deep.write_text("<html><title>Deep</title><body>" + "<div>" * 50_000 + "<p>" + " ".join(words_of(400)) + "</p></body></html>")
    return [("a page of 10 MB", large), ("a page nested 50,000 deep", deep)]


def write_long(folder):
    """A feed with an article of 10,000 words."""
    article = pathlib.Path(folder, "long.xml")
    article.write_text(feed_of(words_of(10_000)))
    return article


def compare(args, pages):
    """Every page of the folder once in a round, the large pages three times, the long article five times."""
    def extracting(name, page):
        return lambda program: beside.run([program.binary, "extract", str(page), "--format", "json"]).samples(name)

    def laying_out(program):
        used = beside.run([program.binary, "show", str(article), "--width", "80"], count_output=True)
        return [*used.samples(long), (long + ": bytes", Kind.EXACT, used.output)]

    long = "an article of 10,000 words at 80 columns, 5 times"
    with tempfile.TemporaryDirectory(prefix="termnews-reading-") as folder:
        article = write_long(folder)
        steps = [extracting("finding the article in %d pages" % len(pages), page) for page in pages]
        steps += [extracting(name + ", 3 times", page) for name, page in write_large(folder)] * 3 + [laying_out] * 5
        return beside.compare(beside.programs(args, pathlib.Path(folder)), steps, args.runs)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--binary")
    beside.add_options(options, "the same pages, each once in a round")
    args = options.parse_args()
    beside.check_options(options, args)
    args.binary = binary = os.path.abspath(args.binary or newest_binary())
    pages = sorted(PAGES.rglob("*.html"))
    if not pages:
        stop("the pages are not beside this repository")
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    if args.beside:
        raise SystemExit(compare(args, pages))
    with tempfile.NamedTemporaryFile("w", prefix="termnews-reading-", suffix=".html") as tiny:
        tiny.write("<html><title>T</title><body><article>" + "<p>" + " ".join(words_of(60)) + ", and so on.</p>" * 3 + "</article></body></html>")
        tiny.flush()
        each = {}
        for page in pages:   # In turn: the speed of a machine changes within seconds.
            pairs = [(run([binary, "extract", tiny.name, "--format", "json"])[0], run([binary, "extract", str(page), "--format", "json"])[0])
                     for _ in range(args.runs)]
            each[page] = min(pair[1] for pair in pairs) - min(pair[0] for pair in pairs)
        start = statistics.median(run([binary, "extract", tiny.name, "--format", "json"])[0] for _ in range(15))
    rows = []

    def bar(name, limit, figure, unit):
        rows.append([name, f"≤ {limit} {unit}", f"{figure:.1f} {unit}", "met" if figure <= limit else "MISSED"])

    median, slowest = statistics.median(each.values()), max(each, key=each.get)
    bar(f"finding the article, median of {len(pages)} pages", 25, median * 1000, "ms")
    bar(f"finding the article, the slowest page ({slowest.parent.name}/{slowest.name})", 1000, each[slowest] * 1000, "ms")
    with tempfile.TemporaryDirectory(prefix="termnews-reading-") as folder:
        for name, page in write_large(folder):
            seconds, memory, _ = fastest([binary, "extract", str(page), "--format", "json"], args.runs)
            bar(f"{name}: time", 2000, (seconds - start) * 1000, "ms")
            bar(f"{name}: memory", 500, memory, "MiB")
        article = write_long(folder)
        text, html = [fastest([binary, "show", str(article), *how], 15)[0] for how in (["--width", "80"], ["--format", "html"])]
        bar("an article of 10,000 words laid out and printed at 80 columns", 20, (text - html) * 1000, "ms")
    for row in [["bar", "limit", "TermNews", ""], ["---"] * 4, *rows]:
        print("| " + " | ".join(row) + " |")
    raise SystemExit(1 if any(row[-1] == "MISSED" for row in rows) else 0)


if __name__ == "__main__":
    main()
