// Golden plays: each must run to its last turn, end there as it says, and score and leave the owner as it says.
#include "check/report.hpp"
#include "scenarios/trace.hpp"

namespace huashu::scenarios {
namespace {

std::string describe(const Range& range) {
    const Range open;
    if (range.min == open.min) return "at most " + std::to_string(range.max);
    if (range.max == open.max) return "at least " + std::to_string(range.min);
    return std::to_string(range.min) + " to " + std::to_string(range.max);
}

std::string offered(const Session& session) {
    std::string ids;
    for (const Choice& choice : session.choices()) ids += (ids.empty() ? "" : ", ") + choice.id;
    return ids;
}

class PlayCheck {
public:
    PlayCheck(const Check& check, const PlayData& play, Coverage& coverage)
        : check_(check),
          play_(play),
          coverage_(coverage),
          session_(Session::start(check.scenario, check.engine, golden_seed, play.history)) {}

    void run() {
        for (std::size_t i = 0; i < play_.turns.size(); ++i)
            if (!take(i)) return;
        mark();
        if (!ends_as_said()) return;
        check_score();
        check_mood("anger", session_.mood().anger, play_.anger);
        check_mood("trust", session_.mood().trust, play_.trust);
        check_mood("patience", session_.mood().patience, play_.patience);
    }

private:
    [[nodiscard]] std::string name() const { return "the play \"" + play_.id + "\""; }

    bool take(std::size_t index) {
        const PlayTurn& turn = play_.turns[index];
        const std::string place = name() + ", turn " + std::to_string(index + 1);
        if (session_.waits_for() == Session::Waits::nothing) {
            check_.report(turn.offset, "play-over",
                          place + ": the talk has ended before, in \"" + session_.ending()->id + "\"",
                          "take the turns after that out, or mend what made it end; " + last_turn());
            mark();
            return false;
        }
        if (session_.take(turn.input)) return true;
        check_.report(turn.offset, "play-choice",
                      place + ": the stage \"" + session_.stage_id() + "\" does not offer \"" + turn.input.value + "\"",
                      "offered there: " + offered(session_) + "; " + last_turn());
        return false;
    }

    /// What the last turn did, which is where a play usually began to go another way.
    [[nodiscard]] std::string last_turn() const {
        if (session_.turns().empty()) return "no turn came before";
        const Turn& turn = session_.turns().back();
        std::string text = "turn " + std::to_string(session_.turns().size()) + " in \"" + turn.stage +
                           "\" left anger " + std::to_string(turn.after.anger) + ", trust " +
                           std::to_string(turn.after.trust) + ", patience " + std::to_string(turn.after.patience);
        for (const MoodChange& change : turn.changes) text += "; " + change.cause;
        return text;
    }

    bool ends_as_said() {
        if (session_.waits_for() == Session::Waits::reply) {
            check_.report(play_.ending_offset, "play-unfinished",
                          name() + " does not end: after its last turn the talk stands in the stage \"" +
                              session_.stage_id() + "\"",
                          "add the turns that are missing; " + last_turn());
            return false;
        }
        if (session_.ending()->id == play_.ending) return true;
        check_.report(play_.ending_offset, "play-ending",
                      name() + " ends in \"" + session_.ending()->id + "\", not in \"" + play_.ending + "\"",
                      "mend the play or the endings; " + why_not() + last_turn());
        return false;
    }

    /// What of its ending's condition did not hold in the last turn.
    [[nodiscard]] std::string why_not() const {
        const std::vector<TurnTrace> traces = trace_of(session_, check_.engine);
        std::string failed;
        if (traces.empty()) return failed;
        for (const AskedRule& rule : traces.back().rules)
            if (rule.what == AskedRule::What::ending && rule.id == play_.ending)
                for (const std::string& key : rule.failed) failed += (failed.empty() ? "" : ", ") + key;
        return failed.empty() ? "" : "against \"" + play_.ending + "\" spoke: " + failed + "; ";
    }

    void check_score() {
        if (!play_.score) return;
        const scoring::Scorecard card = session_.scorecard();
        if (play_.score->holds(card.score)) return;
        std::string turns;
        for (const Turn& turn : session_.turns())
            turns += (turns.empty() ? "" : ", ") + std::to_string(turn.judgement->score);
        check_.report(play_.score_offset, "play-score",
                      name() + " scores " + std::to_string(card.score) + ", not " + describe(*play_.score),
                      "its replies score, turn by turn: " + turns);
    }

    void check_mood(const char* what, int value, const Range& wanted) {
        if (wanted.holds(value)) return;
        check_.report(play_.mood_offset, "play-mood",
                      name() + " leaves " + what + " at " + std::to_string(value) + ", not " + describe(wanted),
                      last_turn());
    }

    void mark_lines(const std::vector<OwnerLine>& spoken) {
        const auto look_at = [&](const Lines& lines) {
            for (const Lines::Guarded& guarded : lines.guarded)
                for (const std::string& text : guarded.variants.texts)
                    for (const OwnerLine& line : spoken)
                        if (line.text == text) coverage_.lines[static_cast<std::size_t>(guarded.variants.slot)] = true;
        };
        const ScenarioData& data = check_.data;
        for (const OwnerLine& line : spoken)
            for (const StageData& stage : data.stages)
                if (line.from == stage.id) look_at(stage.enter);
        for (const FactData& fact : data.facts) look_at(fact.tell);
        for (const EndingData& ending : data.endings) look_at(ending.say);
    }

    void mark() {
        mark_lines(session_.opening());
        const ScenarioData& data = check_.data;
        for (const Turn& turn : session_.turns()) {
            for (std::size_t i = 0; i < data.stages.size(); ++i)
                if (data.stages[i].id == turn.stage) coverage_.stages[i] = true;
            mark_lines(turn.owner);
            for (const OwnerLine& line : turn.owner)
                for (std::size_t i = 0; i < data.events.size(); ++i)
                    if (line.why == OwnerLine::Why::event && data.events[i].id == line.from) coverage_.events[i] = true;
        }
        const std::vector<FactNote> facts = session_.facts();
        for (std::size_t i = 0; i < facts.size(); ++i)
            if (facts[i].told) coverage_.facts[i] = true;
        for (std::size_t i = 0; i < data.endings.size(); ++i)
            if (session_.ending() && session_.ending()->id == data.endings[i].card.id) coverage_.endings[i] = true;
    }

    const Check& check_;
    const PlayData& play_;
    Coverage& coverage_;
    Session session_;
};

}  // namespace

void check_plays(const Check& check, Coverage& coverage) {
    for (const PlayData& play : check.data.plays) PlayCheck(check, play, coverage).run();
}

}  // namespace huashu::scenarios
