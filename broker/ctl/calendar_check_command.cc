// murctl calendar check
#include <fmt/format.h>

#include <map>
#include <set>

#include "broker/ctl/calendar_commands.h"
#include "broker/ctl/calendar_file.h"
#include "broker/ctl/calendar_listing.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/system_zone.h"
#include "broker/ctl/words.h"
#include "shared/calendar/zone_names.h"
#include "shared/domain/limits.h"

namespace mur::ctl {
namespace {

using calendar::Entry;
using calendar::Warning;
using std::chrono::days;
using std::chrono::floor;

struct CheckOptions {
  std::filesystem::path file;
  std::string from;
  std::string to;
  std::string time_zone;
};

Result<calendar::Zone> zone_for(const std::string& wanted) {
  if (wanted.empty()) return system_zone();
  const std::string known = calendar::iana_name(wanted);
  Result<calendar::Zone> zone = calendar::Zone::find(known.empty() ? wanted : known);
  if (!zone) return fail(Errc::invalid, "--time-zone", zone.error().message);
  return zone;
}

Result<std::chrono::local_days> day_for(const char* option, const std::string& text, const calendar::Zone& zone) {
  const Result<calendar::When> day = parse_when(option, text, zone);
  if (!day || !is_date(*day))
    return fail(Errc::invalid, option, fmt::format("{} \"{}\" is not a day such as 2026-03-14", option, text));
  return floor<days>(day->local);
}

/// The days the options ask for: [first, end).
struct Days {
  std::chrono::local_days first;
  std::chrono::local_days end;
};

Result<Days> days_for(const CheckOptions& options, const calendar::Zone& zone, TimePoint now) {
  Days asked{.first = floor<days>(zone.to_local(floor<Seconds>(now))), .end = {}};
  if (!options.from.empty()) {
    const auto first = day_for("--from", options.from, zone);
    if (!first) return fail(first.error());
    asked.first = *first;
  }
  asked.end = asked.first + limits::kHorizonAhead;
  if (!options.to.empty()) {
    const auto end = day_for("--to", options.to, zone);
    if (!end) return fail(end.error());
    asked.end = *end;
  }
  if (asked.end < asked.first)
    return fail(Errc::invalid, "--to",
                "--to comes before --from; the dates shown are from the one to the day before the other");
  return asked;
}

void say_warnings(Context& context, const std::vector<Warning>& warnings) {
  for (const Warning& warning : warnings)
    context.warn(to_sentence(warning), Json{{"line", warning.line},
                                            {"property", warning.property},
                                            {"problem", warning.problem},
                                            {"remedy", warning.remedy}});
}

std::string summary(const std::string& name, const CalendarListing& listing, const calendar::WholeReading& whole,
                    std::size_t warnings) {
  const std::string& title = whole.reading.name;
  std::set<std::uint32_t> shown;
  for (const auto& one : listing.occurrences) shown.insert(one.series);
  std::size_t series = 0;
  for (std::size_t i = 0; i < listing.entries.size(); ++i)
    series += listing.entries[i].recurrence_id && !shown.contains(static_cast<std::uint32_t>(i)) ? 0 : 1;
  std::string text = fmt::format("{}{}: {} of {} before {}, in {}", name, title.empty() ? "" : " \"" + title + "\"",
                                 count(listing.occurrences.size(), "date", "dates"),
                                 count(shown.size(), "event", "events"), day_text(listing.end), listing.zone.name());
  const auto row = [&text](std::size_t number, const std::string& what) {
    if (number > 0) text += fmt::format("\n  {} {}", number, what);
  };
  row(series - shown.size(), "with no date in this time: over already, or later");
  row(whole.reading.private_left, "private or confidential: seen by you here, never imported");
  row(whole.reading.skipped, "left out, as the warnings say");
  if (warnings == 0) return text + "\nThis calendar is all right.";
  return text + fmt::format("\nThis calendar can be read; {} above {} what to look at.",
                            count(warnings, "warning", "warnings"), warnings == 1 ? "says" : "say");
}

Status check(Context& context, const CheckOptions& options) {
  const Result<calendar::Zone> zone = zone_for(options.time_zone);
  if (!zone) return fail(zone.error());
  const Result<const Clock*> clock = context.clock();
  if (!clock) return fail(clock.error());
  const Result<Days> asked = days_for(options, *zone, (*clock)->now());
  if (!asked) return fail(asked.error());

  const std::string name = options.file.filename().string();
  Result<std::string> bytes = read_calendar_file(options.file);
  if (!bytes) return fail(bytes.error());
  Result<calendar::WholeReading> whole = calendar::read_whole(*bytes, limits::kReadLimits);
  bytes->clear();
  bytes->shrink_to_fit();
  if (!whole) return fail(whole.error().code, name, whole.error().message);

  std::vector<Warning> warnings = std::move(whole->reading.warnings);
  warnings.insert(warnings.end(), whole->private_warnings.begin(), whole->private_warnings.end());
  std::ranges::stable_sort(warnings, {}, &Warning::line);
  say_warnings(context, warnings);

  const std::size_t shown = whole->reading.entries.size();
  std::vector<Entry> entries = std::move(whole->reading.entries);
  entries.reserve(shown + whole->private_entries.size());
  std::ranges::move(whole->private_entries, std::back_inserter(entries));
  const calendar::Window window{.from = zone->to_sys(asked->first), .to = zone->to_sys(asked->end)};
  auto occurrences = calendar::expand_file(entries, *zone, window, limits::kFileBudget);
  if (!occurrences) return fail(occurrences.error().code, name, occurrences.error().message);

  const CalendarListing listing{
      .entries = entries, .occurrences = *occurrences, .zone = *zone, .end = asked->end, .now = (*clock)->now()};
  if (context.json()) {
    write_json(listing, context.out());
  } else {
    context.show(table_of(listing), "No date in this time.");
    context.say(summary(name, listing, *whole, warnings.size()), {});
  }
  return {};
}

}  // namespace

void add_calendar_check_command(CommandLine& line, CLI::App& calendars) {
  line.command<CheckOptions>(
      calendars, "check", "Is a calendar file (.ics) all right? Shows what would appear, and what to look at",
      [](CLI::App& command, CheckOptions& options) {
        command.add_option("FILE", options.file, "The calendar")->required();
        command.add_option("--from", options.from, "First day shown (default: today)")->option_text("DATE");
        command.add_option("--to", options.to, "Day before which it ends (default: 400 days later)")
            ->option_text("DATE");
        command.add_option("--time-zone", options.time_zone, "Whose time (default: this machine's)")
            ->option_text("ZONE");
        command.footer("Asks no broker and reads no configuration; what is private in the file is shown here, too.");
      },
      check);
}

}  // namespace mur::ctl
