#include "scoring/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace huashu {
namespace {

std::string_view name_of(Level level) {
    switch (level) {
        case Level::note:
            return "note";
        case Level::warning:
            return "warning";
        case Level::error:
            return "error";
    }
    return "error";
}

void append_place(std::string& out, const Place& place) {
    if (place.file.empty()) return;
    out += place.file + ":";
    if (place.line > 0) out += std::to_string(place.line) + ":";
    if (place.line > 0 && place.column > 0) out += std::to_string(place.column) + ":";
    out += " ";
}

auto sort_key(const Diagnostic& d) { return std::tie(d.place.file, d.place.line, d.place.column, d.code, d.text); }

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& d) { return d.level == Level::error; });
}

std::string to_text(const Diagnostic& diagnostic) {
    std::string out;
    append_place(out, diagnostic.place);
    out += name_of(diagnostic.level);
    out += ": " + diagnostic.text;
    if (!diagnostic.code.empty()) out += " [" + diagnostic.code + "]";
    if (!diagnostic.excerpt.empty()) out += "\n" + diagnostic.excerpt;
    if (!diagnostic.remedy.empty()) out += "\nhelp: " + diagnostic.remedy;
    return out;
}

void sort_by_place(Diagnostics& diagnostics) {
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return sort_key(a) < sort_key(b); });
}

tl::unexpected<Error> fail(Error::Cause cause, Diagnostic diagnostic) {
    return tl::unexpected(Error{cause, {std::move(diagnostic)}});
}

}  // namespace huashu
