// Calibration on the command line: a sample to be marked blind, and how far the marks agree.
#include <cstdio>
#include <filesystem>
#include <set>

#include "assess/calibration.hpp"
#include "commands/assess_hall.hpp"
#include "json/json_writer.hpp"
#include "paths/write_new.hpp"
#include "scoring/json.hpp"

namespace huashu::app {
namespace {

Result<assess::Specimens> specimens_in(const AssessHall& hall) {
    std::vector<assess::Filed> files;
    for (Records* records : hall.department.all()) {
        assess::RecordsStore store(*records);
        auto some = assess::read_files(store);
        if (!some) return tl::unexpected(some.error());
        for (assess::Filed& f : *some) files.push_back(std::move(f));
    }
    return assess::specimens_of(files, hall.content);
}

std::vector<std::string> rules_charged(const assess::Specimens& specimens) {
    std::set<std::string> rules;
    for (const assess::Specimen& s : specimens.all) rules.insert(s.machine.breaks.begin(), s.machine.breaks.end());
    return {rules.begin(), rules.end()};
}

std::string fixed(double value) {
    char text[24];
    std::snprintf(text, sizeof text, "%.2f", value);
    return text;
}

void add_rows(const Page& page, const std::vector<assess::AgreementRow>& rows, bool graded,
              std::vector<std::vector<std::string>>& out) {
    for (const assess::AgreementRow& row : rows) {
        const std::string name = graded ? page.words.name("name.dimension.", row.id) : row.id;
        std::vector<std::string> cells{name, std::to_string(row.both), std::to_string(row.by_machine),
                                       std::to_string(row.by_person)};
        if (row.kappa) {
            cells.push_back(fixed(row.kappa->value));
            cells.push_back(fixed(row.kappa->low) + " … " + fixed(row.kappa->high));
        } else {
            cells.push_back(page.words("desktop.exam.calibration.too_few"));
            cells.emplace_back();
        }
        out.push_back(std::move(cells));
    }
}

std::string agreement_text(const Page& page, const assess::Calibration& c) {
    std::vector<std::vector<std::string>> rows{heads(page, {"what", "both", "machine", "person", "kappa", "interval"})};
    add_rows(page, c.dimensions, true, rows);
    add_rows(page, c.rules, false, rows);
    return page.table(rows);
}

void write_rows(JsonWriter& json, const char* key, const std::vector<assess::AgreementRow>& rows) {
    json.key(key);
    json.begin_array();
    for (const assess::AgreementRow& row : rows) {
        json.begin_object();
        json.member("id", row.id);
        json.member("both", row.both);
        json.member("machine", row.by_machine);
        json.member("person", row.by_person);
        json.key("kappa");
        if (row.kappa) {
            json.begin_object();
            json.member("value", row.kappa->value);
            json.member("low", row.kappa->low);
            json.member("high", row.kappa->high);
            json.end_object();
        } else {
            json.null();
        }
        json.end_object();
    }
    json.end_array();
}

std::string agreement_json(const assess::Calibration& c) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("replies", c.replies);
    json.member("least_replies", assess::least_marked);
    json.member("least_charged", assess::least_charged);
    write_rows(json, "dimensions", c.dimensions);
    write_rows(json, "rules", c.rules);
    json.end_object();
    return out + "\n";
}

}  // namespace

CommandResult assess_sample(const AssessOptions& options, const GlobalOptions& globals, Io& io) {
    const auto hall = open_hall(globals, io);
    if (!hall) return tl::unexpected(hall.error());
    if (auto may = ask_for_supervisor(*hall, io); !may) return tl::unexpected(may.error());
    const auto specimens = specimens_in(*hall);
    if (!specimens) return tl::unexpected(specimens.error());
    if (specimens->all.empty())
        return wrong_usage("no-replies", "there is no sealed sitting to take replies from",
                           "a sample can be taken when somebody has sat");
    const auto sample = assess::take_sample(specimens->all, options.count, options.seed.value_or(1));
    if (auto written = write_new(options.out, assess::sheet_json(sample, rules_charged(*specimens))); !written)
        return tl::unexpected(written.error());
    const std::string line = hall->setting.page.words(
        "cli.assess.sampled",
        {{"count", std::to_string(sample.size())}, {"of", std::to_string(specimens->all.size())}});
    if (auto printed = print(io, line + "\n"); !printed) return tl::unexpected(printed.error());
    return status_fine;
}

CommandResult assess_agree(const AssessOptions& options, const GlobalOptions& globals, Io& io) {
    auto hall = open_hall(globals, io);
    if (!hall) return tl::unexpected(hall.error());
    auto text = read_text_file(options.sheet);
    if (!text) return tl::unexpected(text.error());
    const auto sheet = assess::read_sheet(options.sheet, std::move(*text));
    if (!sheet) return tl::unexpected(sheet.error());
    if (auto may = ask_for_supervisor(*hall, io); !may) return tl::unexpected(may.error());
    const auto specimens = specimens_in(*hall);
    if (!specimens) return tl::unexpected(specimens.error());
    // The same sheet read twice is one marking.
    Records* place = hall->department.desks().front().records;
    const std::string body = assess::marks_json(*sheet);
    if (place != nullptr) {
        const auto before = place->documents({.kind = "calibration.marked", .subject = {}});
        if (!before) return tl::unexpected(before.error());
        bool there = false;
        for (const Document& d : *before) there = there || d.body == body;
        if (!there)
            if (auto kept = place->keep({{.kind = "calibration.marked", .subject = "calibration", .body = body}});
                !kept)
                return tl::unexpected(kept.error());
    }
    const assess::Calibration c = assess::calibrate(specimens->all, sheet->marks);
    const std::string out = options.format == Format::json ? agreement_json(c) : agreement_text(hall->setting.page, c);
    if (auto printed = print(io, out); !printed) return tl::unexpected(printed.error());
    return status_fine;
}

}  // namespace huashu::app
