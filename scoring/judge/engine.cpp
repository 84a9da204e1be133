#include "scoring/engine.hpp"

#include <algorithm>

#include "judge/engine_access.hpp"
#include "judge/verdict.hpp"
#include "model/adapter.hpp"
#include "rules/lessons.hpp"

namespace huashu::scoring {

struct Engine::Impl {
    std::vector<Pack> packs;  // keep alive the rules that the program points at
    WordLists lists;
    Program program;
};

namespace {

tl::unexpected<Error> refuse(std::string code, std::string text, std::string remedy) {
    return fail(Error::Cause::usage, {Level::error, std::move(code), std::move(text), std::move(remedy), {}, {}});
}

/// Lists of one name in several packs are put together.
WordLists merge_lists(const std::vector<Pack>& packs) {
    WordLists merged;
    for (const Pack& pack : packs)
        for (const auto& [name, words] : pack.data().lists) {
            std::vector<std::string>& all = merged[name];
            all.insert(all.end(), words.begin(), words.end());
        }
    return merged;
}

/// The packs' utterances together. Names carry the pack where there are several, so that no two files share one.
std::vector<TrainingFile> training_of(const std::vector<Pack>& packs) {
    std::vector<TrainingFile> files;
    for (const Pack& pack : packs)
        for (const TrainingFile& file : pack.data().training)
            files.push_back({packs.size() > 1 ? pack.id() + "/" + file.name : file.name, file.text});
    return files;
}

/// The model with the utterances and lessons of these packs, which hold those of its own pack. Where there are only
/// more of them, it learns these in a moment; what was taken away or changed takes seconds, as all is learnt anew.
Recogniser taught_by(const std::vector<Pack>& packs, const std::vector<TrainingFile>& files, const Recogniser& shipped,
                     const Concepts& concepts) {
    std::vector<TrainingText> lessons;
    for (const Pack& pack : packs) append_lessons(pack.data(), lessons);
    if (const std::optional<Teaching> teaching = teaching_from(embedded_teaching()))
        if (const auto more = untaught(*teaching, files, lessons))
            return adapt_recogniser(shipped, *teaching, *more, concepts);
    std::vector<TrainingText> texts = read_training_texts(files).value;
    texts.insert(texts.end(), lessons.begin(), lessons.end());
    return retrain_recogniser(shipped, texts, concepts);
}

/// The embedded model where it was trained on just these utterances. Where its pack is among these, with more or other
/// utterances, it goes on from there; packs of other subjects train with calibration, which takes seconds.
/// Lines that are wrong are left out here: whoever checks a pack reports them.
std::optional<Recogniser> model_for(const std::vector<Pack>& packs, const Concepts& concepts) {
    const std::vector<TrainingFile> files = training_of(packs);
    if (files.empty()) return std::nullopt;
    std::optional<Recogniser> shipped = recogniser_from(embedded_model(), Bytes::outlive_model);
    std::string hash = hash_training_files(files);
    if (shipped && shipped->data_hash == hash) return shipped;
    const bool related =
        shipped && std::ranges::any_of(packs, [&](const Pack& pack) { return pack.id() == shipped->pack; });
    Recogniser model;
    if (related) {
        model = taught_by(packs, files, *shipped, concepts);
    } else {
        std::vector<TrainingText> texts = read_training_texts(files).value;
        for (const Pack& pack : packs) append_lessons(pack.data(), texts);
        model = train_recogniser(texts, concepts);
    }
    model.data_hash = std::move(hash);
    return model;
}

/// As an engine keeps it: the utterances, which are most of a pack, teach the model and are not read again.
Pack without_training(const Pack& pack) {
    if (pack.data().training.empty()) return pack;
    auto kept = std::make_shared<PackData>(pack.data());
    kept->training.clear();
    return Pack(std::move(kept));
}

}  // namespace

Result<Engine> Engine::make(std::vector<Pack> packs) {
    if (packs.empty()) return refuse("no-pack", "there is no rule pack to judge by", "name at least one pack");
    for (std::size_t i = 0; i < packs.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (packs[i].id() == packs[j].id())
                return refuse("duplicate-pack", "two packs have the id \"" + packs[i].id() + "\"",
                              "leave one of them out, or change its id");
    auto impl = std::make_unique<Impl>();
    for (const Pack& pack : packs) impl->packs.push_back(without_training(pack));
    impl->lists = merge_lists(impl->packs);
    impl->program = compile(impl->packs, impl->lists);
    impl->program.concepts = Concepts(impl->lists);
    impl->program.model = model_for(packs, impl->program.concepts);
    return Engine(std::move(impl));
}

Judgement Engine::judge(std::string_view reply, const Moment& moment) const {
    static thread_local Scratch scratch;  // buffers only; nothing in it outlives the call
    return judge_reply(impl_->program, reply, moment, scratch);
}

const WordLists& Engine::word_lists() const { return impl_->lists; }
const std::vector<Pack>& Engine::packs() const { return impl_->packs; }

Engine::Engine(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

const Program& EngineAccess::program(const Engine& engine) { return engine.impl_->program; }

}  // namespace huashu::scoring
