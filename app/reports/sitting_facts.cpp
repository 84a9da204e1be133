#include "reports/sitting_facts.hpp"

#include <algorithm>
#include <array>

#include "assess/archive.hpp"
#include "assess/record_lines.hpp"
#include "assess/review_json.hpp"
#include "assess/sitting_json.hpp"
#include "reports/mask.hpp"
#include "reports/played_again.hpp"
#include "reports/xapi_ids.hpp"

namespace huashu::app {
namespace {

namespace event = assess::event;
using scoring::LedgerLine;

/// A sitting as it was, with the times that its value does not keep.
struct ReadSitting {
    assess::Sitting sitting;
    assess::Review review;
    std::vector<std::int64_t> opened_ms, closed_ms;
    std::int64_t sealed_ms = 0;

    void note_time(const assess::Event& e) {
        if (const auto* begun = std::get_if<event::Begun>(&e.what)) {
            opened_ms.assign(begun->items.size(), 0);
            closed_ms.assign(begun->items.size(), 0);
        } else if (const auto* opened = std::get_if<event::Opened>(&e.what)) {
            opened_ms.at(static_cast<std::size_t>(opened->item)) = e.at_ms;
        } else if (const auto* closed = std::get_if<event::Closed>(&e.what)) {
            closed_ms.at(static_cast<std::size_t>(closed->item)) = e.at_ms;
        } else if (std::holds_alternative<event::Sealed>(e.what)) {
            sealed_ms = e.at_ms;
        }
    }
};

Result<void> take_document(ReadSitting& read, const Document& document) {
    if (!document.kind.starts_with("sitting.")) {
        auto added = assess::review_event_from_json(document.kind, document.body);
        if (!added) return tl::unexpected(added.error());
        return assess::apply(read.review, read.sitting, *added);
    }
    auto happened = assess::event_from_json(document.kind, document.body);
    if (!happened) return tl::unexpected(happened.error());
    if (auto ok = assess::apply(read.sitting, *happened); !ok) return ok;
    read.note_time(*happened);
    return {};
}

bool squares_the_sum(const LedgerLine& line) {
    return line.kind == LedgerLine::Kind::floor || line.kind == LedgerLine::Kind::cap;
}

// What keeps the sum between nothing and the most that may be reached, as a line of its own.
void square_sum(std::vector<LedgerLine>& ledger, int most_centi) {
    int sum = 0;
    for (const LedgerLine& line : ledger) sum += line.centipoints;
    const int wanted = std::clamp(sum, 0, most_centi);
    if (wanted == sum) return;
    LedgerLine square;
    square.kind = wanted > sum ? LedgerLine::Kind::floor : LedgerLine::Kind::cap;
    square.centipoints = wanted - sum;
    square.turn = -1;
    ledger.push_back(std::move(square));
}

/// Puts one talk of a sealed sitting together.
class TalkOfSitting {
public:
    TalkOfSitting(const ReadSitting& read, const assess::ReviewedResult& result, const Person& person,
                  const Content& content)
        : read_(read), result_(result), person_(person), content_(content) {}

