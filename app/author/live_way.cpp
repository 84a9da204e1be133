#include "author/live_way.hpp"

#include "author/document.hpp"
#include "scenarios/library.hpp"
#include "scenarios/witness.hpp"

namespace huashu::app {
namespace {

constexpr std::size_t most_way_states = 150'000;

// "/stages/3" for a choice of it, "/stages/3/enter" for a line: how far the places go together.
bool is_part_at(const std::string& part, const std::string& pointer) {
    return lies_in(pointer, part) || lies_in(part, pointer);
}

// Of a place that lies within several parts (a line in an answer in a choice in a stage) the innermost is meant.
const scenarios::Witness* witness_at(const scenarios::Witnesses& found, const PlaceFinder& places,
                                     const std::string& pointer) {
    const scenarios::Witness* best = nullptr;
    std::size_t deepest = 0;
    for (const scenarios::Witness& each : found.parts) {
        const std::string part = places.pointer_at(each.place.line, each.place.column);
        if (!is_part_at(part, pointer)) continue;
        const std::size_t depth = lies_in(pointer, part) ? part.size() : 1;
        if (best == nullptr || depth > deepest) {
            best = &each;
            deepest = depth;
        }
    }
    return best;
}

}  // namespace

Result<std::optional<Way>> way_to(const Tree& root, const std::string& file, const scoring::Engine& engine,
                                  const std::string& personas, const std::string& pointer,
                                  const std::atomic<bool>& stop) {
    const std::string text = document_text(root);
    const Result<scenarios::Scenario> scenario = scenarios::parse_scenario(file, text, engine, personas);
    if (!scenario) return tl::unexpected(scenario.error());
    scenarios::AnalysisLimits limits;
    limits.most_states = most_way_states;
    limits.stop = &stop;
    const PlaceFinder places(text);
    const scenarios::Witnesses found = scenarios::find_witnesses(*scenario, engine, limits, [&](const auto& each) {
        return is_part_at(places.pointer_at(each.place.line, each.place.column), pointer);
    });
    const scenarios::Witness* witness = witness_at(found, places, pointer);
    if (witness == nullptr || witness->by == scenarios::Witness::By::nothing) return std::optional<Way>();
    return std::optional<Way>(witness->inputs);
}

}  // namespace huashu::app
