// Trains the shipped model while building: train_model OUT PACK IN.jsonl...
// Takes the training split of the utterances (scoring/evaluate.hpp); the test split stays unseen.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "model/recogniser.hpp"
#include "model/training_data.hpp"
#include "scoring/json.hpp"

namespace huashu::scoring {
// The program that makes the model has none yet.
std::string_view embedded_model() { return {}; }
}  // namespace huashu::scoring

int main(int argc, char** argv) {
    using namespace huashu;
    using namespace huashu::scoring;
    if (argc < 4) {
        std::fputs("usage: train_model OUT PACK IN.jsonl...\n", stderr);
        return 2;
    }
    std::vector<TrainingFile> files;
    for (int i = 3; i < argc; ++i) {
        Result<std::string> text = read_text_file(argv[i]);
        if (!text) {
            std::fputs((to_text(text.error().diagnostics.front()) + "\n").c_str(), stderr);
            return 3;
        }
        files.push_back({std::filesystem::path(argv[i]).filename().string(), std::move(*text)});
    }
    const Loaded<std::vector<TrainingText>> texts = read_training_texts(files);
    for (const Diagnostic& problem : texts.problems) std::fputs((to_text(problem) + "\n").c_str(), stderr);
    if (!texts.ok()) return 1;
    Recogniser model = train_recogniser(texts.value);
    model.pack = argv[2];
    model.data_hash = hash_training_files(files);
    std::ofstream out(argv[1], std::ios::binary);
    out << to_bytes(model);
    return out.flush() ? 0 : 3;
}
