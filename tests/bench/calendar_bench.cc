// Reading and expanding calendars, beside libical parsing and iterating the same bytes.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <libical/ical.h>

#include <string>

#include "shared/calendar/occurrence.h"
#include "shared/calendar/reader.h"

namespace mur::calendar {
namespace {

constexpr ReadLimits kLimits{.file_bytes = 100'000'000,
                             .components = 100'000,
                             .lines = 10'000'000,
                             .line_bytes = 100'000,
                             .parameters = 50,
                             .values = 1'000,
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

}  // namespace
}  // namespace mur::calendar

BENCHMARK_MAIN();
