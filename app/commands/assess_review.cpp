// Results and reviews on the command line.
#include <cmath>

#include "assess/offer.hpp"
#include "assess/result_json.hpp"
#include "commands/assess_hall.hpp"
#include "json/json_writer.hpp"

namespace huashu::app {
namespace {

std::string number_of(assess::LineRef at) { return std::to_string(at.item + 1) + "." + std::to_string(at.line + 1); }

Result<assess::LineRef> line_ref(const std::string& text) {
    const std::size_t dot = text.find('.');
    const auto whole = [](const std::string& digits) {
        return !digits.empty() && digits.size() < 6 && digits.find_first_not_of("0123456789") == std::string::npos;
    };
    if (dot == std::string::npos || !whole(text.substr(0, dot)) || !whole(text.substr(dot + 1)))
        return wrong_usage("wrong-line", "'" + text + "' is no line of a result",
                           "write scenario and line as huashu assess show numbers them: 1.7");
    return assess::LineRef{std::stoi(text.substr(0, dot)) - 1, std::stoi(text.substr(dot + 1)) - 1};
}

std::string lines_text(const Page& page, const assess::Filed& filed, std::size_t item) {
    const assess::ItemResult& result = filed.sitting.result->items[item];
    std::vector<std::vector<std::string>> rows{heads(page, {"line", "points", "now", "reply", "rule", "reason"})};
    for (std::size_t l = 0; l < result.ledger.size(); ++l) {
        const scoring::LedgerLine& line = result.ledger[l];
        const assess::LineRef at{static_cast<int>(item), static_cast<int>(l)};
        const auto worth = filed.review.worth_of(at);
        const std::string what = line.reason.empty() ? page.words.name("name.dimension.", name_of(line.dimension))
                                                     : page.script(line.reason);
        rows.push_back({number_of(at), points(line.centipoints, true), worth ? points(*worth, true) : "",
                        line.turn >= 0 ? std::to_string(line.turn + 1) : "", line.rule, what});
    }
    return page.table(rows);
}

std::string people_text(const Page& page, const assess::Review& review) {
    std::string out;
    for (std::size_t i = 0; i < review.appeals.size(); ++i) {
        const assess::Appeal& a = review.appeals[i];
        out += std::to_string(i + 1) + "  " + number_of(a.at) + "  " +
               page.words("desktop.exam.note.contested", {{"by", a.by}, {"reason", a.reason}}) + "\n";
        if (a.decided)
            out += "   " +
                   page.words(a.decided->upheld ? "desktop.exam.note.upheld" : "desktop.exam.note.rejected",
                              {{"by", a.decided->by}, {"reason", a.decided->reason}}) +
                   "\n";
    }
    for (const assess::LineChange& c : review.changes)
        if (c.appeal < 0)
            out += number_of(c.at) + "  " +
                   page.words("desktop.exam.note.changed", {{"by", c.by},
                                                            {"reason", c.reason},
                                                            {"from", points(c.from_centi, true)},
                                                            {"to", points(c.to_centi, true)}}) +
                   "\n";
    return out.empty() ? out : "\n" + out;
}

std::string sitting_text(const Page& page, const assess::Filed& filed, const std::string& again) {
    const assess::Sitting& s = filed.sitting;
    std::string out = page.heading(page.script(s.begun.blueprint_title) + "  " + s.begun.person);
    out += page.words.name("cli.assess.state.", state_of(filed)) + "\n";
    const auto result = filed.result();
    if (!result) return out;
    out += page.words(result->fatal    ? "desktop.exam.verdict.fatal"
                      : result->passed ? "desktop.exam.verdict.passed"
                                       : "desktop.exam.verdict.failed") +
           "  " +
           page.words("desktop.exam.both_scores",
                      {{"machine", std::to_string(result->machine)}, {"now", std::to_string(result->now)}}) +
           "\n" + page.words.name("cli.assess.rescored.", again) + "\n";
    for (std::size_t i = 0; i < s.result->items.size(); ++i) {
        out += "\n" + page.heading(std::to_string(i + 1) + "  " + page.script(s.begun.items[i].title) + "  " +
                                   std::to_string(result->items[i].machine) +
                                   (result->items[i].now == result->items[i].machine
                                        ? ""
                                        : " -> " + std::to_string(result->items[i].now)));
        out += lines_text(page, filed, i);
    }
    return out + people_text(page, filed.review);
}

// Whether the rules as they are give the result that was sealed.
std::string rescored(const assess::Filed& filed, const Content& content) {
    if (!filed.sitting.result) return {};
    const auto again = assess::rejudge(filed.sitting, content);
    if (!again) return "changed";
    return *again == *filed.sitting.result ? "same" : "differs";
}

std::string sitting_json(const assess::Filed& filed, const Content& content) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("id", filed.sitting.begun.sitting_id);
    json.member("person", filed.sitting.begun.person);
    json.member("blueprint", filed.sitting.begun.blueprint_id);
    json.member("state", state_of(filed));
    if (const auto result = filed.result()) {
        json.member("machine", result->machine);
        json.member("score", result->now);
        json.member("passed", result->passed);
        json.member("provisional", result->provisional);
        json.member("rescored", rescored(filed, content));
        json.key("result");
        json.raw(assess::to_json(*filed.sitting.result));
        json.key("changes");
        json.begin_array();
        for (const assess::LineChange& c : filed.review.changes) {
            json.begin_object();
            json.member("line", number_of(c.at));
            json.member("from", c.from_centi);
            json.member("to", c.to_centi);
            json.member("by", c.by);
            json.member("reason", c.reason);
            json.end_object();
        }
        json.end_array();
    }
    json.end_object();
    return out + "\n";
}

using ReviewWhat = decltype(assess::ReviewEvent::what);

// Asks for the passphrase where one is set, adds, and says how the result stands.
CommandResult add_and_tell(const AssessHall& hall, const std::string& id, bool as_supervisor, const ReviewWhat& what,
                           Io& io, FoundSitting* kept = nullptr) {
    auto found = find_sitting(hall, id);
    if (!found) return tl::unexpected(found.error());
    if (as_supervisor)
        if (auto may = ask_for_supervisor(hall, io); !may) return tl::unexpected(may.error());
    assess::RecordsStore store(*found->records);
    if (auto added = assess::add_to_review(store, found->filed, {found->records->now_ms(), what}); !added)
        return tl::unexpected(added.error());
    const auto result = found->filed.result();
    const std::string line =
        hall.setting.page.words.name("cli.assess.state.", state_of(found->filed)) + "  " +
        hall.setting.page.words("desktop.exam.both_scores",
                                {{"machine", std::to_string(result->machine)}, {"now", std::to_string(result->now)}}) +
        "\n";
    if (auto printed = print(io, line); !printed) return tl::unexpected(printed.error());
    if (kept != nullptr) *kept = std::move(*found);
    return status_fine;
}

int centi_of(double points_given) { return static_cast<int>(std::lround(points_given * 100)); }

}  // namespace

