#include "desktop/fonts/find_fonts.hpp"

#include <fontconfig/fontconfig.h>

#include <memory>

#include "desktop/errors.hpp"

namespace huashu::desktop {
namespace {

struct Freed {
    void operator()(FcPattern* p) const { FcPatternDestroy(p); }
    void operator()(FcCharSet* s) const { FcCharSetDestroy(s); }
};
using Pattern = std::unique_ptr<FcPattern, Freed>;
using CharSet = std::unique_ptr<FcCharSet, Freed>;

// One character that each script needs and the other lacks, and one of the trade.
constexpr char32_t needed[] = {U'話', U'话', U'戶'};

std::optional<FontFile> file_of(FcPattern* found) {
    FcChar8* path = nullptr;
    int index = 0;
    if (found == nullptr || FcPatternGetString(found, FC_FILE, 0, &path) != FcResultMatch) return std::nullopt;
    (void)FcPatternGetInteger(found, FC_INDEX, 0, &index);
    return FontFile{reinterpret_cast<const char*>(path), index & 0xFFFF};  // the high half names a variation
}

bool holds(FcPattern* found, const char32_t* characters, std::size_t count) {
    FcCharSet* set = nullptr;
    if (FcPatternGetCharSet(found, FC_CHARSET, 0, &set) != FcResultMatch) return false;
    for (std::size_t i = 0; i < count; ++i)
        if (!FcCharSetHasChar(set, characters[i])) return false;
    return true;
}

Pattern best_match(const char* family, const char* language, int weight) {
    Pattern wanted{FcPatternCreate()};
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
    FcPatternAddString(wanted.get(), FC_LANG, reinterpret_cast<const FcChar8*>(language));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
    FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    return Pattern{FcFontMatch(nullptr, wanted.get(), &result)};
}

std::optional<FontFile> han_font(const char* family, const char* language, int weight) {
    const Pattern found = best_match(family, language, weight);
    if (!found || !holds(found.get(), needed, std::size(needed))) return std::nullopt;
    return file_of(found.get());
}

}  // namespace

Result<FontFiles> find_fonts(HanScript script) {
    const bool traditional = script == HanScript::traditional;
    const char* language = traditional ? "zh-tw" : "zh-cn";
    const char* sans = traditional ? "Noto Sans CJK TC" : "Noto Sans CJK SC";
    const char* serif = traditional ? "Noto Serif CJK TC" : "Noto Serif CJK SC";
    const std::optional<FontFile> regular = han_font(sans, language, FC_WEIGHT_REGULAR);
    if (!regular) {
        return system_error("no-han-font", "No font with Chinese characters is installed.",
                            "Install one: sudo apt install fonts-noto-cjk");
    }
    FontFiles files;
    files.regular = *regular;
    files.bold = han_font(sans, language, FC_WEIGHT_BOLD).value_or(*regular);
    files.display = han_font(serif, language, FC_WEIGHT_BOLD).value_or(files.bold);
    return files;
}

std::optional<FontFile> find_font_with(char32_t character) {
    const CharSet set{FcCharSetCreate()};
    FcCharSetAddChar(set.get(), character);
    const Pattern wanted{FcPatternCreate()};
    FcPatternAddCharSet(wanted.get(), FC_CHARSET, set.get());
    FcPatternAddBool(wanted.get(), FC_OUTLINE, FcTrue);
    FcPatternAddBool(wanted.get(), FC_COLOR, FcFalse);  // the glyph texture has no colours
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    const Pattern found{FcFontMatch(nullptr, wanted.get(), &result)};
    if (!found || !holds(found.get(), &character, 1)) return std::nullopt;
    return file_of(found.get());
}

}  // namespace huashu::desktop
