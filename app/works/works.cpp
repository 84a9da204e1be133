#include "works/works.hpp"

#include "works/making.hpp"

extern "C" const huashu::app::Works* huashu_works() {
    using namespace huashu::app;
    static constexpr Works all{print_paper, write_sheets, lay_out_drawing};
    return &all;
}
