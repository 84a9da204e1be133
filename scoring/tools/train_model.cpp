// Trains the shipped model while building: train_model OUT PACK_FOLDER writes OUT and OUT.taught.
// Takes the training split of the pack's utterances (scoring/evaluate.hpp) and the examples of its rules; the test
// split stays unseen.
#include <cstdio>
#include <fstream>

#include "model/teaching.hpp"
#include "rules/lessons.hpp"

namespace huashu::scoring {
// The program that makes the model has none yet.
std::string_view embedded_model() { return {}; }
std::string_view embedded_teaching() { return {}; }
}  // namespace huashu::scoring

namespace {

void print(const huashu::Diagnostics& problems) {
    for (const huashu::Diagnostic& problem : problems) std::fputs((to_text(problem) + "\n").c_str(), stderr);
}

bool write(const std::string& path, const std::string& bytes) {
    std::ofstream out(path, std::ios::binary);
    out << bytes;
    return static_cast<bool>(out.flush());
}

}  // namespace

int main(int argc, char** argv) {
    using namespace huashu;
    using namespace huashu::scoring;
    if (argc != 3) {
        std::fputs("usage: train_model OUT PACK_FOLDER\n", stderr);
        return 2;
    }
    const auto pack = load_pack(argv[2]);
    if (!pack) {
        print(pack.error().diagnostics);
        return 3;
    }
    Loaded<std::vector<TrainingText>> texts = read_training_texts(pack->value.data().training);
    print(pack->problems);
    print(texts.problems);
    if (!texts.ok()) return 1;
    append_lessons(pack->value.data(), texts.value);
    const std::vector<TrainingFile>& files = pack->value.data().training;
    const Concepts concepts(pack->value.data().lists);
    Recogniser model = train_recogniser(texts.value, concepts);
    model.pack = pack->value.id();
    model.data_hash = hash_training_files(files);
    const std::string out = argv[1];
    const bool written = write(out, to_bytes(model)) &&
                         write(out + ".taught", to_bytes(teaching_of(model, files, texts.value, concepts)));
    return written ? 0 : 3;
}
