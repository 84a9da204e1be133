#include "terminal/read_all.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace huashu::app {

Result<std::string> read_all(int descriptor, const std::string& name, std::size_t max_bytes) {
    std::string text;
    char piece[1 << 16];
    while (true) {
        const ssize_t count = read(descriptor, piece, sizeof piece);
        if (count == 0) return text;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0)
            return fail(Error::Cause::system, {.code = "input-unreadable",
                                               .text = std::string("it can't be read: ") + std::strerror(errno),
                                               .remedy = "check the file or the program that feeds it",
                                               .place = {.file = name},
                                               .excerpt = {}});
        text.append(piece, static_cast<std::size_t>(count));
        if (text.size() > max_bytes)
            return fail(Error::Cause::content, {.code = "file-too-large",
                                                .text = "it is larger than " + std::to_string(max_bytes >> 20) + " MiB",
                                                .remedy = "split it",
                                                .place = {.file = name},
                                                .excerpt = {}});
    }
}

}  // namespace huashu::app
