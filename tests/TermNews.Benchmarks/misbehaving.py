#!/usr/bin/env python3
"""Measures how much misbehaving servers hold up the good ones in a refresh.

  misbehaving.py --bin PATH [--good N] [--bad N] [--runs N] [--jobs N] [--timeout S] [--first good|bad|mixed] [--delay MS] [--again]

Starts good servers and misbehaving ones on the loopback, the latter in a process of their own, so that they take no time from the
former. Runs `termnews refresh` into a fresh database, with the good ones alone, beside the misbehaving ones, and beside as many others
that behave, and prints how long it took from the start of the program until the last good feed's document had been asked for and
completely sent, in each case, and the ratios: what misbehaving servers cost is what they take longer than others would. Also how long
the whole refresh took, how much memory it had at most, and whether every good story was stored.
With --again it is the second refresh that is measured, when the program knows which feeds failed the last time.
With --delay the good ones answer as late as servers far away do; without it the loopback shows what the program itself needs.
Exit status: 0 every good story is stored each time, 1 one is missing.
"""
import argparse
import asyncio
import contextlib
import gzip
import multiprocessing
import os
import pathlib
import random
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import time

STORIES = 20
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"
BOMB = gzip.compress(b" " * (200 * 1024 * 1024), 9)


def document(number):
    items = "".join(
        f"<item><guid>urn:good:{number}:{i}</guid><title>Story {i} of feed {number}</title><link>http://example.org/{number}/{i}</link>"
        f"<description>{'Words of a story. ' * 40}</description></item>" for i in range(STORIES))
    return f"<rss version='2.0'><channel><title>Good {number}</title>{items}</channel></rss>".encode()


async def ask(reader):
    await reader.readuntil(b"\r\n\r\n")


async def never(reader, writer):
    await reader.read(-1)


async def slow_first_byte(reader, writer):
    await ask(reader)
    await never(reader, writer)


async def endless_body(reader, writer):
    await ask(reader)
    writer.write(HEAD + b"\r\n<rss>")
    while True:
        writer.write(b" " * 65536)
        await writer.drain()
        await asyncio.sleep(0.01)


async def dribble(reader, writer):
    await ask(reader)
    writer.write(HEAD + b"Content-Length: 100000\r\n\r\n")
    while True:
        writer.write(b"<")
        await writer.drain()
        await asyncio.sleep(0.1)


async def half_closed(reader, writer):
    await ask(reader)
    writer.write(HEAD + b"Content-Length: 100000\r\n\r\n<rss>")
    writer.write_eof()
    await never(reader, writer)


async def too_long(reader, writer):
    await ask(reader)
    writer.write(HEAD + b"Content-Length: 999999999999\r\n\r\n<rss/>")
    await never(reader, writer)


async def too_short(reader, writer):
    await ask(reader)
    writer.write(HEAD + b"Content-Length: 3\r\n\r\n<rss version='2.0'><channel><title>Cut</title></channel></rss>")


async def redirects(reader, writer):
    while True:
        await ask(reader)
        writer.write(b"HTTP/1.1 302 Found\r\nLocation: /%d\r\nContent-Length: 0\r\n\r\n" % random.randrange(10**9))


async def bomb(reader, writer):
    await ask(reader)
    writer.write(HEAD + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(BOMB) + BOMB)


