#pragma once

#include <string>
#include <string_view>

#include "scoring/text.hpp"

namespace huashu::desktop {

/// Words that are looked for in content, found whatever script, width or case either side is written in.
class TextSearch {
public:
    explicit TextSearch(std::string_view words) : wanted_(scoring::canonicalise(words).chars) {}

    /// Nothing is looked for: all texts hold it.
    [[nodiscard]] bool empty() const { return wanted_.empty(); }
    [[nodiscard]] bool finds(std::string_view text) const {
        return empty() || finds_read(scoring::canonicalise(text).chars);
    }
    /// In a text that was read already, by scoring::canonicalise.
    [[nodiscard]] bool finds_read(std::u32string_view text) const { return text.find(wanted_) != text.npos; }

private:
    std::u32string wanted_;
};

}  // namespace huashu::desktop
