#include "model/act_model.hpp"

extern "C" {
extern const char huashu_act_model_begin[];
extern const char huashu_act_model_end[];
}

namespace huashu::scoring {

std::string_view embedded_act_model() {
    return {huashu_act_model_begin, static_cast<std::size_t>(huashu_act_model_end - huashu_act_model_begin)};
}

}  // namespace huashu::scoring
