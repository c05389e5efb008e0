// What is said before a contact is given: who keeps it, and to whom of a sensitive kind it goes.
#include <algorithm>

#include "kiosk/app/make_views.h"
#include "kiosk/app/post_words.h"
#include "shared/domain/limits.h"

namespace mur::app {

namespace {

std::string kind_words(Sensitivity sensitivity, const std::string& name, const Text& text) {
  switch (sensitivity) {
    case Sensitivity::none: break;
    case Sensitivity::trade_union: return text.format("{0} is a trade union.", name);
    case Sensitivity::party: return text.format("{0} is a political organization.", name);
    case Sensitivity::religion: return text.format("{0} is a religious organization.", name);
    case Sensitivity::health: return text.format("{0} has to do with health.", name);
    case Sensitivity::orientation: return text.format("{0} has to do with sexual orientation or gender.", name);
  }
  return {};
}

std::string why_words(Sensitivity sensitivity, const std::string& name, const Text& text) {
  return kind_words(sensitivity, name, text) + " " +
         text(
             "Whoever answers it may show something private of themselves. So your contact goes there only if you say "
             "so, here.");
}

}  // namespace

std::optional<ConsentView> make_consent(const AppState& state, const Text& text) {
  const Visit& visit = state.visit;
  if (state.page().screen == Screen::answer_consent) {
    if (!visit.lookup || !visit.lookup->state || !visit.lookup->consenting) return std::nullopt;
    const auto& answers = visit.lookup->state->answers;
    const auto answer = std::ranges::find(answers, *visit.lookup->consenting, &OfferAnswer::reply);
    if (answer == answers.end()) return std::nullopt;
    return ConsentView{.of_ticket = true,
                       .organization = answer->organization,
                       .why = why_words(answer->sensitivity, answer->organization, text)};
  }
  const Need* need = state.wall.find(visit.reply.need);
  const Organization* organization = need == nullptr ? nullptr : state.wall.find(need->organization);
  if (organization == nullptr) return std::nullopt;
  return ConsentView{.step = step_of(state, Screen::contact),
                     .organization = organization->details.name,
                     .why = why_words(organization->details.sensitivity, organization->details.name, text)};
}

PrivacyView make_privacy(const AppState& state) {
  const Hub* hub = state.wall.hub();
  if (hub == nullptr) return {};
  const Privacy& privacy = hub->privacy;
  return {.hub = hub->name,
          .controller = privacy.controller,
          .address = privacy.address,
          .rights = privacy.rights_contact,
          .dpo = privacy.dpo,
          .publication_director = privacy.publication_director,
          .host = privacy.host,
          .kept_days = static_cast<int>(limits::kContactAfterPost.count())};
}

}  // namespace mur::app
