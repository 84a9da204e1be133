#include "scenarios/scenario.hpp"

#include "model/scenario_data.hpp"

namespace huashu::scenarios {

const ScenarioCard& Scenario::card() const { return data_->card; }
std::string Scenario::content_hash() const { return data_->hash; }

}  // namespace huashu::scenarios
