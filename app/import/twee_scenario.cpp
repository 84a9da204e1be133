#include "import/twee_scenario.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace huashu::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t fewest_choices = 3, most_choices = 5, fewest_endings = 3, most_endings = 99;
constexpr const char* came_to = "came-to";  // the variable that tells the endings apart

// An id of a passage's name: what of it is ASCII, made unique. "end" and "left" are taken.
class Ids {
public:
    std::string make(const std::string& name, const std::string& otherwise) {
        std::string id;
        for (const char c : name) {
            const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            const bool sound = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
            if (sound)
                id += lower;
            else if (!id.empty() && id.back() != '-')
                id += '-';
        }
        while (!id.empty() && id.back() == '-') id.pop_back();
        if (id.empty() || id == "end" || id == "left") id = otherwise;
        const std::string stem = id;
        for (int number = 2; !taken_.insert(id).second; ++number) id = stem + "-" + std::to_string(number);
        return id;
    }

private:
    std::set<std::string> taken_;
};

class Drafter {
public:
    Drafter(const TweeStory& story, const std::string& file, const std::string& id)
        : story_(story), file_(file), id_(id) {
        draft_.notes = story.left_behind;
    }

    Result<ScenarioDraft> run() {
        sort_passages();
        if (stages_.empty())
            return fail(Error::Cause::content,
                        {.code = "twee-no-links",
                         .text = "no passage of this story has a link, so there is no conversation",
                         .remedy = "link them: [[what staff say->the passage that follows]]",
                         .place = {.file = file_},
                         .excerpt = {}});
        Json json = header();
        json["start"] = start_id();
        for (const TweePassage* passage : stages_) json["stages"].push_back(stage(*passage));
        add_endings(json);
        add_plays(json);
        draft_.json = json.dump(2) + "\n";
        return std::move(draft_);
    }

private:
    void note(int line, std::string code, std::string text, std::string remedy = {}) {
        draft_.notes.push_back({.level = Level::warning,
                                .code = std::move(code),
                                .text = std::move(text),
                                .remedy = std::move(remedy),
                                .place = {file_, line, 1},
                                .excerpt = {}});
    }

    void sort_passages() {
        std::set<std::string> linked;
        for (const TweePassage& passage : story_.passages)
            for (const TweeLink& link : passage.links) linked.insert(link.target);
        for (const TweePassage& passage : story_.passages) {
            if (!by_name_.emplace(passage.name, &passage).second) {
                note(passage.line, "twee-twice", "a second passage \"" + passage.name + "\" was left out");
                continue;
            }
            const bool talks = !passage.links.empty();
            if (!talks && (linked.count(passage.name) == 0 || endings_.size() == most_endings)) {
                note(passage.line, "twee-passage",
                     "nothing leads to the passage \"" + passage.name + "\", so it was left out");
                continue;
            }
            (talks ? stages_ : endings_).push_back(&passage);
            stage_ids_[passage.name] =
                ids_.make(passage.name,
                          (talks ? "stage-" : "ending-") + std::to_string(talks ? stages_.size() : endings_.size()));
        }
    }

    std::string start_id() {
        for (const std::string& name : {story_.start, std::string("Start")})
            if (const auto found = by_name_.find(name); found != by_name_.end() && !found->second->links.empty())
                return start_ = stage_ids_.at(name);
        note(1, "twee-start", "the story does not say where it starts; the first passage with a link was taken",
             "change \"start\" if it is another");
        return start_ = stage_ids_.at(stages_.front()->name);
    }

    Json header() const {
        return {{"format", "huashu-scenario"},
                {"version", 1},
                {"comment",
                 "TODO: drafted from a Twine story. Write who complains, where, of what, and what the office can do; "
                 "then each comment below"},
                {"id", id_},
                {"title", story_.title.empty() ? id_ : story_.title},
                {"kind", "§2.1.1"},
                {"difficulty", 2},
                {"persona", "reasoning"},
                {"channel", "phone"},
                {"teaches", {"§4.1"}},
                {"brief", "（待寫）接起之前知道的事：誰、哪裡、紀錄上怎麼寫、今天能做到什麼。"},
                {"owner",
                 {{"name", "（待寫）"},
                  {"address", "（待寫）"},
                  {"age", 40},
                  {"sex", "female"},
                  {"home", "（待寫）"},
                  {"about", "（待寫）"}}},
                {"mood", {{"anger", 50}, {"trust", 40}, {"patience", 60}}}};
    }

