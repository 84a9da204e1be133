#include "author/pack_soundness.hpp"

#include "scoring/engine.hpp"
#include "scoring/pack.hpp"

namespace huashu::app {

Result<std::string> sound_pack_hash(const std::string& folder) {
    const auto pack = scoring::load_pack(folder);
    if (!pack) return tl::unexpected(pack.error());
    Diagnostics problems = pack->problems;
    const auto engine = scoring::Engine::make({pack->value});
    if (!engine) return tl::unexpected(engine.error());
    const Diagnostics examples = scoring::run_examples(*engine);
    problems.insert(problems.end(), examples.begin(), examples.end());
    std::erase_if(problems, [](const Diagnostic& d) { return d.level != Level::error; });
    if (!problems.empty()) return tl::unexpected(Error{Error::Cause::content, std::move(problems)});
    return pack->value.content_hash();
}

}  // namespace huashu::app
