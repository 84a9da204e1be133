// The words of the interface in one language, looked up by key.
//
// They stand in assets/words/<language>.json, nested by subject and addressed with dots: {"cli": {"score": "得分"}} is
// "cli.score". A text may hold {placeholders}. Subjects: `name` (the domain's own ids: name.act.apologize), `cli`
// (terminal), `desktop` (window). Tests hold that every key used in the code exists in every language, that every key
// is used, and that all languages have the same keys and placeholders.
//
//     Result<Words> words = Words::load(words_folder(share), Language::en);
//     (*words)("cli.score")                                 // "Score"
//     (*words)("cli.turn", {{"number", "3"}})               // "Turn 3"
//     words->name("name.act.", name_of(Act::apologize))     // "apology"
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "scoring/diagnostic.hpp"
#include "words/language.hpp"

namespace huashu::app {

class Words {
public:
    /// A placeholder's name and what stands in its place.
    using Value = std::pair<std::string_view, std::string>;

    /// Error (content): the file is missing, broken or of another language; each problem with its place.
    [[nodiscard]] static Result<Words> load(const std::string& folder, Language language);

    [[nodiscard]] Language language() const { return language_; }

    /// The words for a key. The reference lives as long as this object. A key that no file has gives "⟨?⟩".
    [[nodiscard]] const std::string& operator()(std::string_view key) const;
    /// The same with its placeholders filled. A placeholder without a value stays as it is.
    [[nodiscard]] std::string operator()(std::string_view key, std::initializer_list<Value> values) const;
    /// The name of an id of the domain: the words for prefix + id, or the id itself where there are none
    /// (content may bring ids that this program does not know).
    [[nodiscard]] std::string name(std::string_view prefix, std::string_view id) const;

    /// All keys with their words, for tests and tools.
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }

private:
    Language language_ = Language::en;
    std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace huashu::app
