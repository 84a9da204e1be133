// The inside of Records, shared by the file that writes and the file that reads.
#pragma once

#include "records/records.hpp"
#include "records/sqlite.hpp"

namespace huashu::app {

struct Records::Impl {
    Database database;
    Diagnostics notices;
    std::function<std::int64_t()> now_ms;
    std::function<std::string()> new_id;
};

}  // namespace huashu::app
