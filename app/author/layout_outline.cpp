#include "author/layout_outline.hpp"

#include <algorithm>
#include <unordered_map>

namespace huashu::app {
namespace {

using StageNumbers = std::unordered_map<std::string_view, int>;

class WaysOfStage {
public:
    WaysOfStage(OutlineStage& stage, const StageNumbers& numbers) : stage_(stage), numbers_(numbers) {}

    void read(const Tree& stage) {
        const Tree& next = stage["next"];
        add(OutlineWay::Kind::next, next.text(), false);
        for (const Tree& entry : next.items())
            add(OutlineWay::Kind::next, entry["to"].text(), !entry["when"].is_nothing());
        for (const Tree& choice : stage["choices"].items()) {
            const std::string& quality = choice["quality"].text();
            add(quality == "best"  ? OutlineWay::Kind::best
                : quality == "bad" ? OutlineWay::Kind::bad
                                   : OutlineWay::Kind::near,
                choice["next"].text(), false);
        }
        for (const Tree& reaction : stage["reactions"].items())
            add(OutlineWay::Kind::reaction, reaction["to"].text(), true);
    }

private:
    void add(OutlineWay::Kind kind, const std::string& to, bool guarded) {
        if (to.empty()) return;
        OutlineWay way{kind, -1, guarded};
        if (to != "end") {
            const auto number = numbers_.find(to);
            if (number == numbers_.end()) return;
            way.to = number->second;
        }
        if (std::find(stage_.ways.begin(), stage_.ways.end(), way) == stage_.ways.end()) stage_.ways.push_back(way);
    }

    OutlineStage& stage_;
    const StageNumbers& numbers_;
};

// Scenario-wide reactions and events can jump from anywhere.
void link(Outline& outline, const Tree& root, const StageNumbers& numbers) {
    std::vector<int> open;
    const auto reach = [&](int stage) {
        if (stage < 0 || outline.stages[static_cast<std::size_t>(stage)].linked) return;
        outline.stages[static_cast<std::size_t>(stage)].linked = true;
        open.push_back(stage);
    };
    reach(outline.start);
    for (const char* list : {"reactions", "events"})
        for (const Tree& rule : root[list].items())
            if (const auto number = numbers.find(rule["to"].text()); number != numbers.end()) reach(number->second);
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        for (const OutlineWay& way : outline.stages[static_cast<std::size_t>(at)].ways) reach(way.to);
    }
}

bool same_members(const Tree& one, const Tree& other, std::initializer_list<const char*> keys) {
    return std::all_of(keys.begin(), keys.end(), [&](const char* key) { return one[key] == other[key]; });
}

bool same_items(const Tree& one, const Tree& other, std::initializer_list<const char*> keys) {
    const Tree::List &these = one.items(), &those = other.items();
    return one.same(other) ||
           std::equal(these.begin(), these.end(), those.begin(), those.end(),
                      [&](const Tree& a, const Tree& b) { return a.same(b) || same_members(a, b, keys); });
}

bool same_stage(const Tree& one, const Tree& other) {
    return one.same(other) || (same_members(one, other, {"id", "title", "step", "next"}) &&
                               same_items(one["choices"], other["choices"], {"quality", "next"}) &&
                               same_items(one["reactions"], other["reactions"], {"to"}));
}

}  // namespace

bool have_same_outline(const Tree& one, const Tree& other) {
    const Tree::List &these = one["stages"].items(), &those = other["stages"].items();
    return same_members(one, other, {"id", "title", "start"}) &&
           same_items(one["endings"], other["endings"], {"id", "title", "rank", "at"}) &&
           same_items(one["reactions"], other["reactions"], {"to"}) &&
           same_items(one["events"], other["events"], {"to"}) &&
           std::equal(these.begin(), these.end(), those.begin(), those.end(), same_stage);
}

bool Outline::same_shape(const Outline& other) const {
    return start == other.start &&
           std::equal(stages.begin(), stages.end(), other.stages.begin(), other.stages.end(),
                      [](const OutlineStage& a, const OutlineStage& b) { return a.id == b.id && a.ways == b.ways; }) &&
           std::equal(endings.begin(), endings.end(), other.endings.begin(), other.endings.end(),
                      [](const OutlineEnding& a, const OutlineEnding& b) {
                          return a.id == b.id && a.at_any_time == b.at_any_time;
                      });
}

Outline make_outline(const Tree& root) {
    Outline outline{root["id"].text(), root["title"].text(), -1, {}, {}};
    const Tree::List& stages = root["stages"].items();
    StageNumbers numbers;
    for (std::size_t i = 0; i < stages.size(); ++i) numbers.emplace(stages[i]["id"].text(), static_cast<int>(i));
    outline.stages.reserve(stages.size());
    for (const Tree& stage : stages) {
        const Tree& step = stage["step"];
        OutlineStage& made = outline.stages.emplace_back();
        made.id = stage["id"].text();
        made.title = stage["title"].text();
        made.step = step.kind() == Tree::Kind::integer ? std::to_string(step.integer()) : step.text();
        WaysOfStage(made, numbers).read(stage);
    }
    for (const Tree& ending : root["endings"].items())
        outline.endings.push_back(
            {ending["id"].text(), ending["title"].text(), ending["rank"].text(), ending["at"].text() == "any"});
    const auto start = numbers.find(root["start"].text());
    if (start != numbers.end()) outline.start = start->second;
    link(outline, root, numbers);
    return outline;
}

}  // namespace huashu::app
