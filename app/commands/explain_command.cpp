#include "commands/explain_command.hpp"

#include "content/content.hpp"
#include "paths/paths.hpp"
#include "play/limits.hpp"
#include "scoring/explanation.hpp"
#include "terminal/columns.hpp"
#include "terminal/read_all.hpp"

namespace huashu::app {
namespace {

Result<std::string> reply_of(const ExplainOptions& options, const Io& io) {
    if (options.text != "-") return options.text;
    auto text = read_all(io.input, "(standard input)", max_reply_bytes);
    while (text && text->ends_with('\n')) text->pop_back();  // of the pipe, not of the reply
    return text;
}

}  // namespace

CommandResult explain_command(const ExplainOptions& options, const GlobalOptions& globals, Io& io) {
    const auto share = find_share(io.surroundings);
    if (!share) return tl::unexpected(share.error());
    const auto reply = reply_of(options, io);
    if (!reply) return tl::unexpected(reply.error());
    const std::string pack = content_folders(*share, globals.pack).pack;
    Diagnostics problems;
    const auto engine = load_engine(pack, problems);
    if (!engine) return tl::unexpected(engine.error());
    report_briefly(io, problems, pack);
    scoring::Moment moment;
    moment.owner_line = options.owner;
    moment.complaint = scoring::parse_complaint(options.family);
    moment.step = static_cast<scoring::Step>(options.step);
    const std::string text = to_text(explain(**engine, *reply, moment));
    if (auto printed = print(io, printable(text)); !printed) return tl::unexpected(printed.error());
    return status_fine;
}

}  // namespace huashu::app
