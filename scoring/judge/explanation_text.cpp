#include <array>

#include "scoring/explanation.hpp"
#include "scoring/judgement_json.hpp"

namespace huashu::scoring {
namespace {

std::string quoted(const std::string& text) { return text.empty() ? "(as a whole)" : "「" + text + "」"; }

std::string names_of(FoldSteps steps) {
    std::string names;
    for (std::size_t i = 0; i < fold_step_count; ++i) {
        const auto step = static_cast<FoldStep>(i);
        if ((steps & bit(step)) != 0) names.append(names.empty() ? "" : ", ").append(name_of(step));
    }
    return names;
}

std::string sentence_of(const ExplainedStep& step) {
    using Fate = ExplainedStep::What;
    const std::string number = std::to_string(step.number);
    switch (step.what) {
        case Fate::matched:
            return "words stand here";
        case Fate::excepted:
            return "no: an exception covers them";
        case Fate::in_context:
            return "no: the context " + step.other + " holds";
        case Fate::not_now:
            return "no: not for this complaint or step";
        case Fate::unfulfilled:
            return "no: \"when\" number " + number + " fails";
        case Fate::excused:
            return "no: \"unless\" number " + number + " holds";
        case Fate::measured:
            return "counted " + number;
        case Fate::act:
            return "an act";
        case Fate::act_longer:
            return "no: " + step.other + " has more words of this clause";
        case Fate::voided:
            return "no: voided by " + step.other;
        case Fate::spoke:
            return step.number > 0 ? "speaks up, " + number + " % sure" : "speaks up";
        case Fate::outdone:
            return "no: gives way to " + step.other;
        case Fate::once:
            return "no: charged already";
        case Fate::doubted:
            return "no: the whole reply makes it only " + number + " % likely";
    }
    return {};
}

/// 1250 is 12.50.
std::string points(int centipoints) {
    const int size = centipoints < 0 ? -centipoints : centipoints;
    std::string out = centipoints < 0 ? "-" : "";
    out += std::to_string(size / 100) + ".";
    out += static_cast<char>('0' + size / 10 % 10);
    out += static_cast<char>('0' + size % 10);
    return out;
}

void append_line(std::string& out, const LedgerLine& line) {
    out += "  " + points(line.centipoints);
    if (line.possible_centipoints > 0) out += " of " + points(line.possible_centipoints);
    out.append("  ").append(name_of(line.kind)).append(" ").append(name_of(line.dimension));
    if (!line.rule.empty()) out += " " + line.rule;
    if (!line.source.empty()) out += " " + line.source;
    out += "\n";
}

}  // namespace

std::string_view name_of(ExplainedStep::What what) {
    constexpr std::array<std::string_view, 14> names{"matched", "excepted", "in_context", "not_now",    "unfulfilled",
                                                     "excused", "measured", "act",        "act_longer", "voided",
                                                     "spoke",   "outdone",  "once",       "doubted"};
    return names[static_cast<std::size_t>(what)];
}

std::string to_text(const Explanation& explanation) {
    std::string out = "text\n  read as " + quoted(explanation.canonical) + "\n";
    if (explanation.skeleton != explanation.canonical) out += "  skeleton " + quoted(explanation.skeleton) + "\n";
    for (const FoldedPiece& fold : explanation.folds)
        out += "  " + quoted(fold.typed) + " as " + quoted(fold.read) + ": " + names_of(fold.steps) + "\n";
    out += "clauses\n";
    for (const ExplainedClause& clause : explanation.clauses)
        out += "  " + std::to_string(clause.sentence + 1) + " " + quoted(clause.read) + "\n";
    out += "steps\n";
    for (const ExplainedStep& step : explanation.steps)
        out += "  " + step.rule + " " + quoted(step.quote) + " " + sentence_of(step) + "\n";
    out += "points\n";
    for (const LedgerLine& line : explanation.judgement.ledger) append_line(out, line);
    out += "score " + std::to_string(explanation.judgement.score) + "\n";
    return out;
}

}  // namespace huashu::scoring
