#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/app_state.h"
#include "kiosk/app/date_words.h"
#include "kiosk/app/view_parts.h"

/// What answering a need has to say: on which date, where to go, and what became of it.
namespace mur::app {

struct DateView {
  std::optional<TimePoint> date;  ///< nothing: each time
  std::string name;
  std::string places;  ///< « il manque 2 personnes »
  bool selected = false;
  friend bool operator==(const DateView&, const DateView&) = default;
};

/// « Une fois, ou à chaque fois ? »
struct ReplyWhenView {
  StepView step;
  std::string answered;         ///< need and role
  DateView each_time;           ///< « à chaque fois », with its rule
  std::vector<DateView> dates;  ///< the next ones, by themselves
};

/// « J'y vais maintenant »
struct ComeNowView {
  std::string go;  ///< « Grande salle, demandez Samira »
  std::string answered;
  std::string when;
  std::string title;  ///< counted, being sent, refused
  std::string next;
  Tone tone = Tone::quiet;
  bool refused = false;
};

/// What became of an answer, in words.
struct ReplyAnswer {
  std::string status;
  std::string next;
  Tone tone = Tone::quiet;
  friend bool operator==(const ReplyAnswer&, const ReplyAnswer&) = default;
};

/// One thing to know before one comes.
struct ComingView {
  std::string where;
  std::string welcomed_by;
  std::string bring;
};

/// "Servir 80 repas · Servir à table"
[[nodiscard]] std::string answered_words(const TakenPlace& place);
/// "mardi 17 mars, de 18 h à 20 h", "à chaque fois, dès mardi 17 mars, …"; "à convenir" where no time is set.
[[nodiscard]] std::string when_words(const std::optional<AgendaEntry>& when, bool each_time, const AppState& state,
                                     const Language& language);
/// "chaque mardi"; empty for what happens once.
[[nodiscard]] std::string repeats_words(const Slot& slot, const AppState& state, const Language& language);

/// Of the ticket's page: what is known right after « Envoyer ».
[[nodiscard]] ReplyAnswer answer_words(const AppState& state, const SentPost& sent, const Language& language);
/// Of « Mon ticket ».
[[nodiscard]] ReplyAnswer answer_words(const AppState& state, const ReplyTold& told, bool can_undo,
                                       const Language& language);
/// Why an organization does not take someone.
[[nodiscard]] std::string reason_words(ReplyReason reason, const Text& text);
/// When it is, of a reply that the broker tells of.
/// From one instant to another, on the hub's clock.
[[nodiscard]] AgendaEntry span_of(const AppState& state, TimePoint begins_at, TimePoint ends_at);
/// How long a withdrawal can be undone.
[[nodiscard]] int undo_hours();
[[nodiscard]] std::string when_words(const AppState& state, const ReplyTold& told, const Language& language);

}  // namespace mur::app