    Json stage(const TweePassage& passage) {
        Json out{{"id", stage_ids_.at(passage.name)},
                 {"step", 1},
                 {"title", passage.name},
                 {"comment", "TODO: the step of the standard, the goal, the model reply, and which choice is the best"},
                 {"enter", Json::array({passage.prose.empty() ? "（待寫）業主的話" : passage.prose})},
                 {"goal", Json::array({{{"stage_turn", {{"min", 1}}}}})},
                 {"turns", 1},
                 {"choices", Json::array()},
                 {"model", "（待寫）範例回覆"},
                 {"next", "end"}};
        add_choices(out["choices"], passage);
        return out;
    }

    void add_choices(Json& choices, const TweePassage& passage) {
        std::set<std::string> said;
        for (const TweeLink& link : passage.links) {
            if (choices.size() == most_choices) {
                note(link.line, "twee-choices",
                     "the passage \"" + passage.name + "\" has more than five links; \"" + link.text +
                         "\" was left out");
                continue;
            }
            if (link.text.empty() || !said.insert(link.text).second) {
                note(link.line, "twee-choices", "a link without words, or with the words of another, was left out");
                continue;
            }
            choices.push_back(choice(link, choices.size()));
        }
        if (choices.size() < fewest_choices)
            note(passage.line, "twee-choices",
                 "the passage \"" + passage.name + "\" has " + std::to_string(choices.size()) +
                     " links; a stage offers at least three choices, so placeholders were added",
                 "write what people really say there");
        for (std::size_t i = choices.size(); i < fewest_choices; ++i)
            choices.push_back({{"id", letter(i)},
                               {"quality", i == 0 ? "best" : "near"},
                               {"text", "（待寫）第" + std::to_string(i + 1) + "種說法"}});
    }

    static std::string letter(std::size_t i) { return std::string(1, static_cast<char>('a' + i)); }

    Json choice(const TweeLink& link, std::size_t index) {
        Json out{{"id", letter(index)}, {"quality", index == 0 ? "best" : "near"}, {"text", link.text}};
        const auto target = by_name_.find(link.target);
        if (target == by_name_.end()) {
            note(link.line, "twee-link", "there is no passage \"" + link.target + "\"; the link leads to the end");
            out["next"] = "end";
        } else if (const auto ending = std::find(endings_.begin(), endings_.end(), target->second);
                   ending != endings_.end()) {
            out["set"] = {{came_to, ending - endings_.begin() + 1}};
            out["next"] = "end";
        } else if (stage_ids_.count(link.target) == 1) {
            out["next"] = stage_ids_.at(link.target);
        } else {
            out["next"] = "end";
        }
        return out;
    }

    // The order in which endings come up by the first links is the best guess at which one is meant to be good.
    void add_endings(Json& json) {
        Json& out = json["endings"];
        for (std::size_t i = 0; i < endings_.size(); ++i) {
            const char* rank = i == 0 ? "best" : i + 1 == endings_.size() && i > 0 ? "bad" : "mixed";
            const int number = static_cast<int>(i) + 1;
            out.push_back({{"id", stage_ids_.at(endings_[i]->name)},
                           {"title", endings_[i]->name},
                           {"rank", rank},
                           {"at", "end"},
                           {"comment", "TODO: the rank, and a note of which words decided it"},
                           {"when", {{"var", {{came_to, {{"min", number}, {"max", number}}}}}}},
                           {"say", Json::array({endings_[i]->prose.empty() ? "（待寫）業主的話" : endings_[i]->prose})},
                           {"note", "（待寫）後來怎麼樣，是哪句話決定的。"}});
        }
        if (endings_.size() + 1 < fewest_endings)
            note(1, "twee-endings", "the story has fewer than three endings, so placeholders were added");
        for (std::size_t i = endings_.size() + 1; i < fewest_endings; ++i) add_spare(out, i);
        out.push_back({{"id", ids_.make("otherwise", "otherwise")},
                       {"title", "（待寫）其他"},
                       {"rank", endings_.size() < 2 ? "bad" : "mixed"},
                       {"at", "end"},
                       {"comment", "TODO: where no other ending fits"},
                       {"say", {"（待寫）業主的話"}},
                       {"note", "（待寫）後來怎麼樣。"}});
        if (endings_.empty()) out[0]["rank"] = "best";
    }

