#include "desktop/editor/rules_learning.hpp"

#include <filesystem>

#include "author/replace_file.hpp"
#include "json/json_writer.hpp"
#include "scoring/json.hpp"
#include "scoring/pack_texts.hpp"

namespace huashu::desktop {
namespace {

std::string own_utterances(const std::string& folder) { return folder + "/utterances-own.jsonl"; }

Result<scoring::Engine> engine_trained_on(const std::string& folder, const std::string& training) {
    const auto pack = scoring::load_pack_with(folder, {{}, training});
    if (!pack) return tl::unexpected(pack.error());
    return scoring::Engine::make({pack->value});
}

Result<scoring::Evaluation> evaluation_of(const std::string& folder, const std::string& training,
                                          const std::vector<scoring::Utterance>& utterances) {
    const auto engine = engine_trained_on(folder, training);
    if (!engine) return tl::unexpected(engine.error());
    return scoring::evaluate(*engine, utterances, scoring::Split::test);
}

tl::unexpected<Error> training_stopped() {
    return fail(
        Error::Cause::usage,
        {.code = "training-stopped", .text = "the training was stopped", .remedy = {}, .place = {}, .excerpt = {}});
}

bool stands_in_labels(const scoring::Tally& tally) { return tally.hit + tally.missed + tally.false_alarm > 0; }

}  // namespace

std::vector<LabelledReply> read_labelled(const std::string& folder) {
    std::vector<LabelledReply> replies;
    const auto loaded = scoring::load_utterances(own_utterances(folder));
    if (!loaded) return replies;
    for (const scoring::Utterance& utterance : loaded->value) {
        LabelledReply reply{utterance.text, {}, {}};
        for (std::size_t i = 0; i < scoring::act_count; ++i)
            if (utterance.acts[i]) reply.acts.emplace_back(name_of(static_cast<scoring::Act>(i)));
        for (std::size_t i = 0; i < scoring::family_count; ++i)
            if (utterance.families[i]) reply.families.emplace_back(name_of(static_cast<scoring::Family>(i)));
        replies.push_back(std::move(reply));
    }
    return replies;
}

Result<void> write_labelled(const std::string& folder, const std::vector<LabelledReply>& replies) {
    std::string text;
    for (const LabelledReply& reply : replies) {
        app::JsonWriter json(text);
        json.begin_object();
        json.member("text", reply.text);
        json.key("acts");
        json.begin_array();
        for (const std::string& act : reply.acts) json.value(act);
        json.end_array();
        json.key("families");
        json.begin_array();
        for (const std::string& family : reply.families) json.value(family);
        json.end_array();
        json.member("origin", "own");
        json.end_object();
        text += "\n";
    }
    return app::replace_file(own_utterances(folder), text);
}

Result<LearnReport> learn_from(const std::string& folder, const std::string& shipped_folder, LearnRun& run) {
    const auto files = scoring::read_utterance_files(folder);
    if (!files) return tl::unexpected(files.error());
    const std::vector<scoring::Utterance> utterances = scoring::parse_utterances(*files).value;
    run.step = 1;
    if (run.stop) return training_stopped();
    const auto before = evaluation_of(folder, shipped_folder, utterances);
    if (!before) return tl::unexpected(before.error());
    run.step = 2;
    if (run.stop) return training_stopped();
    const auto trained = engine_trained_on(folder, folder);
    if (!trained) return tl::unexpected(trained.error());
    run.step = 3;
    if (run.stop) return training_stopped();
    const Result<scoring::Evaluation> after = scoring::evaluate(*trained, utterances, scoring::Split::test);
    if (!after) return tl::unexpected(after.error());
    LearnReport report;
    for (std::size_t i = 0; i < scoring::act_count; ++i)
        if (stands_in_labels(before->acts[i]))
            report.rows.push_back(
                {std::string(name_of(static_cast<scoring::Act>(i))), true, before->acts[i], after->acts[i]});
    for (std::size_t i = 0; i < scoring::family_count; ++i)
        if (stands_in_labels(before->families[i]))
            report.rows.push_back({std::string(name_of(static_cast<scoring::Family>(i))), false, before->families[i],
                                   after->families[i]});
    report.acts_before = before->all_acts();
    report.acts_after = after->all_acts();
    report.recall_before = before->recall();
    report.recall_after = after->recall();
    report.alarms_before = before->false_alarms();
    report.alarms_after = after->false_alarms();
    report.utterances = before->utterances;
    report.own = static_cast<int>(read_labelled(folder).size());
    return report;
}

}  // namespace huashu::desktop
