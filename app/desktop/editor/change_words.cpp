#include "desktop/editor/change_words.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "author/diff_text.hpp"
#include "desktop/editor/form_view.hpp"
#include "desktop/views/problem_words.hpp"
#include "scoring/json.hpp"

namespace huashu::desktop {
namespace {

using app::Tree;
using ChangePath = std::vector<std::string>;

Tree tree_of_change(const std::string& json) {
    if (json.empty()) return {};
    const Result<JsonDocument> document = parse_json("change", json);
    return document ? app::read_tree(document->root) : Tree::of(json);
}

// The item of that id; else, as in a list without ids, the one at that place, counted from 1. -1: there is none.
int index_of_item(const Tree& list, const std::string& step) {
    const auto& items = list.items();
    for (std::size_t i = 0; i < items.size(); ++i)
        if (items[i]["id"].text() == step) return static_cast<int>(i);
    int number = 0;
    const auto [end, failed] = std::from_chars(step.data(), step.data() + step.size(), number);
    const bool is_place = failed == std::errc{} && end == step.data() + step.size();
    return is_place && number > 0 && static_cast<std::size_t>(number) <= items.size() ? number - 1 : -1;
}

// Empty: there is no such place in this version.
std::string pointer_of(const Tree& root, const ChangePath& path) {
    std::string pointer;
    const Tree* here = &root;
    for (const std::string& step : path) {
        if (here->kind() == Tree::Kind::list) {
            const int index = index_of_item(*here, step);
            if (index < 0) return {};
            pointer = app::below(pointer, static_cast<std::size_t>(index));
            here = &here->items()[static_cast<std::size_t>(index)];
        } else {
            if ((*here)[step].is_nothing()) return {};
            pointer = app::below(pointer, step);
            here = &(*here)[step];
        }
    }
    return pointer;
}

// Ids of the domain have names, by the field that they stand in.
const char* names_of_field(std::string_view field) {
    static const std::map<std::string_view, const char*> prefixes{{"quality", "name.quality."},
                                                                  {"rank", "name.rank."},
                                                                  {"last", "name.rank."},
                                                                  {"at", "desktop.author.at."},
                                                                  {"sort", "name.memory."},
                                                                  {"severity", "name.severity."},
                                                                  {"urgency", "name.urgency."},
                                                                  {"kind", "name.kind."},
                                                                  {"department", "name.department."},
                                                                  {"channel", "name.channel."},
                                                                  {"family", "name.family."},
                                                                  {"families", "name.family."},
                                                                  {"acts", "name.act."},
                                                                  {"all_acts", "name.act."},
                                                                  {"did", "name.act."},
                                                                  {"act", "name.act."},
                                                                  {"step", "name.step."},
                                                                  {"dimension", "name.dimension."},
                                                                  {"complaint", "name.complaint."},
                                                                  {"acceptable", "name.department."}};
    const auto found = prefixes.find(field);
    return found == prefixes.end() ? nullptr : found->second;
}

// Other parts of the scenario that a field names.
const char* list_of_field(std::string_view field) {
    if (field == "next" || field == "to" || field == "start") return "stages";
    if (field == "ending") return "endings";
    return field == "told" || field == "untold" || field == "fact" ? "facts" : nullptr;
}

class ChangeWriter {
public:
    ChangeWriter(const PublishComparison& comparison, bool is_pack, const Speech& speech)
        : c_(comparison), is_pack_(is_pack), speech_(speech) {}

    [[nodiscard]] std::string place(const ChangePath& path) const {
        // Every talk has this ending; no file names it.
        if (!is_pack_ && path == ChangePath{"endings", "left"}) return speech_.words("desktop.publish.left");
        return is_pack_ ? place_in_pack(path) : place_in_scenario(path);
    }

