#include <array>

#include "scenarios/scenario.hpp"

namespace huashu::scenarios {
namespace {
constexpr std::array<std::string_view, 4> channel_names{"front_desk", "phone", "chat", "doorstep"};
constexpr std::array<std::string_view, 3> quality_names{"best", "near", "bad"};
constexpr std::array<std::string_view, 5> rank_names{"best", "good", "mixed", "bad", "worst"};
}  // namespace

std::string_view name_of(Channel value) { return channel_names[static_cast<std::size_t>(value)]; }
std::string_view name_of(Quality value) { return quality_names[static_cast<std::size_t>(value)]; }
std::string_view name_of(Rank value) { return rank_names[static_cast<std::size_t>(value)]; }

}  // namespace huashu::scenarios
