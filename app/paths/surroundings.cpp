#include "paths/surroundings.hpp"

#include <cstdlib>
#include <filesystem>

namespace huashu::app {

Surroundings process_surroundings() {
    std::error_code failed;
    return {[](const std::string& name) -> std::optional<std::string> {
                const char* value = std::getenv(name.c_str());
                return value == nullptr ? std::nullopt : std::optional<std::string>(value);
            },
            std::filesystem::read_symlink("/proc/self/exe", failed).string()};
}

}  // namespace huashu::app