    [[nodiscard]] std::string line(const app::ContentChange& change) const {
        const std::string where = place(change.path);
        if (change.kind == app::ContentChange::Kind::moved)
            return speech_.words("cli.author.diff.moved", {{"place", where}});
        const std::string field = field_of(change.path);
        const Tree was = tree_of_change(change.before), is = tree_of_change(change.after);
        // A part that has a name says enough by it.
        if (!was["id"].text().empty() || !is["id"].text().empty()) return where;
        auto [before, after] = app::side_by_side(value(was, field, c_.before), value(is, field, c_.after));
        if (change.before.empty()) return where + "：" + after;
        if (change.after.empty()) return where + "：" + before;
        return where + "：" + before + " → " + after;
    }

    // All of a condition at once: a piece of it says little.
    [[nodiscard]] std::string condition_line(const ChangePath& path) const {
        const auto told = [&](const Tree& root) {
            const std::string pointer = pointer_of(root, path);
            return pointer.empty() ? speech_.words("desktop.author.none_chosen")
                                   : condition_words(app::at(root, pointer), root, speech_);
        };
        return place(path) + "：" + told(c_.before) + " → " + told(c_.after);
    }

private:
    [[nodiscard]] std::string place_in_scenario(const ChangePath& path) const {
        for (const Tree* root : {&c_.after, &c_.before})
            if (const std::string pointer = pointer_of(*root, path); !pointer.empty())
                return speech_.content(place_words(*root, pointer, speech_));
        return path.empty() ? "" : path.back();
    }

    // A rule goes by its id; in which file it stands is no matter of those who read this.
    [[nodiscard]] std::string place_in_pack(const ChangePath& path) const {
        std::string out;
        for (std::size_t i = 1; i < path.size(); ++i) {
            const bool names_list = i == 1 && i + 1 < path.size() && (path[i] == "rules" || path[i] == "lists");
            if (names_list) continue;
            out += (out.empty() ? "" : " › ") + speech_.words.name("desktop.rules.field.", path[i]);
        }
        return out.empty() ? path.front() : out;
    }

    // The field that a value stands in: of an entry of a list, that of the list.
    [[nodiscard]] static std::string field_of(const ChangePath& path) {
        const auto is_place = [](const std::string& step) {
            return !step.empty() && step.find_first_not_of("0123456789") == std::string::npos;
        };
        auto step = path.rbegin();
        while (step != path.rend() && is_place(*step)) ++step;
        return step == path.rend() ? "" : *step;
    }

    [[nodiscard]] std::string value(const Tree& tree, const std::string& field, const Tree& root) const {
        switch (tree.kind()) {
            case Tree::Kind::nothing:
                return {};
            case Tree::Kind::boolean:
                return tree.boolean() ? "✓" : "✗";
            case Tree::Kind::integer:
                return field == "step" ? speech_.words.name("name.step.", std::to_string(tree.integer()))
                                       : std::to_string(tree.integer());
            case Tree::Kind::number: {
                std::string digits = std::to_string(tree.number());
                digits.erase(digits.find_last_not_of('0') + 1);
                return digits;
            }
            case Tree::Kind::text:
                return text(tree.text(), field, root);
            case Tree::Kind::list:
                return list(tree, field, root);
            case Tree::Kind::object:
                return object(tree, root);
        }
        return {};
    }

    [[nodiscard]] std::string text(const std::string& text, const std::string& field, const Tree& root) const {
        if (const char* names = names_of_field(field)) return speech_.words.name(names, text);
        const char* list = is_pack_ ? nullptr : list_of_field(field);
        if (list != nullptr && text == "end") return speech_.words("desktop.author.the_end");
        if (list != nullptr)
            for (const Tree& item : root[list].items())
                if (item["id"].text() == text) {
                    const std::string& title = item[item["title"].is_nothing() ? "label" : "title"].text();
                    return speech_.content(title.empty() ? text : title);
                }
        return speech_.content(text);
    }

    [[nodiscard]] std::string list(const Tree& tree, const std::string& field, const Tree& root) const {
        std::string out;
        for (const Tree& item : tree.items()) out += (out.empty() ? "" : "、") + value(item, field, root);
        return out;
    }

