#include <cairo-pdf.h>

#include <ctime>

#include "works/making.hpp"
#include "works/press.hpp"

namespace huashu::desktop::pdf_press {
namespace {

// How many pages there will be: laid out once where nothing is kept.
int count_pages(const Paper& paper) {
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

bool print(const std::string& file, const Paper& paper) {
    const int pages = count_pages(paper);
    const double width = paper.is_certificate ? long_side : short_side;
    const double height = paper.is_certificate ? short_side : long_side;
    const Held<cairo_surface_t> surface(cairo_pdf_surface_create(file.c_str(), width, height));
    describe(surface.get(), paper);
    cairo_status_t status = CAIRO_STATUS_SUCCESS;
    {
        const Held<cairo_t> c(cairo_create(surface.get()));
        Press(c.get(), paper, pages).print();
        status = cairo_status(c.get());
    }
    cairo_surface_finish(surface.get());
    return status == CAIRO_STATUS_SUCCESS && cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS;
}

}  // namespace
}  // namespace huashu::desktop::pdf_press

bool huashu::app::print_paper(const std::string& file, const desktop::Paper& paper) {
    return desktop::pdf_press::print(file, paper);
}
