#include "kiosk/app/update.h"

#include <algorithm>

#include "kiosk/app/session.h"
#include "kiosk/app/timings.h"
#include "kiosk/app/update_calendar.h"
#include "kiosk/app/update_form.h"
#include "kiosk/app/update_idea.h"
#include "kiosk/app/update_offer.h"
#include "kiosk/app/update_reply.h"
#include "kiosk/app/update_report.h"
#include "kiosk/app/update_story.h"
#include "kiosk/app/update_ticket.h"
#include "shared/base/text.h"
#include "shared/domain/limits.h"
#include "shared/skills/default_list.h"

namespace mur::app {

namespace {

Milliseconds stale_for(const AppState& state) {
  if (state.link.current || state.link.heard_at == TimePoint{}) return Milliseconds{0};
  return std::max(state.moment.now - state.link.heard_at, Milliseconds{0});
}

void remake_board(AppState& state) {
  state.board = make_board(state.wall, state.agenda, state.zone, state.moment.now, stale_for(state));
}

/// The hub's own zone, as soon as its record is there.
bool take_zone(AppState& state) {
  const Hub* hub = state.wall.hub();
  if (hub == nullptr || hub->time_zone == state.zone.name()) return false;
  auto zone = calendar::Zone::find(hub->time_zone);
  if (!zone) return false;
  state.zone = *zone;
  return true;
}

/// The hub's own themes and skills, as soon as its record is there. The broker has read them before it sent them.
bool take_skills(AppState& state) {
  const Hub* hub = state.wall.hub();
  if (hub == nullptr || hub->skills == state.own_skills) return false;
  auto tree = skills::hub_tree(hub->skills, limits::kSkillList);
  if (!tree) return false;
  state.own_skills = hub->skills;
  state.skills = *std::move(tree);
  return true;
}

void remake_all(AppState& state) {
  take_zone(state);
  take_skills(state);
  state.agenda.rebuild(state.wall, state.zone, state.moment.now);
  state.facets.rebuild(state.wall, state.skills);
  state.posts.rebuild(state.wall, state.skills);
  state.matches.rebuild(state.wall, state.skills);
  remake_board(state);
}

void begin_search(AppState& state) {
  wipe(state.visit.search.words);
  state.visit.search = Search{};
}

void open(AppState& state, const Page& page) {
  if (state.page().screen == Screen::attract && page.screen != Screen::home) show(state, Page{.screen = Screen::home});
  if (page.screen == Screen::offer_what && !is_form(state.page().screen)) begin_form(state, Form::offer);
  if (page.screen == Screen::my_ticket) begin_lookup(state);
  if (page.screen == Screen::report) begin_report(state);
  if (is_search(page.screen)) begin_search(state);
  if (is_list(page.screen)) state.visit.list_page = 0;
  show(state, page);
}

void finish_text(AppState& state, std::vector<Effect>& effects) {
  switch (state.page().screen) {
    case Screen::offer_text: return finish_offer_text(state);
    case Screen::first_name: return finish_first_name(state);
    case Screen::reach: return finish_reach(state, effects);
    case Screen::my_ticket: return finish_code(state, effects);
    case Screen::story_text: return finish_story_text(state);
    case Screen::story_name: return finish_story_name(state);
    case Screen::appeal: return finish_appeal(state, effects);
    case Screen::search_needs:
    case Screen::search_offers:
      // The keyboard makes room for what was found.
      if (!state.visit.search.words.empty()) state.visit.search.typing = false;
      return;
    default: return;
  }
}

void take_records(AppState& state, RecordsCame came) {
  if (came.replaced) {
    state.wall = Wall{};
    for (StampedRecord& record : came.records) state.wall.apply(std::move(record));
    return remake_all(state);
  }
  std::vector<RecordId> changed;
  changed.reserve(came.records.size());
  for (StampedRecord& record : came.records) {
    changed.push_back(id_of(record.record));
    state.wall.apply(std::move(record));
  }
  const bool other_skills = take_skills(state);
  if (take_zone(state) || other_skills) return remake_all(state);
  state.agenda.refresh(state.wall, state.zone, state.moment.now, changed);
  state.facets.refresh(state.wall, state.skills, changed);
  state.posts.refresh(state.wall, state.skills, changed);
  state.matches.refresh(state.wall, state.skills, changed);
  remake_board(state);
}

/// One overload an action: the compiler notices one that is forgotten.
struct Apply {
  AppState& state;
  std::vector<Effect>& effects;

  Visit& visit() const { return state.visit; }
  /// Attract's bar is touched like any other part of it.
  void leave_attract() const {
    if (state.page().screen == Screen::attract) show(state, Page{.screen = Screen::home});
  }

