#pragma once

#include <variant>

namespace huashu::desktop {

/// A variant of many alternatives whose copying, moving and destroying are compiled in one file and not in every one
/// that sends or keeps it: with some fifty alternatives each of those is a table of as many functions, and the screens'
/// files spent a third of their compile time on them. Derive from it, say `extern template struct OneOf<...>` beside
/// the type and instantiate it in one file that includes one_of_members.hpp.
template <class Variant>
struct OneOf : Variant {
    using Variant::Variant;
    OneOf(const OneOf&);
    OneOf(OneOf&&) noexcept;
    OneOf& operator=(const OneOf&);
    OneOf& operator=(OneOf&&) noexcept;
    ~OneOf();
};

}  // namespace huashu::desktop
