// The pages of writing with their own round of wish, update and task: what they show is no business of the rest of the
// desktop, and the rest none of theirs. The shell draws the room instead of a page while the person writes.
#pragma once

#include <vector>

#include "desktop/editor/author_backstage.hpp"
#include "desktop/editor/author_screen.hpp"
#include "desktop/editor/exchange_room.hpp"
#include "desktop/editor/publish_room.hpp"
#include "desktop/editor/rules_room.hpp"

namespace huashu::desktop {

/// What is to be told in a toast.
struct AuthorMessage {
    std::string key;  ///< of the words; empty: it is about `failure`
    Diagnostic failure{};
    std::string text{};  ///< what stands for {text} in the words
};

class AuthorRoom {
public:
    /// The backstage must outlive the room.
    explicit AuthorRoom(AuthorBackstage& backstage)
        : backstage_(backstage),
          rules_(backstage.rules()),
          publish_(backstage.publish()),
          exchange_(backstage.exchange()) {}
    ~AuthorRoom() { keep_words(); }
    AuthorRoom(const AuthorRoom&) = delete;
    AuthorRoom& operator=(const AuthorRoom&) = delete;

    /// Somebody comes in: the shelf is filled anew.
    void enter();
    /// Other rules and scenarios are in force.
    void content_changed();
    /// What was typed and not saved goes into its recovery file: nobody may come back.
    void keep_words();
    void draw(Ui& ui, Box box, const Speech& speech);
    /// Carries out what was wished for since the last call. True: something else is to be shown.
    bool carry_out();
    void wish(const AuthorWish& wish);
    [[nodiscard]] std::vector<AuthorMessage> take_messages() { return std::exchange(messages_, {}); }

    [[nodiscard]] const AuthorState& state() const { return state_; }
    [[nodiscard]] AuthorBackstage& backstage() { return backstage_; }
    /// The rules, which are shown while a pack is open; publishing and exchange, which lie over both.
    [[nodiscard]] RulesRoom& rules() { return rules_; }
    [[nodiscard]] PublishRoom& publish() { return publish_; }
    [[nodiscard]] ExchangeRoom& exchange() { return exchange_; }
    /// A reply from a talk is to become an example: the pack that was open last, or a new one.
    void take_example(const app::ReplyExample& reply);

private:
    void apply(const AuthorWish& wish, int depth);
    [[nodiscard]] bool carry_out_others();

    AuthorBackstage& backstage_;
    RulesRoom rules_;
    PublishRoom publish_;
    ExchangeRoom exchange_;
    AuthorState state_;
    AuthorScreen screen_;
    AuthorWishes wishes_;
    std::vector<AuthorMessage> messages_;
};

}  // namespace huashu::desktop
