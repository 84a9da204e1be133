#include "commands/run.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <sstream>

#include "commands/command_line.hpp"
#include "commands/setting.hpp"
#include "commands/start_command.hpp"

namespace huashu::app {
namespace {

Error usage_error(const CLI::ParseError& problem) {
    std::string text = problem.what();
    if (dynamic_cast<const CLI::ExtrasError*>(&problem) != nullptr) {
        const std::size_t colon = text.find(": ");  // "The following argument was not expected: sing"
        text = "there is no command or option '" + (colon == std::string::npos ? text : text.substr(colon + 2)) + "'";
    }
    return {Error::Cause::usage,
            {{.code = "wrong-usage",
              .text = std::move(text),
              .remedy = "huashu --help lists the commands, huashu COMMAND --help the options of one",
              .place = {},
              .excerpt = {}}}};
}

// CLI11 tells help, the version and errors all by exceptions; this is the call that they stay in.
std::optional<int> parse(CLI::App& app, std::vector<std::string> arguments, Io& io) {
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants it
    try {
        app.parse(std::move(arguments));
        return std::nullopt;
    } catch (const CLI::ParseError& problem) {
        std::ostringstream out, err;
        if (app.exit(problem, out, err) != 0) return report(io, usage_error(problem));
        return io.out(out.str()) ? status_fine : status_system;
    }
}

// Help is printed while the command line is still being read, so its language must be known before.
GlobalOptions language_of(const std::vector<std::string>& arguments) {
    GlobalOptions globals;
    globals.pack = "zh";  // only the words matter here
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--lang" && i + 1 < arguments.size()) globals.language = arguments[i + 1];
        if (arguments[i].starts_with("--lang=")) globals.language = arguments[i].substr(7);
    }
    return globals;
}

// `huashu --gallery` is `huashu desktop --gallery`: for developers, and so not in the help.
std::vector<std::string> with_command(std::vector<std::string> arguments) {
    if (!arguments.empty() && arguments.front() == "--gallery") arguments.insert(arguments.begin(), "desktop");
    return arguments;
}

int run_unguarded(const std::vector<std::string>& arguments, Io& io) {
    const auto setting = make_setting(language_of(arguments), io);
    if (!setting) return report(io, setting.error());
    CLI::App app("", "huashu");
    CommandLine line;
    app.fallthrough();
    app.require_subcommand(0, 1);
    declare(app, line, setting->page.words, io);
    if (const auto status = parse(app, with_command(arguments), io)) return *status;
    const CommandResult result = line.chosen ? line.chosen() : start_command(line.globals, io);
    return result ? *result : report(io, result.error());
}

}  // namespace

int run(const std::vector<std::string>& arguments, Io& io) {
    try {
        return run_unguarded(arguments, io);
    } catch (const std::exception& problem) {  // out of memory, and what a library throws in spite of its word
        io.err(std::string("huashu: error: the program can't go on: ") + problem.what() + "\n");
        return status_system;
    }
}

}  // namespace huashu::app
