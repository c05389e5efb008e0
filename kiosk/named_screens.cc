#include "kiosk/named_screens.h"

#include <fmt/ranges.h>

#include <functional>
#include <map>

#include "kiosk/app/post_words.h"
#include "kiosk/app/slot_state.h"
#include "kiosk/app/timings.h"
#include "kiosk/app/update.h"
#include "shared/domain/limits.h"

namespace mur::kiosk {

namespace {

using app::Screen;

/// A visit without fingers and without broker: what the loop would ask of the world is answered from a drawer.
class Visit {
 public:
  Visit(app::AppState state, std::string id, const app::Text& text)
      : state_(std::move(state)), id_(std::move(id)), text_(text) {}

  void act(const app::Action& action) { state_ = app::update(std::move(state_), action, state_.moment).state; }
  void open(Screen screen) { act(app::Open{{.screen = screen}}); }
  void quiet_for(Milliseconds time) {
    const app::Moment later{state_.moment.now, state_.moment.running + time};
    state_ = app::update(std::move(state_), app::Tick{}, later).state;
  }

  [[nodiscard]] const app::Text& text() const { return text_; }
  [[nodiscard]] app::AppState take() { return std::move(state_); }

  void open_calendar(app::CalendarMode mode) {
    open(Screen::calendar);
    act(app::ShowCalendarAs{mode});
  }
  void open_today() {
    open(Screen::calendar);
    act(app::OpenDay{state_.today()});
  }
  Status open_event() {
    const auto now = std::chrono::floor<std::chrono::seconds>(state_.moment.now);
    const auto& entries = state_.agenda.entries();
    const app::AgendaEntry* entry = entries.empty() ? nullptr : &entries.front();
    if (const auto uuid = parse_uuid(id_)) entry = state_.agenda.next_of(EventId{*uuid}, now);
    if (entry == nullptr) return nothing("event");
    act(app::Open{{.screen = Screen::event, .occurrence = {entry->event, entry->start}}});
    return {};
  }
  Status open_need() {
    const auto& needs = state_.board.needs;
    if (needs.empty() && id_.empty()) return nothing("need");
    const auto uuid = parse_uuid(id_);
    const NeedId need = uuid ? NeedId{*uuid} : needs.front().need;
    if (state_.wall.find(need) == nullptr) return nothing("need");
    act(app::Open{{.screen = Screen::need, .need = need}});
    return {};
  }
  Status open_offer() {
    const auto& offers = state_.board.offers;
    if (offers.empty() && id_.empty()) return nothing("offer");
    const auto uuid = parse_uuid(id_);
    const OfferId offer = uuid ? OfferId{*uuid} : offers.front();
    if (state_.wall.find(offer) == nullptr) return nothing("offer");
    act(app::Open{{.screen = Screen::offer, .offer = offer}});
    return {};
  }

  Status to_report(bool sent) {
    if (Status there = open_event(); !there) return there;
    const EventId event = state_.page().occurrence.event;
    act(app::Open{{.screen = Screen::report, .reported = record_id(event)}});
    if (!sent) return {};
    act(app::TouchReason{ReportReason::wrong});
    act(app::BrokerCame{});
    act(app::PostKept{CommandId{}, sample_ticket()});
    act(app::PostAnswered{CommandId{}, Receipt{}});
    return {};
  }
  void to_refused() {
    look_up({.status = PostStatus::refused,
             .reason = Reason::advert,
             .details = {.tiles = {Tile::communication}, .availability = {.evenings = true}},
             .expires_at = state_.moment.now + limits::kOfferLife,
             .may_appeal = true});
  }
  void to_appeal() {
    to_refused();
    act(app::Appeal{});
    act(app::ChangeText{text_("I repair bicycles and sewing mach")});
  }

  void to_when() {
    open(Screen::offer_what);
    act(app::TouchTile{Tile::communication});
  }
  void to_contact() {
    to_when();
    act(app::TouchTime{app::Time::evenings});
  }
  void to_review() {
    to_contact();
    act(app::TouchAge{AgeClass::adult});
    act(app::TouchReach{app::ReachChoice::typed});
    act(app::ContactSealed{ContactKind::phone, Bytes{}});
  }
  void to_ticket() {
    to_review();
    act(app::Send{});
    act(app::PostKept{CommandId{}, sample_ticket()});
    act(app::PostAnswered{CommandId{}, Receipt{.status = PostStatus::pending}});
  }
  Status to_my_story() {
    const auto& needs = state_.board.needs;
    if (needs.empty()) return nothing("need");
    const Need& need = *state_.wall.find(needs.front().need);
    look_up({.reply = ReplyTold{.status = ReplyStatus::met,
                                .need = need.details.title,
                                .organization = app::organization_name(state_, need.organization)},
             .may_tell_story = true,
             .story = StoryTold{.status = PostStatus::published,
                                .text = text_("We served eighty meals, and I am going back.")}});
    act(app::BeginStory{});
    act(app::FinishText{});
    return {};
  }
  void to_ticket_state() {
    look_up({.status = PostStatus::published,
             .details = {.tiles = {Tile::communication}, .availability = {.evenings = true}},
             .expires_at = state_.moment.now + limits::kOfferLife});
  }

