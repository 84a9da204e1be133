#include "model/training_data.hpp"

#include "rules/content_hash.hpp"

namespace huashu::scoring {

Loaded<std::vector<TrainingText>> read_training_texts(const std::vector<TrainingFile>& files) {
    Loaded<std::vector<TrainingText>> texts;
    Loaded<std::vector<Utterance>> utterances = parse_utterances(files);
    for (Utterance& utterance : utterances.value)
        if (!in_test_split(utterance.text))
            texts.value.push_back({std::move(utterance.text), utterance.acts, utterance.families});
    texts.problems = std::move(utterances.problems);
    return texts;
}

std::string hash_training_files(const std::vector<TrainingFile>& files) {
    std::vector<std::pair<std::string, std::string_view>> named;
    for (const TrainingFile& file : files) named.emplace_back(file.name, file.text);
    return hash_files(std::move(named));
}

}  // namespace huashu::scoring
