// The points of a record: 15 for its kind, 10 for the urgency, 10 for the department, 30 for the facts, 30 for the
// promises, 5 for discretion; less what was invented, left out though promised, leaked, or said about the owner.
#include <algorithm>

#include "model/names.hpp"
#include "record/said_time.hpp"
#include "record/written.hpp"
#include "scenarios/record_form.hpp"
#include "scoring/engine.hpp"

namespace huashu::scenarios {
namespace {

using Part = RecordLine::Part;
using Is = RecordLine::Verdict;

constexpr int kind_points = 1500, near_kind = 500;
constexpr int urgency_points = 1000, department_points = 1000;
constexpr int fact_points = 3000, promise_points = 3000, discretion_points = 500;
constexpr int invented_cost = 500, forgotten_cost = 300, leaked_cost = 1500, judging_cost = 500;
constexpr std::size_t most_charged = 3;  // of each sort of fault

/// The points of the i-th of n items: whole hundredths that add up.
int share(int total, std::size_t count, std::size_t i) {
    const auto upto = [&](std::size_t n) { return static_cast<int>(static_cast<std::size_t>(total) * n / count); };
    return upto(i + 1) - upto(i);
}

std::string joined(const std::vector<OwnerLine>& lines) {
    std::string text;
    for (const OwnerLine& line : lines) text += line.text + "\n";
    return text;
}

/// All that the trainee could know: the brief, and every word of the owner.
std::string heard_in(const Session& session) {
    std::string text = session.scenario().card().brief + "\n" + joined(session.opening());
    for (const Turn& turn : session.turns()) text += joined(turn.owner);
    return text;
}

bool has(const std::vector<int>& groups, int group) { return std::binary_search(groups.begin(), groups.end(), group); }

class Scorer {
public:
    Scorer(const Session& session, const RecordForm& form, const scoring::Engine& engine)
        : session_(session),
          form_(form),
          engine_(engine),
          record_(*session.scenario().data().record),
          heard_(heard_in(session)) {}

    RecordScore run() {
        score_kind();
        score_urgency();
        score_department();
        score_facts();
        score_promises();
        score_discretion();
        return sum_up();
    }

private:
    void add(Part part, Is verdict, std::string item, std::string source, int points, int possible,
             std::string quote = {}, int turn = -1) {
        out_.lines.push_back(
            {part, verdict, std::move(item), std::move(quote), std::move(source), points, possible, turn});
    }

    void score_kind() {
        const bool right = form_.kind == record_.kind;
        const auto written = parse_kind(form_.kind);
        const bool near = !right && written && written == parse_kind(record_.kind);
        const Is verdict = form_.kind.empty() ? Is::blank : right ? Is::right : near ? Is::near : Is::wrong;
        add(Part::kind, verdict, record_.kind, "§2",
            right  ? kind_points
            : near ? near_kind
                   : 0,
            kind_points, form_.kind);
    }

    // One step too high costs colleagues an errand; too low, and nobody comes in time.
    void score_urgency() {
        Is verdict = Is::blank;
        std::string quote;
        if (form_.urgency) {
            const int above = static_cast<int>(*form_.urgency) - static_cast<int>(record_.urgency);
            verdict = above == 0 ? Is::right : above == 1 ? Is::near : Is::wrong;
            quote = name_of(*form_.urgency);
        }
        add(Part::urgency, verdict, std::string(name_of(record_.urgency)), "§6.1.1", half_for(verdict, urgency_points),
            urgency_points, quote);
    }

    void score_department() {
        Is verdict = Is::blank;
        std::string quote;
        if (form_.department) {
            const auto& helpers = record_.acceptable;
            const bool helps = std::find(helpers.begin(), helpers.end(), *form_.department) != helpers.end();
            verdict = *form_.department == record_.department ? Is::right : helps ? Is::near : Is::wrong;
            quote = name_of(*form_.department);
        }
        add(Part::department, verdict, std::string(name_of(record_.department)), "§6.1.2",
            half_for(verdict, department_points), department_points, quote);
    }

