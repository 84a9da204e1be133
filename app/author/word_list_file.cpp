#include "author/word_list_file.hpp"

#include <algorithm>
#include <filesystem>

#include "scoring/json.hpp"
#include "scoring/judgement_json.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

constexpr const char* rules_format = "huashu-rules";

const JsonNode* kind_under(const JsonNode& object, std::string_view key, JsonNode::Kind kind) {
    const JsonNode* found = object.kind() == JsonNode::Kind::object ? object.find(key) : nullptr;
    return found != nullptr && found->kind() == kind ? found : nullptr;
}

std::string text_under(const JsonNode& object, std::string_view key) {
    const JsonNode* found = kind_under(object, key, JsonNode::Kind::string);
    return found == nullptr ? std::string() : found->string();
}

Result<std::vector<std::string>> files_below(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code failed;
    for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
        if (at->is_regular_file(failed)) files.push_back(at->path().string());
    if (failed)
        return fail(Error::Cause::system, {.code = "folder-unreadable",
                                           .text = "the folder can't be read: " + failed.message(),
                                           .remedy = "check its name and permissions",
                                           .place = {.file = folder},
                                           .excerpt = {}});
    std::sort(files.begin(), files.end());
    return files;
}

void add_lists_of(const JsonDocument& document, std::vector<PackWordList>& lists) {
    const JsonNode* all = kind_under(document.root, "lists", JsonNode::Kind::object);
    if (all == nullptr) return;
    for (const JsonNode::Member& member : all->object()) {
        PackWordList list{member.key, text_under(member.value, "about"), document.source->file(), {}};
        if (const JsonNode* words = kind_under(member.value, "words", JsonNode::Kind::array))
            for (const JsonNode& word : words->array())
                if (word.kind() == JsonNode::Kind::string) list.words.push_back(word.string());
        lists.push_back(std::move(list));
    }
}

void add_good_replies(const std::string& text, std::vector<std::string>& replies) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (const auto line = parse_json("", text.substr(begin, end - begin))) {
            const JsonNode* families = kind_under(line->root, "families", JsonNode::Kind::array);
            if (families != nullptr && families->array().empty()) replies.push_back(text_under(line->root, "text"));
        }
        begin = end + 1;
    }
}

void append_words(std::string& out, const std::vector<const WordEntry*>& words, const char* before,
                  const std::string& indent) {
    for (const WordEntry* word : words) {
        out += before + ("\n" + indent);
        before = ",";
        scoring::append_json_string(out, word->pattern);
    }
}

std::string list_text(const std::string& name, const std::vector<const WordEntry*>& words) {
    std::string out = "    ";
    scoring::append_json_string(out, name);
    out += ": {\n      \"words\": [";
    append_words(out, words, "", "        ");
    return out + "\n      ]\n    }";
}

using WordsByList = std::vector<std::pair<std::string, std::vector<const WordEntry*>>>;

WordsByList by_list(const std::vector<WordEntry>& entries) {
    WordsByList lists;
    std::map<std::string, std::size_t> places;
    for (const WordEntry& entry : entries) {
        const auto [place, is_new] = places.try_emplace(entry.list, lists.size());
        if (is_new) lists.push_back({entry.list, {}});
        lists[place->second].second.push_back(&entry);
    }
    return lists;
}

// Behind the last item of an array that begins at `offset`; the parser has said that the text is sound.
std::size_t end_of_array(const std::string& text, std::size_t offset) {
    int depth = 0;
    for (std::size_t at = offset;; ++at) {
        if (text[at] == '"') {
            for (++at; text[at] != '"'; ++at)
                if (text[at] == '\\') ++at;
        } else if (text[at] == '[' || text[at] == '{') {
            ++depth;
        } else if ((text[at] == ']' || text[at] == '}') && --depth == 0) {
            return at;
        }
    }
}

// What is put where, the last place first.
using Insertions = std::map<std::size_t, std::string, std::greater<>>;

