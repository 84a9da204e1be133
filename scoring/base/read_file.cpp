// The one place where scoring reads the disk.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include "base/json_fast.hpp"
#include "scoring/json.hpp"

namespace huashu {
namespace {

struct FileCloser {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

tl::unexpected<Error> cannot_read(Error::Cause cause, const std::string& path, std::string code, std::string text,
                                  std::string remedy) {
    return fail(cause, {Level::error, std::move(code), std::move(text), std::move(remedy), {path, 0, 0}, {}});
}

tl::unexpected<Error> unreadable(const std::string& path, int error) {
    if (error == ENOENT || error == ENOTDIR)
        return cannot_read(Error::Cause::content, path, "file-missing", "there is no such file",
                           "check the name and the folder");
    if (error == EISDIR)
        return cannot_read(Error::Cause::content, path, "file-is-folder", "this is a folder, not a file",
                           "name a file inside it");
    return cannot_read(Error::Cause::system, path, "file-unreadable",
                       "the file can't be read: " + std::string(std::strerror(error)),
                       "check the permissions of the file and of its folders");
}

}  // namespace

Result<std::string> read_text_file(const std::string& path, std::size_t max_bytes) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) return unreadable(path, EISDIR);
    const std::unique_ptr<std::FILE, FileCloser> file(std::fopen(path.c_str(), "rb"));
    if (file == nullptr) return unreadable(path, errno);

    std::string text;
    // In one piece, with the room that quick reading needs: growing would leave twice as much with what is kept.
    const std::uintmax_t size = std::filesystem::file_size(path, ignored);
    if (!ignored)
        text.reserve(static_cast<std::size_t>(std::min<std::uintmax_t>(size, max_bytes)) + fast_json_padding());
    char buffer[1 << 16];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file.get())) {
        text.append(buffer, count);
        if (text.size() > max_bytes)
            return cannot_read(Error::Cause::content, path, "file-too-large",
                               "the file is larger than " + std::to_string(max_bytes) + " bytes",
                               "split it into smaller files");
    }
    if (std::ferror(file.get()) != 0) return unreadable(path, errno);
    return text;
}

}  // namespace huashu