CommandResult assess_show(const AssessOptions& options, const GlobalOptions& globals, Io& io) {
    const auto hall = open_hall(globals, io);
    if (!hall) return tl::unexpected(hall.error());
    const auto found = find_sitting(*hall, options.sitting);
    if (!found) return tl::unexpected(found.error());
    const std::string out = options.format == Format::json
                                ? sitting_json(found->filed, hall->content)
                                : sitting_text(hall->setting.page, found->filed, rescored(found->filed, hall->content));
    if (auto printed = print(io, out); !printed) return tl::unexpected(printed.error());
    return status_fine;
}

CommandResult assess_confirm(const AssessOptions& options, const GlobalOptions& globals, Io& io) {
    const auto hall = open_hall(globals, io);
    if (!hall) return tl::unexpected(hall.error());
    return add_and_tell(*hall, options.sitting, true, assess::reviewing::Confirmed{options.by, options.note}, io);
}

CommandResult assess_change(const AssessOptions& options, const GlobalOptions& globals, Io& io) {
    const auto at = line_ref(options.line);
    if (!at) return tl::unexpected(at.error());
    const auto hall = open_hall(globals, io);
    if (!hall) return tl::unexpected(hall.error());
    return add_and_tell(*hall, options.sitting, true,
                        assess::reviewing::Changed{*at, centi_of(options.points), options.by, options.reason}, io);
}

CommandResult assess_contest(const AssessOptions& options, const GlobalOptions& globals, Io& io) {
    const auto at = line_ref(options.line);
    if (!at) return tl::unexpected(at.error());
    const auto hall = open_hall(globals, io);
    if (!hall) return tl::unexpected(hall.error());
    const auto found = find_sitting(*hall, options.sitting);
    if (!found) return tl::unexpected(found.error());
    return add_and_tell(*hall, found->filed.sitting.begun.sitting_id, false,
                        assess::reviewing::Contested{*at, found->filed.sitting.begun.person, options.reason}, io);
}

CommandResult assess_decide(const AssessOptions& options, const GlobalOptions& globals, Io& io) {
    const auto hall = open_hall(globals, io);
    if (!hall) return tl::unexpected(hall.error());
    FoundSitting kept;
    auto done = add_and_tell(*hall, options.sitting, true,
                             assess::reviewing::Decided{options.appeal - 1, options.upheld, centi_of(options.points),
                                                        options.by, options.reason},
                             io, &kept);
    if (!done || !options.upheld) return done;
    const auto offer = assess::offer_of(kept.filed, options.appeal - 1, hall->content);
    if (!offer) return done;  // a line about no reply gives no example
    const auto file = assess::write_offer(hall->data + "/offered-examples", *offer);
    if (!file) return tl::unexpected(file.error());
    if (auto printed = print(io, hall->setting.page.words("desktop.exam.told.offered") + " " + *file + "\n"); !printed)
        return tl::unexpected(printed.error());
    return done;
}

CommandResult assess_aside(const AssessOptions& options, const GlobalOptions& globals, Io& io) {
    const auto hall = open_hall(globals, io);
    if (!hall) return tl::unexpected(hall.error());
    auto found = find_sitting(*hall, options.sitting);
    if (!found) return tl::unexpected(found.error());
    if (auto may = ask_for_supervisor(*hall, io); !may) return tl::unexpected(may.error());
    assess::RecordsStore store(*found->records);
    if (auto ok = assess::set_aside(store, found->filed, {options.by, options.reason}, found->records->now_ms()); !ok)
        return tl::unexpected(ok.error());
    if (auto printed = print(io, hall->setting.page.words("desktop.exam.told.set_aside") + "\n"); !printed)
        return tl::unexpected(printed.error());
    return status_fine;
}

}  // namespace huashu::app
