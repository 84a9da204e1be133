#include "desktop/print/pdf.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "desktop/errors.hpp"

namespace huashu::desktop {
namespace pdf_press {  // names of its own: there are many short ones
namespace {

using Kind = PaperBlock::Kind;

// Points of 1/72 inch.
constexpr double page_width = 595.28, page_height = 841.89;
constexpr double margin = 54, foot = 40, column = page_width - 2 * margin;
constexpr double figure_width = 52, aside_width = 120, frame_pad = 8, curve_height = 96;

struct Ink {
    double r, g, b;
};
constexpr Ink black{0.13, 0.12, 0.10}, grey{0.36, 0.34, 0.30}, red{0.62, 0.18, 0.10}, green{0.18, 0.40, 0.14},
    blue{0.17, 0.32, 0.50}, pale_green{0.92, 0.96, 0.89}, pale{0.95, 0.94, 0.90}, rule{0.80, 0.77, 0.71};

struct Style {
    double size, before, after;
    bool bold;
    Ink ink;
};

Style style_of(Kind kind) {
    switch (kind) {
        case Kind::title:
            return {20, 0, 4, true, black};
        case Kind::heading:
            return {13, 14, 4, true, black};
        case Kind::quiet:
            return {9.5, 0, 2, false, grey};
        case Kind::owner:
            return {10.5, 2, 2, false, grey};
        case Kind::reply:
        case Kind::better:
            return {11, 3, 3, false, black};
        case Kind::row:
            return {10, 1.5, 1.5, false, black};
        default:
            return {11, 1, 2, false, black};
    }
}

struct Free {
    void operator()(cairo_surface_t* p) const { cairo_surface_destroy(p); }
    void operator()(cairo_t* p) const { cairo_destroy(p); }
    void operator()(PangoLayout* p) const { g_object_unref(p); }
    void operator()(PangoFontDescription* p) const { pango_font_description_free(p); }
    void operator()(PangoAttrList* p) const { pango_attr_list_unref(p); }
};
template <class T>
using Held = std::unique_ptr<T, Free>;

PangoAttrList* attributes_of(const std::vector<PaperMark>& marks) {
    PangoAttrList* list = pango_attr_list_new();
    const auto add = [&](PangoAttribute* attribute, const PaperMark& mark) {
        attribute->start_index = mark.begin;
        attribute->end_index = mark.end;
        pango_attr_list_insert(list, attribute);
    };
    const auto full = [](double share) { return static_cast<guint16>(share * 65535); };
    for (const PaperMark& mark : marks) {
        if (mark.kind == PaperMark::Kind::strong) {
            add(pango_attr_weight_new(PANGO_WEIGHT_BOLD), mark);
            continue;
        }
        const bool finding = mark.kind == PaperMark::Kind::finding;
        const Ink ink = finding ? red : green;
        add(pango_attr_underline_new(finding ? PANGO_UNDERLINE_ERROR : PANGO_UNDERLINE_SINGLE), mark);
        add(pango_attr_underline_color_new(full(ink.r), full(ink.g), full(ink.b)), mark);
    }
    return list;
}

class Press {
public:
    Press(cairo_t* c, const Paper& paper) : c_(c), paper_(paper) { y_ = margin; }

    void print() {
        for (const PaperBlock& block : paper_.blocks) {
            if (block.kind == Kind::gap)
                y_ += 8;
            else if (block.kind == Kind::curve)
                curve(block);
            else if (block.kind == Kind::row)
                row(block);
            else
                words(block);
        }
        end_page();
    }

private:
    void ink(const Ink& i) { cairo_set_source_rgb(c_, i.r, i.g, i.b); }

