#include "integrity/lock.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace huashu::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* subject_of_lock = "supervisor";
constexpr const char* kind_set = "site.lock";
constexpr const char* kind_recovered = "site.lock.recovered";
constexpr const char* kind_removed = "site.lock.removed";
constexpr const char* kind_wrong = "site.lock.wrong";
constexpr const char* kind_right = "site.lock.opened";  // after wrong tries only: the count begins anew

constexpr std::int64_t free_tries = 3;
constexpr std::int64_t first_wait_ms = 1000;
constexpr std::int64_t longest_wait_ms = 300'000;

tl::unexpected<Error> refuse_lock(const char* code, std::string text, std::string remedy) {
    return fail(Error::Cause::usage,
                {.code = code, .text = std::move(text), .remedy = std::move(remedy), .place = {}, .excerpt = {}});
}

Result<std::string> stretch(const std::string& secret, const LockCost& cost) {
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (sodium_init() >= 0 && crypto_pwhash_str_alg(out.data(), secret.data(), secret.size(), cost.passes, cost.memory,
                                                    crypto_pwhash_ALG_ARGON2ID13) == 0)
        return std::string(out.data());
    return fail(Error::Cause::system, {.code = "out-of-memory",
                                       .text = "there is no memory for the passphrase (64 MiB are needed)",
                                       .remedy = "close other programs, then try again",
                                       .place = {},
                                       .excerpt = {}});
}

bool fits(const std::string& stretched, const std::string& secret) {
    return !stretched.empty() && sodium_init() >= 0 &&
           crypto_pwhash_str_verify(stretched.c_str(), secret.data(), secret.size()) == 0;
}

// 100 bits in 20 signs without those that are read for one another, in groups of four.
std::string make_recovery_code() {
    constexpr std::string_view signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string code;
    for (int i = 0; i < 20; ++i) {
        if (i > 0 && i % 4 == 0) code += '-';
        code += signs[randombytes_uniform(static_cast<std::uint32_t>(signs.size()))];
    }
    return code;
}

// As it was printed, however it was typed.
std::string tidy_code(const std::string& typed) {
    std::string code;
    for (const char c : typed) {
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (upper == 'O')
            code += '0';
        else if (upper == 'I' || upper == 'L')
            code += '1';
        else if ((upper >= '0' && upper <= '9') || (upper >= 'A' && upper <= 'Z'))
            code += upper;
    }
    return code;
}

std::size_t characters_in(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

/// What the documents come to.
struct SupervisorLock::State {
    std::string passphrase, recovery;  ///< stretched; empty: no lock
    std::int64_t wrong = 0, last_wrong_ms = 0;
    std::int64_t documents = 0;
};

Result<SupervisorLock::State> SupervisorLock::read() const {
    const auto documents = records_->documents({.kind = {}, .subject = subject_of_lock});
    if (!documents) return tl::unexpected(documents.error());
    State state;
    for (const Document& document : *documents) {
        ++state.documents;
        if (document.kind == kind_wrong) {
            ++state.wrong;
            state.last_wrong_ms = document.at_ms;
            continue;
        }
        state.wrong = 0;
        if (document.kind == kind_right) continue;
        const Json json = Json::parse(document.body, nullptr, false);
        const auto text = [&json](const char* key) {
            return json.is_object() && json.contains(key) && json[key].is_string() ? json[key].get<std::string>()
                                                                                   : std::string();
        };
        state.passphrase = text("passphrase");
        state.recovery = text("recovery");
    }
    return state;
}

Result<bool> SupervisorLock::is_set() const {
    const auto state = read();
    if (!state) return tl::unexpected(state.error());
    return !state->passphrase.empty();
}

Result<std::int64_t> SupervisorLock::wait_ms() const {
    const auto state = read();
    if (!state) return tl::unexpected(state.error());
    if (state->wrong < free_tries) return 0;
    const std::int64_t doublings = std::min<std::int64_t>(state->wrong - free_tries, 20);
    const std::int64_t wait = std::min(first_wait_ms << doublings, longest_wait_ms);
    // A clock that was set back counts from now on: it shortens nothing, and shuts nobody out for years.
    const std::int64_t now = records_->now_ms();
    if (now < state->last_wrong_ms && set_back_ms_ < 0) set_back_ms_ = now;
    const std::int64_t since = now < state->last_wrong_ms ? set_back_ms_ : state->last_wrong_ms;
    return std::max<std::int64_t>(wait - std::max<std::int64_t>(now - since, 0), 0);
}

// A try is put on record as wrong before it is looked at, and taken back by one that says it was right: who ends the
// program in between gains nothing.
Result<void> SupervisorLock::check(const std::string& secret, bool is_recovery) {
    const auto wait = wait_ms();
    if (!wait) return tl::unexpected(wait.error());
    if (*wait > 0)
        return refuse_lock("too-soon", "after wrong tries the next one has to wait",
                           "try again in " + std::to_string((*wait + 999) / 1000) + " s");
    const auto state = read();
    if (!state) return tl::unexpected(state.error());
    auto tried = records_->keep({{kind_wrong, subject_of_lock, "{}", state->documents}});
    if (!tried) return tl::unexpected(tried.error());
    if (!fits(is_recovery ? state->recovery : state->passphrase, secret))
        return refuse_lock("wrong-passphrase", "this is not right",
                           "try again, or use the recovery code that was printed");
    auto opened = records_->keep({{kind_right, subject_of_lock, "{}"}});
    if (!opened) return tl::unexpected(opened.error());
    return {};
}

Result<std::string> SupervisorLock::keep_new(const std::string& fresh, const char* kind) {
    if (characters_in(fresh) < shortest)
        return refuse_lock("passphrase-short", "a passphrase has at least " + std::to_string(shortest) + " characters",
                           "four words that have nothing to do with each other are easy to keep");
    if (sodium_init() < 0) return stretch(fresh, cost_);
    std::string code = make_recovery_code();
    const auto passphrase = stretch(fresh, cost_);
    if (!passphrase) return passphrase;
    const auto recovery = stretch(tidy_code(code), cost_);
    if (!recovery) return recovery;
    const std::string body = Json{{"passphrase", *passphrase}, {"recovery", *recovery}}.dump();
    if (auto kept = records_->keep({{kind, subject_of_lock, body}}); !kept) return tl::unexpected(kept.error());
    return code;
}

Result<std::string> SupervisorLock::set(const std::string& fresh, const std::string& present) {
    if (auto opened = open(present); !opened) return tl::unexpected(opened.error());
    return keep_new(fresh, kind_set);
}

Result<void> SupervisorLock::open(const std::string& passphrase) {
    const auto locked = is_set();
    if (!locked) return tl::unexpected(locked.error());
    return *locked ? check(passphrase, false) : Result<void>();
}

Result<std::string> SupervisorLock::recover(const std::string& code, const std::string& fresh) {
    if (characters_in(fresh) < shortest) return keep_new(fresh, kind_recovered);  // says so, before the code is tried
    if (auto known = check(tidy_code(code), true); !known) return tl::unexpected(known.error());
    return keep_new(fresh, kind_recovered);
}

Result<void> SupervisorLock::remove(const std::string& present) {
    if (auto opened = open(present); !opened) return opened;
    if (auto kept = records_->keep({{kind_removed, subject_of_lock, "{}"}}); !kept) return tl::unexpected(kept.error());
    return {};
}

}  // namespace huashu::app
