#include "commands/score_command.hpp"

#include <algorithm>
#include <thread>

#include "commands/byte_lines.hpp"
#include "commands/input_file.hpp"
#include "commands/score_line.hpp"
#include "commands/workers.hpp"
#include "content/content.hpp"
#include "paths/paths.hpp"

namespace huashu::app {
namespace {

int cores() { return static_cast<int>(std::max(1u, std::thread::hardware_concurrency())); }

}  // namespace

CommandResult score_lines(int input, const scoring::Engine& engine, int threads, Io& io) {
    ByteLines source(input, max_score_line_bytes);
    Workers workers(threads > 0 ? threads : cores());
    bool any_bad = false;
    while (true) {
        const auto lines = source.next_batch();
        if (!lines) return tl::unexpected(lines.error());
        if (lines->empty()) return any_bad ? status_content : status_fine;
        std::vector<std::string> answers(lines->size());
        std::vector<char> bad(lines->size(), 0);  // not vector<bool>: threads write neighbours
        workers.run(lines->size(), [&](std::size_t i) {
            bool is_bad = false;
            answers[i] = answer_score_line(engine, (*lines)[i], is_bad);
            bad[i] = is_bad ? 1 : 0;
        });
        std::string out;
        for (const std::string& answer : answers) out += answer;
        if (auto printed = print(io, out); !printed) return tl::unexpected(printed.error());
        any_bad = any_bad || std::find(bad.begin(), bad.end(), 1) != bad.end();
    }
}

CommandResult score_command(const ScoreOptions& options, const GlobalOptions& globals, Io& io) {
    const auto share = find_share(io.surroundings);
    if (!share) return tl::unexpected(share.error());
    const auto input = InputFile::open(options.file, io.input);
    if (!input) return tl::unexpected(input.error());
    Diagnostics problems;
    const std::string pack = content_folders(*share, globals.pack).pack;
    const auto engine = load_engine(pack, problems);
    if (!engine) return tl::unexpected(engine.error());
    report_briefly(io, problems, pack);
    auto status = score_lines(input->descriptor(), **engine, options.threads, io);
    if (status && has_errors(problems)) return status_content;
    return status;
}

}  // namespace huashu::app
