// Where effects are carried out: conversations, records, settings. The desktop knows it by this interface only, so
// that screens can be driven by a test's own.
#pragma once

#include "desktop/state/intent.hpp"

namespace huashu::desktop {

class Backstage {
public:
    /// What came of it, as intents for update(). A failure is an intent too (intent::Failed).
    [[nodiscard]] virtual Intents perform(const Effect& effect) = 0;
    virtual ~Backstage() = default;
};

}  // namespace huashu::desktop
