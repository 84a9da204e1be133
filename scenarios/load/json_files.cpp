#include "load/json_files.hpp"

#include <algorithm>
#include <filesystem>

namespace huashu::scenarios {

namespace fs = std::filesystem;

Diagnostic at_file(const std::string& file, std::string code, std::string text, std::string remedy) {
    Diagnostic problem;
    problem.code = std::move(code);
    problem.text = std::move(text);
    problem.remedy = std::move(remedy);
    problem.place.file = file;
    return problem;
}

Result<std::vector<std::string>> json_files(const std::string& folder) {
    std::error_code failed;
    if (!fs::is_directory(folder, failed))
        return fail(Error::Cause::content,
                    at_file(folder, "folder-missing", "there is no such folder", "check the path"));
    std::vector<std::string> files;
    for (fs::directory_iterator it(folder, failed), none; !failed && it != none; it.increment(failed))
        if (it->path().extension() == ".json") files.push_back(it->path().string());
    if (failed)
        return fail(Error::Cause::system,
                    at_file(folder, "folder-unreadable", failed.message(), "check the folder's rights"));
    std::sort(files.begin(), files.end());
    return files;
}

std::string personas_beside(const std::string& scenario_folder, const std::string& given) {
    if (!given.empty()) return given;
    return (fs::path(scenario_folder) / ".." / "personas").lexically_normal().string();
}

}  // namespace huashu::scenarios
