// What needs large libraries: printed pages (Pango on Cairo), workbooks (libxlsxwriter), maps (Graphviz).
//
// They bring thirty libraries with them, which take a tenth of the time to open the window and megabytes of memory,
// and most people never print. So they stand in a library of our own beside the program, which works() opens when
// first asked. What is written here is a bare file: making folders, taking names and saying what went wrong is the
// caller's.
//
//     const Result<const Works*> all = works();
//     if (all) ok = (*all)->print_paper("report.pdf.new", paper);
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "desktop/print/paper.hpp"
#include "reports/tables.hpp"
#include "scoring/diagnostic.hpp"

namespace huashu::app {

/// A graph to be laid out in rows from top to bottom.
struct MapDrawing {
    struct Node {
        std::string name;
        float width = 0, height = 0;  ///< points
    };
    struct Line {
        std::size_t from = 0, to = 0;  ///< in nodes
        int weight = 1;                ///< the heavier, the straighter
        std::size_t rows = 1;          ///< how far below it stands at least
    };
    struct Middle {
        float x = 0, y = 0;  ///< points; y down
    };
    std::vector<Node> nodes;
    std::vector<Line> lines;
};

struct Works {
    /// False: it could not be written, or not whole.
    bool (*print_paper)(const std::string& file, const desktop::Paper& paper);
    /// `made_ms`: since 1970 UTC, of the document's properties. False as above.
    bool (*write_sheets)(const std::string& file, const std::string& title, const std::vector<Table>& tables,
                         std::int64_t made_ms);
    /// One for each node. For one thread at a time: Graphviz keeps a state of its own.
    std::vector<MapDrawing::Middle> (*lay_out)(const MapDrawing& drawing);
};

/// Opens the library at the first call; from any thread. Error (system): it is not there, or does not fit: the
/// installation is broken.
[[nodiscard]] Result<const Works*> works();

}  // namespace huashu::app

/// The way in.
extern "C" __attribute__((visibility("default"))) const huashu::app::Works* huashu_works();
