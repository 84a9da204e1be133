#include "commands/run.hpp"

#include <CLI/CLI.hpp>
#include <exception>
#include <optional>
#include <sstream>

#include "commands/evaluate_command.hpp"
#include "commands/check_command.hpp"
#include "commands/list_command.hpp"
#include "commands/play_command.hpp"
#include "commands/score_command.hpp"
#include "commands/start_command.hpp"
#include "version.hpp"

namespace huashu::app {
namespace {

using Command = std::function<CommandResult()>;

/// What the command line said: the values that CLI11 fills, and the command to run.
struct CommandLine {
    GlobalOptions globals;
    ScoreOptions score;
    PlayOptions play;
    EvaluateOptions evaluate;
    CheckOptions check;
    ListOptions list;
    std::string demo;
    Command chosen;
};

void declare_globals(CLI::App& app, GlobalOptions& globals) {
    app.add_option("--data", globals.data, "Folder of your records (else HUASHU_DATA, else ~/.local/share/huashu)")
        ->type_name("DIR");
    app.add_option("--lang", globals.language, "Language of the interface; by default that of the locale")
        ->type_name("zh-Hant|zh-Hans|en");
    app.add_option("--pack", globals.pack, "Rule pack: an id of a shipped one, or a folder (default: zh)")
        ->type_name("PACK");
    app.add_option("--library", globals.library, "Folder of scenarios (default: the shipped ones)")->type_name("DIR");
}

void declare_score(CLI::App& app, CommandLine& line, Io& io) {
    CLI::App* command = app.add_subcommand("score", "Score replies: JSON Lines in, JSON Lines out, in order");
    command->add_option("FILE", line.score.file,
                        "JSON Lines: {\"id\", \"text\", \"owner\"?, \"family\"?, \"step\"?}; - is standard input");
    command->add_option("--threads", line.score.threads, "How many threads (default: one for each core)")
        ->check(CLI::Range(1, 256));
    command->callback(
        [&line, &io] { line.chosen = [&line, &io] { return score_command(line.score, line.globals, io); }; });
}

void declare_format(CLI::App& command, Format& format) {
    command
        .add_option_function<std::string>(
            "--format", [&format](const std::string& name) { format = name == "json" ? Format::json : Format::text; },
            "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->type_name("text|json");
}

void declare_play(CLI::App& app, CommandLine& line, Io& io) {
    CLI::App* command = app.add_subcommand("play", "Play a scenario here, or with the replies of a file");
    command->add_option("SCENARIO", line.play.scenario, "Its id (huashu list) or a file")->required();
    command
        ->add_option("--replies", line.play.replies, "A reply a line; =a chooses a, = is silence; - is standard input")
        ->type_name("FILE");
    command->add_option("--seed", line.play.seed, "Picks among the owner's wordings; the same seed, the same talk");
    declare_format(*command, line.play.format);
    command->callback(
        [&line, &io] { line.chosen = [&line, &io] { return play_command(line.play, line.globals, io); }; });
}

void declare_evaluate(CLI::App& app, CommandLine& line, Io& io) {
    CLI::App* command = app.add_subcommand("evaluate", "How well the pack reads labelled utterances");
    command->add_option("FILE", line.evaluate.file, "JSON Lines of labelled utterances (default: those of the pack)");
    static const std::map<std::string, scoring::Split> splits{
        {"test", scoring::Split::test}, {"train", scoring::Split::train}, {"all", scoring::Split::all}};
    command
        ->add_option_function<std::string>(
            "--split", [&line](const std::string& name) { line.evaluate.split = splits.at(name); },
            "Which part: test (one in five, kept from training; the default), train or all")
        ->check(CLI::IsMember({"test", "train", "all"}))
        ->type_name("test|train|all");
    command->add_flag("--list", line.evaluate.list, "List what was read otherwise than labelled (with --split train)");
    declare_format(*command, line.evaluate.format);
    command->callback(
        [&line, &io] { line.chosen = [&line, &io] { return evaluate_command(line.evaluate, line.globals, io); }; });
void declare_check(CLI::App& app, CommandLine& line, Io& io) {
    CLI::App* command =
        app.add_subcommand("check", "Check packs, scenarios and personas: file:line:col of all that is wrong");
    command->add_option("PATH", line.check.paths, "Files or folders, told apart by the \"format\" in each file")
        ->required();
    declare_format(*command, line.check.format);
    command->callback(
        [&line, &io] { line.chosen = [&line, &io] { return check_command(line.check, line.globals, io); }; });
}

void declare_list(CLI::App& app, CommandLine& line, Io& io) {
    CLI::App* command = app.add_subcommand("list", "List the scenarios");
    declare_format(*command, line.list.format);
    command->callback(
        [&line, &io] { line.chosen = [&line, &io] { return list_command(line.list, line.globals, io); }; });
}

void declare_demo(CLI::App& app, CommandLine& line, Io& io) {
    CLI::App* command = app.add_subcommand("demo", "Play a shipped conversation and print everything");
    command->add_option("SCENARIO", line.demo, "Which one (default: the first)");
    command->callback(
        [&line, &io] { line.chosen = [&line, &io] { return demo_command(line.demo, line.globals, io); }; });
}

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

int run_unguarded(const std::vector<std::string>& arguments, Io& io) {
    CLI::App app("A flight simulator for one hard conversation: an angry owner complains, you answer.", "huashu");
    CommandLine line;
    app.set_version_flag("--version", "huashu " + std::string(version()), "Print the version and leave");
    app.fallthrough();
    app.require_subcommand(0, 1);
    declare_globals(app, line.globals);
    declare_score(app, line, io);
    declare_play(app, line, io);
    declare_evaluate(app, line, io);
    declare_check(app, line, io);
    declare_list(app, line, io);
    declare_demo(app, line, io);
    if (const auto status = parse(app, arguments, io)) return *status;
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
