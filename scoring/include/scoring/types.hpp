// The fixed words of the domain (design §3) as enums, with their ids. The ids stand in content files,
// in the JSON that commands print and in records; their order here is the order of every report.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>

namespace huashu::scoring {

enum class Act : std::uint8_t {
    greet,
    apologize,
    empathize,
    care,
    ask_detail,
    restate,
    own,
    solve,
    prevent,
    deadline,
    followup,
    invite_opinion,
    thank,
    escalate,
    involve,
    confirm_agreement,
    safety_urgent,
    explain_policy,
    reassure,
    record,
    farewell,
};
inline constexpr std::size_t act_count = 21;

enum class Family : std::uint8_t {  ///< forbidden families
    deflect,
    blame,
    refuse,
    impatient,
    mock,
    threaten,
    abuse,
    vague,
    overpromise,
    privacy,
    cold,
    command,
    argue,
};
inline constexpr std::size_t family_count = 13;

enum class Severity : std::uint8_t { note, minor, major, critical };

enum class Dimension : std::uint8_t {
    listening,     ///< listening & confirming: §1.1, §4 step 2, §5.1
    empathy,       ///< apology & empathy: §3.2, §4 step 1
    ownership,     ///< ownership & solution: §1.2, §4 step 3
    timing,        ///< timing & follow-up: §1.2.3, §4 step 4, §6
    wording,       ///< §3.1
    deescalation,  ///< §5
    compliance,    ///< compliance & confidentiality: §9
    forbidden,     ///< forbidden language: §3.3
};
inline constexpr std::size_t dimension_count = 8;

/// The family of the complaint (§2.1, §2.2, §2.3).
enum class Complaint : std::uint8_t { service, facility, safety };

/// Where in the conversation a reply stands: the four steps of §4, calming and escalating (§5), closing, calling back
/// (§6).
enum class Step : std::uint8_t { unknown, one, two, three, four, calm, escalate, close, callback };

using ActSet = std::bitset<act_count>;
using FamilySet = std::bitset<family_count>;

[[nodiscard]] std::string_view name_of(Act value);
[[nodiscard]] std::string_view name_of(Family value);
[[nodiscard]] std::string_view name_of(Severity value);
[[nodiscard]] std::string_view name_of(Dimension value);
[[nodiscard]] std::string_view name_of(Complaint value);
[[nodiscard]] std::string_view name_of(Step value);  ///< "1".."4", "calm", …; "" for unknown

[[nodiscard]] std::optional<Act> parse_act(std::string_view name);
[[nodiscard]] std::optional<Family> parse_family(std::string_view name);
[[nodiscard]] std::optional<Severity> parse_severity(std::string_view name);
[[nodiscard]] std::optional<Dimension> parse_dimension(std::string_view name);
[[nodiscard]] std::optional<Complaint> parse_complaint(std::string_view name);
[[nodiscard]] std::optional<Step> parse_step(std::string_view name);

}  // namespace huashu::scoring
