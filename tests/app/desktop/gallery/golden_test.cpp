// A few pictures of the program, compared with the ones in the repository. Drawn without a display (EGL); compared
// coarsely, so that another version of the rasteriser or of the font does not matter and a missing panel does.
//
// After a change on purpose: HUASHU_UPDATE_GOLDEN=1 build/release/tests/app_tests -tc="golden*", and look at the diff.
#include <doctest/doctest.h>
#include <png.h>

#include <cstdlib>
#include <cstring>
#include <ctime>

#include "desktop/gallery/gallery.hpp"
#include "desktop/tour/camera.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::desktop;

namespace {

constexpr int cell = 8;  // pixels that are averaged, each way

// Averages of cells, as a small picture.
Picture coarse(const Picture& from) {
    Picture out;
    out.width = from.width / cell;
    out.height = from.height / cell;
    out.rgb.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 3);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x)
            for (int c = 0; c < 3; ++c) {
                int sum = 0;
                for (int dy = 0; dy < cell; ++dy)
                    for (int dx = 0; dx < cell; ++dx)
                        sum +=
                            from.rgb[static_cast<std::size_t>(((y * cell + dy) * from.width + x * cell + dx) * 3 + c)];
                out.rgb[static_cast<std::size_t>((y * out.width + x) * 3 + c)] =
                    static_cast<std::uint8_t>(sum / (cell * cell));
            }
    return out;
}

Picture read_png(const std::string& file) {
    Picture out;
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&image, file.c_str()) == 0) return out;
    image.format = PNG_FORMAT_RGB;
    out.width = static_cast<int>(image.width);
    out.height = static_cast<int>(image.height);
    out.rgb.resize(PNG_IMAGE_SIZE(image));
    png_image_finish_read(&image, nullptr, out.rgb.data(), 0, nullptr);
    return out;
}

struct Difference {
    double mean = 0;  ///< of a channel, 0..255
    int far = 0;      ///< cells that differ clearly
};

Difference compare(const Picture& a, const Picture& b) {
    Difference out;
    if (a.width != b.width || a.height != b.height || a.rgb.empty()) return {255, a.width * a.height};
    double sum = 0;
    for (std::size_t i = 0; i < a.rgb.size(); i += 3) {
        int worst = 0;
        for (std::size_t c = 0; c < 3; ++c) {
            const int d = std::abs(int{a.rgb[i + c]} - int{b.rgb[i + c]});
            worst = std::max(worst, d);
            sum += d;
        }
        if (worst > 48) ++out.far;
    }
    out.mean = sum / static_cast<double>(a.rgb.size());
    return out;
}

int index_of(std::string_view name) {
    for (std::size_t i = 0; i < specimens().size(); ++i)
        if (specimens()[i].name == name) return static_cast<int>(i);
    return -1;
}

}  // namespace

TEST_CASE("golden: the pictures of a few states are as they were") {
    setenv("TZ", "UTC", 1);  // times stand in the pictures
    tzset();
    Speaker speaker("assets/words", app::Language::zh_hant);
    Settings settings;
    settings.language = app::Language::zh_hant;
    settings.motion = false;
    REQUIRE(speaker.follow(settings));
    const auto machine = Machine::make(speaker.face_for(settings), {}).value();
    const auto camera = Camera::make(*machine, 1280, 800);
    if (!camera) {
        MESSAGE("no EGL here: the pictures are not compared");
        return;
    }
    SampleBackstage samples;
    const bool update = std::getenv("HUASHU_UPDATE_GOLDEN") != nullptr;
    const struct {
        const char* name;
        ThemeId theme;
    } shots[] = {{"widgets", ThemeId::light},
                 {"home", ThemeId::dark},
                 {"play-angry", ThemeId::light},
                 {"debrief-reply", ThemeId::contrast}};
    for (const auto& shot : shots) {
        CAPTURE(shot.name);
        settings.theme = shot.theme;
        Shell shell(*machine, speaker, samples, settings);
        Gallery gallery(shell, samples, false);
        REQUIRE(index_of(shot.name) >= 0);
        gallery.show(index_of(shot.name));
        const Picture now = coarse((*camera)->picture(shell));
        const std::string file = std::string("tests/app/desktop/gallery/golden/") + shot.name + ".png";
        if (update) {
            REQUIRE(write_png(file, now));
            continue;
        }
        const Picture then = read_png(file);
        REQUIRE_MESSAGE(!then.rgb.empty(), "the golden picture is missing");
        const Difference d = compare(now, then);
        CHECK(d.mean < 2.0);
        CHECK(d.far < 60);  // of 16,000 cells
        if (!(d.mean < 2.0 && d.far < 60)) (void)write_png(std::string(shot.name) + ".differs.png", now);
    }
}

TEST_CASE("golden: the comparison sees a panel that is gone") {
    Picture a;
    a.width = 160;
    a.height = 100;
    a.rgb.assign(160 * 100 * 3, 240);
    Picture b = a;
    CHECK(compare(a, b).far == 0);
    for (int y = 20; y < 40; ++y) std::memset(b.rgb.data() + (y * 160 + 30) * 3, 20, 40 * 3);
    CHECK(compare(a, b).far == 800);
    b.width = 80;
    CHECK(compare(a, b).mean == 255);
}
