#include "scoring/json_fault.hpp"

#include <nlohmann/json.hpp>

namespace huashu::scoring {
namespace {

/// Without "[json.exception.type_error.302] ".
std::string without_label(std::string text) {
    const std::size_t label = text.starts_with('[') ? text.find("] ") : std::string::npos;
    return label == std::string::npos ? text : text.substr(label + 2);
}

constexpr int no_such_key = 403;

}  // namespace

std::string json_fault(const std::exception& problem) {
    if (const auto* syntax = dynamic_cast<const nlohmann::json::parse_error*>(&problem))
        return "it breaks off or is no JSON, at byte " + std::to_string(syntax->byte);
    const auto* json = dynamic_cast<const nlohmann::json::exception*>(&problem);
    if (json == nullptr) return "a number in it can't be read";
    const std::string told = without_label(json->what());
    if (json->id == no_such_key) {
        const std::size_t open = told.find('\''), close = told.rfind('\'');
        if (open != std::string::npos && close > open)
            return "the key " + told.substr(open, close - open + 1) + " is missing";
    }
    const bool is_type = dynamic_cast<const nlohmann::json::type_error*>(&problem) != nullptr;
    return is_type ? "a value is of another type: " + told : told;
}

}  // namespace huashu::scoring
