// Compares a text with a file of the repository. HUASHU_UPDATE_GOLDEN=1 rewrites the file instead; the diff is then
// read.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace huashu::test {

inline std::string read_whole(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

inline void check_golden(const std::string& path, const std::string& text) {
    if (std::getenv("HUASHU_UPDATE_GOLDEN") != nullptr) {
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    const std::string wanted = read_whole(path);
    CHECK_MESSAGE(wanted == text, path, " differs; what came out is\n", text);
}

}  // namespace huashu::test
