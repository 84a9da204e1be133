// Whether the record that a scenario asks for can be had: its own words match its own patterns, each promise has a
// time, and the truth, filled in after a golden play that ends best, scores high.
#include <algorithm>

#include "check/report.hpp"
#include "record/said_time.hpp"
#include "record/written.hpp"
#include "scenarios/record_form.hpp"

namespace huashu::scenarios {
namespace {

constexpr int least_record = 90;

class RecordCheck {
public:
    RecordCheck(const Check& check, const RecordData& record) : check_(check), record_(record) {}

    void run() {
        for (const RecordFactData& fact : record_.facts) check_text(fact.id, fact.text, fact.group, fact.offset);
        for (const RecordPromiseData& promise : record_.promises) {
            check_text(promise.id, promise.text, promise.group, promise.offset);
            if (times_in(promise.by).empty())
                check_.report(promise.by_offset, "record-no-time",
                              "\"" + promise.by + "\" holds no time that can be compared with what was said",
                              "write it as people say it: 今天中午十二點前, 週三下午四點, 兩個小時內");
        }
        if (const PlayData* play = best_play()) check_truth(*play);
    }

private:
    void check_text(const std::string& id, const std::string& text, int group, std::size_t offset) const {
        const std::vector<int> groups = groups_in(record_, text);
        if (!std::binary_search(groups.begin(), groups.end(), group))
            check_.report(offset, "record-text-unmatched",
                          "the text of \"" + id + "\" does not match its own patterns, so who writes it gets no point",
                          "add a pattern for what it says");
    }

    [[nodiscard]] const PlayData* best_play() const {
        for (const PlayData& play : check_.data.plays)
            for (const EndingData& ending : check_.data.endings)
                if (ending.card.id == play.ending && ending.card.rank == Rank::best) return &play;
        return nullptr;
    }

    [[nodiscard]] RecordForm truth() const {
        RecordForm form{record_.kind, {}, record_.urgency, record_.department, {}};
        for (const RecordFactData& fact : record_.facts) form.facts += (form.facts.empty() ? "" : "；") + fact.text;
        for (const RecordPromiseData& promise : record_.promises) form.promises.push_back({promise.text, promise.by});
        return form;
    }

    void check_truth(const PlayData& play) const {
        Session session = Session::start(check_.scenario, check_.engine, golden_seed, play.history);
        for (const PlayTurn& turn : play.turns)
            if (!session.take(turn.input)) return;  // the play is reported where plays are
        const RecordScore score = score_record(session, truth(), check_.engine);
        if (score.score >= least_record) return;
        std::string short_of;
        for (const RecordLine& line : score.lines)
            if (line.verdict != RecordLine::Verdict::right)
                short_of += (short_of.empty() ? "" : "; ") + std::string(name_of(line.part)) + " 「" + line.item +
                            "」: " + std::string(name_of(line.verdict)) +
                            (line.quote.empty() ? "" : " (「" + line.quote + "」)");
        check_.report(record_.offset, "record-low",
                      "filled in from the truth after the play \"" + play.id + "\", the record scores " +
                          std::to_string(score.score) + ", not at least " + std::to_string(least_record),
                      "ask for what that play brings up and promises: " + short_of);
    }

    const Check& check_;
    const RecordData& record_;
};

}  // namespace

void check_record(const Check& check) {
    if (check.data.record) RecordCheck(check, *check.data.record).run();
}

}  // namespace huashu::scenarios
