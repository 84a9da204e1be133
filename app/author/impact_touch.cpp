#include "author/impact_touch.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "author/rule_edits.hpp"
#include "author/rule_pack.hpp"
#include "author/scenario_text.hpp"
#include "scoring/json.hpp"

namespace huashu::app {
namespace {

namespace fs = std::filesystem;

// The replies that teach the model, file by file.
std::map<std::string, std::string> lessons_in(const std::string& folder) {
    std::map<std::string, std::string> lessons;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
        if (at->path().extension() == ".jsonl")
            lessons[at->path().filename().string()] = read_text_file(at->path().string()).value_or(std::string());
    return lessons;
}

bool have_one_model(const std::string& one, const std::string& other, const std::string& shipped) {
    const auto lessons = lessons_in(one);
    return lessons == lessons_in(other) && (lessons.empty() || lessons == lessons_in(shipped));
}

// What a pack says besides its rules; what it is called makes no difference.
Tree without_rules(const Tree& pack) {
    Tree::Object kept;
    for (const Tree::Member& file : pack.members()) {
        Tree::Object said;
        for (const Tree::Member& member : file.value.members())
            if (member.key != "rules" && member.key != "title" && member.key != "format" && member.key != "version")
                said.push_back(member);
        if (!said.empty()) kept.push_back({file.key, Tree::of(std::move(said))});
    }
    return Tree::of(std::move(kept));
}

// A condition may ask for acts or faults in the owner's lines, which are no inputs of a play.
bool asks_acts_of_owner(const Tree& tree) {
    const bool of_owner = tree["in"].text() == "owner" && !(tree["acts"].is_nothing() && tree["families"].is_nothing());
    return of_owner || std::any_of(tree.items().begin(), tree.items().end(), asks_acts_of_owner) ||
           std::any_of(tree.members().begin(), tree.members().end(),
                       [](const Tree::Member& member) { return asks_acts_of_owner(member.value); });
}

// The rules that both have, in their order: it decides between two that find as much.
std::vector<std::string> order_of_common(const Tree& pack, const std::map<std::string, Tree>& others) {
    std::vector<std::string> ids;
    for (const std::string& pointer : rule_pointers(pack))
        if (const std::string& id = at(pack, pointer)["id"].text(); others.count(id) > 0) ids.push_back(id);
    return ids;
}

std::map<std::string, Tree> rules_by_id(const Tree& pack) {
    std::map<std::string, Tree> rules;
    for (const std::string& pointer : rule_pointers(pack)) {
        const Tree& rule = at(pack, pointer);
        rules.emplace(rule["id"].text(), rule);
    }
    return rules;
}

// The patterns without which a rule of that kind says nothing and changes nothing; null: there are none such.
const Tree* needed_patterns(const Tree& rule) {
    const std::string& kind = rule["kind"].text();
    const char* key = kind == "context" && rule["pairs"].is_nothing()                             ? "markers"
                      : kind == "forbid" || kind == "act" || kind == "prefer" || kind == "memory" ? "match"
                                                                                                  : nullptr;
    if (key == nullptr || rule[key].items().empty()) return nullptr;
    return &rule[key];
}

// False: the rule speaks elsewhere, too.
bool add_patterns(const Tree& rule, scoring::PatternSetBuilder& builder) {
    const Tree* patterns = needed_patterns(rule);
    if (patterns == nullptr) return false;
    for (const Tree& pattern : patterns->items())
        if (!builder.add(0, pattern.text(), rule["evasion"].boolean()).empty()) return false;
    return true;
}

// Rules that differ, as they were and as they are. False: one of them speaks elsewhere, too.
bool add_changed(const std::map<std::string, Tree>& before, const std::map<std::string, Tree>& now,
                 scoring::PatternSetBuilder& builder) {
    for (const auto& [id, rule] : before) {
        const auto found = now.find(id);
        if (found != now.end() && says_the_same(found->second, rule)) continue;
        if (!add_patterns(rule, builder) || (found != now.end() && !add_patterns(found->second, builder))) return false;
    }
    return std::all_of(now.begin(), now.end(), [&](const auto& each) {
        return before.count(each.first) > 0 || add_patterns(each.second, builder);
    });
}

}  // namespace

std::optional<ImpactTouch> ImpactTouch::between(const Content& current, const Content& draft,
                                                const std::string& shipped_pack) {
    const std::string &one = current.folders.pack, &other = draft.folders.pack;
    if (one.empty() || other.empty() || !have_one_model(one, other, shipped_pack)) return std::nullopt;
    const auto before = read_rule_pack(one), now = read_rule_pack(other);
    if (!before || !now || !says_the_same(without_rules(*before), without_rules(*now))) return std::nullopt;
    if (asks_acts_of_owner(*before) || asks_acts_of_owner(*now)) return std::nullopt;
    const auto old_rules = rules_by_id(*before), new_rules = rules_by_id(*now);
    if (order_of_common(*before, new_rules) != order_of_common(*now, old_rules)) return std::nullopt;
    scoring::PatternSetBuilder builder(current.engine->word_lists());
    if (!add_changed(old_rules, new_rules, builder)) return std::nullopt;
    ImpactTouch touch;
    touch.patterns_ = std::make_shared<const scoring::PatternSet>(builder.build());
    if (!touch.read_choices(current, draft)) return std::nullopt;
    return touch;
}

bool ImpactTouch::read_choices(const Content& current, const Content& draft) {
    for (const scenarios::Scenario& scenario : current.scenarios) {
        const scenarios::Scenario* other = draft.find(scenario.card().id);
        if (other == nullptr || other->content_hash() != scenario.content_hash()) continue;
        const auto text = read_text_file(scenario.card().file);
        if (!text) return false;
        const auto document = parse_scenario_text(scenario.card().file, *text);
        if (!document) return false;
        std::set<std::string>& touched = touched_choices_[scenario.card().id];
        for (const ContentJson& stage : document->value("stages", ContentJson::array()))
            for (const ContentJson& choice : stage.value("choices", ContentJson::array()))
                if (touches(choice.value("text", std::string()))) touched.insert(choice.value("id", std::string()));
    }
    return true;
}

bool ImpactTouch::touches(std::string_view reply) const {
    static thread_local scoring::PreparedText prepared;  // a buffer only
    scoring::prepare_into(reply, prepared);
    return patterns_->matches_any(prepared);
}

bool ImpactTouch::touches(const scenarios::SavedSession& play) const {
    const auto choices = touched_choices_.find(play.scenario_id);
    if (choices == touched_choices_.end()) return true;
    return std::any_of(play.inputs.begin(), play.inputs.end(), [&](const scenarios::Input& input) {
        return input.kind == scenarios::Input::Kind::choice ? choices->second.count(input.value) > 0
                                                            : touches(input.value);
    });
}

}  // namespace huashu::app
