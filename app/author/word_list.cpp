#include "author/word_list.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "author/word_list_vocabulary.hpp"
#include "scoring/text.hpp"

namespace huashu::app {
namespace {

constexpr std::string_view specials = "()[]{}<>|~^$\\";
constexpr std::size_t longest_word_chars = 60;
constexpr std::size_t most_inside = 3;  // ordinary words told of one entry
constexpr std::size_t no_column = static_cast<std::size_t>(-1);

struct WordColumns {
    std::size_t word = 0, list = no_column, kind = no_column, note = no_column;
    bool has_headings = false;
};

bool is_any(const std::string& cell, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), cell) != names.end();
}

WordColumns word_columns(const std::vector<TableRow>& rows) {
    WordColumns columns;
    if (rows.empty()) return columns;
    WordColumns named;
    named.word = no_column;
    const auto& cells = rows.front().cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (is_any(cells[i], {"詞", "词", "詞語", "词语", "word"})) named.word = i;
        if (is_any(cells[i], {"詞表", "词表", "list"})) named.list = i;
        if (is_any(cells[i], {"種類", "种类", "kind"})) named.kind = i;
        if (is_any(cells[i], {"說明", "说明", "備註", "备注", "note"})) named.note = i;
    }
    if (named.word == no_column) return columns;
    named.has_headings = true;
    return named;
}

std::string cell_of(const TableRow& row, std::size_t column) {
    return column < row.cells.size() ? row.cells[column] : std::string();
}

std::string word_key(std::string_view word) { return scoring::to_utf8(scoring::canonicalise(word).chars); }

std::string unsound_because(const WordEntry& entry, const std::string& key, const scoring::WordLists& lists) {
    if (key.find_first_not_of(' ') == std::string::npos) return "nothing is left of it";
    if (scoring::canonicalise(entry.pattern).chars.size() > longest_word_chars)
        return "longer than " + std::to_string(longest_word_chars) + " characters";
    if (entry.pattern == literal_pattern(entry.word)) return {};
    const auto problems = scoring::PatternSetBuilder(lists).add(0, entry.pattern);
    return problems.empty() ? std::string() : problems.front().text;
}

class Examination {
public:
    Examination(const KnownWords& known, const scoring::WordLists& lists) : lists_(lists) {
        for (const auto& [name, patterns] : known.lists)
            for (const std::string& pattern : patterns) {
                const auto word = literal_of(pattern);
                known_[word_key(word ? *word : pattern)].push_back(name);
            }
    }

    void take(WordEntry entry) {
        const auto word = literal_of(entry.pattern);
        const std::string key = word_key(word ? *word : entry.pattern);
        if (std::string why = unsound_because(entry, key, lists_); !why.empty())
            return clash(WordClash::Kind::unsound, entry, std::move(why));
        const auto [first, is_first] = lines_.try_emplace(entry.list + "\n" + key, entry.line);
        if (!is_first) return clash(WordClash::Kind::twice, entry, std::to_string(first->second));
        const auto found = known_.find(key);
        if (found != known_.end())
            for (const std::string& list : found->second) {
                if (list == entry.list) return clash(WordClash::Kind::known, entry, list);
                clash(WordClash::Kind::elsewhere, entry, list);
            }
        if (word) words_.try_emplace(key, out_.entries.size());
        out_.entries.push_back(std::move(entry));
    }

    WordImport finish(const KnownWords& known) {
        const Vocabulary vocabulary = make_vocabulary(known.ordinary, known.replies);
        std::unordered_map<std::size_t, std::size_t> told;
        for (const auto& [word, count] : vocabulary) look_inside(word, count, told);
        std::stable_sort(out_.clashes.begin(), out_.clashes.end(),
                         [](const WordClash& left, const WordClash& right) { return left.line < right.line; });
        return std::move(out_);
    }

private:
    void clash(WordClash::Kind kind, const WordEntry& entry, std::string other, int count = 0) {
        out_.clashes.push_back({kind, entry.word, entry.list, std::move(other), entry.line, count});
    }

    // Each run of characters of an ordinary word that is an entry.
    void look_inside(const std::u32string& word, int count, std::unordered_map<std::size_t, std::size_t>& told) {
        for (std::size_t begin = 0; begin < word.size(); ++begin)
            for (std::size_t size = 1; begin + size <= word.size(); ++size) {
                const auto found = words_.find(scoring::to_utf8(word.substr(begin, size)));
                if (found == words_.end()) continue;
                const WordEntry& entry = out_.entries[found->second];
                if (size == word.size())
                    clash(WordClash::Kind::said, entry, {}, count);
                else if (++told[found->second] <= most_inside)
                    clash(WordClash::Kind::inside, entry, scoring::to_utf8(word), count);
            }
    }

    const scoring::WordLists& lists_;
    std::unordered_map<std::string, std::vector<std::string>> known_;  // lists by word
    std::unordered_map<std::string, std::size_t> lines_, words_;       // of the table; of out_.entries
    WordImport out_;
};

}  // namespace

std::string_view name_of(WordClash::Kind value) {
    constexpr std::array<std::string_view, 6> names{"twice", "known", "elsewhere", "inside", "said", "unsound"};
    return names[static_cast<std::size_t>(value)];
}

std::vector<std::string> word_headings() { return {"詞", "詞表", "種類", "說明"}; }

std::string literal_pattern(std::string_view word) {
    std::string pattern;
    for (const char c : word) {
        if (specials.find(c) != std::string_view::npos) pattern += '\\';
        pattern += c;
    }
    return pattern;
}

std::optional<std::string> literal_of(std::string_view pattern) {
    std::string word;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\' && i + 1 < pattern.size())
            ++i;
        else if (specials.find(pattern[i]) != std::string_view::npos)
            return std::nullopt;
        word += pattern[i];
    }
    return word;
}

Result<std::vector<WordEntry>> word_entries(const std::string& file, const WordTable& table,
                                            const WordReading& reading) {
    const WordColumns columns = word_columns(table.rows);
    std::vector<WordEntry> entries;
    for (std::size_t i = columns.has_headings ? 1 : 0; i < table.rows.size(); ++i) {
        const TableRow& row = table.rows[i];
        WordEntry entry{
            cell_of(row, columns.word), {}, cell_of(row, columns.list), cell_of(row, columns.note), row.line};
        if (entry.word.empty()) continue;
        if (entry.list.empty()) entry.list = reading.list;
        if (entry.list.empty())
            return fail(Error::Cause::content, {.code = "list-missing",
                                                .text = "this row does not say which list it belongs to",
                                                .remedy = "fill in the column 詞表, or name one with --list",
                                                .place = {.file = file, .line = static_cast<int>(row.line)},
                                                .excerpt = {}});
        const std::string kind = cell_of(row, columns.kind);
        const bool is_pattern = kind.empty() ? reading.as_patterns : is_any(kind, {"樣式", "样式", "pattern"});
        entry.pattern = is_pattern ? entry.word : literal_pattern(entry.word);
        entries.push_back(std::move(entry));
    }
    return entries;
}

WordImport examine_words(std::vector<WordEntry> entries, const KnownWords& known, const scoring::WordLists& lists) {
    Examination examination(known, lists);
    for (WordEntry& entry : entries) examination.take(std::move(entry));
    return examination.finish(known);
}

}  // namespace huashu::app
