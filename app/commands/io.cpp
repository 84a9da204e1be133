#include "commands/io.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace huashu::app {

Result<void> print(Io& io, std::string_view text) {
    errno = 0;
    if (io.out(text)) return {};
    const std::string why = errno == 0 ? "it is closed" : std::strerror(errno);
    return fail(Error::Cause::system, {.code = "output-not-written",
                                       .text = "the output could not be written: " + why,
                                       .remedy = "free some space, or send the output elsewhere",
                                       .place = {},
                                       .excerpt = {}});
}

void report(Io& io, const Diagnostics& problems) {
    for (const Diagnostic& diagnostic : problems) {
        const std::string prefix = diagnostic.place.file.empty() ? "huashu: " : "";
        io.err(prefix + to_text(diagnostic) + "\n");
    }
}

void report_briefly(Io& io, const Diagnostics& problems, const std::string& folder) {
    constexpr std::size_t shown = 3;
    Diagnostics errors;
    for (const Diagnostic& problem : problems)
        if (problem.level == Level::error) errors.push_back(problem);
    if (errors.empty()) return;
    const std::size_t count = errors.size();
    errors.resize(std::min(count, shown));
    report(io, errors);
    io.err("huashu: warning: " + folder + " has " + std::to_string(count) + (count == 1 ? " error" : " errors") +
           "; what they touch is left out\nhelp: huashu check " + folder + " shows all of them\n");
}

int report(Io& io, const Error& error) {
    report(io, error.diagnostics);
    return static_cast<int>(error.cause);
}

tl::unexpected<Error> wrong_usage(std::string code, std::string text, std::string remedy) {
    return fail(
        Error::Cause::usage,
        {.code = std::move(code), .text = std::move(text), .remedy = std::move(remedy), .place = {}, .excerpt = {}});
}

}  // namespace huashu::app
