#include "desktop/editor/author_room.hpp"

namespace huashu::desktop {
namespace {

// Tasks bring wishes, which may bring tasks: a longer chain is a fault in update_author().
constexpr int longest_author_chain = 8;

}  // namespace

void AuthorRoom::enter() {
    if (!state_.desk) wish(wish::OpenShelf{});
}

void AuthorRoom::keep_words() { wish(wish::Recover{}); }

void AuthorRoom::draw(Ui& ui, Box box, const Speech& speech) {
    author_screen_ui(ui, box, state_, speech, screen_, wishes_);
}

bool AuthorRoom::carry_out() {
    const unsigned revision = state_.revision;
    const unsigned view = state_.desk ? state_.desk->view : 0;
    const AuthorWishes wishes = std::exchange(wishes_, {});
    for (const AuthorWish& each : wishes) apply(each, 0);
    return revision != state_.revision || (state_.desk && view != state_.desk->view) || !messages_.empty();
}

void AuthorRoom::wish(const AuthorWish& wish) { apply(wish, 0); }

void AuthorRoom::apply(const AuthorWish& wish, int depth) {
    if (depth > longest_author_chain) return;
    AuthorOutcome outcome = update_author(state_, wish);
    if (!outcome.message.empty()) messages_.push_back({outcome.message});
    for (const Diagnostic& failure : outcome.failures) messages_.push_back({{}, failure});
    for (const AuthorTask& task : outcome.tasks)
        for (const AuthorWish& back : backstage_.perform(task)) apply(back, depth + 1);
}

}  // namespace huashu::desktop
