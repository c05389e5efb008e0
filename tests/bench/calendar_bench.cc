// Reading and expanding calendars, beside libical parsing and iterating the same bytes.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <libical/ical.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "shared/calendar/file_expansion.h"
#include "shared/calendar/reader.h"
#include "shared/domain/limits.h"
#include "tests/shared/calendar/hostile_files.h"
#include "tests/support/shared_data.h"

namespace mur::calendar {
namespace {

constexpr ReadLimits kLimits{.file_bytes = 100'000'000,
                             .components = 100'000,
                             .lines = 10'000'000,
                             .line_bytes = 100'000,
                             .parameters = 50,
                             .values = 1'000,
                             .warnings = 100'000,
                             .nesting = 6};
constexpr Window kWindow{.from = std::chrono::sys_days{std::chrono::year{2026} / 6 / 1},
                         .to = std::chrono::sys_days{std::chrono::year{2027} / 8 / 6}};
constexpr std::size_t kMost = 2'000;
constexpr std::size_t kSteps = 200'000;

/// An organization's calendar: one event in five repeats weekly.
std::string calendar_of(std::int64_t events) {
  std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Mur//bench//EN\r\n";
  for (std::int64_t i = 0; i < events; ++i)
    text += fmt::format(
        "BEGIN:VEVENT\r\nUID:{0}@asso.example\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Europe/"
        "Paris:2026{1:02}{2:02}T183000\r\n"
        "DTEND;TZID=Europe/Paris:2026{1:02}{2:02}T203000\r\nSUMMARY:Atelier {0}\r\nLOCATION:Salle {1}\r\n"
        "DESCRIPTION:On répare\\, on discute\\, on boit un café.\\nEntrée libre.\r\n{3}END:VEVENT\r\n",
        i, i % 12 + 1, i % 28 + 1, i % 5 == 0 ? "RRULE:FREQ=WEEKLY\r\n" : "");
  return text + "END:VCALENDAR\r\n";
}

void count_events(benchmark::State& state) { state.SetItemsProcessed(state.iterations() * state.range(0)); }

void bm_read(benchmark::State& state) {
  const std::string text = calendar_of(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(read(text, kLimits).value().entries.size());
  count_events(state);
}
BENCHMARK(bm_read)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

void bm_libical_parse(benchmark::State& state) {
  const std::string text = calendar_of(state.range(0));
  for (auto _ : state) {
    icalcomponent* parsed = icalparser_parse_string(text.c_str());
    benchmark::DoNotOptimize(parsed);
    icalcomponent_free(parsed);
  }
  count_events(state);
}
BENCHMARK(bm_libical_parse)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

void bm_expand(benchmark::State& state) {
  const Reading reading = read(calendar_of(state.range(0)), kLimits).value();
  const Zone hub = Zone::find("Europe/Paris").value();
  std::size_t occurrences = 0;
  for (auto _ : state) {
    occurrences = 0;
    for (const Entry& entry : reading.entries)
      occurrences += expand(entry.timing, hub, kWindow, kMost, kSteps).value().occurrences.size();
  }
  state.counters["occurrences"] = static_cast<double>(occurrences);
  count_events(state);
}
BENCHMARK(bm_expand)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

/// 437 days of one weekly rule, as bm_expand's window holds.
void bm_libical_iterate(benchmark::State& state) {
  for (auto _ : state) {
    const auto rule = icalrecurrencetype_from_string("FREQ=WEEKLY");
    icalrecur_iterator* iterator = icalrecur_iterator_new(rule, icaltime_from_string("20260603T183000"));
    const icaltimetype end = icaltime_from_string("20270806T000000");
    for (auto next = icalrecur_iterator_next(iterator); icaltime_compare(next, end) < 0;)
      next = icalrecur_iterator_next(iterator);
    icalrecur_iterator_free(iterator);
  }
}
BENCHMARK(bm_libical_iterate)->Unit(benchmark::kMicrosecond);

void bm_expand_one_weekly(benchmark::State& state) {
  Timing timing;
  timing.start = {.kind = When::Kind::zoned,
                  .local = std::chrono::local_days{std::chrono::year{2026} / 6 / 3} + std::chrono::hours{18},
                  .zone = "Europe/Paris"};
  timing.rules = {"FREQ=WEEKLY"};
  const Zone hub = Zone::find("Europe/Paris").value();
  for (auto _ : state) benchmark::DoNotOptimize(expand(timing, hub, kWindow, kMost, kSteps).value().occurrences.size());
}
BENCHMARK(bm_expand_one_weekly)->Unit(benchmark::kMicrosecond);

// The real calendars, read and expanded; and the same bytes parsed and iterated by libical. Each is asked for the 437
// days of kWindow.

const std::vector<std::string>& real_files() {
  static const std::vector<std::string> files = [] {
    std::vector<std::string> read;
    if (!test::has_shared_data()) return read;
    for (const auto& file : std::filesystem::recursive_directory_iterator(test::shared_data() / "ics_real")) {
      if (file.path().extension() != ".ics") continue;
      std::ifstream in(file.path(), std::ios::binary);
      read.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>{});
    }
    return read;
  }();
  return files;
}

void bm_real_read_and_expand(benchmark::State& state) {
  if (real_files().empty()) return state.SkipWithError("no shared data beside the source");
  constexpr FileBudget kBudget{.steps = 10'000'000, .series_steps = 5'000'000, .occurrences = 1'000'000};
  const Zone hub = Zone::find("Europe/Paris").value();
  std::size_t events = 0;
  std::size_t occurrences = 0;
  for (auto _ : state) {
    occurrences = 0;
    for (const std::string& bytes : real_files()) {
      const Reading reading = read(bytes, kLimits).value();
      events += reading.entries.size();
      occurrences += expand_file(reading.entries, hub, kWindow, kBudget).value().size();
    }
  }
  state.counters["occurrences"] = static_cast<double>(occurrences);
  state.SetItemsProcessed(static_cast<std::int64_t>(events));
}
BENCHMARK(bm_real_read_and_expand)->Unit(benchmark::kMillisecond);

/// The instances of one VEVENT in kWindow, as libical's own iterator gives them.
std::size_t iterate(icalcomponent* event) {
  const icaltimetype start = icalcomponent_get_dtstart(event);
  const icaltimetype from = icaltime_from_string("20260601T000000Z");
  const icaltimetype to = icaltime_from_string("20270806T000000Z");
  icalproperty* property = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
  if (property == nullptr) return icaltime_compare(start, from) >= 0 && icaltime_compare(start, to) < 0 ? 1 : 0;
  std::size_t found = 0;
  icalrecur_iterator* iterator = icalrecur_iterator_new(icalproperty_get_rrule(property), start);
  if (iterator == nullptr) return 0;
  for (icaltimetype next = icalrecur_iterator_next(iterator);
       icaltime_is_null_time(next) == 0 && icaltime_compare(next, to) < 0; next = icalrecur_iterator_next(iterator))
    if (icaltime_compare(next, from) >= 0) ++found;
  icalrecur_iterator_free(iterator);
  return found;
}

void bm_real_libical_parse_and_iterate(benchmark::State& state) {
  if (real_files().empty()) return state.SkipWithError("no shared data beside the source");
  std::size_t events = 0;
  std::size_t occurrences = 0;
  for (auto _ : state) {
    occurrences = 0;
    for (const std::string& bytes : real_files()) {
      icalcomponent* parsed = icalparser_parse_string(bytes.c_str());
      if (parsed == nullptr) continue;
      for (icalcomponent* event = icalcomponent_get_first_component(parsed, ICAL_VEVENT_COMPONENT); event != nullptr;
           event = icalcomponent_get_next_component(parsed, ICAL_VEVENT_COMPONENT)) {
        ++events;
        occurrences += iterate(event);
      }
      icalcomponent_free(parsed);
    }
  }
  state.counters["occurrences"] = static_cast<double>(occurrences);
  state.SetItemsProcessed(static_cast<std::int64_t>(events));
}
BENCHMARK(bm_real_libical_parse_and_iterate)->Unit(benchmark::kMillisecond);

/// Files made to cost much, with the limits of `murctl calendar check`: 2 s are the most one may take.
void bm_hostile(benchmark::State& state) {
  static const std::vector<HostileFile> files = hostile_files();
  const HostileFile& file = files.at(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    const auto reading = read_whole(file.bytes, limits::kReadLimits);
    if (!reading) continue;
    benchmark::DoNotOptimize(expand_file(reading->reading.entries, Zone::utc(), kWindow, limits::kFileBudget));
  }
  state.SetLabel(file.name);
}
BENCHMARK(bm_hostile)
    ->DenseRange(0, static_cast<int>(hostile_files().size()) - 1)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace mur::calendar

BENCHMARK_MAIN();
