#include "kiosk/app/answer_views.h"

#include "kiosk/app/reply_views.h"

namespace mur::app {

namespace {

struct Words {
  std::string status;
  std::string next;
  Tone tone = Tone::quiet;
};

std::string before(const AppState& state, TimePoint decide_by, const Language& language) {
  const auto local = state.zone.to_local(std::chrono::floor<std::chrono::seconds>(decide_by));
  return language.dates.date(std::chrono::floor<std::chrono::days>(local), state.today());
}

std::string yes_words(const OfferAnswer& answer, const std::string& day, const Text& text) {
  if (answer.reaches) return text.format("If you say yes before {0}, it can see your contact. Nobody else can.", day);
  return text.format("If you say yes before {0}, the desk puts you in touch.", day);
}

Words words_of(const AppState& state, const OfferAnswer& answer, const Language& language) {
  const Text& text = language.text;
  switch (answer.status) {
    case ReplyStatus::held:
      return {{}, yes_words(answer, before(state, answer.decide_by, language), text), Tone::attention};
    case ReplyStatus::accepted:
      return {text("You said yes"),
              answer.reaches ? text("It can see your contact and reaches you. Have you met?")
                             : text("Ask at the desk how to meet. Have you met?"),
              Tone::good};
    case ReplyStatus::declined: return {text("You said no"), text("It will not reach you."), Tone::quiet};
    case ReplyStatus::withdrawn: return {text("Withdrawn"), text("It can’t see your contact any more."), Tone::quiet};
    case ReplyStatus::expired: return {text("Its time is over"), {}, Tone::quiet};
    case ReplyStatus::met: return {text("You have met"), text("Thank you!"), Tone::good};
    case ReplyStatus::no_show:
      return {text("The organization has not seen you"), text("If that is not so, say it at the desk."), Tone::quiet};
    case ReplyStatus::nobody_there:
      return {text("Nobody was there"), text("We are sorry. The desk would like to know more."), Tone::bad};
    case ReplyStatus::fell_through:
      return {text("It has taken its answer back"), reason_words(answer.reason, text), Tone::quiet};
    case ReplyStatus::listed: break;
  }
  return {};
}

}  // namespace

std::vector<OfferAnswerView> answer_views(const AppState& state, const TicketState& ticket, const Language& language) {
  std::vector<OfferAnswerView> views;
  for (const OfferAnswer& answer : ticket.answers) {
    Words words = words_of(state, answer, language);
    views.push_back({.reply = answer.reply,
                     .organization = answer.organization,
                     .note = answer.note,
                     .status = std::move(words.status),
                     .next = std::move(words.next),
                     .tone = words.tone,
                     .may_decide = answer.status == ReplyStatus::held,
                     .may_tell = answer.status == ReplyStatus::accepted || answer.status == ReplyStatus::nobody_there,
                     .may_end = answer.status == ReplyStatus::accepted});
  }
  return views;
}

std::string stage_words(OfferStage stage, const Text& text) {
  switch (stage) {
    case OfferStage::open: break;
    case OfferStage::promised: return text("in touch with an organization");
    case OfferStage::met: return text("they have met");
  }
  return {};
}

}  // namespace mur::app
