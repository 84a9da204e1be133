// A world for commands in tests: what they read is given, what they write is kept. No terminal unless asked for.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "commands/run.hpp"
#include "support/temporary_folder.hpp"

struct World {
    std::map<std::string, std::string> variables{{"LANG", "C.UTF-8"}, {"TERM", "dumb"}};
    std::string input;  ///< of standard input
    std::string out, err;
    int status = -1;
    int columns = 80;
    bool output_is_full = false;
    bool is_terminal = false;
    std::string executable = std::filesystem::absolute("build/any/huashu").string();

    int run(const std::vector<std::string>& arguments) {
        const huashu::test::TemporaryFolder folder;
        huashu::app::Io io;
        io.input = open(folder.write("input", input).c_str(), O_RDONLY | O_CLOEXEC);
        io.out = [this](std::string_view text) { return !output_is_full && (out += text, true); };
        io.err = [this](std::string_view text) { err += text; };
        io.input_is_terminal = io.output_is_terminal = is_terminal;
        io.columns = columns;
        io.surroundings = {[this](const std::string& name) -> std::optional<std::string> {
                               const auto found = variables.find(name);
                               return found == variables.end() ? std::nullopt : std::optional(found->second);
                           },
                           executable};
        status = huashu::app::run(arguments, io);
        close(io.input);
        return status;
    }
};

/// The options that lead to the small pack and library of the tests, which change only on purpose.
inline const std::vector<std::string> small_content{"--pack", "tests/app/fixtures/pack", "--library",
                                                    "tests/app/fixtures/library"};

inline std::vector<std::string> with_small_content(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), small_content.begin(), small_content.end());
    return arguments;
}
