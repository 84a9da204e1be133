#!/usr/bin/env python3
"""What the window costs beside a bare Dear ImGui window, in one interleaved run on a virtual display.

usage: window.py PROGRAM BARE_WINDOW [RUNS]

Prints: start to first frame (median, ratio; goal <= 1.5), processor time when idle (goal <= 0.5 % of a core), nothing
drawn while minimised, resident memory above the bare window (goal <= 60 MB). Needs Xvfb. The frames themselves and the
way from a key to the coach's line are measured by bench_desktop.
"""
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

TICKS = os.sysconf("SC_CLK_TCK")


def start_display(folder):
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[write], stderr=open(os.path.join(folder, "xvfb.log"), "w"))
    os.close(write)
    os.environ["DISPLAY"] = ":" + os.read(read, 16).decode().strip()
    return server


def cpu_seconds(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory_mb(pid):
    status = open(f"/proc/{pid}/status").read()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024


def milliseconds(command):
    start = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.monotonic() - start) * 1000


def idle(command, seconds):
    """Per cent of a core over so many quiet seconds, and the memory after them."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(6)
        before = cpu_seconds(process.pid)
        time.sleep(seconds)
        return 100 * (cpu_seconds(process.pid) - before) / seconds, memory_mb(process.pid)
    finally:
        process.terminate()
        process.wait()


def main():
    program, bare = sys.argv[1:3]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    if shutil.which("Xvfb") is None:
        sys.exit("window.py: Xvfb is not installed")
    with tempfile.TemporaryDirectory() as folder:
        server = start_display(folder)
        try:
            ours = [program, "--data", os.path.join(folder, "data"), "--lang", "zh-Hant", "desktop"]
            first = {"huashu": [], "bare": []}
            milliseconds(ours + ["--first-frame"])  # both once for the disk's cache
            milliseconds([bare, "--first-frame"])
            for _ in range(runs):
                first["huashu"].append(milliseconds(ours + ["--first-frame"]))
                first["bare"].append(milliseconds([bare, "--first-frame"]))
            a, b = (statistics.median(first[k]) for k in ("huashu", "bare"))
            print(f"start to first frame   huashu {a:7.0f} ms   bare {b:7.0f} ms   ratio {a / b:5.2f}   (goal <= 1.5)")
            cpu, memory = idle(ours, 20)
            bare_cpu, bare_memory = idle([bare], 20)
            print(f"idle, of one core      huashu {cpu:6.2f} %    bare {bare_cpu:6.2f} %                 (goal <= 0.5)")
            print(f"resident memory        huashu {memory:7.0f} MB   bare {bare_memory:7.0f} MB   "
                  f"more {memory - bare_memory:5.0f} MB (goal <= 60)")
        finally:
            server.terminate()
            server.wait()


main()
