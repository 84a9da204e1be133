#include "paths/paths.hpp"

#include <filesystem>

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

bool holds_the_pack(const fs::path& folder) {
    std::error_code failed;
    return fs::is_regular_file(folder / "scoring/packs/zh/pack.json", failed);
}

tl::unexpected<Error> no_share(const std::string& looked_in) {
    return fail(Error::Cause::system,
                {.code = "share-missing",
                 .text = "the shipped rules and scenarios were not found; looked in " + looked_in,
                 .remedy = "set HUASHU_SHARE to the folder that holds scoring/packs/zh/pack.json, or install again",
                 .place = {},
                 .excerpt = {}});
}

}  // namespace

Result<std::string> find_share(const Surroundings& surroundings) {
    if (const auto given = surroundings.variable("HUASHU_SHARE"); given && !given->empty()) {
        if (!holds_the_pack(*given)) return no_share("HUASHU_SHARE=" + *given);
        return *given;
    }
    const fs::path program_folder = fs::path(surroundings.executable).parent_path();
    for (fs::path folder = program_folder; !folder.empty(); folder = folder.parent_path()) {
        if (holds_the_pack(folder)) return folder.string();
        if (folder == folder.parent_path()) break;
    }
    const fs::path installed = program_folder.parent_path() / "share/huashu";
    if (holds_the_pack(installed)) return installed.string();
    return no_share("the folders above " + program_folder.string() + " and in " + installed.string());
}

Result<std::string> find_data(const std::string& given, const Surroundings& surroundings) {
    if (!given.empty()) return given;
    if (const auto data = surroundings.variable("HUASHU_DATA"); data && !data->empty()) return *data;
    if (const auto xdg = surroundings.variable("XDG_DATA_HOME"); xdg && fs::path(*xdg).is_absolute())
        return (fs::path(*xdg) / "huashu").string();
    if (const auto home = surroundings.variable("HOME"); home && !home->empty())
        return (fs::path(*home) / ".local/share/huashu").string();
    return fail(Error::Cause::system, {.code = "data-folder-unknown",
                                       .text = "there is no folder for your records: HOME is not set",
                                       .remedy = "give one with --data DIR, or set HUASHU_DATA",
                                       .place = {},
                                       .excerpt = {}});
}

std::string papers_folder(const std::string& data, const Surroundings& surroundings) {
    std::error_code failed;
    if (const auto given = surroundings.variable("XDG_DOCUMENTS_DIR"); given && fs::path(*given).is_absolute())
        return (fs::path(*given) / "huashu").string();
    if (const auto home = surroundings.variable("HOME"); home && !home->empty()) {
        const fs::path documents = fs::path(*home) / "Documents";
        if (fs::is_directory(documents, failed)) return (documents / "huashu").string();
    }
    return (fs::path(data) / "reports").string();
}

Result<void> make_folder(const std::string& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (!failed && fs::is_directory(folder, failed)) return {};
    const std::string why = failed ? failed.message() : "a file of that name is in the way";
    return fail(Error::Cause::system, {.code = "folder-not-made",
                                       .text = "the folder could not be made: " + why,
                                       .remedy = "choose another folder, or make this one writable for you",
                                       .place = {.file = folder},
                                       .excerpt = {}});
}

std::string pack_folder(const std::string& share, const std::string& id) {
    return (fs::path(share) / "scoring/packs" / id).string();
}
std::string library_folder(const std::string& share) { return (fs::path(share) / "scenarios/library").string(); }
std::string personas_folder(const std::string& share) { return (fs::path(share) / "scenarios/personas").string(); }
std::string demo_folder(const std::string& share) { return (fs::path(share) / "scenarios/demo").string(); }
std::string skeleton_file(const std::string& share, const std::string& family) {
    return (fs::path(share) / "scenarios/skeleton" / (family + ".json")).string();
}
std::string words_folder(const std::string& share) { return (fs::path(share) / "assets/words").string(); }

}  // namespace huashu::app
