#include "commands/impact_command.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <ctime>
#include <thread>

#include "author/impact_task.hpp"
#include "author/impact_touch.hpp"
#include "check/gather.hpp"
#include "commands/author_side.hpp"
#include "json/json_writer.hpp"
#include "paths/paths.hpp"

namespace huashu::app {
namespace {

using ImpactClock = std::chrono::steady_clock;

std::atomic<bool> impact_cancelled{false};

// Ctrl-C asks the run to stop, for as long as this lives.
class CancelBySignal {
public:
    CancelBySignal() {
        impact_cancelled = false;
        before_ = std::signal(SIGINT, [](int) { impact_cancelled = true; });
    }
    ~CancelBySignal() { std::signal(SIGINT, before_ == SIG_ERR ? SIG_DFL : before_); }
    CancelBySignal(const CancelBySignal&) = delete;
    CancelBySignal& operator=(const CancelBySignal&) = delete;

private:
    void (*before_)(int) = SIG_DFL;
};

// The library under the drafts: their pack judges it, their scenarios take the places of those of the same id.
Result<Content> load_draft(const ImpactOptions& options, const ContentFolders& folders) {
    const Gathered gathered = gather(options.drafts);
    if (has_errors(gathered.problems)) return tl::unexpected(Error{Error::Cause::content, gathered.problems});
    if (gathered.packs.size() > 1)
        return wrong_usage("one-pack", "the drafts hold more than one pack", "name one at a time");
    ContentFolders draft_folders = folders;
    draft_folders.personas = library_personas(folders);
    ImpactDraft draft;
    if (!gathered.packs.empty()) draft.pack = gathered.packs.begin()->first;
    draft.scenarios.assign(gathered.scenarios.begin(), gathered.scenarios.end());
    return load_with_drafts(std::move(draft_folders), draft);
}

std::string date_of(std::int64_t at_ms) {
    const std::time_t at = static_cast<std::time_t>(at_ms / 1000);
    std::tm local{};
    localtime_r(&at, &local);
    char text[32];
    return std::string(text, std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &local));
}

std::string joined(const std::vector<std::string>& names, const char* sign) {
    std::string text;
    for (const std::string& name : names) text += std::string(text.empty() ? "" : " ") + sign + name;
    return text;
}

class ImpactPage {
public:
    ImpactPage(const Page& page, const std::vector<ImpactJob>& jobs, const ImpactReport& report)
        : page_(page), words_(page.words), jobs_(jobs), report_(report) {}

    [[nodiscard]] std::string text(double seconds) const {
        std::string out;
        for (const ImpactCase& each : report_.cases) out += case_text(each);
        if (!report_.rules.empty()) out += "\n" + rules_text();
        out += words_("cli.author.impact.summary", {{"plays", std::to_string(report_.jobs)},
                                                    {"all", std::to_string(jobs_.size())},
                                                    {"changed", std::to_string(report_.cases.size())},
                                                    {"reasons", std::to_string(report_.reasons_only)},
                                                    {"unplayable", std::to_string(report_.unplayable)}}) +
               "\n";
        if (report_.untouched > 0)
            out += words_("cli.author.impact.untouched", {{"untouched", std::to_string(report_.untouched)}}) + "\n";
        out += words_("cli.author.impact.passes", {{"now_pass", std::to_string(report_.now_pass)},
                                                   {"now_fail", std::to_string(report_.now_fail)}}) +
               "\n";
        const double speed = seconds > 0 ? static_cast<double>(report_.turns) / seconds : 0;
        return out +
               words_("cli.author.impact.speed",
                      {{"turns", std::to_string(report_.turns)}, {"speed", std::to_string(static_cast<long>(speed))}}) +
               "\n";
    }

    [[nodiscard]] std::string json() const {
        std::string out;
        JsonWriter json(out);
        json.begin_object();
        json.member("plays", report_.jobs);
        json.member("turns", report_.turns);
        json.member("cancelled", report_.cancelled);
        json.member("reasons_only", report_.reasons_only);
        json.member("unplayable", report_.unplayable);
        json.member("untouched", report_.untouched);
        json.member("now_pass", report_.now_pass);
        json.member("now_fail", report_.now_fail);
        json.key("rules");
        json.begin_object();
        for (const auto& [rule, count] : report_.rules) json.member(rule, count);
        json.end_object();
        json.key("cases");
        json.begin_array();
        for (const ImpactCase& each : report_.cases) write_case(json, each);
        json.end_array();
        json.end_object();
        return out + "\n";
    }

private:
    [[nodiscard]] std::string who(const ImpactJob& job) const {
        if (job.is_golden) return words_("cli.author.impact.golden", {{"play", job.id}});
        return words_("cli.author.impact.attempt",
                      {{"person", job.person.empty() ? words_("cli.author.impact.nobody") : job.person},
                       {"at", date_of(job.at_ms)}});
    }

    [[nodiscard]] std::string side_text(const std::optional<ImpactSide>& side) const {
        if (!side) return words_("cli.author.impact.unplayable");
        return words_("cli.author.diff.outcome",
                      {{"score", std::to_string(side->score)}, {"ending", side->ending.empty() ? "…" : side->ending}});
    }

