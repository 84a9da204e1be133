#include "integrity/person.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "integrity/record_files.hpp"
#include "records/hashing.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

tl::unexpected<Error> no_such_person(const char* code, std::string text) {
    return fail(Error::Cause::usage, {.code = code,
                                      .text = std::move(text),
                                      .remedy = "huashu person list shows names and ids",
                                      .place = {},
                                      .excerpt = {}});
}

// They hold what was said as well, and nothing else can be taken out of them.
Result<std::int64_t> remove_damaged_files(const std::string& folder) {
    std::int64_t removed = 0;
    std::error_code failed;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder, failed))
        if (entry.path().filename().string().starts_with("records-damaged-")) files.push_back(entry.path());
    for (const fs::path& file : files) {
        fs::remove(file, failed);
        if (failed)
            return fail(Error::Cause::system, {.code = "not-removed",
                                               .text = "this file could not be removed: " + failed.message(),
                                               .remedy = "remove it by hand, then give the command again",
                                               .place = {.file = file.string()},
                                               .excerpt = {}});
        ++removed;
    }
    return removed;
}

Result<std::int64_t> erase_elsewhere(const std::string& data_folder, const Person& person,
                                     std::vector<std::string> ids) {
    if (!person.id.empty()) ids.push_back(person.id);
    Diagnostics told;
    const auto files = record_files(data_folder, told);
    if (!files) return tl::unexpected(files.error());
    std::int64_t documents = 0;
    for (const RecordFile& file : *files) {
        if (file.person_id == person.id) continue;
        auto other = Records::open({.folder = file.folder, .now_ms = nullptr, .new_id = nullptr});
        if (!other) return tl::unexpected(other.error());
        const auto erased = erase_documents(*other, ids);
        if (!erased) return tl::unexpected(erased.error());
        documents += erased->documents;
    }
    return documents;
}

Result<void> erase_name(const std::string& data_folder, const Person& person) {
    Diagnostics told;
    auto people = load_people(data_folder, told);
    if (!people) return tl::unexpected(people.error());
    if (!told.empty()) return tl::unexpected(Error{Error::Cause::content, told});
    if (person.id.empty())
        people->front().name.clear();
    else
        std::erase_if(*people, [&person](const Person& one) { return one.id == person.id; });
    return save_people(data_folder, *people);
}

}  // namespace

Result<PersonErased> erase_person(const std::string& data_folder, const Person& person) {
    const std::string folder = folder_of(data_folder, person);
    PersonErased out;
    {
        auto own = Records::open({.folder = folder, .now_ms = nullptr, .new_id = nullptr});
        if (!own) return tl::unexpected(own.error());
        const auto ids = ids_in(*own);
        if (!ids) return tl::unexpected(ids.error());
        const auto elsewhere = erase_elsewhere(data_folder, person, *ids);
        if (!elsewhere) return tl::unexpected(elsewhere.error());
        out.elsewhere = *elsewhere;
        const auto erased = erase_all(*own);
        if (!erased) return tl::unexpected(erased.error());
        out.records = *erased;
    }
    const auto removed = remove_damaged_files(folder);
    if (!removed) return tl::unexpected(removed.error());
    out.damaged_files = *removed;
    if (auto done = erase_name(data_folder, person); !done) return tl::unexpected(done.error());
    return out;
}

Result<Person> find_person(const std::string& data_folder, const std::string& name) {
    Diagnostics told;
    const auto people = load_people(data_folder, told);
    if (!people) return tl::unexpected(people.error());
    if (name == "first") return people->front();
    std::vector<Person> found;
    for (const Person& person : *people)
        if ((!person.name.empty() && person.name == tidy_name(name)) || (!person.id.empty() && person.id == name))
            found.push_back(person);
    if (found.empty()) return no_such_person("unknown-person", "there is nobody of the name '" + name + "'");
    if (found.size() > 1)
        return no_such_person("several-persons", "there are several of the name '" + name + "'; give the id");
    return found.front();
}

Result<std::string> pseudonym_of(const std::string& data_folder, const std::string& person_id) {
    auto site = Records::open({.folder = data_folder, .now_ms = nullptr, .new_id = nullptr});
    if (!site) return tl::unexpected(site.error());
    constexpr const char* kind = "site.pseudonym-key";
    auto keys = site->documents({.kind = kind, .subject = {}});
    if (keys && keys->empty()) {
        const std::string body = nlohmann::json{{"key", to_hex(make_salt())}}.dump();
        // Two windows at once: the first key on record is the one that counts.
        if (auto kept = site->keep({{kind, "people", body}}); !kept) return tl::unexpected(kept.error());
        keys = site->documents({.kind = kind, .subject = {}});
    }
    if (!keys) return tl::unexpected(keys.error());
    std::string sign = to_hex(proof_of(fingerprint(keys->front().body).substr(0, digest_size), person_id)).substr(0, 6);
    std::transform(sign.begin(), sign.end(), sign.begin(),
                   [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
    return "P-" + sign;
}

}  // namespace huashu::app
