#include <sstream>

#include "quality/parts.hpp"

namespace huashu::scoring {
namespace {

constexpr std::string_view before = "關於", after = "的事，我記下了。";

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
        if (!line.empty() && line.front() != '#') lines.push_back(line);
    }
    return lines;
}

const Rule* rule_of(const PackData& pack, const std::string& id) {
    for (const Rule& rule : pack.rules)
        if (rule.id == id) return &rule;
    return nullptr;
}

}  // namespace

void find_bad_advice(Scrutiny scrutiny) {
    for (const Rule& rule : scrutiny.pack.rules) {
        if (rule.instead.empty()) continue;
        for (const Finding& finding : scrutiny.engine.judge(rule.instead).findings)
            scrutiny.note(rule.site, "advice-trips",
                          "the better wording of \"" + rule.id + "\" trips \"" + finding.rule + "\" with [[" +
                              finding.quote + "]]",
                          "say it better, or mend the other rule", Level::warning);
    }
}

void find_tripping_words(Scrutiny scrutiny, const std::string& ordinary) {
    for (const std::string& word : lines_of(ordinary)) {
        const std::string text = std::string(before) + word + std::string(after);
        for (const Finding& finding : scrutiny.engine.judge(text).findings) {
            const bool inside = finding.span.begin >= before.size() && finding.span.end <= before.size() + word.size();
            const Rule* rule = rule_of(scrutiny.pack, finding.rule);
            if (!inside || rule == nullptr || rule->kind() == RuleKind::learned) continue;
            scrutiny.note(
                rule->site, "ordinary-word",
                "\"" + rule->id + "\" takes [[" + finding.quote + "]] in the ordinary word " + word + " for a fault",
                "add the word to \"except\"", Level::warning);
        }
    }
}

void find_shared_words(Scrutiny scrutiny) {
    for (const Rule& rule : scrutiny.pack.rules)
        for (const Example& example : rule.hits)
            for (const Finding& finding : scrutiny.engine.judge(example.text, example.moment).findings)
                if (finding.rule == rule.id && !finding.paid_by.empty())
                    scrutiny.note(example.site, "shared-words",
                                  "\"" + finding.paid_by + "\" finds a fault in the same words and is charged for them",
                                  "keep both if both are true; else tell the two apart");
}

}  // namespace huashu::scoring
