#include "author/versions_files.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "author/replace_file.hpp"
#include "paths/paths.hpp"
#include "scoring/json.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

tl::unexpected<Error> version_changed(const std::string& folder, std::string text) {
    return fail(Error::Cause::content, {.code = "version-changed",
                                        .text = std::move(text),
                                        .remedy = "bring the folder back from a copy; a published version is never "
                                                  "edited, restore it and publish a new one",
                                        .place = {.file = folder},
                                        .excerpt = {}});
}

void protect(const std::string& file) {
    std::error_code ignored;  // a hint to editors; the hash is what tells
    fs::permissions(file, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read, ignored);
}

// Without a folder of personas there is no single file to look for: the version has just one.
std::string only_file_in(const std::string& folder) {
    std::error_code failed;
    std::string found;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
        if (at->path().extension() == ".json") found = at->path().string();
    return found;
}

}  // namespace

std::string version_folder(const std::string& item, int number) {
    char name[16];
    std::snprintf(name, sizeof name, "%04d", number);
    return item + "/" + name;
}

std::vector<int> version_numbers(const std::string& item) {
    std::vector<int> numbers;
    std::error_code failed;
    for (fs::directory_iterator at(item, failed), end; !failed && at != end; at.increment(failed)) {
        const std::string name = at->path().filename().string();
        int number = 0;
        const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), number);
        if (error == std::errc() && stop == name.data() + name.size() && number > 0) numbers.push_back(number);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

Result<void> write_version(const std::string& item, const std::string& id, int number, const VersionFiles& files) {
    const std::string fresh = item + "/.new-" + std::to_string(getpid());
    std::error_code ignored;
    fs::remove_all(fresh, ignored);
    if (auto made = make_folder(fresh + "/personas"); !made) return made;
    const std::string scenario = fresh + "/" + id + ".json",
                      persona = fresh + "/personas/" + files.persona_id + ".json";
    auto done = replace_file(scenario, files.scenario);
    if (done) done = replace_file(persona, files.persona);
    protect(scenario);
    protect(persona);
    const std::string folder = version_folder(item, number);
    // Renaming a folder over one that holds files fails: of two who publish at once, one is told so.
    if (done && std::rename(fresh.c_str(), folder.c_str()) == 0) return {};
    const int why = errno;
    fs::remove_all(fresh, ignored);
    if (!done) return done;
    const bool taken = why == EEXIST || why == ENOTEMPTY;
    return fail(taken ? Error::Cause::usage : Error::Cause::system,
                {.code = taken ? "version-taken" : "version-unwritable",
                 .text = taken ? "somebody else has published version " + std::to_string(number) + " just now"
                               : std::string("the version can't be written: ") + std::strerror(why),
                 .remedy = taken ? "look at theirs, then publish again" : "check the free space and the folder",
                 .place = {.file = folder},
                 .excerpt = {}});
}

Result<VersionFiles> read_version(const std::string& item, const std::string& id, const VersionEntry& entry) {
    const std::string folder = version_folder(item, entry.number);
    const auto scenario = read_text_file(folder + "/" + id + ".json");
    const std::string persona_file = only_file_in(folder + "/personas");
    const auto persona = read_text_file(persona_file);
    const std::string what = "version " + std::to_string(entry.number) + " of " + id;
    if (!scenario || !persona) return version_changed(folder, what + " is missing or can't be read");
    if (version_hash(*scenario, *persona) != entry.hash)
        return version_changed(folder, what + " is not what was published");
    return VersionFiles{*scenario, *persona, fs::path(persona_file).stem().string()};
}

bool is_any_version(const std::string& item, const std::string& id, const std::string& text) {
    for (const int number : version_numbers(item)) {
        const auto version = read_text_file(version_folder(item, number) + "/" + id + ".json");
        if (version && *version == text) return true;
    }
    return false;
}

}  // namespace huashu::app
