#!/usr/bin/env python3
"""Sends the reader keys that terminals have and keys that none has, in every place of it.

  keys.py --bin PATH [--random N] [--seed N]

First all numbered keys (CSI n ~ and CSI n;m ~ for n 0 to 63, m 1 to 8) and what xterm, rxvt, the Linux console and kitty send, in each
place; then N random sequences (default 1000) spread over the places. The reader must live after each place, and leave the terminal as it
was: its modes, the alternate screen, the cursor, mouse and paste reports.
Prints as its last line "N passed, N failed", counted in places. Exit status: 0 it does, 1 it does not.
"""
import argparse
import fcntl
import os
import pty
import random
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

PLACES = {
    "list": b"", "article": b"\r", "comment box": b"\rc", "filter": b"/", "help": b"?", "feeds": b"F", "add prompt": b"Fa",
    "mute menu": b"m", "search": b"g/", "columns": b"2",
}
NUMBERED = [f"\x1b[{n}~" for n in range(64)] + [f"\x1b[{n};{m}~" for n in range(64) for m in range(1, 9)]
OTHERS = ([f"\x1bO{c}" for c in "ABCDEFHMPQRSabcdjklmnopqrstuvwxy"] + [f"\x1b[{c}" for c in "ABCDEFHPQRSZabcd"]
          + [f"\x1b[1;{m}{c}" for m in range(2, 9) for c in "ABCDFHPQS"] + [f"\x1b[[{c}" for c in "ABCDE"]
          + [f"\x1b[{n}{c}" for n in (2, 3, 5, 6, 7, 8, 11, 23, 24) for c in "^$@"]
          + [f"\x1b[{n}u" for n in (0, 27, 55296, 57344, 57399, 57454, 1114111, 1114112, 99999999999)]
          + [f"\x1b[{n};5u" for n in (0, 55296, 1114112)] + ["\x1b[M !!", "\x1b[<0;1;1M", "\x1b[<64;5;5M", "\x1b[200~x\x1b[201~"])
# Keys that leave, stop, or start programs of the desktop are not sent: q Q o O y Y ! | and Ctrl-C, Ctrl-Z.
LETTERS = "abdefhijklnprstuvwxzABDEGHIJKLNPSTUVWXZ0123456789=.,;:<>[](){}*+-_~^$%& \t\r\x7f\x0c"


def random_key(dice):
    kind = dice.random()
    if kind < .3:
        return dice.choice(LETTERS)
    if kind < .6:
        return f"\x1b[{dice.choice(['', '?', '<', '>'])}{';'.join(str(dice.randrange(10 ** dice.randrange(1, 8))) for _ in range(dice.randrange(4)))}" \
               f"{chr(dice.randrange(0x40, 0x7f))}"
    if kind < .8:
        return dice.choice(NUMBERED + OTHERS)
    if kind < .9:
        return "\x1b" + chr(dice.choice([c for c in range(0x20, 0x7f) if chr(c) not in "qQoOyY!|PX]^_"]))
    return chr(dice.choice([0x4e00, 0x1f600, 0x200d, 0xfe0f, 0x301, 0x5d0, 0xe9]))


def start(program, home, *arguments):
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    before = termios.tcgetattr(slave)
    environment = {"HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8", "TERMNEWS_OFFLINE": "1", "PATH": "/nowhere"}
    child = subprocess.Popen([program, *arguments], stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True, cwd=home,
                             preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
    return master, slave, before, child


def drain(master, seconds):
    got = b""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and select.select([master], [], [], left)[0]:
        try:
            got += os.read(master, 65536)
        except OSError:
            break
    return got


def send(master, keys):
    for at in range(0, len(keys), 512):
        os.write(master, keys[at:at + 512])
        drain(master, .005)


def left_on(sent):
    modes = {}
    for names, how in re.findall(rb"\x1b\[\?([\d;]+)([hl])", sent):
        for name in names.split(b";"):
            modes[name] = how
    return [name.decode() for name, how in modes.items() if (how == b"h") != (name == b"25")]


def try_place(program, name, keys, sequences):
    """None where the reader lives and leaves the terminal whole, else what is wrong."""
    with tempfile.TemporaryDirectory() as home:
        master, slave, before, child = start(program, home)
        sent = b""
        try:
            sent += drain(master, .5)
            for part in sequences:
                # Whatever the last part did, back to the list and to the place again.
                send(master, b"\x1b")
                drain(master, .04)
                os.write(master, keys)
                sent += drain(master, .02)
                for sequence in part:
                    os.write(master, sequence.encode())
                    got = drain(master, .0005)
                    sent = (sent + got)[-4_000_000:]
                    if child.poll() is not None:
                        return f"{name}: ended with {child.returncode} after {part[max(0, part.index(sequence) - 3):part.index(sequence) + 1]!r}"
            drain(master, .1)
            child.send_signal(signal.SIGTERM)
            for _ in range(100):
                sent += drain(master, .05)
                if child.poll() is not None:
                    break
            if child.returncode != 143:
                return f"{name}: SIGTERM gave {child.returncode}"
            sent += drain(master, .05)
            if termios.tcgetattr(slave) != before:
                return f"{name}: the modes are not what they were"
            return f"{name}: left on {left_on(sent)}" if left_on(sent) else None
        finally:
            if child.poll() is None:
                child.kill()
            child.wait()
            os.close(master)
            os.close(slave)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--bin", required=True)
    arguments.add_argument("--random", type=int, default=1000)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    dice = random.Random(options.seed)
    wrong = []
    single = NUMBERED + OTHERS
    for name, keys in PLACES.items():
        started = time.monotonic()
        parts = [single[at:at + 60] for at in range(0, len(single), 60)]
        some = [random_key(dice) for _ in range(options.random // len(PLACES))]
        parts += [some[at:at + 50] for at in range(0, len(some), 50)]
        fault = try_place(options.bin, name, keys, parts)
        print(f"{name:12} {len(single)} + {len(some)} keys, {time.monotonic() - started:.1f} s: {fault or 'whole'}", flush=True)
        if fault:
            wrong.append(fault)
    print(f"{len(PLACES) - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
