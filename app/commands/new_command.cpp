#include "commands/new_command.hpp"

#include <array>
#include <filesystem>

#include "commands/setting.hpp"
#include "paths/paths.hpp"
#include "paths/write_new.hpp"
#include "scoring/json.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

constexpr std::array<const char*, 3> skeletons{"service", "facility", "safety"};

// "§2.2.1", or "2.2.1", because not every keyboard has the sign.
std::string full_kind(const std::string& kind) { return kind.starts_with("2.") ? "§" + kind : kind; }

const char* family_of(const std::string& kind) {
    constexpr std::string_view prefix = "§2.";
    const std::string rest = kind.starts_with(prefix) ? kind.substr(prefix.size()) : "";
    const bool sound =
        rest.size() == 3 && rest[0] >= '1' && rest[0] <= '3' && rest[1] == '.' && rest[2] >= '1' && rest[2] <= '4';
    return sound ? skeletons.at(static_cast<std::size_t>(rest[0] - '1')) : nullptr;
}

bool is_scenario_id(const std::string& id) {
    const bool sound = id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos;
    return sound && !id.empty() && id.front() != '-' && id.front() != '_';
}

void replace(std::string& text, const std::string& from, const std::string& to) {
    if (const std::size_t at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
}

}  // namespace

CommandResult new_command(const NewOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    const std::string kind = full_kind(options.kind);
    const char* family = family_of(kind);
    if (family == nullptr)
        return wrong_usage("unknown-kind", "there is no kind of complaint '" + options.kind + "'",
                           "write one of 2.1.1-4 (service), 2.2.1-4 (facility), 2.3.1-4 (safety)");
    if (!is_scenario_id(options.id))
        return wrong_usage("bad-id", "'" + options.id + "' is no id for a scenario",
                           "use lower case letters, digits and hyphens; it is the file's name too");
    const auto share = find_share(io.surroundings);
    if (!share) return tl::unexpected(share.error());
    auto text = read_text_file(skeleton_file(*share, family));
    if (!text) return tl::unexpected(text.error());
    replace(*text, "\"id\": \"skeleton\"", "\"id\": \"" + options.id + "\"");
    const std::size_t at = text->find("\"kind\": \"");
    if (at != std::string::npos) {
        const std::size_t begin = at + std::string("\"kind\": \"").size();
        text->replace(begin, text->find('"', begin) - begin, kind);
    }
    const std::string file = (fs::path(options.out) / (options.id + ".json")).string();
    if (auto written = write_new(file, *text); !written) return tl::unexpected(written.error());
    if (auto printed = print(io, setting->page.words("cli.new.written", {{"file", file}}) + "\n"); !printed)
        return tl::unexpected(printed.error());
    return status_fine;
}

}  // namespace huashu::app
