// Two talks that differ in one reply, side by side on the terminal.
#pragma once

#include <string>

#include "play/page.hpp"
#include "scenarios/what_if.hpp"

namespace huashu::app {

[[nodiscard]] std::string what_if_text(const Page& page, const scenarios::WhatIf& result);

}  // namespace huashu::app
