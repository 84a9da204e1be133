#!/usr/bin/env python3
"""Holds that the last reply on record is the given one, or (--none) that there is none."""
import json
import sqlite3
import sys


def replies(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        return [json.loads(row[0]) for row in db.execute("select body from event where kind = 'turn' order by rowid")]


wanted = sys.argv[2]
found = replies(sys.argv[1])
if wanted == "--none":
    if found:
        sys.exit(f"sent while composing: {found}")
else:
    said = found[-1]["value"] if found else None
    if said != wanted:
        sys.exit(f"wanted {wanted!r}, got {said!r}")
