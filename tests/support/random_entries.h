#pragma once

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/text.h"
#include "shared/calendar/reader.h"
#include "tests/support/seeded_random.h"

namespace mur::test {

/// Calendar entries that no one would think of: the same ones for the same seed.
class RandomEntries {
 public:
  using When = calendar::When;

  explicit RandomEntries(std::uint64_t seed) : random_{seed} {}

  std::size_t below(std::size_t end) {
    std::array<std::uint8_t, 4> bytes{};
    random_.fill(bytes);
    std::size_t number = 0;
    for (const std::uint8_t byte : bytes) number = number * 256 + byte;
    return number % end;
  }
  bool one_in(std::size_t times) { return below(times) == 0; }

  /// Of at most so many characters, as `normalize` leaves it; may be empty.
  std::string text(std::size_t most) {
    static constexpr std::array<std::string_view, 34> kPieces{"a",
                                                              "Le bal ",
                                                              "é",
                                                              "ñandú ",
                                                              "n",
                                                              "N",
                                                              "\n",
                                                              "\n\n",
                                                              ",",
                                                              ";",
                                                              ":",
                                                              "\\",
                                                              "\\n",
                                                              "\\,",
                                                              "\"",
                                                              "^",
                                                              "^n",
                                                              "'",
                                                              "\t",
                                                              " ",
                                                              "«\u00A0",
                                                              "🎉",
                                                              "👩🏽‍🌾",
                                                              "🇫🇷",
                                                              "中文",
                                                              "=",
                                                              "BEGIN:VEVENT",
                                                              "<3 ",
                                                              "&amp;",
                                                              "%0A",
                                                              "END:VCALENDAR\n",
                                                              "e\u0301",
                                                              "\u202Fh",
                                                              "--"};
    std::string made;
    for (std::size_t pieces = below(most / 2 + 1); pieces > 0; --pieces) made += kPieces[below(kPieces.size())];
    made = normalize(made);
    return length(made) > most ? normalize(shorten(made, most)) : made;
  }
  std::string line(std::size_t most) {
    std::string made = text(most);
    for (char& c : made)
      if (c == '\n') c = ' ';
    return normalize(made);
  }
  std::string address() {
    return one_in(3) ? std::string{}
                     : "https://hub.example/" + std::to_string(below(1'000'000)) +
                           "?a=b;c,d&e=%C3%A9#:" + std::string(below(120), 'x');
  }

  /// In the years 2024 to 2039, at an hour when no clock is changed.
  When when(When::Kind kind) {
    constexpr std::array<const char*, 6> kZones{"Europe/Paris", "America/New_York", "Asia/Kathmandu",
                                                "Africa/Cairo", "Pacific/Auckland", "America/Argentina/Buenos_Aires"};
    const auto day = std::chrono::local_days{std::chrono::year{2024} / 1 / 1} + std::chrono::days{below(15 * 365)};
    When made{.kind = kind, .local = day, .zone = {}};
    if (kind != When::Kind::date)
      made.local +=
          std::chrono::hours{8 + below(13)} + std::chrono::minutes{below(60)} + std::chrono::seconds{below(60)};
    if (kind == When::Kind::zoned) made.zone = kZones[below(kZones.size())];
    return made;
  }

  /// Of a series, a single event, or what one date of a series becomes.
  calendar::Timing timing() {
    constexpr std::array<const char*, 6> kRules{"FREQ=DAILY;COUNT=40",
                                                "FREQ=WEEKLY;INTERVAL=2",
                                                "FREQ=WEEKLY;BYDAY=MO,WE,SU",
                                                "FREQ=MONTHLY;BYDAY=2TU,-1FR",
                                                "FREQ=YEARLY",
                                                "FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=9"};
    const auto kind = static_cast<When::Kind>(below(4));
    calendar::Timing made{.start = when(kind)};
    if (!one_in(4)) made.end = end_of(made.start);
    if (one_in(2)) return made;
    for (std::size_t rules = below(3); rules > 0; --rules) made.rules.emplace_back(kRules[below(kRules.size())]);
    if (one_in(4))
      made.rules.emplace_back(kind == When::Kind::date ? "FREQ=DAILY;UNTIL=20400101"
                                                       : "FREQ=DAILY;UNTIL=20400101T000000Z");
    if (one_in(4)) made.exception_rules.emplace_back("FREQ=WEEKLY;BYDAY=MO");
    for (std::size_t dates = below(30); dates > 0; --dates) {
      calendar::ExtraDate date{.start = instance(made.start), .end = std::nullopt};
      if (kind != When::Kind::date && one_in(3)) {
        date.end = date.start;
        date.end->local += std::chrono::minutes{1 + below(3000)};
      }
      made.extra_dates.push_back(std::move(date));
    }
    for (std::size_t dates = below(30); dates > 0; --dates) made.exception_dates.push_back(instance(made.start));
    return made;
  }

  /// As a reader gives it: one that nothing in it would change.
  calendar::Entry entry() {
    constexpr std::size_t kLong = 2000;
    calendar::Entry made;
    made.uid = "é;\\," + std::to_string(below(1'000'000)) + "@x" + line(20);
    made.timing = timing();
    if (one_in(3)) {
      made.recurrence_id = when(made.timing.start.kind);
      made.this_and_future = one_in(3);
      made.timing = once(made.timing);
    }
    made.sequence = static_cast<int>(below(3));
    if (one_in(2))
      made.last_modified = std::chrono::sys_seconds{std::chrono::seconds{1'700'000'000 + below(400'000'000)}};
    made.status = static_cast<calendar::EventStatus>(below(3));
    made.summary = line(120);
    made.description = text(kLong);
    made.location = text(100);
    made.url = address();
    for (std::size_t words = below(4); words > 0; --words) made.categories.push_back(std::to_string(words) + line(30));
    if (one_in(2))
      made.position = {.latitude_e6 = static_cast<std::int32_t>(below(180'000'001)) - 90'000'000,
                       .longitude_e6 = static_cast<std::int32_t>(below(360'000'001)) - 180'000'000};
    made.organizer = text(80);
    made.image_url = address();
    made.conference_url = address();
    for (std::size_t links = below(3); links > 0; --links) made.links.push_back("http://x/" + std::to_string(links));
    for (std::size_t extras = below(3); extras > 0; --extras)
      made.extras.push_back({.name = "OF-" + std::to_string(extras), .value = normalize("v" + text(300))});
    return made;
  }

  static calendar::Timing once(const calendar::Timing& timing) { return {.start = timing.start, .end = timing.end}; }

 private:
  /// In the kind and zone of the series' start.
  When instance(const When& start) {
    When made = when(start.kind);
    made.zone = start.zone;
    return made;
  }

  When end_of(const When& start) {
    When end = start;
    if (is_date(start)) {
      end.local += std::chrono::days{1 + below(5)};
    } else if (start.kind == When::Kind::zoned && one_in(4)) {
      end.zone = "Asia/Tokyo";  // a flight
      end.local += std::chrono::days{2};
    } else {
      end.local += std::chrono::minutes{below(3000)};
    }
    return end;
  }

  SeededRandom random_;
};

}  // namespace mur::test
