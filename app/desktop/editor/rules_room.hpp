// The pages of writing rules with their own round of wish, update and task (as author_room.hpp for scenarios, in whose
// place it is shown while a pack is open).
#pragma once

#include <utility>
#include <vector>

#include "desktop/editor/rules_backstage.hpp"
#include "desktop/editor/rules_screen.hpp"

namespace huashu::desktop {

class RulesRoom {
public:
    /// The backstage must outlive the room.
    explicit RulesRoom(RulesBackstage& backstage) : backstage_(backstage) {}

    [[nodiscard]] bool open() const { return state_.desk.has_value(); }
    void draw(Ui& ui, Box box, const Speech& speech) { rules_screen_ui(ui, box, state_, speech, screen_, wishes_); }
    /// Carries out what was wished for since the last call. True: something else is to be shown.
    bool carry_out();
    void wish(const RuleWish& wish) { apply(wish, 0); }
    [[nodiscard]] std::vector<RulesOutcome> take_messages() { return std::exchange(messages_, {}); }
    [[nodiscard]] const RulesState& state() const { return state_; }
    [[nodiscard]] RulesBackstage& backstage() { return backstage_; }

private:
    void apply(const RuleWish& wish, int depth);

    RulesBackstage& backstage_;
    RulesState state_;
    RulesScreen screen_;
    RuleWishes wishes_;
    std::vector<RulesOutcome> messages_;  ///< what is to be told; no tasks
};

}  // namespace huashu::desktop
