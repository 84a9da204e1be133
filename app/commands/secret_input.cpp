#include "commands/secret_input.hpp"

#include <termios.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "integrity/lock.hpp"

namespace huashu::app {
namespace {

/// No echo on a terminal for as long as it lives.
class Unseen {
public:
    explicit Unseen(int descriptor) : descriptor_(descriptor), is_on_(tcgetattr(descriptor, &before_) == 0) {
        if (!is_on_) return;
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(descriptor_, TCSAFLUSH, &quiet);
    }
    ~Unseen() {
        if (is_on_) tcsetattr(descriptor_, TCSAFLUSH, &before_);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

private:
    int descriptor_;
    termios before_{};
    bool is_on_;
};

}  // namespace

Result<std::string> read_secret(Io& io, LineInput& lines, const std::string& question) {
    if (io.input_is_terminal) io.err(question + " ");
    const auto line = [&] {
        const Unseen unseen(io.input);
        return lines.next();
    }();
    if (io.input_is_terminal) io.err("\n");
    if (line) return *line;
    return wrong_usage("needs-passphrase", "a passphrase is needed here, and none was given",
                       "type it, or give it as a line of the standard input");
}

Result<void> ask_supervisor(Io& io, const Page& page, const std::string& data_folder) {
    std::error_code unknown;  // where nothing was ever kept there is no passphrase, and nothing is made
    if (!std::filesystem::exists(std::filesystem::path(data_folder) / "records.db", unknown)) return {};
    auto site = Records::open({.folder = data_folder, .now_ms = nullptr, .new_id = nullptr});
    if (!site) return tl::unexpected(site.error());
    SupervisorLock lock(*site);
    const auto is_set = lock.is_set();
    if (!is_set) return tl::unexpected(is_set.error());
    if (!*is_set) return {};
    LineInput lines(io.input);
    const auto typed = read_secret(io, lines, page.words("cli.lock.ask"));
    if (!typed) return tl::unexpected(typed.error());
    const auto wait = lock.wait_ms();
    if (!wait) return tl::unexpected(wait.error());
    if (*wait > 0 && io.input_is_terminal) std::this_thread::sleep_for(std::chrono::milliseconds(*wait));
    return lock.open(*typed);
}

}  // namespace huashu::app
