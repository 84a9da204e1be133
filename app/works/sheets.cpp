#include <xlsxwriter.h>

#include <algorithm>
#include <ctime>
#include <string_view>

#include "works/making.hpp"

namespace huashu::app {
namespace {

constexpr std::size_t longest_cell = 32'767;  // characters, a limit of Excel
constexpr std::size_t longest_sheet_name = 31;
constexpr double days_before_1970 = 25'569;  // of Excel's calendar
constexpr double ms_a_day = 86'400'000;

struct Formats {
    lxw_format* heading;
    lxw_format* words;
    lxw_format* number;
    lxw_format* time;
};

Formats formats_of(lxw_workbook* book) {
    Formats f{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book),
              workbook_add_format(book)};
    format_set_bold(f.heading);
    format_set_bg_color(f.heading, 0xEFEBE0);
    format_set_bottom(f.heading, LXW_BORDER_THIN);
    format_set_text_wrap(f.heading);
    for (lxw_format* each : {f.heading, f.words, f.number, f.time}) format_set_align(each, LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(f.words);
    format_set_num_format(f.time, "yyyy-mm-dd hh:mm");
    return f;
}

// At most so many bytes, not in the middle of a character: there are no more characters than bytes.
std::string cut_to(std::string text, std::size_t most) {
    if (text.size() <= most) return text;
    text.resize(most);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0u) == 0x80u) text.pop_back();
    if (!text.empty()) text.pop_back();
    return text;
}

std::string sheet_name_of(const std::string& name) {
    std::string out;
    for (const char c : name)
        if (std::string_view("[]:*?/\\'").find(c) == std::string_view::npos) out += c;
    return cut_to(out, longest_sheet_name);
}

void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell, const Formats& formats) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        if (!text->empty())
            worksheet_write_string(sheet, row, column, cut_to(*text, longest_cell).c_str(), formats.words);
    } else if (const auto* number = std::get_if<double>(&cell)) {
        worksheet_write_number(sheet, row, column, *number, formats.number);
    } else if (const auto* moment = std::get_if<Moment>(&cell)) {
        const double day = days_before_1970 + static_cast<double>(moment->ms) / ms_a_day;
        worksheet_write_number(sheet, row, column, day, formats.time);
    }
}

void write_sheet(lxw_workbook* book, const Table& table, const Formats& formats) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, sheet_name_of(table.name).c_str());
    if (sheet == nullptr) return;
    const auto columns = static_cast<lxw_col_t>(table.columns.size());
    for (lxw_col_t i = 0; i < columns; ++i) {
        worksheet_set_column(sheet, i, i, table.columns[i].width, nullptr);
        worksheet_write_string(sheet, 0, i, table.columns[i].heading.c_str(), formats.heading);
    }
    const std::size_t most_rows = std::min<std::size_t>(table.rows.size(), LXW_ROW_MAX - 1);
    for (std::size_t r = 0; r < most_rows; ++r)
        for (lxw_col_t c = 0; c < columns && c < table.rows[r].size(); ++c)
            write_cell(sheet, static_cast<lxw_row_t>(r + 1), c, table.rows[r][c], formats);
    worksheet_freeze_panes(sheet, 1, 1);
    if (columns > 0)
        worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(most_rows), static_cast<lxw_col_t>(columns - 1));
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
}

}  // namespace

bool write_sheets(const std::string& file, const std::string& title, const std::vector<Table>& tables,
                  std::int64_t made_ms) {
    lxw_workbook* book = workbook_new(file.c_str());
    if (book == nullptr) return false;
    lxw_doc_properties properties{};
    std::string kept_title = title, author = "huashu";
    properties.title = kept_title.data();
    properties.author = author.data();
    properties.created = static_cast<std::time_t>(made_ms / 1000);
    workbook_set_properties(book, &properties);
    const Formats formats = formats_of(book);
    for (const Table& table : tables) write_sheet(book, table, formats);
    return workbook_close(book) == LXW_NO_ERROR;  // which also frees it
}

}  // namespace huashu::app
