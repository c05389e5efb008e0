// Any bytes as a calendar: read within bounds, every component accounted for, every timing and the whole file expanded
// within their steps, and nothing private among what is shown.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "shared/calendar/file_expansion.h"
#include "shared/calendar/reader.h"
#include "shared/calendar/rule_words.h"

using mur::calendar::Classification;
using mur::calendar::Entry;
using mur::calendar::expand;
using mur::calendar::expand_file;
using mur::calendar::FileBudget;
using mur::calendar::FileOccurrence;
using mur::calendar::read_whole;
using mur::calendar::Reading;
using mur::calendar::ReadLimits;
using mur::calendar::rule_words;
using mur::calendar::Window;
using mur::calendar::Zone;

namespace {

constexpr Window kWindow{.from = std::chrono::sys_days{std::chrono::year{2026} / 1 / 1},
                         .to = std::chrono::sys_days{std::chrono::year{2027} / 2 / 5}};

void expand_each(const Reading& reading, const Zone& hub) {
  constexpr std::size_t kMost = 100;
  constexpr std::size_t kSteps = 2'000;
  for (const Entry& entry : reading.entries) {
    if (entry.classification != Classification::public_event) std::abort();
    (void)rule_words(entry.timing, hub);
    const auto expansion = expand(entry.timing, hub, kWindow, kMost, kSteps);
    if (expansion && (expansion->occurrences.size() > kMost || expansion->steps > kSteps)) std::abort();
  }
}

void expand_all(const Reading& reading, const Zone& hub) {
  constexpr FileBudget kBudget{.steps = 10'000, .series_steps = 5'000, .occurrences = 2'000};
  const auto occurrences = expand_file(reading.entries, hub, kWindow, kBudget);
  if (!occurrences) return;
  if (occurrences->size() > kBudget.occurrences) std::abort();
  for (const FileOccurrence& one : *occurrences)
    if (one.entry >= reading.entries.size() || one.start_at < kWindow.from || one.start_at >= kWindow.to ||
        one.end_at < one.start_at)
      std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr ReadLimits kLimits{.file_bytes = 100'000,
                               .components = 100,
                               .lines = 2'000,
                               .line_bytes = 20'000,
                               .parameters = 20,
                               .values = 100,
                               .warnings = 1'000,
                               .nesting = 5};
  static const Zone hub = Zone::find("Europe/Paris").value_or(Zone::utc());
  const auto whole = read_whole({reinterpret_cast<const char*>(data), size}, kLimits);
  if (!whole) return 0;
  const Reading& reading = whole->reading;
  if (reading.components != reading.entries.size() + reading.skipped + reading.private_left) std::abort();
  if (whole->private_entries.size() != reading.private_left) std::abort();
  expand_each(reading, hub);
  expand_all(reading, hub);
  return 0;
}
