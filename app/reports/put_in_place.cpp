#include "reports/put_in_place.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace fs = std::filesystem;

namespace huashu::app {

std::string fresh_beside(const std::string& file) {
    std::error_code unimportant;  // what can't be made shows when the file is written
    if (const fs::path folder = fs::path(file).parent_path(); !folder.empty())
        fs::create_directories(folder, unimportant);
    return file + ".new";
}

Result<void> put_in_place(const std::string& fresh, const std::string& file, bool was_written) {
    if (was_written && std::rename(fresh.c_str(), file.c_str()) == 0) return {};
    const int why = errno;
    std::remove(fresh.c_str());
    return fail(Error::Cause::system,
                {.code = "file-unwritable",
                 .text = std::string("it can't be written: ") + (why == 0 ? "the disk refused it" : std::strerror(why)),
                 .remedy = "check that the folder may be written and that the disk has room",
                 .place = {.file = file},
                 .excerpt = {}});
}

}  // namespace huashu::app
