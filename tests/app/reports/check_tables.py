#!/usr/bin/env python3
"""Reads a workbook with openpyxl and a CSV file with the csv module, and holds them to what they should say.
check_tables.py WORKBOOK CSV ROWS"""
import csv
import datetime
import sys

import openpyxl

workbook, table, rows = sys.argv[1], sys.argv[2], int(sys.argv[3])
book = openpyxl.load_workbook(workbook)
assert len(book.sheetnames) == 3, book.sheetnames
sheet = book.worksheets[0]
assert sheet.freeze_panes == "B2", sheet.freeze_panes
assert sheet.auto_filter.ref, "no filter"
assert sheet.max_row == rows + 1, sheet.max_row
for each in book.worksheets:
    for row in each.iter_rows():
        for cell in row:
            assert cell.data_type != "f", f"a formula in {each.title}!{cell.coordinate}"
headings = [cell.value for cell in sheet[1]]
first = dict(zip(headings, (cell.value for cell in sheet[2])))
assert isinstance(first["得分"], (int, float)), first
assert isinstance(first["結束（UTC）"], datetime.datetime), first

with open(table, "rb") as file:
    data = file.read()
assert data.startswith(b"\xef\xbb\xbf"), "no byte order mark"
assert data.count(b"\n") == data.count(b"\r\n"), "a bare line feed"
with open(table, encoding="utf-8-sig", newline="") as file:
    read = list(csv.reader(file, strict=True))
assert len(read) == rows + 1, len(read)
assert all(len(row) == len(read[0]) for row in read), "rows of different length"
assert read[0] == headings, read[0]
score = headings.index("得分")
assert [float(row[score]) for row in read[1:]] == [row[score].value for row in sheet.iter_rows(min_row=2)], "scores differ"
