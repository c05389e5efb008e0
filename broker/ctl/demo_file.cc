#include "broker/ctl/demo_file.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <set>

#include "broker/ctl/demo_text.h"

namespace mur::ctl {
namespace {

/// One table of the file. The first fault is kept in `fault`; reading goes on with empty values.
class Entry {
 public:
  Entry(const toml::table& table, std::optional<Error>& fault) : table_{table}, fault_{fault} {}

  [[nodiscard]] std::string text(const char* key) const { return table_[key].value_or(std::string{}); }
  [[nodiscard]] bool flag(const char* key) const { return table_[key].value_or(false); }
  [[nodiscard]] int number(const char* key, int otherwise) const { return table_[key].value_or(otherwise); }
  [[nodiscard]] std::vector<std::string> texts(const char* key) const {
    std::vector<std::string> list;
    if (const toml::array* values = table_[key].as_array())
      for (const toml::node& value : *values)
        if (const auto one = value.value<std::string>()) list.push_back(*one);
    return list;
  }
  [[nodiscard]] std::string required(const char* key) {
    std::string value = text(key);
    if (value.empty()) wrong(key, "wants a text");
    return value;
  }
  /// The value that `parse` makes of the text under `key`.
  template <class Parse>
  auto word(const char* key, Parse&& parse) {
    const std::string value = text(key);
    const auto parsed = parse(value);
    if (!parsed) wrong(key, fmt::format("\"{}\" is not known here", value));
    return parsed.value_or(typename std::decay_t<decltype(parsed)>::value_type{});
  }
  /// The tables of an array.
  template <class Visit>
  void each(const char* key, Visit&& visit) const {
    if (const toml::array* tables = table_[key].as_array())
      for (const toml::node& node : *tables)
        if (const toml::table* table = node.as_table()) visit(Entry{*table, fault_});
  }
  [[nodiscard]] std::optional<Entry> inner(const char* key) const {
    if (const toml::table* table = table_[key].as_table()) return Entry{*table, fault_};
    return std::nullopt;
  }
  [[nodiscard]] bool has(const char* key) const { return table_.contains(key); }
  void wrong(const char* key, const std::string& problem) {
    const auto* node = table_.get(key);
    const auto line = node == nullptr ? table_.source().begin.line : node->source().begin.line;
    if (!fault_) fault_ = Error{Errc::invalid, "demo.toml", fmt::format("demo.toml:{}: {}: {}", line, key, problem)};
  }

