// The one main of every test binary. Tests run from the top of the source tree, so that they find
// the shipped packs and scenarios; a binary that ran no test at all has failed.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>

#if defined(__SANITIZE_ADDRESS__)
/// What libraries of the system keep until the process ends is no leak of ours.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\nleak:libEGL\nleak:swrast_dri\nleak:libLLVM\nleak:libGLX\nleak:libpango\n";
}
#endif

int main(int argc, char** argv) {
    doctest::Context context(argc, argv);
    const int status = context.run();
    return status;
}
