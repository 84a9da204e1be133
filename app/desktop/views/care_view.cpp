#include "desktop/views/care_view.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "integrity/rescore_words.hpp"

namespace huashu::desktop {
namespace {

using CareKind = CareLine::Kind;

constexpr std::size_t most_problem_lines = 20;

std::string number(std::int64_t n) { return std::to_string(n); }

std::string_view name_of_job(CareJob job) {
    constexpr std::array<std::string_view, 13> names{
        "look",      "look",     "verify",      "rescore",     "back_up", "export_one", "export_one",
        "erase_one", "set_days", "count_older", "erase_older", "preview", "bring_in"};
    return names.at(static_cast<std::size_t>(job));
}

class CareWriter {
public:
    CareWriter(const State& state, const CareState& care, const Speech& speech)
        : state_(state), care_(care), speech_(speech) {}

    CareView write() {
        for (const char* key : {"what", "why", "where", "who"})
            out_.kept.push_back(word(std::string("desktop.care.kept.") + key));
        if (care_.holdings) holdings(*care_.holdings);
        if (care_.mine) mine(*care_.mine);
        running();
        verified();
        rescored();
        backup();
        retention();
        site();
        asked();
        return std::move(out_);
    }

private:
    using Values = std::initializer_list<app::Words::Value>;
    [[nodiscard]] std::string word(std::string_view key, Values values = {}) const {
        return speech_.words(key, values);
    }
    [[nodiscard]] std::string name_or_sign(const std::string& id, const std::string& name) const {
        if (!name.empty()) return name;
        return id.empty() ? word("desktop.care.first") : word("desktop.care.nameless", {{"id", id.substr(0, 8)}});
    }
    [[nodiscard]] std::string day(std::int64_t ms) const { return time_for_people(speech_, ms); }
    // In the reader's language where the code is one of the usual ones.
    [[nodiscard]] std::string trouble(const Diagnostic& d) const {
        const std::string known = speech_.words.name("desktop.error.", d.code);
        if (known == d.code) return d.text + (d.remedy.empty() ? "" : ": " + d.remedy);
        const std::string remedy = speech_.words.name("desktop.remedy.", d.code);
        return remedy == d.code ? known : known + remedy;
    }

    void holdings(const app::Holdings& h) {
        std::int64_t attempts = 0, replies = 0, documents = 0, bytes = 0, first = 0;
        for (const app::Holding& p : h.people) {
            attempts += p.attempts;
            replies += p.replies;
            documents += p.documents;
            bytes += p.bytes;
            if (p.first_ms > 0) first = first == 0 ? p.first_ms : std::min(first, p.first_ms);
            person(p);
        }
        const auto figure = [&](std::string value, std::string_view key, Values values = {}) {
            out_.figures.push_back({std::move(value), word(key, values)});
        };
        figure(number(static_cast<std::int64_t>(h.people.size())), "desktop.care.figure.people");
        figure(number(attempts), "desktop.care.figure.attempts", {{"replies", number(replies)}});
        figure(number(documents), "desktop.care.figure.documents");
        figure(size_in_words(bytes), "desktop.care.figure.size");
        if (first > 0) figure(day(first), "desktop.care.figure.since");
        for (const app::RescueNote& r : h.rescued)
            out_.rescued.push_back({r.lost > 0 ? CareKind::bad : CareKind::good,
                                    word(r.lost > 0 ? "desktop.care.rescued_part" : "desktop.care.rescued",
                                         {{"when", day(r.at_ms)},
                                          {"attempts", number(r.attempts)},
                                          {"turns", number(r.turns)},
                                          {"lost", number(r.lost)}})});
        if (h.damaged_files > 0)
            out_.rescued.push_back(
                {CareKind::plain, word("desktop.care.damaged", {{"count", number(h.damaged_files)},
                                                                {"size", size_in_words(h.damaged_bytes)}})});
    }

    void person(const app::Holding& p) {
        CarePerson row{p.person_id, name_or_sign(p.person_id, p.name), {}, !p.trouble.has_value()};
        row.line = p.trouble                ? trouble(*p.trouble)
                   : p.attempts == 0        ? word("desktop.care.person_empty", {{"documents", number(p.documents)}})
                   : p.erased == p.attempts ? word("desktop.care.person_erased", {{"count", number(p.erased)}})
                                            : word("desktop.care.person_line", {{"attempts", number(p.attempts)},
                                                                                {"documents", number(p.documents)},
                                                                                {"size", size_in_words(p.bytes)},
                                                                                {"last", day(p.last_ms)}});
        out_.people.push_back(std::move(row));
    }

