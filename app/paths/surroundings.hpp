// What the process was started in, handed in as a value so that a test can make its own.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace huashu::app {

struct Surroundings {
    std::function<std::optional<std::string>(const std::string& name)> variable;  ///< of the environment
    std::string executable;                                                       ///< absolute path of the program
};

/// Of this process. The only place that reads the environment.
[[nodiscard]] Surroundings process_surroundings();

}  // namespace huashu::app
