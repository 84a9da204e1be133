#include "load/parse.hpp"

#include "load/patterns.hpp"
#include "load/plan.hpp"
#include "load/read_persona.hpp"
#include "load/read_scenario.hpp"
#include "model/hash.hpp"

namespace huashu::scenarios {
namespace {

/// The counters that a LoadContext refers to.
struct Numbers {
    PatternTable patterns, record_patterns;
    NameTable memories;
    int slots = 0;
    int onces = 0;
    bool asks_score = false;
    bool asks_past = false;
};

LoadContext context_of(const JsonDocument& document, Diagnostics& problems, const Names& names, Numbers& numbers) {
    return {*document.source,       problems,           names,
            numbers.patterns,       numbers.memories,   numbers.slots,
            numbers.onces,          numbers.asks_score, numbers.asks_past,
            numbers.record_patterns};
}

}  // namespace

std::string id_of_file(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    constexpr std::string_view extension = ".json";
    if (name.ends_with(extension)) name.resize(name.size() - extension.size());
    return name;
}

Diagnostics examine_persona(const JsonDocument& document, const scoring::WordLists& lists) {
    Diagnostics problems;
    Names names = gather_names(document.root);
    Numbers numbers;
    LoadContext context = context_of(document, problems, names, numbers);
    (void)read_persona(context, document.root, id_of_file(document.source->file()));
    (void)compile_patterns(numbers.patterns, lists, *document.source, problems);
    return problems;
}

std::optional<ScenarioData> read_document(const JsonDocument& document, const JsonDocument* persona,
                                          const scoring::WordLists& lists, Diagnostics& problems) {
    Diagnostics own;
    Names names = gather_names(document.root);
    if (persona != nullptr) {
        const Names of_persona = gather_names(persona->root);
        for (const std::string& variable : of_persona.variables.all()) names.variables.add(variable);
    }
    Numbers numbers;
    LoadContext context = context_of(document, own, names, numbers);
    ScenarioData data = read_scenario(context, document.root, id_of_file(document.source->file()));
    const std::uint64_t hash = hash_text(document.source->text());
    data.hash = to_hex(finish_hash(hash));
    data.asks_past = numbers.asks_past;  // of a persona, which plays in many scenarios, it is no mistake
    if (persona != nullptr) {
        Diagnostics known;  // the persona's own problems were reported with its file
        LoadContext inner = context_of(*persona, known, names, numbers);
        data.persona = read_persona(inner, persona->root, id_of_file(persona->source->file()));
        data.card.persona_name = data.persona.name;
        data.hash = to_hex(finish_hash(hash_text(persona->source->text(), hash)));
    }
    data.patterns = compile_patterns(numbers.patterns, lists, *document.source, own);
    scoring::PatternSet of_record = compile_patterns(numbers.record_patterns, lists, *document.source, own);
    if (data.record) data.record->patterns = std::move(of_record);
    const bool sound = !has_errors(own) && persona != nullptr;
    problems.insert(problems.end(), own.begin(), own.end());
    if (!sound) return std::nullopt;
    data.warnings = std::move(own);
    data.variables = names.variables.all();
    data.choice_names = names.choices.all();
    data.memory_names = numbers.memories.all();
    data.slot_count = numbers.slots;
    data.once_count = numbers.onces;
    data.asks_score = numbers.asks_score;
    data.source = document.source;
    data.plan = plan_of(data.stages, data.start);
    for (std::size_t i = 0; i < data.plan.size(); ++i) data.stages[data.plan[i]].planned = static_cast<int>(i);
    return data;
}

std::string persona_of(const JsonDocument& document) {
    if (document.root.kind() != JsonNode::Kind::object) return {};
    const JsonNode* found = document.root.find("persona");
    return found != nullptr && found->kind() == JsonNode::Kind::string ? found->string() : std::string();
}

}  // namespace huashu::scenarios
