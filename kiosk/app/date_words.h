#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "kiosk/app/agenda.h"
#include "kiosk/app/text.h"
#include "shared/base/clock.h"
#include "shared/calendar/rule_words.h"

namespace mur::app {

/// Days and times as people say them in one language, on the hub's clock. Patterns and names are ICU's, the sentences
/// round them the catalogue's. A value, cheap to copy. Main thread only.
class DateWords {
 public:
  /// Errc::unsupported if ICU lacks the language.
  static Result<DateWords> create(const Text& text);

  /// "mardi 17 mars"; with the year where it is not this one.
  [[nodiscard]] std::string day(std::chrono::local_days day, std::chrono::local_days today) const;
  /// "aujourd’hui", "demain", else day().
  [[nodiscard]] std::string near_day(std::chrono::local_days day, std::chrono::local_days today) const;
  /// "aujourd’hui", else "sam."
  [[nodiscard]] std::string short_day(std::chrono::local_days day, std::chrono::local_days today) const;
  /// "31 mars"
  [[nodiscard]] std::string date(std::chrono::local_days day, std::chrono::local_days today) const;
  /// "mars 2026"
  [[nodiscard]] std::string month(std::chrono::local_days day) const;
  /// "mardi"
  [[nodiscard]] std::string weekday(std::chrono::weekday day) const;
  /// "17"
  [[nodiscard]] std::string day_of_month(std::chrono::local_days day) const;

  /// "18 h 30", "18 h"
  [[nodiscard]] std::string time(std::chrono::local_seconds at) const;
  /// "mardi 17 mars, de 18 h à 20 h"; "demain, à 18 h"; "jusqu’à dimanche 22 mars, jour 2 sur 5"
  [[nodiscard]] std::string span(const AgendaEntry& entry, std::chrono::local_days today) const;
  /// "demain, 18 h 30 – 21 h"
  [[nodiscard]] std::string short_span(const AgendaEntry& entry, std::chrono::local_days today) const;
  /// "chaque mardi jusqu’au 31 mars"; empty for what happens once.
  [[nodiscard]] std::string rule(const calendar::RuleWords& words, std::chrono::local_days today) const;

  /// "il y a 12 min", "il y a 2 h", "il y a 3 j"; empty under a minute.
  [[nodiscard]] std::string ago(Milliseconds age) const;

 private:
  struct Formats;
  DateWords(Text text, std::shared_ptr<const Formats> formats) : text_{std::move(text)}, formats_{std::move(formats)} {}
  [[nodiscard]] std::string join_weekdays(const std::vector<std::chrono::weekday>& days) const;
  [[nodiscard]] std::string pattern(const calendar::RuleWords& words) const;

  Text text_;
  std::shared_ptr<const Formats> formats_;  // shared by every copy of the value; immutable
};

/// One language whole: what a view needs to speak.
struct Language {
  Text text;
  DateWords dates;
};

[[nodiscard]] Result<Language> load_language(const std::string& code, const std::filesystem::path& folder);

}  // namespace mur::app
