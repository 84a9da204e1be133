#!/usr/bin/env bash
# The real window on a virtual display, driven as a person would: keys, mouse, another size, closing, a second window on
# the same records, a display that dies, a driver without OpenGL 3.3, a machine without a Chinese font, broken settings
# and words. What counts is what is on record and how the program left.
# Usage: run.sh PROGRAM. Needs xvfb, xdotool, python3. Exit status 77: one of them is missing (skipped).
set -eEuo pipefail

program=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
share=$(realpath "$here/../../..")
for tool in Xvfb xdotool python3; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done

work=$(mktemp -d)
started=()
clean_up() {
    for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work" || true
}
trap clean_up EXIT
trap 'echo "window: line $LINENO failed: $BASH_COMMAND"; tail -n 5 "$work"/*.log 2>/dev/null || true' ERR
die() { echo "window: $1"; tail -n 5 "$work"/*.log 2>/dev/null || true; exit 1; }

display() {  # display NAME: a virtual display of its own; sets DISPLAY and display_pid
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$work/$1.number" >"$work/$1.xvfb.log" 2>&1 &
    display_pid=$!
    started+=("$display_pid")
    for _ in $(seq 150); do [ -s "$work/$1.number" ] && break; sleep 0.1; done
    DISPLAY=":$(head -n1 "$work/$1.number")"
    export DISPLAY
}

quiet() {  # until the program has nothing to do: rules and scenarios are read while the window already stands
    local before=-1 now
    for _ in $(seq 120); do
        now=$(awk '{ print $14 + $15 }' "/proc/$1/stat" 2>/dev/null) || return 0
        [ $((now - before)) -le 1 ] && [ "$before" -ge 0 ] && return 0
        before=$now
        sleep 0.5
    done
}

window_of() {  # the visible window of a process; a toolkit shows a passing one now and then, so it must answer twice
    local found
    found=$(xdotool search --onlyvisible --pid "$1" 2>/dev/null | head -n1) || return 1
    [ -n "$found" ] || return 1
    sleep 0.1
    xdotool getwindowgeometry "$found" >/dev/null 2>&1 && printf '%s\n' "$found"
}

# act ARGUMENTS...: xdotool, @ standing for the window. A window that is just being shown, hidden or sized may be unknown
# to the server for a moment (BadWindow, BadMatch): then nothing was done, and it is done again.
act() {
    local patience
    for patience in $(seq 40); do
        timeout 10 xdotool "${@/#@/$window}" 2>>"$work/xdotool.log" && return 0
        sleep 0.25
        [ "$patience" -lt 8 ] || window=$(window_of "$app_pid") || true
    done
    die "xdotool $* failed"
}

app() {  # app LOG ARGUMENTS...: sets app_pid and window
    local log=$1; shift
    LC_ALL=C.UTF-8 "$program" --lang zh-Hant "$@" >"$work/$log.log" 2>&1 &
    app_pid=$!
    started+=("$app_pid")
    window=
    for _ in $(seq 300); do
        window=$(window_of "$app_pid") && break
        kill -0 "$app_pid" 2>/dev/null || break
        sleep 0.1
    done
    [ -n "$window" ] || die "no window came"
    act windowfocus --sync @
    sleep 1
    quiet "$app_pid"
}

key() { for k in "$@"; do act key --window @ "$k"; sleep 0.4; done; }
turns() { python3 "$here/turns.py" "$1/records.db"; }
wait_for_turns() {  # wait_for_turns FOLDER COUNT
    for _ in $(seq 60); do [ "$(turns "$1")" = "$2" ] && return; sleep 0.25; done
    die "wanted $2 turns on record in $1, there are $(turns "$1")"
}
leaves_with() {  # leaves_with STATUS: the program started last
    local status=0
    wait "$app_pid" || status=$?
    [ "$status" = "$1" ] || die "it left with $status, not $1"
}

display main

# --- keys, another size, closing ---
app first --data "$work/data"
key Return 1                       # begins the chosen scenario; the first choice
wait_for_turns "$work/data" 1
act windowsize @ 640 480
sleep 1
key 2
wait_for_turns "$work/data" 2
act windowsize @ 1000 700
sleep 1
key F1 Escape
act windowunmap @                  # another desktop: nothing is drawn; and back
sleep 1
act windowmap --sync @
act windowfocus --sync @
sleep 1
key ctrl+1 Return ctrl+q           # leaves the talk for home
leaves_with 0
python3 -c 'import json,sys; w=json.load(open(sys.argv[1]))["window"]; assert (w["width"],w["height"])==(1000,700), w' \
    "$work/data/settings.json" || die "the window's size was not remembered"

# --- two windows on one folder: both play, nothing is lost ---
app one --data "$work/data"
one=$window one_pid=$app_pid
app two --data "$work/data"
key ctrl+1 Tab                     # whatever has the focus
key ctrl+q
leaves_with 0
window=$one app_pid=$one_pid
act windowfocus --sync @
key ctrl+2 ctrl+3 ctrl+1 ctrl+q
leaves_with 0
wait_for_turns "$work/data" 2

# --- a talk that goes on in both: the one behind is told and loses nothing, and can be continued ---
app one --data "$work/both"
one=$window one_pid=$app_pid
key Return 1
wait_for_turns "$work/both" 1
app two --data "$work/both"
act mousemove --window @ 760 155 click 1   # home offers to go on with it
sleep 1
key 2
wait_for_turns "$work/both" 2
key ctrl+q
leaves_with 0
window=$one app_pid=$one_pid
act windowfocus --sync @
key 3                              # this window is a turn behind
sleep 1
wait_for_turns "$work/both" 2
key ctrl+q
leaves_with 0

# --- broken settings are told and no hindrance ---
mkdir -p "$work/broken"
echo '{"theme": "purple", "text_per_cent": "huge"' >"$work/broken/settings.json"
echo 'not json' >"$work/broken/people.json"
app broken --data "$work/broken"
key ctrl+q
leaves_with 0

# --- the display dies while one plays: what was said is on record ---
display doomed
app doomed --data "$work/doomed"
key Return 1
wait_for_turns "$work/doomed" 1
kill "$display_pid"
for _ in $(seq 100); do kill -0 "$app_pid" 2>/dev/null || break; sleep 0.1; done
kill -0 "$app_pid" 2>/dev/null && die "it runs on without a display"
wait_for_turns "$work/doomed" 1
DISPLAY=":$(head -n1 "$work/main.number")"

refuses() {  # refuses STATUS TEXT ARGUMENTS...: leaves with words, without a window
    local status=0 wanted=$1 text=$2; shift 2
    timeout 60 "$program" --lang en --data "$work/refused" "$@" >"$work/refused.out" 2>&1 || status=$?
    [ "$status" = "$wanted" ] || { cat "$work/refused.out"; die "wanted status $wanted, got $status"; }
    grep -q "$text" "$work/refused.out" || { cat "$work/refused.out"; die "it does not say '$text'"; }
    grep -q "help:" "$work/refused.out" || { cat "$work/refused.out"; die "it gives no remedy"; }
}

# --- no OpenGL 3.3, no Chinese font, broken words ---
MESA_GL_VERSION_OVERRIDE=2.1 refuses 3 "no-opengl-3.3" desktop
mkdir -p "$work/nofonts"
printf '<?xml version="1.0"?><fontconfig><dir>%s/nofonts</dir><cachedir>%s/nofonts</cachedir></fontconfig>' "$work" "$work" >"$work/fonts.conf"
FONTCONFIG_FILE="$work/fonts.conf" refuses 3 "no-han-font" desktop
mkdir -p "$work/share"
cp -r "$share/scoring" "$share/scenarios" "$share/assets" "$work/share/" 2>/dev/null
echo '{"format": "huashu-words", ' >"$work/share/assets/words/en.json"
HUASHU_SHARE="$work/share" refuses 1 "en.json:" desktop
echo "window: fine"
