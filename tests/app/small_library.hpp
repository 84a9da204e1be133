// The small pack and library of the tests, loaded once.
#pragma once

#include <doctest/doctest.h>

#include "content/content.hpp"

inline const huashu::app::Content& small_library() {
    static const huashu::app::Content content = [] {
        auto loaded = huashu::app::load_content({"tests/app/fixtures/pack", "tests/app/fixtures/library", ""});
        REQUIRE(loaded.has_value());
        REQUIRE(loaded->problems.empty());
        return std::move(*loaded);
    }();
    return content;
}
