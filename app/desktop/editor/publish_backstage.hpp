// Where publishing is carried out: the stores of versions, and the measuring of what a change would come to.
#pragma once

#include <memory>
#include <string>

#include "desktop/editor/publish_intent.hpp"

namespace huashu::desktop {

class PublishBackstage {
public:
    struct Options {
        std::string store;            ///< folder of drafts and versions; empty: nothing can be published
        std::string personas_folder;  ///< of the library
        app::ContentFolders folders;  ///< of what is in force
        std::string data_folder;      ///< of attempts on record
    };
    /// The content must outlive it.
    PublishBackstage(const app::Content& content, Options options) : content_(content), options_(std::move(options)) {}

    [[nodiscard]] PublishWishes perform(const PublishTask& task);
    void wait_idle();

private:
    friend struct PerformingPublish;

    const app::Content& content_;
    Options options_;
    std::unique_ptr<app::ImpactTask> impact_;
};

}  // namespace huashu::desktop
