// Every real calendar of the shared data goes through murctl and a real broker: each component is accounted for.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "broker/ctl/agenda.h"
#include "tests/broker/ctl/ctl_hub.h"
#include "tests/support/shared_data.h"

namespace mur::test {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::year;

// 2026-03-12T18:24:00+01:00
constexpr TimePoint kNow{sys_days{year{2026} / 3 / 12} + hours{17} + minutes{24}};

std::vector<std::filesystem::path> calendars_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder))
    if (file.path().extension() == ".ics") files.push_back(file.path());
  std::ranges::sort(files);
  return files;
}

TEST(RealFiles, EachIsImportedAndNothingVanishesSilently) {
  if (!has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  const auto clock = make_clock_starting_at(kNow);  // runs: the broker counts commands a minute
  CtlHub hub(*clock);
  const auto files = calendars_in(shared_data() / "ics_real");
  ASSERT_GE(files.size(), 26U);
  for (const auto& file : files) hub.broker().add_organization(file.stem().string());
  hub.start();

  const auto begun = std::chrono::steady_clock::now();
  std::map<std::string, std::size_t> sums;
  for (const auto& file : files) {
    SCOPED_TRACE(file.string());
    const Said said = hub.murctl({"event", "import", file.string(), "--organization", file.stem().string(), "--json"});
    ASSERT_EQ(said.code, 0) << said.err;
    const auto objects = said.objects();
    ASSERT_EQ(objects.size(), 1U);
    std::size_t accounted = 0;
    for (const auto* name : {"added", "changed", "unchanged", "waiting", "past", "private", "left_out", "refused"}) {
      accounted += objects[0][name].get<std::size_t>();
      sums[name] += objects[0][name].get<std::size_t>();
    }
    EXPECT_EQ(accounted, objects[0]["components"].get<std::size_t>());
    EXPECT_GE(objects[0]["warnings"].get<std::size_t>(), objects[0]["left_out"].get<std::size_t>());
    sums["components"] += objects[0]["components"].get<std::size_t>();
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
  EXPECT_EQ(sums["refused"], 0U);

  const auto client = hub.client_of("admin");
  std::size_t events = 0;
  client->wall().each<Event>([&](const Event&) { ++events; });
  EXPECT_EQ(events, sums["added"]);
  const auto from = std::chrono::floor<Seconds>(kNow);
  const ctl::Agenda agenda = ctl::agenda_of(client->wall(), calendar::Zone::find("Europe/Paris").value(),
                                            {.from = from, .to = from + days{400}});
  EXPECT_GE(agenda.lines.size(), 1000U);
  std::cout << files.size() << " files, " << sums["components"] << " components, " << events << " events ("
            << sums["past"] << " past, " << sums["private"] << " private, " << sums["left_out"] << " left out), "
            << agenda.lines.size() << " occurrences in 400 days from 2026-03-12T18:24+01:00, " << agenda.warnings.size()
            << " named as cut; " << took.count() << " s\n";
}

}  // namespace
}  // namespace mur::test
