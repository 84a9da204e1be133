// Everything of one person: taken along, or erased.
#pragma once

#include <string>

#include "integrity/erasure.hpp"
#include "records/people.hpp"

namespace huashu::app {

struct PersonExport {
    bool masked = true;     ///< telephone numbers and the like are hidden (masking.hpp)
    bool pseudonym = true;  ///< a sign in the place of the name
};

/// The file "huashu-person", version 1, as JSON: who, every attempt with its records and hashes, every document, those
/// included that stand in others' files. With nothing hidden it holds the salts too, so that its hashes can be checked
/// elsewhere (docs/records.md).
[[nodiscard]] Result<std::string> export_person(const std::string& data_folder, const Person& person,
                                                const PersonExport& options);

struct PersonErased {
    Erased records;                  ///< of the person's own file
    std::int64_t elsewhere = 0;      ///< documents about him in others' files
    std::int64_t damaged_files = 0;  ///< that had been set aside, and are gone
};

/// Erases what was said and scored, in every file of the data folder, then the name from the list of people. Given
/// again after a failure it does what is left. The chain stays and is verified as ever. Backups and exports are
/// elsewhere and not touched.
[[nodiscard]] Result<PersonErased> erase_person(const std::string& data_folder, const Person& person);

/// Person by name or id; "first" is the one without an id. Error (usage): none, or several of that name.
[[nodiscard]] Result<Person> find_person(const std::string& data_folder, const std::string& name);

/// "P-3F9A0C": stands for a person in files that are given away; the same in each file of one place, another elsewhere.
[[nodiscard]] Result<std::string> pseudonym_of(const std::string& data_folder, const std::string& person_id);

}  // namespace huashu::app
