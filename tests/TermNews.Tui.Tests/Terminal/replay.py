"""Replays what was sent in a terminal emulator that is not ours (pyte), and compares its screen with the frames.

Standard input: a line of JSON a frame, {"sent": text, "rows": [[[grapheme, width, look], ...], ...]}; the width of a cluster that
terminals dispute is given as 0 less its cells, and what the emulator makes of it is not looked at. Ends with 1 at the first cell that differs.
"""
import json
import sys
import unicodedata

import pyte


class Screen(pyte.Screen):
    """pyte 0.8 takes the parameters that DECSTBM leaves out for zeros, and keeps the old margins."""

    def set_margins(self, top=None, bottom=None):
        super().set_margins(top or None, bottom or None)


screen = stream = None
for number, line in enumerate(sys.stdin.read().split("\n")):
    frame = json.loads(line)
    rows = frame["rows"]
    if screen is None:
        screen = Screen(sum(abs(width) for _, width, _ in rows[0]), len(rows))
        stream = pyte.Stream(screen)
    stream.feed(frame["sent"])
    for y, row in enumerate(rows):
        x = 0
        for grapheme, width, look in row:
            if width > 0:
                cell = screen.buffer[y][x]
                seen = unicodedata.normalize("NFC", cell.data)
                flags = "".join(c for c, on in zip("biusr", (cell.bold, cell.italics, cell.underscore, cell.strikethrough, cell.reverse)) if on)
                if grapheme == " " and not set(flags) & set("usr"):
                    flags = ""
                # pyte drops the marks whose combining class is 0, as Thai's are.
                if not seen or not unicodedata.normalize("NFC", grapheme).startswith(seen) or flags != look:
                    print(f"frame {number}, row {y}, column {x}: {seen!r} ({flags}) is shown, {grapheme!r} ({look}) was meant")
                    sys.exit(1)
            x += abs(width)
print(f"{number + 1} frames are the same")
