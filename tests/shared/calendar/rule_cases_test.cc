// The recurrence cases of the tests of libical, dateutil, ical.js and sabre/vobject.
#include <gtest/gtest.h>

#include "tests/shared/calendar/expected.h"

namespace mur::calendar {
namespace {

using std::chrono::local_seconds;
using std::chrono::sys_days;
using std::chrono::year;

constexpr std::size_t kSteps = 5'000'000;
constexpr Window kAllTime{.from = sys_days{year{1} / 1 / 2}, .to = sys_days{year{2600} / 1 / 1}};

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
  if (one.contains(field) && one[field].is_array())
    for (const auto& text : one[field]) whens.push_back(when_of(text, one.value("tz", nlohmann::json{})));
  return whens;
}

/// `text`: the lines of an event, as they were given.
Timing timing_of_lines(const nlohmann::json& one) {
  auto reading =
      read("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + one["text"].get<std::string>() + "\nEND:VEVENT\nEND:VCALENDAR\n",
           kTestLimits);
  if (!reading || reading->entries.empty()) return {};
  return reading->entries.front().timing;
}

Timing timing_of(const nlohmann::json& one) {
  if (one.contains("text")) return timing_of_lines(one);
  Timing timing;
  timing.start = when_of(one["dtstart"], one.value("tz", nlohmann::json{}));
  timing.rules = one["rrule"].get<std::vector<std::string>>();
  if (one.contains("exrule")) timing.exception_rules = one["exrule"].get<std::vector<std::string>>();
  for (const When& extra : whens_of(one, "rdate")) timing.extra_dates.push_back({.start = extra, .end = std::nullopt});
  timing.exception_dates = whens_of(one, "exdate");
  return timing;
}

struct Outcome {
  std::vector<std::string> ours;
  std::vector<std::string> theirs;
  std::string refused;  ///< what we say instead
};

Outcome outcome_of(const nlohmann::json& one) {
  Outcome outcome;
  for (const When& when : whens_of(one, "expected")) outcome.theirs.push_back(basic_form(when.local, true));
  Window window = kAllTime;
  if (one.contains("fast_forward")) window.from = utc_of(one["fast_forward"]);
  const bool complete = one.value("complete", true) || one.contains("no_instance");
  const auto expansion =
      expand(timing_of(one), Zone::utc(), window, outcome.theirs.size() + (complete ? 1 : 0), kSteps);
  if (!expansion) {
    outcome.refused = expansion.error().message;
  } else {
    for (const Occurrence& made : expansion->occurrences) outcome.ours.push_back(basic_form(made.key.local, true));
  }
  return outcome;
}

TEST(RuleCases, EveryConfirmedCaseGivesTheInstancesThatOthersGive) {
  if (!test::has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  std::map<std::string, std::size_t> sources;
  std::size_t cases = 0;
  for (const auto& one : expected_results("rrule_cases.open.jsonl")) {
    if (one["status"] != "confirmed") continue;
    SCOPED_TRACE(one["id"].get<std::string>() + " " + one["rrule"].dump());
    const Outcome outcome = outcome_of(one);
    // A rule that gives nothing because it is wrong (BYMONTH=0) is refused here.
    if (!outcome.theirs.empty()) EXPECT_EQ(outcome.refused, "");
    EXPECT_EQ(outcome.ours, outcome.theirs);
    ++cases;
    ++sources[one["src"].get<std::string>()];
  }
  for (const auto& [source, count] : sources) std::cout << fmt::format("rules, confirmed: {} {}\n", count, source);
  EXPECT_GE(cases, 290U);
}

TEST(RuleCases, TheOtherCasesAreShownBesideTheirs) {
  if (!test::has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  Comparison contested("rules, contested");
  Comparison unconfirmed("rules, unconfirmed");
  for (const auto& one : expected_results("rrule_cases.open.jsonl")) {
    if (one["status"] == "confirmed") continue;
    const Outcome outcome = outcome_of(one);
    const std::string rule = one.contains("rrule") ? one["rrule"].dump() : "";
    const std::string theirs =
        one.contains("error") ? "refused: " + one["error"].get<std::string>() : shortened(outcome.theirs);
    (one["status"] == "contested" ? contested : unconfirmed)
        .add(one["id"].get<std::string>() + " " + rule,
             one.contains("error") ? !outcome.refused.empty() : outcome.ours == outcome.theirs,
             outcome.refused.empty() ? shortened(outcome.ours) : outcome.refused, theirs);
  }
}

}  // namespace
}  // namespace mur::calendar
