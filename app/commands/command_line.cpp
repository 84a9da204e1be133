#include "commands/command_line.hpp"

#include <map>
#include <set>
#include <utility>

#include "commands/import_records.hpp"
#include "commands/start_command.hpp"
#include "version.hpp"

namespace huashu::app {
namespace {

// The allowed values stand in the option's type name; CLI11 would print them a second time.
CLI::Validator one_of(std::set<std::string> values) { return CLI::IsMember(std::move(values)).description(""); }
CLI::Validator between(int least, int most) { return CLI::Range(least, most).description(""); }

// One declaration a command. Help is in the language of the interface; names of options and values are not.
class Declaration {
public:
    Declaration(CLI::App& app, CommandLine& line, const Words& words, Io& io)
        : app_(app), line_(line), words_(words), io_(io) {}

    void declare_all() {
        name_groups();
        globals();
        desktop();
        play();
        whatif();
        demo();
        list();
        check();
        coverage();
        make_new();
        import_from();
        score();
        explain();
        evaluate();
        report();
        analyse();
        plan();
        declare_assess(app_, line_.assess, line_.globals, words_, io_, line_.chosen);
        tour();
        verify();
        rescore();
        backup();
        lock();
        person();
        retention();
    }

private:
    void name_groups() {
        app_.description(words_("cli.help.about") + "\n" + words_("cli.help.without"));
        app_.get_formatter()->label("Usage", words_("cli.help.usage"));
        app_.get_formatter()->label("Positionals", words_("cli.help.arguments"));
        app_.get_formatter()->label("REQUIRED", words_("cli.help.required"));
        app_.option_defaults()->group(words_("cli.help.options"));
        app_.set_help_flag("-h,--help", words_("cli.help.help"));
        app_.set_version_flag("--version", "huashu " + std::string(version()), words_("cli.help.version"));
    }

    void globals() {
        GlobalOptions& globals = line_.globals;
        app_.add_option("--data", globals.data, words_("cli.help.data"))->type_name("DIR");
        app_.add_option("--lang", globals.language, words_("cli.help.lang"))->type_name("zh-Hant|zh-Hans|en");
        app_.add_option("--pack", globals.pack, words_("cli.help.pack"))->type_name("PACK");
        app_.add_option("--library", globals.library, words_("cli.help.library"))->type_name("DIR");
    }

    CLI::App& command(const std::string& name, const std::string& about, CommandResult (*run)(CommandLine&, Io&)) {
        CLI::App* command = app_.add_subcommand(name, about);
        command->group(words_("cli.help.commands"));
        command->set_help_flag("-h,--help", words_("cli.help.help"));  // again: made before the groups were named
        command->callback([this_line = &line_, io = &io_, run] {
            this_line->chosen = [this_line, io, run] { return run(*this_line, *io); };
        });
        return *command;
    }

    void format(CLI::App& command, Format& format) {
        command
            .add_option_function<std::string>(
                "--format",
                [&format](const std::string& name) { format = name == "json" ? Format::json : Format::text; },
                words_("cli.help.format"))
            ->check(one_of({"text", "json"}))
            ->type_name("text|json");
    }

    void desktop() {
        CLI::App& desktop = command("desktop", words_("cli.help.desktop"), [](CommandLine& line, Io& io) {
            return desktop_command(line.desktop, line.globals, io);
        });
        desktop.add_option("--scenario", line_.desktop.scenario, words_("cli.help.open_scenario"))->type_name("ID");
        desktop.add_flag("--gallery", line_.desktop.gallery, words_("cli.help.gallery"));
        desktop.add_flag("--measure-start", line_.desktop.measure_start)->group("");  // for measuring
    }

    void play() {
        CLI::App& play = command("play", words_("cli.help.play"),
                                 [](CommandLine& line, Io& io) { return play_command(line.play, line.globals, io); });
        play.add_option("SCENARIO", line_.play.scenario, words_("cli.help.scenario"))->required()->type_name("");
        play.add_option("--replies", line_.play.replies, words_("cli.help.replies"))->type_name("FILE");
        play.add_option("--seed", line_.play.seed, words_("cli.help.seed"))->type_name("N");
        format(play, line_.play.format);
    }

