// Any text as a saved session or turn: refused, or read so that writing it again gives the same value.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "scenarios/session_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace huashu::scenarios;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto saved = saved_session_from_json(text)) {
        const auto again = saved_session_from_json(to_json(*saved));
        if (!again || !(*again == *saved)) std::abort();
    }
    if (const auto turn = turn_from_json(text)) {
        const auto again = turn_from_json(to_json(*turn));
        if (!again || !(*again == *turn)) std::abort();
    }
    return 0;
}
