// What an upheld appeal gives back to the rules: the reply as an example in which the rule must not speak, offered to
// whoever keeps the pack. Nothing is changed in the pack by itself.
//
//     {"format": "huashu-offered-example", "version": 1, "rule": "deflect.not_mine", "source": "§1.2.1",
//      "misses": [{"text": "…", "owner": "…", "complaint": "facility", "step": 2}], "because": "…"}
//
// `misses` is what the rule's own list takes, as it is (docs/rules.md).
#pragma once

#include <string>

#include "assess/archive.hpp"

namespace huashu::assess {

struct Offer {
    std::string rule, source;
    std::string text, owner, complaint;
    int step = 0;  ///< 1..4; 0: none of the four
    std::string because;
    bool operator==(const Offer&) const = default;
};

/// Of an appeal that was upheld. Error (usage): no such appeal, it was not upheld, or its line speaks of no reply;
/// (content) as of replay.
[[nodiscard]] Result<Offer> offer_of(const Filed& filed, int appeal, const app::Content& content);

[[nodiscard]] std::string offer_json(const Offer& offer);
/// Writes `<folder>/<rule>-<fingerprint>.json`; the value is the file. The same offer twice is one file.
/// Error (system): it can't be written.
[[nodiscard]] Result<std::string> write_offer(const std::string& folder, const Offer& offer);

}  // namespace huashu::assess
