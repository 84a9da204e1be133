#include "desktop/print/pdf.hpp"

#include <cairo-pdf.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>

#include "desktop/errors.hpp"
#include "desktop/print/press.hpp"

namespace huashu::desktop {
namespace {

tl::unexpected<Error> not_written(const std::string& file) {
    return system_error("paper-not-saved", "The report can't be written to " + file + ".",
                        "Check that the folder may be written and that the disk has room.");
}

// How many pages there will be: laid out once where nothing is kept.
int count_pages(const Paper& paper) {
    using namespace pdf_press;
    const Held<cairo_surface_t> nowhere(cairo_pdf_surface_create_for_stream(nullptr, nullptr, short_side, long_side));
    const Held<cairo_t> c(cairo_create(nowhere.get()));
    Press press(c.get(), paper, 0);
    press.print();
    return press.pages();
}

void describe(cairo_surface_t* surface, const Paper& paper) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, paper.name.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "huashu");
    if (paper.made_ms == 0) return;
    const auto seconds = static_cast<std::time_t>(paper.made_ms / 1000);
    std::tm utc{};
    char text[32];
    if (gmtime_r(&seconds, &utc) == nullptr) return;
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, text);
}

}  // namespace

std::string file_name_of(const std::string& name) {
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos) continue;
        out += c == ' ' ? '_' : c;
    }
    while (out.size() > 150 || (!out.empty() && out.back() == '.')) out.pop_back();
    // Not in the middle of a character.
    while (!out.empty() && out.size() >= 148 && (static_cast<unsigned char>(out.back()) & 0x80u) != 0) out.pop_back();
    while (out.starts_with('.')) out.erase(0, 1);
    return out.empty() ? "huashu" : out;
}

Result<void> write_pdf(const std::string& file, const Paper& paper) {
    std::error_code problem;
    if (const auto folder = std::filesystem::path(file).parent_path(); !folder.empty())
        std::filesystem::create_directories(folder, problem);
    using namespace pdf_press;
    const int pages = count_pages(paper);
    const std::string fresh = file + ".new";
    const double width = paper.is_certificate ? long_side : short_side;
    const double height = paper.is_certificate ? short_side : long_side;
    cairo_status_t status = CAIRO_STATUS_SUCCESS;
    {
        const Held<cairo_surface_t> surface(cairo_pdf_surface_create(fresh.c_str(), width, height));
        describe(surface.get(), paper);
        {
            const Held<cairo_t> c(cairo_create(surface.get()));
            Press(c.get(), paper, pages).print();
            status = cairo_status(c.get());
        }
        cairo_surface_finish(surface.get());
        if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(surface.get());
    }
    if (status == CAIRO_STATUS_SUCCESS) std::filesystem::rename(fresh, file, problem);
    if (status == CAIRO_STATUS_SUCCESS && !problem) return {};
    std::remove(fresh.c_str());
    return not_written(file);
}

}  // namespace huashu::desktop
