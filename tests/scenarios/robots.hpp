// Players that try a scenario without understanding it, and what must hold of every talk, whoever plays.
#pragma once

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <string>

#include "model/scenario_data.hpp"
#include "run/random.hpp"
#include "scenarios/record_form.hpp"
#include "scenarios/session.hpp"

namespace huashu::scenarios::testing {

enum class Robot { random, polite, rude, blank, adversarial };
inline constexpr std::array<Robot, 5> robots{Robot::random, Robot::polite, Robot::rude, Robot::blank,
                                             Robot::adversarial};

inline std::string one_of(Random& random, const std::vector<std::string>& texts) {
    return texts[random.below(static_cast<std::uint32_t>(texts.size()))];
}

inline Input choose_some(const Session& session, Random& random) {
    const auto offered = session.choices();
    return Input::choose(offered[random.below(static_cast<std::uint32_t>(offered.size()))].id);
}

inline Input choose_quality(const Session& session, Quality quality) {
    for (const Choice& choice : session.choices())
        if (choice.quality == quality) return Input::choose(choice.id);
    return Input::choose(session.choices().front().id);
}

inline std::string long_rubbish() {
    std::string text(2000, 'x');
    text += "\xff\xfe";
    text.push_back('\0');
    return text += "抱歉";
}

inline std::string adversarial_text(const Session& session, Random& random) {
    switch (random.below(7)) {
        case 0:
            return session.last_owner_line();
        case 1:
            return session.model_reply();
        case 2:
            return long_rubbish();
        case 3:
            return "抱歉理解安排點前請問跟進回訪";
        case 4:
            return session.turns().empty() ? "抱" : session.turns().back().text;
        case 5:
            return "抱\xE2\x80\x8B歉\xEF\xBC\x8C ｛｝ (((( [[[[ ~~~~ \\";
        default:
            return "這不歸我管，但是非常抱歉，我理解您，安排電工三點前到。";
    }
}

inline Input next_input(Robot robot, const Session& session, Random& random) {
    switch (robot) {
        case Robot::polite:
            return choose_quality(session, Quality::best);
        case Robot::rude:
            return random.below(2) == 0 ? choose_quality(session, Quality::bad)
                                        : Input::say(one_of(random, {"你滾", "這不歸我管", "關我什麼事？"}));
        case Robot::blank:
            return random.below(2) == 0 ? Input::stay_silent()
                                        : Input::say(one_of(random, {"", " ", "。。。", "\xE2\x80\x8B"}));
        case Robot::adversarial:
            return Input::say(adversarial_text(session, random));
        case Robot::random:
            break;
    }
    const std::uint32_t dice = random.below(10);
    if (dice == 0) return Input::stay_silent();
    if (dice == 1) return Input::say(one_of(random, {"抱歉，請問哪一層？", "好的。", "我安排人三點前到。", "儘快。"}));
    return choose_some(session, random);
}

inline bool in_bounds(int value) { return value >= 0 && value <= 100; }

/// Everything that must hold of a turn on its own.
inline void check_turn(const Turn& turn) {
    int anger = turn.before.anger;
    int trust = turn.before.trust;
    int patience = turn.before.patience;
    for (const MoodChange& change : turn.changes) {
        anger += change.anger;
        trust += change.trust;
        patience += change.patience;
        CHECK_FALSE(change.cause.empty());
    }
    CHECK(Mood{anger, trust, patience} == turn.after);
    CHECK((in_bounds(anger) && in_bounds(trust) && in_bounds(patience)));
    CHECK_FALSE(turn.owner.empty());
    for (const OwnerLine& line : turn.owner) CHECK_FALSE((line.text.empty() || line.from.empty()));
}

inline int possible_of(const scoring::Scorecard& card) {
    int possible = 0;
    for (const scoring::LedgerLine& line : card.ledger) possible += line.possible_centipoints;
    return possible;
}

/// The lines add up, and what was possible when the talk began is possible still: no short way makes it less.
inline void check_card(const scoring::Scorecard& card, int possible) {
    int sum = 0;
    for (const scoring::LedgerLine& line : card.ledger) sum += line.centipoints;
    CHECK((sum + 50) / 100 == card.score);
    CHECK(in_bounds(card.score));
    CHECK(possible_of(card) == possible);
}

/// A record of what was really said scores no less than a blank one, and its lines add up.
inline void check_record(const Session& session, const scoring::Engine& engine) {
    for (const RecordForm& form : {model_record(session), RecordForm{}}) {
        const RecordScore score = score_record(session, form, engine);
        int sum = 0;
        for (const RecordLine& line : score.lines) sum += line.centipoints;
        CHECK((sum + 50) / 100 == score.score);
        CHECK(in_bounds(score.score));
    }
}

/// How many plays of each robot a test makes: HUASHU_ROBOTS for many (a night's work), else few.
inline std::uint64_t plays_of_each(std::uint64_t otherwise) {
    const char* wish = std::getenv("HUASHU_ROBOTS");
    return wish == nullptr ? otherwise : std::strtoull(wish, nullptr, 10);
}

/// Plays to the end; the talk must end within its bound.
inline Session play_robot(Robot robot, const Scenario& scenario, const scoring::Engine& engine, std::uint64_t seed) {
    Session session = Session::start(scenario, engine, seed);
    Random random(seed * 5 + static_cast<std::uint64_t>(robot));
    Mood mood = session.initial_mood();
    const int possible = possible_of(session.scorecard());
    while (session.waits_for() == Session::Waits::reply) {
        REQUIRE(static_cast<int>(session.turns().size()) < session.turn_bound());
        REQUIRE_FALSE(session.choices().empty());
        const auto taken = session.take(next_input(robot, session, random));
        REQUIRE(taken.has_value());
        CHECK(session.turns().back().before == mood);
        mood = session.turns().back().after;
        check_turn(session.turns().back());
    }
    REQUIRE(session.ending().has_value());
    check_card(session.scorecard(), possible);
    if (has_record(scenario)) check_record(session, engine);
    return session;
}

}  // namespace huashu::scenarios::testing
