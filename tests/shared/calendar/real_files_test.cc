// Every calendar of the shared data is read and expanded: nothing hangs, and nothing vanishes without a word.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "shared/calendar/occurrence.h"
#include "shared/calendar/reader.h"
#include "tests/shared/calendar/expected.h"
#include "tests/shared/calendar/read_limits.h"
#include "tests/support/shared_data.h"

namespace mur::calendar {
namespace {

using std::chrono::sys_days;
using std::chrono::year;

constexpr std::size_t kSteps = 200'000;
constexpr std::size_t kMost = 2'000;
constexpr Window kWindow{.from = sys_days{year{2025} / 6 / 1}, .to = sys_days{year{2026} / 7 / 6}};

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder))
    if (file.is_regular_file() && file.path().extension() != ".md") files.push_back(file.path());
  std::ranges::sort(files);
  return files;
}

struct Counts {
  std::size_t files = 0;
  std::size_t refused = 0;
  std::size_t components = 0;
  std::size_t entries = 0;
  std::size_t occurrences = 0;
};

void expect_each_component_accounted_for(const Reading& reading) {
  EXPECT_EQ(reading.components, reading.entries.size() + reading.private_left + reading.skipped);
  EXPECT_GE(reading.warnings.size(), reading.skipped);
  for (const Warning& warning : reading.warnings) {
    EXPECT_FALSE(warning.problem.empty());
    EXPECT_FALSE(warning.remedy.empty());
  }
}

Counts read_all(const std::filesystem::path& folder) {
  const Zone hub = Zone::find("Europe/Paris").value();
  Counts counts;
  for (const auto& path : files_in(folder)) {
    SCOPED_TRACE(path.string());
    ++counts.files;
    const auto reading = read(bytes_of(path), kTestLimits);
    if (!reading) {
      EXPECT_FALSE(reading.error().message.empty());
      ++counts.refused;
      if (path.extension() == ".ics")
        std::cout << "  refused: " << path.filename().string() << ": " << reading.error().message << "\n";
      continue;
    }
    expect_each_component_accounted_for(*reading);
    counts.components += reading->components;
    counts.entries += reading->entries.size();
    for (const Entry& entry : reading->entries) {
      const auto expansion = expand(entry.timing, hub, kWindow, kMost, kSteps);
      if (expansion) {
        counts.occurrences += expansion->occurrences.size();
      } else {
        EXPECT_EQ(expansion.error().code, Errc::too_large) << expansion.error().message;
      }
    }
  }
  std::cout << folder.filename().string() << ": " << counts.files << " files, " << counts.refused << " refused, "
            << counts.components << " components, " << counts.entries << " entries, " << counts.occurrences
            << " occurrences\n";
  return counts;
}

TEST(RealFiles, EveryRealCalendarIsReadAndEachComponentIsAccountedFor) {
  if (!test::has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  const Counts counts = read_all(test::shared_data() / "ics_real");
  EXPECT_GE(counts.files, 26U);
  EXPECT_EQ(counts.refused, 0U);
  EXPECT_GE(counts.entries, 1'000U);
}

TEST(RealFiles, HardFilesNeitherHangNorLoseAComponentSilently) {
  if (!test::has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  const Counts counts = read_all(test::shared_data() / "ics_hard");
  EXPECT_GE(counts.files, 600U);
}

}  // namespace
}  // namespace mur::calendar
