#include <png.h>

#include <cstdio>
#include <filesystem>

#include "desktop/platform/offscreen.hpp"

#include "desktop/errors.hpp"

namespace huashu::desktop {
namespace {

tl::unexpected<Error> failed(const std::string& path) {
    return system_error("picture-not-written", "The picture " + path + " can't be written.",
                        "Choose a folder that may be written and has room.");
}

}  // namespace

Result<void> write_png(const std::string& path, const Picture& picture) {
    const std::string fresh = path + ".new";
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_RGB;
    image.flags = PNG_IMAGE_FLAG_FAST;
    if (png_image_write_to_file(&image, fresh.c_str(), 0, picture.rgb.data(), 0, nullptr) == 0) {
        std::remove(fresh.c_str());
        return failed(path);
    }
    std::error_code problem;
    std::filesystem::rename(fresh, path, problem);
    if (problem) return failed(path);
    return {};
}

}  // namespace huashu::desktop
