#!/usr/bin/env python3
"""What the window costs beside a bare Dear ImGui window, in one interleaved run on a virtual display.

usage: window.py PROGRAM BARE_WINDOW [RUNS]

Prints: start to the first usable frame (median, ratio; goal <= 1.5) and until a conversation can begin, processor time
when idle and while minimised (goal <= 0.5 % of a core), resident memory above the bare window (goal <= 60 MB). Needs
Xvfb; for the minimised window xdotool, too.

The first usable frame shows the home screen with every scenario, to search, filter and read; the rules are read by then
or a moment later, and a conversation that was begun before waits for them: "a talk can begin" is when they are there.
The frames themselves and the way from a key to the coach's line are measured by bench_desktop.
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


def milestones(command):
    """Milliseconds from the start of the program until it said each of its lines."""
    start = time.monotonic()
    at = {}
    with subprocess.Popen(command + ["--measure-start"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True) as process:
        for line in process.stdout:
            at[line.strip()] = (time.monotonic() - start) * 1000
    if process.returncode != 0 or "first frame" not in at:
        sys.exit(f"window.py: {command[0]} left with {process.returncode} and said {list(at)}")
    return at


def settle(pid):
    """Until the program has nothing more to do: on a busy machine the rules are still being read after seconds."""
    time.sleep(4)
    for _ in range(60):
        before = cpu_seconds(pid)
        time.sleep(1)
        if cpu_seconds(pid) - before < 0.03:
            return


def idle(command, seconds):
    """Per cent of a core over so many quiet seconds, and the memory after them."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        settle(process.pid)
        before = cpu_seconds(process.pid)
        time.sleep(seconds)
        return 100 * (cpu_seconds(process.pid) - before) / seconds, memory_mb(process.pid)
    finally:
        process.terminate()
        process.wait()


def hidden(command, seconds):
    """Per cent of a core while a reply is timed (a frame each second), with the window seen, and with it hidden."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        settle(process.pid)
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)],
                               capture_output=True, text=True, check=False).stdout.split()
        if not found:
            sys.exit("window.py: the window was not found")
        out = []
        for change in (None, "windowunmap"):
            if change:
                subprocess.run(["xdotool", change, found[0]], check=True)
                time.sleep(1)
            before = cpu_seconds(process.pid)
            time.sleep(seconds)
            out.append(100 * (cpu_seconds(process.pid) - before) / seconds)
        return out
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
            runs_of = {"huashu": [], "bare": []}
            for command in (ours, [bare]):  # both once for the disk's cache
                milestones(command)
            for _ in range(runs):
                runs_of["huashu"].append(milestones(ours))
                runs_of["bare"].append(milestones([bare]))
            bare_first = statistics.median(r["first frame"] for r in runs_of["bare"])
            first = statistics.median(r["first frame"] for r in runs_of["huashu"])
            ready = statistics.median(r["ready"] for r in runs_of["huashu"])
            print(f"first usable frame     huashu {first:7.0f} ms   bare {bare_first:7.0f} ms   "
                  f"ratio {first / bare_first:5.2f}   (goal <= 1.5)")
            print(f"a talk can begin       huashu {ready:7.0f} ms   ratio {ready / bare_first:5.2f} "
                  f"to the bare window's first frame")
            cpu, memory = idle(ours, 20)
            bare_cpu, bare_memory = idle([bare], 20)
            print(f"idle, of one core      huashu {cpu:6.2f} %    bare {bare_cpu:6.2f} %                 (goal <= 0.5)")
            print(f"resident memory        huashu {memory:7.0f} MB   bare {bare_memory:7.0f} MB   "
                  f"more {memory - bare_memory:5.0f} MB (goal <= 60)")
            if shutil.which("xdotool") is not None:
                seen, unseen = hidden(ours + ["--scenario", "leak-master-bedroom"], 10)
                print(f"against time, of one core   seen {seen:6.2f} %    hidden {unseen:6.2f} %   "
                      f"(nothing is drawn while hidden)")
        finally:
            server.terminate()
            server.wait()


main()
