// The recurrence cases of libical, dateutil, ical.js and sabre/vobject that a second implementation confirms.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "shared/calendar/ical_values.h"
#include "shared/calendar/occurrence.h"
#include "tests/support/shared_data.h"

namespace mur::calendar {
namespace {

using std::chrono::local_days;
using std::chrono::sys_days;
using std::chrono::year;

constexpr std::size_t kSteps = 5'000'000;
constexpr Window kAllTime{.from = sys_days{year{1} / 1 / 2}, .to = sys_days{year{2600} / 1 / 1}};

std::vector<nlohmann::json> confirmed_cases() {
  std::ifstream file(test::shared_data() / "ics_hard" / "expected" / "rrule_cases.open.jsonl");
  std::vector<nlohmann::json> cases;
  for (std::string line; std::getline(file, line);) {
    nlohmann::json one = nlohmann::json::parse(line);
    if (one["status"] == "confirmed") cases.push_back(std::move(one));
  }
  return cases;
}

When when_of(const nlohmann::json& text, const nlohmann::json& tz) {
  When when = parse_when(text.get<std::string>()).value();
  if (when.kind == When::Kind::floating && tz.is_string()) {
    when.kind = When::Kind::zoned;
    when.zone = tz.get<std::string>();
  }
  return when;
}

std::vector<When> whens_of(const nlohmann::json& one, const char* field) {
  std::vector<When> whens;
  if (one.contains(field))
    for (const auto& text : one[field]) whens.push_back(when_of(text, one.value("tz", nlohmann::json{})));
  return whens;
}

Timing timing_of(const nlohmann::json& one) {
  Timing timing;
  timing.start = when_of(one["dtstart"], one.value("tz", nlohmann::json{}));
  timing.rules = one["rrule"].get<std::vector<std::string>>();
  if (one.contains("exrule")) timing.exception_rules = one["exrule"].get<std::vector<std::string>>();
  for (const When& extra : whens_of(one, "rdate")) timing.extra_dates.push_back({.start = extra, .end = std::nullopt});
  timing.exception_dates = whens_of(one, "exdate");
  return timing;
}

TEST(RuleCases, EveryConfirmedCaseGivesTheInstancesThatOthersGive) {
  if (!test::has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  const auto cases = confirmed_cases();
  ASSERT_GE(cases.size(), 250U);
  const Zone utc = Zone::utc();
  for (const auto& one : cases) {
    if (!one.contains("dtstart")) continue;  // given as RFC lines: the reader's matter
    SCOPED_TRACE(one["id"].get<std::string>() + " " + one["rrule"].dump());
    std::vector<std::chrono::local_seconds> expected;
    for (const When& when : whens_of(one, "expected")) expected.push_back(when.local);
    Window window = kAllTime;
    if (one.contains("fast_forward"))
      window.from = std::chrono::sys_seconds{when_of(one["fast_forward"], {}).local.time_since_epoch()};
    const bool complete = one["complete"].get<bool>() || one.contains("no_instance");

    const auto expansion = expand(timing_of(one), utc, window, expected.size() + (complete ? 1 : 0), kSteps);

    // A rule that gives nothing because it is wrong (BYMONTH=0) is refused here.
    if (expected.empty() && !expansion && expansion.error().code == Errc::invalid) continue;
    ASSERT_TRUE(expansion) << expansion.error().message;
    std::vector<std::chrono::local_seconds> starts;
    for (const Occurrence& occurrence : expansion->occurrences) starts.push_back(occurrence.key.local);
    EXPECT_EQ(starts, expected);
  }
}

}  // namespace
}  // namespace mur::calendar
