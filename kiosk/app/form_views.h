#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/action.h"
#include "kiosk/app/answer_views.h"
#include "kiosk/app/app_state.h"
#include "kiosk/app/reply_views.h"
#include "kiosk/app/report_views.h"
#include "kiosk/app/view_parts.h"

/// What the steps of « Je propose… » and « Je veux aider », the ticket and « Mon ticket » have to say.
namespace mur::app {

struct TileView {
  Tile tile{};
  std::string name;
  bool selected = false;
};

struct WhatView {
  StepView step;
  std::vector<TileView> tiles;
  bool choosing_several = false;  ///< gone back to from the review: « Continuer » leads there again
  int most = 1;
  bool complete = false;
};

struct TimeView {
  Time time{};
  std::string name;
  bool selected = false;
};

struct WhenView {
  StepView step;
  std::string offer;  ///< what was chosen
  std::vector<TimeView> times;
  bool choosing_several = false;
  bool complete = false;
};

/// One answer of « Préciser ».
struct DetailView {
  Detail detail{};
  std::string name;
  bool selected = false;
};
struct DetailGroup {
  std::string question;
  std::vector<DetailView> answers;
};
struct MoreView {
  StepView step;
  std::string offer;
  std::vector<DetailGroup> groups;
};

/// May an organization of a sensitive kind know the contact?
struct ConsentView {
  StepView step;  ///< 0 of 0 on Screen::answer_consent
  bool of_ticket = false;
  std::string organization;
  std::string why;  ///< "La Ligue est une association de santé. …"
};

/// « En savoir plus ».
struct PrivacyView {
  std::string hub;
  std::string controller;
  std::string address;
  std::string rights;
  std::string dpo;
  std::string publication_director;
  std::string host;
  int kept_days = 0;
};

struct ContactView {
  Form form{};
  StepView step;
  std::string answered;  ///< so far
  AgeClass age{};
  bool age_missing = false;
  bool hub_takes = false;  ///< the hub said who keeps contacts
  bool may_leave = false;  ///< … and this person may leave one
  bool on_phone = false;   ///< finish on one's own phone: only where the hub serves pages
  std::string kept_by;
  std::string rights;
  int kept_days = 0;  ///< after the offer ended, or the date
  bool has_contact = false;
};

struct ReviewView {
  Form form{};
  StepView step;
  std::string what;  ///< is offered; of a reply: need and role
  std::string when;
  Screen when_step{};        ///< where to change that
  std::string organization;  ///< that is answered
  ContactKind contact{};
  bool may_be_called = false;
  bool may_be_idea = false;  ///< an offer in words of one's own: others may join
  bool idea = false;
  bool says_more = false;  ///< of an offer: « Préciser » was answered
  std::string first_name;
  bool sending = false;
  bool not_kept = false;
  int review_hours = 0;
};

/// Something typed on the keyboard.
struct TypingView {
  Screen screen{};
  Form form{};
  StepView step;  ///< of the form
  std::string text;
  std::size_t max_length = 0;
  Typing::Problem problem{};
  ContactKind kind{};  ///< on reach
  std::vector<std::string> suggestions;
  bool optional = false;
};

struct TicketView {
  std::string what;    ///< was offered; of a reply: need and role
  std::string detail;  ///< of a reply: when
  std::string code;    ///< "7K3M 9Q2F A"
  std::string link;    ///< for the QR; empty where the hub serves no page
  SentPost::Stage stage{};
  std::optional<ReplyAnswer> reply;   ///< where a need was answered: how it stands
  std::optional<ReportWords> report;  ///< where something was reported
  bool to_idea = false;               ///< `reply` joins an idea
  bool online = false;
  bool hidden = false;
  bool has_contact = false;
  bool contact_refused = false;  ///< with Stage::refused: that was why
  std::string read_by;           ///< "vendredi avant midi"
  std::vector<CardView> needs;   ///< that could use what was offered
};

struct TicketStateView {
  TicketLookup::Stage stage{};
  std::string code;
  std::string what;    ///< the offer, or the need that was answered
  std::string detail;  ///< of a reply: organization, role and when
  std::string status;  ///< one word or two
  std::string next;    ///< what happens next
  std::string reason;  ///< of a refusal
  Tone tone = Tone::quiet;
  ComingView coming;                     ///< of a reply that was accepted
  std::vector<OfferAnswerView> answers;  ///< to an offer
  bool is_reply = false;
  bool may_tell = false;     ///< « Vous êtes-vous rencontrés ? »
  std::optional<bool> told;  ///< … and what was said
  bool can_withdraw = false;
  bool can_undo = false;
  bool can_renew = false;
  std::string story;  ///< where the visitor's story stands
  bool can_tell_story = false;
  bool has_story = false;
  bool confirming = false;
  bool changing = false;  ///< a change is on its way
  bool waiting = false;   ///< … and the broker is away
  bool change_failed = false;
  bool may_appeal = false;      ///< « Répondre », once
  std::vector<CardView> needs;  ///< that could use the offer
};

}  // namespace mur::app
