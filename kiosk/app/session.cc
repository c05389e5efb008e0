#include "kiosk/app/session.h"

#include <algorithm>

#include "kiosk/app/timings.h"

namespace mur::app {

namespace {

Milliseconds stretched(const AppState& state, Seconds time) { return state.visit.aids.slower ? time * 2 : time; }

/// A page of the form that was only a stop on the way: « Retour » does not lead into it again.
bool is_typed_form(Screen screen) { return is_typed(screen) && is_form(screen) && screen != Screen::my_ticket; }

}  // namespace

void wipe(std::string& secret) {
  std::fill(secret.begin(), secret.end(), '\0');
  asm volatile("" : : "r"(secret.data()) : "memory");  // the compiler may not leave the writing out
  secret.clear();
}

void wipe(Bytes& secret) {
  std::fill(secret.begin(), secret.end(), std::uint8_t{0});
  asm volatile("" : : "r"(secret.data()) : "memory");
  secret.clear();
}

void wipe_form(Visit& visit) {
  wipe(visit.offer.text);
  wipe(visit.author.first_name);
  wipe(visit.author.sealed_contact);
  visit.offer = OfferDraft{};
  visit.reply = ReplyDraft{};
  visit.idea = OfferId{};
  visit.report = ReportDraft{};
  visit.author = AuthorDraft{};
}

void end_visit(AppState& state) {
  Visit& visit = state.visit;
  wipe(visit.typing.text);
  wipe(visit.search.words);
  wipe_form(visit);
  if (visit.sent) {
    wipe(visit.sent->ticket.code);
    visit.sent->ticket.claim.fill(0);
  }
  if (visit.lookup) {
    wipe(visit.lookup->code);
    wipe(visit.lookup->draft.text);
    wipe(visit.lookup->draft.first_name);
  }
  visit = Visit{.aids = state.site};
  visit.last_touch = state.moment.running;
  state.headline_since = state.moment.running;
}

void show(AppState& state, const Page& page) {
  auto& pages = state.visit.pages;
  const auto passed = std::find(pages.begin(), pages.end(), page);
  if (passed != pages.end())
    pages.erase(passed + 1, pages.end());
  else
    pages.push_back(page);
}

void go_back(AppState& state) {
  auto& pages = state.visit.pages;
  do {
    if (pages.size() > 1) pages.pop_back();
  } while (pages.size() > 1 && is_typed_form(pages.back().screen));
  if (pages.size() == 1) end_visit(state);
}

Milliseconds quiet_allowed(const AppState& state) {
  return stretched(state, is_private(state.page().screen) ? timings::kPrivateQuiet : timings::kQuiet);
}

Milliseconds count_down(const AppState& state) { return stretched(state, timings::kCountDown); }

void pass_time(AppState& state) {
  Visit& visit = state.visit;
  const Milliseconds running = state.moment.running;
  if (state.page().screen == Screen::attract) {
    if (running - state.headline_since >= timings::kHeadline) {
      ++state.headline;
      state.headline_since = running;
    }
    return;
  }
  if (visit.asked_at) {
    if (running - *visit.asked_at >= count_down(state)) end_visit(state);
    return;
  }
  if (running - visit.last_touch < quiet_allowed(state)) return;
  if (is_private(state.page().screen))
    end_visit(state);  // nobody may find a code or a number here
  else
    visit.asked_at = running;
}

}  // namespace mur::app
