// Any bytes as a calendar: read within bounds, every component accounted for, every timing expanded within its steps.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "shared/calendar/occurrence.h"
#include "shared/calendar/reader.h"
#include "shared/calendar/rule_words.h"

using mur::calendar::Entry;
using mur::calendar::expand;
using mur::calendar::read;
using mur::calendar::ReadLimits;
using mur::calendar::rule_words;
using mur::calendar::Window;
using mur::calendar::Zone;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr ReadLimits kLimits{.file_bytes = 100'000,
                               .components = 100,
                               .lines = 2'000,
                               .line_bytes = 20'000,
                               .parameters = 20,
                               .values = 100,
                               .nesting = 5};
  constexpr std::size_t kMost = 100;
  constexpr std::size_t kSteps = 2'000;
  constexpr Window kWindow{.from = std::chrono::sys_days{std::chrono::year{2026} / 1 / 1},
                           .to = std::chrono::sys_days{std::chrono::year{2027} / 2 / 5}};
  static const Zone hub = Zone::utc();
  const auto reading = read({reinterpret_cast<const char*>(data), size}, kLimits);
  if (!reading) return 0;
  if (reading->components != reading->entries.size() + reading->skipped + reading->private_left) std::abort();
  for (const Entry& entry : reading->entries) {
    (void)rule_words(entry.timing, hub);
    const auto expansion = expand(entry.timing, hub, kWindow, kMost, kSteps);
    if (expansion && (expansion->occurrences.size() > kMost || expansion->steps > kSteps)) std::abort();
  }
  return 0;
}
