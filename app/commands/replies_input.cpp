#include "commands/replies_input.hpp"

#include "commands/input_file.hpp"
#include "terminal/read_all.hpp"

namespace huashu::app {

Result<std::vector<ScriptedReply>> read_replies(const std::string& file, const Io& io) {
    constexpr std::size_t max_replies_bytes = 64u << 20;
    const auto input = InputFile::open(file.empty() ? "-" : file, io.input);
    if (!input) return tl::unexpected(input.error());
    const std::string name = file.empty() || file == "-" ? "(standard input)" : file;
    const auto text = read_all(input->descriptor(), name, max_replies_bytes);
    if (!text) return tl::unexpected(text.error());
    return parse_replies(name, *text);
}

Error at_line(const Place& place, Error error) {
    for (Diagnostic& diagnostic : error.diagnostics)
        if (diagnostic.place.file.empty()) diagnostic.place = place;
    error.cause = Error::Cause::content;  // the command was used rightly; its file asks for what is not offered
    return error;
}

}  // namespace huashu::app
