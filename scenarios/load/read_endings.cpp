#include "load/read_endings.hpp"

#include "load/read_household.hpp"
#include "model/names.hpp"

namespace huashu::scenarios {
namespace {

constexpr std::size_t fewest_endings = 3;

bool read_at(ObjectReader& in) {
    const std::string at = in.required_string("at");
    if (!at.empty() && at != "any" && at != "end")
        in.report("at", "unknown-name", "\"" + at + "\" is no time for an ending",
                  "write \"any\" (looked at after every turn) or \"end\" (when the talk is through)");
    return at == "any";
}

EndingData read_ending(LoadContext& context, const JsonNode& node) {
    ObjectReader in(context.source, node, context.problems);
    EndingData ending;
    ending.offset = node.offset();
    ending.card.id = in.required_string("id");
    check_id(context, in, ending.card.id);
    if (ending.card.id == left_id)
        in.report("id", "reserved-id",
                  "\"left\" is the ending that every talk has when anger reaches 100 or patience 0", "rename it");
    ending.card.title = in.required_string("title");
    ending.card.rank = in.required_name("rank", parse_rank, "a rank (best, good, mixed, bad, worst)", Rank::mixed);
    ending.at_any_time = read_at(in);
    ending.when = read_when(context, in);
    if (ending.at_any_time && !ending.when)
        in.report("when", "missing-when", "without a \"when\" the talk would end here after the first turn",
                  "say when it ends so");
    ending.say = read_lines(context, in, "say", true).value_or(Lines{});
    ending.card.note = in.required_string("note");
    read_comment(context, in);
    in.done();
    return ending;
}

// Of the endings at the end, the last and only the last must fit whatever happened.
void check_default(LoadContext& context, ObjectReader& in, const std::vector<EndingData>& endings) {
    const EndingData* last = nullptr;
    for (const EndingData& ending : endings) {
        if (ending.at_any_time) continue;
        if (last != nullptr && !last->when)
            context.report(ending.offset, "ending-after-default",
                           "the ending \"" + last->card.id + "\" above fits always, so this one is never reached",
                           "give the one above a \"when\", or move it to the end");
        last = &ending;
    }
    if (last == nullptr)
        in.report("endings", "no-default-ending", "no ending waits at the end of the talk",
                  "add one with \"at\": \"end\" and no \"when\"");
    else if (last->when)
        context.report(last->offset, "no-default-ending",
                       "the last ending at the end has a condition, so a talk could be left without one",
                       "add a last one with \"at\": \"end\" and no \"when\"");
}

PlayTurn read_play_turn(LoadContext& context, const JsonNode& node) {
    ObjectReader in(context.source, node, context.problems);
    const std::string choice = in.optional_string("choice");
    const std::string say = in.optional_string("say");
    const bool silence = in.optional_boolean("silence", false);
    in.done();
    const int given = (choice.empty() ? 0 : 1) + (say.empty() ? 0 : 1) + (silence ? 1 : 0);
    const bool blank = node.kind() == JsonNode::Kind::object && node.find("say") != nullptr && given == 0;
    if (given != 1 && !blank && node.kind() == JsonNode::Kind::object)
        context.report(node.offset(), "play-turn",
                       "a turn of a play is exactly one of \"choice\", \"say\" and \"silence\": true");
    if (!choice.empty()) {
        if (context.names.choices.find(choice) < 0)
            context.report(node.find("choice")->offset(), "unknown-choice", "no stage has a choice \"" + choice + "\"",
                           context.names.choices.suggest(choice));
        return {Input::choose(choice), node.offset()};
    }
    return {silence ? Input::stay_silent() : Input::say(say), node.offset()};
}

void read_expectations(LoadContext& context, ObjectReader& in, PlayData& play) {
    if (const JsonNode* score = in.member("score")) {
        play.score = read_range(context, *score, 0, 100);
        play.score_offset = score->offset();
    }
    const JsonNode* found = in.member("mood");
    if (found == nullptr) return;
    play.mood_offset = found->offset();
    ObjectReader mood(context.source, *found, context.problems);
    const auto range = [&](std::string_view key) {
        const JsonNode* at = mood.member(key);
        return at == nullptr ? Range{} : read_range(context, *at, 0, 100);
    };
    play.anger = range("anger");
    play.trust = range("trust");
    play.patience = range("patience");
    mood.done();
}

PlayData read_play(LoadContext& context, const JsonNode& node, const NameTable& ending_ids) {
    ObjectReader in(context.source, node, context.problems);
    PlayData play;
    play.offset = node.offset();
    play.id = in.required_string("id");
    check_id(context, in, play.id);
    play.about = in.optional_string("about");
    read_comment(context, in);
    for (const JsonNode& turn : in.list("turns", true)) play.turns.push_back(read_play_turn(context, turn));
    play.ending = in.required_string("ending");
    if (!play.ending.empty() && ending_ids.find(play.ending) < 0)
        in.report("ending", "unknown-ending", "there is no ending \"" + play.ending + "\"",
                  ending_ids.suggest(play.ending));
    if (const JsonNode* at = in.member("ending")) play.ending_offset = at->offset();
    read_expectations(context, in, play);
    play.history = read_history(context, in, "history");
    in.done();
    return play;
}

bool ends_in(const PlayData& play, const std::vector<EndingData>& endings, Rank first, Rank last) {
    for (const EndingData& ending : endings)
        if (ending.card.id == play.ending && ending.card.rank >= first && ending.card.rank <= last) return true;
    return play.ending == left_id && last == Rank::worst;
}

void check_plays(ObjectReader& in, const std::vector<PlayData>& plays, const std::vector<EndingData>& endings,
                 const NameTable& ending_ids) {
    bool best = false;
    bool worst = false;
    for (const PlayData& play : plays) {
        if (ending_ids.find(play.ending) < 0) return;  // reported already; the play that is missing may be this one
        best = best || ends_in(play, endings, Rank::best, Rank::best);
        worst = worst || ends_in(play, endings, Rank::bad, Rank::worst);
    }
    if (plays.size() < 3 || !best || !worst)
        in.report(
            "plays", "few-plays",
            "a scenario has at least three golden plays, one of them to its best ending and one to a bad or worst one",
            "add the play that is missing");
}

}  // namespace

std::vector<EndingData> read_endings(LoadContext& context, ObjectReader& in) {
    std::vector<EndingData> endings;
    NameTable ids;
    for (const JsonNode& node : in.list("endings", true)) {
        endings.push_back(read_ending(context, node));
        note_id(context, ids, node, endings.back().card.id);
    }
    if (endings.empty()) return endings;
    if (endings.size() < fewest_endings)
        in.report("endings", "few-endings",
                  "a scenario has at least three endings, and here are " + std::to_string(endings.size()));
    check_default(context, in, endings);
    return endings;
}

std::vector<PlayData> read_plays(LoadContext& context, ObjectReader& in, const std::vector<EndingData>& endings) {
    NameTable ending_ids;
    for (const EndingData& ending : endings) ending_ids.add(ending.card.id);
    ending_ids.add(left_id);
    std::vector<PlayData> plays;
    NameTable ids;
    for (const JsonNode& node : in.list("plays", true)) {
        plays.push_back(read_play(context, node, ending_ids));
        note_id(context, ids, node, plays.back().id);
    }
    if (!plays.empty()) check_plays(in, plays, endings, ending_ids);
    return plays;
}

}  // namespace huashu::scenarios
