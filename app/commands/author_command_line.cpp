#include "commands/author_command_line.hpp"

namespace huashu::app {
namespace {

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
    declaration.format();
}

}  // namespace huashu::app
