#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "scoring/evaluate.hpp"

namespace huashu::scoring {
namespace {

using Json = nlohmann::ordered_json;

std::string row(std::string_view name, const Tally& tally) {
    char line[160];
    std::snprintf(line, sizeof line, "  %-18.*s %5d %5d %5d   %.3f   %.3f   %.3f\n", static_cast<int>(name.size()),
                  name.data(), tally.hit, tally.missed, tally.false_alarm, tally.precision(), tally.recall(),
                  tally.f1());
    return line;
}

std::string sentence(const char* format, int part, int whole, double value) {
    char line[200];
    std::snprintf(line, sizeof line, format, part, whole, value);
    return line;
}

template <class Name, std::size_t Count>
std::string names_of(const std::bitset<Count>& set) {
    std::string names;
    for (std::size_t i = 0; i < Count; ++i)
        if (set[i]) names.append(names.empty() ? "" : " ").append(name_of(static_cast<Name>(i)));
    return names;
}

template <class Name, std::size_t Count>
void add_if_any(std::string& out, const char* what, const std::bitset<Count>& set) {
    if (set.any()) out.append("    ").append(what).append(": ").append(names_of<Name>(set)).append("\n");
}

std::string to_text(const Misreading& wrong) {
    std::string out = "  " + wrong.file + ":" + std::to_string(wrong.line) + ": " + wrong.text + "\n";
    add_if_any<Family>(out, "families missed", wrong.missed_families);
    add_if_any<Family>(out, "families too many", wrong.extra_families);
    add_if_any<Act>(out, "acts missed", wrong.missed_acts);
    add_if_any<Act>(out, "acts too many", wrong.extra_acts);
    if (!wrong.rules.empty()) {
        out += "    by:";
        for (const std::string& rule : wrong.rules) out += " " + rule;
        out += "\n";
    }
    return out;
}

Json to_json(const Tally& tally) {
    return {{"hit", tally.hit},
            {"missed", tally.missed},
            {"false_alarm", tally.false_alarm},
            {"precision", tally.precision()},
            {"recall", tally.recall()},
            {"f1", tally.f1()}};
}

template <class Name, std::size_t Count>
Json tallies_to_json(const std::array<Tally, Count>& tallies) {
    Json out = Json::object();
    for (std::size_t i = 0; i < Count; ++i) out[std::string(name_of(static_cast<Name>(i)))] = to_json(tallies[i]);
    return out;
}

/// The most frequent first.
template <class Name, std::size_t Count>
Json confusions_to_json(const std::array<std::array<int, Count>, Count>& confusions) {
    std::vector<std::array<std::size_t, 2>> pairs;
    for (std::size_t labelled = 0; labelled < Count; ++labelled)
        for (std::size_t found = 0; found < Count; ++found)
            if (confusions[labelled][found] > 0) pairs.push_back({labelled, found});
    const auto times = [&](const std::array<std::size_t, 2>& pair) { return confusions[pair[0]][pair[1]]; };
    std::ranges::stable_sort(pairs, std::ranges::greater{}, times);
    Json out = Json::array();
    for (const auto& pair : pairs)
        out.push_back({{"labelled", name_of(static_cast<Name>(pair[0]))},
                       {"found", name_of(static_cast<Name>(pair[1]))},
                       {"times", times(pair)}});
    return out;
}

template <class Name, std::size_t Count>
std::string confusions_to_text(const std::array<std::array<int, Count>, Count>& confusions) {
    std::string out;
    for (const Json& pair : confusions_to_json<Name>(confusions))
        out += "  " + pair["labelled"].get<std::string>() + " read as " + pair["found"].get<std::string>() + ": " +
               std::to_string(pair["times"].get<int>()) + "\n";
    return out.empty() ? "  none\n" : out;
}

std::string doubtful_rules(const Evaluation& evaluation) {
    std::string out;
    for (const RuleTally& rule : evaluation.rules)
        if (rule.wrong > rule.right)
            out += "  " + rule.rule + ": right " + std::to_string(rule.right) + ", wrong " +
                   std::to_string(rule.wrong) + "\n";
    return out.empty() ? "  none\n" : out;
}

Json rules_to_json(const Evaluation& evaluation) {
    Json out = Json::array();
    for (const RuleTally& rule : evaluation.rules)
        out.push_back({{"rule", rule.rule}, {"right", rule.right}, {"wrong", rule.wrong}});
    return out;
}

}  // namespace

std::string evaluation_to_text(const Evaluation& evaluation, bool list_misreadings) {
    const std::string heading = "                      hit  miss false   prec.   recall  F1\n";
    std::string out = std::to_string(evaluation.utterances) + " utterances\n";
    out += sentence("forbidden replies found: %d of %d (recall %.3f)\n", evaluation.bad_found, evaluation.bad,
                    evaluation.recall());
    out += sentence("good replies flagged: %d of %d (false alarms %.3f)\n", evaluation.good_flagged, evaluation.good,
                    evaluation.false_alarms());
    out += "\nforbidden families\n" + heading;
    for (std::size_t i = 0; i < family_count; ++i) out += row(name_of(static_cast<Family>(i)), evaluation.families[i]);
    out += "\nspeech acts\n" + heading;
    for (std::size_t i = 0; i < act_count; ++i) out += row(name_of(static_cast<Act>(i)), evaluation.acts[i]);
    out += row("all acts (micro)", evaluation.all_acts());
    out += "\nfamilies taken for another\n" + confusions_to_text<Family>(evaluation.confusions);
    out += "\nacts taken for another in one reply\n" + confusions_to_text<Act>(evaluation.act_confusions);
    out += "\nrules that were wrong more often than right\n" + doubtful_rules(evaluation);
    if (list_misreadings) {
        out += "\nread otherwise than labelled\n";
        for (const Misreading& wrong : evaluation.misreadings) out += to_text(wrong);
    }
    return out;
}

std::string evaluation_to_json(const Evaluation& evaluation) {
    const Json out = {{"utterances", evaluation.utterances},
                      {"bad", evaluation.bad},
                      {"bad_found", evaluation.bad_found},
                      {"bad_noticed", evaluation.bad_noticed},
                      {"recall", evaluation.recall()},
                      {"good", evaluation.good},
                      {"good_flagged", evaluation.good_flagged},
                      {"false_alarms", evaluation.false_alarms()},
                      {"families", tallies_to_json<Family>(evaluation.families)},
                      {"acts", tallies_to_json<Act>(evaluation.acts)},
                      {"acts_micro", to_json(evaluation.all_acts())},
                      {"confusions", confusions_to_json<Family>(evaluation.confusions)},
                      {"act_confusions", confusions_to_json<Act>(evaluation.act_confusions)},
                      {"rules", rules_to_json(evaluation)}};
    return out.dump(2) + "\n";
}

std::string change_to_text(const Evaluation& before, const Evaluation& after) {
    const auto line = [](std::string_view name, double from, double to) {
        char text[120];
        std::snprintf(text, sizeof text, "  %-24.*s %.3f -> %.3f\n", static_cast<int>(name.size()), name.data(), from,
                      to);
        return std::string(text);
    };
    std::string out = std::to_string(before.utterances) + " utterances: before -> after\n";
    out += line("forbidden recall", before.recall(), after.recall());
    out += line("false alarms", before.false_alarms(), after.false_alarms());
    out += line("acts F1", before.all_acts().f1(), after.all_acts().f1());
    for (std::size_t i = 0; i < family_count; ++i)
        if (before.families[i] != after.families[i])
            out += line(std::string(name_of(static_cast<Family>(i))) + " F1", before.families[i].f1(),
                        after.families[i].f1());
    for (std::size_t i = 0; i < act_count; ++i)
        if (before.acts[i] != after.acts[i])
            out += line(std::string(name_of(static_cast<Act>(i))) + " F1", before.acts[i].f1(), after.acts[i].f1());
    return out;
}

}  // namespace huashu::scoring
