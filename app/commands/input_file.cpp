#include "commands/input_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace huashu::app {
namespace {

tl::unexpected<Error> unreadable(const std::string& path, int error) {
    Diagnostic why{.code = "file-unreadable",
                   .text = std::string("the file can't be read: ") + std::strerror(error),
                   .remedy = "check the permissions of the file and of its folders",
                   .place = {.file = path},
                   .excerpt = {}};
    const bool is_missing = error == ENOENT || error == ENOTDIR;
    if (is_missing) why.code = "file-missing", why.text = "there is no such file", why.remedy = "check the name";
    if (error == EISDIR)
        why.code = "file-is-folder", why.text = "this is a folder, not a file", why.remedy = "name a file inside it";
    return fail(is_missing || error == EISDIR ? Error::Cause::content : Error::Cause::system, std::move(why));
}

}  // namespace

Result<InputFile> InputFile::open(const std::string& path, int standard_input) {
    if (path == "-") return InputFile(standard_input, false);
    InputFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC), true);
    if (file.descriptor_ < 0) return unreadable(path, errno);
    struct stat about {};
    if (fstat(file.descriptor_, &about) == 0 && S_ISDIR(about.st_mode)) return unreadable(path, EISDIR);
    return file;
}

InputFile::~InputFile() {
    if (is_ours_ && descriptor_ >= 0) close(descriptor_);
}

}  // namespace huashu::app
