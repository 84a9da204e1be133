#include "judge/lines.hpp"

#include "judge/judging.hpp"

namespace huashu::scoring {

Lines::Lines(const Program& program, const Moment& moment, Reading& owner_buffer)
    : program_(program), moment_(moment), owner_(owner_buffer) {}

const Reading& Lines::owner() {
    if (!owner_read_) owner_.read(program_.line_patterns, program_.line_slots, moment_.owner_line);
    owner_read_ = true;
    return owner_;
}

const Reading& Lines::line(Readings& readings, const std::vector<std::string>& texts, std::size_t index) {
    if (readings.empty()) readings.resize(texts.size());
    if (!readings[index]) {
        readings[index] = std::make_unique<Reading>();
        readings[index]->read(program_.line_patterns, program_.line_slots, texts[index]);
    }
    return *readings[index];
}

bool Lines::owner_ever_has(Slot slot) {
    if (slot == no_slot) return false;
    if (owner_has(slot)) return true;
    for (std::size_t i = 0; i < moment_.owner_earlier.size(); ++i)
        if (line(owner_earlier_, moment_.owner_earlier, i).matches().has(slot)) return true;
    return false;
}

std::size_t Lines::first_of_last(std::size_t turns) const {
    const std::size_t all = moment_.earlier.size();
    return turns == 0 || turns > all ? 0 : all - turns;
}

bool Lines::earlier_has(Slot slot, std::size_t turns) {
    if (slot == no_slot) return false;
    for (std::size_t i = first_of_last(turns); i < moment_.earlier.size(); ++i)
        if (line(earlier_, moment_.earlier, i).matches().has(slot)) return true;
    return false;
}

bool Lines::earlier_did(ActSet acts, std::size_t turns) {
    earlier_acts_.resize(moment_.earlier.size());
    for (std::size_t i = first_of_last(turns); i < moment_.earlier.size(); ++i) {
        if (!earlier_acts_[i]) earlier_acts_[i] = acts_in(program_, moment_.earlier[i]);
        if ((*earlier_acts_[i] & acts).any()) return true;
    }
    return false;
}

}  // namespace huashu::scoring
