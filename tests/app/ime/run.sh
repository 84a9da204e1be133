#!/usr/bin/env bash
# Types Chinese into the real window through a real input method (fcitx5 pinyin) on a virtual display, and reads from
# the records what arrived:
#   - Space commits the first candidate;
#   - Backspace while composing shortens the composition, not the text that is already there;
#   - Enter while composing commits the raw letters and does not send; a second Enter sends.
# Usage: run.sh PROGRAM. Needs xvfb, xdotool, dbus, fcitx5, fcitx5-pinyin, python3. Exit status 77: one of them is
# missing (CTest counts that as skipped).
set -euo pipefail

program=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
for tool in Xvfb xdotool dbus-run-session fcitx5 python3; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done

if [ -z "${HUASHU_IME_INSIDE:-}" ]; then
    work=$(mktemp -d)
    trap 'kill "${display_pid:-0}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work" || true' EXIT
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$work/display" >"$work/xvfb.log" 2>&1 &
    display_pid=$!
    for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
    DISPLAY=":$(head -n1 "$work/display")"
    export DISPLAY HUASHU_IME_INSIDE=1 HUASHU_IME_WORK="$work"
    export XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/data" XMODIFIERS=@im=fcitx LC_ALL=C.UTF-8
    mkdir -p "$XDG_CONFIG_HOME/fcitx5" "$work/huashu"
    cp "$here/fcitx-profile" "$XDG_CONFIG_HOME/fcitx5/profile"
    dbus-run-session -- "$0" "$program" 2>"$work/session.log" || { status=$?; tail -n5 "$work/session.log"; exit $status; }
    exit
fi

work=$HUASHU_IME_WORK
input_method='' app=''
stop_both() {
    kill ${app:+"$app"} ${input_method:+"$input_method"} 2>/dev/null || true
    wait 2>/dev/null || true
}
trap stop_both EXIT

quiet() {  # quiet PID: until that process has nothing to do (half a minute at most)
    local before=-1 now
    for _ in $(seq 60); do
        now=$(awk '{ print $14 + $15 }' "/proc/$1/stat" 2>/dev/null) || return 0
        [ "$before" -ge 0 ] && [ $((now - before)) -le 1 ] && return 0
        before=$now
        sleep 0.5
    done
}

begin() {  # an input method that is ready, then the program beside it; sets window, fails if none comes in a minute
    fcitx5 --disable=wayland,waylandim,kimpanel >"$work/fcitx.log" 2>&1 &
    input_method=$!
    # Asking fcitx5 itself would make D-Bus start a second one.
    local has_owner="dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner"
    for _ in $(seq 200); do $has_owner string:org.fcitx.Fcitx5 | grep -q true && break; sleep 0.1; done
    # It has its name before its dictionaries are read and before it answers windows.
    quiet "$input_method"
    "$program" --data "$work/huashu" --lang zh-Hant >"$work/huashu.log" 2>&1 &
    app=$!
    window=
    for _ in $(seq 300); do
        window=$(xdotool search --onlyvisible --class huashu 2>/dev/null | head -n1) && [ -n "$window" ] && return
        kill -0 "$app" 2>/dev/null || { echo "the program left, and said:"; cat "$work/huashu.log"; exit 1; }
        sleep 0.2
    done
    echo "no window; the program, then the input method, then what both said:"
    for pid in "$app" "$input_method"; do
        { grep -E '^(State|Threads)' "/proc/$pid/status"; cat "/proc/$pid/wchan"; echo; } 2>/dev/null || echo "process $pid is gone"
    done
    tail -n 20 "$work/huashu.log" "$work/fcitx.log"
    return 1
}

# Xlib waits without end for an input method that took a window's greeting and never answered; that is the input
# method's fault and no subject here, so a second pair may show what the first could not.
begin || { stop_both; app='' input_method=''; echo "once more, with a new input method"; begin; } || exit 1
# Without a window manager nobody gives the keyboard to a new window.
xdotool windowfocus --sync "$window"
sleep 2
# Rules and scenarios are read while the window already stands.
quiet "$app"

key() { for k in "$@"; do xdotool key "$k"; sleep 0.15; done; }
key Return          # the home screen: begins the chosen scenario
sleep 1
key ctrl+e          # into the editor
fcitx5-remote -o    # pinyin on
fcitx5-remote -s pinyin
sleep 0.5
key n i h a o space                  # 你好
key s h i BackSpace BackSpace BackSpace   # takes back what is being composed, and no more
key BackSpace                        # nothing is being composed now: takes away 好
key z h o n g w e n Return           # the raw letters, and not "send"
sleep 0.5
[ -n "${HUASHU_IME_PICTURE:-}" ] && import -window root "$HUASHU_IME_PICTURE"
python3 "$here/said.py" "$work/huashu/records.db" --none
key Return                           # now send
sleep 1
python3 "$here/said.py" "$work/huashu/records.db" "你zhongwen"
echo "input method: fine"
