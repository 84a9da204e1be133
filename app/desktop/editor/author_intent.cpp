#include "desktop/editor/author_intent.hpp"

#include "desktop/editor/exchange_intent.hpp"
#include "desktop/editor/publish_intent.hpp"
#include "desktop/editor/rules_intent.hpp"
#include "desktop/state/one_of_members.hpp"

namespace huashu::desktop {

template struct OneOf<AuthorWishKinds>;
template struct OneOf<AuthorTaskKinds>;
template struct OneOf<RuleWishKinds>;
template struct OneOf<RuleTaskKinds>;
template struct OneOf<PublishWishKinds>;
template struct OneOf<PublishTaskKinds>;
template struct OneOf<ExchangeWishKinds>;
template struct OneOf<ExchangeTaskKinds>;

}  // namespace huashu::desktop