    Held<PangoLayout> layout(const std::string& text, double size, bool bold, double width,
                             const std::vector<PaperMark>& marks = {}) {
        Held<PangoLayout> out(pango_cairo_create_layout(c_));
        pango_context_set_language(pango_layout_get_context(out.get()),
                                   pango_language_from_string(paper_.language.c_str()));
        Held<PangoFontDescription> font(pango_font_description_new());
        pango_font_description_set_family(font.get(), paper_.family.c_str());
        pango_font_description_set_size(font.get(), static_cast<int>(size * PANGO_SCALE));
        if (bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
        pango_layout_set_font_description(out.get(), font.get());
        pango_layout_set_width(out.get(), static_cast<int>(width * PANGO_SCALE));
        pango_layout_set_wrap(out.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_line_spacing(out.get(), 1.15f);
        const Held<PangoAttrList> attributes(attributes_of(marks));
        pango_layout_set_text(out.get(), text.c_str(), static_cast<int>(text.size()));
        pango_layout_set_attributes(out.get(), attributes.get());
        return out;
    }

    static double height_of(PangoLayout* layout) {
        int height = 0;
        pango_layout_get_size(layout, nullptr, &height);
        return static_cast<double>(height) / PANGO_SCALE;
    }

    // A new page unless so much room is left on this one. A block taller than a page begins on a fresh one.
    void need(double height) {
        if (y_ + height <= page_height - margin - foot / 2 || y_ <= margin + 1) return;
        end_page();
        y_ = margin;
    }

    void end_page() {
        ++page_;
        std::string text = paper_.footer;
        if (const std::size_t at = text.find("{page}"); at != std::string::npos)
            text.replace(at, 6, std::to_string(page_));
        const auto words = layout(text, 8.5, false, column);
        ink(grey);
        cairo_move_to(c_, margin, page_height - foot);
        pango_cairo_show_layout(c_, words.get());
        cairo_show_page(c_);
    }

    void words(const PaperBlock& block) {
        const Style s = style_of(block.kind);
        const bool framed = block.kind == Kind::reply || block.kind == Kind::better;
        const double pad = framed ? frame_pad : 0;
        const double indent = block.kind == Kind::owner ? 14 : 0;
        const auto text = layout(block.text, s.size, s.bold, column - 2 * pad - indent, block.marks);
        const double height = height_of(text.get()) + 2 * pad;
        // A heading is not left alone at the foot of a page.
        need(s.before + height + (block.kind == Kind::heading ? 60 : 0));
        y_ += s.before;
        if (framed) {
            ink(block.kind == Kind::better ? pale_green : pale);
            cairo_rectangle(c_, margin, y_, column, height);
            cairo_fill(c_);
        }
        if (block.kind == Kind::owner) {
            ink(rule);
            cairo_rectangle(c_, margin + 4, y_, 1.5, height);
            cairo_fill(c_);
        }
        ink(s.ink);
        cairo_move_to(c_, margin + pad + indent, y_ + pad);
        pango_cairo_show_layout(c_, text.get());
        y_ += height + s.after;
    }

    void row(const PaperBlock& block) {
        const Style s = style_of(block.kind);
        const double aside_room = block.aside.empty() ? 0 : aside_width;
        const auto text = layout(block.text, s.size, false, column - figure_width - 10 - aside_room, block.marks);
        const auto figure = layout(block.figure, s.size, true, figure_width);
        pango_layout_set_alignment(figure.get(), PANGO_ALIGN_RIGHT);
        const auto aside = layout(block.aside, s.size - 1, false, aside_width);
        pango_layout_set_alignment(aside.get(), PANGO_ALIGN_RIGHT);
        const double height = std::max({height_of(text.get()), height_of(figure.get()), height_of(aside.get())});
        need(s.before + height);
        y_ += s.before;
        ink(block.figure.starts_with("−") ? red : black);
        cairo_move_to(c_, margin, y_);
        pango_cairo_show_layout(c_, figure.get());
        ink(black);
        cairo_move_to(c_, margin + figure_width + 10, y_);
        pango_cairo_show_layout(c_, text.get());
        ink(grey);
        cairo_move_to(c_, page_width - margin - aside_width, y_);
        if (aside_room > 0) pango_cairo_show_layout(c_, aside.get());
        y_ += height + s.after;
    }

    void curve(const PaperBlock& block) {
        if (block.course.size() < 2) return;
        need(curve_height + 24);
        constexpr std::array inks{red, green, blue};
        constexpr std::array<double, 3> dashes{0, 6, 2};
        const auto value = [](const scenarios::Mood& m, std::size_t which) {
            return which == 0 ? m.anger : which == 1 ? m.trust : m.patience;
        };
        double x = margin;
        cairo_set_line_width(c_, 1.4);
        for (std::size_t k = 0; k < inks.size() && k < block.names.size(); ++k) {
            ink(inks[k]);
            cairo_set_dash(c_, &dashes[k], dashes[k] > 0 ? 1 : 0, 0);
            cairo_move_to(c_, x, y_ + 6);
            cairo_line_to(c_, x + 22, y_ + 6);
            cairo_stroke(c_);
            const auto name = layout(block.names[k], 9, false, 90);
            cairo_move_to(c_, x + 26, y_ - 2);
            pango_cairo_show_layout(c_, name.get());
            x += 100;
        }
        const double top = y_ + 18;
        cairo_set_dash(c_, nullptr, 0, 0);
        ink(rule);
        cairo_set_line_width(c_, 0.6);
        for (const double share : {0.0, 0.5, 1.0}) {
            cairo_move_to(c_, margin, top + share * curve_height);
            cairo_line_to(c_, margin + column, top + share * curve_height);
        }
        cairo_stroke(c_);
        cairo_set_line_width(c_, 1.4);
        const auto last = static_cast<double>(block.course.size() - 1);
        for (std::size_t k = 0; k < inks.size(); ++k) {
            ink(inks[k]);
            cairo_set_dash(c_, &dashes[k], dashes[k] > 0 ? 1 : 0, 0);
            for (std::size_t i = 0; i < block.course.size(); ++i)
                cairo_line_to(c_, margin + column * static_cast<double>(i) / last,
                              top + curve_height * (1 - value(block.course[i], k) / 100.0));
            cairo_stroke(c_);
        }
        cairo_set_dash(c_, nullptr, 0, 0);
        y_ = top + curve_height + 8;
    }

    cairo_t* c_;
    const Paper& paper_;
    double y_ = 0;
    int page_ = 0;
};

}  // namespace
}  // namespace pdf_press

namespace {

tl::unexpected<Error> not_written(const std::string& file) {
    return system_error("paper-not-saved", "The report can't be written to " + file + ".",
                        "Check that the folder may be written and that the disk has room.");
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
    std::filesystem::create_directories(std::filesystem::path(file).parent_path(), problem);
    using namespace pdf_press;
    const std::string fresh = file + ".new";
    cairo_status_t status = CAIRO_STATUS_SUCCESS;
    {
        const Held<cairo_surface_t> surface(cairo_pdf_surface_create(fresh.c_str(), page_width, page_height));
        {
            const Held<cairo_t> c(cairo_create(surface.get()));
            Press(c.get(), paper).print();
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
