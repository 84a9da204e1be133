#include "assess/blueprint_draft.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "assess/digest.hpp"
#include "assess/slots.hpp"

namespace huashu::assess {
namespace {

using BlueprintJson = nlohmann::ordered_json;

constexpr std::size_t longest_blueprint_id = 60;

template <class T>
void put_names(BlueprintJson& to, const char* key, const std::vector<T>& values) {
    for (const T& value : values) {
        if constexpr (std::is_same_v<T, std::string>)
            to[key].push_back(value);
        else
            to[key].push_back(std::string(name_of(value)));
    }
}

template <class T>
void put_unless(BlueprintJson& to, const char* key, const T& value, const T& usual) {
    if (value != usual) to[key] = value;
}

BlueprintJson json_of(const DrawRule& rule) {
    const DrawRule usual;
    BlueprintJson out;
    out["id"] = rule.id;
    put_unless(out, "count", rule.count, usual.count);
    put_names(out, "complaints", rule.complaints);
    put_names(out, "kinds", rule.kinds);
    put_names(out, "channels", rule.channels);
    put_names(out, "personas", rule.personas);
    put_names(out, "scenarios", rule.scenarios);
    if (rule.easiest != usual.easiest || rule.hardest != usual.hardest)
        out["difficulty"] = {rule.easiest, rule.hardest};
    if (rule.replies != usual.replies) out["replies"] = std::string(name_of(rule.replies));
    put_unless(out, "weight", rule.weight, usual.weight);
    put_unless(out, "minutes", rule.minutes, usual.minutes);
    return out;
}

BlueprintJson json_of(const FatalRules& fatal) {
    BlueprintJson out = BlueprintJson::object();
    put_names(out, "families", fatal.families);
    put_names(out, "rules", fatal.rules);
    put_names(out, "endings", fatal.endings);
    return out;
}

/// Gathers what is wrong, from the whole to the draws.
class DraftChecker {
public:
    DraftChecker(const Blueprint& blueprint, const std::vector<Candidate>& candidates)
        : b_(blueprint), candidates_(candidates) {
        std::sort(candidates_.begin(), candidates_.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    }

    DraftCheck run(const std::set<std::string>& rules, const std::set<std::string>& taken) {
        for (const DrawRule& rule : b_.draws)
            out_.fitting.push_back(static_cast<int>(std::count_if(candidates_.begin(), candidates_.end(),
                                                                  [&](const Candidate& c) { return fits(c, rule); })));
        whole(rules, taken);
        for (std::size_t i = 0; i < b_.draws.size(); ++i) draw(static_cast<int>(i), b_.draws[i]);
        if (out_.problems.empty()) fill();
        if (out_.problems.empty()) forms();
        return std::move(out_);
    }

private:
    using Details = std::vector<std::pair<std::string, std::string>>;
    void tell(const char* code, int draw, Details details = {}) {
        if (draw >= 0) details.emplace_back("draw", b_.draws[static_cast<std::size_t>(draw)].id);
        out_.problems.push_back({code, draw, std::move(details)});
    }

    void whole(const std::set<std::string>& rules, const std::set<std::string>& taken) {
        if (b_.title.find_first_not_of(' ') == std::string::npos) tell("no-title", -1);
        if (!is_blueprint_id(b_.id))
            tell("bad-id", -1);
        else if (taken.count(b_.id) != 0)
            tell("id-taken", -1, {{"id", b_.id}});
        if (b_.draws.empty()) tell("no-draws", -1);
        if (b_.scenario_count() > most_scenarios)
            tell("too-many-scenarios", -1,
                 {{"count", std::to_string(b_.scenario_count())}, {"most", std::to_string(most_scenarios)}});
        if (b_.marking.least_per_scenario > b_.marking.pass_mark) tell("least-above-pass-mark", -1);
        for (const std::string& rule : b_.marking.fatal.rules)
            if (!rules.empty() && rules.count(rule) == 0) tell("unknown-rule", -1, {{"name", rule}});
    }

    void draw(int index, const DrawRule& rule) {
        if (rule.id.find_first_not_of(' ') == std::string::npos)
            tell("draw-without-id", index, {{"number", std::to_string(index + 1)}});
        else if (std::count_if(b_.draws.begin(), b_.draws.begin() + index,
                               [&](const DrawRule& other) { return other.id == rule.id; }) > 0)
            tell("duplicate-draw", index);
        if (rule.minutes > b_.minutes) tell("longer-than-sitting", index);
        for (const std::string& id : rule.scenarios)
            if (!known(id, &Candidate::id)) tell("unknown-scenario", index, {{"name", id}});
        for (const std::string& id : rule.personas)
            if (!known(id, &Candidate::persona)) tell("unknown-persona", index, {{"name", id}});
    }

    [[nodiscard]] bool known(const std::string& name, std::string Candidate::*field) const {
        return std::any_of(candidates_.begin(), candidates_.end(),
                           [&](const Candidate& c) { return c.*field == name; });
    }

    void fill() {
        const std::vector<Slot> slots = slots_of(b_, candidates_);
        const std::vector<std::size_t> taken = fill_slots(slots, candidates_.size());
        for (std::size_t d = 0; d < b_.draws.size(); ++d) {
            int missing = 0;
            for (std::size_t s = 0; s < slots.size(); ++s) missing += slots[s].draw == d && taken[s] == nobody ? 1 : 0;
            if (missing == 0) continue;
            const bool fit = out_.fitting[d] >= b_.draws[d].count;
            tell(fit ? "draw-needed-elsewhere" : "draw-not-filled", static_cast<int>(d),
                 {{"count", std::to_string(b_.draws[d].count)},
                  {"fit", std::to_string(out_.fitting[d])},
                  {"missing", std::to_string(missing)}});
        }
    }

    // Drawn without the bound, so that forms that differ too much can be looked at.
    void forms() {
        constexpr int no_bound = 400;
        Blueprint wide = b_;
        wide.tolerance_centi = no_bound;
        const std::uint64_t seed = std::stoull(digest_of(to_text(b_)).substr(0, 16), nullptr, 16);
        auto drawn = draw_forms(wide, candidates_, b_.forms, seed);
        if (!drawn) return tell("forms-cover-otherwise", -1);
        out_.drawn = std::move(*drawn);
        if (out_.drawn->spread_centi > b_.tolerance_centi)
            tell("forms-differ", -1,
                 {{"spread", std::to_string(out_.drawn->spread_centi)},
                  {"tolerance", std::to_string(b_.tolerance_centi)}});
    }

    const Blueprint& b_;
    std::vector<Candidate> candidates_;
    DraftCheck out_;
};

}  // namespace

Blueprint new_blueprint(const std::string& id) {
    Blueprint out;
    out.id = id;
    DrawRule any;
    any.id = "any";
    any.count = 3;
    out.draws.push_back(std::move(any));
    return out;
}

std::string to_text(const Blueprint& b) {
    const Blueprint usual;
    BlueprintJson out;
    out["format"] = "huashu-blueprint";
    out["version"] = 1;
    out["id"] = b.id;
    out["title"] = b.title;
    put_unless(out, "about", b.about, usual.about);
    out["minutes"] = b.minutes;
    put_unless(out, "reply_clock", b.reply_clock, usual.reply_clock);
    put_unless(out, "attempts", b.attempts, usual.attempts);
    if (b.attempts > 1) put_unless(out, "days_between", b.days_between, usual.days_between);
    put_unless(out, "forms", b.forms, usual.forms);
    put_unless(out, "tolerance", b.tolerance_centi, usual.tolerance_centi);
    out["pass_mark"] = b.marking.pass_mark;
    put_unless(out, "least_per_scenario", b.marking.least_per_scenario, usual.marking.least_per_scenario);
    put_unless(out, "record", b.marking.record_percent, usual.marking.record_percent);
    if (BlueprintJson fatal = json_of(b.marking.fatal); !fatal.empty()) out["fatal"] = std::move(fatal);
    out["draws"] = BlueprintJson::array();
    for (const DrawRule& rule : b.draws) out["draws"].push_back(json_of(rule));
    return out.dump(2, ' ', false, BlueprintJson::error_handler_t::replace) + "\n";
}

DraftCheck check_draft(const Blueprint& blueprint, const std::vector<Candidate>& candidates,
                       const std::set<std::string>& rules, const std::set<std::string>& taken) {
    return DraftChecker(blueprint, candidates).run(rules, taken);
}

bool is_blueprint_id(std::string_view id) {
    if (id.empty() || id.size() > longest_blueprint_id || id.front() < 'a' || id.front() > 'z' || id.back() == '-')
        return false;
    return std::all_of(id.begin(), id.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }) &&
           id.find("--") == std::string_view::npos;
}

}  // namespace huashu::assess
