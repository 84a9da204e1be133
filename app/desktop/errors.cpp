#include "desktop/errors.hpp"

namespace huashu::desktop {

tl::unexpected<Error> system_error(std::string code, std::string text, std::string remedy) {
    Diagnostic diagnostic;
    diagnostic.code = std::move(code);
    diagnostic.text = std::move(text);
    diagnostic.remedy = std::move(remedy);
    return fail(Error::Cause::system, std::move(diagnostic));
}

}  // namespace huashu::desktop
