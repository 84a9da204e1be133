// The words that a pack's good replies are made of, by the dictionary of ICU.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace huashu::app {

/// Canonical words, with how often each stands in the replies; ordinary words that do not stand there have 0.
using Vocabulary = std::map<std::u32string, int>;

[[nodiscard]] Vocabulary make_vocabulary(const std::vector<std::string>& ordinary,
                                         const std::vector<std::string>& replies);

}  // namespace huashu::app
