#include "author/word_list_xlsx.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <pugixml.hpp>

#include "author/bundle_zip.hpp"

namespace huashu::app {
namespace {

constexpr std::size_t most_columns = 50;
constexpr int deepest_text = 6;  // of nodes below a cell; sound ones have two

tl::unexpected<Error> no_workbook(const std::string& file, std::string text) {
    return fail(Error::Cause::content, {.code = "xlsx-broken",
                                        .text = std::move(text),
                                        .remedy = "open it in a spreadsheet program and save it again as .xlsx",
                                        .place = {.file = file},
                                        .excerpt = {}});
}

const ZipFile* file_called(const std::vector<ZipFile>& files, std::string_view name) {
    const auto found = std::find_if(files.begin(), files.end(), [&](const ZipFile& file) { return file.name == name; });
    return found == files.end() ? nullptr : &*found;
}

// The sheets are numbered in the order in which they were made; the first in the workbook is nearly always number 1.
const ZipFile* first_sheet(const std::vector<ZipFile>& files) {
    if (const ZipFile* first = file_called(files, "xl/worksheets/sheet1.xml")) return first;
    const ZipFile* found = nullptr;
    for (const ZipFile& file : files)
        if (file.name.starts_with("xl/worksheets/") && file.name.ends_with(".xml") &&
            (found == nullptr || file.name < found->name))
            found = &file;
    return found;
}

// Excel may write any name with a prefix ("x:row").
const char* local_name(const pugi::xml_node& node) {
    const char* colon = std::strchr(node.name(), ':');
    return colon == nullptr ? node.name() : colon + 1;
}

bool is_called(const pugi::xml_node& node, const char* name) { return std::strcmp(local_name(node), name) == 0; }

// All text below a node but phonetic guides, which repeat it in another script.
void append_text(const pugi::xml_node& node, std::string& out, int depth = 0) {
    if (depth > deepest_text) return;
    for (const pugi::xml_node& child : node.children()) {
        if (is_called(child, "t"))
            out += child.text().get();
        else if (!is_called(child, "rPh"))
            append_text(child, out, depth + 1);
    }
}

std::vector<std::string> shared_strings(const ZipFile* file) {
    std::vector<std::string> strings;
    pugi::xml_document document;
    if (file == nullptr || !document.load_buffer(file->bytes.data(), file->bytes.size(),
                                                 pugi::parse_default | pugi::parse_ws_pcdata_single))
        return strings;
    for (const pugi::xml_node& item : document.document_element().children()) {
        strings.emplace_back();
        append_text(item, strings.back());
    }
    return strings;
}

// "BC12" is column 54, counted from 0.
std::size_t column_of(const char* reference, std::size_t otherwise) {
    std::size_t column = 0;
    for (; *reference >= 'A' && *reference <= 'Z' && column < 100000; ++reference)
        column = column * 26 + static_cast<std::size_t>(*reference - 'A' + 1);
    return column == 0 ? otherwise : column - 1;
}

std::string text_of_cell(const pugi::xml_node& cell, const std::vector<std::string>& strings) {
    std::string text;
    const std::string type = cell.attribute("t").value();
    if (type == "inlineStr") {
        append_text(cell, text);
        return text;
    }
    for (const pugi::xml_node& child : cell.children())
        if (is_called(child, "v")) text = child.text().get();
    if (type != "s") return text;
    std::size_t index = strings.size();
    std::from_chars(text.data(), text.data() + text.size(), index);
    return index < strings.size() ? strings[index] : std::string();
}

TableRow row_of(const pugi::xml_node& row, std::size_t number, const std::vector<std::string>& strings) {
    TableRow out{row.attribute("r").as_uint() > 0 ? row.attribute("r").as_uint() : number, {}};
    for (const pugi::xml_node& cell : row.children()) {
        const std::size_t column = column_of(cell.attribute("r").value(), out.cells.size());
        if (column >= most_columns) continue;
        if (out.cells.size() <= column) out.cells.resize(column + 1);
        out.cells[column] = text_of_cell(cell, strings);
    }
    return out;
}

std::string xml_text(const std::string& text) {
    std::string out;
    for (const char c : text) switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
        }
    return out;
}

constexpr const char* xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* content_types =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";
constexpr const char* root_relations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"xl/workbook.xml\"/></Relationships>";
constexpr const char* workbook =
    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"words\" "
    "sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
constexpr const char* workbook_relations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
    "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
    "Target=\"styles.xml\"/></Relationships>";
constexpr const char* style_sheet =
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><fonts count=\"2\"><font/>"
    "<font><b/></font></fonts><fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
    "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\">"
    "<xf xfId=\"0\"/><xf fontId=\"1\" applyFont=\"1\" xfId=\"0\"/></cellXfs></styleSheet>";

}  // namespace

Result<std::vector<TableRow>> read_xlsx(const std::string& file) {
    ZipLimits limits;
    limits.strict = false;
    const auto files = read_zip(file, limits);
    if (!files) return tl::unexpected(files.error());
    const ZipFile* sheet = first_sheet(*files);
    if (sheet == nullptr) return no_workbook(file, "this archive is no Excel workbook: it has no sheet");
    const std::vector<std::string> strings = shared_strings(file_called(*files, "xl/sharedStrings.xml"));
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer(sheet->bytes.data(), sheet->bytes.size(),
                                                               pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!parsed) return no_workbook(file, std::string("its first sheet can't be read: ") + parsed.description());
    std::vector<TableRow> rows;
    for (const pugi::xml_node& part : document.document_element().children()) {
        if (!is_called(part, "sheetData")) continue;
        std::size_t number = 0;
        for (const pugi::xml_node& row : part.children()) {
            TableRow read = row_of(row, ++number, strings);
            if (std::any_of(read.cells.begin(), read.cells.end(), [](const auto& cell) { return !cell.empty(); }))
                rows.push_back(std::move(read));
        }
    }
    return rows;
}

Result<std::string> xlsx_bytes(const std::vector<std::vector<std::string>>& rows) {
    std::string sheet = xml_head;
    sheet +=
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cols>"
        "<col min=\"1\" max=\"4\" width=\"24\" customWidth=\"1\"/></cols><sheetData>";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        sheet += "<row r=\"" + std::to_string(i + 1) + "\">";
        for (const std::string& cell : rows[i])
            sheet += std::string("<c") + (i == 0 ? " s=\"1\"" : "") +
                     " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xml_text(cell) + "</t></is></c>";
        sheet += "</row>";
    }
    sheet += "</sheetData></worksheet>";
    const std::string head = xml_head;
    return zip_bytes({{"[Content_Types].xml", head + content_types},
                      {"_rels/.rels", head + root_relations},
                      {"xl/workbook.xml", head + workbook},
                      {"xl/_rels/workbook.xml.rels", head + workbook_relations},
                      {"xl/styles.xml", head + style_sheet},
                      {"xl/worksheets/sheet1.xml", std::move(sheet)}});
}

}  // namespace huashu::app
