#ifndef _WIN32
#include <dlfcn.h>

#include <filesystem>

#include "paths/surroundings.hpp"
#endif

#include "works/works.hpp"

namespace huashu::app {

#ifdef _WIN32
Result<const Works*> works() { return huashu_works(); }
#else
namespace {

namespace fs = std::filesystem;

constexpr const char* works_file = "huashu-works.so";  // as app/CMakeLists.txt calls it

tl::unexpected<Error> works_not_opened(std::string why) {
    return fail(Error::Cause::system, {.code = "works-missing",
                                       .text = "the part that prints and draws maps can't be used: " + std::move(why),
                                       .remedy = "install huashu again; all else works without it",
                                       .place = {},
                                       .excerpt = {}});
}

const Works* works_in(void* library) {
    void* const way_in = dlsym(library, "huashu_works");
    return way_in == nullptr ? nullptr : reinterpret_cast<decltype(&huashu_works)>(way_in)();
}

// In the program itself, where it was built that way; beside it, as it is built (tests stand one or two folders
// deeper); or where it is installed.
Result<const Works*> open_works() {
    if (const Works* own = works_in(RTLD_DEFAULT)) return own;
    const fs::path folder = fs::path(process_surroundings().executable).parent_path();
    std::string why = "huashu-works.so is not there";
    for (const char* place : {".", "..", "../..", "../lib/huashu"}) {
        const fs::path file = folder / place / works_file;
        std::error_code unimportant;
        if (!fs::is_regular_file(file, unimportant)) continue;
        void* const library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);  // stays open until the program ends
        const Works* const opened = library != nullptr ? works_in(library) : nullptr;
        if (opened != nullptr) return opened;
        if (const char* told = dlerror(); told != nullptr) why = told;
    }
    return works_not_opened(std::move(why));
}

}  // namespace

Result<const Works*> works() {
    static const Result<const Works*> opened = open_works();
    return opened;
}
#endif

}  // namespace huashu::app
