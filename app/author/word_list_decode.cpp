#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <array>
#include <memory>

#include "author/word_list_table.hpp"
#include "scoring/text.hpp"

namespace huashu::app {
namespace {

constexpr std::array<std::string_view, 5> encoding_names{"", "UTF-8", "UTF-16", "GBK", "Big5"};
// ICU's names: GB 18030 holds all of GBK, the Hong Kong set all of Big5.
constexpr std::array<const char*, 5> converter_names{"", "UTF-8", "UTF-16", "gb18030", "Big5-HKSCS"};
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

tl::unexpected<Error> undecodable(const std::string& file, int line, std::string text, std::string remedy) {
    return fail(Error::Cause::content, {.code = "encoding-unknown",
                                        .text = std::move(text),
                                        .remedy = std::move(remedy),
                                        .place = {.file = file, .line = line},
                                        .excerpt = {}});
}

// From one encoding to another, or nothing where something does not fit; `read`: the bytes before that.
bool convert(const char* to, const char* from, std::string_view bytes, std::string& out, std::size_t& read) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> target(ucnv_open(to, &status)), source(ucnv_open(from, &status));
    if (U_FAILURE(status)) return false;
    ucnv_setToUCallBack(source.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    ucnv_setFromUCallBack(target.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    out.resize(bytes.size() * 3 + 16);  // no pair of these encodings needs more
    char* at = out.data();
    const char* next = bytes.data();
    ucnv_convertEx(target.get(), source.get(), &at, out.data() + out.size(), &next, bytes.data() + bytes.size(),
                   nullptr, nullptr, nullptr, nullptr, true, true, &status);
    read = static_cast<std::size_t>(next - bytes.data());
    out.resize(static_cast<std::size_t>(at - out.data()));
    return U_SUCCESS(status);
}

int line_at(std::string_view bytes, std::size_t offset) {
    return 1 + static_cast<int>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

// How many of the two-byte characters are of the first level of a standard, which holds those of everyday use; signs
// (lead bytes A1 to A3 in both) count for neither.
double everyday_share(std::string_view bytes, unsigned first, unsigned last, unsigned least_trail) {
    int everyday = 0, all = 0;
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        const unsigned lead = static_cast<unsigned char>(bytes[i]);
        if (lead < 0x81) continue;
        const unsigned trail = static_cast<unsigned char>(bytes[++i]);
        if (lead >= 0xA1 && lead <= 0xA3) continue;
        ++all;
        if (lead >= first && lead <= last && trail >= least_trail) ++everyday;
    }
    return all == 0 ? 0 : static_cast<double>(everyday) / all;
}

Result<DecodedText> decode_as(const std::string& file, std::string_view bytes, TextEncoding encoding) {
    DecodedText decoded{{}, encoding, true};
    if (bytes.starts_with(utf8_mark) && encoding == TextEncoding::utf8) bytes.remove_prefix(utf8_mark.size());
    std::size_t read = 0;
    if (convert("UTF-8", converter_names[static_cast<std::size_t>(encoding)], bytes, decoded.text, read))
        return decoded;
    return undecodable(file, line_at(bytes, std::min(read, bytes.size())),
                       "this is not " + std::string(name_of(encoding)), "say which encoding it has with --encoding");
}

}  // namespace

std::string_view name_of(TextEncoding value) { return encoding_names[static_cast<std::size_t>(value)]; }

Result<DecodedText> decode_table_text(const std::string& file, std::string_view bytes, TextEncoding wanted) {
    if (wanted != TextEncoding::detect) return decode_as(file, bytes, wanted);
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return decode_as(file, bytes, TextEncoding::utf16);
    if (scoring::is_valid_utf8(bytes)) return decode_as(file, bytes, TextEncoding::utf8);
    auto gbk = decode_as(file, bytes, TextEncoding::gbk), big5 = decode_as(file, bytes, TextEncoding::big5);
    if (!gbk && !big5)
        return undecodable(file, gbk.error().diagnostics.front().place.line, "this is neither UTF-8 nor GBK nor Big5",
                           "save it as UTF-8, or as .xlsx");
    if (!big5) return gbk;
    if (!gbk) return big5;
    const double as_gbk = everyday_share(bytes, 0xB0, 0xD7, 0xA1), as_big5 = everyday_share(bytes, 0xA4, 0xC6, 0x40);
    Result<DecodedText>& better = as_gbk >= as_big5 ? gbk : big5;
    better->certain = false;
    return std::move(better);
}

Result<std::string> encode_table_text(const std::string& file, const std::string& text, TextEncoding encoding) {
    if (encoding == TextEncoding::detect || encoding == TextEncoding::utf8) return std::string(utf8_mark) + text;
    std::string out;
    std::size_t read = 0;
    if (convert(converter_names[static_cast<std::size_t>(encoding)], "UTF-8", text, out, read)) return out;
    return undecodable(file, line_at(text, std::min(read, text.size())),
                       std::string(name_of(encoding)) + " has no sign for a character of this line",
                       "choose --encoding utf-8, or write .xlsx");
}

}  // namespace huashu::app
