// Who uses this machine: a short list of names, each with a folder of its own, so that nobody sees or goes on with
// another's attempts and one person's records can be taken along or erased as a whole. No passwords: this tells people
// apart, it keeps nobody out.
//
//     <data>/people.json            {"format": "huashu-people", "version": 1, "people": [{"id": "…", "name": "小林"}]}
//     <data>/records.db             of the first person, whose id is empty
//     <data>/people/<id>/records.db of every other
#pragma once

#include <string>
#include <vector>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

struct Person {
    std::string id;    ///< UUID; empty: whoever used the program before there were names
    std::string name;  ///< empty: has given none
    bool operator==(const Person&) const = default;
};

/// The longest name, in characters; longer ones are cut.
inline constexpr std::size_t longest_name = 40;
/// As it is kept: repaired to UTF-8, without control characters and line breaks, without spaces at its ends, cut.
[[nodiscard]] std::string tidy_name(const std::string& name);

/// Always holds the first person. A missing file is none. A broken one gives the first person alone and says so in
/// `problems`; it is not written over until somebody is added. Error (system): it can't be read.
[[nodiscard]] Result<std::vector<Person>> load_people(const std::string& data_folder, Diagnostics& problems);
/// Writes a new file and renames it over the old one. Error (system): it can't be written.
[[nodiscard]] Result<void> save_people(const std::string& data_folder, const std::vector<Person>& people);

/// The folder of a person's records.
[[nodiscard]] std::string folder_of(const std::string& data_folder, const Person& person);

}  // namespace huashu::app
