#include "desktop/theme/theme.hpp"

#include <doctest/doctest.h>

using namespace huashu::desktop;

namespace {

struct Pair {
    const char* what;
    Color text, ground;
};

std::vector<Pair> text_on_grounds(const Theme& t) {
    std::vector<Pair> out{
        {"text on ground", t.text, t.ground},          {"text on surface", t.text, t.surface},
        {"muted on ground", t.text_muted, t.ground},   {"muted on surface", t.text_muted, t.surface},
        {"muted on rail", t.text_muted, t.rail},       {"faint on ground", t.text_faint, t.ground},
        {"faint on surface", t.text_faint, t.surface}, {"muted on sunken", t.text_muted, t.sunken},
        {"text on owner", t.text, t.bubble_owner},     {"text on staff", t.text, t.bubble_staff},
        {"text on finding", t.text, t.bad.soft},
    };
    for (const Tone& tone : {t.accent, t.good, t.warn, t.bad, t.info}) {
        out.push_back({"tone on its soft", tone.strong, tone.soft});
        out.push_back({"tone on surface", tone.strong, tone.soft});
        out.push_back({"tone on ground", tone.strong, t.ground});
        out.push_back({"on tone", tone.on, tone.strong});
    }
    return out;
}

}  // namespace

TEST_CASE("theme: all text stands out from its ground (WCAG AA; AAA in high contrast)") {
    for (const ThemeId id : {ThemeId::light, ThemeId::dark, ThemeId::contrast}) {
        const double least = id == ThemeId::contrast ? 7.0 : 4.5;
        for (const Pair& pair : text_on_grounds(theme(id))) {
            CAPTURE(name_of(id));
            CAPTURE(pair.what);
            CHECK(contrast(pair.text, pair.ground) >= least);
        }
    }
}

TEST_CASE("theme: what can be used and what has the focus has a line that is seen (WCAG: 3)") {
    for (const ThemeId id : {ThemeId::light, ThemeId::dark, ThemeId::contrast}) {
        const Theme& t = theme(id);
        CAPTURE(name_of(id));
        CHECK(contrast(t.focus, t.ground) >= 3);
        CHECK(contrast(t.focus, t.surface) >= 3);
        CHECK(contrast(t.line_strong, t.surface) >= 3);
    }
}

TEST_CASE("theme: contrast is that of WCAG") {
    CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == doctest::Approx(21));
    CHECK(contrast(rgb(0x777777), rgb(0xFFFFFF)) == doctest::Approx(4.48).epsilon(0.01));
}

TEST_CASE("theme: text grows as wished, the room around it half as much") {
    Scale scale;
    scale.text = 2;
    CHECK(scale.em(Type::body) == 36);
    CHECK(scale.px(10) == 15);
    CHECK(scale.wide_px(10) == 20);
    scale.screen = 2;
    CHECK(scale.em(Type::body) == 72);
}
