#include "words/words.hpp"

#include <filesystem>

#include "scoring/json_reader.hpp"

namespace huashu::app {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

void flatten(const SourceText& source, const JsonNode& node, const std::string& prefix, Texts& texts,
             Diagnostics& problems) {
    if (node.kind() != JsonNode::Kind::object) {
        problems.push_back(
            diagnose(source, node.offset(), "wrong-type", "'" + prefix + "' must be an object of words"));
        return;
    }
    for (const JsonNode::Member& member : node.object()) {
        const std::string key = prefix.empty() ? member.key : prefix + "." + member.key;
        if (member.value.kind() == JsonNode::Kind::string)
            texts[key] = member.value.string();
        else
            flatten(source, member.value, key, texts, problems);
    }
}

}  // namespace

Result<Words> Words::load(const std::string& folder, Language language) {
    const std::string file = (std::filesystem::path(folder) / (std::string(name_of(language)) + ".json")).string();
    auto document = load_json(file);
    if (!document) return tl::unexpected(document.error());
    Diagnostics problems;
    ObjectReader in(*document->source, document->root, problems);
    if (in.required_string("format") != "huashu-words")
        in.report("format", "wrong-format", "this is no file of interface words", "\"format\": \"huashu-words\"");
    if (in.required_integer("version", 1, 1000) != 1)
        in.report("version", "newer-version", "this file is of a version that the program does not know");
    if (in.required_string("language") != name_of(language))
        in.report("language", "wrong-language", "the file's name and its language differ");
    Words words;
    words.language_ = language;
    if (const JsonNode* texts = in.member("words"))
        flatten(*document->source, *texts, "", words.texts_, problems);
    else
        in.report("words", "missing-key", "the words are missing");
    in.done();
    if (has_errors(problems)) return tl::unexpected(Error{Error::Cause::content, std::move(problems)});
    return words;
}

const std::string& Words::operator()(std::string_view key) const {
    static const std::string unknown = "⟨?⟩";
    const auto found = texts_.find(key);
    return found == texts_.end() ? unknown : found->second;
}

std::string Words::operator()(std::string_view key, std::initializer_list<Value> values) const {
    const std::string& text = (*this)(key);
    std::string filled;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = text.find('{', at);
        const std::size_t close = open == std::string::npos ? open : text.find('}', open);
        if (close == std::string::npos) return filled + text.substr(at);
        filled.append(text, at, open - at);
        const std::string_view name = std::string_view(text).substr(open + 1, close - open - 1);
        const Value* value = nullptr;
        for (const Value& candidate : values)
            if (candidate.first == name) value = &candidate;
        filled += value != nullptr ? value->second : text.substr(open, close + 1 - open);
        at = close + 1;
    }
    return filled;
}

std::string Words::name(std::string_view prefix, std::string_view id) const {
    std::string key(prefix);
    key += id;
    const auto found = texts_.find(key);
    return found == texts_.end() ? std::string(id) : found->second;
}

}  // namespace huashu::app