    void mine(const app::Holding& m) {
        const auto line = [&](std::string text) { out_.mine.push_back({CareKind::plain, std::move(text)}); };
        line(word("desktop.kept.attempts", {{"attempts", number(m.attempts)}, {"replies", number(m.replies)}}));
        line(word("desktop.kept.documents", {{"documents", number(m.documents)}}));
        line(word("desktop.kept.size", {{"size", size_in_words(m.bytes)}}));
        if (m.first_ms > 0) line(word("desktop.kept.since", {{"first", day(m.first_ms)}, {"last", day(m.last_ms)}}));
    }

    void running() {
        if (!care_.running) return;
        const CareState::Running& r = *care_.running;
        out_.running = word("desktop.care.running." + std::string(name_of_job(r.order.job)));
        const CareJob job = r.order.job;
        out_.can_stop = !r.stopping && job != CareJob::erase_one && job != CareJob::erase_older &&
                        job != CareJob::bring_in_site && job != CareJob::set_days;
        if (r.total > 0) {
            out_.share = std::clamp(static_cast<float>(r.done) / static_cast<float>(r.total), 0.0f, 1.0f);
            out_.progress = number(static_cast<std::int64_t>(out_.share * 100)) + " %";
        }
    }

    void verified() {
        if (!care_.verified) return;
        std::int64_t attempts = 0, events = 0, documents = 0, untied = 0;
        std::size_t bad = 0;
        for (const app::VerifiedFile& f : *care_.verified) {
            attempts += f.found.attempts;
            events += f.found.events;
            documents += f.found.documents;
            untied += f.found.untied;
            bad += f.found.problems.size() + (f.trouble ? 1 : 0);
        }
        out_.verified.push_back({bad == 0 ? CareKind::good : CareKind::bad,
                                 word(bad == 0 ? "desktop.care.verified" : "desktop.care.verified_bad",
                                      {{"files", number(static_cast<std::int64_t>(care_.verified->size()))},
                                       {"attempts", number(attempts)},
                                       {"records", number(events + documents)},
                                       {"count", number(static_cast<std::int64_t>(bad))}})});
        for (const app::VerifiedFile& f : *care_.verified) problems_of(f);
        if (bad > most_problem_lines)
            out_.verified.push_back(
                {CareKind::plain, word("desktop.care.more_problems",
                                       {{"count", number(static_cast<std::int64_t>(bad - most_problem_lines))}})});
        if (untied > 0)
            out_.verified.push_back({CareKind::plain, word("desktop.care.untied", {{"count", number(untied)}})});
        if (bad > 0) out_.verified.push_back({CareKind::plain, word("desktop.care.what_now")});
        for (const app::VerifiedFile& f : *care_.verified)
            if (!f.trouble)
                out_.verified.push_back({CareKind::plain, word("desktop.care.head",
                                                               {{"name", name_or_sign(f.where.person_id, f.where.name)},
                                                                {"head", f.found.head}})});
    }

    void problems_of(const app::VerifiedFile& f) {
        const std::string who = name_or_sign(f.where.person_id, f.where.name);
        if (f.trouble) out_.verified.push_back({CareKind::bad, who + "：" + trouble(*f.trouble)});
        for (const app::ChainProblem& p : f.found.problems) {
            if (out_.verified.size() > most_problem_lines) return;
            std::string where = who;
            if (!p.scenario.empty()) where += "，" + p.scenario;
            if (!p.attempt.empty()) where += " " + p.attempt.substr(0, 8);
            if (p.turn > 0) where += "，" + word("cli.verify.turn", {{"turn", number(p.turn)}});
            out_.verified.push_back(
                {CareKind::bad, where + "：" + word("desktop.care.problem." + std::string(name_of(p.kind)))});
        }
    }

