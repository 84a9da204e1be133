#include "model/teaching.hpp"

extern "C" {
extern const char huashu_model_begin[];
extern const char huashu_model_end[];
extern const char huashu_teaching_begin[];
extern const char huashu_teaching_end[];
}

namespace huashu::scoring {

std::string_view embedded_model() {
    return {huashu_model_begin, static_cast<std::size_t>(huashu_model_end - huashu_model_begin)};
}

std::string_view embedded_teaching() {
    return {huashu_teaching_begin, static_cast<std::size_t>(huashu_teaching_end - huashu_teaching_begin)};
}

}  // namespace huashu::scoring
