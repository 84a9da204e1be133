// The functions behind Works. Private to works/.
#pragma once

#include "works/works.hpp"

namespace huashu::app {

[[nodiscard]] bool print_paper(const std::string& file, const desktop::Paper& paper);
[[nodiscard]] bool write_sheets(const std::string& file, const std::string& title, const std::vector<Table>& tables,
                                std::int64_t made_ms);
[[nodiscard]] std::vector<MapDrawing::Middle> lay_out_drawing(const MapDrawing& drawing);

}  // namespace huashu::app
