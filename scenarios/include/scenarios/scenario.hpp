// A scenario in memory: what docs/scenarios.md says, checked, as plain values. Immutable once loaded.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scoring/diagnostic.hpp"
#include "scoring/engine.hpp"
#include "scoring/types.hpp"

namespace huashu::scenarios {

enum class Channel : std::uint8_t { front_desk, phone, chat, doorstep };
enum class Quality : std::uint8_t { best, near, bad };
enum class Rank : std::uint8_t { best, good, mixed, bad, worst };
[[nodiscard]] std::string_view name_of(Channel value);
[[nodiscard]] std::string_view name_of(Quality value);
[[nodiscard]] std::string_view name_of(Rank value);

/// Each value 0..100.
struct Mood {
    int anger = 50;
    int trust = 50;
    int patience = 50;
    bool operator==(const Mood&) const = default;
};

struct OwnerCard {
    std::string name, address, sex, home, about;
    int age = 0;
};

struct Choice {
    std::string id;
    Quality quality = Quality::near;
    std::string text;
};

/// What screens and lists need to know of a scenario; the rest is private to scenarios/.
struct ScenarioCard {
    std::string id, title, brief;
    std::string kind;  ///< "§2.2.1"
    scoring::Complaint complaint = scoring::Complaint::service;
    int difficulty = 1;  ///< 1..5
    std::string persona_id, persona_name;
    Channel channel = Channel::front_desk;
    std::vector<std::string> teaches;
    OwnerCard owner;
    std::string household;           ///< empty: none
    std::vector<std::string> after;  ///< ids of the scenarios that the household remembers, the earliest first
    bool has_record = false;         ///< a record (record_form.hpp) can be filled in after the talk
    std::string file;
};

struct ScenarioData;  // scenarios/model/scenario_data.hpp, private

/// Shared and immutable.
class Scenario {
public:
    [[nodiscard]] const ScenarioCard& card() const;
    [[nodiscard]] std::string content_hash() const;  ///< of the scenario's and its persona's files; hex
    explicit Scenario(std::shared_ptr<const ScenarioData> data) : data_(std::move(data)) {}
    [[nodiscard]] const ScenarioData& data() const { return *data_; }

private:
    std::shared_ptr<const ScenarioData> data_;
};

}  // namespace huashu::scenarios
