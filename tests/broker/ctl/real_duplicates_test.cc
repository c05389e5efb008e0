// What is suggested as told twice among real calendars, each as an organization of its own hub: how many are right.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

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
  void print() const {
    std::cout << events() << " events, " << found_.size() << " suggestions\n";
    for (const Suggestion& one : found_)
      std::cout << to_string(one.kind) << ' ' << one.title << ' ' << to_string(one.place) << " | " << file_of(one.into)
                << ": " << details(one.into).title << " @ " << details(one.into).place.name << " | "
                << file_of(one.event) << ": " << details(one.event).title << " @ " << details(one.event).place.name
                << '\n';
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

TEST_F(RealDuplicates, OfAll) {
  import_at(at(2026, 3, 12), calendars(""));
  print();
}
TEST_F(RealDuplicates, OfHolidays) {
  import_at(at(2005, 1, 1), calendars(""));
  print();
}
TEST_F(RealDuplicates, OfActivists) {
  auto files = calendars("nl_be_");
  files.push_back(shared_data() / "ics_real/feed_history/sociaalisme_all/07_2023-04-19.ics");
  import_at(at(2022, 11, 1), files);
  print();
}

}  // namespace
}  // namespace mur::test
