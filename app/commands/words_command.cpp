#include "commands/words_command.hpp"

#include <algorithm>
#include <filesystem>

#include "author/replace_file.hpp"
#include "author/word_list_file.hpp"
#include "commands/setting.hpp"
#include "json/json_writer.hpp"
#include "paths/write_new.hpp"
#include "scoring/json.hpp"

namespace huashu::app {
namespace {

constexpr std::size_t most_told = 50;  // clashes of one kind

TextEncoding encoding_named(const std::string& name) {
    if (name == "utf-8") return TextEncoding::utf8;
    if (name == "utf-16") return TextEncoding::utf16;
    if (name == "gbk") return TextEncoding::gbk;
    return name == "big5" ? TextEncoding::big5 : TextEncoding::detect;
}

class WordsRun {
public:
    WordsRun(const WordsOptions& options, const Setting& setting, Io& io)
        : options_(options), setting_(setting), words_(setting.page.words), io_(io) {}

    CommandResult run() {
        if (options_.action == "import") return import();
        if (options_.out.empty())
            return wrong_usage("out-missing", "where to?", "name a file .xlsx, .csv or .txt with --out");
        return options_.action == "export" ? export_lists() : write_template();
    }

private:
    CommandResult say(const std::string& text) {
        if (auto printed = print(io_, text); !printed) return tl::unexpected(printed.error());
        return status_fine;
    }

    CommandResult import() {
        if (options_.what.size() != 1)
            return wrong_usage("one-table", "one table at a time", "name a file .xlsx, .csv or .txt");
        const std::string& file = options_.what.front();
        const auto table = read_word_table(file, encoding_named(options_.encoding));
        if (!table) return tl::unexpected(table.error());
        auto entries = word_entries(file, *table, {options_.list, options_.patterns});
        if (!entries) return tl::unexpected(entries.error());
        const auto known = known_words_in(setting_.folders.pack);
        if (!known) return tl::unexpected(known.error());
        Diagnostics problems;
        const auto engine = load_engine(setting_.folders.pack, problems);
        if (!engine) return tl::unexpected(engine.error());
        report_briefly(io_, problems, setting_.folders.pack);
        const std::size_t rows = entries->size();
        const WordImport import = examine_words(std::move(*entries), *known, (*engine)->word_lists());
        if (auto written = write_rules(import.entries); !written) return tl::unexpected(written.error());
        return say(options_.format == Format::json ? import_json(*table, rows, import)
                                                   : import_text(*table, rows, import));
    }

    Result<void> write_rules(const std::vector<WordEntry>& entries) {
        if (options_.out.empty() || entries.empty()) return {};
        std::error_code failed;
        if (!std::filesystem::exists(options_.out, failed))
            return write_new(options_.out, word_lists_text(entries, "Words from a table"));
        const auto text = read_text_file(options_.out);
        if (!text) return tl::unexpected(text.error());
        const auto added = with_words_added(options_.out, *text, entries);
        if (!added) return tl::unexpected(added.error());
        return replace_file(options_.out, *added);
    }

    std::string clash_text(const WordClash& clash) {
        return words_.name("cli.author.words.clash.", name_of(clash.kind)) + ": " +
               words_("cli.author.words.clash_line", {{"line", std::to_string(clash.line)},
                                                      {"word", printable(clash.word)},
                                                      {"other", printable(clash.other)}}) +
               (clash.count > 0 ? words_("cli.author.words.times", {{"count", std::to_string(clash.count)}}) : "") +
               "\n";
    }

    std::string import_text(const WordTable& table, std::size_t rows, const WordImport& import) {
        std::string text = words_(table.certain ? "cli.author.words.encoding" : "cli.author.words.encoding_assumed",
                                  {{"encoding", std::string(name_of(table.encoding))}}) +
                           "\n";
        std::map<WordClash::Kind, std::size_t> told;
        for (const WordClash& clash : import.clashes)
            if (++told[clash.kind] <= most_told) text += clash_text(clash);
        for (const auto& [kind, count] : told)
            if (count > most_told)
                text += words_.name("cli.author.words.clash.", name_of(kind)) + ": " +
                        words_("cli.author.words.more", {{"count", std::to_string(count - most_told)}}) + "\n";
        text += words_("cli.author.words.summary",
                       {{"rows", std::to_string(rows)}, {"added", std::to_string(import.entries.size())}}) +
                "\n";
        return text +
               (options_.out.empty() ? words_("cli.author.words.only_looked")
                                     : words_("cli.author.words.written", {{"file", options_.out}})) +
               "\n";
    }

    static std::string import_json(const WordTable& table, std::size_t rows, const WordImport& import) {
        std::string out;
        JsonWriter json(out);
        json.begin_object();
        json.member("encoding", name_of(table.encoding));
        json.member("certain", table.certain);
        json.member("rows", rows);
        json.member("added", import.entries.size());
        json.key("clashes");
        json.begin_array();
        for (const WordClash& clash : import.clashes) {
            json.begin_object();
            json.member("kind", name_of(clash.kind));
            json.member("line", clash.line);
            json.member("word", clash.word);
            json.member("list", clash.list);
            if (!clash.other.empty()) json.member("other", clash.other);
            if (clash.count > 0) json.member("count", clash.count);
            json.end_object();
        }
        json.end_array();
        json.end_object();
        return out + "\n";
    }

    CommandResult export_lists() {
        const auto lists = word_lists_in(setting_.folders.pack);
        if (!lists) return tl::unexpected(lists.error());
        for (const std::string& name : options_.what)
            if (std::none_of(lists->begin(), lists->end(), [&](const auto& list) { return list.name == name; }))
                return wrong_usage("unknown-list", "the pack has no list '" + name + "'",
                                   "huashu words export without a name takes all");
        std::vector<std::vector<std::string>> rows;
        if (!options_.out.ends_with(".txt")) rows.push_back(word_headings());
        std::size_t patterns = 0;
        for (const PackWordList& list : *lists) {
            if (!options_.what.empty() &&
                std::find(options_.what.begin(), options_.what.end(), list.name) == options_.what.end())
                continue;
            for (const std::string& pattern : list.words) {
                const auto word = literal_of(pattern);
                patterns += word ? 0 : 1;
                rows.push_back({word ? *word : pattern, list.name, word ? "詞" : "樣式", list.about});
            }
        }
        if (auto written = write_table(rows); !written) return tl::unexpected(written.error());
        return say(words_("cli.author.words.exported", {{"file", options_.out},
                                                        {"rows", std::to_string(rows.size())},
                                                        {"patterns", std::to_string(patterns)}}) +
                   "\n");
    }

    CommandResult write_template() {
        std::vector<std::vector<std::string>> rows{{"不歸我管", "推託", "詞", "推給別人"},
                                                   {"找(開發商|保修單位)", "推託", "樣式", "docs/rules.md"}};
        if (!options_.out.ends_with(".txt")) rows.insert(rows.begin(), word_headings());
        if (auto written = write_table(rows); !written) return tl::unexpected(written.error());
        return say(words_("cli.new.written", {{"file", options_.out}}) + "\n");
    }

    Result<void> write_table(const std::vector<std::vector<std::string>>& rows) {
        const auto bytes = word_table_bytes(options_.out, rows, encoding_named(options_.encoding));
        if (!bytes) return tl::unexpected(bytes.error());
        return write_new(options_.out, *bytes);
    }

    const WordsOptions& options_;
    const Setting& setting_;
    const Words& words_;
    Io& io_;
};

}  // namespace

CommandResult words_command(const WordsOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    return WordsRun(options, *setting, io).run();
}

}  // namespace huashu::app
