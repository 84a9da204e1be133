// Any text as a scenario file: it is refused with a message, or it loads, holds up under the static check, and a talk
// in it ends within its bound and survives being saved.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "scenarios/library.hpp"
#include "scenarios/session_json.hpp"
#include "scoring/pack.hpp"

namespace {

using namespace huashu;
using namespace huashu::scenarios;

const scoring::Engine& engine() {
    static const scoring::Engine made = [] {
        auto pack = scoring::load_pack("tests/scenarios/pack");
        if (!pack) std::abort();
        return std::move(*scoring::Engine::make({pack->value}));
    }();
    return made;
}

void require(bool holds) {
    if (!holds) std::abort();
}

void play(const Scenario& scenario, std::uint64_t seed) {
    Session session = Session::start(scenario, engine(), seed);
    for (std::uint64_t turn = 0; session.waits_for() == Session::Waits::reply; ++turn) {
        require(static_cast<int>(session.turns().size()) < session.turn_bound());
        const auto choices = session.choices();
        require(!choices.empty());
        require(session.take(Input::choose(choices[(seed + turn) % choices.size()].id)).has_value());
    }
    const auto saved = saved_session_from_json(to_json(session.save()));
    require(saved.has_value());
    const auto again = Session::restore(scenario, engine(), *saved);
    require(again.has_value() && again->turns() == session.turns());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto scenario = parse_scenario("small.json", text, engine(), "tests/scenarios/personas");
    if (!scenario) {
        require(has_errors(scenario.error().diagnostics));
        return 0;
    }
    (void)check_scenario(*scenario, engine());
    for (std::uint64_t seed = 0; seed < 3; ++seed) play(*scenario, seed);
    return 0;
}
