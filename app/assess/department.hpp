// The records of everybody on this machine, for whoever looks at all of them: opened one after the other, closed when
// this goes. The file that the program has open already is lent to it.
#pragma once

#include <list>
#include <string>
#include <vector>

#include "assess/records_store.hpp"
#include "records/people.hpp"

namespace huashu::assess {

struct Desk {
    app::Person person;
    std::string folder;
    app::Records* records = nullptr;
};

class Department {
public:
    /// `lent`: records that are open, by their folder; they must outlive it. Without a data folder they are all there
    /// is. Error (system): a file can't be opened.
    [[nodiscard]] static Result<Department> open(const std::string& data_folder,
                                                 const std::vector<std::pair<std::string, app::Records*>>& lent = {});
    [[nodiscard]] const std::vector<Desk>& desks() const { return desks_; }
    /// Null: there is none.
    [[nodiscard]] app::Records* records_in(const std::string& folder) const;
    [[nodiscard]] std::vector<app::Records*> all() const;

private:
    std::list<app::Records> opened_;
    std::vector<Desk> desks_;
};

}  // namespace huashu::assess
