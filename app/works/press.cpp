#include "works/press.hpp"

#include <algorithm>

namespace huashu::desktop::pdf_press {
namespace {

constexpr double figure_width = 52, aside_width = 120, frame_pad = 8;

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

void fill_in_number(std::string& text, const std::string& name, int number) {
    if (const std::size_t at = text.find(name); at != std::string::npos)
        text.replace(at, name.size(), std::to_string(number));
}

}  // namespace

Press::Press(cairo_t* c, const Paper& paper, int pages)
    : c_(c),
      paper_(paper),
      page_width_(paper.is_certificate ? long_side : short_side),
      page_height_(paper.is_certificate ? short_side : long_side),
      column_(page_width_ - 2 * margin),
      y_(margin),
      pages_(pages) {}

void Press::print() {
    if (paper_.is_certificate) frame_page();
    for (const PaperBlock& block : paper_.blocks) {
        switch (block.kind) {
            case Kind::gap:
                y_ += 8;
                break;
            case Kind::curve:
                curve(block);
                break;
            case Kind::row:
                row(block);
                break;
            case Kind::verdict:
                verdict(block);
                break;
            case Kind::pairs:
                pairs(block);
                break;
            case Kind::bar:
                bar(block);
                break;
            case Kind::scores:
                scores(block);
                break;
            case Kind::signatures:
                signatures(block);
                break;
            case Kind::centred:
            case Kind::grand:
                centred(block);
                break;
            default:
                words(block);
        }
    }
    end_page();
}

Held<PangoLayout> Press::layout(const std::string& text, double size, bool bold, double width,
                                const std::vector<PaperMark>& marks) {
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

double Press::height_of(PangoLayout* layout) {
    int height = 0;
    pango_layout_get_size(layout, nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

double Press::width_of(PangoLayout* layout) {
    int width = 0;
    pango_layout_get_size(layout, &width, nullptr);
    return static_cast<double>(width) / PANGO_SCALE;
}

void Press::show(PangoLayout* layout, double x, double y, const Ink& color) {
    ink(color);
    cairo_move_to(c_, x, y);
    pango_cairo_show_layout(c_, layout);
}

void Press::box(double x, double y, double width, double height, const Ink& color) {
    ink(color);
    cairo_rectangle(c_, x, y, width, height);
    cairo_fill(c_);
}

void Press::line(double x0, double y0, double x1, double y1, const Ink& color, double thickness) {
    ink(color);
    cairo_set_line_width(c_, thickness);
    cairo_move_to(c_, x0, y0);
    cairo_line_to(c_, x1, y1);
    cairo_stroke(c_);
}

void Press::need(double height) {
    if (y_ + height <= page_height_ - margin - foot / 2 || y_ <= margin + 1) return;
    end_page();
    y_ = margin;
}

void Press::end_page() {
    ++page_;
    if (!paper_.is_certificate) {
        std::string text = paper_.footer;
        fill_in_number(text, "{page}", page_);
        fill_in_number(text, "{pages}", pages_);
        const auto words = layout(text, 8.5, false, column_);
        show(words.get(), margin, page_height_ - foot, grey);
    }
    cairo_show_page(c_);
}

void Press::words(const PaperBlock& block) {
    const Style s = style_of(block.kind);
    const bool framed = block.kind == Kind::reply || block.kind == Kind::better;
    const double pad = framed ? frame_pad : 0;
    const double indent = block.kind == Kind::owner ? 14 : 0;
    const auto text = layout(block.text, s.size, s.bold, column_ - 2 * pad - indent, block.marks);
    const double height = height_of(text.get()) + 2 * pad;
    // A heading is not left alone at the foot of a page.
    need(s.before + height + (block.kind == Kind::heading ? 60 : 0));
    y_ += s.before;
    if (framed) box(margin, y_, column_, height, block.kind == Kind::better ? pale_green : pale);
    if (block.kind == Kind::owner) box(margin + 4, y_, 1.5, height, rule);
    show(text.get(), margin + pad + indent, y_ + pad, s.ink);
    y_ += height + s.after;
}

void Press::row(const PaperBlock& block) {
    const Style s = style_of(block.kind);
    const double aside_room = block.aside.empty() ? 0 : aside_width;
    const auto text = layout(block.text, s.size, false, column_ - figure_width - 10 - aside_room, block.marks);
    const auto figure = layout(block.figure, s.size, true, figure_width);
    pango_layout_set_alignment(figure.get(), PANGO_ALIGN_RIGHT);
    const auto aside = layout(block.aside, s.size - 1, false, aside_width);
    pango_layout_set_alignment(aside.get(), PANGO_ALIGN_RIGHT);
    const double height = std::max({height_of(text.get()), height_of(figure.get()), height_of(aside.get())});
    need(s.before + height);
    y_ += s.before;
    show(figure.get(), margin, y_, block.figure.starts_with("−") ? red : black);
    show(text.get(), margin + figure_width + 10, y_, black);
    if (aside_room > 0) show(aside.get(), page_width_ - margin - aside_width, y_, grey);
    y_ += height + s.after;
}

}  // namespace huashu::desktop::pdf_press