    [[nodiscard]] AttemptFacts at(std::size_t index) const {
        const event::Begun& begun = read_.sitting.begun;
        const assess::SetItem& set = begun.items[index];
        const assess::ItemResult& sealed = read_.sitting.result->items[index];
        AttemptFacts out;
        out.id = uuid_of_name("huashu-sitting/" + begun.sitting_id + "/" + std::to_string(index + 1));
        out.person_id = person_.id;
        out.person = person_.name;
        out.scenario_id = set.scenario_id;
        out.title = set.title;
        out.scenario_hash = set.scenario_hash;
        out.packs_hash = begun.packs_hash;
        out.difficulty = (set.difficulty_centi + 50) / 100;
        out.started_ms = read_.opened_ms[index];
        out.ended_ms = read_.closed_ms[index] != 0 ? read_.closed_ms[index] : read_.sealed_ms;
        out.ending = out.ending_title = sealed.ending;
        out.rank = sealed.rank;
        out.pass_mark = begun.marking.pass_mark;
        out.score = result_.items[index].now;
        out.has_critical = !result_.items[index].fatal.empty();
        out.dimensions = sealed.dimensions;
        out.sitting = SittingPart{begun.sitting_id,
                                  begun.blueprint_title,
                                  static_cast<int>(index),
                                  static_cast<int>(begun.items.size()),
                                  result_.items[index].machine,
                                  result_.provisional,
                                  read_.review.confirmed_ms,
                                  {}};
        put_ledger(index, sealed, out);
        put_turns(index, out);
        mask(out);
        return out;
    }

private:
    void put_ledger(std::size_t index, const assess::ItemResult& sealed, AttemptFacts& out) const {
        out.ledger = sealed.ledger;
        for (const assess::LineChange& change : read_.review.changes) {
            const auto line = static_cast<std::size_t>(change.at.line);
            if (change.at.item != static_cast<int>(index) || line >= out.ledger.size()) continue;
            out.ledger[line].centipoints = change.to_centi;
            std::erase_if(out.sitting->changes, [&](const ChangedLine& c) { return c.line == line; });
            out.sitting->changes.push_back(
                {line, sealed.ledger[line].centipoints, change.by, change.reason, change.at_ms, change.appeal >= 0});
        }
        if (out.sitting->changes.empty()) return;
        constexpr int whole_centi = 10'000;
        const auto is_critical = [](const assess::FatalReason& f) {
            return f.why == assess::FatalReason::Why::severity;
        };
        const auto& fatal = result_.items[index].fatal;
        const bool critical = std::any_of(fatal.begin(), fatal.end(), is_critical);
        if (sealed.record_percent > 0) {
            (void)assess::settle_shares(out.ledger, sealed, critical);
            return;
        }
        const int cap = critical ? assess::cap_of(sealed.ledger) : -1;
        // Lines that square the sum stand behind all others, so the places of the changed ones stay.
        std::erase_if(out.ledger, squares_the_sum);
        square_sum(out.ledger, cap < 0 ? whole_centi : cap);
    }

    void put_turns(std::size_t index, AttemptFacts& out) const {
        const event::Begun& begun = read_.sitting.begun;
        const scenarios::Scenario* scenario = content_.find(out.scenario_id);
        scenarios::SavedSession saved;
        saved.seed = begun.items[index].seed;
        for (const event::Answered& said : read_.sitting.items[index].said) saved.inputs.push_back(said.input);
        if (scenario != nullptr) {
            out.kind = scenario->card().kind;
            if (scenario->content_hash() == out.scenario_hash && assess::packs_hash_of(content_) == out.packs_hash) {
                if (const auto session = play_again(*scenario, *content_.engine, saved, out)) {
                    if (session->ending()) out.ending_title = session->ending()->title;
                    return;
                }
            }
        }
        out.basis = AttemptFacts::Basis::not_played;
        for (const scenarios::Input& input : saved.inputs) {
            TurnFacts turn;
            turn.kind = input.kind;
            (input.kind == scenarios::Input::Kind::choice ? turn.choice : turn.reply) = input.value;
            out.turns.push_back(std::move(turn));
        }
    }

