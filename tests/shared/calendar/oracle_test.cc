// Whole files, expanded as two unrelated implementations agree.
#include <gtest/gtest.h>

#include <map>

#include "tests/shared/calendar/expected.h"

namespace mur::calendar {
namespace {

constexpr const char* kOneMaster =
    "RFC 5545 § 3.8.4.7: a UID is one event's; of two events with it the newer is kept (§ 3.8.7.4), and said";
constexpr const char* kGlobalName =
    "RFC 5545 § 3.2.19: a TZID after a \"/\" is a registry's; its IANA name is taken where the others see no zone";

/// Where we differ on purpose from what the others agree on, and what says so.
const std::map<std::string, std::string> kOnPurpose{
    {"ics_real/feed_history/sociaalisme_all/06_2023-03-03.ics", kOneMaster},
    {"ics_real/feed_history/sociaalisme_all/07_2023-04-19.ics", kOneMaster},
    {"ics_real/nl_be_campagne-rosa-nl.ics", kOneMaster},
    {"ics_hard/libical/classify.ics", kOneMaster},
    {"ics_hard/ical4j/invalid__talios.ics", kGlobalName},
    {"ics_hard/icalendar_py/calendars__issue_313_globally_unique_tzid.ics", kGlobalName},
    {"ics_hard/icalendar_py/calendars__issue_466_convert_tzid_with_slash.ics", kGlobalName},
    {"ics_hard/ical_net/Recurrence__ByMonth1.ics",
     "RFC 5545 § 3.8.5.3: DTSTART should match the rule; one that does not is no instance here"},
};

struct Compared {
  bool same = false;
  std::string ours;
};

Compared compare(const nlohmann::json& row, const Starts& theirs) {
  const Window window{.from = utc_of(row["window_utc"][0]), .to = utc_of(row["window_utc"][1])};
  const Zone utc = Zone::utc();
  const auto file = expanded_file(test::shared_data() / row["file"].get<std::string>(), utc, window);
  if (!file) return {.same = false, .ours = file.error().message};
  const Starts ours = starts_of(*file, utc);
  return {.same = ours == theirs, .ours = fmt::format("{} starts{}", ours.size(), apart(ours, theirs))};
}

Starts starts_in(const nlohmann::json& list) {
  Starts starts;
  for (const auto& one : list)
    starts.emplace(one[0].get<std::string>(), one[1].is_string() ? one[1].get<std::string>() : std::string{});
  return starts;
}

TEST(Oracle, FilesExpandAsTwoOtherImplementationsAgree) {
  if (!test::has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  std::size_t compared = 0;
  std::size_t excepted = 0;
  for (const auto& row : expected_results("oracle_occurrences.open.jsonl")) {
    const auto file = row["file"].get<std::string>();
    if (row["status"] != "agree" || !std::filesystem::exists(test::shared_data() / file)) continue;
    SCOPED_TRACE(file);
    const Compared outcome = compare(row, starts_in(row["occurrences"]));
    ++compared;
    if (const auto exception = kOnPurpose.find(file); exception != kOnPurpose.end()) {
      ++excepted;
      EXPECT_FALSE(outcome.same) << "no exception any more: " << exception->second;
      continue;
    }
    EXPECT_TRUE(outcome.same) << outcome.ours;
  }
  std::cout << fmt::format("oracle, agreed: {} files, {} of them exceptions\n", compared, excepted);
  EXPECT_GE(compared, 200U);
}

TEST(Oracle, FilesThatTheOthersDisagreeOnAreShownBesideThem) {
  if (!test::has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  Comparison table("oracle, where one of two failed");
  std::size_t differing = 0;
  for (const auto& row : expected_results("oracle_occurrences.open.jsonl")) {
    const auto file = row["file"].get<std::string>();
    if (row["status"] == "agree" || !std::filesystem::exists(test::shared_data() / file)) continue;
    const bool one = row.contains("occurrences_one");
    const bool python = row.contains("occurrences_py");
    const Starts theirs = one      ? starts_in(row["occurrences_one"])
                          : python ? starts_in(row["occurrences_py"])
                                   : Starts{};
    const Compared outcome = compare(row, theirs);
    EXPECT_FALSE(outcome.ours.empty());
    const std::string counts = fmt::format("recurring_ical_events {}, ical.js {}",
                                           row["n_recurring_ical_events"].dump(), row["n_ical_js"].dump());
    if (one || python) {
      table.add(file, outcome.same, outcome.ours, counts);
    } else {
      ++differing;
      std::cout << fmt::format("  {:<70} | ours {:.60} | theirs {}\n", file, outcome.ours, counts);
    }
  }
  std::cout << fmt::format("oracle, the two differ: {} files\n", differing);
}

}  // namespace
}  // namespace mur::calendar
