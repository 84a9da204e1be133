#include "play/record_form_input.hpp"

#include <array>

namespace huashu::app {
namespace {

using scenarios::RecordForm;

constexpr std::array<const char*, 12> complaint_kinds{"§2.1.1", "§2.1.2", "§2.1.3", "§2.1.4", "§2.2.1", "§2.2.2",
                                                      "§2.2.3", "§2.2.4", "§2.3.1", "§2.3.2", "§2.3.3", "§2.3.4"};

std::string stripped(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t") + 1 - begin));
}

class Questions {
public:
    Questions(const Page& page, const AskLine& ask, const std::function<Result<void>(std::string_view)>& print)
        : page_(page), ask_(ask), print_(print) {}

    Result<std::optional<RecordForm>> run() {
        RecordForm form;
        if (auto done = print_("\n" + page_.heading(page_.words("cli.record.title")) + kinds_text()); !done)
            return tl::unexpected(done.error());
        const auto kind = pick("cli.record.ask_kind", complaint_kinds.size());
        if (!kind) return tl::unexpected(kind.error());
        if (!*kind) return std::optional<RecordForm>();
        form.kind = complaint_kinds.at(**kind);
        if (auto done = ask_rest(form); !done) return tl::unexpected(done.error());
        return std::optional(std::move(form));
    }

private:
    std::string kinds_text() const {
        std::string text;
        for (std::size_t i = 0; i < complaint_kinds.size(); ++i)
            text +=
                page_.labelled("  " + std::to_string(i + 1), 6, page_.words.name("name.kind.", complaint_kinds.at(i)));
        return text;
    }

    Result<void> ask_rest(RecordForm& form) {
        const auto facts = line("cli.record.ask_facts");
        if (!facts) return tl::unexpected(facts.error());
        form.facts = *facts;
        if (auto done = print_(named_text("name.urgency.", scenarios::urgency_count, urgency_name)); !done) return done;
        const auto urgency = pick("cli.record.ask_urgency", scenarios::urgency_count);
        if (!urgency) return tl::unexpected(urgency.error());
        if (*urgency) form.urgency = static_cast<scenarios::Urgency>(**urgency);
        if (auto done = print_(named_text("name.department.", scenarios::department_count, department_name)); !done)
            return done;
        const auto department = pick("cli.record.ask_department", scenarios::department_count);
        if (!department) return tl::unexpected(department.error());
        if (*department) form.department = static_cast<scenarios::Department>(**department);
        while (true) {
            const auto promise = line("cli.record.ask_promise");
            if (!promise) return tl::unexpected(promise.error());
            if (promise->empty()) return {};
            form.promises.push_back(parse_promise(*promise));
        }
    }

    static std::string_view urgency_name(std::size_t i) { return name_of(static_cast<scenarios::Urgency>(i)); }
    static std::string_view department_name(std::size_t i) { return name_of(static_cast<scenarios::Department>(i)); }

    std::string named_text(std::string_view prefix, std::size_t count, std::string_view (*name)(std::size_t)) const {
        std::string text;
        for (std::size_t i = 0; i < count; ++i)
            text += page_.labelled("  " + std::to_string(i + 1), 6, page_.words.name(prefix, name(i)));
        return text;
    }

    Result<std::string> line(std::string_view key) {
        const auto answer = ask_(page_.words(key));
        if (!answer) return tl::unexpected(answer.error());
        return *answer ? stripped(**answer) : std::string();
    }

    // Nothing: left blank. Anything but a number of the list is asked again.
    Result<std::optional<std::size_t>> pick(std::string_view key, std::size_t count) {
        while (true) {
            const auto answer = line(key);
            if (!answer) return tl::unexpected(answer.error());
            if (answer->empty()) return std::optional<std::size_t>();
            const bool is_number = answer->size() <= 2 && answer->find_first_not_of("0123456789") == std::string::npos;
            const std::size_t number = is_number ? static_cast<std::size_t>(std::stoi(*answer)) : 0;
            if (number >= 1 && number <= count) return std::optional(number - 1);
        }
    }

    const Page& page_;
    const AskLine& ask_;
    const std::function<Result<void>(std::string_view)>& print_;
};

}  // namespace

scenarios::RecordedPromise parse_promise(const std::string& line) {
    for (const std::string_view slash : {"／", "/"}) {
        const std::size_t at = line.rfind(slash);
        if (at == std::string::npos) continue;
        return {stripped(std::string_view(line).substr(0, at)),
                stripped(std::string_view(line).substr(at + slash.size()))};
    }
    return {stripped(line), {}};
}

Result<std::optional<RecordForm>> ask_for_record(const Page& page, const AskLine& ask,
                                                 const std::function<Result<void>(std::string_view)>& print) {
    return Questions(page, ask, print).run();
}

}  // namespace huashu::app
