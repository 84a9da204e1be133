// Where publishing is carried out: the stores of versions, and the measuring of what a change would come to.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "desktop/editor/publish_compare.hpp"

namespace huashu::desktop {

class PublishBackstage {
public:
    struct Options {
        std::string store;            ///< folder of drafts and versions; empty: nothing can be published
        std::string personas_folder;  ///< of the library
        std::string shipped_pack;     ///< what a pack that nobody published is compared with
        std::string data_folder;      ///< of attempts on record
    };
    /// The content must outlive it.
    PublishBackstage(const app::Content& content, Options options)
        : content_(content), options_(std::move(options)), compare_(content, options_.personas_folder) {}

    [[nodiscard]] PublishWishes perform(const PublishTask& task);
    void wait_idle();
    /// Once: a version was published or put into use since.
    [[nodiscard]] bool take_published() { return std::exchange(use_changed_, false); }
    /// Before the content becomes another: stops what is measured.
    void let_go() {
        impact_.reset();
        compare_.stop();
    }

private:
    friend struct PerformingPublish;

    const app::Content& content_;
    Options options_;
    std::unique_ptr<app::ImpactTask> impact_;  ///< null: nothing was measured, or it was let go of
    PublishCompare compare_;
    bool use_changed_ = false;
};

}  // namespace huashu::desktop
