#include "assess/calibration.hpp"

#include <algorithm>
#include <set>

#include "assess/chance.hpp"
#include "assess/digest.hpp"

namespace huashu::assess {
namespace {

using scoring::Dimension;

// Of a reply's own ledger: what it earned of what the moment asks for, less what its faults cost, in four steps.
std::optional<int> grade_of(const scoring::Judgement& j, Dimension dimension) {
    int earned = 0, possible = 0, lost = 0;
    for (const scoring::LedgerLine& line : j.ledger) {
        if (line.dimension != dimension) continue;
        switch (line.kind) {
            case scoring::LedgerLine::Kind::earned:
            case scoring::LedgerLine::Kind::missed:
                earned += line.centipoints;
                possible += line.possible_centipoints;
                break;
            case scoring::LedgerLine::Kind::finding:
                lost -= line.centipoints;
                break;
            case scoring::LedgerLine::Kind::shared:
            case scoring::LedgerLine::Kind::floor:
            case scoring::LedgerLine::Kind::cap:
                break;
        }
    }
    if (possible == 0) return lost > 0 ? std::optional(0) : std::nullopt;
    const int share = std::clamp(earned - lost, 0, possible);
    return (2 * highest_grade * share + possible) / (2 * possible);
}

Specimen specimen_of(const scenarios::Session& talk, std::size_t turn) {
    const scenarios::Turn& t = talk.turns()[turn];
    const auto& before = turn == 0 ? talk.opening() : talk.turns()[turn - 1].owner;
    Specimen out;
    out.scenario = talk.scenario().card().id;
    out.complaint = name_of(talk.scenario().card().complaint);
    out.step = name_of(t.step);
    out.owner = before.empty() ? std::string() : before.back().text;
    out.reply = t.text;
    out.key = digest_of(out.scenario + "\n" + out.step + "\n" + out.owner + "\n" + out.reply).substr(0, 16);
    out.machine = machine_marks(t.judgement);
    out.machine.key = out.key;
    return out;
}

// The first reason that was given stands for the rule.
void note_rules(const scoring::Judgement& judgement, std::map<std::string, RuleLine>& rules) {
    for (const scoring::Finding& f : judgement.findings)
        if (f.points > 0 || !f.paid_by.empty())
            rules.try_emplace(f.rule, RuleLine{f.rule, f.reason, f.source, f.family});
}

bool charges(const Marks& marks, const std::string& rule) {
    return std::binary_search(marks.breaks.begin(), marks.breaks.end(), rule);
}

using Pair = std::pair<const Marks*, const Marks*>;  // the program's, the person's

AgreementRow rule_row(const std::string& rule, const std::vector<Pair>& pairs) {
    AgreementRow row;
    row.id = rule;
    Agreement table(2);
    for (const auto& [machine, person] : pairs) {
        const bool by_machine = charges(*machine, rule), by_person = charges(*person, rule);
        table.add(by_machine ? 1 : 0, by_person ? 1 : 0);
        row.by_machine += by_machine ? 1 : 0;
        row.by_person += by_person ? 1 : 0;
    }
    row.both = table.total();
    if (row.both >= least_marked && std::max(row.by_machine, row.by_person) >= least_charged)
        row.kappa = kappa(table, plain_weights(2));
    return row;
}

AgreementRow dimension_row(Dimension dimension, const std::vector<Pair>& pairs) {
    AgreementRow row;
    row.id = name_of(dimension);
    Agreement table(highest_grade + 1);
    for (const auto& [machine, person] : pairs) {
        const auto m = machine->grades.find(dimension);
        const auto p = person->grades.find(dimension);
        row.by_machine += m != machine->grades.end() ? 1 : 0;
        row.by_person += p != person->grades.end() ? 1 : 0;
        if (m != machine->grades.end() && p != person->grades.end())
            table.add(static_cast<std::size_t>(m->second), static_cast<std::size_t>(p->second));
    }
    row.both = table.total();
    if (row.both >= least_marked) row.kappa = kappa(table, quadratic_weights(highest_grade + 1));
    return row;
}

}  // namespace

Marks machine_marks(const scoring::Judgement& judgement) {
    Marks out;
    for (const scoring::Finding& f : judgement.findings)
        if (f.points > 0 || !f.paid_by.empty()) out.breaks.push_back(f.rule);
    std::sort(out.breaks.begin(), out.breaks.end());
    out.breaks.erase(std::unique(out.breaks.begin(), out.breaks.end()), out.breaks.end());
    for (std::size_t d = 0; d < scoring::dimension_count; ++d)
        if (const auto grade = grade_of(judgement, static_cast<Dimension>(d)))
            out.grades.emplace(static_cast<Dimension>(d), *grade);
    return out;
}

Specimens specimens_of(const std::vector<Filed>& files, const app::Content& content) {
    Specimens out;
    std::map<std::string, Specimen> by_key;
    for (const Filed& filed : files) {
        if (filed.sitting.phase != Sitting::Phase::sealed) continue;
        const auto talks = replay(filed.sitting, content);
        if (!talks) {
            ++out.passed_over;
            continue;
        }
        for (const scenarios::Session& talk : *talks)
            for (std::size_t t = 0; t < talk.turns().size(); ++t) {
                if (talk.turns()[t].text.empty()) continue;
                Specimen specimen = specimen_of(talk, t);
                note_rules(talk.turns()[t].judgement, out.rules);
                by_key.emplace(specimen.key, std::move(specimen));
            }
    }
    for (auto& [key, specimen] : by_key) out.all.push_back(std::move(specimen));
    return out;
}

std::vector<Specimen> take_sample(std::vector<Specimen> specimens, int count, std::uint64_t seed) {
    Chance(seed).shuffle(specimens);
    if (specimens.size() > static_cast<std::size_t>(std::max(count, 0)))
        specimens.resize(static_cast<std::size_t>(std::max(count, 0)));
    return specimens;
}

Calibration calibrate(const std::vector<Specimen>& specimens, const std::vector<Marks>& by_person) {
    std::map<std::string, const Marks*> machine;
    for (const Specimen& s : specimens) machine.emplace(s.key, &s.machine);
    std::vector<Pair> pairs;
    std::set<std::string> rules;
    for (const Marks& marks : by_person) {
        const auto found = machine.find(marks.key);
        if (found == machine.end()) continue;
        pairs.emplace_back(found->second, &marks);
        rules.insert(marks.breaks.begin(), marks.breaks.end());
        rules.insert(found->second->breaks.begin(), found->second->breaks.end());
    }
    Calibration out;
    out.replies = static_cast<int>(pairs.size());
    for (const std::string& rule : rules) out.rules.push_back(rule_row(rule, pairs));
    for (std::size_t d = 0; d < scoring::dimension_count; ++d)
        out.dimensions.push_back(dimension_row(static_cast<Dimension>(d), pairs));
    return out;
}

}  // namespace huashu::assess
