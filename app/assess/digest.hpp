// The fingerprint of a text: BLAKE2b with 32 bytes, as hex. For telling that a blueprint or a form is the same.
#pragma once

#include <string>
#include <string_view>

namespace huashu::assess {

[[nodiscard]] std::string digest_of(std::string_view text);

}  // namespace huashu::assess
