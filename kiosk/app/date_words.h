#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/app/agenda.h"
#include "kiosk/app/text.h"
#include "shared/base/clock.h"

namespace mur::app {

[[nodiscard]] bool is_same_month(std::chrono::local_days a, std::chrono::local_days b);

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
  /// "17, 24, 31 mars, 7 avril"
  [[nodiscard]] std::string dates(const std::vector<std::chrono::local_days>& list,
                                  std::chrono::local_days today) const;
  /// "mars 2026"
  [[nodiscard]] std::string month(std::chrono::local_days day) const;
  /// "mars"
  [[nodiscard]] std::string month(std::chrono::month month) const;
  /// "mardi"
  [[nodiscard]] std::string weekday(std::chrono::weekday day) const;
  /// "17"
  [[nodiscard]] std::string day_of_month(std::chrono::local_days day) const;
  /// "2ᵉ", "2nd"
  [[nodiscard]] std::string ordinal(int nth) const;
  /// "le 1er", "le 15", "the 15th"
  [[nodiscard]] std::string month_day(int day) const;

  /// "18 h 30", "18 h"
  [[nodiscard]] std::string time(std::chrono::local_seconds at) const;
  /// "mardi 17 mars, de 18 h à 20 h"; "demain, à 18 h"; "jusqu’à dimanche 22 mars, jour 2 sur 5"; "du vendredi 3 au
  /// mardi 7 avril"; "du samedi 14 à 10 h au lundi 16 mars à 17 h"
  [[nodiscard]] std::string span(const AgendaEntry& entry, std::chrono::local_days today) const;
  /// The same in fewer words, for rows and cards: "demain, 18 h 30 – 21 h"; "jusqu’à dimanche, jour 2 sur 5"; "du 3 au
  /// 7 avril"; "du 14 au 16 mars, dès 10 h"
  [[nodiscard]] std::string short_span(const AgendaEntry& entry, std::chrono::local_days today) const;

  /// "il y a 12 min", "il y a 2 h", "il y a 3 j"; empty under a minute.
  [[nodiscard]] std::string ago(Milliseconds age) const;
  /// "12 min", "2 h", "3 j"
  [[nodiscard]] std::string length(Milliseconds age) const;

 private:
  struct Formats;
  DateWords(Text text, std::shared_ptr<const Formats> formats) : text_{std::move(text)}, formats_{std::move(formats)} {}

  enum class Words : std::uint8_t { few, full };
  enum class Ordinal : std::uint8_t { st, nd, rd, th };
  [[nodiscard]] Ordinal ordinal_form(int nth) const;
  [[nodiscard]] std::string end_time(std::chrono::local_seconds at) const;
  [[nodiscard]] std::string first_of_span(std::chrono::local_days first, std::chrono::local_days last,
                                          std::chrono::local_days today) const;
  [[nodiscard]] std::string going_on(const AgendaEntry& entry, std::chrono::local_days today, Words words) const;
  [[nodiscard]] std::string until_day(std::chrono::local_days last, std::chrono::local_days today, Words words) const;

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