  Status to_my_offer() {
    const auto answer = [this](std::string_view seed, std::string organization, std::string note, ReplyStatus status) {
      return OfferAnswer{.reply = ReplyId{derive_uuid(Uuid{}, seed)},
                         .organization = std::move(organization),
                         .status = status,
                         .note = std::move(note),
                         .answered_at = state_.moment.now,
                         .decide_by = state_.moment.now + limits::kOfferAnswerWaits,
                         .reaches = true};
    };
    std::vector<std::string> names;
    state_.wall.each<Organization>([&](const Organization& one) { names.push_back(one.details.name); });
    if (names.size() < 2) return nothing("two organizations");
    look_up({.status = PostStatus::published,
             .details = {.tiles = {Tile::communication}, .availability = {.evenings = true}},
             .expires_at = state_.moment.now + limits::kOfferLife,
             .answers = {answer("one", names[0], text_("Come and see us on Tuesday at six, ask for Awa."),
                                ReplyStatus::held),
                         answer("two", names[1], text_("We print our posters on Thursdays."), ReplyStatus::accepted)},
             .stage = OfferStage::promised});
    return {};
  }

  /// « Je veux aider » on the first place that may be taken and is `wanted`.
  using Wanted = std::function<bool(const Need&, const app::SlotState&)>;
  Status to_slot(const Wanted& wanted, const std::function<app::Action(SlotId)>& touch, const char* what) {
    for (const app::BoardNeed& placed : state_.board.needs) {
      const Need& need = *state_.wall.find(placed.need);
      for (const Slot& slot : need.details.slots) {
        const app::SlotState now = app::slot_state(slot, state_.zone, state_.moment.now);
        if (now.over || !wanted(need, now)) continue;
        act(app::Open{{.screen = Screen::need, .need = need.id}});
        act(touch(slot.id));
        return {};
      }
    }
    return nothing(what);
  }
  Status to_reply_when() {
    return to_slot([](const Need&, const app::SlotState& slot) { return slot.repeats; },
                   [](SlotId slot) { return app::ChooseSlot{slot}; }, "need that repeats");
  }
  Status to_reply_contact() {
    return to_slot([](const Need&, const app::SlotState& slot) { return !slot.repeats; },
                   [](SlotId slot) { return app::ChooseSlot{slot}; }, "need with a place");
  }
  Status to_reply_review() {
    if (Status there = to_reply_contact(); !there) return there;
    act(app::TouchReach{app::ReachChoice::none});
    return {};
  }
  Status to_reply_ticket() {
    if (Status there = to_reply_review(); !there) return there;
    act(app::Send{});
    act(app::PostKept{CommandId{}, sample_ticket()});
    act(app::PostAnswered{CommandId{}, Receipt{.reply = ReplyStatus::held}});
    return {};
  }
  Status to_come_now() {
    const auto now = [this](const Need& need, const app::SlotState& slot) {
      return app::may_come_now(need, slot, state_.moment.now);
    };
    return to_slot(now, [](SlotId slot) { return app::GoNow{slot}; }, "need that begins soon");
  }
  Status to_my_reply() {
    const auto& needs = state_.board.needs;
    if (needs.empty()) return nothing("need");
    const Need& need = *state_.wall.find(needs.front().need);
    look_up({.reply = ReplyTold{.status = ReplyStatus::held,
                                .need = need.details.title,
                                .organization = app::organization_name(state_, need.organization),
                                .decide_by = state_.moment.now + limits::kHoldMost}});
    return {};
  }

 private:
  void look_up(const TicketState& told) {
    open(Screen::my_ticket);
    act(app::BrokerCame{});
    act(app::ChangeText{sample_ticket().code});
    act(app::FinishText{});
    act(app::TicketAsked{1});
    act(app::TicketAnswered{1, told});
  }
  /// A code that reads like one: the right check character is found by trying.
  static TicketSecret sample_ticket() {
    const std::string code = "7K3M9Q2F";
    for (const char check : std::string_view("0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U"))
      if (auto whole = parse_ticket_code(code + check)) return {.code = *whole};
    return {.code = code};
  }
  [[nodiscard]] std::unexpected<Error> nothing(const char* what) const {
    return fail(Errc::closed, "--screen",
                id_.empty() ? fmt::format("this wall has no {} to show", what)
                            : fmt::format("this wall shows no {} with the id {}", what, id_));
  }

