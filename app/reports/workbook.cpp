#include "reports/workbook.hpp"

#include <cstdio>

#include "reports/put_in_place.hpp"
#include "works/works.hpp"

namespace huashu::app {

Result<void> write_workbook(const std::string& file, const std::string& title, const std::vector<Table>& tables,
                            std::int64_t made_ms) {
    const Result<const Works*> all = works();
    if (!all) return tl::unexpected(all.error());
    const std::string fresh = fresh_beside(file);
    // The library would print about it.
    std::FILE* may_be_written = std::fopen(fresh.c_str(), "wb");
    if (may_be_written == nullptr) return put_in_place(fresh, file, false);
    std::fclose(may_be_written);
    return put_in_place(fresh, file, (*all)->write_sheets(fresh, title, tables, made_ms));
}

}  // namespace huashu::app
