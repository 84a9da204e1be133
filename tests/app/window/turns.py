#!/usr/bin/env python3
"""How many turns are on record; 0 when there is no file yet."""
import os
import sqlite3
import sys

if not os.path.exists(sys.argv[1]):
    print(0)
else:
    with sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True) as db:
        print(db.execute("select count(*) from event where kind = 'turn'").fetchone()[0])