    static int half_for(Is verdict, int points) {
        return verdict == Is::right ? points : verdict == Is::near ? points / 2 : 0;
    }

    void score_facts() {
        const std::vector<int> heard = groups_in(record_, heard_);
        const std::vector<int> written = groups_in(record_, form_.facts);
        const std::vector<FactNote> notes = session_.facts();
        for (std::size_t i = 0; i < record_.facts.size(); ++i) {
            const RecordFactData& fact = record_.facts[i];
            const bool known = has(heard, fact.group) || (fact.fact >= 0 && notes[fact.fact].told);
            const bool noted = has(written, fact.group);
            const Is verdict = known ? (noted ? Is::right : Is::missing) : (noted ? Is::invented : Is::unheard);
            const int possible = share(fact_points, record_.facts.size(), i);
            const int points = verdict == Is::right ? possible : verdict == Is::invented ? -invented_cost : 0;
            add(Part::fact, verdict, fact.text, verdict == Is::unheard ? "§4" : "§6.1.3", points, possible);
        }
    }

    void score_promises() {
        const std::vector<GivenPromise> given = promises_given(session_);
        for (std::size_t i = 0; i < record_.promises.size(); ++i) score_promise(given, i);
        std::size_t charged = 0;
        for (const GivenPromise& promise : given)
            if (promise.id.empty() && !is_recorded(promise) && charged++ < most_charged)
                add(Part::promise, Is::missing, promise.when, "§6.1.3", -forgotten_cost, 0, promise.quote,
                    promise.turn);
    }

    void score_promise(const std::vector<GivenPromise>& given, std::size_t i) {
        const RecordPromiseData& truth = record_.promises[i];
        const int possible = share(promise_points, record_.promises.size(), i);
        const auto found = std::find_if(given.begin(), given.end(),
                                        [&](const GivenPromise& promise) { return promise.id == truth.id; });
        const RecordedPromise* written = written_as(truth);
        const std::string item =
            truth.text + " · " + (found == given.end() || found->when.empty() ? truth.by : found->when);
        if (found == given.end()) {
            const bool invented = written != nullptr;
            add(Part::promise, invented ? Is::invented : Is::not_given, item, invented ? "§6.1.3" : "§1.2.3",
                invented ? -invented_cost : 0, possible, invented ? written->what : "");
            return;
        }
        const Is verdict = written == nullptr ? Is::missing : compare(*written, *found);
        const int points = verdict == Is::right                                ? possible
                           : verdict == Is::timeless || verdict == Is::no_time ? possible / 2
                           : verdict == Is::other_time                         ? possible / 3
                                                                               : 0;
        add(Part::promise, verdict, item, verdict == Is::timeless ? "§1.2.3" : "§6.1.3", points, possible,
            written == nullptr ? found->quote : written->by, found->turn);
    }

    [[nodiscard]] const RecordedPromise* written_as(const RecordPromiseData& truth) const {
        for (const RecordedPromise& promise : form_.promises)
            if (has(groups_in(record_, promise.what), truth.group)) return &promise;
        return nullptr;
    }

    static std::vector<SaidTime> times_of(const RecordedPromise& written) {
        std::vector<SaidTime> times = times_in(written.by);
        return times.empty() ? times_in(written.what) : times;
    }

    static bool says(const RecordedPromise& written, const std::vector<SaidTime>& said) {
        for (const SaidTime& time : times_of(written))
            for (const SaidTime& wanted : said)
                if (agrees(time, wanted)) return true;
        return false;
    }

    static Is compare(const RecordedPromise& written, const GivenPromise& given) {
        const std::vector<SaidTime> said = times_in(given.when);
        const bool timed = !times_of(written).empty();
        if (said.empty()) return timed ? Is::other_time : Is::timeless;
        if (!timed) return Is::no_time;
        return says(written, said) ? Is::right : Is::other_time;
    }

    [[nodiscard]] bool is_recorded(const GivenPromise& promise) const {
        const std::vector<SaidTime> said = times_in(promise.when);
        return std::any_of(form_.promises.begin(), form_.promises.end(),
                           [&](const RecordedPromise& written) { return says(written, said); });
    }

