#include "commands/assess_command.hpp"

namespace huashu::app {
namespace {

using Run = CommandResult (*)(const AssessOptions&, const GlobalOptions&, Io&);

class AssessDeclaration {
public:
    AssessDeclaration(CLI::App& group, AssessOptions& options, const GlobalOptions& globals, const Words& words, Io& io,
                      std::function<CommandResult()>& chosen)
        : group_(group), o_(options), globals_(globals), words_(words), io_(io), chosen_(chosen) {}

    void declare_all() {
        CLI::App& list = command("list", words_("cli.assess.list"), assess_list);
        list.add_option("--person", o_.person, words_("cli.assess.person"))->type_name("NAME");
        format(list);
        CLI::App& draw = command("draw", words_("cli.assess.draw"), assess_draw);
        draw.add_option("BLUEPRINT", o_.blueprint, words_("cli.assess.blueprint"))->required()->type_name("");
        draw.add_option("--forms", o_.forms, words_("cli.assess.forms"))
            ->check(CLI::Range(1, 12).description(""))
            ->type_name("1..12");
        draw.add_option("--seed", o_.seed, words_("cli.help.seed"))->type_name("N");
        format(draw);
        CLI::App& start = command("start", words_("cli.assess.start"), assess_start);
        start.add_option("BLUEPRINT", o_.blueprint, words_("cli.assess.blueprint"))->required()->type_name("");
        start.add_option("--person", o_.person, words_("cli.assess.person"))->required()->type_name("NAME");
        start.add_flag("--new", o_.is_new, words_("cli.assess.new_person"));
        start.add_option("--replies", o_.replies, words_("cli.assess.replies_file"))->type_name("FILE");
        format(sitting("show", words_("cli.assess.show"), assess_show));
        CLI::App& confirm = sitting("confirm", words_("cli.assess.confirm"), assess_confirm);
        by(confirm);
        confirm.add_option("--note", o_.note, words_("cli.assess.note"))->type_name("TEXT");
        CLI::App& change = sitting("change", words_("cli.assess.change"), assess_change);
        line(change);
        change.add_option("--points", o_.points, words_("cli.assess.points"))->required()->type_name("N");
        by(change);
        reason(change);
        CLI::App& contest = sitting("contest", words_("cli.assess.contest"), assess_contest);
        line(contest);
        reason(contest);
        decide();
        CLI::App& aside = sitting("set-aside", words_("cli.assess.aside"), assess_aside);
        by(aside);
        reason(aside);
        marking();
    }

private:
    CLI::App& command(const std::string& name, const std::string& about, Run run) {
        CLI::App* made = group_.add_subcommand(name, about);
        made->group(words_("cli.help.commands"));
        made->set_help_flag("-h,--help", words_("cli.help.help"));
        made->callback([this_options = &o_, this_globals = &globals_, io = &io_, chosen = &chosen_, run] {
            *chosen = [this_options, this_globals, io, run] { return run(*this_options, *this_globals, *io); };
        });
        return *made;
    }
    CLI::App& sitting(const std::string& name, const std::string& about, Run run) {
        CLI::App& made = command(name, about, run);
        made.add_option("SITTING", o_.sitting, words_("cli.assess.sitting"))->required()->type_name("");
        return made;
    }
    void decide() {
        CLI::App& decide = sitting("decide", words_("cli.assess.decide"), assess_decide);
        decide.add_option("--appeal", o_.appeal, words_("cli.assess.appeal"))
            ->check(CLI::Range(1, 1000).description(""))
            ->type_name("N");
        auto* uphold = decide.add_flag("--uphold", o_.upheld, words_("cli.assess.uphold"));
        decide.add_flag("--reject", words_("cli.assess.reject"))->excludes(uphold);
        decide.add_option("--points", o_.points, words_("cli.assess.points"))->type_name("N");
        by(decide);
        reason(decide);
    }
    void marking() {
        CLI::App& sample = command("sample", words_("cli.assess.sample"), assess_sample);
        sample.add_option("--count", o_.count, words_("cli.assess.count"))
            ->check(CLI::Range(1, 1000).description(""))
            ->type_name("N");
        sample.add_option("--seed", o_.seed, words_("cli.help.seed"))->type_name("N");
        sample.add_option("--out", o_.out, words_("cli.assess.out"))->required()->type_name("FILE");
        CLI::App& agree = command("agree", words_("cli.assess.agree"), assess_agree);
        agree.add_option("SHEET", o_.sheet, words_("cli.assess.sheet"))->required()->type_name("");
        format(agree);
    }
    void by(CLI::App& command) {
        command.add_option("--by", o_.by, words_("cli.assess.by"))->required()->type_name("NAME");
    }
    void reason(CLI::App& command) {
        command.add_option("--reason", o_.reason, words_("cli.assess.reason"))->required()->type_name("TEXT");
    }
    void line(CLI::App& command) {
        command.add_option("--line", o_.line, words_("cli.assess.line"))->required()->type_name("N.N");
    }
    void format(CLI::App& command) {
        command
            .add_option_function<std::string>(
                "--format",
                [options = &o_](const std::string& name) {
                    options->format = name == "json" ? Format::json : Format::text;
                },
                words_("cli.help.format"))
            ->check(CLI::IsMember({"text", "json"}).description(""))
            ->type_name("text|json");
    }

    CLI::App& group_;
    AssessOptions& o_;
    const GlobalOptions& globals_;
    const Words& words_;
    Io& io_;
    std::function<CommandResult()>& chosen_;
};

}  // namespace

void declare_assess(CLI::App& app, AssessOptions& options, const GlobalOptions& globals, const Words& words, Io& io,
                    std::function<CommandResult()>& chosen) {
    CLI::App* group = app.add_subcommand("assess", words("cli.assess.group"));
    group->group(words("cli.help.commands"));
    group->set_help_flag("-h,--help", words("cli.help.help"));
    group->require_subcommand(1);
    AssessDeclaration(*group, options, globals, words, io, chosen).declare_all();
}

}  // namespace huashu::app
