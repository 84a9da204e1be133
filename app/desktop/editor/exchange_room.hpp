// The sheet of handing over with its own round of wish, update and task: it lies over the shelf.
#pragma once

#include <utility>
#include <vector>

#include "desktop/editor/exchange_backstage.hpp"
#include "desktop/editor/exchange_view.hpp"
#include "desktop/editor/form_keep.hpp"

namespace huashu::desktop {

/// What the sheet keeps for itself.
struct ExchangeScreen {
    EditorState search{EditBuffer(false, 80)}, title{EditBuffer(false, 120)}, name{EditBuffer(false, 300)},
        file{EditBuffer(false, 500)};
    std::string proposed;  ///< the name that was put into the field without anybody's typing
    KeptView<ExchangeView> view;
    double polled_s = 0;
};

void exchange_sheet_ui(Ui& ui, Box all, const ExchangeState& state, const Speech& speech, ExchangeScreen& own,
                       ExchangeWishes& out);

class ExchangeRoom {
public:
    /// The backstage must outlive the room.
    explicit ExchangeRoom(ExchangeBackstage& backstage) : backstage_(backstage) {}

    [[nodiscard]] bool open() const { return state_.open; }
    void draw(Ui& ui, Box box, const Speech& speech) { exchange_sheet_ui(ui, box, state_, speech, screen_, wishes_); }
    bool carry_out();
    void wish(const ExchangeWish& wish) { apply(wish, 0); }
    [[nodiscard]] std::vector<ExchangeOutcome> take_messages() { return std::exchange(messages_, {}); }
    [[nodiscard]] const ExchangeState& state() const { return state_; }

private:
    void apply(const ExchangeWish& wish, int depth);

    ExchangeBackstage& backstage_;
    ExchangeState state_;
    ExchangeScreen screen_;
    ExchangeWishes wishes_;
    std::vector<ExchangeOutcome> messages_;  ///< what is to be told; no tasks
};

}  // namespace huashu::desktop