    [[nodiscard]] std::string written_text() const {
        std::string text = form_.facts;
        for (const RecordedPromise& promise : form_.promises) text += "\n" + promise.what + "，" + promise.by;
        return text;
    }

    void score_discretion() {
        const std::string text = written_text();
        const std::size_t before = out_.lines.size();
        charge_leaks(text);
        charge_judging(text);
        const bool blank = form_.facts.empty() && form_.promises.empty();
        const bool clean = out_.lines.size() == before;
        add(Part::discretion,
            blank   ? Is::blank
            : clean ? Is::right
                    : Is::wrong,
            "", "§9.3", clean && !blank ? discretion_points : 0, discretion_points);
    }

    void charge_leaks(const std::string& text) {
        if (record_.private_group >= 0)
            for (const scoring::ByteSpan& span : sentences_of(text)) {
                const std::string sentence = text.substr(span.begin, span.end - span.begin);
                if (!has(groups_in(record_, sentence), record_.private_group)) continue;
                add(Part::discretion, Is::leaked, "", "§9.3.1", -leaked_cost, 0, sentence);
                break;
            }
        const std::vector<std::string> known = long_numbers_in(heard_);
        for (const std::string& number : long_numbers_in(text)) {
            const bool phone_he_gave =
                number.size() < 15 && std::find(known.begin(), known.end(), number) != known.end();
            if (phone_he_gave) continue;
            add(Part::discretion, Is::leaked, "", "§9.3.1", -leaked_cost, 0, number);
            break;
        }
    }

    // A record states facts (§3.3.2); whoever reads it next must not find the owner mocked or blamed in it.
    void charge_judging(const std::string& text) {
        using scoring::Family;
        std::size_t charged = 0;
        for (const scoring::Finding& finding : engine_.judge(text).findings) {
            if (!finding.family || finding.severity < scoring::Severity::minor || charged == most_charged) continue;
            const Family family = *finding.family;
            if (family != Family::abuse && family != Family::mock && family != Family::blame &&
                family != Family::argue && family != Family::threaten)
                continue;
            ++charged;
            add(Part::discretion, Is::judging, finding.rule, finding.source, -judging_cost, 0, finding.quote);
        }
    }

    RecordScore sum_up() {
        int sum = 0;
        for (const RecordLine& line : out_.lines) sum += line.centipoints;
        if (sum < 0) add(Part::discretion, Is::floor, "", "", -std::exchange(sum, 0), 0);
        out_.score = (sum + 50) / 100;
        return std::move(out_);
    }

    const Session& session_;
    const RecordForm& form_;
    const scoring::Engine& engine_;
    const RecordData& record_;
    std::string heard_;
    RecordScore out_;
};

}  // namespace

bool has_record(const Scenario& scenario) { return scenario.data().record.has_value(); }

RecordScore score_record(const Session& session, const RecordForm& form, const scoring::Engine& engine) {
    if (!has_record(session.scenario())) return {};
    return Scorer(session, form, engine).run();
}

RecordForm model_record(const Session& session) {
    RecordForm form;
    if (!has_record(session.scenario())) return form;
    const RecordData& record = *session.scenario().data().record;
    form.kind = record.kind;
    form.urgency = record.urgency;
    form.department = record.department;
    const std::vector<int> heard = groups_in(record, heard_in(session));
    const std::vector<FactNote> notes = session.facts();
    for (const RecordFactData& fact : record.facts)
        if (has(heard, fact.group) || (fact.fact >= 0 && notes[fact.fact].told))
            form.facts += (form.facts.empty() ? "" : "；") + fact.text;
    const std::vector<GivenPromise> given = promises_given(session);
    for (const RecordPromiseData& truth : record.promises)
        for (const GivenPromise& promise : given)
            if (promise.id == truth.id) form.promises.push_back({truth.text, promise.when});
    for (const GivenPromise& promise : given)
        if (promise.id.empty()) form.promises.push_back({promise.quote, promise.when});
    return form;
}

}  // namespace huashu::scenarios
