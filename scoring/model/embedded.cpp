#include "model/recogniser.hpp"

extern "C" {
extern const char huashu_model_begin[];
extern const char huashu_model_end[];
}

namespace huashu::scoring {

std::string_view embedded_model() {
    return {huashu_model_begin, static_cast<std::size_t>(huashu_model_end - huashu_model_begin)};
}

}  // namespace huashu::scoring
