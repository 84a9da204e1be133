#include <algorithm>

#include "base/json_builder.hpp"
#include "base/json_fast.hpp"
#include "base/utf8.hpp"
#include "scoring/json.hpp"
#include "scoring/json_reader.hpp"

namespace huashu {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

Result<JsonDocument> parse_json(std::string file, std::string text) {
    if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
    text.reserve(text.size() + fast_json_padding());
    const auto source = std::make_shared<const SourceText>(std::move(file), std::move(text));
    if (std::optional<JsonNode> root = read_json_fast(source->text())) return JsonDocument{source, std::move(*root)};
    if (is_blank(source->text()))
        return fail(Error::Cause::content, diagnose(*source, 0, "empty-file", "the file is empty",
                                                    "write a JSON document, or remove the file"));
    if (const std::size_t bad = find_invalid_utf8(source->text()); bad != std::string::npos)
        return fail(Error::Cause::content, diagnose(*source, bad, "invalid-utf8", "the text is not valid UTF-8 here",
                                                    "save the file as UTF-8; it may be in GBK, Big5 or UTF-16"));
    JsonBuilder builder(*source);
    builder.run();
    if (!builder.problems.empty()) return tl::unexpected(Error{Error::Cause::content, std::move(builder.problems)});
    return JsonDocument{source, std::move(builder.root)};
}

Result<JsonDocument> load_json(const std::string& path) {
    Result<std::string> text = read_text_file(path);
    if (!text) return tl::unexpected(std::move(text).error());
    return parse_json(path, *std::move(text));
}

}  // namespace huashu
