#include "commands/author_command_line.hpp"

#include <set>

namespace huashu::app {
namespace {

// CLI11 would print the allowed values a second time.
CLI::Validator any_of(std::set<std::string> values) { return CLI::IsMember(std::move(values)).description(""); }

class AuthorDeclaration {
public:
    AuthorDeclaration(CLI::App& app, AuthorOptions& options, const GlobalOptions& globals, const Words& words, Io& io,
                      std::function<CommandResult()>& chosen)
        : app_(app), options_(options), globals_(globals), words_(words), io_(io), chosen_(chosen) {}

    void format() {
        CLI::App& format = command("format", words_("cli.author.help.format"), options_.format, format_command);
        format.add_option("PATH", options_.format.paths, words_("cli.author.help.format_paths"))
            ->required()
            ->type_name("");
        format.add_flag("--check", options_.format.check, words_("cli.author.help.format_check"));
    }

    void diff() {
        CLI::App& diff = command("diff", words_("cli.author.help.diff"), options_.diff, diff_command);
        diff.add_option("OLD", options_.diff.before, words_("cli.author.help.side"))->required()->type_name("");
        diff.add_option("NEW", options_.diff.after, words_("cli.author.help.side"))->required()->type_name("");
        diff.add_flag("--quick", options_.diff.quick, words_("cli.author.help.quick"));
        store(diff, options_.diff.store);
        answer(diff, options_.diff.format);
    }

    void merge() {
        CLI::App& merge = command("merge", words_("cli.author.help.merge"), options_.merge, merge_command);
        merge.add_option("BASE", options_.merge.base, words_("cli.author.help.base"))->required()->type_name("");
        merge.add_option("MINE", options_.merge.mine, words_("cli.author.help.side"))->required()->type_name("");
        merge.add_option("THEIRS", options_.merge.theirs, words_("cli.author.help.side"))->required()->type_name("");
        merge.add_option("--out", options_.merge.out, words_("cli.author.help.out_file"))->type_name("FILE");
        merge.add_option("--prefer", options_.merge.prefer, words_("cli.author.help.prefer"))
            ->check(any_of({"mine", "theirs"}))
            ->type_name("mine|theirs");
        store(merge, options_.merge.store);
    }

    void version() {
        CLI::App& version = command("version", words_("cli.author.help.version"), options_.version, version_command);
        version.add_option("ACTION", options_.version.action, words_("cli.author.help.version_action"))
            ->required()
            ->check(
                any_of({"list", "add", "submit", "return", "publish", "restore", "history", "show", "verify", "use"}))
            ->type_name("list|add|submit|return|publish|restore|history|show|verify|use");
        version.add_option("WHAT", options_.version.what, words_("cli.author.help.version_what"))->type_name("");
        version.add_option("--number", options_.version.number, words_("cli.author.help.number"))->type_name("N");
        version.add_option("--by", options_.version.by, words_("cli.author.help.by"))->type_name("NAME");
        version.add_option("--note", options_.version.note, words_("cli.author.help.note"))->type_name("TEXT");
        store(version, options_.version.store);
        answer(version, options_.version.format);
    }

    void bundle() {
        CLI::App& bundle = command("bundle", words_("cli.author.help.bundle"), options_.bundle, bundle_command);
        bundle.add_option("ACTION", options_.bundle.action, words_("cli.author.help.bundle_action"))
            ->required()
            ->check(any_of({"pack", "show", "import"}))
            ->type_name("pack|show|import");
        bundle.add_option("WHAT", options_.bundle.what, words_("cli.author.help.bundle_what"))
            ->required()
            ->type_name("");
        bundle.add_option("--out", options_.bundle.out, words_("cli.author.help.out_file"))->type_name("FILE");
        bundle.add_option("--title", options_.bundle.title, words_("cli.author.help.title"))->type_name("TEXT");
        bundle.add_option("--replace", options_.bundle.replace, words_("cli.author.help.replace"))
            ->allow_extra_args(false)
            ->type_name("ID");
        store(bundle, options_.bundle.store);
        answer(bundle, options_.bundle.format);
    }

    void words() {
        CLI::App& words = command("words", words_("cli.author.help.words"), options_.words, words_command);
        words.add_option("ACTION", options_.words.action, words_("cli.author.help.words_action"))
            ->required()
            ->check(any_of({"import", "export", "template"}))
            ->type_name("import|export|template");
        words.add_option("WHAT", options_.words.what, words_("cli.author.help.words_what"))->type_name("");
        words.add_option("--list", options_.words.list, words_("cli.author.help.words_list"))->type_name("NAME");
        words.add_option("--out", options_.words.out, words_("cli.author.help.out_file"))->type_name("FILE");
        words.add_option("--encoding", options_.words.encoding, words_("cli.author.help.encoding"))
            ->check(any_of({"utf-8", "utf-16", "gbk", "big5"}))
            ->type_name("utf-8|utf-16|gbk|big5");
        words.add_flag("--patterns", options_.words.patterns, words_("cli.author.help.patterns"));
        answer(words, options_.words.format);
    }

    void impact() {
        CLI::App& impact = command("impact", words_("cli.author.help.impact"), options_.impact, impact_command);
        impact.add_option("--draft", options_.impact.drafts, words_("cli.author.help.draft"))
            ->required()
            ->type_name("PATH");
        impact.add_option("--threads", options_.impact.threads, words_("cli.help.threads"))
            ->check(CLI::Range(1, 256).description(""))
            ->type_name("1..256");
        answer(impact, options_.impact.format);
    }

private:
    template <class Options>
    CLI::App& command(const std::string& name, const std::string& about, const Options& options,
                      CommandResult (*run)(const Options&, const GlobalOptions&, Io&)) {
        CLI::App* command = app_.add_subcommand(name, about);
        command->group(words_("cli.help.commands"));
        command->set_help_flag("-h,--help", words_("cli.help.help"));
        command->callback([&options, run, &globals = globals_, &io = io_, &chosen = chosen_] {
            chosen = [&options, run, &globals, &io] { return run(options, globals, io); };
        });
        return *command;
    }

    void store(CLI::App& command, std::string& store) {
        command.add_option("--store", store, words_("cli.author.help.store"))->type_name("DIR");
    }

    void answer(CLI::App& command, Format& format) {
        command
            .add_option_function<std::string>(
                "--format",
                [&format](const std::string& name) { format = name == "json" ? Format::json : Format::text; },
                words_("cli.help.format"))
            ->check(any_of({"text", "json"}))
            ->type_name("text|json");
    }

    CLI::App& app_;
    AuthorOptions& options_;
    const GlobalOptions& globals_;
    const Words& words_;
    Io& io_;
    std::function<CommandResult()>& chosen_;
};

}  // namespace

void declare_author_commands(CLI::App& app, AuthorOptions& options, const GlobalOptions& globals, const Words& words,
                             Io& io, std::function<CommandResult()>& chosen) {
    AuthorDeclaration declaration(app, options, globals, words, io, chosen);
    declaration.version();
    declaration.diff();
    declaration.merge();
    declaration.impact();
    declaration.words();
    declaration.bundle();
    declaration.format();
}

}  // namespace huashu::app