    void add_spare(Json& out, std::size_t number) {
        out.push_back({{"id", ids_.make("", "ending-" + std::to_string(number))},
                       {"title", "（待寫）結局"},
                       {"rank", number == 1 ? "best" : "mixed"},
                       {"at", "end"},
                       {"comment", "TODO: an ending that the story does not have, and when it comes"},
                       {"when", {{"anger", {{"max", 20}}}}},
                       {"say", {"（待寫）業主的話"}},
                       {"note", "（待寫）後來怎麼樣。"}});
    }

    /// The shortest way by choices to each ending of the story; by index, 0-based.
    [[nodiscard]] std::map<std::size_t, Json> ways(const Json& json) const {
        std::map<std::string, const Json*> stages;
        for (const Json& each : json["stages"]) stages[each["id"].get<std::string>()] = &each;
        std::map<std::size_t, Json> found;
        std::set<std::string> seen{start_};
        std::deque<std::pair<std::string, Json>> open{{start_, Json::array()}};
        while (!open.empty()) {
            const auto [at, way] = open.front();
            open.pop_front();
            for (const Json& each : (*stages.at(at))["choices"]) {
                Json next = way;
                next.push_back({{"choice", each["id"]}});
                const std::string to = each.value("next", "end");
                if (to != "end" && seen.insert(to).second) open.emplace_back(to, next);
                if (to == "end" && each.contains("set"))
                    found.try_emplace(each["set"][came_to].get<std::size_t>() - 1, next);
            }
        }
        return found;
    }

    void add_plays(Json& json) {
        const std::map<std::size_t, Json> found = ways(json);
        Json& plays = json["plays"] = Json::array();
        for (const auto& [index, way] : found)
            plays.push_back({{"id", "to-" + json["endings"][index]["id"].get<std::string>()},
                             {"turns", way},
                             {"ending", json["endings"][index]["id"]}});
        const auto add_missing = [&](const char* id, std::set<std::string> ranks) {
            for (const Json& play : plays)
                for (const Json& ending : json["endings"])
                    if (ending["id"] == play["ending"] && ranks.count(ending["rank"].get<std::string>()) == 1) return;
            for (const Json& ending : json["endings"])
                if (ranks.count(ending["rank"].get<std::string>()) == 1)
                    return plays.push_back({{"id", id},
                                            {"comment", "TODO: how it is reached"},
                                            {"turns", Json::array({{{"choice", "a"}}})},
                                            {"ending", ending["id"]}});
        };
        add_missing("best", {"best"});
        add_missing("worst", {"bad", "worst"});
        while (plays.size() < 3)
            plays.push_back({{"id", "play-" + std::to_string(plays.size() + 1)},
                             {"comment", "TODO: one more play, with typed words"},
                             {"turns", Json::array({{{"choice", "a"}}})},
                             {"ending", json["endings"].back()["id"]}});
    }

    const TweeStory& story_;
    const std::string& file_;
    const std::string& id_;
    ScenarioDraft draft_;
    Ids ids_;
    std::map<std::string, const TweePassage*> by_name_;
    std::map<std::string, std::string> stage_ids_;
    std::vector<const TweePassage*> stages_, endings_;
    std::string start_;
};

}  // namespace

Result<ScenarioDraft> draft_of(const TweeStory& story, const std::string& file, const std::string& id) {
    return Drafter(story, file, id).run();
}

}  // namespace huashu::app