    [[nodiscard]] std::string case_text(const ImpactCase& each) const {
        const ImpactJob& job = jobs_[each.job];
        std::string text = printable(job.session.scenario_id + "  " + who(job)) + ": " + side_text(each.before) +
                           " → " + side_text(each.after);
        if (each.before && each.after && each.before->passes != each.after->passes)
            text += "  " + (each.after->passes ? page_.style.good(words_("cli.author.impact.now_passes"))
                                               : page_.style.bad(words_("cli.author.impact.now_fails")));
        text += "\n";
        if (!each.before || !each.after) text += "    " + printable(each.why) + "\n";
        for (const ImpactTurn& turn : each.turns)
            text += "    " +
                    words_("cli.author.impact.turn", {{"turn", std::to_string(turn.turn)},
                                                      {"before", std::to_string(turn.before)},
                                                      {"after", std::to_string(turn.after)}}) +
                    "  " + joined(turn.fresh, "+") + (turn.fresh.empty() ? "" : " ") + joined(turn.gone, "−") + "\n";
        return text;
    }

    [[nodiscard]] std::string rules_text() const {
        std::vector<std::vector<std::string>> rows{
            {words_("cli.author.impact.rule"), words_("cli.author.impact.turns")}};
        for (const auto& [rule, count] : report_.rules) rows.push_back({rule, std::to_string(count)});
        return page_.table(rows) + "\n";
    }

    static void write_side(JsonWriter& json, std::string_view key, const std::optional<ImpactSide>& side) {
        if (!side) return;
        json.key(key);
        json.begin_object();
        json.member("score", side->score);
        json.member("ending", side->ending);
        json.member("passes", side->passes);
        json.end_object();
    }

    static void write_names(JsonWriter& json, std::string_view key, const std::vector<std::string>& names) {
        json.key(key);
        json.begin_array();
        for (const std::string& name : names) json.value(name);
        json.end_array();
    }

    void write_case(JsonWriter& json, const ImpactCase& each) const {
        const ImpactJob& job = jobs_[each.job];
        json.begin_object();
        json.member("scenario", job.session.scenario_id);
        json.member(job.is_golden ? "play" : "attempt", job.id);
        if (!job.is_golden) json.member("person", job.person);
        write_side(json, "before", each.before);
        write_side(json, "after", each.after);
        if (!each.before || !each.after) json.member("why", each.why);
        json.key("turns");
        json.begin_array();
        for (const ImpactTurn& turn : each.turns) {
            json.begin_object();
            json.member("turn", turn.turn);
            json.member("before", turn.before);
            json.member("after", turn.after);
            write_names(json, "new", turn.fresh);
            write_names(json, "gone", turn.gone);
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }

    const Page& page_;
    const Words& words_;
    const std::vector<ImpactJob>& jobs_;
    const ImpactReport& report_;
};

Result<std::vector<ImpactJob>> all_jobs(const Content& current, const Content& draft, const GlobalOptions& globals,
                                        Io& io) {
    std::vector<ImpactJob> jobs = golden_jobs(current);
    const auto data = find_data(globals.data, io.surroundings);
    if (!data) return tl::unexpected(data.error());
    std::vector<std::string> ids;
    for (const auto* content : {&current, &draft})
        for (const scenarios::Scenario& scenario : content->scenarios) ids.push_back(scenario.card().id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    auto attempts = attempt_jobs(*data, ids);
    if (!attempts) return tl::unexpected(attempts.error());
    jobs.insert(jobs.end(), std::make_move_iterator(attempts->begin()), std::make_move_iterator(attempts->end()));
    return jobs;
}

}  // namespace

CommandResult impact_command(const ImpactOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    const auto current = load_content(setting->folders);
    if (!current) return tl::unexpected(current.error());
    const auto draft = load_draft(options, setting->folders);
    if (!draft) return tl::unexpected(draft.error());
    report_briefly(io, draft->problems, options.drafts.front());
    const auto jobs = all_jobs(*current, *draft, globals, io);
    if (!jobs) return tl::unexpected(jobs.error());
    const CancelBySignal cancel;
    const auto begun = ImpactClock::now();
    const auto touch = ImpactTouch::between(*current, *draft, pack_folder(setting->share));
    auto told = begun;
    const ImpactRun run{
        options.threads > 0 ? options.threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency())),
        &impact_cancelled,
        [&](std::size_t done) {
            if (ImpactClock::now() - told < std::chrono::milliseconds(500)) return;
            told = ImpactClock::now();
            io.err(setting->page.words("cli.author.impact.progress",
                                       {{"done", std::to_string(done)}, {"all", std::to_string(jobs->size())}}) +
                   "\n");
        },
        touch ? &*touch : nullptr};
    const ImpactReport report = measure_impact(*jobs, *current, *draft, run);
    const double seconds = std::chrono::duration<double>(ImpactClock::now() - begun).count();
    const ImpactPage page(setting->page, *jobs, report);
    if (auto printed = print(io, options.format == Format::json ? page.json() : page.text(seconds)); !printed)
        return tl::unexpected(printed.error());
    if (report.cancelled) io.err(setting->page.words("cli.author.impact.cancelled") + "\n");
    return report.cancelled ? status_system : status_fine;
}

}  // namespace huashu::app