async def later(reader, writer):
    await ask(reader)
    writer.write(b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n")


async def reset(reader, writer):
    linger = struct.pack("ii", 1, 0)
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    writer.transport.abort()


async def garbage(reader, writer):
    await ask(reader)
    writer.write(b"\x00\xff\x13 what?\r\n" * 20)


async def endless_headers(reader, writer):
    await ask(reader)
    writer.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        writer.write(b"X-More: and more\r\n" * 100)
        await writer.drain()
        await asyncio.sleep(0.01)


async def no_tls(reader, writer):
    await reader.read(1)
    writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")


BAD = [slow_first_byte, endless_body, dribble, half_closed, too_long, too_short, redirects, bomb, no_tls, later, reset, garbage,
       endless_headers, never]


def guarded(answer):
    async def serve(reader, writer):
        try:
            await answer(reader, writer)
            await writer.drain()
        except (OSError, EOFError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass
        finally:
            writer.close()
    return serve


async def start(answers):
    servers = [await asyncio.start_server(guarded(answer), "127.0.0.1", 0, backlog=128) for answer in answers]
    return servers, [server.sockets[0].getsockname()[1] for server in servers]


def behaving(delay):
    body = document(0)

    async def serve(reader, writer):
        await ask(reader)
        await asyncio.sleep(delay / 1000)
        writer.write(HEAD + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    return serve


def run_others(count, behaviours, pipe):
    async def run():
        kinds = [behaviours[i % len(behaviours)] for i in range(count)]
        servers, ports = await start(kinds)
        pipe.send([f"{'https' if kind is no_tls else 'http'}://127.0.0.1:{port}/" for kind, port in zip(kinds, ports)])
        await asyncio.Event().wait()
    try:
        asyncio.run(run())
    except KeyboardInterrupt:
        pass


class Good:
    """The good servers, and when they were done."""

    def __init__(self, count, delay):
        self.delay = delay
        self.documents = [document(i) for i in range(count)]
        self.sent = set()
        self.done = None
        self.urls = []

    def answer(self, number):
        async def serve(reader, writer):
            await ask(reader)
            await asyncio.sleep(self.delay / 1000)
            body = self.documents[number]
            writer.write(HEAD + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
            await writer.drain()
            self.sent.add(number)
            if len(self.sent) == len(self.documents):
                self.done = self.done or time.monotonic()
        return serve

    async def open(self):
        self.servers, ports = await start([self.answer(i) for i in range(len(self.documents))])
        self.urls = [f"http://127.0.0.1:{port}/feed.xml" for port in ports]

    def forget(self):
        self.sent.clear()
        self.done = None


def ordered(good, others, first):
    if first == "mixed":
        both = good + others
        random.Random(1).shuffle(both)
        return both
    return others + good if first == "bad" else good + others


async def refresh(args, good, urls):
    with tempfile.TemporaryDirectory(prefix="termnews-misbehaving-") as folder:
        env = {"HOME": folder, "PATH": os.environ["PATH"], "TERM": "dumb", "TERMNEWS_DB": f"{folder}/news.db"}
        listed = pathlib.Path(folder, "urls")
        listed.write_text("\n".join(urls) + "\n")
        subprocess.run([args.bin, "import", str(listed)], env=env, check=True, stdout=subprocess.DEVNULL)
        if args.again:
            first = await asyncio.create_subprocess_exec(
                args.bin, "refresh", "--quiet", "--timeout", str(args.timeout), env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            await first.wait()
        good.forget()
        words = [args.bin, "refresh", "--quiet", "--timeout", str(args.timeout)] + (["--force"] if args.again else []) + (["--jobs", str(args.jobs)] if args.jobs else [])
        begun = time.monotonic()
        process = await asyncio.create_subprocess_exec(
            *words, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        peak = 0
        ended = asyncio.ensure_future(process.wait())
        while not ended.done():
            peak = max(peak, memory_of(process.pid))
            await asyncio.wait([ended], timeout=0.1)
        whole = time.monotonic() - begun
        stored = int(subprocess.run([args.bin, "count", "all"], env=env, check=True, capture_output=True, text=True).stdout)
        return (good.done - begun if good.done else float("inf")), whole, peak, stored


def memory_of(pid):
    try:
        line = next(line for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    except (OSError, StopIteration):
        return 0


async def measure(args, good, bad, behaving_ones):
    await good.open()
    wanted = len(good.documents) * STORIES
    figures, isWhole = {}, True
    for name, others in [("alone", []), ("beside bad ones", bad), ("beside good ones", behaving_ones)]:
        urls = ordered(good.urls, others, args.first)
        runs = [await refresh(args, good, urls) for _ in range(args.runs)]
        figures[name] = statistics.median(run[0] for run in runs)
        isWhole &= all(run[3] >= wanted for run in runs)
        print(f"{name:18} {len(urls):4} feeds   last good one sent after {figures[name] * 1000:7.0f} ms "
              f"({', '.join(f'{run[0] * 1000:.0f}' for run in runs)})   whole refresh {statistics.median(run[1] for run in runs):5.1f} s   "
              f"memory {max(run[2] for run in runs):4} MiB   stories {min(run[3] for run in runs)}", flush=True)
    for name in "alone", "beside good ones":
        print(f"beside bad ones / {name}: {figures['beside bad ones'] / figures[name]:.2f}")
    return isWhole


@contextlib.contextmanager
def others(count, behaviours):
    """Servers in a process of their own; their addresses."""
    near, far = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=run_others, args=(count, behaviours, far), daemon=True)
    process.start()
    try:
        yield near.recv()
    finally:
        process.terminate()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", required=True)
    options.add_argument("--good", type=int, default=50)
    options.add_argument("--bad", type=int, default=200)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--jobs", type=int)
    options.add_argument("--timeout", type=int, default=10)
    options.add_argument("--first", choices=["good", "bad", "mixed"], default="mixed")
    options.add_argument("--delay", type=int, default=0)
    options.add_argument("--again", action="store_true")
    args = options.parse_args()
    args.bin = os.path.abspath(args.bin)
    # Before any loop of this process exists.
    with others(args.bad, BAD) as bad, others(args.bad, [behaving(args.delay)]) as behaving_ones:
        raise SystemExit(0 if asyncio.run(measure(args, Good(args.good, args.delay), bad, behaving_ones)) else 1)


if __name__ == "__main__":
    main()
