#pragma once

#include <string>
#include <vector>

#include "tests/kiosk/screens/stage.h"
#include "tests/support/ticket_codes.h"

namespace mur::test {

/// Every screen of the kiosk as a way of actions from Attract; the names are those of --list-screens where it has one.
struct ScreenWay {
  std::string name;
  std::vector<app::Action> actions;
};

/// The need of that title; where the wall has none, its first one, if there is any.
inline const Need* any_need(const Wall& wall, std::string_view title) {
  const Need* found = nullptr;
  wall.each<Need>([&](const Need& need) {
    if (found == nullptr || need.details.title == title) found = &need;
  });
  return found;
}

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
  const auto ticket = after(review, {Send{}, PostKept{CommandId{}, {.code = "7K3M9Q2FA"}}});
  const std::string code = a_ticket_code();
  const std::vector<Action> asked{GoHome{}, open(Screen::my_ticket), ChangeText{code}, FinishText{}, TicketAsked{1}};
  const TicketState published{.status = PostStatus::published,
                              .details = {.tiles = {Tile::communication}, .availability = {.evenings = true}},
                              .expires_at = SampleWall::kNow + limits::kOfferLife};
  const TicketState withdrawn{
      .status = PostStatus::withdrawn, .details = {.tiles = {Tile::communication}}, .can_undo = true};
  const auto need_page = [&](const Need* need) {
    return Open{{.screen = Screen::need, .need = need == nullptr ? NeedId{} : need->id}};
  };
  const auto slot = [](const Need* need, std::size_t at) {
    return need == nullptr ? SlotId{} : need->details.slots.at(at).id;
  };
  const Need* soup = any_need(wall, "Servir 80 repas");
  const Need* weekly = any_need(wall, SampleWall::kWeekly);
  const Need* meals = any_need(wall, "Repas suspendus");
  const Need* oven = any_need(wall, "Un four pour la cantine");
  const std::vector<Action> need{need_page(soup)};
  const auto reply_when = std::vector<Action>{need_page(weekly), ChooseSlot{slot(weekly, 0)}};
  const auto reply_contact = after(need, {ChooseSlot{slot(soup, 0)}});
  const auto reply_review = after(reply_contact, {TouchReach{ReachChoice::none}});
  const auto reply_each_time = after(reply_when, {ChooseDate{}, TouchReach{ReachChoice::none}});
  const auto reply_ticket = after(reply_review, {Send{}, PostKept{CommandId{}, {.code = "7K3M9Q2FA"}}});
  const auto receipt = [](ReplyStatus status) { return PostAnswered{CommandId{}, Receipt{.reply = status}}; };
  const ReplyTold held{.status = ReplyStatus::held,
                       .need = soup == nullptr ? std::string{} : soup->details.title,
                       .role = soup == nullptr ? std::string{} : soup->details.slots[0].role,
                       .organization = "Cantine des Récollets",
                       .begins = SampleWall::kNow + std::chrono::minutes{6},
                       .ends = SampleWall::kNow + std::chrono::hours{3},
                       .decide_by = SampleWall::kNow + std::chrono::hours{20}};
  ReplyTold waits = held;
  waits.status = ReplyStatus::listed;
  waits.waiting = 2;
  ReplyTold accepted = held;
  accepted.status = ReplyStatus::accepted;
  accepted.where = "grande salle, entrée par la cour";
  accepted.welcomed_by = "Samira";
  accepted.bring = "un tablier et de bonnes chaussures";
  ReplyTold declined = held;
  declined.status = ReplyStatus::declined;
  declined.reason = ReplyReason::enough;
  ReplyTold begun = accepted;
  begun.may_tell = true;
  ReplyTold met = accepted;
  met.status = ReplyStatus::met;
  const TicketState may_tell{.reply = met, .may_tell_story = true};
  TicketState has_told = may_tell;
  has_told.story = StoryTold{.status = PostStatus::published, .text = "On a servi quatre-vingts repas."};
  const auto my_reply = [&](const ReplyTold& told) {
    return after(asked, {TicketAnswered{1, TicketState{.reply = told}}});
  };
  const auto came = after(need, {GoNow{slot(soup, 0)}, ComeNowKept{CommandId{}}});
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
  OfferId repair = SampleWall::newest_offer(wall);
  wall.each<Offer>([&](const Offer& each) {
    if (each.details.tiles.front() == Tile::repair) repair = each.id;
  });
  OfferId idea = SampleWall::newest_offer(wall);
  wall.each<Offer>([&](const Offer& each) {
    if (each.kind == OfferKind::idea) idea = each.id;
  });
  const std::vector<Action> idea_page{Open{{.screen = Screen::offer, .offer = idea}}};
  const auto join_review = after(idea_page, {Join{}, TouchReach{ReachChoice::none}});
  const auto join_ticket = after(join_review, {Send{}, PostKept{CommandId{}, {.code = "7K3M9Q2FA"}}});
  const Need* sensitive = any_need(wall, SampleWall::kSensitive);
  const auto consent = after({need_page(sensitive)}, {ChooseSlot{slot(sensitive, 0)}, TouchAge{AgeClass::adult},
                                                      TouchReach{ReachChoice::typed}});
  const auto own_words = after(what, {TouchTile{Tile::other}, ChangeText{"Un chœur de quartier, le dimanche"},
                                      FinishText{}, TouchTime{Time::weekends}, TouchAge{AgeClass::adult},
                                      TouchReach{ReachChoice::typed}, ContactSealed{ContactKind::phone, Bytes{1}}});
  const ReplyId answer{derive_uuid(Uuid{}, "answer")};
  const TicketState answered{.status = PostStatus::published,
                             .details = {.tiles = {Tile::communication}, .availability = {.evenings = true}},
                             .expires_at = SampleWall::kNow + limits::kOfferLife,
                             .answers = {{.reply = answer,
                                          .organization = "Santé pour toutes",
                                          .status = ReplyStatus::held,
                                          .note = "Venez jeudi, demandez Awa.",
                                          .decide_by = SampleWall::kNow + std::chrono::days{3},
                                          .reaches = true,
                                          .sensitivity = Sensitivity::health}}};
  TicketState own_idea{.status = PostStatus::published,
                       .details = {.tiles = {Tile::idea}, .text = "Un chœur de quartier, le dimanche"},
                       .expires_at = SampleWall::kNow + limits::kOfferLife,
                       .joined = 3,
                       .meeting_at = SampleWall::kNow + std::chrono::days{3},
                       .meeting_place = "Grande salle"};
  const std::vector<Action> report{Open{{.screen = Screen::report, .reported = record_id(event)}}};
  const auto report_ticket =
      after(report, {TouchReason{ReportReason::private_data}, PostKept{CommandId{}, {.code = "7K3M9Q2FA"}}});
  const auto my_report = [&](ReportStatus status) {
    return after(asked, {TicketAnswered{1, TicketState{.report = ReportTold{.reason = ReportReason::private_data,
                                                                            .status = status,
                                                                            .note = "Merci, c'est corrigé.",
                                                                            .post = "Préparer la marche du 21",
                                                                            .on_wall = true}}}});
  };
  const TicketState refused{.status = PostStatus::refused,
                            .reason = Reason::advert,
                            .details = {.tiles = {Tile::communication}},
                            .may_appeal = true};
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
      {"need-suspended", {need_page(meals)}},
      {"need-gift", {need_page(oven)}},
      {"need", need},
      {"need-weekly", {need_page(weekly)}},
      {"reply-when", reply_when},
      {"reply-when-chosen", after(reply_each_time, {Change{Screen::reply_when}})},
      {"reply-contact", reply_contact},
      {"reply-review", reply_review},
      {"reply-review-each-time", reply_each_time},
      {"reply-name", after(reply_review, {Change{Screen::first_name}})},
      {"reply-ticket", reply_ticket},
      {"reply-ticket-offline", after(reply_ticket, {BrokerLeft{}})},
      {"reply-ticket-held", after(reply_ticket, {receipt(ReplyStatus::held), TicketAsked{1},
                                                 TicketAnswered{1, TicketState{.reply = held}}})},
      {"reply-ticket-listed", after(reply_ticket, {receipt(ReplyStatus::listed), TicketAsked{1},
                                                   TicketAnswered{1, TicketState{.reply = waits}}})},
      {"reply-ticket-refused", after(reply_ticket, {PostAnswered{CommandId{}, fail(Errc::closed, "need")}})},
      {"come-now", came},
      {"come-now-counted", after(came, {receipt(ReplyStatus::accepted)})},
      {"come-now-offline", after(came, {BrokerLeft{}})},
      {"come-now-refused", after(came, {PostAnswered{CommandId{}, fail(Errc::closed, "slot")}})},
      {"gone", {Open{{.screen = Screen::need}}}},
      {"offers", {open(Screen::offers)}},
      {"offer", {Open{{.screen = Screen::offer, .offer = SampleWall::newest_offer(wall)}}}},
      {"offer-matched", {Open{{.screen = Screen::offer, .offer = repair}}}},
      {"need-matched", {need_page(any_need(wall, "Réparer des machines à coudre"))}},
      {"offer-what", what},
      {"offer-what-again", after(review, {Change{Screen::offer_what}})},
      {"keyboard", after(what, {TouchTile{Tile::other}, ChangeText{"je répare les vélos et du gra"}})},
      {"keyboard-warning",
       after(what, {TouchTile{Tile::other}, ChangeText{"appelez le 06 12 34 56 78"}, FinishText{}})},
      {"offer-when", when},
      {"offer-more", after(review, {Change{Screen::offer_more}, TouchDetail{Detail::at_ease},
                                    TouchDetail{Detail::employer_half_days}})},
      {"offer-review-own-words", after(own_words, {ToggleIdea{}})},
      {"idea", idea_page},
      {"idea-contact", after(idea_page, {Join{}})},
      {"idea-review", join_review},
      {"idea-ticket", join_ticket},
      {"my-idea", after(asked, {TicketAnswered{1, own_idea}})},
      {"consent", consent},
      {"my-answer", after(asked, {TicketAnswered{1, answered}})},
      {"my-answer-consent", after(asked, {TicketAnswered{1, answered}, DecideAnswer{answer, ReplyStatus::accepted}})},
      {"privacy", {GoHome{}, open(Screen::help), open(Screen::privacy)}},
      {"offer-contact", contact},
      {"offer-phone", after(phone, {ChangeText{"0612"}})},
      {"offer-email", after(phone, {SetContactKind{ContactKind::email}, ChangeText{"ana@"}})},
      {"offer-review", review},
      {"offer-name", after(review, {Change{Screen::first_name}})},
      {"ticket", ticket},
      {"ticket-hidden", after(ticket, {HideCode{}})},
      {"ticket-offline", after(ticket, {BrokerLeft{}})},
      {"my-ticket", {GoHome{}, open(Screen::my_ticket)}},
      {"my-ticket-state", after(asked, {TicketAnswered{1, published}})},
      {"my-ticket-confirm", after(asked, {TicketAnswered{1, published}, WithdrawPost{}})},
      {"my-ticket-undo", after(asked, {TicketAnswered{1, withdrawn}})},
      {"my-reply-held", my_reply(held)},
      {"my-reply-listed", my_reply(waits)},
      {"my-reply-accepted", my_reply(accepted)},
      {"my-reply-confirm", after(my_reply(accepted), {WithdrawPost{}})},
      {"my-reply-begun", my_reply(begun)},
      {"my-reply-declined", my_reply(declined)},
      {"my-reply-met", after(asked, {TicketAnswered{1, may_tell}})},
      {"my-reply-told", after(asked, {TicketAnswered{1, has_told}})},
      {"story-text", after(asked, {TicketAnswered{1, may_tell}, BeginStory{}, ChangeText{"On a servi"}})},
      {"story", after(asked, {TicketAnswered{1, has_told}, BeginStory{}, FinishText{}})},
      {"story-name",
       after(asked, {TicketAnswered{1, has_told}, BeginStory{}, FinishText{}, Change{Screen::story_name}})},
      {"my-ticket-unknown", after(asked, {TicketAnswered{1, fail(Errc::not_found, "code")}})},
      {"report", report},
      {"report-sending", after(report, {TouchReason{ReportReason::wrong}})},
      {"report-ticket", report_ticket},
      {"report-ticket-offline", after(report_ticket, {BrokerLeft{}})},
      {"report-ticket-refused", after(report_ticket, {PostAnswered{CommandId{}, fail(Errc::closed, "post")}})},
      {"my-report-open", my_report(ReportStatus::open)},
      {"my-report-hidden", my_report(ReportStatus::hidden)},
      {"my-refused", after(asked, {TicketAnswered{1, refused}})},
      {"my-appeal", after(asked, {TicketAnswered{1, refused}, Appeal{}, ChangeText{"je ne vends rien"}})},
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
