#pragma once

#include "desktop/state/one_of.hpp"

namespace huashu::desktop {

template <class Variant>
OneOf<Variant>::OneOf(const OneOf&) = default;
template <class Variant>
OneOf<Variant>::OneOf(OneOf&&) noexcept = default;
template <class Variant>
OneOf<Variant>& OneOf<Variant>::operator=(const OneOf&) = default;
template <class Variant>
OneOf<Variant>& OneOf<Variant>::operator=(OneOf&&) noexcept = default;
template <class Variant>
OneOf<Variant>::~OneOf() = default;

}  // namespace huashu::desktop
