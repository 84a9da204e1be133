#include "words/script.hpp"

#include <SimpleConverter.hpp>
#include <exception>
#include <unordered_map>

namespace huashu::app {
namespace {
constexpr std::size_t most_remembered = 4096;  // texts; a library's lines fit, and a long session stays bounded
}

struct Script::Converter {
    opencc::SimpleConverter opencc{"t2s.json"};
    std::unordered_map<std::string, std::string> known;
};

Script::Script() = default;
Script::Script(Script&&) noexcept = default;
Script& Script::operator=(Script&&) noexcept = default;
Script::~Script() = default;

Result<Script> Script::make(Language language) {
    Script script;
    if (language != Language::zh_hans) return script;
    try {
        script.converter_ = std::make_unique<Converter>();
    } catch (const std::exception& problem) {
        return fail(Error::Cause::system,
                    {.code = "opencc-missing",
                     .text = std::string("content can't be shown in Simplified characters: ") + problem.what(),
                     .remedy = "install the package libopencc-data, or choose another language",
                     .place = {},
                     .excerpt = {}});
    }
    return script;
}

std::string Script::operator()(std::string_view content) const {
    if (!converter_) return std::string(content);
    std::string text(content);
    if (const auto found = converter_->known.find(text); found != converter_->known.end()) return found->second;
    if (converter_->known.size() >= most_remembered) converter_->known.clear();
    std::string shown;
    try {
        shown = converter_->opencc.Convert(text);
    } catch (const std::exception&) {
        shown = text;  // not UTF-8: shown as it is
    }
    return converter_->known.emplace(std::move(text), std::move(shown)).first->second;
}

}  // namespace huashu::app
