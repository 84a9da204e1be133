// Any text as a rules file: refused with places inside it, or it loads, compiles, runs its examples and judges;
// whatever its rules say, the points add up.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "rules/pack_reader.hpp"
#include "scoring/engine.hpp"

namespace {

using namespace huashu;
using namespace huashu::scoring;

constexpr const char* header =
    R"({"format":"huashu-pack","version":1,"id":"f","title":"f","weights":{"listening":15,"empathy":15,"ownership":20,)"
    R"("timing":15,"wording":10,"deescalation":10,"compliance":5,"forbidden":10},)"
    R"("severity_points":{"note":0,"minor":4,"major":12,"critical":40},"critical_cap":40,"pass_mark":70})";

void require(bool holds) {
    if (!holds) std::abort();
}

void check_sum(const Judgement& judgement) {
    int sum = 0;
    for (const LedgerLine& line : judgement.ledger) sum += line.centipoints;
    require(judgement.score == (sum + 50) / 100 && judgement.score >= 0 && judgement.score <= 100);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string text(reinterpret_cast<const char*>(data), size);
    PackFiles files{*parse_json("pack.json", header), {}, {}};
    files.rules.push_back({"rules.json", parse_json("rules.json", text)});
    const Result<Loaded<Pack>> loaded = read_pack(files);
    require(loaded.has_value());
    for (const Diagnostic& problem : loaded->problems) require(!to_text(problem).empty() && problem.place.line >= 1);
    const Result<Engine> engine = Engine::make({loaded->value});
    require(engine.has_value());
    (void)run_examples(*engine);
    for (const char* reply : {"", "這不歸我管，你自己去找開發商。", "非常抱歉，我理解您的著急。師傅三點前到？"}) {
        Moment moment;
        moment.complaint = Complaint::facility;
        moment.step = Step::one;
        moment.owner_line = "漏水三天了！";
        moment.earlier = {"您好。"};
        check_sum(engine->judge(reply, moment));
    }
    return 0;
}
