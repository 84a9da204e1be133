#include "commands/import_command.hpp"

#include <filesystem>

#include "commands/input_file.hpp"
#include "commands/setting.hpp"
#include "import/twee_scenario.hpp"
#include "paths/write_new.hpp"
#include "terminal/read_all.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

constexpr std::size_t max_story_bytes = 16u << 20;

std::string id_of(const std::string& file) {
    std::string id;
    for (const char c : fs::path(file).stem().string()) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool sound = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
        if (sound || (!id.empty() && id.back() != '-')) id += sound ? lower : '-';
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id.empty() ? "imported" : id;
}

}  // namespace

CommandResult import_command(const ImportOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    const auto input = InputFile::open(options.file, io.input);
    if (!input) return tl::unexpected(input.error());
    const std::string name = options.file == "-" ? "(standard input)" : options.file;
    const auto text = read_all(input->descriptor(), name, max_story_bytes);
    if (!text) return tl::unexpected(text.error());
    const auto story = parse_twee(name, *text);
    if (!story) return tl::unexpected(story.error());
    const std::string id = options.id.empty() ? id_of(options.file) : options.id;
    const auto draft = draft_of(*story, name, id);
    if (!draft) return tl::unexpected(draft.error());
    if (options.out.empty()) {
        if (auto printed = print(io, draft->json); !printed) return tl::unexpected(printed.error());
    } else {
        const std::string file = (fs::path(options.out) / (id + ".json")).string();
        if (auto written = write_new(file, draft->json); !written) return tl::unexpected(written.error());
        if (auto printed = print(io, setting->page.words("cli.new.written", {{"file", file}}) + "\n"); !printed)
            return tl::unexpected(printed.error());
    }
    report(io, draft->notes);
    return status_fine;
}

}  // namespace huashu::app
