// The program: hands the world to run().
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <vector>

#include "commands/run.hpp"

namespace {

int columns_of_terminal() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return 80;
}

}  // namespace

int main(int argc, char** argv) {
    huashu::app::Io io;
    io.out = [](std::string_view text) {
        return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    };
    io.err = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); };
    io.input = STDIN_FILENO;
    io.input_is_terminal = isatty(STDIN_FILENO) == 1;
    io.output_is_terminal = isatty(STDOUT_FILENO) == 1;
    io.columns = columns_of_terminal();
    io.surroundings = huashu::app::process_surroundings();
    return huashu::app::run(std::vector<std::string>(argv + 1, argv + argc), io);
}
