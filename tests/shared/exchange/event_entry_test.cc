// From an event to a calendar and back: what anyone reads, and what only a hub reads.
#include "shared/exchange/event_entry.h"

#include <gtest/gtest.h>

#include "shared/calendar/writer.h"
#include "shared/domain/check.h"
#include "shared/domain/limits.h"
#include "shared/exchange/import_plan.h"
#include "shared/protocol/codec.h"
#include "tests/support/house.h"
#include "tests/support/random_entries.h"

namespace mur::exchange {
namespace {

constexpr TimePoint kNow = test::House::kNow;

Hub the_hub() {
  Hub hub;
  hub.id = HubId{derive_uuid(Uuid{}, "hub")};
  hub.name = "La Maison commune";
  hub.address = "31, rue des Récollets, 75010 Paris";
  hub.rooms = {"Cuisine", "Salle"};
  return hub;
}

Hub another_hub() {
  Hub hub;
  hub.id = HubId{derive_uuid(Uuid{}, "another hub")};
  hub.name = "Le Phare";
  hub.address = "2, quai du Port, 13002 Marseille";
  hub.rooms = {"Cuisine"};
  return hub;
}

/// As a file of this hub's events is imported at `reader`.
ImportPlan imported(const std::vector<EventDetails>& events, const Hub& reader) {
  calendar::Calendar calendar{.stamp = std::chrono::floor<Seconds>(kNow)};
  for (const EventDetails& details : events) calendar.entries.push_back(entry_of(details, the_hub(), "Cantine"));
  Result<calendar::Reading> reading = calendar::read(calendar::write(calendar), limits::kReadLimits);
  EXPECT_TRUE(reading);
  if (!reading) return {};
  ImportOptions options{
      .size = [](const Event& event) { return protocol::check_size(protocol::encode_record(event)); }};
  return plan_import(std::move(*reading), reader, calendar::Zone::find("Europe/Paris").value(), kNow, options);
}

class RandomEvents {
 public:
  explicit RandomEvents(std::uint64_t seed) : random_{seed} {}

