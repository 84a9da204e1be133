// The lines around a reply (the owner's, and staff's earlier ones), read only when a rule asks.
#pragma once

#include <memory>

#include "judge/reading.hpp"
#include "scoring/engine.hpp"

namespace huashu::scoring {

class Lines {
public:
    /// Keeps references to all three; `owner_buffer` is where the owner's last line will be laid out.
    Lines(const Program& program, const Moment& moment, Reading& owner_buffer);

    [[nodiscard]] bool has_owner() const { return !moment_.owner_line.empty(); }
    [[nodiscard]] const Reading& owner();
    [[nodiscard]] bool owner_has(Slot slot) { return has_owner() && owner().matches().has(slot); }
    /// In the owner's last line or any before it.
    [[nodiscard]] bool owner_ever_has(Slot slot);
    /// In the last `turns` of staff's earlier replies (0: in any).
    [[nodiscard]] bool earlier_has(Slot slot, std::size_t turns);
    [[nodiscard]] bool earlier_did(ActSet acts, std::size_t turns);

private:
    using Readings = std::vector<std::unique_ptr<Reading>>;
    const Reading& line(Readings& readings, const std::vector<std::string>& texts, std::size_t index);
    [[nodiscard]] std::size_t first_of_last(std::size_t turns) const;

    const Program& program_;
    const Moment& moment_;
    Reading& owner_;
    bool owner_read_ = false;
    Readings owner_earlier_, earlier_;
    std::vector<std::optional<ActSet>> earlier_acts_;
};

}  // namespace huashu::scoring
