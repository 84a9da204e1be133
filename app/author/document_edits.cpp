#include "author/document_edits.hpp"

#include <algorithm>
#include <array>

namespace huashu::app {
namespace {

bool is_id_text(std::string_view id) {
    return !id.empty() && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string_view::npos &&
           id.front() != '-' && id.front() != '_' && id != "end" && id != "left";
}

std::string_view list_holding(std::string_view item) {
    const std::string_view list = parent_of(item);
    const std::size_t slash = list.rfind('/');
    return slash == std::string_view::npos ? list : list.substr(slash + 1);
}

// Whether a member names things of that list; `within`: the list that its object stands in.
bool is_name_of(std::string_view list, std::string_view key, std::string_view within) {
    if (list == "stages") return key == "next" || key == "to" || key == "start";
    if (list == "facts")
        return key == "told" || key == "untold" || key == "fact" || (key == "tell" && within != "facts");
    if (list == "endings") return key == "ending";
    if (list == "choices") return key == "choice";
    if (list == "promises") return key == "promised";
    return false;
}

struct Renaming {
    std::string_view list;
    std::string from, to;  ///< `to` empty: the name is taken out
};

Tree renamed_value(const Tree& value, const Renaming& how) {
    if (value.kind() == Tree::Kind::text) return value.text() == how.from && !how.to.empty() ? Tree::of(how.to) : value;
    Tree::List items;
    bool other = false;
    for (const Tree& item : value.items()) {
        const bool meant = item.kind() == Tree::Kind::text && item.text() == how.from;
        other = other || meant;
        if (!meant)
            items.push_back(item);
        else if (!how.to.empty())
            items.push_back(Tree::of(how.to));
    }
    if (!other) return value;
    return items.empty() ? Tree{} : Tree::of(std::move(items));
}

// The tree with a name changed wherever it is meant; what does not hold it is shared with the old one.
Tree renamed_in(const Tree& node, std::string_view within, const Renaming& how) {
    if (node.kind() == Tree::Kind::list) {
        Tree::List items = node.items();
        bool other = false;
        for (Tree& item : items) {
            Tree changed = renamed_in(item, within, how);
            other = other || !changed.same(item);
            item = std::move(changed);
        }
        return other ? Tree::of(std::move(items)) : node;
    }
    if (node.kind() != Tree::Kind::object) return node;
    Tree::Object members;
    bool other = false;
    for (const Tree::Member& member : node.members()) {
        const bool is_list = member.value.kind() == Tree::Kind::list;
        Tree changed = member.value;
        if (is_name_of(how.list, member.key, within)) changed = renamed_value(changed, how);
        if (!changed.is_nothing()) changed = renamed_in(changed, is_list ? std::string_view(member.key) : within, how);
        other = other || !changed.same(member.value);
        if (!changed.is_nothing() || member.value.is_nothing()) members.push_back({member.key, std::move(changed)});
    }
    return other ? Tree::of(std::move(members)) : node;
}

// Where a stage leads when nothing else is asked for.
std::string way_out_of(const Tree& stage) {
    const Tree& next = stage["next"];
    if (next.kind() == Tree::Kind::text) return next.text();
    return next.items().empty() ? "end" : next.items().back()["to"].text();
}

Tree text_leaf(const char* text = "") { return Tree::of(std::string(text)); }

Tree one_line() { return Tree::of(Tree::List{text_leaf()}); }

Tree choice_of(const char* id, const char* quality) {
    return Tree::of(Tree::Object{{"id", text_leaf(id)}, {"quality", text_leaf(quality)}, {"text", text_leaf()}});
}

Tree new_stage(const std::string& id, const std::string& next) {
    return Tree::of(Tree::Object{
        {"id", Tree::of(id)},
        {"step", Tree::of(std::int64_t{1})},
        {"title", text_leaf()},
        {"enter", one_line()},
        {"goal", Tree::of(Tree::List{Tree::of(Tree::Object{{"acts", Tree::of(Tree::List{text_leaf("apologize")})}})})},
        {"turns", Tree::of(std::int64_t{2})},
        {"choices", Tree::of(Tree::List{choice_of("a", "best"), choice_of("b", "near"), choice_of("c", "bad")})},
        {"model", text_leaf()},
        {"next", Tree::of(next)}});
}

Tree when_angry() {
    return Tree::of(Tree::Object{{"anger", Tree::of(Tree::Object{{"min", Tree::of(std::int64_t{80})}})}});
}

Tree new_item(const Tree& root, std::string_view pointer, std::string_view list) {
    const Tree& siblings = at(root, pointer);
    const auto id = [&](const char* base) { return Tree::of(fresh_id(siblings, base)); };
    if (list == "choices") {
        Tree::Object made = choice_of("", "near").members();
        for (char name = 'a'; name <= 'z'; ++name) {
            const std::string wanted(1, name);
            const auto bears = [&](const Tree& t) { return t["id"].text() == wanted; };
            if (std::any_of(siblings.items().begin(), siblings.items().end(), bears)) continue;
            made.front().value = Tree::of(wanted);
            break;
        }
        return Tree::of(std::move(made));
    }
    if (list == "facts")
        return Tree::of(Tree::Object{{"id", id("fact")},
                                     {"label", text_leaf()},
                                     {"ask", one_line()},
                                     {"tell", one_line()},
                                     {"note", text_leaf()}});
    if (list == "endings")
        return Tree::of(Tree::Object{{"id", id("ending")},
                                     {"title", text_leaf()},
                                     {"rank", text_leaf("mixed")},
                                     {"at", text_leaf("end")},
                                     {"when", when_angry()},
                                     {"say", one_line()},
                                     {"note", text_leaf()}});
    if (list == "reactions" || list == "events")
        return Tree::of(Tree::Object{
            {"id", id(list == "events" ? "event" : "reaction")}, {"when", when_angry()}, {"say", one_line()}});
    if (list == "goal") return Tree::of(Tree::Object{{"acts", Tree::of(Tree::List{text_leaf("apologize")})}});
    if (list == "next") return Tree::of(Tree::Object{{"when", when_angry()}, {"to", text_leaf("end")}});
    return text_leaf();
}

Tree golden_turn_of(const scenarios::Input& input) {
    using Kind = scenarios::Input::Kind;
    if (input.kind == Kind::silence) return Tree::of(Tree::Object{{"silence", Tree::of_boolean(true)}});
    return Tree::of(Tree::Object{{input.kind == Kind::choice ? "choice" : "say", Tree::of(input.value)}});
}

// Names of the format and ids are no words of the scenario.
constexpr std::array plain_keys{
    "$schema",  "format", "id",      "kind",   "persona",   "channel", "sex",    "start",    "next",       "to",
    "rank",     "at",     "quality", "step",   "household", "sort",    "acts",   "all_acts", "did",        "families",
    "severity", "input",  "told",    "untold", "choice",    "fact",    "ending", "urgency",  "department", "teaches"};

template <class Visit>
void each_text(const Tree& node, const std::string& pointer, const Visit& visit) {
    if (node.kind() == Tree::Kind::text) return visit(pointer, node.text());
    for (std::size_t i = 0; i < node.items().size(); ++i) each_text(node.items()[i], below(pointer, i), visit);
    for (const Tree::Member& member : node.members())
        if (std::find(plain_keys.begin(), plain_keys.end(), member.key) == plain_keys.end())
            each_text(member.value, below(pointer, member.key), visit);
}

}  // namespace

std::string fresh_id(const Tree& list, std::string_view base) {
    const auto taken = [&](const std::string& id) {
        return std::any_of(list.items().begin(), list.items().end(),
                           [&](const Tree& item) { return item["id"].text() == id; });
    };
    std::string id(base);
    for (int number = 2; taken(id) || !is_id_text(id); ++number) id = std::string(base) + "-" + std::to_string(number);
    return id;
}

bool is_free_id(const Tree& root, std::string_view item, std::string_view id) {
    if (!is_id_text(id)) return false;
    const Tree& list = at(root, parent_of(item));
    const int own = index_of(item);
    for (std::size_t i = 0; i < list.items().size(); ++i)
        if (static_cast<int>(i) != own && list.items()[i]["id"].text() == id) return false;
    return true;
}

Tree renamed(const Tree& root, std::string_view item, const std::string& to, const std::vector<std::string>& said_in) {
    const std::string from = at(root, item)["id"].text();
    if (from.empty() || from == to) return root;
    const Renaming how{list_holding(item), from, to};
    Tree changed = with(root, below(item, "id"), Tree::of(to));
    if (how.list != "choices") return renamed_in(changed, "", how);
    // Ids of choices are names within their stage.
    const std::string stage(parent_of(parent_of(item)));
    changed = with(changed, stage, renamed_in(at(changed, stage), "stages", how));
    for (const std::string& turn : said_in)
        if (at(changed, turn)["choice"].text() == from) changed = with(changed, below(turn, "choice"), Tree::of(to));
    return changed;
}

Tree removed(const Tree& root, std::string_view item) {
    const Tree& gone = at(root, item);
    const std::string_view list = list_holding(item);
    const std::string id = gone["id"].text();
    const Tree changed = without(root, item);
    if (id.empty() || gone.kind() != Tree::Kind::object) return changed;
    if (list == "stages") {
        const std::string way = way_out_of(gone);
        return renamed_in(changed, "", {list, id, way == id || way.empty() ? "end" : way});
    }
    return list == "facts" ? renamed_in(changed, "", {list, id, {}}) : changed;
}

Tree duplicated(const Tree& root, std::string_view item) {
    Tree copy = at(root, item);
    if (copy.is_nothing() || index_of(item) < 0) return root;
    const std::string_view list = parent_of(item);
    if (const std::string id = copy["id"].text(); !id.empty()) {
        const bool is_choice = list_holding(item) == "choices";
        copy = with(copy, "/id",
                    is_choice ? new_item(root, list, "choices")["id"] : Tree::of(fresh_id(at(root, list), id)));
        if (is_choice && copy["quality"].text() == "best") copy = with(copy, "/quality", text_leaf("near"));
    }
    return with_inserted(root, list, static_cast<std::size_t>(index_of(item)) + 1, std::move(copy));
}

Tree added(const Tree& root, std::string_view list, std::size_t index) {
    const std::string name = last_of(list);
    if (list != "/stages") return with_inserted(root, list, index, new_item(root, list, name));
    const Tree& stages = root["stages"];
    const std::string id = fresh_id(stages, "stage");
    if (index == 0 || index > stages.items().size()) return with_inserted(root, list, index, new_stage(id, "end"));
    const std::string before = below(list, index - 1);
    const Tree& next = at(root, before)["next"];
    const std::string way = way_out_of(at(root, before));
    const std::string target = next.kind() == Tree::Kind::list && !next.items().empty()
                                   ? below(below(below(before, "next"), next.items().size() - 1), "to")
                                   : below(before, "next");
    return with_inserted(with(root, target, Tree::of(id)), list, index, new_stage(id, way.empty() ? "end" : way));
}

Tree begun_at(const Tree& root, const std::string& stage_id, const scenarios::Mood& mood) {
    const Tree feelings = Tree::of(Tree::Object{{"anger", Tree::of(std::int64_t{mood.anger})},
                                                {"trust", Tree::of(std::int64_t{mood.trust})},
                                                {"patience", Tree::of(std::int64_t{mood.patience})}});
    return with(with(root, "/start", Tree::of(stage_id)), "/mood", feelings);
}

Tree with_golden_play(const Tree& root, const scenarios::Session& talk, int slack) {
    if (!talk.ending()) return root;
    Tree::List turns;
    for (const scenarios::Turn& turn : talk.turns()) turns.push_back(golden_turn_of(turn.input));
    const int score = talk.scorecard().score;
    const Tree range = Tree::of(Tree::Object{{"min", Tree::of(std::int64_t{std::max(0, score - slack)})},
                                             {"max", Tree::of(std::int64_t{std::min(100, score + slack)})}});
    Tree play = Tree::of(Tree::Object{{"id", Tree::of(fresh_id(root["plays"], "play"))},
                                      {"about", Tree::of(talk.ending()->title)},
                                      {"turns", Tree::of(std::move(turns))},
                                      {"ending", Tree::of(talk.ending()->id)},
                                      {"score", range}});
    return with_inserted(root, "/plays", root["plays"].items().size(), std::move(play));
}

std::vector<std::string> found(const Tree& root, std::string_view words) {
    std::vector<std::string> places;
    if (words.empty()) return places;
    each_text(root, "", [&](const std::string& pointer, const std::string& text) {
        if (text.find(words) != std::string::npos) places.push_back(pointer);
    });
    return places;
}

Tree replaced(const Tree& root, std::string_view words, std::string_view by, int& count) {
    count = 0;
    Tree changed = root;
    for (const std::string& pointer : found(root, words)) {
        std::string text = at(root, pointer).text();
        for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + by.size())) {
            text.replace(at, words.size(), by);
            ++count;
        }
        changed = with(changed, pointer, Tree::of(std::move(text)));
    }
    return changed;
}

}  // namespace huashu::app