  void operator()(const Touched&) const { visit().last_touch = state.moment.running; }
  void operator()(const Open& open_page) const { open(state, open_page.page); }
  void operator()(const GoBack&) const { go_back(state); }
  void operator()(const GoHome&) const { show(state, Page{.screen = Screen::home}); }
  void operator()(const Leave&) const { end_visit(state); }
  void operator()(const TurnPage& turn) const {
    std::size_t& shown = visit().list_page;
    if (turn.by > 0)
      ++shown;
    else if (shown > 0)
      --shown;
  }
  void operator()(const ShowCalendarAs& as) const { apply(state, as); }
  void operator()(const ChooseDay& choose) const { apply(state, choose); }
  void operator()(const OpenDay& day) const { apply(state, day); }
  void operator()(const ShowToday& today) const { apply(state, today); }
  void operator()(const ToggleFacet& toggle) const { apply(state, toggle); }
  void operator()(const FilterByTheme& by) const { apply(state, by); }
  void operator()(const FilterByOrganization& by) const { apply(state, by); }
  void operator()(const ClearFilter& clear) const { apply(state, clear); }
  void operator()(const StayOn&) const {
    visit().asked_at.reset();
    visit().last_touch = state.moment.running;
  }
  void operator()(const SetLanguage& set) const {
    visit().aids.language = set.language;
    leave_attract();
  }
  void operator()(const ToggleAid& toggle) const {
    Aids& aids = visit().aids;
    bool& aid = toggle.aid == Aid::large_text ? aids.large_text
                : toggle.aid == Aid::contrast ? aids.high_contrast
                                              : aids.slower;
    aid = !aid;
    leave_attract();
  }
  void operator()(const TouchTile& touched) const { apply(state, touched); }
  void operator()(const TouchTime& touched) const { apply(state, touched); }
  void operator()(const TouchDetail& touched) const { apply(state, touched); }
  void operator()(const ToggleIdea&) const { toggle_idea(state); }
  void operator()(const GiveConsent& consent) const {
    if (state.page().screen == Screen::answer_consent)
      give_answer_consent(state, consent.given, effects);
    else
      apply(state, consent);
  }
  void operator()(const Join& join) const { apply(state, join); }
  void operator()(const TouchAge& touched) const { apply(state, touched); }
  void operator()(const TouchReach& touched) const { apply(state, touched); }
  void operator()(const SetContactKind& set) const {
    wipe(visit().typing.text);
    visit().typing = Typing{.text = {}, .kind = set.kind};
  }
  void operator()(const ToggleMayBeCalled&) const { visit().offer.may_be_called = !visit().offer.may_be_called; }
  void operator()(const Review&) const { review(state); }
  void operator()(const Change& change) const {
    if (is_story(change.step))
      change_story(state, change.step);
    else
      apply(state, change);
  }
  void operator()(const ForgetContact&) const { forget_contact(state); }
  void operator()(const Send&) const { send(state, effects); }
  void operator()(const ChooseSlot& chosen) const { apply(state, chosen); }
  void operator()(const ChooseDate& chosen) const { apply(state, chosen); }
  void operator()(const GoNow& go) const { apply(state, go, effects); }
  void operator()(const ChangeText& change) const {
    Typing& typing = visit().typing;
    if (length(change.text) > most_typed(state.page().screen)) return;
    if (is_search(state.page().screen)) {
      wipe(visit().search.words);
      visit().search = Search{.words = change.text};
      return;
    }
    wipe(typing.text);
    typing.text = change.text;
    typing.problem = Typing::Problem::none;
  }
  void operator()(const FinishText&) const { finish_text(state, effects); }
  void operator()(const HideCode&) const {
    if (visit().sent) visit().sent->hidden = !visit().sent->hidden;
  }
  void operator()(const WithdrawPost&) const {
    if (visit().lookup) visit().lookup->confirming = true;
  }
  void operator()(const ConfirmWithdrawal&) const { confirm_withdrawal(state, effects); }
  void operator()(const KeepPost&) const {
    if (visit().lookup) visit().lookup->confirming = false;
  }
  void operator()(const UndoWithdrawal&) const { undo_withdrawal(state, effects); }
  void operator()(const RenewPost&) const { renew(state, effects); }
  void operator()(const BeginStory&) const { begin_story(state); }
  void operator()(const SendStory&) const { send_story(state, effects); }
  void operator()(const RemoveStory&) const { remove_story(state, effects); }
  void operator()(const DecideAnswer& decided) const { apply(state, decided, effects); }
  void operator()(const TellMet& told) const { apply(state, told, effects); }
  void operator()(const TouchReason& touched) const { apply(state, touched, effects); }
  void operator()(const Appeal&) const { begin_appeal(state); }
  void operator()(const Tick&) const { pass_time(state); }

  void operator()(const WallLoaded& loaded) const {
    state.wall = loaded.wall;
    state.link.heard_at = loaded.heard_at;
    remake_all(state);
  }
  void operator()(const RecordsCame& came) const { take_records(state, came); }
  void operator()(const BrokerCame&) const { state.link.connected = true; }
  void operator()(const BrokerLeft&) const {
    if (state.link.current) state.link.heard_at = state.moment.now;  // till then it was all there
    state.link.connected = false;
    state.link.current = false;
    state.link.left_at = state.moment.running;
    if (visit().lookup && visit().lookup->stage == TicketLookup::Stage::asking)
      visit().lookup->stage = TicketLookup::Stage::offline;
  }
  void operator()(const WallIsCurrent& current) const {
    const bool was_current = std::exchange(state.link.current, true);
    state.link.connected = true;
    state.link.heard_at = current.at;
    if (!was_current) remake_board(state);
  }
  void operator()(const PostAnswered& answered) const { apply(state, answered, effects); }
  void operator()(const TicketAnswered& answered) const { apply(state, answered); }

