#include "rules/checks.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/edit_distance.hpp"
#include "base/utf8.hpp"
#include "match/parser.hpp"

namespace huashu::scoring {
namespace {

/// Bytes of the source that write one code point of a JSON string's value.
std::size_t written_size(std::string_view source, std::size_t at) {
    if (source[at] != '\\') return decode_utf8(source, at).size;
    if (source.substr(at, 2) != "\\u") return 2;
    const bool high_surrogate = source.size() > at + 4 && (source[at + 2] == 'd' || source[at + 2] == 'D') &&
                                std::string_view("89abAB").find(source[at + 3]) != std::string_view::npos;
    return high_surrogate && source.substr(at + 6, 2) == "\\u" ? 12 : 6;
}

class Checker {
public:
    Checker(PackData& pack, const std::vector<std::string>& left_out, Diagnostics& problems)
        : pack_(pack), problems_(problems), left_out_(left_out.begin(), left_out.end()), lists_(pack.lists) {
        for (const Rule& rule : pack_.rules)
            if (rule.kind() == RuleKind::context) contexts_.insert(rule.id);
    }

    void run() {
        std::erase_if(pack_.rules, [this](const Rule& rule) {
            const bool first = is_first(rule), sound = patterns_sound(rule);  // both report
            return !first || !sound;
        });
        std::set<std::string, std::less<>> sound;
        for (const Rule& rule : pack_.rules)
            if (rule.kind() == RuleKind::context) sound.insert(rule.id);
        for (const std::string& id : contexts_)
            if (!sound.contains(id)) left_out_.insert(id);
        contexts_ = std::move(sound);
        std::erase_if(pack_.rules, [this](const Rule& rule) { return !contexts_known(rule); });
    }

private:
    bool is_first(const Rule& rule) {
        const auto [entry, is_new] = ids_.try_emplace(rule.id, rule.site);
        if (is_new) return true;
        const Place place = pack_.file_of(entry->second).place_of(entry->second.offset);
        problems_.push_back(diagnose_at(
            pack_, rule.site, "duplicate-id",
            "the id \"" + rule.id + "\" is taken already, at " + place.file + ":" + std::to_string(place.line),
            "give this rule an id of its own"));
        return false;
    }

    bool patterns_sound(const Rule& rule) {
        bool sound = true;
        for (const WrittenText* pattern : patterns_of(rule))
            sound = check_pattern(pack_, *pattern, lists_, problems_) && sound;
        return sound;
    }

    bool contexts_known(const Rule& rule) {
        bool known = true;
        for (const WrittenText* name : contexts_of(rule)) {
            if (contexts_.contains(name->text)) continue;
            known = false;
            report_context(rule, *name);
        }
        return known;
    }

    void report_context(const Rule& rule, const WrittenText& name) {
        if (left_out_.contains(name.text)) {
            problems_.push_back(diagnose_at(
                pack_, name.site, "left-out",
                "\"" + rule.id + "\" is left out: the context \"" + name.text + "\" that it names has errors",
                "repair the context", Level::warning));
            return;
        }
        const std::vector<std::string_view> names(contexts_.begin(), contexts_.end());
        const std::string_view near = nearest_word(name.text, names);
        problems_.push_back(diagnose_at(pack_, name.site, "unknown-context",
                                        "no context is called \"" + name.text + "\"",
                                        near.empty() ? "" : "did you mean \"" + std::string(near) + "\"?"));
    }

    PackData& pack_;
    Diagnostics& problems_;
    std::set<std::string, std::less<>> contexts_, left_out_;
    std::map<std::string, Site, std::less<>> ids_;
    match::Lists lists_;
};

}  // namespace

void check_rules(PackData& pack, const std::vector<std::string>& left_out, Diagnostics& problems) {
    Checker(pack, left_out, problems).run();
}

bool check_pattern(const PackData& pack, const WrittenText& pattern, match::Lists& lists, Diagnostics& problems) {
    // Whatever is wrong with a pattern is seen when it is read; putting it together is left to the engine.
    std::vector<PatternProblem> found = match::parse_pattern(pattern.text, lists).problems;
    const SourceText& file = pack.file_of(pattern.site);
    for (PatternProblem& problem : found) {
        const std::size_t at = offset_in_string(file.text(), pattern.site.offset, problem.column);
        problems.push_back(
            diagnose(file, at, std::move(problem.code), std::move(problem.text), std::move(problem.remedy)));
    }
    return found.empty();
}

std::size_t offset_in_string(std::string_view source, std::size_t string_offset, std::size_t characters) {
    std::size_t at = string_offset + 1;  // past the opening quote
    while (characters > 0 && at < source.size() && source[at] != '"') {
        at += written_size(source, at);
        --characters;
    }
    return std::min(at, source.size());
}

}  // namespace huashu::scoring
