#include "version.hpp"

namespace huashu::app {
std::string_view version() { return HUASHU_VERSION; }
}  // namespace huashu::app
