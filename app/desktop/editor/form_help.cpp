#include "desktop/editor/form_help.hpp"

#include <algorithm>
#include <cctype>

namespace huashu::desktop {
namespace {

using HelpKind = FormRow::Kind;

bool may_have_help(const FormRow& row) {
    constexpr HelpKind kinds[] = {HelpKind::text,   HelpKind::patterns, HelpKind::assign,
                                  HelpKind::number, HelpKind::range,    HelpKind::pick,
                                  HelpKind::names,  HelpKind::key,      HelpKind::flag};
    return !row.label.empty() && std::find(std::begin(kinds), std::end(kinds), row.kind) != std::end(kinds);
}

// "/stages/0/choices/1/text" is about "text", "/stages/0/enter/2" about "enter".
std::string field_of(std::string_view pointer) {
    while (true) {
        const std::size_t slash = pointer.rfind('/');
        if (slash == std::string_view::npos) return {};
        const std::string_view last = pointer.substr(slash + 1);
        const bool number = !last.empty() &&
                            std::all_of(last.begin(), last.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
        if (!number) return std::string(last);
        pointer = pointer.substr(0, slash);
    }
}

}  // namespace

void add_field_help(FormRows& rows, std::string_view prefix, const Speech& speech) {
    for (FormRow& row : rows) {
        if (!may_have_help(row)) continue;
        const std::string field = field_of(row.pointer);
        std::string help = speech.words.name(prefix, field);
        if (help != field) row.help = std::move(help);
    }
}

}  // namespace huashu::desktop