    void rescored() {
        if (!care_.rescored) return;
        using Verdict = app::Rescored::Verdict;
        const auto count = [&](Verdict v) {
            const auto found = care_.rescored->counts.find(v);
            return found == care_.rescored->counts.end() ? 0 : found->second;
        };
        const int gone =
            count(Verdict::scenario_gone) + count(Verdict::scenario_changed) + count(Verdict::rules_changed);
        const int differ = count(Verdict::differs);
        out_.rescored.push_back({differ == 0 ? CareKind::good : CareKind::bad,
                                 word("desktop.care.rescored", {{"same", number(count(Verdict::same))},
                                                                {"turns", number(care_.rescored->turns)},
                                                                {"differ", number(differ)}})});
        if (gone > 0)
            out_.rescored.push_back({CareKind::plain, word("desktop.care.rescored_gone", {{"count", number(gone)}})});
        for (const app::Rescored& one : care_.rescored->differing) {
            if (out_.rescored.size() > most_problem_lines) break;
            std::string what;
            for (const app::RescoreDifference& d : one.differences)
                if (what.size() < 80) what += (what.empty() ? "" : "；") + app::difference_in_words(d, speech_.words);
            out_.rescored.push_back({CareKind::bad, one.scenario + " " + one.id.substr(0, 8) + "：" + what});
        }
        for (const Diagnostic& d : care_.rescored->unreadable) out_.rescored.push_back({CareKind::bad, trouble(d)});
    }

    void backup() {
        if (!care_.holdings) return;
        const auto& last = care_.holdings->last_backup;
        if (!last) {
            out_.backup.push_back({CareKind::bad, word("desktop.care.no_backup")});
            return;
        }
        out_.backup.push_back(
            {last->problems == 0 ? CareKind::good : CareKind::bad,
             word("desktop.care.last_backup",
                  {{"when", day(last->at_ms)}, {"attempts", number(last->attempts)}, {"folder", last->folder}})});
        if (last->problems > 0)
            out_.backup.push_back(
                {CareKind::bad, word("desktop.care.backup_unsound", {{"count", number(last->problems)}})});
    }

    void retention() {
        if (!care_.holdings) return;
        const auto& days = care_.holdings->retention_days;
        out_.retention.push_back({CareKind::plain, days ? word("desktop.care.days", {{"days", number(*days)}})
                                                        : word("desktop.care.no_end")});
        if (!care_.older) return;
        const bool none = care_.older->attempts + care_.older->documents == 0;
        out_.can_erase_older = !none && !care_.older_gone;
        const char* key = care_.older_gone ? "desktop.care.older_gone"
                          : none           ? "desktop.care.older_none"
                                           : "desktop.care.older";
        out_.older.push_back({care_.older_gone || none ? CareKind::good : CareKind::bad,
                              word(key, {{"days", number(care_.older_days)},
                                         {"attempts", number(care_.older->attempts)},
                                         {"documents", number(care_.older->documents)}})});
        for (const app::Expired::Of& p : care_.older->people)
            out_.older.push_back(
                {CareKind::plain, word("desktop.care.older_of", {{"name", name_or_sign(p.person_id, p.name)},
                                                                 {"attempts", number(p.attempts)},
                                                                 {"documents", number(p.documents)}})});
    }

    void site() {
        for (const app::BroughtIn& b : care_.site) {
            const bool refused = b.how == app::BroughtIn::How::refused;
            const bool takes = b.how == app::BroughtIn::How::added || b.how == app::BroughtIn::How::renewed;
            out_.can_take_site = out_.can_take_site || (takes && !care_.site_taken);
            std::string text =
                word((care_.site_taken ? "desktop.care.site_was." : "desktop.care.site.") + std::string(name_of(b.how)),
                     {{"name", b.name.empty() ? word("desktop.care.first") : b.name},
                      {"attempts", number(b.attempts)},
                      {"documents", number(b.documents)}});
            if (refused)
                text +=
                    word("desktop.care.site_why." + number(static_cast<std::int64_t>(b.because)), {{"whose", b.whose}});
            out_.site.push_back({refused ? CareKind::bad : takes ? CareKind::good : CareKind::plain, std::move(text)});
        }
    }

    void asked() {
        for (const CarePerson& p : out_.people)
            if (p.id == care_.about) {
                out_.asked_name = p.name;
                out_.asked_line = p.line;
            }
        if (state_.page != Page::kept) return;
        for (const app::Person& p : state_.people.all)
            if (p.id == state_.people.current) out_.asked_name = name_or_sign(p.id, p.name);
    }

    const State& state_;
    const CareState& care_;
    const Speech& speech_;
    CareView out_;
};

}  // namespace

std::string size_in_words(std::int64_t bytes) {
    constexpr std::array<const char*, 4> units{"B", "KB", "MB", "GB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (size >= 1000 && unit + 1 < units.size()) size /= 1000, ++unit;
    char text[32];
    std::snprintf(text, sizeof text, unit == 0 || size >= 100 ? "%.0f %s" : "%.1f %s", size, units.at(unit));
    return text;
}

CareView make_care_view(const State& state, const CareState& care, const Speech& speech) {
    return CareWriter(state, care, speech).write();
}

}  // namespace huashu::desktop
