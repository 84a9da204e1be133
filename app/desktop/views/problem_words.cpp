#include "desktop/views/problem_words.hpp"

#include "desktop/views/problem_sentences.hpp"

namespace huashu::desktop {
namespace {

using SentenceValues = std::map<std::string, std::string, std::less<>>;

// Values that are ids of the domain have names of their own.
std::string value_words(const std::string& name, const std::string& value, const Speech& speech) {
    for (const char* prefix : {"name.act.", "name.family.", "name.mood."})
        if (std::string_view(prefix).substr(5, name.size()) == name) return speech.words.name(prefix, value);
    // What a file calls a field has a name in the forms.
    if (name == "key")
        for (const char* prefix : {"desktop.author.field.", "desktop.author.key.", "desktop.rules.field."})
            if (std::string words = speech.words.name(prefix, value); words != value) return words;
    if (name == "input") return speech.words.name("desktop.author.input.", value);
    return value;
}

std::string filled(std::string words, const SentenceValues& values, const Speech& speech) {
    for (const auto& [name, value] : values) {
        const std::string mark = "{" + name + "}";
        const std::string said = value_words(name, value, speech);
        for (std::size_t at = 0; (at = words.find(mark, at)) != std::string::npos; at += said.size())
            words.replace(at, mark.size(), said);
    }
    return words;
}

std::optional<std::string> said_again(std::span<const ProblemSentence> sentences, const char* prefix,
                                      const std::string& code, const std::string& text, const Speech& speech) {
    for (const ProblemSentence& each : sentences) {
        if (!each.code.empty() && each.code != code) continue;
        if (const auto values = values_in(each.sentence, text))
            return filled(speech.words(prefix + std::string(each.key)), *values, speech);
    }
    return std::nullopt;
}

std::string problem_title(const std::string& code, const Speech& speech) {
    for (const char* prefix : {"desktop.author.code.", "desktop.rules.code.", "desktop.error."})
        if (std::string words = speech.words.name(prefix, code); words != code) return words;
    return {};
}

}  // namespace

std::optional<SentenceValues> values_in(std::string_view sentence, std::string_view text) {
    SentenceValues values;
    while (true) {
        const std::size_t open = sentence.find('{');
        if (open == std::string_view::npos) return sentence == text ? std::optional(values) : std::nullopt;
        if (text.substr(0, open) != sentence.substr(0, open)) return std::nullopt;
        const std::size_t close = sentence.find('}', open);
        const std::string name(sentence.substr(open + 1, close - open - 1));
        text.remove_prefix(open);
        sentence.remove_prefix(close + 1);
        const std::string_view next = sentence.substr(0, sentence.find('{'));
        // The last value takes what is left but the end of the sentence; others reach to the words that follow.
        const bool last = next.size() == sentence.size();
        const std::size_t end = last ? (text.ends_with(next) ? text.size() - next.size() : text.npos) : text.find(next);
        if (end == std::string_view::npos) return std::nullopt;
        values[name] = std::string(text.substr(0, end));
        text.remove_prefix(end);
    }
}

std::string problem_words(const std::string& code, const std::string& text, const Speech& speech) {
    if (speech.words.language() == app::Language::en) return text;
    if (auto words = said_again(problem_sentences(), "desktop.problem.", code, text, speech)) return *words;
    const std::string title = problem_title(code, speech);
    return title.empty() ? text : title;
}

std::string problem_detail(const std::string& code, const std::string& remedy, const Speech& speech) {
    std::string detail = problem_title(code, speech);
    const std::string mend = remedy.empty() ? "" : remedy_words(code, remedy, speech);
    return detail.empty() || mend.empty() ? detail + mend : detail + "\n" + mend;
}

std::string remedy_words(const std::string& code, const std::string& remedy, const Speech& speech) {
    if (speech.words.language() == app::Language::en) return remedy;
    return said_again(remedy_sentences(), "desktop.mend.", code, remedy, speech).value_or("");
}

}  // namespace huashu::desktop