    void whatif() {
        CLI::App& whatif = command("whatif", words_("cli.help.whatif"), [](CommandLine& line, Io& io) {
            return whatif_command(line.whatif, line.globals, io);
        });
        whatif.add_option("SCENARIO", line_.whatif.scenario, words_("cli.help.scenario"))->required()->type_name("");
        whatif.add_option("--replies", line_.whatif.replies, words_("cli.help.replies"))->type_name("FILE");
        whatif.add_option("--turn", line_.whatif.turn, words_("cli.help.turn"))
            ->required()
            ->check(between(1, 100000))
            ->type_name("N");
        whatif.add_option("--reply", line_.whatif.reply, words_("cli.help.new_reply"))->required()->type_name("TEXT");
        whatif.add_option("--seed", line_.whatif.seed, words_("cli.help.seed"))->type_name("N");
        format(whatif, line_.whatif.format);
    }

    void make_new() {
        CLI::App& make = command("new", words_("cli.help.new"),
                                 [](CommandLine& line, Io& io) { return new_command(line.make, line.globals, io); });
        make.add_option("WHAT", line_.make.what, words_("cli.help.new_what"))
            ->required()
            ->check(one_of({"scenario"}))
            ->type_name("scenario");
        make.add_option("ID", line_.make.id, words_("cli.help.new_id"))->required()->type_name("");
        make.add_option("--kind", line_.make.kind, words_("cli.help.kind"))->type_name("2.x.y");
        make.add_option("--out", line_.make.out, words_("cli.help.out_folder"))->type_name("DIR");
    }

    void import_from() {
        CLI::App& twee = command("import", words_("cli.help.import"), [](CommandLine& line, Io& io) {
            if (line.imported.format == "records") return import_records(line.imported.file, line.globals, io);
            return import_command(line.imported, line.globals, io);
        });
        twee.add_option("FORMAT", line_.imported.format, words_("cli.help.import_format"))
            ->required()
            ->check(one_of({"twee", "records"}))
            ->type_name("twee|records");
        twee.add_option("FILE", line_.imported.file, words_("cli.help.import_file"))->required()->type_name("");
        twee.add_option("--id", line_.imported.id, words_("cli.help.new_id"))->type_name("ID");
        twee.add_option("--out", line_.imported.out, words_("cli.help.out_folder"))->type_name("DIR");
    }

    void demo() {
        CLI::App& demo = command("demo", words_("cli.help.demo"),
                                 [](CommandLine& line, Io& io) { return demo_command(line.demo, line.globals, io); });
        demo.add_option("SCENARIO", line_.demo, words_("cli.help.demo_scenario"))->type_name("");
    }

    void list() {
        CLI::App& list = command("list", words_("cli.help.list"),
                                 [](CommandLine& line, Io& io) { return list_command(line.list, line.globals, io); });
        format(list, line_.list.format);
    }

    void check() {
        CLI::App& check = command("check", words_("cli.help.check"), [](CommandLine& line, Io& io) {
            return check_command(line.check, line.globals, io);
        });
        check.add_option("PATH", line_.check.paths, words_("cli.help.paths"))->required()->type_name("");
        check.add_flag("--quality", line_.check.quality, words_("cli.help.quality"));
        check.add_flag("--deep", line_.check.deep, words_("cli.help.deep"));
        check.add_option("--way-to", line_.check.way_to, words_("cli.help.way_to"))->type_name("PART");
        format(check, line_.check.format);
    }

    void coverage() {
        CLI::App& coverage = command("coverage", words_("cli.help.coverage"), [](CommandLine& line, Io& io) {
            return coverage_command(line.coverage, line.globals, io);
        });
        format(coverage, line_.coverage.format);
    }

    void score() {
        CLI::App& score = command("score", words_("cli.help.score"), [](CommandLine& line, Io& io) {
            return score_command(line.score, line.globals, io);
        });
        score.add_option("FILE", line_.score.file, words_("cli.help.score_file"))->type_name("");
        score.add_option("--threads", line_.score.threads, words_("cli.help.threads"))
            ->check(between(1, 256))
            ->type_name("1..256");
    }