  EventDetails event() {
    EventDetails d;
    d.uid = std::to_string(random_.below(1'000'000'000)) + "@" + random_.line(20);
    if (random_.one_in(3)) {
      d.recurrence_id = random_.when(calendar::When::Kind::zoned);
      d.this_and_future = random_.one_in(3);
    }
    d.sequence = static_cast<int>(random_.below(5));
    d.status = static_cast<calendar::EventStatus>(random_.below(3));
    d.timing = random_.timing();
    d.title = "Le " + text(limits::kTitle - 3);
    d.title = normalize(d.title);
    d.summary = text(limits::kSummary);
    d.description = text(limits::kDescription);
    d.place = {.name = text(limits::kPlace), .address = text(limits::kPlace), .here = random_.one_in(2)};
    if (d.place.here && random_.one_in(2)) d.place.room = random_.one_in(2) ? "Cuisine" : text(limits::kPlace);
    d.kind = random_.one_in(4) == d.place.here ? EventKind::mobilization : EventKind::programming;
    for (Known* known : {&d.access.step_free, &d.access.lift, &d.access.adapted_toilet, &d.access.hearing_loop,
                         &d.access.sign_language, &d.access.quiet})
      *known = static_cast<Known>(random_.below(3));
    d.price = {.kind = static_cast<PriceKind>(random_.below(4)), .text = text(limits::kName)};
    d.full = random_.one_in(3);
    d.url = random_.address();
    d.image_url = random_.address();
    d.conference_url = random_.address();
    for (std::size_t count = random_.below(limits::kLinks + 1); count > 0; --count)
      d.links.push_back("https://x/" + std::to_string(count));
    for (std::size_t count = random_.below(4); count > 0; --count)
      d.categories.push_back(normalize(std::to_string(count) + text(limits::kWord - 2)));
    d.source = Source::imported;
    if (random_.one_in(2)) d.position = {.latitude_e6 = -48'856'600, .longitude_e6 = 2'352'200};
    d.organizer = random_.text(limits::kName);
    return d;
  }

 private:
  /// Some of it looks like a web page, and must come back as it was typed.
  std::string text(std::size_t most) {
    const std::string made = random_.text(most - 10);
    return random_.one_in(6) ? normalize("<b>" + made + "</b>") : made;
  }

  test::RandomEntries random_;
};

TEST(EventEntry, AnEventThatIsWrittenAndImportedIsTheSame) {
  std::size_t compared = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    const EventDetails event = RandomEvents(seed).event();
    ASSERT_TRUE(check::event(event)) << check::event(event).error().message;
    const ImportPlan plan = imported({event}, the_hub());
    EXPECT_EQ(plan.left_out, 0U);
    if (plan.items.empty()) continue;  // over and gone
    ++compared;
    const EventDetails& again = plan.items.front().details;
    EXPECT_EQ(again.uid, event.uid);
    EXPECT_EQ(again.timing, event.timing);
    EXPECT_EQ(again.title, event.title);
    EXPECT_EQ(again.summary, event.summary);
    EXPECT_EQ(again.description, event.description);
    EXPECT_EQ(again.place, event.place);
    EXPECT_EQ(again.access, event.access);
    EXPECT_EQ(again.price, event.price);
    EXPECT_EQ(again.categories, event.categories);
    EXPECT_EQ(again.organizer, event.organizer);
    EXPECT_EQ(again, event);
    if (HasFailure()) return;
  }
  EXPECT_GT(compared, 150U);
}

EventDetails soup() {
  EventDetails details = test::House::soup();
  details.place = {.name = "Autour du four", .address = {}, .here = true, .room = "Cuisine"};
  details.kind = EventKind::programming;
  details.source = Source::imported;
  return details;
}

TEST(EventEntry, AStrangersCalendarGetsTheWholeAddress) {
  EXPECT_EQ(entry_of(soup(), the_hub(), "Cantine").location,
            "Autour du four, Cuisine, La Maison commune, 31, rue des Récollets, 75010 Paris");
  EventDetails march = soup();
  march.place = {.name = "Place de la République", .address = "75003 Paris", .here = false};
  EXPECT_EQ(entry_of(march, the_hub(), "Cantine").location, "Place de la République, 75003 Paris");
}

TEST(EventEntry, WhatIsInTheNameAlreadyIsNotSaidTwice) {
  EventDetails details = soup();
  details.place.name = "Cuisine de la maison commune";
  EXPECT_EQ(entry_of(details, the_hub(), "Cantine").location,
            "Cuisine de la maison commune, 31, rue des Récollets, 75010 Paris");
}

TEST(EventEntry, AStrangersCalendarGetsTheSentenceWhereThereIsNoMore) {
  EventDetails details = soup();
  details.summary = "On épluche ensemble";
  EXPECT_EQ(entry_of(details, the_hub(), "Cantine").description, "On épluche ensemble");
  details.description = "Venez comme vous êtes";
  EXPECT_EQ(entry_of(details, the_hub(), "Cantine").description, "Venez comme vous êtes");
}

TEST(EventEntry, AnOrganizersAddressIsNotTold) {
  EventDetails details = soup();
  details.organizer = "ana@example.org";
  for (const char* publisher : {"Cantine", "contact@example.org"}) {
    const calendar::Entry entry = entry_of(details, the_hub(), publisher);
    EXPECT_EQ(calendar::write({.entries = {entry}}).find("example.org"), std::string::npos);
  }
  EXPECT_EQ(entry_of(details, the_hub(), "Cantine").organizer, "Cantine");
}

TEST(EventEntry, AnotherHubsRoomsAreNotOurs) {
  const ImportPlan plan = imported({soup()}, another_hub());
  ASSERT_EQ(plan.items.size(), 1U);
  const EventDetails& there = plan.items.front().details;
  EXPECT_EQ(there.kind, EventKind::mobilization);
  EXPECT_FALSE(there.place.here);
  EXPECT_EQ(there.place.room, "");
  EXPECT_EQ(there.organizer, "Cantine");
}

calendar::Entry typed_by_hand(std::vector<calendar::Extra> extras) {
  calendar::Entry entry;
  entry.uid = "a@x";
  entry.summary = "Atelier";
  entry.timing.start = test::House::paris(2026, 3, 21, 14);
  entry.extras = std::move(extras);
  entry.line = 7;
  return entry;
}

ImportPlan plan_of(calendar::Entry entry) {
  calendar::Reading reading;
  reading.components = 1;
  reading.entries = {std::move(entry)};
  return plan_import(std::move(reading), the_hub(), calendar::Zone::find("Europe/Paris").value(), kNow,
                     {.size = [](const Event&) { return Status{}; }});
}

TEST(EventEntry, AHandMayWriteWhatIcalendarHasNoWordFor) {
  const ImportPlan plan = plan_of(typed_by_hand({{"KIND", "here"},
                                                 {"ROOM", "Salle"},
                                                 {"ACCESS", "step-free=yes  lift=no"},
                                                 {"PRICE", "paid"},
                                                 {"PRICE-TEXT", "5 €"},
                                                 {"FULL", "yes"}}));
  ASSERT_EQ(plan.items.size(), 1U);
  const EventDetails& details = plan.items.front().details;
  EXPECT_TRUE(plan.warnings.empty());
  EXPECT_EQ(details.kind, EventKind::programming);
  EXPECT_TRUE(details.place.here);
  EXPECT_EQ(details.place.room, "Salle");
  EXPECT_EQ(details.access, (Access{.step_free = Known::yes, .lift = Known::no}));
  EXPECT_EQ(details.price, (Price{.kind = PriceKind::paid, .text = "5 €"}));
  EXPECT_TRUE(details.full);
}

TEST(EventEntry, WordsThatNobodyKnowsAreNamedAndPassedOver) {
  const ImportPlan plan = plan_of(
      typed_by_hand({{"KIND", "dehors"}, {"ACCESS", "lift=maybe quiet=yes"}, {"PRICE", "cheap"}, {"FULL", "1"}}));
  ASSERT_EQ(plan.items.size(), 1U);
  EXPECT_EQ(plan.items.front().details.access, (Access{.quiet = Known::yes}));
  EXPECT_FALSE(plan.items.front().details.full);
  std::vector<std::string> named;
  for (const calendar::Warning& warning : plan.warnings) {
    EXPECT_EQ(warning.line, 7U);
    named.push_back(warning.property);
  }
  std::ranges::sort(named);
  EXPECT_EQ(named, (std::vector<std::string>{"X-MUR-ACCESS", "X-MUR-FULL", "X-MUR-KIND", "X-MUR-PRICE"}));
}

TEST(EventEntry, LinksThatNoPhoneOpensAreNamedAndLeftOut) {
  calendar::Entry entry = typed_by_hand({});
  entry.image_url = "https://x/" + std::string(limits::kLink, 'a');
  for (std::size_t i = 0; i < limits::kLinks + 2; ++i) entry.links.push_back("https://x/" + std::to_string(i));
  entry.conference_url = "https://visio.example/réunion";
  const ImportPlan plan = plan_of(entry);
  ASSERT_EQ(plan.items.size(), 1U);
  EXPECT_EQ(plan.items.front().details.image_url, "");
  EXPECT_EQ(plan.items.front().details.conference_url, "https://visio.example/r%C3%A9union");
  EXPECT_EQ(plan.items.front().details.links.size(), limits::kLinks);
  EXPECT_EQ(plan.warnings.size(), 2U);
}

}  // namespace
}  // namespace mur::exchange
