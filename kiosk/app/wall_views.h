#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/story_views.h"
#include "kiosk/app/tally_view.h"
#include "kiosk/app/view_parts.h"

/// What the screens that show the wall have to say, in words ready to be drawn.
namespace mur::app {

struct AttractView {
  HeadlineView headline;
  std::vector<RowView> today;
  std::vector<RowView> tomorrow;
  int coming = 0;                        ///< events of the next seven days; 0 where there are too few to boast
  std::vector<std::string> invitations;  ///< « Touch the screen » in the hub's other languages
};

struct HomeView {
  std::vector<DayView> days;  ///< the next seven
  std::vector<CardView> needs;
  std::vector<CardView> offers;
  bool needs_folded = false;  ///< too few posts: an invitation stands beside them
  bool offers_folded = false;
};

struct BoardView {
  bool of_needs = true;
  std::vector<CardView> cards;
  int count = 0;  ///< of all cards, on every page
  bool more = false;
  bool earlier = false;
};

/// « Chercher »: what was found for what is typed so far, the best first.
struct SearchView {
  bool of_needs = true;
  std::string words;
  std::size_t max_length = 0;  ///< of the words, in characters
  bool typing = true;          ///< the keyboard is up
  std::vector<CardView> cards;
};

struct EventView {
  std::string title;
  std::string by;          ///< "Collectif Climat 10e, avec Étudiants pour le vivant"
  std::string when;        ///< "mardi 17 mars, de 18 h à 20 h"
  std::string repeats;     ///< "chaque mardi jusqu’au 31 mars"
  std::string then;        ///< "ensuite : 24, 31 mars"; empty where `repeats` names its dates
  std::string moved_from;  ///< "déplacé : c’était mardi 10 mars, à 18 h"
  std::string place;       ///< "Salle Louise-Michel"
  std::string place_tail;  ///< what follows it on its line: ", 2e étage"
  std::string place_note;  ///< "ici même", or "en ville" and the address
  std::string price;
  std::string online;  ///< "aussi en ligne"
  std::string online_note;
  std::string access_unknown;  ///< where nothing is known of it: whom to ask
  std::string description;
  std::string updated;  ///< how fresh all this is
  Tone updated_tone = Tone::quiet;
  std::vector<TagView> tags;       ///< cancelled, to be confirmed, full, on now, over
  std::vector<AccessView> access;  ///< all six, always in one order; empty where nothing is known
  std::vector<CardView> needs;
  std::string calendar_code;  ///< a VEVENT for the phone; empty where it is over or cancelled
  bool struck = false;
  RecordId post;  ///< what is reported with « Signaler un problème »
};

struct SlotView {
  SlotId id;
  std::string role;
  std::string repeats;  ///< « chaque mardi »; empty for what happens once
  std::string when;
  std::string missing;
  std::string details;  ///< who welcomes, where, what to bring
  bool over = false;
  bool waits = false;         ///< whoever answers now is put on the waiting list
  bool may_come_now = false;  ///< « J'y vais maintenant »
};

struct NeedView {
  std::string title;
  std::string by;  ///< who looks for people, and how quickly they answer
  std::string easy_line;
  std::string description;
  std::string where;
  std::string commitment;
  std::vector<TagView> tags;
  std::vector<SlotView> slots;
  std::string missing;
  std::string how_to_come;
  std::optional<CardView> event;  ///< the event it belongs to
  std::string languages;          ///< « On y parle français et arabe »
  std::vector<AccessView> access;
  std::optional<TallyView> tally;
  std::optional<StoryView> story;  ///< of its organization
  std::vector<CardView> offers;    ///< that could answer it
  RecordId post;
};

struct OfferView {
  std::string title;
  std::string when;
  std::string first_name;
  std::string since;
  std::string until;
  std::string joined;   ///< of an idea: who would come
  std::string meeting;  ///< … when and where they meet
  bool is_idea = false;
  std::vector<CardView> needs;  ///< that could use it
  RecordId post;
};

/// What was to be shown has left the wall.
struct GoneView {};

struct HelpView {
  std::string hub;
  std::string address;
  std::string controller;
  std::string rights;
  int review_hours = 0;
  bool takes_contacts = false;
};

}  // namespace mur::app