  app::AppState state_;
  std::string id_;
  const app::Text& text_;
};

using Way = std::function<Status(Visit&)>;

/// A way that always leads there.
Way by(std::function<void(Visit&)> walk) {
  return [walk = std::move(walk)](Visit& visit) -> Status {
    walk(visit);
    return {};
  };
}

Way to(Screen screen) {
  return by([screen](Visit& visit) { visit.open(screen); });
}

std::vector<std::pair<std::string, Way>> make_ways() {
  return {
      {"attract", by([](Visit&) {})},
      {"home", to(Screen::home)},
      {"calendar", to(Screen::calendar)},
      {"calendar-week", by([](Visit& visit) { visit.open_calendar(app::CalendarMode::week); })},
      {"calendar-month", by([](Visit& visit) { visit.open_calendar(app::CalendarMode::month); })},
      {"calendar-day", by([](Visit& visit) { visit.open_today(); })},
      {"calendar-filters", to(Screen::calendar_filters)},
      {"calendar-themes", to(Screen::calendar_themes)},
      {"calendar-organizations", to(Screen::calendar_organizations)},
      {"here-today", to(Screen::here_today)},
      {"event", [](Visit& visit) { return visit.open_event(); }},
      {"needs", to(Screen::needs)},
      {"need", [](Visit& visit) { return visit.open_need(); }},
      {"offers", to(Screen::offers)},
      {"offer", [](Visit& visit) { return visit.open_offer(); }},
      {"offer-what", to(Screen::offer_what)},
      {"keyboard", by([](Visit& visit) {
         visit.open(Screen::offer_what);
         visit.act(app::TouchTile{Tile::other});
         visit.act(app::ChangeText{visit.text()("I repair bicycles and sewing mach")});
       })},
      {"offer-when", by([](Visit& visit) { visit.to_when(); })},
      {"offer-contact", by([](Visit& visit) { visit.to_contact(); })},
      {"offer-phone", by([](Visit& visit) {
         visit.to_contact();
         visit.act(app::TouchAge{AgeClass::adult});
         visit.act(app::TouchReach{app::ReachChoice::typed});
         visit.act(app::ChangeText{"0123"});
       })},
      {"offer-review", by([](Visit& visit) { visit.to_review(); })},
      {"reply-when", [](Visit& visit) { return visit.to_reply_when(); }},
      {"reply-contact", [](Visit& visit) { return visit.to_reply_contact(); }},
      {"reply-review", [](Visit& visit) { return visit.to_reply_review(); }},
      {"reply-ticket", [](Visit& visit) { return visit.to_reply_ticket(); }},
      {"come-now", [](Visit& visit) { return visit.to_come_now(); }},
      {"ticket", by([](Visit& visit) { visit.to_ticket(); })},
      {"my-ticket", by([](Visit& visit) {
         visit.open(Screen::my_ticket);
         visit.act(app::ChangeText{"7K3"});
       })},
      {"my-ticket-state", by([](Visit& visit) { visit.to_ticket_state(); })},
      {"my-offer-answers", [](Visit& visit) { return visit.to_my_offer(); }},
      {"story", [](Visit& visit) { return visit.to_my_story(); }},
      {"my-reply-state", [](Visit& visit) { return visit.to_my_reply(); }},
      {"report", [](Visit& visit) { return visit.to_report(false); }},
      {"report-ticket", [](Visit& visit) { return visit.to_report(true); }},
      {"my-refused-offer", by([](Visit& visit) { visit.to_refused(); })},
      {"my-appeal", by([](Visit& visit) { visit.to_appeal(); })},
      {"help", to(Screen::help)},
      {"search-needs", by([](Visit& visit) {
         visit.open(Screen::needs);
         visit.open(Screen::search_needs);
         visit.act(app::ChangeText{visit.text()("repair")});
       })},
      {"search-offers", by([](Visit& visit) {
         visit.open(Screen::offers);
         visit.open(Screen::search_offers);
         visit.act(app::ChangeText{visit.text()("repair")});
         visit.act(app::FinishText{});
       })},
      {"still-there", by([](Visit& visit) {
         visit.open(Screen::home);
         visit.quiet_for(app::timings::kQuiet);
       })},
  };
}

}  // namespace

const std::vector<std::string>& screen_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const auto& way : make_ways()) names.push_back(way.first);
    return names;
  }();
  return kNames;
}

Result<app::AppState> open_named_screen(app::AppState state, const std::string& name, const std::string& id,
                                        const app::Text& text) {
  for (const auto& [known, way] : make_ways()) {
    if (known != name) continue;
    Visit visit(std::move(state), id, text);
    if (Status walked = way(visit); !walked) return fail(walked.error());
    return visit.take();
  }
  return fail(Errc::not_found, "--screen",
              fmt::format("there is no screen \"{}\"; the screens are {}", name, fmt::join(screen_names(), ", ")));
}

}  // namespace mur::kiosk
