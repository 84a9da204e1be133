#include "commands/diff_command.hpp"

#include "author/diff_text.hpp"
#include "commands/author_side.hpp"

namespace huashu::app {
namespace {

std::string as_json(const std::vector<ContentChange>& changes, const std::optional<Consequences>& consequences) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.key("changes");
    write_changes(json, changes);
    if (consequences) {
        json.key("consequences");
        write_consequences(json, *consequences);
    }
    json.end_object();
    return out + "\n";
}

std::string as_text(const Page& page, const std::vector<ContentChange>& changes,
                    const std::optional<Consequences>& consequences) {
    if (changes.empty() && (!consequences || consequences->none())) return page.words("cli.author.diff.same") + "\n";
    std::string text = changes_text(page, changes);
    if (consequences) text += "\n" + page.words("cli.author.diff.comes_to") + "\n";
    if (consequences && consequences->none()) return text + page.words("cli.author.diff.nothing") + "\n";
    return consequences ? text + consequences_text(page, *consequences) : text;
}

}  // namespace

CommandResult diff_command(const DiffOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    const auto before = named_side(options.before, *setting, options.store, globals, io);
    if (!before) return tl::unexpected(before.error());
    const auto after = named_side(options.after, *setting, options.store, globals, io);
    if (!after) return tl::unexpected(after.error());
    const std::vector<ContentChange> changes = diff_content(*before->document, *after->document);
    std::optional<Consequences> consequences;
    if (before->is_scenario() && after->is_scenario()) {
        Diagnostics problems;
        const auto engine = load_engine(setting->folders.pack, problems);
        if (!engine) return tl::unexpected(engine.error());
        report_briefly(io, problems, setting->folders.pack);
        consequences = consequences_of(*before, *after, **engine,
                                       options.quick ? std::nullopt : std::optional(scenarios::AnalysisLimits{}));
    }
    const std::string out =
        options.format == Format::json ? as_json(changes, consequences) : as_text(setting->page, changes, consequences);
    if (auto printed = print(io, out); !printed) return tl::unexpected(printed.error());
    return status_fine;
}

}  // namespace huashu::app