  void operator()(const ContactSealed& sealed) const { apply(state, sealed); }
  void operator()(const PostKept& kept) const {
    if (!take_report(state, kept)) apply(state, kept);
  }
  void operator()(const ComeNowKept& kept) const { apply(state, kept); }
  void operator()(const CommandKept& kept) const {
    if (visit().lookup) visit().lookup->pending = kept.command;
  }
  void operator()(const NotKept&) const {
    AuthorDraft& author = visit().author;
    if (author.sending) {
      author.sending = false;
      author.not_kept = true;
    }
    if (visit().report.sending) visit().report = ReportDraft{.title = {}, .not_kept = true};
    auto& coming = visit().coming;
    if (coming && !coming->command) coming->stage = Coming::Stage::not_kept;
    if (visit().lookup && visit().lookup->change != TicketLookup::Change::none) {
      visit().lookup->change = TicketLookup::Change::none;
      visit().lookup->change_failed = true;
    }
  }
  void operator()(const TicketAsked& asked) const {
    if (visit().sent && state.page().screen == Screen::ticket)
      visit().sent->query = asked.query;
    else if (visit().lookup)
      visit().lookup->query = asked.query;
  }
};

/// What a new minute and a new day change.
void take_moment(AppState& state, const Moment& moment) {
  const auto day = state.today();
  const auto minute = std::chrono::floor<std::chrono::minutes>(state.moment.now);
  state.moment = moment;
  if (state.today() != day)
    remake_all(state);
  else if (std::chrono::floor<std::chrono::minutes>(moment.now) != minute)
    remake_board(state);
}

/// What of the passing of time can be seen.
auto visible_time(const AppState& state) {
  return std::tuple{std::chrono::floor<std::chrono::minutes>(state.moment.now), seconds_left(state), state.headline,
                    state.page().screen, is_offline(state)};
}

}  // namespace

AppState start_state(const Aids& site, const Moment& moment, skills::SkillTree skills) {
  AppState state;
  state.skills = std::move(skills);
  state.moment = moment;
  state.site = site;
  state.visit.aids = site;
  state.visit.last_touch = moment.running;
  state.headline_since = moment.running;
  return state;
}

std::size_t most_typed(Screen screen) {
  switch (screen) {
    case Screen::first_name:
    case Screen::story_name: return limits::kFirstName;
    case Screen::story_text: return limits::kStory;
    case Screen::reach: return limits::kContact;
    case Screen::appeal: return limits::kAppeal;
    default: return limits::kTitle;
  }
}

bool is_offline(const AppState& state) {
  const LinkState& link = state.link;
  if (link.current) return false;
  if (link.left_at) return state.moment.running - *link.left_at >= timings::kOfflineAfter;
  return state.moment.now - link.heard_at >= timings::kFresh;
}

Update update(AppState state, const Action& action, const Moment& moment) {
  Update next{.state = std::move(state), .effects = {}};
  const auto before = visible_time(next.state);
  take_moment(next.state, moment);
  std::visit(Apply{next.state, next.effects}, action.any());
  const bool only_time = std::holds_alternative<Tick>(action.any()) || std::holds_alternative<Touched>(action.any());
  if (!only_time || visible_time(next.state) != before) ++next.state.version;
  return next;
}

std::optional<int> seconds_left(const AppState& state) {
  if (!state.visit.asked_at) return std::nullopt;
  const Milliseconds left = *state.visit.asked_at + count_down(state) - state.moment.running;
  return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(std::max(left, Milliseconds{0})).count());
}

Milliseconds until_next_change(const AppState& state) {
  const Moment& moment = state.moment;
  const auto minute = std::chrono::floor<std::chrono::minutes>(moment.now) + std::chrono::minutes{1};
  Milliseconds next = std::chrono::duration_cast<Milliseconds>(minute - moment.now);
  const auto at = [&](Milliseconds deadline) { next = std::min(next, deadline - moment.running); };
  if (!state.link.current && state.link.left_at && !is_offline(state)) at(*state.link.left_at + timings::kOfflineAfter);
  if (state.page().screen == Screen::attract) {
    if (state.board.headlines.size() > 1) at(state.headline_since + timings::kHeadline);
  } else if (state.visit.asked_at) {
    const Milliseconds end = *state.visit.asked_at + count_down(state);
    at(end - std::chrono::seconds{std::max(*seconds_left(state) - 1, 0)});
  } else {
    at(state.visit.last_touch + quiet_allowed(state));
  }
  return std::max(next, Milliseconds{0});
}

}  // namespace mur::app
