#include "commands/merge_command.hpp"

#include <filesystem>

#include "author/diff_text.hpp"
#include "author/merge_trees.hpp"
#include "author/pack_soundness.hpp"
#include "author/replace_file.hpp"
#include "author/rule_pack.hpp"
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

bool is_pack(const std::string& folder) {
    std::error_code failed;
    return std::filesystem::is_regular_file(folder + "/pack.json", failed);
}

// Says the conflicts; true: they are settled, or there are none.
bool told_conflicts(const std::vector<MergeConflict>& conflicts, const MergeOptions& options, const Setting& setting,
                    Io& io) {
    for (const MergeConflict& conflict : conflicts) io.err(conflict_text(setting.page, conflict));
    if (conflicts.empty() || !options.prefer.empty()) return true;
    io.err(setting.page.words("cli.author.merge.unsettled", {{"count", std::to_string(conflicts.size())}}) + "\n");
    return false;
}

// Folders of rule packs. What comes of it goes into `--out`: a new folder, or that of mine.
CommandResult merge_packs(const MergeOptions& options, const Setting& setting, Io& io) {
    std::vector<Tree> sides;
    for (const std::string* folder : {&options.base, &options.mine, &options.theirs}) {
        auto side = read_rule_pack(*folder);
        if (!side) return tl::unexpected(side.error());
        sides.push_back(std::move(*side));
    }
    if (options.out.empty())
        return wrong_usage("out-missing", "where to?", "a pack is a folder: name one with --out FOLDER");
    auto merged = merge_trees(sides[0], sides[1], sides[2]);
    if (merged && options.prefer == "theirs")
        merged = merge_trees(sides[0], sides[1], sides[2],
                             std::vector<MergeSide>(merged->conflicts.size(), MergeSide::theirs));
    if (!merged) return tl::unexpected(merged.error());
    if (!told_conflicts(merged->conflicts, options, setting, io)) return status_content;
    if (!is_pack(options.out))
        if (auto made = copy_rule_pack(options.mine, options.out, {}); !made) return tl::unexpected(made.error());
    const auto there = read_rule_pack(options.out);
    if (!there) return tl::unexpected(there.error());
    if (auto saved = save_rule_pack(options.out, *there, merged->root); !saved) return tl::unexpected(saved.error());
    const auto sound = sound_pack_hash(options.out);
    if (sound) return status_fine;
    report(io, sound.error().diagnostics);
    return status_content;
}

}  // namespace

CommandResult merge_command(const MergeOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    if (is_pack(options.base)) return merge_packs(options, *setting, io);
    std::vector<ScenarioSide> sides;
    for (const std::string* name : {&options.base, &options.mine, &options.theirs}) {
        auto side = named_side(*name, *setting, options.store, globals, io);
        if (!side) return tl::unexpected(side.error());
        sides.push_back(std::move(*side));
    }
    const Merged merged = merge_content(*sides[0].document, *sides[1].document, *sides[2].document,
                                        options.prefer == "theirs" ? MergeSide::theirs : MergeSide::mine);
    if (!told_conflicts(merged.conflicts, options, *setting, io)) return status_content;
    const std::string text = scenario_text(merged.document);
    const auto problems = problems_of_merged(text, sides[1], *setting);
    if (!problems) return tl::unexpected(problems.error());
    auto written = options.out.empty() ? print(io, text) : replace_file(options.out, text);
    if (!written) return tl::unexpected(written.error());
    report(io, *problems);
    return has_errors(*problems) ? status_content : status_fine;
}

}  // namespace huashu::app
