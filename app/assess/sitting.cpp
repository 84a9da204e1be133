#include "assess/sitting.hpp"

#include <algorithm>

namespace huashu::assess {
namespace {

constexpr std::int64_t minute_ms = 60'000;

Diagnostic sitting_problem(const char* code, std::string text, const char* remedy = "") {
    return {.code = code, .text = std::move(text), .remedy = remedy, .place = {}, .excerpt = {}};
}
tl::unexpected<Error> refused(const char* code, std::string text, const char* remedy = "") {
    return fail(Error::Cause::usage, sitting_problem(code, std::move(text), remedy));
}

// What happens to a running sitting. Time has been counted already.
struct Happening {
    Sitting& s;
    std::int64_t now_ms;

    Result<void> operator()(const event::Begun&) const { return refused("sitting-begun", "the sitting has begun"); }
    Result<void> operator()(const event::Opened& e) const {
        if (s.open_item()) return refused("item-open", "another scenario is still open", "finish it first");
        if (s.next_item() != e.item)
            return refused("item-out-of-order", "scenarios are played in their order, each once");
        s.items[static_cast<std::size_t>(e.item)].phase = ItemState::Phase::open;
        s.items[static_cast<std::size_t>(e.item)].opened_spent_ms = s.spent_ms;
        return {};
    }
    Result<void> operator()(const event::Answered& e) const {
        if (s.open_item() != e.item) return refused("item-not-open", "this scenario is not open");
        ItemState& item = s.items[static_cast<std::size_t>(e.item)];
        if (e.turn != static_cast<int>(item.said.size()))
            return refused("turn-out-of-order", "there are " + std::to_string(item.said.size()) + " replies already");
        if (!allows(s.begun.items[static_cast<std::size_t>(e.item)].replies, e.input.kind))
            return refused("reply-not-allowed",
                           "in this scenario replies are " +
                               std::string(name_of(s.begun.items[static_cast<std::size_t>(e.item)].replies)));
        if (left_for_item_ms(s, now_ms) == 0)
            return refused("out-of-time", "the time for this scenario is over", "what was said before counts");
        item.said.push_back(e);
        return {};
    }
    Result<void> operator()(const event::FocusLost&) const {
        if (s.is_away) return refused("already-away", "the window has lost the focus already");
        s.is_away = true;
        ++s.focus_losses;
        return {};
    }
    Result<void> operator()(const event::FocusBack&) const {
        if (!s.is_away) return refused("not-away", "the window had the focus");
        s.is_away = false;
        return {};
    }
    Result<void> operator()(const event::Resumed&) const {
        s.is_away = false;
        ++s.resumes;
        return {};
    }
    Result<void> operator()(const event::Closed& e) const {
        if (s.open_item() != e.item) return refused("item-not-open", "this scenario is not open");
        ItemState& item = s.items[static_cast<std::size_t>(e.item)];
        item.phase = ItemState::Phase::closed;
        item.why = e.why;
        return {};
    }
    Result<void> operator()(const event::Sealed& e) const {
        if (s.open_item()) return refused("item-open", "a scenario is still open");
        if (s.next_item() && left_ms(s, now_ms) > 0)
            return refused("sitting-not-over", "there are scenarios to play, and time");
        if (e.result.items.size() != s.items.size())
            return refused("result-incomplete", "the result has not one entry for each scenario");
        s.phase = Sitting::Phase::sealed;
        s.result = e.result;
        return {};
    }
    Result<void> operator()(const event::Recorded& e) const {
        if (s.open_item() != e.item) return refused("item-not-open", "this scenario is not open");
        if (s.begun.marking.record_percent == 0)
            return refused("no-record-wanted", "no complaint record counts in this sitting");
        ItemState& item = s.items[static_cast<std::size_t>(e.item)];
        if (item.record) return refused("record-filled", "the record of this scenario was handed in");
        if (left_for_item_ms(s, now_ms) == 0)
            return refused("out-of-time", "the time for this scenario is over", "what was said before counts");
        item.record = e.form;
        return {};
    }
    Result<void> operator()(const event::SetAside& e) const {
        s.phase = Sitting::Phase::set_aside;
        s.set_aside = e;
        return {};
    }
};

void begin_sitting(Sitting& s, const event::Begun& begun, std::int64_t at_ms) {
    s.phase = Sitting::Phase::running;
    s.begun = begun;
    s.items.assign(begun.items.size(), {});
    s.begun_ms = s.last_ms = at_ms;
}

// A clock that was set back stops nothing: time is counted on from there.
void count_time(Sitting& s, std::int64_t at_ms) {
    const std::int64_t step = at_ms - s.last_ms;
    if (step < 0)
        ++s.clock_set_back;
    else
        s.spent_ms += step;
    if (step > 0 && s.is_away) s.away_ms += step;
    s.last_ms = at_ms;
}

bool begins_character(std::string_view text, std::size_t i) {
    return i >= text.size() || (static_cast<unsigned char>(text[i]) & 0xC0u) != 0x80u;
}

// The longest piece that both have, as its place in `hay`, on whole characters; empty when it is shorter than half of
// `needle`. A table of lengths row by row: time grows with the product of the two, whatever they hold.
std::pair<std::size_t, std::size_t> greater_part(std::string_view hay, std::string_view needle) {
    if (const std::size_t at = hay.find(needle); at != std::string_view::npos) return {at, needle.size()};
    std::vector<std::uint32_t> above(needle.size() + 1, 0), row(needle.size() + 1, 0);
    std::size_t best = 0, end = 0;
    for (std::size_t i = 1; i <= hay.size(); ++i) {
        for (std::size_t k = 1; k <= needle.size(); ++k) {
            row[k] = hay[i - 1] == needle[k - 1] ? above[k - 1] + 1 : 0;
            if (row[k] <= best) continue;
            best = row[k];
            end = i;
        }
        std::swap(above, row);
    }
    std::size_t begin = end - best;
    while (begin < end && !begins_character(hay, begin)) ++begin;
    while (end > begin && !begins_character(hay, end)) --end;
    return 2 * (end - begin) >= needle.size() ? std::pair{begin, end - begin}
                                              : std::pair<std::size_t, std::size_t>{0, 0};
}

}  // namespace

std::optional<int> Sitting::open_item() const {
    for (std::size_t i = 0; i < items.size(); ++i)
        if (items[i].phase == ItemState::Phase::open) return static_cast<int>(i);
    return std::nullopt;
}

std::optional<int> Sitting::next_item() const {
    for (std::size_t i = 0; i < items.size(); ++i)
        if (items[i].phase == ItemState::Phase::ahead) return static_cast<int>(i);
    return std::nullopt;
}

int Sitting::closed_items() const {
    return static_cast<int>(
        std::count_if(items.begin(), items.end(), [](const auto& i) { return i.phase == ItemState::Phase::closed; }));
}

int Sitting::pasted_replies() const {
    int count = 0;
    for (const ItemState& item : items)
        for (const event::Answered& said : item.said) count += said.pasted.empty() ? 0 : 1;
    return count;
}

Result<void> apply(Sitting& sitting, const Event& event) {
    if (sitting.phase == Sitting::Phase::none) {
        const auto* begun = std::get_if<event::Begun>(&event.what);
        if (begun == nullptr) return refused("sitting-not-begun", "the sitting has not begun");
        begin_sitting(sitting, *begun, event.at_ms);
        sitting.events = 1;
        return {};
    }
    if (sitting.phase == Sitting::Phase::set_aside) return refused("sitting-over", "the sitting was set aside");
    const bool sets_aside = std::holds_alternative<event::SetAside>(event.what);
    if (sitting.phase == Sitting::Phase::sealed && !sets_aside)
        return refused("sitting-sealed", "the sitting is sealed", "nothing can be said in it any more");
    Sitting then = sitting;
    count_time(then, event.at_ms);
    if (auto ok = std::visit(Happening{then, event.at_ms}, event.what); !ok) return ok;
    ++then.events;
    sitting = std::move(then);
    return {};
}

std::int64_t spent_ms(const Sitting& s, std::int64_t now_ms) {
    if (s.phase != Sitting::Phase::running) return s.spent_ms;
    return s.spent_ms + std::max<std::int64_t>(0, now_ms - s.last_ms);
}

std::int64_t left_ms(const Sitting& s, std::int64_t now_ms) {
    return std::max<std::int64_t>(0, s.begun.minutes * minute_ms - spent_ms(s, now_ms));
}

std::int64_t left_for_item_ms(const Sitting& s, std::int64_t now_ms) {
    const std::int64_t whole = left_ms(s, now_ms);
    const std::optional<int> open = s.open_item();
    if (!open) return whole;
    const SetItem& item = s.begun.items[static_cast<std::size_t>(*open)];
    if (item.minutes == 0) return whole;
    const std::int64_t since = spent_ms(s, now_ms) - s.items[static_cast<std::size_t>(*open)].opened_spent_ms;
    return std::clamp<std::int64_t>(item.minutes * minute_ms - since, 0, whole);
}

bool allows(Replies replies, scenarios::Input::Kind kind) {
    if (kind == scenarios::Input::Kind::silence || replies == Replies::either) return true;
    return (kind == scenarios::Input::Kind::choice) == (replies == Replies::choice);
}

std::vector<scoring::ByteSpan> pasted_spans(const std::string& reply, const std::vector<std::string>& pasted) {
    std::vector<scoring::ByteSpan> out;
    for (const std::string& text : pasted) {
        if (text.empty()) continue;
        const auto [at, length] = greater_part(reply, text);
        if (length == 0) continue;
        out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)});
    }
    std::sort(out.begin(), out.end());
    std::vector<scoring::ByteSpan> joined;
    for (const scoring::ByteSpan& span : out) {
        if (!joined.empty() && span.begin <= joined.back().end)
            joined.back().end = std::max(joined.back().end, span.end);
        else
            joined.push_back(span);
    }
    return joined;
}

}  // namespace huashu::assess
