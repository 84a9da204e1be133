#include "commands/play_command.hpp"

#include "commands/records_here.hpp"
#include "commands/replies_input.hpp"
#include "json/talk_json.hpp"
#include "play/attempt.hpp"
#include "play/record_text.hpp"
#include "play/scorecard_text.hpp"
#include "play/talk_text.hpp"
#include "play/terminal_play.hpp"

namespace huashu::app {
namespace {

constexpr std::uint64_t scripted_seed = 1;
std::string talk_text(const Page& page, const scenarios::Session& session, const scoring::Engine& engine) {
    std::string text = opening_text(page, session);
    int number = 0;
    for (const scenarios::Turn& turn : session.turns()) text += "\n" + turn_text(page, session, turn, ++number);
    return text + "\n" + scorecard_text(page, session, engine.packs().front().pass_mark());
}

CommandResult play_here(const Page& page, const scenarios::Scenario& scenario, const scoring::Engine& engine,
                        std::optional<std::uint64_t> seed, const GlobalOptions& globals, Io& io) {
    auto records = open_records_here(globals, io);
    if (!records) return tl::unexpected(records.error());
    LineInput lines(io.input);
    const PlayTable table{page, engine, *records, lines, [&io](std::string_view text) { return print(io, text); }};
    if (auto played = play_in_terminal(table, scenario, seed); !played) return tl::unexpected(played.error());
    return status_fine;
}

// The record of a script, once its talk is over.
Result<scenarios::RecordScore> fill_in(Attempt& attempt, const ScriptedReply& reply) {
    auto score = attempt.fill_in(*reply.record);
    if (!score) return tl::unexpected(at_line(reply.place, score.error()));
    return score;
}

Diagnostic left_over(const ScriptedReply& first, std::size_t count) {
    return {.level = Level::warning,
            .code = "replies-left-over",
            .text = "the conversation was over before this line; replies not played: " + std::to_string(count),
            .remedy = "",
            .place = first.place,
            .excerpt = {}};
}

}  // namespace

CommandResult play_replies(const Page& page, const scenarios::Scenario& scenario, const scoring::Engine& engine,
                           const std::vector<ScriptedReply>& replies, const PlayOptions& options, Io& io) {
    auto attempt = Attempt::start(scenario, engine, options.seed.value_or(scripted_seed), nullptr);
    if (!attempt) return tl::unexpected(attempt.error());
    std::optional<Error> stopped;
    std::size_t played = 0;
    const ScriptedReply best_choice{{}, {}, true, std::nullopt};
    while (attempt->session().waits_for() == scenarios::Session::Waits::reply && !stopped) {
        const bool has_reply = played < replies.size();
        if (!has_reply && !options.to_the_end) break;
        if (has_reply && replies[played].record) break;
        const ScriptedReply& reply = has_reply ? replies[played++] : best_choice;
        const auto turn = attempt->answer(input_of(reply, attempt->session()));
        if (!turn) stopped = at_line(reply.place, turn.error());
    }
    scenarios::RecordScore record;
    std::optional<scenarios::RecordForm> form;
    if (!stopped && played < replies.size() && replies[played].record) {
        auto filled = fill_in(*attempt, replies[played]);
        if (filled) {
            form = replies[played++].record;
            record = std::move(*filled);
        } else {
            stopped = filled.error();
        }
    }
    std::string out = options.format == Format::json ? talk_json(attempt->session(), form, record)
                                                     : talk_text(page, attempt->session(), engine);
    if (form && options.format == Format::text) out += "\n" + record_text(page, attempt->session(), record);
    if (auto printed = print(io, out); !printed) return tl::unexpected(printed.error());
    if (stopped) return tl::unexpected(*stopped);
    if (played < replies.size() && !options.to_the_end)
        report(io, {left_over(replies[played], replies.size() - played)});
    return status_fine;
}

CommandResult play_command(const PlayOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    Diagnostics problems;
    const auto engine = load_engine(setting->folders.pack, problems);
    if (!engine) return tl::unexpected(engine.error());
    const auto scenario = load_named_scenario(options.scenario, setting->folders, **engine);
    if (!scenario) return tl::unexpected(scenario.error());
    report_briefly(io, problems, setting->folders.pack);
    if (options.replies.empty() && io.input_is_terminal) {
        if (options.format == Format::json)
            return wrong_usage("needs-replies", "JSON is for scripted plays", "give the replies with --replies FILE");
        return play_here(setting->page, *scenario, **engine, options.seed, globals, io);
    }
    const auto replies = read_replies(options.replies, io);
    if (!replies) return tl::unexpected(replies.error());
    return play_replies(setting->page, *scenario, **engine, *replies, options, io);
}

}  // namespace huashu::app
