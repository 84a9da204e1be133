// The one main of every test binary. Tests run from the top of the source tree, so that they find
// the shipped packs and scenarios; a binary that ran no test at all has failed.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>

int main(int argc, char** argv) {
    doctest::Context context(argc, argv);
    const int status = context.run();
    return status;
}
