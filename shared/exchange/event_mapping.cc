#include "shared/exchange/event_mapping.h"

#include <fmt/format.h>

#include <algorithm>

#include "shared/base/text.h"
#include "shared/domain/check.h"
#include "shared/domain/limits.h"
#include "shared/exchange/locate.h"
#include "shared/exchange/web_address.h"

namespace mur::exchange {
namespace {

/// One entry on its way to an event; says what it had to change.
class Mapping {
 public:
  Mapping(const calendar::Entry& entry, TimePoint now, std::vector<calendar::Warning>& warnings)
      : entry_{entry}, now_{now}, warnings_{warnings} {}

  EventDetails details() {
    return EventDetails{.uid = uid(),
                        .recurrence_id = entry_.recurrence_id,
                        .this_and_future = entry_.this_and_future,
                        .sequence = entry_.sequence,
                        .status = entry_.status,
                        .timing = timing(),
                        .title = title(),
                        .description = text("DESCRIPTION", entry_.description, limits::kDescription),
                        .place = {.name = text("LOCATION", entry_.location, limits::kPlace)},
                        .url = url(),
                        .categories = categories()};
  }

 private:
  void warn(const char* property, std::string problem, std::string remedy) {
    warnings_.push_back({entry_.line, property, std::move(problem), std::move(remedy)});
  }

  std::string text(const char* property, const std::string& value, std::size_t most) {
    if (length(value) <= most) return value;
    warn(property, fmt::format("{} characters are too many", length(value)),
         fmt::format("shortened to {}; make it shorter to choose where", most));
    return shorten(value, most);
  }

  /// The same file must name the same event each time, so a long one is not cut but replaced.
  std::string uid() {
    if (length(entry_.uid) <= limits::kUid) return entry_.uid;
    warn("UID", fmt::format("{} characters are too many", length(entry_.uid)), "replaced by one made from it");
    return to_string(derive_uuid(Uuid{}, entry_.uid));
  }

  std::string title() {
    if (!entry_.summary.empty()) return text("SUMMARY", entry_.summary, limits::kTitle);
    const std::string first_line = entry_.description.substr(0, entry_.description.find('\n'));
    const std::string& instead = first_line.empty() ? entry_.location : first_line;
    if (!instead.empty())
      warn("SUMMARY", "this event has no title",
           fmt::format("the first words of its {} stand for it", first_line.empty() ? "place" : "description"));
    return shorten(instead, limits::kTitle);
  }

  std::string url() {
    std::string address = ascii_address(entry_.url);
    if (check::url("URL", address)) return address;
    warn("URL", "this is no http or https address of a usual length", "the link is left out");
    return {};
  }

  std::vector<std::string> categories() {
    std::vector<std::string> kept;
    for (const std::string& category : entry_.categories) {
      if (category.empty()) continue;
      const std::string word = text("CATEGORIES", category, limits::kWord);
      if (std::ranges::find(kept, word) == kept.end()) kept.push_back(word);
    }
    if (kept.size() > limits::kCategories) {
      warn("CATEGORIES", fmt::format("{} are too many", kept.size()),
           fmt::format("the first {} are kept", limits::kCategories));
      kept.resize(limits::kCategories);
    }
    return kept;
  }

  calendar::Timing timing() {
    calendar::Timing timing = entry_.timing;
    if (timing.extra_dates.size() + timing.exception_dates.size() <= limits::kDates) return timing;
    // What is long past changes nothing on a wall.
    const std::chrono::local_seconds old{
        std::chrono::floor<Seconds>(now_ - limits::kHorizonBack - std::chrono::days{1}).time_since_epoch()};
    const std::size_t before = timing.extra_dates.size() + timing.exception_dates.size();
    std::erase_if(timing.extra_dates, [old](const auto& date) { return date.start.local < old; });
    std::erase_if(timing.exception_dates, [old](const auto& date) { return date.local < old; });
    warn("RDATE", fmt::format("{} dates and exceptions are too many", before), "those long past are left out");
    return timing;
  }

  const calendar::Entry& entry_;
  TimePoint now_;
  std::vector<calendar::Warning>& warnings_;
};

}  // namespace

EventDetails map_entry(const calendar::Entry& entry, const Hub& hub, TimePoint now,
                       std::vector<calendar::Warning>& warnings) {
  EventDetails details = Mapping(entry, now, warnings).details();
  locate(details, hub);
  return details;
}

}  // namespace mur::exchange
