#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/action.h"
#include "kiosk/app/agenda.h"
#include "kiosk/app/author_draft.h"
#include "kiosk/app/board.h"
#include "kiosk/app/calendar_state.h"
#include "kiosk/app/facets.h"
#include "kiosk/app/moment.h"
#include "kiosk/app/offer_draft.h"
#include "kiosk/app/page.h"
#include "kiosk/app/reply_draft.h"
#include "kiosk/app/taken_place.h"
#include "shared/calendar/zone.h"
#include "shared/domain/post_search.h"
#include "shared/domain/wall.h"
#include "shared/matching/matches.h"
#include "shared/skills/tree.h"

namespace mur::app {

/// How the visitor wants the wall. Back to the site's choice for the next one.
struct Aids {
  std::string language = "fr";
  bool large_text = false;
  bool high_contrast = false;
  bool slower = false;

  friend bool operator==(const Aids&, const Aids&) = default;
};

/// What is being typed.
struct Typing {
  std::string text;
  /// Why « Continuer » did not go on.
  enum class Problem : std::uint8_t {
    none,
    empty,
    contact_in_text,
    not_a_number,
    not_an_address,
    not_a_code
  } problem{};
  ContactKind kind = ContactKind::phone;  ///< on Screen::reach

  friend bool operator==(const Typing&, const Typing&) = default;
};

/// What is looked for on a board.
struct Search {
  std::string words;
  bool typing = true;  ///< the keyboard is up

  friend bool operator==(const Search&, const Search&) = default;
};

/// What is known of a reply that was just made.
struct SentReply {
  TakenPlace place;  ///< of an idea that is joined: its title alone
  bool to_idea = false;
  std::optional<ReplyTold> told;  ///< what the broker says of it, once it has it

  friend bool operator==(const SentReply&, const SentReply&) = default;
};

/// « Signaler un problème »: what, and why.
struct ReportDraft {
  std::string title;  ///< of the post
  ReportReason reason{};
  bool sending = false;
  bool not_kept = false;

  friend bool operator==(const ReportDraft&, const ReportDraft&) = default;
};

/// Where an offer, a reply or a report just made stands.
struct SentPost {
  CommandId command;
  TicketSecret ticket;
  ContactKind contact{};
  OfferDetails offer;                 ///< empty where a need is answered
  std::optional<SentReply> reply;     ///< … by this
  std::optional<ReportDraft> report;  ///< where something was reported
  enum class Stage : std::uint8_t { waiting, received, published, refused } stage{};
  std::optional<ReplyStatus> status;  ///< of a reply, with Stage::received
  Errc refusal{};                     ///< with Stage::refused
  bool contact_refused = false;       ///< … because of the contact
  std::uint64_t query = 0;            ///< about a reply: how long its place is held
  bool hidden = false;

  friend bool operator==(const SentPost&, const SentPost&) = default;
};

/// « J'y vais maintenant »: where to, and whether the head is counted.
struct Coming {
  TakenPlace place;
  std::optional<CommandId> command;
  enum class Stage : std::uint8_t { waiting, counted, refused, not_kept } stage{};

  friend bool operator==(const Coming&, const Coming&) = default;
};

/// A story while it is told.
struct StoryDraft {
  std::string text;
  std::string first_name;
  friend bool operator==(const StoryDraft&, const StoryDraft&) = default;
};

/// « Mon ticket »: a code, and what the broker says of it.
struct TicketLookup {
  std::string code;
  std::uint64_t query = 0;
  enum class Stage : std::uint8_t { asking, found, unknown, locked, offline, failed } stage{};
  std::optional<TicketState> state;
  bool confirming = false;            ///< « Retirer » was touched once
  std::optional<ReplyId> consenting;  ///< on Screen::answer_consent: the answer that a yes is for
  std::optional<CommandId> pending;   ///< a change on its way
  enum class Change : std::uint8_t { none, withdrawal, undo, renewal, told, decided, story, appeal } change{};
  bool change_failed = false;
  StoryDraft draft;

  friend bool operator==(const TicketLookup&, const TicketLookup&) = default;
};

enum class Form : std::uint8_t { offer, reply, join };

/// One person's visit: from the first touch to « Terminer » or to a minute of silence. All of it is forgotten then.
struct Visit {
  std::vector<Page> pages{Page{}};  ///< the last one is shown; the first is Attract
  std::size_t list_page = 0;        ///< of the list on the shown page
  CalendarState calendar;
  Milliseconds last_touch{};             ///< Moment::running
  std::optional<Milliseconds> asked_at;  ///< « Encore là ? » is up since then
  Aids aids;
  Form form{};       ///< that is being filled in …
  OfferDraft offer;  ///< … with what only an offer asks,
  ReplyDraft reply;  ///< or a reply,
  OfferId idea;      ///< or which idea is joined,
  ReportDraft report;
  AuthorDraft author;  ///< and what all ask
  Typing typing;
  Search search;
  std::optional<SentPost> sent;
  std::optional<Coming> coming;
  std::optional<TicketLookup> lookup;
};

/// What is known of the broker.
struct LinkState {
  bool connected = false;
  bool current = false;                   ///< the wall is what the broker holds
  TimePoint heard_at{};                   ///< when it last was; epoch: never
  std::optional<Milliseconds> left_at{};  ///< Moment::running of the loss
};

/// The whole kiosk as a value. What changes it: update().
struct AppState {
  Moment moment;
  Wall wall;
  calendar::Zone zone = calendar::Zone::utc();  ///< the hub's
  skills::SkillTree skills;                     ///< what names the ids that posts keep …
  std::string own_skills;                       ///< … with those of the hub over the built-in ones
  LinkState link;
  Agenda agenda;              ///< derived from wall, zone and the day
  Facets facets;              ///< derived from wall and skills
  PostSearch posts;           ///< derived from wall and skills
  matching::Matches matches;  ///< derived from wall and skills
  Board board;                ///< derived from wall, agenda and the minute
  Visit visit;
  Aids site;                      ///< what every visit begins with
  std::size_t headline = 0;       ///< which of the board's headlines Attract shows
  Milliseconds headline_since{};  ///< Moment::running
  std::uint64_t version = 0;      ///< grows with every change that a picture could show

  [[nodiscard]] const Page& page() const { return visit.pages.back(); }
  [[nodiscard]] std::chrono::local_seconds local_now() const {
    return zone.to_local(std::chrono::floor<std::chrono::seconds>(moment.now));
  }
  [[nodiscard]] std::chrono::local_days today() const { return std::chrono::floor<std::chrono::days>(local_now()); }
};

/// A kiosk that has just started. Without a list, themes and skills are shown as posts spell them.
[[nodiscard]] AppState start_state(const Aids& site, const Moment& moment, skills::SkillTree skills = {});

/// Characters that may be typed there.
[[nodiscard]] std::size_t most_typed(Screen screen);

/// The broker has been away long enough that the wall says so, and how old what it shows is.
[[nodiscard]] bool is_offline(const AppState& state);

}  // namespace mur::app
