#include "paths/write_new.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace huashu::app {
namespace {

tl::unexpected<Error> failed(const std::string& file, Error::Cause cause, const char* code, std::string text,
                             const char* remedy) {
    return fail(cause,
                {.code = code, .text = std::move(text), .remedy = remedy, .place = {.file = file}, .excerpt = {}});
}

bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t count = write(descriptor, text.data(), text.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return fsync(descriptor) == 0;
}

}  // namespace

Result<void> write_new(const std::string& file, std::string_view text) {
    const std::string draft = file + ".new-" + std::to_string(getpid());
    const int descriptor = open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return failed(file, Error::Cause::system, "file-unwritable",
                      std::string("it can't be written: ") + strerror(errno),
                      "check that the folder exists and may be written");
    const bool written = write_all(descriptor, text);
    const int why = errno;
    close(descriptor);
    // A link, unlike a renaming, never takes the place of a file that is there.
    const bool named = written && link(draft.c_str(), file.c_str()) == 0;
    const bool taken = written && !named && errno == EEXIST;
    const int why_unnamed = errno;
    unlink(draft.c_str());
    if (named) return {};
    if (taken)
        return failed(file, Error::Cause::usage, "file-exists", "there is a file of that name already",
                      "choose another name, or take it away first");
    return failed(file, Error::Cause::system, "file-unwritable",
                  std::string("it can't be written: ") + strerror(written ? why_unnamed : why),
                  "check the free space and the folder");
}

}  // namespace huashu::app
