#include "commands/evaluate_command.hpp"

#include "content/content.hpp"
#include "paths/paths.hpp"
#include "scoring/json.hpp"

namespace huashu::app {

namespace {

/// The named file, or all that the pack has.
Result<Loaded<std::vector<scoring::Utterance>>> utterances_of(const EvaluateOptions& options, const std::string& pack) {
    if (!options.file.empty()) return scoring::load_utterances(options.file);
    const auto files = scoring::read_utterance_files(pack);
    if (!files) return tl::unexpected(files.error());
    return scoring::parse_utterances(*files);
}

/// The engine that also learned from a supervisor's own utterances, which are checked first.
Result<scoring::Engine> engine_with(const std::string& file, const scoring::Engine& engine, Io& io) {
    auto text = read_text_file(file);
    if (!text) return tl::unexpected(text.error());
    const auto own = scoring::load_utterances(file);
    if (!own) return tl::unexpected(own.error());
    report(io, own->problems);
    return scoring::Engine::make(engine.packs(), {{file, std::move(*text)}});
}

std::string told(const EvaluateOptions& options, const scoring::Evaluation& evaluation) {
    return options.format == Format::json ? evaluation_to_json(evaluation)
                                          : evaluation_to_text(evaluation, options.list);
}

std::string told(const EvaluateOptions& options, const scoring::Evaluation& before, const scoring::Evaluation& after) {
    if (options.format == Format::text) return change_to_text(before, after);
    return "{\"before\": " + evaluation_to_json(before) + ", \"after\": " + evaluation_to_json(after) + "}\n";
}

}  // namespace

CommandResult evaluate_command(const EvaluateOptions& options, const GlobalOptions& globals, Io& io) {
    if (options.list && options.split != scoring::Split::train)
        return wrong_usage(
            "test-split-listed",
            "the utterances kept for testing are not listed: rules written to them would be learnt by heart",
            "add --split train");
    const auto share = find_share(io.surroundings);
    if (!share) return tl::unexpected(share.error());
    const std::string pack = content_folders(*share, globals.pack).pack;
    Diagnostics problems;
    const auto engine = load_engine(pack, problems);
    if (!engine) return tl::unexpected(engine.error());
    report_briefly(io, problems, pack);
    const auto utterances = utterances_of(options, pack);
    if (!utterances) return tl::unexpected(utterances.error());
    report(io, utterances->problems);
    const scoring::Evaluation evaluation = scoring::evaluate(**engine, utterances->value, options.split);
    std::string text;
    if (options.with.empty()) {
        text = told(options, evaluation);
    } else {
        const auto taught = engine_with(options.with, **engine, io);
        if (!taught) return tl::unexpected(taught.error());
        text = told(options, evaluation, scoring::evaluate(*taught, utterances->value, options.split));
    }
    if (auto printed = print(io, text); !printed) return tl::unexpected(printed.error());
    return utterances->ok() && !has_errors(problems) ? status_fine : status_content;
}

}  // namespace huashu::app
