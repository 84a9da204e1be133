#include "assess/exam.hpp"

#include <algorithm>

#include "assess/archive.hpp"
#include "assess/record_lines.hpp"
#include "assess/sitting_json.hpp"
#include "scoring/text.hpp"
#include "words/utf8.hpp"

namespace huashu::assess {
namespace {

using scenarios::Input;
using scenarios::Session;

tl::unexpected<Error> no_exam(Error::Cause cause, const char* code, std::string text, const char* remedy) {
    return fail(cause, {.code = code, .text = std::move(text), .remedy = remedy, .place = {}, .excerpt = {}});
}

// What is judged, shown and kept is one and the same text.
Input repaired_input(const Input& input) {
    return scoring::is_valid_utf8(input.value) ? input : Input{input.kind, app::repair_utf8(input.value)};
}

Result<const scenarios::Scenario*> scenario_of(const SetItem& item, const app::Content& content) {
    const scenarios::Scenario* scenario = content.find(item.scenario_id);
    if (scenario == nullptr)
        return no_exam(Error::Cause::content, "no-such-scenario",
                       "the sitting was set with the scenario " + item.scenario_id + ", which is not there any more",
                       "bring the library of that time back, or have the sitting set aside");
    if (scenario->content_hash() != item.scenario_hash)
        return no_exam(Error::Cause::content, "scenario-changed",
                       "the scenario " + item.scenario_id + " has been changed since the sitting was set",
                       "bring the file of that time back, or have the sitting set aside");
    return scenario;
}

scenarios::SavedSession saved_talk(const Sitting& sitting, int index, const scenarios::Scenario& scenario) {
    const SetItem& item = sitting.begun.items[static_cast<std::size_t>(index)];
    scenarios::SavedSession saved;
    saved.scenario_id = item.scenario_id;
    saved.scenario_hash = scenario.content_hash();
    saved.packs_hash = sitting.begun.packs_hash;
    saved.seed = item.seed;
    for (const event::Answered& said : sitting.items[static_cast<std::size_t>(index)].said)
        saved.inputs.push_back(said.input);
    return saved;
}

Result<Session> talk_at(const Sitting& sitting, int index, const app::Content& content) {
    const auto scenario = scenario_of(sitting.begun.items[static_cast<std::size_t>(index)], content);
    if (!scenario) return tl::unexpected(scenario.error());
    return Session::restore(**scenario, *content.engine, saved_talk(sitting, index, **scenario));
}

bool is_over(const Sitting& s, std::int64_t now_ms) {
    return s.phase == Sitting::Phase::running && !s.open_item() && (!s.next_item() || left_ms(s, now_ms) == 0);
}

}  // namespace

Result<std::vector<Session>> replay(const Sitting& sitting, const app::Content& content) {
    std::vector<Session> out;
    for (std::size_t i = 0; i < sitting.items.size(); ++i) {
        if (sitting.items[i].phase == ItemState::Phase::ahead) break;
        auto talk = talk_at(sitting, static_cast<int>(i), content);
        if (!talk) return tl::unexpected(talk.error());
        out.push_back(std::move(*talk));
    }
    return out;
}

Result<SittingResult> rejudge(const Sitting& sitting, const app::Content& content) {
    std::vector<ItemResult> items;
    for (std::size_t i = 0; i < sitting.items.size(); ++i) {
        auto talk = talk_at(sitting, static_cast<int>(i), content);  // one never opened has missed everything
        if (!talk) return tl::unexpected(talk.error());
        ItemResult item = judge_item(*talk, sitting.begun.marking.fatal, sitting.begun.items[i].weight);
        count_record(item, *talk, sitting.items[i].record, sitting.begun.marking.record_percent, *content.engine);
        items.push_back(std::move(item));
    }
    return judge_sitting(std::move(items), sitting.begun.marking);
}

Result<Exam> Exam::begin(Room room, const event::Begun& begun) {
    auto running = running_sitting(*room.store);
    if (!running) return tl::unexpected(running.error());
    if (*running)
        return no_exam(Error::Cause::usage, "sitting-running", "a sitting has been begun and is not over",
                       "go on with it: one attempt at a time");
    Exam exam(std::move(room));
    if (auto kept = exam.keep({{exam.now_ms(), begun}}); !kept) return tl::unexpected(kept.error());
    return exam;
}

Result<Exam> Exam::go_on(Room room, const std::string& sitting_id) {
    auto filed = read_file(*room.store, sitting_id);
    if (!filed) return tl::unexpected(filed.error());
    if (filed->sitting.phase != Sitting::Phase::running)
        return no_exam(Error::Cause::usage, "sitting-over", "this sitting is over",
                       "nothing can be said in it any more");
    if (filed->sitting.begun.packs_hash != packs_hash_of(*room.content))
        return no_exam(Error::Cause::content, "rules-changed", "the rules have been changed since the sitting was set",
                       "bring the rule pack of that time back, or have the sitting set aside");
    Exam exam(std::move(room));
    exam.sitting_ = std::move(filed->sitting);
    if (const auto open = exam.sitting_.open_item())
        if (auto ok = exam.open_talk(*open); !ok) return tl::unexpected(ok.error());
    if (auto kept = exam.keep({{exam.now_ms(), event::Resumed{}}}); !kept) return tl::unexpected(kept.error());
    if (auto looked = exam.look_at_clock(); !looked) return tl::unexpected(looked.error());
    return exam;
}

Result<void> Exam::open_talk(int item) {
    auto talk = talk_at(sitting_, item, *room_.content);
    if (!talk) return tl::unexpected(talk.error());
    talk_.emplace(std::move(*talk));
    return {};
}

// Applied to a copy, kept, and only then true.
Result<void> Exam::keep(std::vector<Event> events) {
    Sitting then = sitting_;
    std::vector<Kept> documents;
    for (const Event& e : events) {
        if (auto ok = apply(then, e); !ok) return ok;
        documents.push_back({kind_of(e), then.begun.sitting_id, to_json(e), false});
    }
    if (auto kept = room_.store->keep(documents, sitting_.events); !kept) return kept;
    sitting_ = std::move(then);
    return {};
}

Result<SittingResult> Exam::judge(const Sitting& sitting) const { return rejudge(sitting, *room_.content); }

Result<void> Exam::open_next() {
    const std::optional<int> next = sitting_.next_item();
    if (!next)
        return no_exam(Error::Cause::usage, "no-scenario-left", "all scenarios of this sitting have been played", "");
    auto talk = talk_at(sitting_, *next, *room_.content);
    if (!talk) return tl::unexpected(talk.error());
    if (auto kept = keep({{now_ms(), event::Opened{*next}}}); !kept) return kept;
    talk_.emplace(std::move(*talk));
    return {};
}

Result<scenarios::Turn> Exam::answer(const Input& given, const std::vector<std::string>& pasted) {
    const std::optional<int> open = sitting_.open_item();
    if (!open || !talk_)
        return no_exam(Error::Cause::usage, "item-not-open", "no scenario is open", "open the next one");
    const Input input = repaired_input(given);
    const scenarios::SavedSession before = talk_->save();
    event::Answered said{*open, static_cast<int>(before.inputs.size()), input, {}};
    if (input.kind == Input::Kind::typed) said.pasted = pasted_spans(input.value, pasted);
    const std::int64_t now = now_ms();
    Sitting then = sitting_;  // refused before anything is judged: time is up, or it must be typed
    if (auto ok = apply(then, {now, said}); !ok) return tl::unexpected(ok.error());
    auto turn = talk_->answer(input);
    if (!turn) return turn;
    std::vector<Event> events{{now, said}};
    const bool ends = talk_->waits_for() == Session::Waits::nothing && !record_counts(*open);
    Result<void> closed;
    if (ends) closed = close_item(then, now, *open, event::Closed::Why::ended, events);
    if (closed) closed = keep(events);
    if (!closed) {
        auto back = Session::restore(talk_->scenario(), *room_.content->engine, before);
        if (back) talk_.emplace(std::move(*back));
        return tl::unexpected(closed.error());
    }
    if (ends) put_talk_away();
    return turn;
}

bool Exam::record_counts(int item) const {
    const ItemState& state = sitting_.items[static_cast<std::size_t>(item)];
    return sitting_.begun.marking.record_percent > 0 && !state.record && talk_ &&
           scenarios::has_record(talk_->scenario());
}

bool Exam::wants_record() const {
    const std::optional<int> open = sitting_.open_item();
    return sitting_.phase == Sitting::Phase::running && open && talk_ &&
           talk_->waits_for() == Session::Waits::nothing && record_counts(*open);
}

Result<void> Exam::fill_in(const scenarios::RecordForm& form) {
    if (!wants_record())
        return no_exam(Error::Cause::usage, "no-record-wanted", "no complaint record is asked for now", "");
    const int open = *sitting_.open_item();
    const std::int64_t now = now_ms();
    std::vector<Event> events{{now, event::Recorded{open, form}}};
    Sitting then = sitting_;
    if (auto ok = apply(then, events.back()); !ok) return ok;
    if (auto ok = close_item(then, now, open, event::Closed::Why::ended, events); !ok) return ok;
    if (auto kept = keep(std::move(events)); !kept) return kept;
    put_talk_away();
    return {};
}

Result<void> Exam::close_item(Sitting& then, std::int64_t now, int item, event::Closed::Why why,
                              std::vector<Event>& events) const {
    events.push_back({now, event::Closed{item, why}});
    if (auto ok = apply(then, events.back()); !ok) return ok;
    return seal_if_over(then, now, events);
}

Result<void> Exam::seal_if_over(Sitting& then, std::int64_t now, std::vector<Event>& events) const {
    if (!is_over(then, now)) return {};
    auto result = judge(then);
    if (!result) return tl::unexpected(result.error());
    events.push_back({now, event::Sealed{std::move(*result)}});
    return {};
}

void Exam::put_talk_away() {
    last_ = std::move(talk_);
    talk_.reset();
}

Result<void> Exam::set_away(bool is_away) {
    if (sitting_.phase != Sitting::Phase::running || sitting_.is_away == is_away) return {};
    return keep({is_away ? Event{now_ms(), event::FocusLost{}} : Event{now_ms(), event::FocusBack{}}});
}

Result<bool> Exam::look_at_clock() {
    if (sitting_.phase != Sitting::Phase::running) return false;
    const std::int64_t now = now_ms();
    const std::optional<int> open = sitting_.open_item();
    std::vector<Event> events;
    Sitting then = sitting_;
    const bool ended = talk_ && talk_->waits_for() == Session::Waits::nothing && !wants_record();
    Result<void> closed;
    if (open && (ended || left_for_item_ms(sitting_, now) == 0))
        closed =
            close_item(then, now, *open, ended ? event::Closed::Why::ended : event::Closed::Why::out_of_time, events);
    else
        closed = seal_if_over(then, now, events);
    if (!closed) return tl::unexpected(closed.error());
    if (events.empty()) return false;
    if (auto kept = keep(std::move(events)); !kept) return tl::unexpected(kept.error());
    if (open && !sitting_.open_item()) put_talk_away();
    return true;
}

}  // namespace huashu::assess
