#include "kiosk/app/update_report.h"

#include "kiosk/app/session.h"
#include "shared/domain/wall.h"

namespace mur::app {

void begin_report(AppState& state) { state.visit.report = ReportDraft{}; }

void apply(AppState& state, const TouchReason& touched, std::vector<Effect>& effects) {
  if (state.page().screen != Screen::report) return;
  const RecordId post = state.page().reported;
  ReportDraft& draft = state.visit.report;
  const StampedRecord* found = state.wall.find(post);
  const Moderation* moderation = found == nullptr ? nullptr : moderation_of(found->record);
  if (draft.sending || moderation == nullptr || !is_on_wall(*moderation)) return;
  draft = ReportDraft{.title = {}, .reason = touched.reason, .sending = true};
  if (const auto* event = std::get_if<Event>(&found->record)) draft.title = event->details.title;
  if (const auto* need = std::get_if<Need>(&found->record)) draft.title = need->details.title;
  effects.emplace_back(SubmitReport{.post = post, .reason = touched.reason});
}

bool take_report(AppState& state, const PostKept& kept) {
  Visit& visit = state.visit;
  if (!visit.report.sending) return false;
  SentPost sent{.command = kept.command, .ticket = kept.ticket, .contact = ContactKind::none};
  sent.report = visit.report;
  wipe_form(visit);
  visit.sent = std::move(sent);
  visit.pages = {Page{}, Page{.screen = Screen::home}, Page{.screen = Screen::ticket}};
  return true;
}

}  // namespace mur::app
