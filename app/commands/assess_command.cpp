#include "commands/assess_command.hpp"

#include <algorithm>

#include "commands/assess_hall.hpp"
#include "json/json_writer.hpp"

namespace huashu::app {
namespace {

std::string centi_text(int value_centi) {
    const std::string rest = std::to_string(value_centi % 100);
    return std::to_string(value_centi / 100) + (rest.size() == 1 ? ".0" : ".") + rest;
}

std::string drawn_text(const AssessHall& hall, const assess::Blueprint& b, const assess::Drawn& drawn) {
    const Page& page = hall.setting.page;
    std::string out = page.heading(page.script(b.title));
    std::vector<std::vector<std::string>> rows{
        heads(page, {"form", "draw", "scenario", "level", "replies", "weight", "minutes"})};
    for (std::size_t f = 0; f < drawn.forms.size(); ++f)
        for (const assess::FormItem& item : drawn.forms[f].items)
            rows.push_back({form_name(static_cast<int>(f)), b.draws[item.draw].id, item.scenario_id,
                            centi_text(item.difficulty_centi),
                            page.words.name("desktop.exam.replies.", name_of(item.replies)),
                            std::to_string(item.weight), item.minutes == 0 ? "" : std::to_string(item.minutes)});
    out += page.table(rows) + "\n";
    rows = {heads(page, {"form", "maximum", "difficulty", "service", "facility", "safety", "kinds", "choice", "typed",
                         "either", "from_data"})};
    for (std::size_t f = 0; f < drawn.forms.size(); ++f) {
        const assess::FormNumbers& n = drawn.numbers[f];
        std::vector<std::string> row{form_name(static_cast<int>(f)), std::to_string(n.maximum),
                                     centi_text(n.difficulty_centi)};
        for (const int figure :
             {n.complaints[0], n.complaints[1], n.complaints[2], n.kinds, n.choice, n.typed, n.free, n.from_data})
            row.push_back(std::to_string(figure));
        rows.push_back(std::move(row));
    }
    return out + page.table(rows) + "\n" +
           page.words("cli.assess.forms_line", {{"spread", centi_text(drawn.spread_centi)},
                                                {"tolerance", centi_text(b.tolerance_centi)},
                                                {"shared", std::to_string(drawn.most_shared)},
                                                {"seed", std::to_string(drawn.seed)}}) +
           "\n";
}

std::string drawn_json(const assess::Blueprint& b, const assess::Drawn& drawn) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("blueprint", b.id);
    json.member("blueprint_hash", b.hash);
    json.member("seed", std::to_string(drawn.seed));
    json.member("spread", drawn.spread_centi);
    json.member("tolerance", b.tolerance_centi);
    json.member("shared", drawn.most_shared);
    json.key("forms");
    json.begin_array();
    for (std::size_t f = 0; f < drawn.forms.size(); ++f) {
        json.begin_object();
        json.member("maximum", drawn.numbers[f].maximum);
        json.member("difficulty", drawn.numbers[f].difficulty_centi);
        json.member("kinds", drawn.numbers[f].kinds);
        json.key("items");
        json.begin_array();
        for (const assess::FormItem& item : drawn.forms[f].items) {
            json.begin_object();
            json.member("scenario", item.scenario_id);
            json.member("draw", b.draws[item.draw].id);
            json.member("difficulty", item.difficulty_centi);
            json.member("replies", name_of(item.replies));
            json.member("weight", item.weight);
            json.member("minutes", item.minutes);
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return out + "\n";
}

std::string list_text(const AssessHall& hall, const std::vector<assess::Blueprint>& blueprints,
                      const std::vector<assess::Filed>& files) {
    const Page& page = hall.setting.page;
    std::vector<std::vector<std::string>> rows{
        heads(page, {"blueprint", "title", "scenarios", "minutes", "pass_mark", "attempts"})};
    for (const assess::Blueprint& b : blueprints)
        rows.push_back({b.id, page.script(b.title), std::to_string(b.scenario_count()), std::to_string(b.minutes),
                        std::to_string(b.marking.pass_mark), std::to_string(b.attempts)});
    std::string out = page.table(rows);
    if (files.empty()) return out;
    rows = {heads(page, {"sitting", "person", "blueprint", "form", "score", "result", "state"})};
    for (const assess::Filed& f : files) {
        const auto result = f.result();
        rows.push_back({f.sitting.begun.sitting_id, f.sitting.begun.person, f.sitting.begun.blueprint_id,
                        form_name(f.sitting.begun.form), result ? std::to_string(result->now) : "",
                        !result          ? ""
                        : result->passed ? page.words("desktop.exam.verdict.passed")
                        : result->fatal  ? page.words("desktop.exam.verdict.fatal")
                                         : page.words("desktop.exam.verdict.failed"),
                        page.words.name("cli.assess.state.", state_of(f))});
    }
    return out + "\n" + page.table(rows);
}

std::string list_json(const std::vector<assess::Blueprint>& blueprints, const std::vector<assess::Filed>& files) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.key("blueprints");
    json.begin_array();
    for (const assess::Blueprint& b : blueprints) {
        json.begin_object();
        json.member("id", b.id);
        json.member("title", b.title);
        json.member("scenarios", b.scenario_count());
        json.member("minutes", b.minutes);
        json.member("pass_mark", b.marking.pass_mark);
        json.member("attempts", b.attempts);
        json.end_object();
    }
    json.end_array();
    json.key("sittings");
    json.begin_array();
    for (const assess::Filed& f : files) {
        const auto result = f.result();
        json.begin_object();
        json.member("id", f.sitting.begun.sitting_id);
        json.member("person", f.sitting.begun.person);
        json.member("blueprint", f.sitting.begun.blueprint_id);
        json.member("form", f.sitting.begun.form);
        json.member("begun_ms", f.sitting.begun_ms);
        json.member("state", state_of(f));
        if (result) {
            json.member("machine", result->machine);
            json.member("score", result->now);
            json.member("passed", result->passed);
            json.member("fatal", result->fatal);
        }
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return out + "\n";
}

}  // namespace

CommandResult assess_list(const AssessOptions& options, const GlobalOptions& globals, Io& io) {
    const auto hall = open_hall(globals, io);
    if (!hall) return tl::unexpected(hall.error());
    // Whoever asks for one person's may be that person; everybody's are a supervisor's business.
    if (options.person.empty())
        if (auto may = ask_for_supervisor(*hall, io); !may) return tl::unexpected(may.error());
    const auto blueprints = assess::load_blueprints(assess::blueprint_folders(hall->setting.share, hall->data));
    report(io, blueprints.problems);
    std::vector<assess::Filed> files;
    for (Records* records : hall->department.all()) {
        assess::RecordsStore store(*records);
        auto some = assess::read_files(store);
        if (!some) return tl::unexpected(some.error());
        for (assess::Filed& f : *some)
            if (options.person.empty() || f.sitting.begun.person == options.person) files.push_back(std::move(f));
    }
    std::stable_sort(files.begin(), files.end(),
                     [](const auto& a, const auto& b) { return a.sitting.begun_ms > b.sitting.begun_ms; });
    const std::string out =
        options.format == Format::json ? list_json(blueprints.value, files) : list_text(*hall, blueprints.value, files);
    if (auto printed = print(io, out); !printed) return tl::unexpected(printed.error());
    return has_errors(blueprints.problems) ? status_content : status_fine;
}

CommandResult assess_draw(const AssessOptions& options, const GlobalOptions& globals, Io& io) {
    const auto hall = open_hall(globals, io);
    if (!hall) return tl::unexpected(hall.error());
    if (auto may = ask_for_supervisor(*hall, io); !may) return tl::unexpected(may.error());
    const auto blueprint = find_blueprint(*hall, options.blueprint);
    if (!blueprint) return tl::unexpected(blueprint.error());
    const auto candidates = candidates_in(*hall);
    if (!candidates) return tl::unexpected(candidates.error());
    const int forms = options.forms > 0 ? options.forms : blueprint->forms;
    const auto drawn =
        assess::draw_forms(*blueprint, *candidates, forms, options.seed.value_or(assess::seed_of(*blueprint)));
    if (!drawn) return tl::unexpected(drawn.error());
    const std::string out =
        options.format == Format::json ? drawn_json(*blueprint, *drawn) : drawn_text(*hall, *blueprint, *drawn);
    if (auto printed = print(io, out); !printed) return tl::unexpected(printed.error());
    return status_fine;
}

}  // namespace huashu::app
