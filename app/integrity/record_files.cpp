#include "integrity/record_files.hpp"

#include <algorithm>
#include <filesystem>

#include "records/people.hpp"

namespace fs = std::filesystem;

namespace huashu::app {

Result<std::vector<RecordFile>> record_files(const std::string& data_folder, Diagnostics& problems) {
    auto people = load_people(data_folder, problems);
    if (!people) return tl::unexpected(people.error());
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(fs::path(data_folder) / "people", none)) {
        const std::string id = entry.path().filename().string();
        const bool is_known =
            std::any_of(people->begin(), people->end(), [&id](const Person& person) { return person.id == id; });
        if (!is_known) people->push_back({id, {}});
    }
    std::sort(people->begin(), people->end(), [](const Person& a, const Person& b) { return a.id < b.id; });
    std::vector<RecordFile> files;
    for (const Person& person : *people) {
        const std::string folder = folder_of(data_folder, person);
        const std::string file = (fs::path(folder) / "records.db").string();
        if (fs::exists(file, none)) files.push_back({file, folder, person.id, person.name});
    }
    return files;
}

}  // namespace huashu::app
