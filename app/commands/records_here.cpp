#include "commands/records_here.hpp"

#include "paths/paths.hpp"

namespace huashu::app {

Result<Records> open_records_here(const GlobalOptions& globals, Io& io) {
    const auto folder = find_data(globals.data, io.surroundings);
    if (!folder) return tl::unexpected(folder.error());
    auto records = Records::open({*folder, {}, {}});
    if (records) report(io, records->notices());
    return records;
}

}  // namespace huashu::app
