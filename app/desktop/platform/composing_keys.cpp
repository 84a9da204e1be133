#include "desktop/platform/composing_keys.hpp"

#include <utility>

namespace huashu::desktop {

void ComposingKeys::filtered(int scancode, bool taken) {
    scancode_ = scancode;
    taken_ = taken && scancode != 0;
    if (taken_) ++taken_count_;
    if (scancode == 0 || taken) return;
    const auto held = held_.find(scancode);
    if (held == held_.end()) return;
    // GLFW drops an event that it has seen with this time stamp, so the second coming is ours to report.
    declined_.push_back(held->second);
    held_.erase(held);
}

std::vector<RawKey> ComposingKeys::reported(const RawKey& key, bool is_release) {
    // A release says nothing about the press: on a busy machine the input method declines it only after the release.
    if (is_release) return {key};
    if (taken_ && key.scancode == scancode_) {
        held_[key.scancode] = key;
        return {};
    }
    // Reported by GLFW itself after all: not a second time.
    std::erase_if(declined_, [&](const RawKey& d) { return d.scancode == key.scancode; });
    return {key};
}

std::vector<RawKey> ComposingKeys::take_declined() { return std::exchange(declined_, {}); }

ComposingKeys& composing_keys() {
    static ComposingKeys keys;
    return keys;
}

}  // namespace huashu::desktop
