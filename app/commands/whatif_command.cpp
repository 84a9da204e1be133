#include "commands/whatif_command.hpp"

#include "commands/replies_input.hpp"
#include "commands/setting.hpp"
#include "json/json_writer.hpp"
#include "play/what_if_text.hpp"

namespace huashu::app {
namespace {

using scenarios::Session;
using scenarios::TurnPair;

// The replies as they were said, to be said again: "=+" has become a choice.
Result<scenarios::SavedSession> played(const scenarios::Scenario& scenario, const scoring::Engine& engine,
                                       const std::vector<ScriptedReply>& replies, std::uint64_t seed) {
    Session session = Session::start(scenario, engine, seed);
    for (const ScriptedReply& reply : replies) {
        if (session.waits_for() == Session::Waits::nothing || reply.record) break;
        if (auto taken = session.take(input_of(reply, session)); !taken)
            return tl::unexpected(at_line(reply.place, taken.error()));
    }
    return session.save();
}

Result<scenarios::Input> changed_reply(const WhatIfOptions& options, const scenarios::Scenario& scenario,
                                       const scoring::Engine& engine, scenarios::SavedSession saved) {
    const auto replies = parse_replies("--reply", options.reply);
    if (!replies) return tl::unexpected(replies.error());
    if (replies->empty()) return scenarios::Input::say(options.reply);  // blanks, or what looks like a comment
    const std::size_t turn = static_cast<std::size_t>(options.turn - 1);
    if (saved.inputs.size() > turn) saved.inputs.resize(turn);
    const auto there = Session::restore(scenario, engine, saved);
    if (!there) return tl::unexpected(there.error());
    return input_of(replies->front(), *there);
}

void write_side(JsonWriter& json, std::string_view key, const std::optional<TurnPair::Side>& side) {
    json.key(key);
    if (!side) return json.null();
    json.begin_object();
    json.member("stage", side->stage);
    json.member("reply", side->input.value);
    json.member("score", side->score);
    json.member("anger", side->after.anger);
    json.member("trust", side->after.trust);
    json.member("patience", side->after.patience);
    json.key("told");
    json.begin_array();
    for (const std::string& fact : side->told) json.value(fact);
    json.end_array();
    json.end_object();
}

void write_end(JsonWriter& json, std::string_view key, const scenarios::TalkOutcome& talk) {
    json.key(key);
    json.begin_object();
    json.member("score", talk.score);
    if (talk.ending) {
        json.member("ending", talk.ending->id);
        json.member("rank", scenarios::name_of(talk.ending->rank));
    }
    json.end_object();
}

std::string what_if_json(const scenarios::WhatIf& result) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("turn", result.turn + 1);
    json.member("unsaid", result.unsaid);
    json.key("turns");
    json.begin_array();
    for (const TurnPair& pair : result.turns) {
        json.begin_object();
        json.member("differs", pair.differs());
        json.member("replaced", pair.replaced);
        write_side(json, "before", pair.before);
        write_side(json, "after", pair.after);
        json.end_object();
    }
    json.end_array();
    write_end(json, "before", result.before);
    write_end(json, "after", result.after);
    json.end_object();
    return out + "\n";
}

}  // namespace

CommandResult whatif_command(const WhatIfOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    Diagnostics problems;
    const auto engine = load_engine(setting->folders.pack, problems);
    if (!engine) return tl::unexpected(engine.error());
    const auto scenario = load_named_scenario(options.scenario, setting->folders, **engine);
    if (!scenario) return tl::unexpected(scenario.error());
    report_briefly(io, problems, setting->folders.pack);
    const auto replies = read_replies(options.replies, io);
    if (!replies) return tl::unexpected(replies.error());
    const auto saved = played(*scenario, **engine, *replies, options.seed);
    if (!saved) return tl::unexpected(saved.error());
    const auto input = changed_reply(options, *scenario, **engine, *saved);
    if (!input) return tl::unexpected(input.error());
    const auto result =
        scenarios::what_if(*scenario, **engine, *saved, static_cast<std::size_t>(options.turn - 1), *input);
    if (!result) return tl::unexpected(result.error());
    const std::string out =
        options.format == Format::json ? what_if_json(*result) : what_if_text(setting->page, *result);
    if (auto printed = print(io, out); !printed) return tl::unexpected(printed.error());
    return status_fine;
}

}  // namespace huashu::app
