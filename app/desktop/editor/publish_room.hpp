// The sheet of publishing with its own round of wish, update and task: it lies over the desk of a scenario or a pack.
#pragma once

#include <utility>
#include <vector>

#include "desktop/editor/form_keep.hpp"
#include "desktop/editor/publish_backstage.hpp"
#include "desktop/editor/publish_view.hpp"

namespace huashu::desktop {

/// What the sheet keeps for itself.
struct PublishScreen {
    EditorState note{EditBuffer(false, 200)};
    KeptView<PublishView> view;
    double polled_s = 0;
};

void publish_sheet_ui(Ui& ui, Box all, const PublishState& state, const Speech& speech, PublishScreen& own,
                      PublishWishes& out);

class PublishRoom {
public:
    /// The backstage must outlive the room.
    explicit PublishRoom(PublishBackstage& backstage) : backstage_(backstage) {}

    [[nodiscard]] bool open() const { return state_.item.has_value(); }
    void draw(Ui& ui, Box box, const Speech& speech) { publish_sheet_ui(ui, box, state_, speech, screen_, wishes_); }
    bool carry_out();
    void wish(const PublishWish& wish) { apply(wish, 0); }
    [[nodiscard]] std::vector<PublishOutcome> take_messages() { return std::exchange(messages_, {}); }
    [[nodiscard]] const PublishState& state() const { return state_; }

private:
    void apply(const PublishWish& wish, int depth);

    PublishBackstage& backstage_;
    PublishState state_;
    PublishScreen screen_;
    PublishWishes wishes_;
    std::vector<PublishOutcome> messages_;  ///< what is to be told; no tasks
};

}  // namespace huashu::desktop
