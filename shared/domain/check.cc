#include "shared/domain/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <ranges>
#include <set>

#include "shared/base/text.h"
#include "shared/calendar/occurrence.h"
#include "shared/calendar/zone.h"
#include "shared/domain/limits.h"
#include "shared/domain/public_texts.h"
#include "shared/screening/screen.h"

namespace mur::check {
namespace {

// Screening looks at all of the longest text there may be; a character has 4 bytes at most.
static_assert(limits::kDescription * 4 <= screening::kScreenedBytes);

using mur::fail;

/// Runs checks in order; the first failure is the answer.
template <class... Checks>
Status all(Checks&&... checks) {
  Status status;
  const auto next = [&status](auto&& check) {
    status = check();
    return status.has_value();
  };
  static_cast<void>((next(checks) && ...));
  return status;
}

Status at_most(std::string_view field, std::size_t count, std::size_t most) {
  if (count <= most) return {};
  return fail(Errc::too_large, std::string(field),
              fmt::format("{} has {} entries; give at most {}", field, count, most));
}

Status words(std::string_view field, const std::vector<std::string>& values, std::size_t most) {
  if (Status status = at_most(field, values.size(), most); !status) return status;
  for (const std::string& value : values)
    if (Status status = required_text(field, value, limits::kWord); !status) return status;
  return {};
}

Status names(std::string_view field, const std::vector<std::string>& values, std::size_t most) {
  if (Status status = at_most(field, values.size(), most); !status) return status;
  for (const std::string& value : values)
    if (Status status = required_text(field, value, limits::kPlace); !status) return status;
  return {};
}

/// A web address beside the event's own: a shorter one.
Status link(std::string_view field, const std::string& value) {
  if (Status status = url(field, value); !status) return status;
  if (value.size() <= limits::kLink) return {};
  return fail(Errc::too_large, std::string(field),
              fmt::format("{} has {} characters; give at most {}", field, value.size(), limits::kLink));
}

Status urls(std::string_view field, const std::vector<std::string>& values) {
  for (const std::string& value : values)
    if (Status status = link(field, value); !status) return status;
  return {};
}

Status position(std::string_view field, const std::optional<Position>& position) {
  constexpr std::int32_t kPole = 90'000'000;
  constexpr std::int32_t kDateLine = 180'000'000;
  if (!position || (std::abs(position->latitude_e6) <= kPole && std::abs(position->longitude_e6) <= kDateLine))
    return {};
  return fail(Errc::invalid, std::string(field), "a position lies between -90 and 90, -180 and 180 degrees");
}

Status when(std::string_view field, const calendar::When& value) {
  // Years 1 to 9999, as RFC 5545 § 3.3.4 can write them.
  constexpr auto kFirst = std::chrono::local_days{std::chrono::year{1} / 1 / 1};
  constexpr auto kLast = std::chrono::local_days{std::chrono::year{9999} / 12 / 31};
  if (value.local < kFirst || value.local >= kLast + std::chrono::days{1})
    return fail(Errc::invalid, std::string(field), fmt::format("{}: the year must lie between 1 and 9999", field));
  const bool zoned = value.kind == calendar::When::Kind::zoned;
  if (zoned == value.zone.empty())
    return fail(Errc::invalid, std::string(field),
                fmt::format("{}: give a zone to a zoned time and to no other", field));
  if (zoned)
    if (const auto zone = calendar::Zone::find(value.zone); !zone)
      return fail(Errc::invalid, std::string(field), zone.error().message);
  if (is_date(value) && value.local != std::chrono::floor<std::chrono::days>(value.local))
    return fail(Errc::invalid, std::string(field), fmt::format("{}: a date has no time of day", field));
  return {};
}

Status not_before(std::string_view field, const calendar::When& start, const calendar::When& end) {
  // Compared as they are written; with two zones, a day's grace for what the zones may differ.
  const auto grace = start.kind == end.kind && start.zone == end.zone ? Seconds{0} : std::chrono::days{1};
  if (is_date(start) != is_date(end))
    return fail(Errc::invalid, std::string(field), "start and end must both be dates or both be times");
  if (end.local + grace < start.local)
    return fail(Errc::invalid, std::string(field), "the end lies before the start; change one of them");
  return {};
}

/// BCP 47 as far as people write it: a language, and what tells it apart.
bool is_language(std::string_view tag) {
  bool first = true;
  for (const auto part : std::views::split(tag, '-')) {
    const std::size_t letters = std::ranges::size(part);
    const auto fits = [first](char c) {
      return first ? c >= 'a' && c <= 'z' : std::isalnum(static_cast<unsigned char>(c)) != 0;
    };
    if (letters < 2 || letters > (first ? 3U : 8U) || !std::ranges::all_of(part, fits)) return false;
    first = false;
  }
  return !first;
}

Status who_may_come(const WhoMayCome& who) {
  if (who.age_from < 0 || who.age_from > static_cast<int>(limits::kAgeFrom))
    return fail(Errc::invalid, "age_from", fmt::format("age_from must lie between 0 and {} years", limits::kAgeFrom));
  if (Status status = words("languages", who.languages, limits::kLanguages); !status) return status;
  for (const std::string& language : who.languages)
    if (!is_language(language))
      return fail(Errc::invalid, "languages",
                  fmt::format("\"{}\" is no language; give its code (BCP 47), as in fr, ar or en", language));
  return {};
}

Status between(std::string_view field, int value, std::size_t most) {
  if (value >= 0 && static_cast<std::size_t>(value) <= most) return {};
  return fail(Errc::invalid, std::string(field), fmt::format("{} must lie between 0 and {}", field, most));
}

Status amount(std::string_view field, int value) { return between(field, value, limits::kTally); }

Status tally(const Tally& tally) {
  const bool matched = tally.kind == TallyKind::matched_gift;
  if (matched && (tally.matched_from < 1 || tally.matched_to < tally.matched_from))
    return fail(Errc::invalid, "matched", "say what a gift becomes, as in 100:300; it can't become less");
  if (!matched && (tally.matched_from != 0 || tally.matched_to != 0 || tally.gift_ceiling != 0))
    return fail(Errc::invalid, "matched", "only gifts of money are added to; leave it out");
  return all([&] { return required_text("unit", tally.unit, limits::kWord); },
             [&] { return amount("matched", tally.matched_to); }, [&] { return amount("ceiling", tally.ceiling); },
             [&] { return amount("gift_ceiling", tally.gift_ceiling); }, [&] { return link("url", tally.url); });
}

/// Of all texts in their order. Where web addresses belong, only what reaches a person or opens a meeting.
std::vector<screening::Mark> marks_in(const std::vector<PublicText>& texts, const auto& screen) {
  std::vector<screening::Mark> marks;
  for (const PublicText& one : texts)
    for (screening::Mark& mark : screen(one.field, one.text)) {
      if (marks.size() >= limits::kMarks) return marks;
      if (one.links == Links::marked || mark.kind != screening::MarkKind::link) marks.push_back(std::move(mark));
    }
  return marks;
}

}  // namespace

Status text(std::string_view field, std::string_view value, std::size_t most) {
  if (!is_utf8(value) || normalize(value) != value)
    return fail(Errc::invalid, std::string(field),
                fmt::format("{} must be plain text (UTF-8, NFC, no control characters, no blanks around it)", field));
  if (const std::size_t count = length(value); count > most)
    return fail(Errc::too_large, std::string(field),
                fmt::format("{} has {} characters; shorten it to {}", field, count, most));
  return {};
}

Status required_text(std::string_view field, std::string_view value, std::size_t most) {
  if (value.empty())
    return fail(Errc::invalid, std::string(field), fmt::format("{} is empty; give 1 to {} characters", field, most));
  return text(field, value, most);
}

Status url(std::string_view field, std::string_view value) {
  if (value.empty()) return {};
  if (!value.starts_with("https://") && !value.starts_with("http://"))
    return fail(Errc::invalid, std::string(field), fmt::format("{} must begin with https:// or http://", field));
  // RFC 3986 § 2: what is not ASCII is written with "%".
  if (std::ranges::any_of(value, [](char c) { return c <= ' ' || c > '~'; }))
    return fail(Errc::invalid, std::string(field),
                fmt::format("{} holds a letter that no web address has; copy it from the browser's bar", field));
  return text(field, value, limits::kUrl);
}

Status email(std::string_view field, std::string_view value) {
  if (value.empty()) return {};
  const auto at = value.find('@');
  const bool is_plain = std::ranges::all_of(value, [](char c) { return c > ' ' && c <= '~' && c != ',' && c != ';'; });
  const bool is_one = at != std::string_view::npos && at > 0 && value.find('@', at + 1) == std::string_view::npos;
  if (!is_plain || !is_one || value.find('.', at) == std::string_view::npos || value.ends_with('.'))
    return fail(Errc::invalid, std::string(field),
                fmt::format("{} is no e-mail address; write it as in info@example.org", field));
  return text(field, value, limits::kContact);
}

Status timing(std::string_view field, const calendar::Timing& timing) {
  if (Status status = when(field, timing.start); !status) return status;
  if (timing.end) {
    if (Status status = when(field, *timing.end); !status) return status;
    if (Status status = not_before(field, timing.start, *timing.end); !status) return status;
  }
  if (Status status = at_most("rules", timing.rules.size() + timing.exception_rules.size(), limits::kRules); !status)
    return status;
  for (const auto* rules : {&timing.rules, &timing.exception_rules})
    for (const std::string& rule : *rules) {
      if (Status status = required_text("rule", rule, limits::kRule); !status) return status;
      if (Status status = calendar::check_rule(rule); !status) return status;
    }
  if (Status status = at_most("dates", timing.extra_dates.size() + timing.exception_dates.size(), limits::kDates);
      !status)
    return status;
  for (const calendar::ExtraDate& date : timing.extra_dates) {
    if (Status status = when(field, date.start); !status) return status;
    if (!date.end) continue;
    if (Status status = when(field, *date.end); !status) return status;
    if (Status status = not_before(field, date.start, *date.end); !status) return status;
  }
  for (const calendar::When& date : timing.exception_dates)
    if (Status status = when(field, date); !status) return status;
  return {};
}

Status event(const EventDetails& d) {
  return all([&] { return required_text("uid", d.uid, limits::kUid); },
             [&] { return required_text("title", d.title, limits::kTitle); },
             [&] { return text("summary", d.summary, limits::kSummary); },
             [&] { return text("description", d.description, limits::kDescription); },
             [&] { return text("place", d.place.name, limits::kPlace); },
             [&] { return text("address", d.place.address, limits::kPlace); },
             [&] { return text("room", d.place.room, limits::kPlace); },
             [&] { return text("organizer", d.organizer, limits::kName); }, [&] { return link("image", d.image_url); },
             [&] { return link("conference", d.conference_url); },
             [&] { return at_most("links", d.links.size(), limits::kLinks); }, [&] { return urls("links", d.links); },
             [&] { return position("position", d.position); },
             [&] { return text("price", d.price.text, limits::kName); }, [&] { return url("url", d.url); },
             [&] { return words("categories", d.categories, limits::kCategories); },
             [&] { return timing("start", d.timing); },
             [&] { return d.recurrence_id ? when("recurrence-id", *d.recurrence_id) : Status{}; });
}

Status need(const NeedDetails& d) {
  if (Status status = who_may_come(d.who); !status) return status;
  if (d.tally)
    if (Status status = tally(*d.tally); !status) return status;
  Status status = all([&] { return required_text("title", d.title, limits::kTitle); },
                      [&] { return text("easy_line", d.easy_line, limits::kEasyLine); },
                      [&] { return text("description", d.description, limits::kDescription); },
                      [&] { return text("theme", d.theme, limits::kWord); },
                      [&] { return words("skills", d.skills, limits::kSkills); },
                      [&] { return text("commitment", d.commitment, limits::kName); },
                      [&] { return text("place", d.place.name, limits::kPlace); },
                      [&] { return text("address", d.place.address, limits::kPlace); },
                      [&] { return at_most("slots", d.slots.size(), limits::kSlots); });
  if (!status) return status;
  if (d.slots.empty() && !d.tally)
    return fail(Errc::invalid, "slots", "a need has at least one slot, or a count: say what is missing, and how many");
  std::set<SlotId> seen;
  for (const Slot& slot : d.slots) {
    if (!slot.id.is_nil() && !seen.insert(slot.id).second)
      return fail(Errc::invalid, "slots", "two slots have the same id; leave the id of a new one out");
    if (slot.wanted < 1 || slot.wanted > static_cast<int>(limits::kPeopleWanted))
      return fail(Errc::invalid, "wanted", fmt::format("wanted must lie between 1 and {}", limits::kPeopleWanted));
    status = all([&] { return required_text("role", slot.role, limits::kName); },
                 [&] { return text("unit", slot.unit, limits::kWord); },
                 [&] { return text("welcomed_by", slot.welcomed_by, limits::kName); },
                 [&] { return text("where", slot.where, limits::kPlace); },
                 [&] { return text("bring", slot.bring, limits::kSummary); },
                 [&] { return slot.when ? timing("slot", *slot.when) : Status{}; });
    if (!status) return status;
  }
  return {};
}

Status offer(const OfferDetails& d) {
  if (d.tiles.empty()) return fail(Errc::invalid, "tiles", "choose at least one tile");
  if (Status status = at_most("tiles", d.tiles.size(), limits::kTiles); !status) return status;
  if (std::set<Tile>(d.tiles.begin(), d.tiles.end()).size() != d.tiles.size())
    return fail(Errc::invalid, "tiles", "a tile was chosen twice; choose each once");
  const bool typed = std::ranges::any_of(d.tiles, [](Tile tile) { return tile == Tile::other || tile == Tile::idea; });
  if (typed && d.text.empty()) return fail(Errc::invalid, "text", "say in a few words what you offer");
  const Availability& a = d.availability;
  if (!a.now && !a.evenings && !a.weekends && !a.days && !a.to_agree && !a.holidays)
    return fail(Errc::invalid, "availability", "choose when you can, or \"to agree\"");
  if (d.age == AgeClass::under_15 && d.contact != ContactKind::none)
    return fail(Errc::invalid, "contact", "no contact is taken from anyone under 15; ask at the desk");
  if (d.from && d.until && *d.until <= *d.from)
    return fail(Errc::invalid, "until", "the last day lies before the first; change one of them");
  return all([&] { return text("text", d.text, limits::kSummary); },
             [&] { return text("first_name", d.first_name, limits::kFirstName); },
             [&] { return text("language", d.language, limits::kWord); },
             [&] { return between("hours_a_week", d.hours_a_week, limits::kHoursAWeek); },
             [&] { return between("within_km", d.within_km, limits::kWithinKm); },
             [&] { return d.employer ? text("employer", d.employer->employer, limits::kName) : Status{}; });
}

Status organization(const OrganizationDetails& d) {
  return all([&] { return required_text("name", d.name, limits::kName); },
             [&] { return text("summary", d.summary, limits::kSummary); }, [&] { return url("url", d.url); },
             [&] { return text("room", d.room, limits::kPlace); },
             [&] { return words("themes", d.themes, limits::kCategories); }, [&] { return email("email", d.email); });
}

Status hub(const Hub& h) {
  if (const auto zone = calendar::Zone::find(h.time_zone); !zone)
    return fail(Errc::invalid, "time_zone", zone.error().message);
  return all([&] { return required_text("name", h.name, limits::kName); },
             [&] { return text("address", h.address, limits::kPlace); },
             [&] { return words("languages", h.languages, limits::kLanguages); },
             [&] { return url("public_url", h.public_url); }, [&] { return names("rooms", h.rooms, limits::kRooms); },
             [&] { return text("controller", h.privacy.controller, limits::kPlace); },
             [&] { return text("privacy address", h.privacy.address, limits::kPlace); },
             [&] { return text("rights_contact", h.privacy.rights_contact, limits::kPlace); },
             [&] { return text("dpo", h.privacy.dpo, limits::kPlace); },
             [&] { return text("publication_director", h.privacy.publication_director, limits::kPlace); },
             [&] { return text("host", h.privacy.host, limits::kPlace); },
             [&] { return text("skills", h.skills, limits::kOwnSkills); },
             [&] { return at_most("ballots", h.policy.silences.size(), limits::kSilences); });
}

std::vector<screening::Mark> marks(const EventDetails& details) {
  return marks_in(public_texts(details), screening::screen);
}

std::vector<screening::Mark> marks(const NeedDetails& details) {
  return marks_in(public_texts(details), screening::screen_need);
}

std::vector<screening::Mark> marks(const Story& story) { return marks_in(public_texts(story), screening::screen); }

std::vector<screening::Mark> marks(const OfferDetails& details) {
  return marks_in(public_texts(details), screening::screen);
}

}  // namespace mur::check
