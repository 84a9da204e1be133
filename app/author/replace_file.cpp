#include "author/replace_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

tl::unexpected<Error> not_replaced(const std::string& file, int why) {
    return fail(Error::Cause::system,
                {.code = "file-unwritable",
                 .text = std::string("it can't be written, the file stands as it was: ") + std::strerror(why),
                 .remedy = "check the free space and the folder's permissions, then save again",
                 .place = {.file = file},
                 .excerpt = {}});
}

bool put_on_disk(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t count = ::write(descriptor, text.data(), text.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return fsync(descriptor) == 0;
}

// The new name is on the disk only when its folder is.
void sync_folder(const fs::path& folder) {
    const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    fsync(descriptor);
    close(descriptor);
}

fs::path behind_links(const std::string& file) {
    std::error_code failed;
    const fs::path behind = fs::canonical(file, failed);
    return failed ? fs::path(file) : behind;
}

}  // namespace

Result<void> replace_file(const std::string& file, std::string_view text) {
    const fs::path place = behind_links(file);
    const std::string fresh = place.string() + ".new-" + std::to_string(getpid());
    unlink(fresh.c_str());  // left by an earlier process of this number
    const int descriptor = open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) return not_replaced(file, errno);
    struct stat old {};
    if (stat(place.c_str(), &old) == 0) (void)!fchmod(descriptor, old.st_mode & 07777u);
    bool written = put_on_disk(descriptor, text);
    int why = errno;
    if (close(descriptor) != 0 && written) written = false, why = errno;
    if (written && std::rename(fresh.c_str(), place.c_str()) == 0) {
        sync_folder(place.has_parent_path() ? place.parent_path() : fs::path("."));
        return {};
    }
    if (written) why = errno;
    unlink(fresh.c_str());
    return not_replaced(file, why);
}

}  // namespace huashu::app
