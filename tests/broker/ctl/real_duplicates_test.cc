// What is suggested as told twice among real calendars, each as an organization of its own hub: how many are right.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>

#include "shared/base/text.h"
#include "shared/domain/same_event.h"
#include "tests/broker/ctl/ctl_hub.h"
#include "tests/support/shared_data.h"

namespace mur::test {
namespace {

namespace fs = std::filesystem;

/// A hub at a time, into which calendars are imported.
class RealDuplicates : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  }
  void import_at(TimePoint now, const std::vector<fs::path>& files) {
    clock_ = make_clock_starting_at(now);
    hub_ = std::make_unique<CtlHub>(*clock_);
    for (const fs::path& file : files) hub_->broker().add_organization(file.stem().string());
    hub_->start();
    for (const fs::path& file : files) {
      const Said said =
          hub_->murctl({"event", "import", file.string(), "--organization", file.stem().string(), "--json"});
      ASSERT_EQ(said.code, 0) << said.err;
    }
    client_ = hub_->client_of("admin");
    found_ = suggestions(wall(), client_->now());
  }
  [[nodiscard]] const Wall& wall() const { return client_->wall(); }
  [[nodiscard]] const EventDetails& details(EventId id) const { return wall().find(id)->details; }
  [[nodiscard]] const std::string& file_of(EventId id) const {
    return wall().find(wall().find(id)->organization)->details.name;
  }
  [[nodiscard]] std::size_t events() const {
    std::size_t sum = 0;
    wall().each<Event>([&sum](const Event&) { ++sum; });
    return sum;
  }
  /// Whoever reads the two would say that they are the same: one UID, or one title but for case and accents.
  [[nodiscard]] bool is_right(const Suggestion& one) const {
    const EventDetails& into = details(one.into);
    const EventDetails& event = details(one.event);
    return one.kind == Sameness::co_organized ? into.uid == event.uid : fold(into.title) == fold(event.title);
  }
  void expect_all_right() {
    for (const Suggestion& one : found_)
      EXPECT_TRUE(is_right(one)) << to_string(one.kind) << " of " << one.title << ": " << file_of(one.into) << " \""
                                 << details(one.into).title << "\", " << file_of(one.event) << " \""
                                 << details(one.event).title << '"';
    std::cout << events() << " events, " << count(Sameness::co_organized) << " co-organized, "
              << count(Sameness::duplicate) << " duplicates suggested\n";
  }
  [[nodiscard]] std::size_t count(Sameness kind) const {
    return static_cast<std::size_t>(std::ranges::count(found_, kind, &Suggestion::kind));
  }
  /// Pairs that say one UID from two calendars, and one time, and are not over: what must be found of them.
  [[nodiscard]] std::size_t shared_uids() const {
    std::map<std::pair<std::string, std::chrono::local_seconds>, std::size_t> told;
    wall().each<Event>([&](const Event& event) {
      if (event.over_at && *event.over_at <= client_->now()) return;
      if (!event.details.recurrence_id) ++told[{event.details.uid, event.details.timing.start.local}];
    });
    std::size_t pairs = 0;
    for (const auto& [uid, times] : told) pairs += times * (times - 1) / 2;
    return pairs;
  }
  static std::vector<fs::path> calendars(const std::string& beginning) {
    std::vector<fs::path> files;
    for (const auto& file : fs::directory_iterator(shared_data() / "ics_real"))
      if (file.path().extension() == ".ics" && file.path().filename().string().starts_with(beginning))
        files.push_back(file.path());
    std::ranges::sort(files);
    return files;
  }

  std::unique_ptr<Clock> clock_;
  std::unique_ptr<CtlHub> hub_;
  std::unique_ptr<ctl::Client> client_;
  std::vector<Suggestion> found_;
};

constexpr TimePoint at(int year, unsigned month, unsigned day) {
  return TimePoint{std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}} +
                   std::chrono::hours{11}};
}

TEST_F(RealDuplicates, OfActivistsAreTheEventsThatTheirAggregatorTellsToo) {
  auto files = calendars("nl_be_");
  files.push_back(shared_data() / "ics_real" / "feed_history" / "sociaalisme_all" / "07_2023-04-19.ics");
  import_at(at(2022, 11, 1), files);
  expect_all_right();
  EXPECT_GE(count(Sameness::co_organized), 25U);
  EXPECT_EQ(count(Sameness::co_organized), shared_uids());
  EXPECT_EQ(count(Sameness::duplicate), 0U);
}

TEST_F(RealDuplicates, OfFrenchDaysAreThoseThatSeveralCalendarsName) {
  import_at(at(2026, 3, 12), calendars("fr_"));
  expect_all_right();
  EXPECT_GE(count(Sameness::co_organized), 400U);
  EXPECT_EQ(count(Sameness::co_organized), shared_uids());
  EXPECT_GE(count(Sameness::duplicate), 100U);
}

TEST_F(RealDuplicates, OfANeighbourhoodAreNoneThoughItsWorkshopsShareTimeAndPlace) {
  import_at(at(2026, 3, 12), calendars("de_muenster"));
  EXPECT_GE(events(), 100U);
  EXPECT_TRUE(found_.empty());
}

}  // namespace
}  // namespace mur::test
