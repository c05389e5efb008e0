#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/action.h"
#include "kiosk/app/app_state.h"
#include "kiosk/app/view_parts.h"

/// What the steps of « Je propose… », the ticket and « Mon ticket » have to say.
namespace mur::app {

struct TileView {
  Tile tile{};
  std::string name;
  bool selected = false;
};

struct WhatView {
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
  std::string offer;  ///< what was chosen
  std::vector<TimeView> times;
  bool choosing_several = false;
  bool complete = false;
};

struct ContactView {
  std::string offer;
  AgeClass age{};
  bool age_missing = false;
  bool hub_takes = false;  ///< the hub said who keeps contacts
  bool may_leave = false;  ///< … and this person may leave one
  bool on_phone = false;   ///< finish on one's own phone: only where the hub serves pages
  std::string kept_by;
  std::string rights;
  int kept_days = 0;  ///< after the offer ended
  bool has_contact = false;
};

struct ReviewView {
  std::string offer;
  std::string when;
  ContactKind contact{};
  bool may_be_called = false;
  std::string first_name;
  bool sending = false;
  bool not_kept = false;
  int review_hours = 0;
};

/// Something typed on the keyboard.
struct TypingView {
  Screen screen{};
  std::string text;
  std::size_t max_length = 0;
  Typing::Problem problem{};
  ContactKind kind{};  ///< on offer_reach
  std::vector<std::string> suggestions;
  bool optional = false;
};

struct TicketView {
  std::string offer;
  std::string code;  ///< "7K3M 9Q2F A"
  std::string link;  ///< for the QR; empty where the hub serves no page
  SentOffer::Stage stage{};
  bool online = false;
  bool hidden = false;
  bool has_contact = false;
  int review_hours = 0;
};

struct TicketStateView {
  TicketLookup::Stage stage{};
  std::string code;
  std::string offer;
  std::string status;  ///< one word or two
  std::string next;    ///< what happens next
  std::string reason;  ///< of a refusal
  Tone tone = Tone::quiet;
  bool can_withdraw = false;
  bool can_undo = false;
  bool confirming = false;
  bool changing = false;  ///< a withdrawal or its undo is on its way
  bool waiting = false;   ///< … and the broker is away
  bool change_failed = false;
};

}  // namespace mur::app
