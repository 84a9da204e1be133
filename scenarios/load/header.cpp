#include "load/header.hpp"

namespace huashu::scenarios {

std::string read_header(LoadContext& context, ObjectReader& in, std::string_view format, const std::string& file_id) {
    (void)in.optional_string("$schema");
    const std::string found = in.required_string("format");
    if (!found.empty() && found != format)
        in.report("format", "wrong-format", "this file is a \"" + found + "\", not a \"" + std::string(format) + "\"");
    const auto version = in.required_integer("version", 1, unlimited);
    if (version > format_version)
        in.report("version", "newer-version",
                  "this file is of format version " + std::to_string(version) + "; this program reads up to " +
                      std::to_string(format_version),
                  "use a newer program, or save the file in the older version");
    std::string id = in.required_string("id");
    if (check_id(context, in, id) && id != file_id)
        in.report("id", "file-name", "the id \"" + id + "\" and the file's name \"" + file_id + ".json\" differ",
                  "rename the file or the id");
    return id;
}

}  // namespace huashu::scenarios