    void explain() {
        CLI::App& explain = command("explain", words_("cli.help.explain"), [](CommandLine& line, Io& io) {
            return explain_command(line.explain, line.globals, io);
        });
        explain.add_option("TEXT", line_.explain.text, words_("cli.help.reply"))->required()->type_name("");
        explain.add_option("--owner", line_.explain.owner, words_("cli.help.owner"))->type_name("TEXT");
        explain.add_option("--family", line_.explain.family, words_("cli.help.family"))
            ->check(one_of({"service", "facility", "safety"}))
            ->type_name("service|facility|safety");
        explain.add_option("--step", line_.explain.step, words_("cli.help.step"))
            ->check(between(1, 4))
            ->type_name("1..4");
    }

    void evaluate() {
        CLI::App& evaluate = command("evaluate", words_("cli.help.evaluate"), [](CommandLine& line, Io& io) {
            return evaluate_command(line.evaluate, line.globals, io);
        });
        static const std::map<std::string, scoring::Split> splits{
            {"test", scoring::Split::test}, {"train", scoring::Split::train}, {"all", scoring::Split::all}};
        evaluate.add_option("FILE", line_.evaluate.file, words_("cli.help.utterances"))->type_name("");
        evaluate
            .add_option_function<std::string>(
                "--split", [&split = line_.evaluate.split](const std::string& name) { split = splits.at(name); },
                words_("cli.help.split"))
            ->check(one_of({"test", "train", "all"}))
            ->type_name("test|train|all");
        evaluate.add_flag("--list", line_.evaluate.list, words_("cli.help.misread"));
        format(evaluate, line_.evaluate.format);
    }

    void report() {
        CLI::App& report = command("report", words_("cli.help.report"), [](CommandLine& line, Io& io) {
            return report_command(line.report, line.globals, io);
        });
        report.add_option("KIND", line_.report.kind, words_("cli.help.report_kind"))
            ->required()
            ->check(one_of({"pdf", "certificate", "xlsx", "csv", "xapi"}))
            ->type_name("pdf|certificate|xlsx|csv|xapi");
        whose(report, line_.report.person, line_.report.since, line_.report.pseudonyms);
        report.add_option("--attempt", line_.report.attempt, words_("cli.help.attempt"))->type_name("ID");
        report.add_option("--sitting", line_.report.sitting, words_("cli.help.sitting_report"))->type_name("ID");
        report.add_option("--out", line_.report.out, words_("cli.help.report_out"))->type_name("FILE");
        report.add_option("--table", line_.report.table, words_("cli.help.table"))
            ->check(one_of({"attempts", "replies", "ledger", "sittings"}))
            ->type_name("attempts|replies|ledger|sittings");
        report.add_option("--site", line_.report.site, words_("cli.help.site"))->type_name("TEXT");
    }

    void analyse() {
        CLI::App& analyse = command("analyse", words_("cli.help.analyse"), [](CommandLine& line, Io& io) {
            return analyse_command(line.analyse, line.globals, io);
        });
        whose(analyse, line_.analyse.person, line_.analyse.since, line_.analyse.pseudonyms);
        format(analyse, line_.analyse.format);
    }

    // Whose results, since when, and under which names.
    void whose(CLI::App& command, std::string& person, std::string& since, bool& pseudonyms) {
        command.add_option("--person", person, words_("cli.help.person"))->type_name("WHO");
        command.add_option("--since", since, words_("cli.help.since"))->type_name("DAY");
        command.add_flag("--pseudonyms", pseudonyms, words_("cli.help.pseudonyms"));
    }

    void plan() {
        CLI::App& plan = command("plan", words_("cli.help.plan"),
                                 [](CommandLine& line, Io& io) { return plan_command(line.plan, line.globals, io); });
        plan.add_option("ACTION", line_.plan.action, words_("cli.help.plan_action"))
            ->check(one_of({"show", "add", "done", "remove"}))
            ->type_name("show|add|done|remove");
        plan.add_option("--person", line_.plan.person, words_("cli.help.person"))->type_name("WHO");
        plan.add_option("--chapter", line_.plan.chapter, words_("cli.help.chapter"))
            ->check(between(1, 13))
            ->type_name("1..13");
        plan.add_option("--measure", line_.plan.what, words_("cli.help.measure"))->type_name("TEXT");
        plan.add_option("--who", line_.plan.who, words_("cli.help.answerable"))->type_name("NAME");
        plan.add_option("--by", line_.plan.due, words_("cli.help.due"))->type_name("DAY");
        plan.add_option("--id", line_.plan.id, words_("cli.help.measure_id"))->type_name("ID");
        format(plan, line_.plan.format);
    }

