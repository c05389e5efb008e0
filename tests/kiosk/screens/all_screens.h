#pragma once

#include <string>
#include <vector>

#include "tests/kiosk/screens/stage.h"

namespace mur::test {

/// Every screen of the kiosk as a way of actions from Attract; the names are those of --list-screens where it has one.
struct ScreenWay {
  std::string name;
  std::vector<app::Action> actions;
};

inline std::vector<ScreenWay> all_screens(const Wall& wall) {
  using namespace app;
  const auto open = [](Screen screen) { return Open{{.screen = screen}}; };
  const std::vector<Action> what{GoHome{}, open(Screen::offer_what)};
  const auto after = [](std::vector<Action> way, std::vector<Action> more) {
    way.insert(way.end(), more.begin(), more.end());
    return way;
  };
  const auto when = after(what, {TouchTile{Tile::communication}});
  const auto contact = after(when, {TouchTime{Time::evenings}});
  const auto phone = after(contact, {TouchAge{AgeClass::adult}, TouchReach{ReachChoice::typed}});
  const auto review = after(phone, {ContactSealed{ContactKind::phone, Bytes{1}}});
  const auto ticket = after(review, {SendOffer{}, OfferKept{CommandId{}, {.code = "7K3M9Q2FA"}}});
  std::string code;
  for (const char check : std::string_view("0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U"))
    if (auto whole = parse_ticket_code(std::string("7K3M9Q2F") + check)) code = *whole;
  const std::vector<Action> asked{GoHome{}, open(Screen::my_ticket), ChangeText{code}, FinishText{}, TicketAsked{1}};
  const TicketState published{.status = PostStatus::published,
                              .details = {.tiles = {Tile::communication}, .availability = {.evenings = true}},
                              .expires_at = SampleWall::kNow + limits::kOfferLife};
  const TicketState withdrawn{
      .status = PostStatus::withdrawn, .details = {.tiles = {Tile::communication}}, .can_undo = true};
  const auto in_calendar = [&](std::vector<Action> more) {
    return after({GoHome{}, open(Screen::calendar)}, std::move(more));
  };
  const auto month = in_calendar({ShowCalendarAs{CalendarMode::month}});
  const auto week = in_calendar({ShowCalendarAs{CalendarMode::week}});
  const std::vector<Action> nothing_left{ToggleFacet{Facet::here}, ToggleFacet{Facet::sign_language}};
  const auto day = [](int of_march) {
    return std::chrono::floor<std::chrono::days>(SampleWall::paris(of_march, 0, 0).local);
  };
  const EventId event = SampleWall::event_titled(wall, "Préparer la marche du 21");
  const EventId moved = SampleWall::event_titled(wall, "Permanence écrivain public");
  return {
      {"attract", {}},
      {"home", {GoHome{}}},
      {"calendar", in_calendar({})},
      {"calendar-filtered", in_calendar({ToggleFacet{Facet::free_of_charge}})},
      {"calendar-nothing", in_calendar(nothing_left)},
      {"calendar-week", week},
      {"calendar-week-full", after(week, {ChooseDay{day(20)}})},
      {"calendar-week-nothing", after(week, nothing_left)},
      {"calendar-month", month},
      {"calendar-month-day", after(month, {ChooseDay{day(19)}})},
      {"calendar-month-first", after(month, {ChooseDay{day(-30)}})},
      {"calendar-month-nothing", after(month, nothing_left)},
      {"calendar-day", in_calendar({OpenDay{day(12)}})},
      {"calendar-day-empty", in_calendar({OpenDay{day(16)}})},
      {"calendar-filters", in_calendar({open(Screen::calendar_filters)})},
      {"calendar-filters-on", in_calendar({ToggleFacet{Facet::free_of_charge}, open(Screen::calendar_filters)})},
      {"calendar-themes", in_calendar({open(Screen::calendar_filters), open(Screen::calendar_themes)})},
      {"calendar-organizations", in_calendar({open(Screen::calendar_organizations)})},
      {"here-today", in_calendar({open(Screen::here_today)})},
      {"event", {Open{{.screen = Screen::event, .occurrence = {event, SampleWall::paris(17, 18, 0).local}}}}},
      {"event-moved", {Open{{.screen = Screen::event, .occurrence = {moved, SampleWall::paris(18, 14, 0).local}}}}},
      {"needs", {open(Screen::needs)}},
      {"need", {Open{{.screen = Screen::need, .need = SampleWall::need_titled(wall, "Servir 80 repas")}}}},
      {"gone", {Open{{.screen = Screen::need}}}},
      {"offers", {open(Screen::offers)}},
      {"offer", {Open{{.screen = Screen::offer, .offer = SampleWall::newest_offer(wall)}}}},
      {"offer-what", what},
      {"offer-what-again", after(review, {Change{Screen::offer_what}})},
      {"keyboard", after(what, {TouchTile{Tile::other}, ChangeText{"je répare les vélos et du gra"}})},
      {"keyboard-warning",
       after(what, {TouchTile{Tile::other}, ChangeText{"appelez le 06 12 34 56 78"}, FinishText{}})},
      {"offer-when", when},
      {"offer-contact", contact},
      {"offer-phone", after(phone, {ChangeText{"0612"}})},
      {"offer-email", after(phone, {SetContactKind{ContactKind::email}, ChangeText{"ana@"}})},
      {"offer-review", review},
      {"offer-name", after(review, {Change{Screen::offer_name}})},
      {"ticket", ticket},
      {"ticket-hidden", after(ticket, {HideCode{}})},
      {"ticket-offline", after(ticket, {BrokerLeft{}})},
      {"my-ticket", {GoHome{}, open(Screen::my_ticket)}},
      {"my-ticket-state", after(asked, {TicketAnswered{1, published}})},
      {"my-ticket-confirm", after(asked, {TicketAnswered{1, published}, WithdrawPost{}})},
      {"my-ticket-undo", after(asked, {TicketAnswered{1, withdrawn}})},
      {"my-ticket-unknown", after(asked, {TicketAnswered{1, fail(Errc::not_found, "code")}})},
      {"help", {GoHome{}, open(Screen::help)}},
      {"search-needs", {GoHome{}, open(Screen::needs), open(Screen::search_needs), ChangeText{"repa"}}},
      {"search-needs-empty", {GoHome{}, open(Screen::needs), open(Screen::search_needs)}},
      {"search-needs-found",
       {GoHome{}, open(Screen::needs), open(Screen::search_needs), ChangeText{"re"}, FinishText{}}},
      {"search-offers", {GoHome{}, open(Screen::offers), open(Screen::search_offers), ChangeText{"accueilir"}}},
      {"search-offers-nothing",
       {GoHome{}, open(Screen::offers), open(Screen::search_offers), ChangeText{"xylophone"}, FinishText{}}},
  };
}

}  // namespace mur::test
