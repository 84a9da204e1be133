// Shows content in the script of the interface: content is written in Traditional characters and stays so; in a
// zh-Hans interface it is shown in Simplified ones (OpenCC, tw2s: as t2s, and 著 becomes 着 where it must). What a
// trainee typed is never converted.
//
// A highlighted text must be converted piece by piece between the ends of its spans, because a converted text may
// have another length in bytes.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "scoring/diagnostic.hpp"
#include "words/language.hpp"

namespace huashu::app {

class Script {
public:
    /// Error (system): OpenCC's dictionaries are not installed (only for zh-Hans; the others need none).
    [[nodiscard]] static Result<Script> make(Language language);

    /// The text as it is to be shown. Remembers what it converted, so that a screen may ask in every frame.
    /// For one thread.
    [[nodiscard]] std::string operator()(std::string_view content) const;

    Script(Script&&) noexcept;
    Script& operator=(Script&&) noexcept;
    ~Script();

private:
    Script();
    struct Converter;
    std::unique_ptr<Converter> converter_;  ///< null: content is shown as it is
};

}  // namespace huashu::app
