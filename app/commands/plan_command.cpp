#include "commands/plan_command.hpp"

#include <algorithm>

#include "analysis/plan.hpp"
#include "commands/secret_input.hpp"
#include "commands/setting.hpp"
#include "integrity/person.hpp"
#include "json/json_writer.hpp"
#include "paths/paths.hpp"
#include "records/uuid.hpp"
#include "reports/gather.hpp"
#include "reports/paper_writer.hpp"

namespace huashu::app {
namespace {

using Plan = std::vector<Measure>;

constexpr std::size_t id_shown = 8;  // of the random end: ids of one day begin alike

std::string short_id(const Measure& m) { return m.id.size() > id_shown ? m.id.substr(m.id.size() - id_shown) : m.id; }

Result<void> add_measure(Plan& plan, const PlanOptions& options, std::int64_t now_ms) {
    if (options.chapter < 1)
        return wrong_usage("plan-without-chapter", "a measure is about a chapter of the standard", "--chapter 1..13");
    if (tidy_name(options.what).empty())
        return wrong_usage("plan-without-measure", "it is not said what is to be done", "--measure TEXT");
    if (tidy_name(options.who).empty())
        return wrong_usage("plan-without-person", "it is not said who is answerable", "--who NAME");
    if (!is_day(options.due))
        return wrong_usage("no-day", "'" + options.due + "' is no day", "--by 2026-06-30: by when it is to be done");
    plan.push_back({make_uuid(now_ms), options.chapter, options.what, tidy_name(options.who), options.due, now_ms, {}});
    return {};
}

Result<Plan::iterator> find_measure(Plan& plan, const std::string& id) {
    const auto fits = [&](const Measure& m) { return !id.empty() && (m.id == id || short_id(m) == id); };
    const auto found = std::find_if(plan.begin(), plan.end(), fits);
    if (found == plan.end())
        return wrong_usage("unknown-measure", "there is no measure with the id '" + id + "'",
                           "huashu plan show lists them: --id ID");
    if (std::count_if(plan.begin(), plan.end(), fits) > 1)
        return wrong_usage("several-measures", "several measures end in '" + id + "'", "give the whole id");
    return found;
}

Result<void> change_plan(Plan& plan, const PlanOptions& options, std::int64_t now_ms) {
    if (options.action == "add") return add_measure(plan, options, now_ms);
    auto found = find_measure(plan, options.id);
    if (!found) return tl::unexpected(found.error());
    if (options.action == "remove")
        plan.erase(*found);
    else
        (*found)->done_ms = now_ms;
    return {};
}

std::string plan_as_json(const Plan& plan, const std::vector<AttemptFacts>& attempts, const std::string& today) {
    std::string out;
    JsonWriter json(out);
    json.begin_array();
    for (const Measure& m : plan) {
        const Effect effect = effect_of(m, attempts);
        json.begin_object();
        json.member("id", m.id);
        json.member("chapter", m.chapter);
        json.member("measure", m.what);
        json.member("who", m.who);
        json.member("due", m.due);
        json.member("begun", day_of(m.begun_ms));
        json.member("state", name_of(state_of(m, today)));
        json.key("effect");
        json.begin_object();
        json.member("talks_before", effect.talks_before);
        json.member("talks_since", effect.talks_since);
        json.member("left_before", effect.left_before);
        json.member("left_since", effect.left_since);
        json.key("change");
        if (effect.change())
            json.value(*effect.change());
        else
            json.null();
        json.end_object();
        json.end_object();
    }
    json.end_array();
    return out + "\n";
}

std::string plan_as_text(const Plan& plan, const std::vector<AttemptFacts>& attempts, const std::string& today,
                         const Page& page) {
    if (plan.empty()) return page.paragraph(page.words("cli.plan.empty"));
    const desktop::Speech speech{page.words, page.script};
    std::vector<std::vector<std::string>> rows{{"ID", page.words("cli.plan.chapter"), page.words("cli.plan.measure"),
                                                page.words("cli.plan.who"), page.words("cli.plan.due"),
                                                page.words("cli.plan.state"), page.words("cli.plan.effect")}};
    for (const Measure& m : plan)
        rows.push_back({short_id(m), "§" + std::to_string(m.chapter), printable(m.what), printable(m.who), m.due,
                        page.words.name("desktop.analysis.state.", name_of(state_of(m, today))),
                        effect_words(effect_of(m, attempts), speech)});
    return page.table(rows);
}

}  // namespace

CommandResult plan_command(const PlanOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    const auto data = find_data(globals.data, io.surroundings);
    if (!data) return tl::unexpected(data.error());
    if (auto allowed = ask_supervisor(io, setting->page, *data); !allowed) return tl::unexpected(allowed.error());
    const auto person = find_person(*data, options.person.empty() ? "first" : options.person);
    if (!person) return tl::unexpected(person.error());
    const std::string folder = folder_of(*data, *person);
    auto plan = load_plan(folder);
    if (!plan) return tl::unexpected(plan.error());
    const std::int64_t now_ms = clock_ms();
    if (options.action != "show") {
        if (auto changed = change_plan(*plan, options, now_ms); !changed) return tl::unexpected(changed.error());
        if (auto saved = save_plan(folder, *plan); !saved) return tl::unexpected(saved.error());
    }
    const auto content = load_content(setting->folders);
    if (!content) return tl::unexpected(content.error());
    const auto gathered = gather_facts(*data, *content, {.person = person->id});
    if (!gathered) return tl::unexpected(gathered.error());
    report(io, gathered->left_out);
    std::vector<AttemptFacts> own;  // the first person has no id to ask by
    for (const AttemptFacts& a : gathered->attempts)
        if (a.person_id == person->id) own.push_back(a);
    const std::string today = day_of(now_ms);
    const std::string out = options.format == Format::json ? plan_as_json(*plan, own, today)
                                                           : plan_as_text(*plan, own, today, setting->page);
    if (auto printed = print(io, out); !printed) return tl::unexpected(printed.error());
    return status_fine;
}

}  // namespace huashu::app
