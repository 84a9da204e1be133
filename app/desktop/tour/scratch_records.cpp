#include "desktop/tour/scratch_records.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "desktop/errors.hpp"
#include "records/people.hpp"

namespace huashu::desktop {

Result<std::unique_ptr<ScratchRecords>> ScratchRecords::make() {
    std::unique_ptr<ScratchRecords> made{new ScratchRecords};
    std::error_code problem;
    std::string pattern = (std::filesystem::temp_directory_path(problem) / "huashu-tour-XXXXXX").string();
    if (problem || mkdtemp(pattern.data()) == nullptr)
        return system_error("no-temporary-folder", "No temporary folder can be made.",
                            "Set TMPDIR to a folder that may be written.");
    made->folder_ = pattern;
    ScratchRecords* self = made.get();
    const auto clock = [self] { return self->now_ms_ += 1'000; };
    const auto id = [self] {
        char text[40];
        std::snprintf(text, sizeof text, "00000000-0000-4000-8000-%012d", ++self->made_);
        return std::string(text);
    };
    Result<app::Records> records = app::Records::open({.folder = made->folder_, .now_ms = clock, .new_id = id});
    if (!records) return tl::unexpected(records.error());
    made->records_.emplace(std::move(*records));
    if (const Result<void> named = app::save_people(made->folder_, {{"", "林小安"}}); !named)
        return tl::unexpected(named.error());
    return made;
}

ScratchRecords::~ScratchRecords() {
    records_.reset();
    std::error_code unimportant;
    if (!folder_.empty()) std::filesystem::remove_all(folder_, unimportant);
}

}  // namespace huashu::desktop
