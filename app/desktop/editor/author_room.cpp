#include "desktop/editor/author_room.hpp"

namespace huashu::desktop {
namespace {

// Tasks bring wishes, which may bring tasks: a longer chain is a fault in update_author().
constexpr int longest_author_chain = 8;

}  // namespace

void AuthorRoom::enter() {
    if (!state_.desk && !rules_.open()) wish(wish::OpenShelf{});
}

// Whoever has nothing open is shown the shelf as it is then, on coming in.
void AuthorRoom::content_changed() {
    if (state_.desk) wish(wish::ContentChanged{});
}

void AuthorRoom::keep_words() {
    wish(wish::Recover{});
    rules_.wish(rule_wish::Recover{});
}

void AuthorRoom::draw(Ui& ui, Box box, const Speech& speech) {
    const int blocked = ui.blocked;
    if (publish_.open() || exchange_.open()) ui.blocked = 1;
    if (rules_.open())
        rules_.draw(ui, box, speech);
    else
        author_screen_ui(ui, box, state_, speech, screen_, wishes_);
    ui.blocked = blocked;
    if (publish_.open()) publish_.draw(ui, box, speech);
    if (exchange_.open()) exchange_.draw(ui, box, speech);
}

bool AuthorRoom::carry_out() {
    const unsigned revision = state_.revision;
    const unsigned view = state_.desk ? state_.desk->view : 0;
    const AuthorWishes wishes = std::exchange(wishes_, {});
    for (const AuthorWish& each : wishes) apply(each, 0);
    const bool others = carry_out_others();
    return others || revision != state_.revision || (state_.desk && view != state_.desk->view) || !messages_.empty();
}

bool AuthorRoom::carry_out_others() {
    const bool was_open = rules_.open();
    const bool rules = rules_.carry_out();
    if (was_open && !rules_.open()) wish(wish::OpenShelf{});
    const bool publish = publish_.carry_out();
    const bool exchange = exchange_.carry_out();
    for (const ExchangeOutcome& told : exchange_.take_messages()) {
        for (const Diagnostic& failure : told.failures) messages_.push_back({{}, failure, {}});
        if (told.imported) wish(wish::OpenShelf{});
    }
    for (const RulesOutcome& told : rules_.take_messages()) {
        if (!told.message.empty()) messages_.push_back({told.message, {}, told.text});
        for (const Diagnostic& failure : told.failures) messages_.push_back({{}, failure, {}});
        if (told.publish) publish_.wish(publish_wish::Open{*told.publish});
    }
    for (const PublishOutcome& told : publish_.take_messages()) {
        if (!told.message.empty()) messages_.push_back({told.message, {}, told.text});
        for (const Diagnostic& failure : told.failures) messages_.push_back({{}, failure, {}});
        if (told.published) wish(wish::Published{});
        if (told.restored && state_.desk) wish(wish::OpenDraft{state_.desk->file});
        if (told.restored && rules_.open()) rules_.wish(rule_wish::Open{rules_.state().desk->folder});
    }
    return rules || publish || exchange || was_open != rules_.open();
}

void AuthorRoom::take_example(const app::ReplyExample& reply) {
    rules_.wish(rule_wish::TakeExample{reply});
    if (rules_.open()) return;
    wish(wish::OpenShelf{});
    if (state_.packs.empty())
        rules_.wish(rule_wish::New{});
    else
        rules_.wish(rule_wish::Open{state_.packs.front().folder});
}

void AuthorRoom::wish(const AuthorWish& wish) { apply(wish, 0); }

void AuthorRoom::apply(const AuthorWish& wish, int depth) {
    if (depth > longest_author_chain) return;
    // The rules and publishing have rooms of their own.
    if (const auto* rules = std::get_if<wish::OpenRules>(&wish))
        return rules->folder.empty() ? rules_.wish(rule_wish::New{rules->title})
                                     : rules_.wish(rule_wish::Open{rules->folder});
    if (const auto* publish = std::get_if<wish::Publish>(&wish))
        return publish_.wish(publish_wish::Open{publish->item});
    if (const auto* exchange = std::get_if<wish::Exchange>(&wish))
        return exchange_.wish(exchange_wish::Open{exchange->take_in ? ExchangeSide::in : ExchangeSide::out});
    AuthorOutcome outcome = update_author(state_, wish);
    if (!outcome.message.empty()) messages_.push_back({outcome.message, {}, outcome.text});
    for (const Diagnostic& failure : outcome.failures) messages_.push_back({{}, failure, {}});
    for (const AuthorTask& task : outcome.tasks)
        for (const AuthorWish& back : backstage_.perform(task)) apply(back, depth + 1);
}

}  // namespace huashu::desktop
