#include "model/teaching.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <set>

#include "model/training_rows.hpp"

namespace huashu::scoring {
namespace {

constexpr std::string_view teaching_magic = "huashu teaching 1\n";
constexpr float sixteenths = 16;
/// One in so many of the old lines is gone over again. Without any, twenty new faults in a row make the model see
/// faults everywhere; with these it stays within a hundredth of one that was trained anew.
constexpr std::uint64_t reviewed = 16;

/// FNV-1a: quick, and that two of some ten thousand lines share 64 bits is out of the question.
std::uint64_t hash_of_line(std::string_view text, std::uint64_t hash = 0xcbf29ce484222325) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return hash;
}

std::uint64_t hash_of_lesson(const TrainingText& lesson) {
    std::uint64_t hash = hash_of_line(lesson.text);
    for (const std::uint64_t labels : {labels_of(lesson.acts, lesson.families).to_ullong(), lesson.unknown.to_ullong()})
        hash = hash_of_line({reinterpret_cast<const char*>(&labels), sizeof labels}, hash);
    return hash;
}

template <class Do>
void each_line(std::string_view text, Do run) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        if (!line.empty()) run(line);
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::uint64_t> hashes_of(const std::vector<TrainingFile>& files, const std::vector<TrainingText>& texts) {
    std::vector<std::uint64_t> hashes;
    for (const TrainingFile& file : files)
        each_line(file.text, [&](std::string_view line) { hashes.push_back(hash_of_line(line)); });
    for (const TrainingText& text : texts)
        if (text.lesson) hashes.push_back(hash_of_lesson(text));
    std::ranges::sort(hashes);
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

/// How many of the texts have each of the model's features.
std::vector<std::uint32_t> count_texts(const Recogniser& model, const std::vector<TrainingText>& texts,
                                       const Concepts& concepts) {
    std::vector<std::uint32_t> counts(model.rows(), 0);
    std::vector<Feature> features;
    std::set<std::uint32_t> rows;
    for (const TrainingText& text : texts) {
        const FoldedText canonical = canonicalise(text.text);
        const std::vector<Clause> clauses = split_clauses(canonical);
        features.clear();
        FeatureMaker(canonical.chars, clauses, concepts).append_all(features);
        model.look_up(features);
        rows.clear();
        for (const Feature& feature : features)
            if (feature.row != Feature::unknown) rows.insert(feature.row);
        for (const std::uint32_t row : rows) ++counts[row];
    }
    return counts;
}

}  // namespace

float Teaching::rarity_of_row(std::uint32_t row) const {
    return row == Feature::unknown ? rarity_of(examples, 1) : static_cast<float>(rarity[row]) / sixteenths;
}

Teaching teaching_of(const Recogniser& model, const std::vector<TrainingFile>& files,
                     const std::vector<TrainingText>& texts, const Concepts& concepts) {
    Teaching teaching;
    teaching.examples = static_cast<std::uint32_t>(texts.size());
    teaching.known = hashes_of(files, texts);
    for (const std::uint32_t count : count_texts(model, texts, concepts)) {
        const float rarity = rarity_of(teaching.examples, std::max(1u, count));
        teaching.rarity.push_back(static_cast<std::uint8_t>(std::clamp(std::lround(rarity * sixteenths), 1l, 255l)));
    }
    return teaching;
}

std::optional<std::vector<TrainingText>> untaught(const Teaching& teaching, const std::vector<TrainingFile>& files,
                                                  const std::vector<TrainingText>& lessons) {
    std::vector<bool> seen(teaching.known.size(), false);
    const auto is_new = [&](std::uint64_t hash) {
        const auto found = std::ranges::lower_bound(teaching.known, hash);
        if (found == teaching.known.end() || *found != hash) return true;
        seen[static_cast<std::size_t>(found - teaching.known.begin())] = true;
        return false;
    };
    std::vector<TrainingFile> more;
    for (const TrainingFile& file : files) {
        TrainingFile rest{file.name, {}};
        each_line(file.text, [&](std::string_view line) {
            const std::uint64_t hash = hash_of_line(line);
            if (is_new(hash) || hash % reviewed == 0) rest.text.append(line) += '\n';
        });
        more.push_back(std::move(rest));
    }
    std::vector<TrainingText> texts = read_training_texts(more).value;
    for (const TrainingText& lesson : lessons)
        if (is_new(hash_of_lesson(lesson))) texts.push_back(lesson);
    if (std::ranges::find(seen, false) != seen.end()) return std::nullopt;
    return texts;
}

std::string to_bytes(const Teaching& teaching) {
    std::string bytes(teaching_magic);
    const auto put = [&](const void* from, std::size_t size) { bytes.append(static_cast<const char*>(from), size); };
    for (const std::size_t number : {std::size_t{teaching.examples}, teaching.known.size(), teaching.rarity.size()}) {
        const auto small = static_cast<std::uint32_t>(number);
        put(&small, sizeof small);
    }
    put(teaching.known.data(), teaching.known.size() * sizeof(std::uint64_t));
    put(teaching.rarity.data(), teaching.rarity.size());
    return bytes;
}

std::optional<Teaching> teaching_from(std::string_view bytes) {
    if (!bytes.starts_with(teaching_magic)) return std::nullopt;
    bytes.remove_prefix(teaching_magic.size());
    std::uint32_t numbers[3] = {};
    if (bytes.size() < sizeof numbers) return std::nullopt;
    std::memcpy(numbers, bytes.data(), sizeof numbers);
    bytes.remove_prefix(sizeof numbers);
    const auto [examples, known, rows] = std::to_array(numbers);
    if (bytes.size() != known * sizeof(std::uint64_t) + rows) return std::nullopt;
    Teaching teaching{examples, std::vector<std::uint64_t>(known), std::vector<std::uint8_t>(rows)};
    std::memcpy(teaching.known.data(), bytes.data(), known * sizeof(std::uint64_t));
    std::memcpy(teaching.rarity.data(), bytes.data() + known * sizeof(std::uint64_t), rows);
    if (!std::ranges::is_sorted(teaching.known)) return std::nullopt;
    return teaching;
}

}  // namespace huashu::scoring
