#include "terminal/line_input.hpp"

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace huashu::app {

std::optional<std::string> LineInput::next() {
    while (true) {
        if (const std::size_t end = pending_.find('\n'); end != std::string::npos) {
            std::string line = pending_.substr(0, end);
            pending_.erase(0, end + 1);
            if (line.ends_with('\r')) line.pop_back();
            return line;
        }
        char piece[4096];
        const ssize_t count = read(descriptor_, piece, sizeof piece);
        if (count < 0 && errno == EINTR) continue;
        if (count > 0)
            pending_.append(piece, static_cast<std::size_t>(count));
        else if (pending_.empty())
            return std::nullopt;
        else
            return std::exchange(pending_, {});
    }
}

}  // namespace huashu::app