void add_to_list(const std::string& text, const JsonNode& words, const std::vector<const WordEntry*>& added,
                 Insertions& insertions) {
    std::size_t close = end_of_array(text, words.offset());
    std::size_t end = text.find_last_not_of(" \t\r\n", close - 1) + 1;
    append_words(insertions[end], added, words.array().empty() ? "" : ",", "        ");
}

}  // namespace

Result<std::vector<PackWordList>> word_lists_in(const std::string& pack_folder) {
    const auto files = files_below(pack_folder);
    if (!files) return tl::unexpected(files.error());
    std::vector<PackWordList> lists;
    for (const std::string& file : *files) {
        if (!file.ends_with(".json")) continue;
        const auto document = load_json(file);  // what is broken is for `check` to tell
        if (document && text_under(document->root, "format") == rules_format) add_lists_of(*document, lists);
    }
    return lists;
}

Result<KnownWords> known_words_in(const std::string& pack_folder) {
    const auto lists = word_lists_in(pack_folder);
    if (!lists) return tl::unexpected(lists.error());
    KnownWords known;
    for (const PackWordList& list : *lists) {
        auto& words = known.lists[list.name];
        words.insert(words.end(), list.words.begin(), list.words.end());
    }
    const auto files = files_below(pack_folder);
    if (!files) return tl::unexpected(files.error());
    for (const std::string& file : *files) {
        const std::string name = fs::path(file).filename().string();
        const bool has_replies = name.starts_with("utterances") && name.ends_with(".jsonl");
        if (!has_replies && name != "ordinary.txt") continue;
        if (has_replies) {
            const auto text = read_text_file(file);
            if (!text) return tl::unexpected(text.error());
            add_good_replies(*text, known.replies);
            continue;
        }
        const auto table = read_word_table(file);
        if (!table) return tl::unexpected(table.error());
        for (const TableRow& row : table->rows) known.ordinary.push_back(row.cells.front());
    }
    return known;
}

std::string word_lists_text(const std::vector<WordEntry>& entries, const std::string& about) {
    std::string out = "{\n  \"format\": \"huashu-rules\",\n  \"version\": 1,\n  \"about\": ";
    scoring::append_json_string(out, about);
    out += ",\n  \"lists\": {";
    const char* between = "\n";
    for (const auto& [name, words] : by_list(entries)) {
        out += between + list_text(name, words);
        between = ",\n";
    }
    return out + "\n  },\n  \"rules\": []\n}\n";
}

Result<std::string> with_words_added(const std::string& file, const std::string& text,
                                     const std::vector<WordEntry>& entries) {
    const auto document = parse_json(file, text);
    if (!document) return tl::unexpected(document.error());
    const JsonNode* lists = kind_under(document->root, "lists", JsonNode::Kind::object);
    if (text_under(document->root, "format") != rules_format || lists == nullptr)
        return fail(Error::Cause::content, {.code = "no-rules-file",
                                            .text = "this is no rules file with \"lists\"",
                                            .remedy = "name another with --out, or a file that is not there yet",
                                            .place = {.file = file},
                                            .excerpt = {}});
    Insertions insertions;
    for (const auto& [name, words] : by_list(entries)) {
        const JsonNode* list = kind_under(*lists, name, JsonNode::Kind::object);
        const JsonNode* there = list == nullptr ? nullptr : kind_under(*list, "words", JsonNode::Kind::array);
        if (there != nullptr) {
            add_to_list(text, *there, words, insertions);
        } else if (list != nullptr) {  // it only extends others so far
            std::string& into = insertions[list->offset() + 1];
            into += "\"words\": [";
            append_words(into, words, "", "        ");
            into += list->object().empty() ? "]" : "], ";
        } else {
            std::string& into = insertions[lists->offset() + 1];
            into = "\n" + list_text(name, words) + (lists->object().empty() && into.empty() ? "\n  " : ",") + into;
        }
    }
    std::string out = text;
    for (const auto& [offset, added] : insertions) out.insert(offset, added);
    return out;
}

}  // namespace huashu::app
