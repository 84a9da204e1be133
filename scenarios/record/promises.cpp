// What staff really promised in a talk: sentences that commit (by the acts that the judge found in them), told apart by
// the patterns of the scenario's record, each with the time that stands beside it.
#include <algorithm>

#include "model/hear.hpp"
#include "record/said_time.hpp"
#include "record/written.hpp"
#include "scenarios/record_form.hpp"

namespace huashu::scenarios {
namespace {

using scoring::Act;
using scoring::ByteSpan;

constexpr std::array<Act, 8> committing{Act::solve,    Act::deadline, Act::followup,      Act::prevent,
                                        Act::escalate, Act::own,      Act::safety_urgent, Act::involve};

bool overlap(const ByteSpan& a, const ByteSpan& b) { return a.begin < b.end && b.begin < a.end; }

bool does(const Turn& turn, const ByteSpan& sentence, Act act) {
    return std::any_of(turn.judgement->acts.begin(), turn.judgement->acts.end(), [&](const scoring::EarnedAct& earned) {
        return earned.act == act && overlap(earned.span, sentence);
    });
}

bool commits(const Turn& turn, const ByteSpan& sentence) {
    return std::any_of(committing.begin(), committing.end(), [&](Act act) { return does(turn, sentence, act); });
}

// A time alone may be anybody's: the contract's, the law's. Something must be done by it.
bool acts_in_time(const Turn& turn, const ByteSpan& sentence) {
    constexpr std::array<Act, 4> doing{Act::solve, Act::followup, Act::escalate, Act::safety_urgent};
    return does(turn, sentence, Act::deadline) &&
           std::any_of(doing.begin(), doing.end(), [&](Act act) { return does(turn, sentence, act); });
}

/// The time that a match goes with: people say it before the deed, seldom after.
const SaidTime* time_beside(const std::vector<SaidTime>& times, std::uint32_t match_end) {
    const SaidTime* found = nullptr;
    for (const SaidTime& time : times)
        if (found == nullptr || time.span.begin < match_end) found = &time;
    return found;
}

// A call back reports what became of promises.
bool gives_promises(const Turn& turn) {
    return turn.input.kind != Input::Kind::silence && turn.step != scoring::Step::callback;
}

class Promises {
public:
    explicit Promises(const Session& session)
        : session_(session), record_(*session.scenario().data().record), given_(record_.promises.size()) {}

    std::vector<GivenPromise> run() {
        for (std::size_t i = 0; i < session_.turns().size(); ++i)
            if (gives_promises(session_.turns()[i])) read(session_.turns()[i], static_cast<int>(i));
        std::vector<GivenPromise> all = std::move(unnamed_);
        for (std::optional<GivenPromise>& promise : given_)
            if (promise) all.push_back(std::move(*promise));
        std::stable_sort(all.begin(), all.end(),
                         [](const GivenPromise& a, const GivenPromise& b) { return a.turn < b.turn; });
        return all;
    }

private:
    // Who promises several things in one sentence commits to all of them; each part has its own time.
    void read(const Turn& turn, int number) {
        for (const ByteSpan& whole : sentences_of(turn.text)) {
            if (!commits(turn, whole)) continue;
            const std::string_view words = std::string_view(turn.text).substr(whole.begin, whole.end - whole.begin);
            for (const ByteSpan& part : parts_of(words)) {
                const std::string sentence(words.substr(part.begin, part.end - part.begin));
                const std::vector<SaidTime> times = times_in(sentence);
                if (read_named(sentence, times, number)) continue;
                const ByteSpan span{whole.begin + part.begin, whole.begin + part.end};
                if (acts_in_time(turn, span)) read_unnamed(sentence, times, number);
            }
        }
    }

    bool read_named(const std::string& sentence, const std::vector<SaidTime>& times, int number) {
        const scoring::PreparedText text = scoring::prepare(sentence);
        bool named = false;
        for (const scoring::PatternMatch& match : record_.patterns.match(text))
            for (std::size_t i = 0; i < record_.promises.size(); ++i) {
                if (static_cast<int>(match.pattern) != record_.promises[i].group) continue;
                named = true;
                const SaidTime* time = time_beside(times, text.canonical.bytes_of(match.span).end);
                // Said again without a time, a promise keeps the one that it had.
                if (given_[i] && !given_[i]->when.empty() && (time == nullptr || given_[i]->turn == number)) continue;
                given_[i] = GivenPromise{record_.promises[i].id, number, sentence, words_of_time(sentence, time)};
            }
        return named;
    }

    void read_unnamed(const std::string& sentence, const std::vector<SaidTime>& times, int number) {
        for (const SaidTime& time : times)
            if (time.clock || time.minutes) {
                unnamed_.push_back({"", number, sentence, words_of_time(sentence, &time)});
                return;
            }
    }

    static std::string words_of_time(const std::string& sentence, const SaidTime* time) {
        return time == nullptr ? std::string() : sentence.substr(time->span.begin, time->span.end - time->span.begin);
    }

    const Session& session_;
    const RecordData& record_;
    std::vector<std::optional<GivenPromise>> given_;
    std::vector<GivenPromise> unnamed_;
};

}  // namespace

std::vector<GivenPromise> promises_given(const Session& session) {
    if (!has_record(session.scenario())) return {};
    return Promises(session).run();
}

}  // namespace huashu::scenarios
