#include "kiosk/app/report_views.h"

#include "kiosk/app/make_views.h"
#include "kiosk/app/post_words.h"

namespace mur::app {

std::string report_reason_words(ReportReason reason, const Text& text) {
  switch (reason) {
    case ReportReason::wrong: return text("Wrong or out of date");
    case ReportReason::advert: return text("An advert, or paid work");
    case ReportReason::hateful: return text("Attacks or hates");
    case ReportReason::private_data: return text("Shows someone’s private life");
    case ReportReason::dangerous: return text("Dangerous");
    case ReportReason::other: return text("Something else");
  }
  return {};
}

ReportWords report_words(const SentPost& sent, const ReportDraft& report, bool online, const Text& text) {
  ReportWords words{.what = report.title.empty() ? text("Problem reported") : report.title,
                    .detail = report_reason_words(report.reason, text),
                    .status = text("Thank you! The team is told"),
                    .next = text("Someone here looks at it and decides. Your code says what was decided; if you don’t "
                                 "agree, show it at the desk."),
                    .tone = Tone::good};
  if (sent.stage == SentPost::Stage::refused) {
    words.status = text("The team knows already");
    words.next = text("It has left the wall, or many have reported it. Please ask at the desk.");
    words.tone = Tone::attention;
  } else if (sent.stage == SentPost::Stage::waiting && !online) {
    words.status = text("Thank you! It is kept here, waiting to be sent.");
    words.next = text("The connection is away. It leaves by itself as soon as it is back; your code stays the same.");
    words.tone = Tone::attention;
  }
  return words;
}

ReportWords report_words(const ReportTold& told, const Text& text) {
  ReportWords words{.what = told.post.empty() ? text("Problem reported") : told.post,
                    .detail = report_reason_words(told.reason, text)};
  switch (told.status) {
    case ReportStatus::open:
      words.status = told.on_wall ? text("Being looked at") : text("It is not on the wall any more");
      words.next = text("Someone here looks at it and decides. Come back with your code.");
      words.tone = Tone::attention;
      return words;
    case ReportStatus::kept: words.status = text("Looked at: it stays on the wall"); break;
    case ReportStatus::hidden:
      words.status = text("Looked at: it was taken off the wall");
      words.tone = Tone::good;
      break;
  }
  words.next = text("If you don’t agree, show your code at the desk.");
  return words;
}

std::optional<ReportView> make_report(const AppState& state, const Language& language) {
  const Text& text = language.text;
  const RecordId post = state.page().reported;
  const StampedRecord* found = state.wall.find(post);
  const Moderation* moderation = found == nullptr ? nullptr : moderation_of(found->record);
  if (moderation == nullptr || !is_on_wall(*moderation)) return std::nullopt;
  const ReportDraft& draft = state.visit.report;
  ReportView view{.what = {}, .reasons = {}, .sending = draft.sending, .not_kept = draft.not_kept};
  if (const auto* event = std::get_if<Event>(&found->record)) view.what = event->details.title;
  if (const auto* need = std::get_if<Need>(&found->record)) view.what = need->details.title;
  if (const auto* offer = std::get_if<Offer>(&found->record)) view.what = offer_title(offer->details, text);
  for (const ReportReason reason : {ReportReason::wrong, ReportReason::advert, ReportReason::hateful,
                                    ReportReason::private_data, ReportReason::dangerous, ReportReason::other})
    view.reasons.push_back({.reason = reason, .name = report_reason_words(reason, text)});
  return view;
}

}  // namespace mur::app
