// The spelling of the owner's name: where a text calls him otherwise than his card does.
#pragma once

#include <string>
#include <vector>

#include "author/document_tree.hpp"

namespace huashu::app {

struct NameVariant {
    std::string found;    ///< "周敏花"
    std::string meant;    ///< "周敏華"
    std::string pointer;  ///< of the text
};

/// Names that begin with the owner's surname and differ from the card's in one character, and forms of address of that
/// surname other than the card's; a relative's own name and address are left alone where the brief introduces them.
[[nodiscard]] std::vector<NameVariant> name_variants(const Tree& root);

}  // namespace huashu::app
