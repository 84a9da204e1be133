#include "commands/lock_command.hpp"

#include "commands/records_here.hpp"
#include "commands/secret_input.hpp"
#include "commands/setting.hpp"
#include "integrity/lock.hpp"

namespace huashu::app {
namespace {

class LockDialogue {
public:
    LockDialogue(SupervisorLock& lock, const Page& page, Io& io)
        : lock_(lock), page_(page), io_(io), lines_(io.input) {}

    CommandResult run(const std::string& action) {
        if (action == "set") return set();
        if (action == "recover") return recover();
        if (action == "remove") return remove();
        return status();
    }

private:
    CommandResult say(const std::string& text) {
        if (auto printed = print(io_, text + "\n"); !printed) return tl::unexpected(printed.error());
        return status_fine;
    }

    CommandResult status() {
        const auto is_set = lock_.is_set();
        if (!is_set) return tl::unexpected(is_set.error());
        return say(page_.words(*is_set ? "cli.lock.is_set" : "cli.lock.is_not_set"));
    }

    // A person types a new one twice; a script means what it writes.
    Result<std::string> new_passphrase() {
        auto fresh = read_secret(io_, lines_, page_.words("cli.lock.ask_new"));
        if (!fresh || !io_.input_is_terminal) return fresh;
        const auto again = read_secret(io_, lines_, page_.words("cli.lock.ask_again"));
        if (!again) return again;
        if (*again == *fresh) return fresh;
        return wrong_usage("passphrases-differ", "the two are not the same", "begin again");
    }

    CommandResult show(const Result<std::string>& code) {
        if (!code) return tl::unexpected(code.error());
        return say(page_.words("cli.lock.done") + "\n" + page_.words("cli.lock.code", {{"code", *code}}));
    }

    CommandResult set() {
        const auto is_set = lock_.is_set();
        if (!is_set) return tl::unexpected(is_set.error());
        std::string present;
        if (*is_set) {
            auto typed = read_secret(io_, lines_, page_.words("cli.lock.ask"));
            if (!typed) return tl::unexpected(typed.error());
            present = std::move(*typed);
        }
        const auto fresh = new_passphrase();
        if (!fresh) return tl::unexpected(fresh.error());
        return show(lock_.set(*fresh, present));
    }

    CommandResult recover() {
        const auto code = read_secret(io_, lines_, page_.words("cli.lock.ask_code"));
        if (!code) return tl::unexpected(code.error());
        const auto fresh = new_passphrase();
        if (!fresh) return tl::unexpected(fresh.error());
        return show(lock_.recover(*code, *fresh));
    }

    CommandResult remove() {
        const auto present = read_secret(io_, lines_, page_.words("cli.lock.ask"));
        if (!present) return tl::unexpected(present.error());
        if (auto removed = lock_.remove(*present); !removed) return tl::unexpected(removed.error());
        return say(page_.words("cli.lock.removed"));
    }

    SupervisorLock& lock_;
    const Page& page_;
    Io& io_;
    LineInput lines_;
};

}  // namespace

CommandResult lock_command(const LockOptions& options, const GlobalOptions& globals, Io& io) {
    const auto setting = make_setting(globals, io);
    if (!setting) return tl::unexpected(setting.error());
    auto records = open_records_here(globals, io);
    if (!records) return tl::unexpected(records.error());
    SupervisorLock lock(*records);
    return LockDialogue(lock, setting->page, io).run(options.action);
}

}  // namespace huashu::app
