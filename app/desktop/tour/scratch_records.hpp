// Records for the tour: in a temporary folder that goes away, with a clock that stands still, so that the pictures
// show attempts and are the same every time.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "records/records.hpp"

namespace huashu::desktop {

class ScratchRecords {
public:
    /// Error (system): no temporary folder can be made.
    [[nodiscard]] static Result<std::unique_ptr<ScratchRecords>> make();
    [[nodiscard]] const std::string& folder() const { return folder_; }
    [[nodiscard]] app::Records& records() { return *records_; }

    ScratchRecords(const ScratchRecords&) = delete;
    ScratchRecords& operator=(const ScratchRecords&) = delete;
    ~ScratchRecords();

private:
    ScratchRecords() = default;
    std::string folder_;
    std::int64_t now_ms_ = 1'746'252'300'000;  // a morning in May
    int made_ = 0;
    std::optional<app::Records> records_;
};

}  // namespace huashu::desktop
