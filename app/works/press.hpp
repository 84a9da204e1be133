// Lays the blocks of a Paper out on pages, by Pango on Cairo. Private to print/: write_pdf() is the way in.
//
// Every length is in points of 1/72 inch. The pen (y_) goes down the page; need() begins a new page when a block would
// not fit.
#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <vector>

#include "desktop/print/paper.hpp"

namespace huashu::desktop::pdf_press {

using Kind = PaperBlock::Kind;

constexpr double short_side = 595.28, long_side = 841.89;  // A4
constexpr double margin = 54, foot = 40;

struct Ink {
    double r, g, b;
};
constexpr Ink black{0.13, 0.12, 0.10}, grey{0.36, 0.34, 0.30}, red{0.62, 0.18, 0.10}, green{0.18, 0.40, 0.14},
    blue{0.17, 0.32, 0.50}, pale_green{0.92, 0.96, 0.89}, pale_red{0.98, 0.92, 0.89}, pale{0.95, 0.94, 0.90},
    rule{0.80, 0.77, 0.71};

struct Style {
    double size, before, after;
    bool bold;
    Ink ink;
};

struct Free {
    void operator()(cairo_surface_t* p) const { cairo_surface_destroy(p); }
    void operator()(cairo_t* p) const { cairo_destroy(p); }
    void operator()(PangoLayout* p) const { g_object_unref(p); }
    void operator()(PangoFontDescription* p) const { pango_font_description_free(p); }
    void operator()(PangoAttrList* p) const { pango_attr_list_unref(p); }
};
template <class T>
using Held = std::unique_ptr<T, Free>;

class Press {
public:
    /// `pages`: how many there are, for the footers; 0: not known yet.
    Press(cairo_t* c, const Paper& paper, int pages);
    void print();
    [[nodiscard]] int pages() const { return page_; }

private:
    void ink(const Ink& i) { cairo_set_source_rgb(c_, i.r, i.g, i.b); }
    Held<PangoLayout> layout(const std::string& text, double size, bool bold, double width,
                             const std::vector<PaperMark>& marks = {});
    static double height_of(PangoLayout* layout);
    static double width_of(PangoLayout* layout);
    void show(PangoLayout* layout, double x, double y, const Ink& color);
    void box(double x, double y, double width, double height, const Ink& color);
    void line(double x0, double y0, double x1, double y1, const Ink& color, double thickness);
    // A new page unless so much room is left on this one. A block taller than a page begins on a fresh one.
    void need(double height);
    void end_page();
    void frame_page();

    void words(const PaperBlock& block);
    void row(const PaperBlock& block);
    void verdict(const PaperBlock& block);
    void pairs(const PaperBlock& block);
    void signatures(const PaperBlock& block);
    void centred(const PaperBlock& block);
    void curve(const PaperBlock& block);
    void scores(const PaperBlock& block);
    void bar(const PaperBlock& block);

    cairo_t* c_;
    const Paper& paper_;
    double page_width_, page_height_, column_;
    double y_ = 0;
    int page_ = 0, pages_;
};

}  // namespace huashu::desktop::pdf_press
