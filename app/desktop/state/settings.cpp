#include "desktop/state/settings.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "desktop/errors.hpp"
#include "scoring/json.hpp"
#include "scoring/json_reader.hpp"

namespace huashu::desktop {
namespace {

constexpr std::string_view content_names[] = {"follow", "traditional", "simplified"};

std::optional<ContentScript> parse_content(std::string_view name) {
    for (std::size_t i = 0; i < std::size(content_names); ++i)
        if (content_names[i] == name) return static_cast<ContentScript>(i);
    return std::nullopt;
}

WindowPlace read_window(const SourceText& source, const JsonNode& node, Diagnostics& problems) {
    ObjectReader in(source, node, problems);
    WindowPlace place;
    place.x = static_cast<int>(in.optional_integer("x", -20000, 20000).value_or(place.x));
    place.y = static_cast<int>(in.optional_integer("y", -20000, 20000).value_or(place.y));
    place.width = static_cast<int>(in.optional_integer("width", 320, 20000).value_or(place.width));
    place.height = static_cast<int>(in.optional_integer("height", 240, 20000).value_or(place.height));
    place.maximised = in.optional_boolean("maximised", false);
    in.done();
    return place;
}

}  // namespace

Settings parse_settings(const std::string& file, const std::string& text, Diagnostics& problems) {
    Settings out;
    const Result<JsonDocument> document = parse_json(file, text);
    if (!document) {
        problems.insert(problems.end(), document.error().diagnostics.begin(), document.error().diagnostics.end());
        return out;
    }
    ObjectReader in(*document->source, document->root, problems);
    (void)in.optional_string("format");
    (void)in.optional_integer("version", 1, 1);
    out.language = in.optional_name<app::Language>("language", app::parse_language, "a language");
    out.theme = in.optional_name<ThemeId>("theme", parse_theme, "a theme").value_or(out.theme);
    out.content = in.optional_name<ContentScript>("content", parse_content, "a script").value_or(out.content);
    const std::int64_t wish = in.optional_integer("text_per_cent", 1, 1000).value_or(out.text_per_cent);
    out.text_per_cent = static_cast<int>(std::clamp<std::int64_t>(wish, min_text_per_cent, max_text_per_cent));
    out.motion = in.optional_boolean("motion", out.motion);
    out.timed = in.optional_boolean("timed", out.timed);
    out.person = in.optional_string("person");
    if (const JsonNode* window = in.member("window")) out.window = read_window(*document->source, *window, problems);
    in.done();
    return out;
}

std::string to_json(const Settings& s) {
    nlohmann::ordered_json out;
    out["format"] = "huashu-settings";
    out["version"] = 1;
    if (s.language) out["language"] = name_of(*s.language);
    out["theme"] = name_of(s.theme);
    out["content"] = content_names[static_cast<std::size_t>(s.content)];
    out["text_per_cent"] = s.text_per_cent;
    out["motion"] = s.motion;
    out["timed"] = s.timed;
    if (!s.person.empty()) out["person"] = s.person;
    out["window"] = {{"x", s.window.x},
                     {"y", s.window.y},
                     {"width", s.window.width},
                     {"height", s.window.height},
                     {"maximised", s.window.maximised}};
    return out.dump(2) + "\n";
}

Result<Settings> load_settings(const std::string& file, Diagnostics& problems) {
    std::error_code unknown;
    if (!std::filesystem::exists(file, unknown)) return Settings{};
    const Result<std::string> text = read_text_file(file, 1u << 20);
    if (!text) return tl::unexpected(text.error());
    return parse_settings(file, *text, problems);
}

Result<void> save_settings(const std::string& file, const Settings& settings) {
    const std::string fresh = file + ".new";
    {
        std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
        out << to_json(settings);
        out.flush();
        if (!out) {
            std::remove(fresh.c_str());
            return system_error("settings-not-saved", "The settings can't be written to " + file + ".",
                                "Check that the folder may be written and that the disk has room.");
        }
    }
    std::error_code problem;
    std::filesystem::rename(fresh, file, problem);
    if (problem) {
        return system_error("settings-not-saved", "The settings can't be written to " + file + ".",
                            "Check that the folder may be written.");
    }
    return {};
}

}  // namespace huashu::desktop
