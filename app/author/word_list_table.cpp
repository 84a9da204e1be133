#include "author/word_list_table.hpp"

#include <algorithm>
#include <filesystem>

#include "author/word_list_xlsx.hpp"
#include "scoring/json.hpp"

namespace huashu::app {
namespace {

constexpr std::size_t max_table_bytes = 64u << 20;

std::string extension_of(const std::string& file) {
    std::string extension = std::filesystem::path(file).extension().string();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return extension;
}

std::string without_blanks(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    constexpr std::string_view wide_blank = "\xE3\x80\x80";
    while (text.starts_with(wide_blank)) text.remove_prefix(wide_blank.size());
    while (text.ends_with(wide_blank)) text.remove_suffix(wide_blank.size());
    return std::string(text);
}

std::vector<TableRow> rows_of_lines(std::string_view text) {
    std::vector<TableRow> rows;
    for (std::size_t begin = 0, line = 1; begin < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string word = without_blanks(text.substr(begin, end - begin));
        if (!word.empty()) rows.push_back({line, {std::move(word)}});
        begin = end + 1;
    }
    return rows;
}

// Of the three that programs write, the one that the first line has most of.
char separator_of(std::string_view text) {
    const std::string_view first = text.substr(0, text.find('\n'));
    char best = ',';
    for (const char candidate : {';', '\t'})
        if (std::count(first.begin(), first.end(), candidate) > std::count(first.begin(), first.end(), best))
            best = candidate;
    return best;
}

// RFC 4180, with any of the separators and of the line ends.
class CsvReader {
public:
    CsvReader(const std::string& file, std::string_view text)
        : file_(file), text_(text), separator_(separator_of(text)) {}

    Result<std::vector<TableRow>> run() {
        while (at_ < text_.size())
            if (auto done = row(); !done) return tl::unexpected(done.error());
        return std::move(rows_);
    }

private:
    Result<void> row() {
        TableRow row{line_, {}};
        while (true) {
            std::string cell;
            if (at_ < text_.size() && text_[at_] == '"') {
                if (!quoted(cell))
                    return fail(Error::Cause::content, {.code = "csv-quote",
                                                        .text = "a quotation mark opened in this line is never closed",
                                                        .remedy = "close it, or double it where it is meant as itself",
                                                        .place = {.file = file_, .line = static_cast<int>(row.line)},
                                                        .excerpt = {}});
            }
            while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') cell += text_[at_++];
            row.cells.push_back(without_blanks(cell));
            if (at_ >= text_.size() || text_[at_++] == '\n') break;
        }
        ++line_;
        if (std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return !cell.empty(); }))
            rows_.push_back(std::move(row));
        return {};
    }

    bool quoted(std::string& cell) {
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\n') ++line_;
            if (text_[at_] != '"') {
                cell += text_[at_];
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                cell += text_[at_++];
            } else {
                ++at_;
                return true;
            }
        }
        return false;
    }

    const std::string& file_;
    std::string_view text_;
    char separator_;
    std::size_t at_ = 0, line_ = 1;
    std::vector<TableRow> rows_;
};

std::string csv_cell(const std::string& cell) {
    if (cell.find_first_of(",\"\n\r;\t") == std::string::npos) return cell;
    std::string out = "\"";
    for (const char c : cell) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

bool has_fields(const std::string& extension) { return extension == ".csv" || extension == ".tsv"; }

}  // namespace

Result<WordTable> read_word_table(const std::string& file, TextEncoding wanted) {
    const auto bytes = read_text_file(file, max_table_bytes);
    if (!bytes) return tl::unexpected(bytes.error());
    if (bytes->starts_with("\xD0\xCF\x11\xE0"))
        return fail(Error::Cause::content, {.code = "xls-old",
                                            .text = "this is an Excel file of the old kind (.xls)",
                                            .remedy = "save it as .xlsx or .csv",
                                            .place = {.file = file},
                                            .excerpt = {}});
    if (bytes->starts_with("PK\x03\x04")) {
        auto rows = read_xlsx(file);
        if (!rows) return tl::unexpected(rows.error());
        return WordTable{std::move(*rows), TextEncoding::utf8, true};
    }
    const auto decoded = decode_table_text(file, *bytes, wanted);
    if (!decoded) return tl::unexpected(decoded.error());
    WordTable table{{}, decoded->encoding, decoded->certain};
    if (!has_fields(extension_of(file))) {
        table.rows = rows_of_lines(decoded->text);
        return table;
    }
    auto rows = CsvReader(file, decoded->text).run();
    if (!rows) return tl::unexpected(rows.error());
    table.rows = std::move(*rows);
    return table;
}

Result<std::string> word_table_bytes(const std::string& file, const std::vector<std::vector<std::string>>& rows,
                                     TextEncoding encoding) {
    const std::string extension = extension_of(file);
    if (extension == ".xlsx") return xlsx_bytes(rows);
    std::string text;
    for (const auto& row : rows) {
        if (!has_fields(extension)) {
            text += row.front() + "\n";
            continue;
        }
        const char* between = "";
        for (const std::string& cell : row) {
            text += between + csv_cell(cell);
            between = extension == ".tsv" ? "\t" : ",";
        }
        text += "\r\n";
    }
    return encode_table_text(file, text, encoding);
}

}  // namespace huashu::app
