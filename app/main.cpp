#include <cstdio>

#include "version.hpp"

int main() {
    const std::string_view version = huashu::app::version();
    std::printf("huashu %.*s\n", static_cast<int>(version.size()), version.data());
    return 0;
}