 private:
  const toml::table& table_;
  std::optional<Error>& fault_;
};

std::optional<std::chrono::weekday> parse_weekday(const std::string& text) {
  constexpr std::array<std::string_view, 7> kNames = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
  const auto found = std::ranges::find(kNames, text);
  if (found == kNames.end()) return std::nullopt;
  return std::chrono::weekday{static_cast<unsigned>(found - kNames.begin())};
}

std::optional<std::chrono::minutes> parse_time(const std::string& text) {
  const auto is_digit = [&text](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !is_digit(0) || !is_digit(1) || !is_digit(3) || !is_digit(4))
    return std::nullopt;
  const auto two = [&text](std::size_t i) { return (text[i] - '0') * 10 + (text[i + 1] - '0'); };
  return std::chrono::hours{two(0)} + std::chrono::minutes{two(3)};
}

std::optional<Tile> parse_tile(const std::string& text) {
  for (auto value = static_cast<unsigned>(Tile::some_time); value <= static_cast<unsigned>(Tile::idea); ++value)
    if (text == to_string(static_cast<Tile>(value))) return static_cast<Tile>(value);
  return std::nullopt;
}

std::optional<PriceKind> parse_price(const std::string& text) {
  if (text.empty()) return PriceKind::unknown;
  if (text == "free") return PriceKind::free_of_charge;
  if (text == "pay-what-you-want") return PriceKind::pay_what_you_want;
  if (text == "paid") return PriceKind::paid;
  return std::nullopt;
}

WeekTime read_when(Entry& entry) {
  return {.weekday = entry.word("weekday", parse_weekday),
          .time = entry.word("time", parse_time),
          .length = std::chrono::minutes{entry.number("minutes", 60)}};
}

Access read_access(const Entry& entry) {
  const auto known = [&entry](const char* key) {
    return entry.has(key) ? (entry.flag(key) ? Known::yes : Known::no) : Known::unknown;
  };
  return {.step_free = known("step_free"),
          .lift = known("lift"),
          .adapted_toilet = known("adapted_toilet"),
          .hearing_loop = known("hearing_loop"),
          .sign_language = known("sign_language"),
          .quiet = known("quiet")};
}

DemoFile::Organization read_organization(Entry entry) {
  return {.slug = entry.required("slug"),
          .details = {.name = entry.required("name"),
                      .summary = entry.text("summary"),
                      .url = entry.text("url"),
                      .room = entry.text("room"),
                      .residency = entry.word("residency", parse_residency),
                      .themes = entry.texts("themes")},
          .trust = entry.word("trust", parse_trust),
          .guarantor = entry.text("guarantor")};
}

std::optional<DemoFile::Every> parse_every(const std::string& text) {
  if (text == "once") return DemoFile::Every::once;
  if (text == "week") return DemoFile::Every::week;
  if (text == "month") return DemoFile::Every::month;
  return std::nullopt;
}

WeekTime read_day(Entry& entry) { return {.weekday = entry.word("weekday", parse_weekday)}; }

DemoFile::Event read_event(Entry entry) {
  constexpr int kMostDays = 7;
  constexpr int kMostNth = 4;  // every month has as many of each weekday
  DemoFile::Event event{.slug = entry.required("slug"),
                        .organization = entry.required("organization"),
                        .when = entry.has("days") ? read_day(entry) : read_when(entry),
                        .every = entry.word("every", parse_every),
                        .nth = entry.number("nth", 0),
                        .days = entry.number("days", 0),
                        .merged_into = entry.text("merged_into")};
  const bool monthly = event.every == DemoFile::Every::month;
  if (monthly ? event.nth < 1 || event.nth > kMostNth : event.nth != 0)
    entry.wrong("nth", "wants 1 to 4, with every = \"month\" only");
  if (event.days < 0 || event.days > kMostDays) entry.wrong("days", "wants 1 to 7");
  if (auto moved_to = entry.inner("moved_to")) {
    event.moved_to = read_when(*moved_to);
    if (event.every != DemoFile::Every::once || event.days > 0)
      entry.wrong("moved_to", "wants a time, and every = \"once\"");
  }
  EventDetails& details = event.details;
  details.title = entry.required("title");
  details.summary = entry.text("summary");
  details.description = entry.text("description");
  details.place = {.name = entry.text("place"),
                   .address = entry.text("address"),
                   .here = entry.flag("here"),
                   .room = entry.text("room")};
  details.kind = details.place.here ? EventKind::programming : EventKind::mobilization;
  if (const auto access = entry.inner("access")) details.access = read_access(*access);
  details.price = {.kind = entry.word("price", parse_price), .text = entry.text("price_text")};
  details.full = entry.flag("full");
  details.url = entry.text("url");
  details.categories = entry.texts("categories");
  if (entry.flag("cancelled")) details.status = calendar::EventStatus::cancelled;
  return event;
}

/// "suspended" names what is given ahead, "becomes" what 100 of a gift come to.
void read_tally(const Entry& entry, DemoFile::Need& need) {
  if (entry.has("suspended")) need.details.tally = Tally{.unit = entry.text("suspended")};
  if (entry.has("becomes"))
    need.details.tally = Tally{.kind = TallyKind::matched_gift,
                               .unit = "€",
                               .matched_from = 100,
                               .matched_to = entry.number("becomes", 100),
                               .ceiling = entry.number("ceiling", 0),
                               .url = entry.text("give_at")};
  need.given = entry.number("given", 0);
}

DemoFile::Need read_need(Entry entry) {
  DemoFile::Need need{
      .slug = entry.required("slug"), .organization = entry.required("organization"), .event = entry.text("event")};
  need.details = {.kind = entry.word("kind", parse_need_kind),
                  .title = entry.required("title"),
                  .easy_line = entry.text("easy_line"),
                  .description = entry.text("description"),
                  .theme = entry.text("theme"),
                  .skills = entry.texts("skills"),
                  .commitment = entry.text("commitment"),
                  .remote = entry.flag("remote"),
                  .no_experience = entry.flag("no_experience")};
  need.details.who = {.access = read_access(entry),
                      .age_from = entry.number("age_from", 0),
                      .groups = entry.flag("groups"),
                      .taught = entry.flag("taught"),
                      .languages = entry.texts("languages")};
  read_tally(entry, need);
  entry.each("slots", [&need](Entry slot) {
    need.details.slots.push_back({.role = slot.required("role"),
                                  .wanted = slot.number("wanted", 1),
                                  .unit = slot.text("unit"),
                                  .welcomed_by = slot.text("welcomed_by"),
                                  .where = slot.text("where"),
                                  .bring = slot.text("bring")});
    need.when.push_back(slot.has("weekday") ? std::optional{read_when(slot)} : std::nullopt);
  });
  const DemoFile::Every every = entry.has("every") ? entry.word("every", parse_every) : DemoFile::Every::once;
  need.weekly = every == DemoFile::Every::week;
  const bool has_times = std::ranges::all_of(need.when, [](const auto& when) { return when.has_value(); });
  if (every == DemoFile::Every::month || (need.weekly && !has_times))
    entry.wrong("every", "wants \"week\", and a weekday and time in each slot");
  return need;
}

DemoFile::Offer read_offer(Entry entry) {
  DemoFile::Offer offer{.slug = entry.required("slug"), .waits_for_review = entry.text("review") == "waiting"};
  for (const std::string& name : entry.texts("tiles")) {
    if (const auto tile = parse_tile(name))
      offer.details.tiles.push_back(*tile);
    else
      entry.wrong("tiles", fmt::format("\"{}\" is no tile", name));
  }
  offer.details.text = entry.text("text");
  offer.details.first_name = entry.text("first_name");
  Availability& when = offer.details.availability;
  for (const std::string& name : entry.texts("availability")) {
    if (name == "now")
      when.now = true;
    else if (name == "evenings")
      when.evenings = true;
    else if (name == "weekends")
      when.weekends = true;
    else if (name == "days")
      when.days = true;
    else if (name == "to-agree")
      when.to_agree = true;
    else
      entry.wrong("availability", fmt::format("\"{}\" is not known here", name));
  }
  return offer;
}

/// Each slug once among its like, and each one named is there.
Status check_slugs(const DemoFile& demo) {
  const auto wrong = [](const std::string& slug, const char* problem) {
    return fail(Errc::invalid, "demo.toml", fmt::format("demo.toml: \"{}\" {}", slug, problem));
  };
  std::set<std::string> organizations;
  std::set<std::string> events;
  std::set<std::string> others;
  for (const auto& one : demo.organizations)
    if (!organizations.insert(one.slug).second) return wrong(one.slug, "names two organizations");
  for (const auto& one : demo.events) {
    if (!events.insert(one.slug).second) return wrong(one.slug, "names two events");
    if (!organizations.contains(one.organization)) return wrong(one.organization, "names no organization");
  }
  for (const auto& one : demo.events) {
    if (one.merged_into.empty()) continue;
    const auto into = std::ranges::find(demo.events, one.merged_into, &DemoFile::Event::slug);
    if (into == demo.events.end() || into->slug == one.slug) return wrong(one.merged_into, "names no other event");
    if (into->every != one.every) return wrong(one.slug, "must come as often as what it is merged into");
  }
  for (const auto& one : demo.needs) {
    if (!others.insert("need/" + one.slug).second) return wrong(one.slug, "names two needs");
    if (!organizations.contains(one.organization)) return wrong(one.organization, "names no organization");
    if (!one.event.empty() && !events.contains(one.event)) return wrong(one.event, "names no event");
  }
  for (const auto& one : demo.offers)
    if (!others.insert("offer/" + one.slug).second) return wrong(one.slug, "names two offers");
  return {};
}

}  // namespace

Result<DemoFile> parse_demo(std::string_view text) {
  toml::table file;
  try {
    file = toml::parse(text);
  } catch (const toml::parse_error& error) {
    return fail(Errc::invalid, "demo.toml",
                fmt::format("demo.toml:{}: {}", error.source().begin.line, error.description()));
  }
  std::optional<Error> fault;
  const Entry root{file, fault};
  DemoFile demo;
  if (auto hub = root.inner("hub")) {
    demo.hub.name = hub->required("name");
    demo.hub.address = hub->required("address");
    demo.hub.time_zone = hub->required("time_zone");
    demo.hub.languages = hub->texts("languages");
    demo.hub.rooms = hub->texts("rooms");
  }
  if (auto privacy = root.inner("privacy"))
    demo.hub.privacy = {.controller = privacy->required("controller"),
                        .address = privacy->required("address"),
                        .rights_contact = privacy->required("rights_contact"),
                        .dpo = privacy->required("dpo"),
                        .publication_director = privacy->required("publication_director"),
                        .host = privacy->required("host")};
  root.each("organization", [&demo](Entry entry) { demo.organizations.push_back(read_organization(entry)); });
  root.each("event", [&demo](Entry entry) { demo.events.push_back(read_event(entry)); });
  root.each("need", [&demo](Entry entry) { demo.needs.push_back(read_need(entry)); });
  root.each("offer", [&demo](Entry entry) { demo.offers.push_back(read_offer(entry)); });
  if (fault) return fail(*fault);
  if (Status checked = check_slugs(demo); !checked) return fail(checked.error());
  return demo;
}

Result<DemoFile> read_demo() { return parse_demo(demo_text()); }

}  // namespace mur::ctl