    [[nodiscard]] std::string object(const Tree& tree, const Tree& root) const {
        std::string out;
        for (const Tree::Member& member : tree.members()) {
            const bool is_condition = member.key == "when" && !is_pack_;
            out +=
                (out.empty() ? "" : "；") +
                speech_.words.name(is_pack_ ? "desktop.rules.field." : "desktop.author.field.", member.key) + " " +
                (is_condition ? condition_words(member.value, root, speech_) : value(member.value, member.key, root));
        }
        return out;
    }

    const PublishComparison& c_;
    bool is_pack_;
    const Speech& speech_;
};

// Up to and with the condition that a change lies in; empty: it lies in none.
ChangePath condition_of(const ChangePath& path) {
    const auto when = std::find(path.begin(), path.end(), "when");
    return when == path.end() ? ChangePath{} : ChangePath(path.begin(), when + 1);
}

// A file of a pack that came or went as a whole: what it holds is what matters.
std::vector<ChangeLine> lines_of_file(const app::ContentChange& change) {
    const Tree file = tree_of_change(change.before.empty() ? change.after : change.before);
    std::vector<ChangeLine> lines;
    for (const Tree& rule : file["rules"].items()) lines.push_back({change.kind, rule["id"].text()});
    for (const Tree::Member& list : file["lists"].members()) lines.push_back({change.kind, list.key});
    return lines;
}

}  // namespace

std::vector<ChangeLine> change_lines(const PublishComparison& comparison, bool is_pack, const Speech& speech) {
    const ChangeWriter writer(comparison, is_pack, speech);
    std::vector<ChangeLine> lines;
    ChangePath told;
    for (const app::ContentChange& change : comparison.changes) {
        if (is_pack && change.path.size() == 1 && change.kind != app::ContentChange::Kind::moved) {
            for (ChangeLine& line : lines_of_file(change)) lines.push_back(std::move(line));
            continue;
        }
        const ChangePath condition = is_pack ? ChangePath{} : condition_of(change.path);
        if (condition.empty()) {
            lines.push_back({change.kind, writer.line(change)});
        } else if (condition != told) {
            told = condition;
            lines.push_back({app::ContentChange::Kind::changed, writer.condition_line(condition)});
        }
    }
    return lines;
}

std::string compared_words(const PublishComparison& comparison, bool is_pack, const Speech& speech) {
    const app::Words& words = speech.words;
    const auto version = [&](int number) {
        return words("desktop.publish.version", {{"number", std::to_string(number)}});
    };
    const std::string before = comparison.from > 0 ? version(comparison.from)
                               : is_pack           ? words("desktop.publish.shipped_rules")
                                                   : "–";
    return before + " → " + (comparison.to > 0 ? version(comparison.to) : words("cli.author.version.state.draft"));
}

std::vector<std::string> consequence_words(const PublishComparison& comparison, const Speech& speech) {
    if (!comparison.consequences) return {};
    const app::Words& words = speech.words;
    const app::Consequences& consequences = *comparison.consequences;
    if (consequences.none()) return {words("cli.author.diff.nothing")};
    const ChangeWriter writer(comparison, false, speech);
    std::vector<std::string> lines = app::consequence_lines(
        words, consequences,
        {[&](const ChangePath& path) { return writer.place(path); },
         [&](const std::string& id) {
             return writer.place({"endings", id});
         },
         [&](const std::string& code, const std::string& text) { return problem_words(code, text, speech); }});
    for (const Diagnostic& d : consequences.appeared)
        lines.push_back(
            words("desktop.publish.appeared", {{"text", speech.content(problem_words(d.code, d.text, speech))}}));
    for (const Diagnostic& d : consequences.gone)
        lines.push_back(
            words("desktop.publish.gone", {{"text", speech.content(problem_words(d.code, d.text, speech))}}));
    return lines;
}

}  // namespace huashu::desktop
