#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/page.h"
#include "shared/domain/place.h"

/// What views are made of: words ready to be drawn, and what touching them opens. How they look is the screens' matter.
namespace mur::app {

/// What a word beside a title means; never shown by colour alone.
enum class Tone : std::uint8_t { quiet, good, bad, attention };

struct TagView {
  std::string text;
  Tone tone = Tone::quiet;
  friend bool operator==(const TagView&, const TagView&) = default;
};

/// One event in a list.
struct RowView {
  OccurrenceRef occurrence;
  std::string time;
  std::string title;
  std::string detail;
  std::string part{};  ///< "jour 2 sur 5"; of several days
  std::vector<TagView> tags;
  bool struck = false;
  bool past = false;  ///< it is over
  friend bool operator==(const RowView&, const RowView&) = default;
};

struct DayView {
  std::chrono::local_days day{};
  std::string number;  ///< "12"
  std::string name;    ///< "aujourd’hui", "sam."
  std::string month;   ///< "mars 2026" where a month begins in a list
  bool today = false;
  bool past = false;
  std::string title{};  ///< "jeudi 19 mars"
  std::string count{};  ///< "6 rendez-vous"
  std::size_t total = 0;
  std::optional<std::size_t> now_before{};  ///< today: now stands before this row, or after the last
  std::vector<RowView> rows;
  friend bool operator==(const DayView&, const DayView&) = default;
};

/// A need or an offer on a board.
struct CardView {
  Page opens;
  std::string title;
  std::string detail;  ///< who
  std::string when;
  std::string point;  ///< what is missing
  std::vector<TagView> tags;
  friend bool operator==(const CardView&, const CardView&) = default;
};

/// One thing that decides whether someone can come. The words say yes, no or unknown by themselves: « ascenseur »,
/// « pas d’ascenseur », « ascenseur ? ».
struct AccessView {
  std::string words;
  Known known = Known::unknown;
  friend bool operator==(const AccessView&, const AccessView&) = default;
};

/// « étape 2 sur 4 »
struct StepView {
  int at = 1;
  int of = 1;
  friend bool operator==(const StepView&, const StepView&) = default;
};

/// Large words to be read from across the room.
struct HeadlineView {
  std::string kicker;
  std::string headline;
  std::string detail;
  bool is_need = false;
  friend bool operator==(const HeadlineView&, const HeadlineView&) = default;
};

}  // namespace mur::app
