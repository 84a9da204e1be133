#include "desktop/views/exams_view.hpp"

#include <algorithm>
#include <cstdio>

#include "desktop/views/home_view.hpp"

namespace huashu::desktop {
namespace {

constexpr std::int64_t day_in_ms = 24LL * 60 * 60 * 1000;

template <class T>
std::string joined(const std::vector<T>& items, const std::string& prefix, const Speech& speech) {
    std::string out;
    for (const T& item : items) {
        std::string id;
        if constexpr (std::is_same_v<T, std::string>)
            id = item;
        else
            id = name_of(item);
        out += (out.empty() ? "" : "／") + speech.words.name(prefix, id);
    }
    return out;
}

std::string what_of(const assess::DrawRule& rule, const Speech& speech) {
    std::string what = joined(rule.kinds, "name.kind.", speech);
    if (what.empty()) what = joined(rule.complaints, "name.complaint.", speech);
    if (what.empty()) what = speech.words("desktop.exam.any_kind");
    const std::string channels = joined(rule.channels, "name.channel.", speech);
    if (!channels.empty()) what += "　" + channels;
    return what + " × " + std::to_string(rule.count);
}

ExamPart make_part(const assess::DrawRule& rule, const Speech& speech) {
    const app::Words& words = speech.words;
    ExamPart out;
    out.what = what_of(rule, speech);
    out.level = rule.easiest == rule.hardest ? words("desktop.exam.level", {{"level", std::to_string(rule.easiest)}})
                                             : words("desktop.exam.levels", {{"least", std::to_string(rule.easiest)},
                                                                             {"most", std::to_string(rule.hardest)}});
    out.replies = words.name("desktop.exam.replies.", name_of(rule.replies));
    if (rule.minutes > 0) out.time = words("desktop.exam.minutes", {{"minutes", std::to_string(rule.minutes)}});
    if (rule.weight > 1) out.weight = words("desktop.exam.weight", {{"weight", std::to_string(rule.weight)}});
    out.icon = rule.complaints.size() == 1 ? icon_of(rule.complaints.front())
               : rule.channels.size() == 1 ? icon_of(rule.channels.front())
                                           : Icon::star;
    return out;
}

ExamStatus status_of(const ExamOffer& offer) {
    if (!offer.attempts.running.empty()) return ExamStatus::running;
    if (!offer.drawn) return ExamStatus::broken;
    if (!offer.attempts.next_ms) return ExamStatus::used_up;
    return *offer.attempts.next_ms > 0 ? ExamStatus::later : ExamStatus::ready;
}

std::string status_words_of(const ExamOffer& offer, std::int64_t now_ms, const Speech& speech) {
    const app::Words& words = speech.words;
    switch (status_of(offer)) {
        case ExamStatus::ready:
            return words("desktop.exam.status.ready",
                         {{"left", std::to_string(offer.blueprint.attempts - offer.attempts.used)}});
        case ExamStatus::running:
            return words("desktop.exam.status.running");
        case ExamStatus::later:
            return words("desktop.exam.status.later",
                         {{"days", std::to_string((*offer.attempts.next_ms - now_ms + day_in_ms - 1) / day_in_ms)}});
        case ExamStatus::used_up:
            return words("desktop.exam.status.used_up");
        case ExamStatus::broken:
            return words("desktop.exam.status.broken");
    }
    return {};
}

std::string facts_of(const assess::Blueprint& b, const Speech& speech) {
    return speech.words("desktop.exam.facts", {{"count", std::to_string(b.scenario_count())},
                                               {"minutes", std::to_string(b.minutes)},
                                               {"mark", std::to_string(b.marking.pass_mark)}});
}

std::vector<std::string> rules_of(int minutes, bool reply_clock, const assess::Marking& marking, const Speech& speech) {
    const app::Words& words = speech.words;
    std::vector<std::string> out{words("desktop.exam.rule.no_help"),
                                 words("desktop.exam.rule.time", {{"minutes", std::to_string(minutes)}}),
                                 words("desktop.exam.rule.watched")};
    if (reply_clock) out.push_back(words("desktop.exam.rule.reply_clock"));
    out.push_back(words("desktop.exam.rule.mark", {{"mark", std::to_string(marking.pass_mark)}}));
    if (marking.least_per_scenario > 0)
        out.push_back(words("desktop.exam.rule.least", {{"least", std::to_string(marking.least_per_scenario)}}));
    if (marking.record_percent > 0)
        out.push_back(words("desktop.exam.rule.record", {{"percent", std::to_string(marking.record_percent)}}));
    out.push_back(words("desktop.exam.rule.provisional"));
    return out;
}

void fill_selected(const ExamOffer& offer, std::int64_t now_ms, const Speech& speech, ExamsView& out) {
    const assess::Blueprint& b = offer.blueprint;
    out.selected = b.id;
    out.title = speech.content(b.title);
    out.about = speech.content(b.about);
    for (const assess::DrawRule& rule : b.draws) out.parts.push_back(make_part(rule, speech));
    out.rules = rules_of(b.minutes, b.reply_clock, b.marking, speech);
    if (b.attempts > 1)
        out.rules.push_back(speech.words("desktop.exam.rule.attempts", {{"attempts", std::to_string(b.attempts)},
                                                                        {"days", std::to_string(b.days_between)}}));
    out.fatal = fatal_words(b.marking.fatal, speech);
    out.status = status_of(offer);
    out.status_words = status_words_of(offer, now_ms, speech);
    for (const Diagnostic& d : offer.problems) out.problems.push_back(d.text);
}

}  // namespace

std::string clock_words(std::int64_t ms) {
    const long long seconds = (std::max<std::int64_t>(ms, 0) + 999) / 1000;
    char text[40];
    if (seconds >= 3600)
        std::snprintf(text, sizeof text, "%lld:%02lld:%02lld", seconds / 3600, seconds / 60 % 60, seconds % 60);
    else
        std::snprintf(text, sizeof text, "%lld:%02lld", seconds / 60, seconds % 60);
    return text;
}

std::string level_words(int centi) {
    char text[24];
    std::snprintf(text, sizeof text, "%d.%02d", centi / 100, centi % 100);
    return text;
}

std::vector<std::string> fatal_words(const assess::FatalRules& fatal, const Speech& speech) {
    std::vector<std::string> out{speech.words("desktop.exam.fatal.critical")};
    for (const scoring::Family family : fatal.families)
        out.push_back(speech.words.name("name.family.", name_of(family)));
    for (const scenarios::Rank rank : fatal.endings)
        out.push_back(
            speech.words("desktop.exam.fatal.ending", {{"rank", speech.words.name("name.rank.", name_of(rank))}}));
    out.insert(out.end(), fatal.rules.begin(), fatal.rules.end());
    return out;
}

MySitting make_my_sitting(const assess::Filed& filed, const Speech& speech) {
    const app::Words& words = speech.words;
    const assess::Sitting& s = filed.sitting;
    MySitting out;
    out.id = s.begun.sitting_id;
    out.title = speech.content(s.begun.blueprint_title);
    out.line = words("desktop.exam.sitting_line", {{"when", time_for_people(speech, s.begun_ms)},
                                                   {"form", std::string(1, static_cast<char>('A' + s.begun.form % 26))},
                                                   {"attempt", std::to_string(s.begun.attempt)}});
    if (s.phase == assess::Sitting::Phase::set_aside) {
        out.kind = MySitting::Kind::set_aside;
        out.state = words("desktop.exam.state.set_aside");
        return out;
    }
    const auto result = filed.result();
    if (!result) {
        out.state = words("desktop.exam.state.running");
        return out;
    }
    out.score = result->now;
    out.kind = result->passed ? MySitting::Kind::passed : MySitting::Kind::failed;
    out.provisional = result->provisional;
    const int open = filed.review.open_appeals();
    out.state = open > 0              ? words("desktop.exam.state.contested", {{"count", std::to_string(open)}})
                : result->provisional ? words("desktop.exam.state.provisional")
                                      : words("desktop.exam.state.confirmed");
    return out;
}

ExamsView make_exams_view(const State& state, const Speech& speech) {
    const ExamsState& exams = exams_of(state);
    ExamsView out;
    for (const ExamOffer& offer : exams.offers) {
        const bool selected = offer.blueprint.id == exams.selected;
        out.cards.push_back({offer.blueprint.id, speech.content(offer.blueprint.title),
                             facts_of(offer.blueprint, speech), status_of(offer),
                             status_words_of(offer, exams.now_ms, speech), selected});
        if (selected) fill_selected(offer, exams.now_ms, speech, out);
    }
    for (const assess::Filed& filed : exams.mine) {
        out.mine.push_back(make_my_sitting(filed, speech));
        if (filed.sitting.phase == assess::Sitting::Phase::running)
            out.running_title = speech.content(filed.sitting.begun.blueprint_title);
    }
    for (const Diagnostic& d : exams.problems) out.problems.push_back(to_text(d));
    return out;
}

LobbyView make_lobby_view(const RunningExam& running, const Speech& speech) {
    const app::Words& words = speech.words;
    const assess::Sitting& s = running.sitting;
    LobbyView out;
    out.title = speech.content(s.begun.blueprint_title);
    out.who = s.begun.person;
    out.clock = clock_words(running.left_ms);
    out.hurry = running.left_ms * 10 < s.begun.minutes * 60'000LL;
    if (!running.ended_title.empty())
        out.ended = words("desktop.exam.last_ended", {{"title", speech.content(running.ended_title)}});
    const std::optional<int> next = s.next_item();
    for (std::size_t i = 0; i < s.items.size(); ++i) {
        const assess::SetItem& item = s.begun.items[i];
        LobbyItem row;
        row.label = words("desktop.exam.item", {{"number", std::to_string(i + 1)}});
        row.replies = words.name("desktop.exam.replies.", name_of(item.replies));
        if (item.minutes > 0) row.time = words("desktop.exam.minutes", {{"minutes", std::to_string(item.minutes)}});
        if (s.items[i].phase == assess::ItemState::Phase::closed)
            row.kind =
                s.items[i].why == assess::event::Closed::Why::ended ? LobbyItem::Kind::done : LobbyItem::Kind::late;
        else if (next && *next == static_cast<int>(i))
            row.kind = LobbyItem::Kind::next;
        out.items.push_back(std::move(row));
    }
    out.done = s.closed_items();
    out.rules = rules_of(s.begun.minutes, s.begun.reply_clock, s.begun.marking, speech);
    out.go = words("desktop.exam.start_item", {{"number", std::to_string(next.value_or(0) + 1)}});
    return out;
}

}  // namespace huashu::desktop
