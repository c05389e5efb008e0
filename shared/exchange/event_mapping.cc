#include "shared/exchange/event_mapping.h"

#include <fmt/format.h>

#include <algorithm>

#include "shared/base/text.h"
#include "shared/calendar/entry_texts.h"
#include "shared/domain/check.h"
#include "shared/domain/limits.h"
#include "shared/exchange/extras.h"
#include "shared/exchange/locate.h"
#include "shared/exchange/search_words.h"
#include "shared/exchange/web_address.h"

namespace mur::exchange {
namespace {

/// One entry on its way to an event; says what it had to change.
class Mapping {
 public:
  Mapping(const calendar::Entry& entry, const Hub& hub, TimePoint now, std::vector<calendar::Warning>& warnings)
      : entry_{entry}, hub_{hub}, now_{now}, warnings_{warnings} {}

  EventDetails details() {
    EventDetails details{
        .uid = uid(),
        .recurrence_id = entry_.recurrence_id,
        .this_and_future = entry_.this_and_future,
        .sequence = entry_.sequence,
        .status = entry_.status,
        .timing = timing(),
        .title = title(),
        .summary = own_text(extras::kSummary, limits::kSummary),
        .description = text_or(extras::kDescription, "DESCRIPTION", entry_.description, limits::kDescription),
        .access = access(),
        .price = price(),
        .full = yes(extras::kFull),
        .url = url(),
        .categories = categories(),
        .organizer = organizer(),
        .image_url = link("IMAGE", entry_.image_url),
        .conference_url = link("CONFERENCE", entry_.conference_url),
        .links = links()};
    if (entry_.position)
      details.position = {.latitude_e6 = entry_.position->latitude_e6, .longitude_e6 = entry_.position->longitude_e6};
    place(details);
    return details;
  }

 private:
  void warn(std::string property, std::string problem, std::string remedy) {
    warnings_.push_back({entry_.line, std::move(property), std::move(problem), std::move(remedy)});
  }

  std::string text(const std::string& property, const std::string& value, std::size_t most) {
    if (length(value) <= most) return value;
    warn(property, fmt::format("{} characters are too many", length(value)),
         fmt::format("shortened to {}; make it shorter to choose where", most));
    return shorten(value, most);
  }

  [[nodiscard]] const std::string* extra(const char* name) const { return extras::find(entry_.extras, name); }

  /// Our own property is there, or said to be empty.
  [[nodiscard]] bool says(const char* name) const {
    const std::string* empty = extra(extras::kEmpty);
    return extra(name) != nullptr || (empty != nullptr && holds_words(*empty, name));
  }

  void warn_of_extra(const char* name, std::string problem) {
    warn(std::string("X-MUR-") + name, std::move(problem), "passed over");
  }

  std::string own_text(const char* name, std::size_t most) {
    const std::string* value = extra(name);
    return value == nullptr ? std::string{} : text(std::string("X-MUR-") + name, *value, most);
  }

  /// Our own property, where it is there or said to be empty; else the standard one.
  std::string text_or(const char* name, const char* property, const std::string& value, std::size_t most) {
    return says(name) ? own_text(name, most) : text(property, value, most);
  }

  bool yes(const char* name) {
    const std::string* value = extra(name);
    if (value == nullptr || *value == "no") return false;
    if (*value == "yes") return true;
    warn_of_extra(name, fmt::format("\"{}\" is neither yes nor no", calendar::excerpt(*value)));
    return false;
  }

  /// Said of this hub: by a hand, or by itself.
  [[nodiscard]] bool is_ours() const {
    const std::string* of_hub = extra(extras::kHub);
    return of_hub == nullptr || *of_hub == to_string(hub_.id);
  }

  std::string organizer() {
    if (is_ours() && says(extras::kOrganizer)) {
      std::string own = own_text(extras::kOrganizer, limits::kName);
      return calendar::is_persons_address(own) ? std::string{} : own;
    }
    return text("ORGANIZER", entry_.organizer, limits::kName);
  }

  /// Where it is, as the calendar of this hub says; another hub's "here" is elsewhere.
  void place(EventDetails& details) {
    if (extra(extras::kPlace) != nullptr || (is_ours() && says(extras::kPlace))) {
      details.place.name = own_text(extras::kPlace, limits::kPlace);
    } else {
      details.place.name = text("LOCATION", entry_.location, limits::kPlace);
    }
    details.place.address = own_text(extras::kAddress, limits::kPlace);
    locate(details, hub_);
    if (!is_ours()) return;
    const std::string* kind = extra(extras::kKind);
    const auto known = kind == nullptr ? std::nullopt : parse_event_kind(*kind);
    if (known) {
      details.kind = *known;
      details.place.here = extra(extras::kHere) != nullptr ? yes(extras::kHere) : *known == EventKind::programming;
      details.place.room = own_text(extras::kRoom, limits::kPlace);
    } else if (kind != nullptr) {
      warn_of_extra(extras::kKind, fmt::format("\"{}\" is neither here nor in-town", calendar::excerpt(*kind)));
    }
  }

  Access access() {
    Access access;
    const std::string* items = extra(extras::kAccess);
    if (items == nullptr) return access;
    for (std::string_view rest = *items; !rest.empty();) {
      const auto end = std::min(rest.find(' '), rest.size());
      const std::string_view item = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (!item.empty() && !extras::set_access(access, item))
        warn_of_extra(extras::kAccess, fmt::format("\"{}\" is not known", calendar::excerpt(item)));
    }
    return access;
  }

  Price price() {
    Price price{.text = own_text(extras::kPriceText, limits::kName)};
    const std::string* word = extra(extras::kPrice);
    if (word == nullptr) return price;
    price.kind = extras::price_kind(*word);
    if (price.kind == PriceKind::unknown)
      warn_of_extra(extras::kPrice,
                    fmt::format("\"{}\" is not free, pay-what-you-want or paid", calendar::excerpt(*word)));
    return price;
  }

  std::string link(const char* property, const std::string& uri) {
    std::string address = ascii_address(uri);
    if (address.size() <= limits::kLink && check::url(property, address)) return address;
    warn(property, "this is no http or https address of a usual length", "the link is left out");
    return {};
  }

  std::vector<std::string> links() {
    std::vector<std::string> kept;
    for (const std::string& uri : entry_.links)
      if (std::string address = link("ATTACH", uri); !address.empty()) kept.push_back(std::move(address));
    if (kept.size() > limits::kLinks) {
      warn("ATTACH", fmt::format("{} are too many", kept.size()), fmt::format("the first {} are kept", limits::kLinks));
      kept.resize(limits::kLinks);
    }
    return kept;
  }

  std::string uid() {
    std::string taken = event_uid(entry_.uid);
    if (taken != entry_.uid)
      warn("UID", fmt::format("{} characters are too many", length(entry_.uid)), "replaced by one made from it");
    return taken;
  }

  std::string title() {
    if (const std::string* own = extra(extras::kTitle); own != nullptr && !own->empty())
      return own_text(extras::kTitle, limits::kTitle);
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
  const Hub& hub_;
  TimePoint now_;
  std::vector<calendar::Warning>& warnings_;
};

}  // namespace

EventDetails map_entry(const calendar::Entry& entry, const Hub& hub, TimePoint now,
                       std::vector<calendar::Warning>& warnings) {
  return Mapping(entry, hub, now, warnings).details();
}

std::string event_uid(const std::string& entry_uid) {
  return length(entry_uid) <= limits::kUid ? entry_uid : to_string(derive_uuid(Uuid{}, entry_uid));
}

}  // namespace mur::exchange
