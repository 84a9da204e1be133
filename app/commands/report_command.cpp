#include "commands/report_command.hpp"

#include <filesystem>

#include "author/replace_file.hpp"
#include "commands/secret_input.hpp"
#include "commands/setting.hpp"
#include "desktop/print/pdf.hpp"
#include "paths/paths.hpp"
#include "records/uuid.hpp"
#include "reports/gather.hpp"
#include "reports/papers.hpp"
#include "reports/workbook.hpp"
#include "reports/xapi.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

// What all kinds of report stand on.
class Reporting {
public:
    Reporting(const ReportOptions& options, Io& io, const Setting& setting, std::string data, GatheredFacts gathered)
        : options_(options),
          io_(io),
          setting_(setting),
          data_(std::move(data)),
          gathered_(std::move(gathered)),
          speech_{setting.page.words, setting.page.script},
          stamp_{clock_ms(), options.kind == "xapi" ? "" : options.site} {}

    CommandResult run() {
        if (options_.kind == "csv") {
            const auto kind = parse_table_kind(options_.table);
            return text(to_csv(make_table(kind.value_or(TableKind::attempts), source(), speech_)));
        }
        if (options_.kind == "xapi") {
            const std::string site = options_.site.empty() ? std::string(default_site) : options_.site;
            return text(to_xapi(gathered_.attempts, gathered_.sittings, site, speech_));
        }
        if (options_.kind == "xlsx") return workbook();
        return paper();
    }

private:
    [[nodiscard]] TableSource source() const { return {gathered_.attempts, gathered_.sittings}; }

    CommandResult text(const std::string& bytes) {
        if (options_.out.empty()) {
            if (auto printed = print(io_, bytes); !printed) return tl::unexpected(printed.error());
            return status_fine;
        }
        if (auto written = replace_file(options_.out, bytes); !written) return tl::unexpected(written.error());
        return told(options_.out);
    }

    CommandResult told(const std::string& file) {
        if (auto printed = print(io_, setting_.page.words("cli.new.written", {{"file", file}}) + "\n"); !printed)
            return tl::unexpected(printed.error());
        return status_fine;
    }

    [[nodiscard]] std::string file_for(const std::string& name, const char* ending) const {
        if (!options_.out.empty()) return options_.out;
        return (fs::path(papers_folder(data_, io_.surroundings)) / (desktop::file_name_of(name) + ending)).string();
    }

    CommandResult workbook() {
        const std::vector<Table> tables = make_tables(source(), speech_);
        const std::string title = setting_.page.words("cli.report.workbook") + " " + day_of(stamp_.made_ms);
        const std::string file = file_for(title, ".xlsx");
        if (auto written = write_workbook(file, title, tables, stamp_.made_ms); !written)
            return tl::unexpected(written.error());
        return told(file);
    }

    CommandResult paper() {
        auto made = options_.kind == "certificate" ? certificate() : report();
        if (!made) return tl::unexpected(made.error());
        const std::string file = file_for(made->name, ".pdf");
        if (auto written = desktop::write_pdf(file, *made); !written) return tl::unexpected(written.error());
        return told(file);
    }

    Result<PersonPaper> person_paper() {
        const Person& person = gathered_.people.front();
        auto plan = load_plan(folder_of(data_, person));
        if (!plan) return tl::unexpected(plan.error());
        return PersonPaper{person.name, gathered_.attempts, std::move(*plan)};
    }

    Result<desktop::Paper> report() {
        if (!options_.attempt.empty()) return make_attempt_paper(gathered_.attempts.front(), stamp_, speech_);
        if (!options_.sitting.empty())
            return make_sitting_paper(gathered_.sittings.front(), gathered_.attempts, stamp_, speech_);
        const auto person = person_paper();
        if (!person) return tl::unexpected(person.error());
        return make_person_paper(*person, stamp_, speech_);
    }

    Result<desktop::Paper> certificate() {
        Result<Merit> merit = tl::unexpected(Error{});
        if (!options_.attempt.empty()) {
            merit = merit_of(gathered_.attempts.front(), speech_);
        } else if (!options_.sitting.empty()) {
            merit = merit_of(gathered_.sittings.front(), speech_);
        } else {
            const auto person = person_paper();
            if (!person) return tl::unexpected(person.error());
            merit = merit_of(*person, speech_);
        }
        if (!merit) return tl::unexpected(merit.error());
        return make_certificate(*merit, stamp_, speech_);
    }

    const ReportOptions& options_;
    Io& io_;
    const Setting& setting_;
    std::string data_;
    GatheredFacts gathered_;
    desktop::Speech speech_;
    Stamp stamp_;
};

bool is_paper(const ReportOptions& options) { return options.kind == "pdf" || options.kind == "certificate"; }

Result<void> check_report_options(const ReportOptions& options) {
    if (!options.since.empty() && !is_day(options.since))
        return wrong_usage("no-day", "'" + options.since + "' is no day", "write it like 2026-05-01");
    if (options.kind == "xapi" && !options.site.empty() && !is_site(options.site))
        return wrong_usage("no-site", "'" + options.site + "' is no address that ids can begin with",
                           "use one like https://training.example.org, without a slash at its end");
    return {};
}

// A paper is about one person.
Result<std::string> person_for(const ReportOptions& options, const std::string& data) {
    if (!is_paper(options) || !options.person.empty() || !options.attempt.empty() || !options.sitting.empty())
        return options.person;
    Diagnostics unimportant;
    const auto people = load_people(data, unimportant);
    if (!people) return tl::unexpected(people.error());
    if (people->size() == 1) return options.person;
    std::string names;
    for (const Person& p : *people)
        if (!p.name.empty()) names += (names.empty() ? "" : ", ") + p.name;
    return wrong_usage("whose-report", "several people use these records", "name one with --person: " + names);
}

}  // namespace

CommandResult report_command(const ReportOptions& options, const GlobalOptions& globals, Io& io) {
    if (auto sound = check_report_options(options); !sound) return tl::unexpected(sound.error());
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    const auto data = find_data(globals.data, io.surroundings);
    if (!data) return tl::unexpected(data.error());
    if (auto allowed = ask_supervisor(io, setting->page, *data); !allowed) return tl::unexpected(allowed.error());
    const auto person = person_for(options, *data);
    if (!person) return tl::unexpected(person.error());
    const auto content = load_content(setting->folders);
    if (!content) return tl::unexpected(content.error());
    report_briefly(io, content->problems, setting->folders.library);
    auto gathered = gather_facts(*data, *content,
                                 {.person = *person,
                                  .attempt = options.attempt,
                                  .sitting = options.sitting,
                                  .since_ms = ms_of_day(options.since),
                                  .pseudonyms = options.pseudonyms});
    if (!gathered) return tl::unexpected(gathered.error());
    report(io, gathered->left_out);
    return Reporting(options, io, *setting, *data, std::move(*gathered)).run();
}

}  // namespace huashu::app
