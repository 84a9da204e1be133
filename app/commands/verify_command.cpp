#include "commands/verify_command.hpp"

#include <algorithm>

#include "commands/setting.hpp"
#include "integrity/record_files.hpp"
#include "integrity/verify.hpp"
#include "json/json_writer.hpp"
#include "paths/paths.hpp"

namespace huashu::app {
namespace {

struct CheckedFile {
    RecordFile where;
    Verification found;
};

// A noted head belongs to one of the files, nobody knows which: it is missed when it is in none.
void miss_heads(std::vector<CheckedFile>& files, const std::vector<std::string>& heads) {
    const auto is_unknown = [](const ChainProblem& problem) { return problem.kind == ChainProblem::Kind::unknown; };
    const auto has_missed = [&](const CheckedFile& file, const std::string& head) {
        return std::any_of(file.found.problems.begin(), file.found.problems.end(), [&](const ChainProblem& problem) {
            return is_unknown(problem) && problem.text.find(head) != std::string::npos;
        });
    };
    std::vector<std::string> missed;
    for (const std::string& head : heads)
        if (std::all_of(files.begin(), files.end(), [&](const CheckedFile& file) { return has_missed(file, head); }))
            missed.push_back(head);
    for (CheckedFile& file : files) std::erase_if(file.found.problems, is_unknown);
    if (files.empty()) return;
    for (const std::string& head : missed)
        files.front().found.problems.push_back(
            {ChainProblem::Kind::unknown,
             {},
             {},
             0,
             "the head " + head + " is in none of the files: one is an older copy, or its records were written anew"});
}

std::string file_json(const CheckedFile& file) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("file", file.found.file);
    json.member("person", file.where.name);
    json.member("attempts", file.found.attempts);
    json.member("records", file.found.events);
    json.member("documents", file.found.documents);
    json.member("erased", file.found.erased);
    json.member("untied", file.found.untied);
    json.member("head", file.found.head);
    json.key("problems");
    json.begin_array();
    for (const ChainProblem& problem : file.found.problems) {
        json.begin_object();
        json.member("kind", name_of(problem.kind));
        json.member("attempt", problem.attempt);
        json.member("scenario", problem.scenario);
        json.member("turn", problem.turn);
        json.member("text", problem.text);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return out;
}

std::string problem_text(const Page& page, const ChainProblem& problem) {
    std::string where;
    if (!problem.attempt.empty()) where = problem.attempt;
    if (!problem.scenario.empty()) where += " (" + problem.scenario + ")";
    if (problem.turn > 0) where += ", " + page.words("cli.verify.turn", {{"turn", std::to_string(problem.turn)}});
    return "  " + (where.empty() ? "" : where + ": ") + problem.text + " [" + std::string(name_of(problem.kind)) +
           "]\n";
}

std::string file_text(const Page& page, const CheckedFile& file) {
    const Verification& found = file.found;
    std::string text = found.file + (file.where.name.empty() ? "" : " (" + file.where.name + ")") + "\n";
    text += "  " + page.words("cli.verify.counts", {{"attempts", std::to_string(found.attempts)},
                                                    {"records", std::to_string(found.events)},
                                                    {"documents", std::to_string(found.documents)}});
    text += "\n";
    if (found.erased > 0)
        text += "  " + page.words("cli.verify.erased", {{"count", std::to_string(found.erased)}}) + "\n";
    if (found.untied > 0)
        text += "  " + page.words("cli.verify.untied", {{"count", std::to_string(found.untied)}}) + "\n";
    for (const ChainProblem& problem : found.problems) text += problem_text(page, problem);
    return text + "  " + page.words("cli.verify.head", {{"head", found.head}}) + "\n";
}

}  // namespace

CommandResult verify_command(const VerifyOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    const auto folder = find_data(globals.data, io.surroundings);
    if (!folder) return tl::unexpected(folder.error());
    Diagnostics told;
    const auto where = record_files(*folder, told);
    if (!where) return tl::unexpected(where.error());
    report(io, told);
    if (where->empty())
        return wrong_usage("no-records", "there are no records in " + *folder, "name their folder with --data DIR");
    std::vector<CheckedFile> files;
    for (const RecordFile& file : *where) {
        auto found = verify_file(file.file, options.heads);
        if (!found) return tl::unexpected(found.error());
        files.push_back({file, std::move(*found)});
    }
    miss_heads(files, options.heads);
    std::size_t problems = 0;
    std::string out = options.format == Format::json ? "[" : "";
    for (const CheckedFile& file : files) {
        problems += file.found.problems.size();
        if (options.format == Format::json)
            out += (out.size() > 1 ? ",\n" : "") + file_json(file);
        else
            out += file_text(setting->page, file);
    }
    if (options.format == Format::json)
        out += "]\n";
    else
        out += problems == 0 ? setting->page.words("cli.verify.sound") + "\n"
                             : setting->page.words("cli.verify.unsound", {{"count", std::to_string(problems)}}) + "\n";
    if (auto printed = print(io, out); !printed) return tl::unexpected(printed.error());
    return problems == 0 ? status_fine : status_content;
}

}  // namespace huashu::app
