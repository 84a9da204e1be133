// What conditions have to do with each other and with plays, judged by what they ask for and nothing else.
#pragma once

#include "model/condition.hpp"

namespace huashu::scenarios {

/// True only when it is certain: `wide` holds whenever `narrow` does, asked at the same moment. False may mean that it
/// takes more thought: patterns are never compared.
[[nodiscard]] bool implies(const Condition& narrow, const Condition& wide);

/// It, or a part of it, asks for something that typed words may bring about and choices perhaps can't: what a reply
/// does or says, or a fact that must be asked for.
[[nodiscard]] bool asks_for_typing(const Condition& condition);

}  // namespace huashu::scenarios