    void tour() {
        CLI::App& tour = command("tour", words_("cli.help.tour"),
                                 [](CommandLine& line, Io& io) { return tour_command(line.tour, line.globals, io); });
        tour.add_option("--out", line_.tour.out, words_("cli.help.out"))->type_name("DIR")->required();
        tour.add_option("--size", line_.tour.size, words_("cli.help.size"))->type_name("WxH");
        tour.add_option("--theme", line_.tour.theme, words_("cli.help.theme"))
            ->check(one_of({"light", "dark", "contrast"}))
            ->type_name("light|dark|contrast");
        tour.add_option("--text", line_.tour.text_per_cent, words_("cli.help.text_size"))
            ->check(between(80, 200))
            ->type_name("80..200");
    }

    void verify() {
        CLI::App& verify = command("verify", words_("cli.help.verify"), [](CommandLine& line, Io& io) {
            return verify_command(line.verify, line.globals, io);
        });
        verify.add_option("--head", line_.verify.heads, words_("cli.help.head"))->type_name("HEAD");
        format(verify, line_.verify.format);
    }

    void rescore() {
        CLI::App& rescore = command("rescore", words_("cli.help.rescore"), [](CommandLine& line, Io& io) {
            return rescore_command(line.rescore, line.globals, io);
        });
        rescore.add_option("ID", line_.rescore.ids, words_("cli.help.attempts"))->type_name("");
        format(rescore, line_.rescore.format);
    }

    void backup() {
        CLI::App& backup = command("backup", words_("cli.help.backup"), [](CommandLine& line, Io& io) {
            return backup_command(line.backup, line.globals, io);
        });
        backup.add_option("DIR", line_.backup.target, words_("cli.help.backup_folder"))->required()->type_name("");
    }

    void lock() {
        CLI::App& lock = command("lock", words_("cli.help.lock"),
                                 [](CommandLine& line, Io& io) { return lock_command(line.lock, line.globals, io); });
        lock.add_option("ACTION", line_.lock.action, words_("cli.help.lock_action"))
            ->check(one_of({"status", "set", "recover", "remove"}))
            ->type_name("status|set|recover|remove");
    }

    void person() {
        CLI::App& person = command("person", words_("cli.help.person_command"), [](CommandLine& line, Io& io) {
            return person_command(line.person, line.globals, io);
        });
        person.add_option("ACTION", line_.person.action, words_("cli.help.person_action"))
            ->required()
            ->check(one_of({"list", "export", "erase"}))
            ->type_name("list|export|erase");
        person.add_option("NAME", line_.person.name, words_("cli.help.person_name"))->type_name("");
        person.add_option("--out", line_.person.out, words_("cli.help.out_file"))->type_name("FILE");
        person.add_flag("--plain", line_.person.is_plain, words_("cli.help.plain"));
        person.add_flag("--yes", line_.person.is_sure, words_("cli.help.yes"));
    }

    void retention() {
        CLI::App& retention = command("retention", words_("cli.help.retention"), [](CommandLine& line, Io& io) {
            return retention_command(line.retention, line.globals, io);
        });
        retention.add_option("DAYS", line_.retention.days, words_("cli.help.retention_days"))->type_name("N|off");
        retention.add_flag("--apply", line_.retention.apply, words_("cli.help.retention_apply"));
        retention.add_flag("--yes", line_.retention.is_sure, words_("cli.help.yes"));
    }

    CLI::App& app_;
    CommandLine& line_;
    const Words& words_;
    Io& io_;
};

}  // namespace

void declare(CLI::App& app, CommandLine& line, const Words& words, Io& io) {
    Declaration(app, line, words, io).declare_all();
    declare_author_commands(app, line.author, line.globals, words, io, line.chosen);
}

}  // namespace huashu::app
