#include "commands/evaluate_command.hpp"

#include "content/content.hpp"
#include "paths/paths.hpp"

namespace huashu::app {

namespace {

/// The named file, or all that the pack has.
Result<Loaded<std::vector<scoring::Utterance>>> utterances_of(const EvaluateOptions& options, const std::string& pack) {
    if (!options.file.empty()) return scoring::load_utterances(options.file);
    const auto files = scoring::read_utterance_files(pack);
    if (!files) return tl::unexpected(files.error());
    return scoring::parse_utterances(*files);
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
    const std::string text =
        options.format == Format::json ? evaluation_to_json(evaluation) : evaluation_to_text(evaluation, options.list);
    if (auto printed = print(io, text); !printed) return tl::unexpected(printed.error());
    return utterances->ok() && !has_errors(problems) ? status_fine : status_content;
}

}  // namespace huashu::app
