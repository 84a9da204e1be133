#include "desktop/print/pdf.hpp"

#include <cstdio>
#include <filesystem>

#include "desktop/errors.hpp"
#include "works/works.hpp"

namespace huashu::desktop {
namespace {

tl::unexpected<Error> not_written(const std::string& file) {
    return system_error("paper-not-saved", "The report can't be written to " + file + ".",
                        "Check that the folder may be written and that the disk has room.");
}

}  // namespace

Result<void> write_pdf(const std::string& file, const Paper& paper) {
    std::error_code problem;
    if (const auto folder = std::filesystem::path(file).parent_path(); !folder.empty())
        std::filesystem::create_directories(folder, problem);
    const Result<const app::Works*> works = app::works();
    if (!works) return tl::unexpected(works.error());
    const std::string fresh = file + ".new";
    const bool printed = (*works)->print_paper(fresh, paper);
    if (printed) std::filesystem::rename(fresh, file, problem);
    if (printed && !problem) return {};
    std::remove(fresh.c_str());
    return not_written(file);
}

}  // namespace huashu::desktop
