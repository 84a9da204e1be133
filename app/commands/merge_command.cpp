#include "commands/merge_command.hpp"

#include "author/diff_text.hpp"
#include "author/merge.hpp"
#include "author/replace_file.hpp"
#include "commands/author_side.hpp"

namespace huashu::app {
namespace {

std::string conflict_text(const Page& page, const MergeConflict& conflict) {
    const Words& words = page.words;
    const std::string place = printable(place_text(words, conflict.path));
    const auto shown = [&](const std::string& side, const std::string& other) {
        return side.empty() ? words("cli.author.merge.absent") : printable(side_by_side(side, other).first);
    };
    std::string text =
        words(conflict.of_order ? "cli.author.merge.order" : "cli.author.merge.conflict", {{"place", place}}) + "\n";
    text += "  " + words("cli.author.merge.base", {{"text", shown(conflict.base, conflict.mine)}}) + "\n";
    text += "  " + words("cli.author.merge.mine", {{"text", shown(conflict.mine, conflict.theirs)}}) + "\n";
    return text + "  " + words("cli.author.merge.theirs", {{"text", shown(conflict.theirs, conflict.mine)}}) + "\n";
}

// What the loader says of a scenario that was merged: a stage that one took away and the other still leads to.
Result<Diagnostics> problems_of_merged(const std::string& text, const ScenarioSide& mine, const Setting& setting) {
    if (!mine.is_scenario()) return Diagnostics();
    Diagnostics problems;
    const auto engine = load_engine(setting.folders.pack, problems);
    if (!engine) return tl::unexpected(engine.error());
    const auto scenario = scenarios::parse_scenario(mine.file, text, **engine, mine.personas);
    return scenario ? Diagnostics() : scenario.error().diagnostics;
}

}  // namespace

CommandResult merge_command(const MergeOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    std::vector<ScenarioSide> sides;
    for (const std::string* name : {&options.base, &options.mine, &options.theirs}) {
        auto side = named_side(*name, *setting, options.store, globals, io);
        if (!side) return tl::unexpected(side.error());
        sides.push_back(std::move(*side));
    }
    const Merged merged = merge_content(*sides[0].document, *sides[1].document, *sides[2].document,
                                        options.prefer == "theirs" ? MergeSide::theirs : MergeSide::mine);
    for (const MergeConflict& conflict : merged.conflicts) io.err(conflict_text(setting->page, conflict));
    if (!merged.conflicts.empty() && options.prefer.empty()) {
        io.err(setting->page.words("cli.author.merge.unsettled", {{"count", std::to_string(merged.conflicts.size())}}) +
               "\n");
        return status_content;
    }
    const std::string text = scenario_text(merged.document);
    const auto problems = problems_of_merged(text, sides[1], *setting);
    if (!problems) return tl::unexpected(problems.error());
    auto written = options.out.empty() ? print(io, text) : replace_file(options.out, text);
    if (!written) return tl::unexpected(written.error());
    report(io, *problems);
    return has_errors(*problems) ? status_content : status_fine;
}

}  // namespace huashu::app
