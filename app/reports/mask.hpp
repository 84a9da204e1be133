// Facts of attempts without what trainees typed of somebody's own: telephone numbers, rooms and the like, by the rules
// of integrity/masking.hpp.
#pragma once

#include "reports/facts.hpp"

namespace huashu::app {

/// Every typed reply of it, and the quotes of it: blotted, so that the places of findings stay right.
void mask(AttemptFacts& attempt);

}  // namespace huashu::app
