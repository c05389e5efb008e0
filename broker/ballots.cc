#include "broker/ballots.h"

#include <fmt/format.h>

#include "shared/calendar/instant.h"
#include "shared/domain/limits.h"

namespace mur::broker {
namespace {

/// "2027-04-11 20:00": a day alone does not say when the polls close.
Result<TimePoint> close_of_polls(const std::string& text, const calendar::Zone& hub) {
  constexpr std::string_view kDay = "2027-04-11";
  const auto closes = calendar::parse_instant(text, hub);
  if (closes && text.size() > kDay.size()) return *closes;
  return fail(
      Errc::invalid, "ballots",
      fmt::format("\"{}\" is no ballot; write its day and when the polls close, as in \"2027-04-11 20:00\"", text));
}

}  // namespace

Result<std::vector<Silence>> read_ballots(const std::vector<std::string>& texts, const calendar::Zone& hub) {
  if (texts.size() > limits::kSilences)
    return fail(Errc::invalid, "ballots",
                fmt::format("wants at most {} ballots; take out those that are over", limits::kSilences));
  std::vector<Silence> silences;
  for (const std::string& text : texts) {
    const auto closes = close_of_polls(text, hub);
    if (!closes) return fail(closes.error());
    const auto day = std::chrono::floor<std::chrono::days>(hub.to_local(std::chrono::floor<Seconds>(*closes)));
    silences.push_back({.from = hub.to_sys(day - std::chrono::days{1}), .until = *closes});
  }
  return silences;
}

std::vector<std::string> ballot_texts(const std::vector<Silence>& silences, const calendar::Zone& hub) {
  std::vector<std::string> texts;
  for (const Silence& silence : silences) {
    const auto local = hub.to_local(std::chrono::floor<Seconds>(silence.until));
    const auto day_start = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day day{day_start};
    const std::chrono::hh_mm_ss time{local - day_start};
    texts.push_back(fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", static_cast<int>(day.year()),
                                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                                time.hours().count(), time.minutes().count()));
  }
  return texts;
}

}  // namespace mur::broker
