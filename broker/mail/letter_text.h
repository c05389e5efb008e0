#pragma once

#include <string>

#include "shared/base/clock.h"
#include "shared/calendar/zone.h"
#include "shared/domain/hub.h"

namespace mur::broker {

/// Words in both of the languages that letters are written in.
struct Line {
  const char* french;
  const char* english;
};

/// Is the hub's first language French? So it is before the hub is known.
[[nodiscard]] bool speaks_french(const Hub* hub);

/// "samedi 21 mars, 18 h", "Saturday 21 March, 18:00", in the hub's zone.
[[nodiscard]] std::string moment(TimePoint at, const calendar::Zone& hub, bool french);

/// A letter's text, line by line, in one language.
class LetterText {
 public:
  explicit LetterText(bool french) : french_{french} {}

  [[nodiscard]] std::string say(const Line& line) const { return french_ ? line.french : line.english; }
  /// Nothing where it is empty.
  void line(const std::string& words);
  /// "Quand : samedi 21 mars"; nothing where `value` is empty.
  void fact(const Line& what, const std::string& value);
  void blank() { text_ += '\n'; }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  bool french_;
  std::string text_;
};

}  // namespace mur::broker
