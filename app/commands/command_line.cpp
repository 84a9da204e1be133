#include "commands/command_line.hpp"

#include <map>
#include <utility>

#include "commands/start_command.hpp"

namespace huashu::app {
namespace {

void declare_globals(CLI::App& app, GlobalOptions& globals) {
    app.add_option("--data", globals.data, "Folder of your records (else HUASHU_DATA, else ~/.local/share/huashu)")
        ->type_name("DIR");
    app.add_option("--lang", globals.language, "Language of the interface; by default that of the locale")
        ->type_name("zh-Hant|zh-Hans|en");
    app.add_option("--pack", globals.pack, "Rule pack: an id of a shipped one, or a folder (default: zh)")
        ->type_name("PACK");
    app.add_option("--library", globals.library, "Folder of scenarios (default: the shipped ones)")->type_name("DIR");
}

/// Remembers what to run when the command was named.
void runs(CLI::App& command, CommandLine& line, std::function<CommandResult()> what) {
    command.callback([&line, what = std::move(what)] { line.chosen = what; });
}

void declare_format(CLI::App& command, Format& format) {
    command
        .add_option_function<std::string>(
            "--format", [&format](const std::string& name) { format = name == "json" ? Format::json : Format::text; },
            "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->type_name("text|json");
}

void declare_score(CLI::App& app, CommandLine& line, Io& io) {
    CLI::App* command = app.add_subcommand("score", "Score replies: JSON Lines in, JSON Lines out, in order");
    command->add_option("FILE", line.score.file,
                        "JSON Lines: {\"id\", \"text\", \"owner\"?, \"family\"?, \"step\"?}; - is standard input");
    command->add_option("--threads", line.score.threads, "How many threads (default: one for each core)")
        ->check(CLI::Range(1, 256));
    runs(*command, line, [&line, &io] { return score_command(line.score, line.globals, io); });
}

void declare_play(CLI::App& app, CommandLine& line, Io& io) {
    CLI::App* command = app.add_subcommand("play", "Play a scenario here, or with the replies of a file");
    command->add_option("SCENARIO", line.play.scenario, "Its id (huashu list) or a file")->required();
    command
        ->add_option("--replies", line.play.replies, "A reply a line; =a chooses a, = is silence; - is standard input")
        ->type_name("FILE");
    command->add_option("--seed", line.play.seed, "Picks among the owner's wordings; the same seed, the same talk");
    declare_format(*command, line.play.format);
    runs(*command, line, [&line, &io] { return play_command(line.play, line.globals, io); });
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
    runs(*command, line, [&line, &io] { return evaluate_command(line.evaluate, line.globals, io); });
}

void declare_check(CLI::App& app, CommandLine& line, Io& io) {
    CLI::App* command =
        app.add_subcommand("check", "Check packs, scenarios and personas: file:line:col of all that is wrong");
    command->add_option("PATH", line.check.paths, "Files or folders, told apart by the \"format\" in each file")
        ->required();
    declare_format(*command, line.check.format);
    runs(*command, line, [&line, &io] { return check_command(line.check, line.globals, io); });
}

void declare_list(CLI::App& app, CommandLine& line, Io& io) {
    CLI::App* command = app.add_subcommand("list", "List the scenarios");
    declare_format(*command, line.list.format);
    runs(*command, line, [&line, &io] { return list_command(line.list, line.globals, io); });
}

void declare_demo(CLI::App& app, CommandLine& line, Io& io) {
    CLI::App* command = app.add_subcommand("demo", "Play a shipped conversation and print everything");
    command->add_option("SCENARIO", line.demo, "Which one (default: the first)");
    runs(*command, line, [&line, &io] { return demo_command(line.demo, line.globals, io); });
}

void declare_explain(CLI::App& app, CommandLine& line, Io& io) {
    CLI::App* command = app.add_subcommand("explain", "Show each step from the bytes of a reply to its points");
    command->add_option("TEXT", line.explain.text, "The reply; - is standard input")->required();
    command->add_option("--owner", line.explain.owner, "The owner's last line");
    command->add_option("--family", line.explain.family, "The family of the complaint")
        ->check(CLI::IsMember({"service", "facility", "safety"}))
        ->type_name("service|facility|safety");
    command->add_option("--step", line.explain.step, "The step of the conversation: 1 to 4")->check(CLI::Range(1, 4));
    runs(*command, line, [&line, &io] { return explain_command(line.explain, line.globals, io); });
}

void declare_desktop(CLI::App& app, CommandLine& line, Io& io) {
    CLI::App* command = app.add_subcommand("desktop", "Open the window (the default where there is a display)");
    command->add_option("--scenario", line.desktop.scenario, "Open this one at once")->type_name("ID");
    command->add_flag("--gallery", line.desktop.gallery, "Show every widget instead, for developers");
    runs(*command, line, [&line, &io] { return desktop_command(line.desktop, line.globals, io); });
}

void declare_tour(CLI::App& app, CommandLine& line, Io& io) {
    CLI::App* command = app.add_subcommand("tour", "Write a picture of every screen; needs no display");
    command->add_option("--out", line.tour.out, "Folder for the pictures")->type_name("DIR")->required();
    command->add_option("--size", line.tour.size, "In pixels (default: 1280x800)")->type_name("WxH");
    command->add_option("--theme", line.tour.theme, "light, dark or contrast")
        ->check(CLI::IsMember({"light", "dark", "contrast"}))
        ->type_name("light|dark|contrast");
    command->add_option("--text", line.tour.text_per_cent, "Size of the text in per cent")
        ->check(CLI::Range(80, 200))
        ->type_name("80-200");
    runs(*command, line, [&line, &io] { return tour_command(line.tour, line.globals, io); });
}

}  // namespace

void declare(CLI::App& app, CommandLine& line, Io& io) {
    declare_globals(app, line.globals);
    declare_desktop(app, line, io);
    declare_play(app, line, io);
    declare_demo(app, line, io);
    declare_list(app, line, io);
    declare_check(app, line, io);
    declare_score(app, line, io);
    declare_explain(app, line, io);
    declare_evaluate(app, line, io);
    declare_tour(app, line, io);
}

}  // namespace huashu::app
