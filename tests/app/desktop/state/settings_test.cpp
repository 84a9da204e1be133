#include "desktop/state/settings.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace huashu;
using namespace huashu::desktop;

TEST_CASE("settings: what is written is read again") {
    Settings settings;
    settings.language = app::Language::zh_hans;
    settings.theme = ThemeId::dark;
    settings.content = ContentScript::traditional;
    settings.text_per_cent = 150;
    settings.motion = false;
    settings.window = {30, 40, 900, 700, true};
    Diagnostics problems;
    CHECK(parse_settings("s", to_json(settings), problems) == settings);
    CHECK(problems.empty());
}

TEST_CASE("settings: a broken file, an unknown key or a wild value costs the preference and nothing else") {
    struct Case {
        std::string text;
        bool complains;
    };
    const std::vector<Case> cases{{"{", true},
                                  {"", true},
                                  {"[]", true},
                                  {R"({"theme": "pink"})", true},
                                  {R"({"colour": 1})", true},
                                  {R"({"text_per_cent": "120"})", true},
                                  {R"({"window": {"width": 5}})", true},
                                  {R"({"text_per_cent": 900})", false}};
    for (const Case& c : cases) {
        CAPTURE(c.text);
        Diagnostics problems;
        const Settings read = parse_settings("settings.json", c.text, problems);
        CHECK(read.theme == ThemeId::light);
        CHECK(read.text_per_cent <= max_text_per_cent);
        CHECK(read.window.width == 1280);
        CHECK(problems.empty() != c.complains);
    }
}

TEST_CASE("settings: a missing file means the defaults; saving makes it, and a folder in its place is refused") {
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "huashu-settings-test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const std::string file = (folder / "settings.json").string();
    Diagnostics problems;
    CHECK(load_settings(file, problems).value() == Settings{});
    Settings settings;
    settings.theme = ThemeId::contrast;
    CHECK(save_settings(file, settings));
    CHECK(load_settings(file, problems).value() == settings);
    CHECK_FALSE(std::filesystem::exists(file + ".new"));
    const auto refused = save_settings(folder.string(), settings);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().cause == Error::Cause::system);
    CHECK_FALSE(refused.error().diagnostics.front().remedy.empty());
    std::filesystem::remove_all(folder);
}
