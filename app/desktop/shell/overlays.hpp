// What lies over the page: dialogs, the list of keys, short messages.
#pragma once

#include <map>

#include "desktop/state/intent.hpp"
#include "desktop/ui/editor.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

/// True when a dialog is open: the page below is drawn but does not react.
[[nodiscard]] bool dialog_open(const State& state);

/// What the list of people keeps for itself: the name that is being typed.
struct PeopleDialog {
    EditorState name{EditBuffer(false, app::longest_name)};
};

/// Draws the dialog that is open.
void dialog_ui(Ui& ui, Box all, const State& state, const Speech& speech, PeopleDialog& people, Intents& out);
/// The list of keys.
void keys_dialog_ui(Ui& ui, Box all, const Speech& speech, Intents& out);
void people_dialog_ui(Ui& ui, Box all, const State& state, const Speech& speech, PeopleDialog& own, Intents& out);
/// The first character of a name, for its disc; empty for an empty name.
[[nodiscard]] std::string initial_of(const std::string& name);

/// When each message was first shown, by its number; kept by the shell.
using ToastTimes = std::map<unsigned, double>;
/// Messages at the lower left. Those that report success go away by themselves; errors stay until dismissed.
void toasts_ui(Ui& ui, Box all, const State& state, const Speech& speech, ToastTimes& times, Intents& out);

}  // namespace huashu::desktop