    const ReadSitting& read_;
    const assess::ReviewedResult& result_;
    const Person& person_;
    const Content& content_;
};

SittingFacts::State state_of_sitting(const ReadSitting& read) {
    using State = SittingFacts::State;
    if (read.sitting.set_aside) return State::set_aside;
    if (!read.sitting.result) return State::running;
    if (read.review.open_appeals() > 0) return State::contested;
    return read.review.confirmed ? State::confirmed : State::provisional;
}

SittingFacts sitting_head_of(const ReadSitting& read, const Person& person) {
    const assess::Sitting& s = read.sitting;
    SittingFacts out;
    out.id = s.begun.sitting_id;
    out.person_id = person.id;
    out.person = person.name.empty() ? s.begun.person : person.name;
    out.blueprint_id = s.begun.blueprint_id;
    out.blueprint = s.begun.blueprint_title;
    out.form = s.begun.form;
    out.attempt = s.begun.attempt;
    out.minutes = s.begun.minutes;
    out.begun_ms = s.begun_ms;
    out.ended_ms = read.sealed_ms != 0 ? read.sealed_ms : s.last_ms;
    out.spent_ms = s.spent_ms;
    out.state = state_of_sitting(read);
    out.pass_mark = s.begun.marking.pass_mark;
    out.least_per_scenario = s.begun.marking.least_per_scenario;
    out.focus_losses = s.focus_losses;
    out.away_ms = s.away_ms;
    out.resumes = s.resumes;
    out.clock_set_back = s.clock_set_back;
    out.pasted_replies = s.pasted_replies();
    out.blueprint_hash = s.begun.blueprint_hash;
    out.packs_hash = s.begun.packs_hash;
    out.program = s.begun.program;
    if (s.set_aside) {
        out.set_aside_by = s.set_aside->by;
        out.set_aside_why = s.set_aside->reason;
    }
    return out;
}

void put_review(const ReadSitting& read, const assess::ReviewedResult& result, SittingFacts& out) {
    out.machine = result.machine;
    out.score = result.now;
    out.machine_passed = result.machine_passed;
    out.passed = result.passed;
    out.fatal = result.fatal;
    out.result_hash = read.sitting.result->hash;
    if (read.review.confirmed) {
        out.confirmed_by = read.review.confirmed->by;
        out.note = read.review.confirmed->note;
        out.confirmed_ms = read.review.confirmed_ms;
    }
    for (const assess::Appeal& a : read.review.appeals) {
        AppealFacts appeal{a.at.item, a.at.line, a.by, a.reason, a.decided.has_value(), false, {}, {}};
        if (a.decided) {
            appeal.upheld = a.decided->upheld;
            appeal.decided_by = a.decided->by;
            appeal.decision = a.decided->reason;
        }
        out.appeals.push_back(std::move(appeal));
    }
}

SittingTalkFacts line_of_talk(const ReadSitting& read, const assess::ReviewedResult& result, std::size_t index) {
    const assess::SetItem& set = read.sitting.begun.items[index];
    const assess::ItemState& item = read.sitting.items[index];
    SittingTalkFacts out;
    out.scenario_id = set.scenario_id;
    out.title = set.title;
    out.weight = set.weight;
    out.minutes = set.minutes;
    out.machine = result.items[index].machine;
    out.score = result.items[index].now;
    out.finished = read.sitting.result->items[index].finished;
    out.out_of_time = item.phase == assess::ItemState::Phase::closed && item.why == event::Closed::Why::out_of_time;
    for (const assess::FatalReason& f : result.items[index].fatal) out.fatal.push_back(f.what);
    return out;
}

}  // namespace

std::string_view name_of(SittingFacts::State value) {
    constexpr std::array<std::string_view, 5> names{"running", "set_aside", "provisional", "contested", "confirmed"};
    return names[static_cast<std::size_t>(value)];
}

Result<SittingWithTalks> facts_of_sitting(const std::vector<Document>& documents, const Person& person,
                                          const Content& content) {
    ReadSitting read;
    for (const Document& document : documents)
        if (auto ok = take_document(read, document); !ok) return tl::unexpected(ok.error());
    SittingWithTalks out{sitting_head_of(read, person), {}, {}};
    for (std::size_t i = 0; i < read.opened_ms.size(); ++i)
        if (read.opened_ms[i] != 0) out.seen.emplace_back(read.sitting.begun.items[i].scenario_id, read.opened_ms[i]);
    if (!read.sitting.result) return out;
    const assess::ReviewedResult result =
        assess::reviewed(*read.sitting.result, read.sitting.begun.marking, read.review);
    put_review(read, result, out.sitting);
    const TalkOfSitting talks(read, result, person, content);
    for (std::size_t i = 0; i < read.sitting.items.size(); ++i) {
        out.sitting.talks.push_back(line_of_talk(read, result, i));
        if (read.opened_ms[i] == 0 || !out.sitting.sealed()) continue;
        out.talks.push_back(talks.at(i));
        out.sitting.talks.back().attempt = out.talks.back().id;
    }
    return out;
}

}  // namespace huashu::app
