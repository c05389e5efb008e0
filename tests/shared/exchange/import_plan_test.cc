#include "shared/exchange/import_plan.h"

#include <gtest/gtest.h>

#include "shared/base/text.h"
#include "shared/domain/check.h"
#include "shared/domain/limits.h"
#include "shared/protocol/codec.h"
#include "tests/support/house.h"

namespace mur::exchange {
namespace {

const calendar::Zone kParis = calendar::Zone::find("Europe/Paris").value();
constexpr TimePoint kNow = test::House::kNow;

calendar::Entry entry(const std::string& uid, std::size_t line = 7) {
  calendar::Entry made;
  made.uid = uid;
  made.summary = "Atelier vélo";
  made.timing.start = test::House::paris(2026, 3, 21, 14);
  made.timing.end = test::House::paris(2026, 3, 21, 17);
  made.line = line;
  return made;
}

Hub the_hub() {
  Hub hub;
  hub.name = "La Maison commune";
  hub.rooms = {"Cuisine"};
  return hub;
}

ImportPlan plan_of(std::vector<calendar::Entry> entries, ImportOptions options = {}) {
  options.size = [](const Event& event) { return protocol::check_size(protocol::encode_record(event)); };
  calendar::Reading reading;
  reading.components = entries.size();
  reading.entries = std::move(entries);
  ImportPlan plan = plan_import(std::move(reading), the_hub(), kParis, kNow, options);
  EXPECT_EQ(plan.components, plan.items.size() + plan.past + plan.private_left + plan.left_out + plan.other_category);
  for (const ImportItem& item : plan.items) EXPECT_TRUE(check::event(item.details));
  return plan;
}

TEST(ImportPlan, AnEventIsTakenAsItIs) {
  const ImportPlan plan = plan_of({entry("a@x")});
  ASSERT_EQ(plan.items.size(), 1U);
  EXPECT_EQ(plan.items.front().details.title, "Atelier vélo");
  EXPECT_EQ(plan.items.front().details.source, Source::imported);
  EXPECT_EQ(plan.items.front().line, 7U);
  EXPECT_TRUE(plan.warnings.empty());
}

TEST(ImportPlan, LongTextsAreShortenedWithAWarning) {
  calendar::Entry long_one = entry("a@x");
  long_one.summary = std::string(limits::kTitle + 5, 'a');
  long_one.description = std::string(limits::kDescription + 5, 'b');
  long_one.location = std::string(limits::kPlace + 5, 'c');
  const ImportPlan plan = plan_of({long_one});
  ASSERT_EQ(plan.items.size(), 1U);
  EXPECT_EQ(length(plan.items.front().details.title), limits::kTitle);
  EXPECT_TRUE(plan.items.front().details.title.ends_with("…"));
  ASSERT_EQ(plan.warnings.size(), 3U);
  EXPECT_EQ(plan.warnings.front().line, 7U);
  EXPECT_EQ(plan.warnings.front().property, "SUMMARY");
}

TEST(ImportPlan, WithoutATitleTheDescriptionsFirstLineStandsForIt) {
  calendar::Entry nameless = entry("a@x");
  nameless.summary.clear();
  nameless.description = "On répare ensemble\nApportez votre vélo";
  const ImportPlan plan = plan_of({nameless});
  ASSERT_EQ(plan.items.size(), 1U);
  EXPECT_EQ(plan.items.front().details.title, "On répare ensemble");
  EXPECT_EQ(plan.warnings.size(), 1U);
}

TEST(ImportPlan, AnEventThatSaysNothingIsLeftOutByName) {
  calendar::Entry empty = entry("a@x");
  empty.summary.clear();
  const ImportPlan plan = plan_of({empty, entry("b@x")});
  EXPECT_EQ(plan.items.size(), 1U);
  EXPECT_EQ(plan.left_out, 1U);
  ASSERT_EQ(plan.warnings.size(), 1U);
  EXPECT_EQ(plan.warnings.front().property, "SUMMARY");
}

TEST(ImportPlan, OldEventsAreCountedAndNotSent) {
  calendar::Entry old = entry("a@x");
  old.timing.start = test::House::paris(2026, 1, 3, 14);
  old.timing.end.reset();
  const ImportPlan plan = plan_of({old, entry("b@x")});
  EXPECT_EQ(plan.past, 1U);
  EXPECT_EQ(plan.items.size(), 1U);
}

TEST(ImportPlan, OfTwoWithOneNameTheNewerCountsAndTheOtherIsNamed) {
  calendar::Entry older = entry("a@x", 7);
  calendar::Entry newer = entry("a@x", 40);
  newer.sequence = 1;
  newer.summary = "Atelier vélo, plus tôt";
  for (const bool newer_first : {false, true}) {
    const ImportPlan plan = plan_of(newer_first ? std::vector{newer, older} : std::vector{older, newer});
    ASSERT_EQ(plan.items.size(), 1U);
    EXPECT_EQ(plan.items.front().details.title, "Atelier vélo, plus tôt");
    EXPECT_EQ(plan.left_out, 1U);
    ASSERT_EQ(plan.warnings.size(), 1U);
    EXPECT_EQ(plan.warnings.front().line, 7U);
  }
}

TEST(ImportPlan, AChangedDateAndOneFromThereOnAreTwo) {
  calendar::Entry once = entry("a@x");
  once.recurrence_id = once.timing.start;
  calendar::Entry onwards = once;
  onwards.this_and_future = true;
  const ImportPlan plan = plan_of({entry("a@x"), once, onwards});
  EXPECT_EQ(plan.items.size(), 3U);
  EXPECT_EQ(plan.left_out, 0U);
}

TEST(ImportPlan, LinksCategoriesAndDatesBeyondTheLimitsAreCut) {
  calendar::Entry much = entry("a@x");
  much.url = "javascript:alert(1)";
  for (int i = 0; i < 20; ++i) much.categories.push_back("c" + std::to_string(i));
  for (int i = 0; i < 600; ++i)
    much.timing.exception_dates.push_back(
        {.kind = calendar::When::Kind::floating,
         .local = std::chrono::local_days{std::chrono::year{2024} / 8 / 1} + std::chrono::days{i},
         .zone = {}});
  much.timing.rules = {"FREQ=DAILY"};
  const ImportPlan plan = plan_of({much});
  ASSERT_EQ(plan.items.size(), 1U);
  const EventDetails& details = plan.items.front().details;
  EXPECT_EQ(details.url, "");
  EXPECT_EQ(details.categories.size(), limits::kCategories);
  // What the wall may still show stays excepted.
  EXPECT_LT(details.timing.exception_dates.size(), 100U);
  EXPECT_EQ(details.timing.exception_dates.back(), much.timing.exception_dates.back());
  EXPECT_EQ(plan.warnings.size(), 3U);
}

TEST(ImportPlan, ALongUidIsReplacedByTheSameEachTime) {
  const std::string uid(limits::kUid + 1, 'u');
  const ImportPlan first = plan_of({entry(uid)});
  const ImportPlan second = plan_of({entry(uid)});
  ASSERT_EQ(first.items.size(), 1U);
  EXPECT_EQ(first.items.front().details.uid, second.items.front().details.uid);
  EXPECT_NE(first.items.front().details.uid, plan_of({entry(uid + "v")}).items.front().details.uid);
}

TEST(ImportPlan, OfTwoWithOneSequenceTheLaterModifiedCountsAndElseTheLast) {
  using std::chrono::sys_seconds;
  calendar::Entry first = entry("a@x", 7);
  calendar::Entry second = entry("a@x", 40);
  second.summary = "Le second";
  first.last_modified = sys_seconds{std::chrono::seconds{2000}};
  second.last_modified = sys_seconds{std::chrono::seconds{1000}};
  EXPECT_EQ(plan_of({first, second}).items.at(0).details.title, "Atelier vélo");
  second.last_modified = first.last_modified;
  const ImportPlan plan = plan_of({first, second});
  ASSERT_EQ(plan.items.size(), 1U);
  EXPECT_EQ(plan.items.front().details.title, "Le second");
  ASSERT_EQ(plan.warnings.size(), 1U);
  EXPECT_EQ(plan.warnings.front().property, "UID");
  EXPECT_TRUE(plan.warnings.front().problem.contains("line 40")) << plan.warnings.front().problem;
}

TEST(ImportPlan, OnlyEventsOfTheWantedCategoryAreTakenAndTheOthersCounted) {
  calendar::Entry tagged = entry("a@x");
  tagged.categories = {"Solidarité", "MÛR"};
  calendar::Entry in_title = entry("b@x");
  in_title.summary = "Repas partagé #mur";
  calendar::Entry in_text = entry("c@x");
  in_text.description = "Venez !\n(#Mur, #quartier)";
  calendar::Entry other = entry("d@x");
  other.categories = {"murale"};
  other.description = "un mur, #murmure";
  for (const char* category : {"#mur", "mur", "Mûr"}) {
    const ImportPlan plan = plan_of({tagged, in_title, in_text, other}, {.category = category});
    EXPECT_EQ(plan.items.size(), 3U) << category;
    EXPECT_EQ(plan.other_category, 1U) << category;
    EXPECT_TRUE(plan.warnings.empty());
  }
}

TEST(ImportPlan, WhatChangesOneDateOfASeriesComesWithTheSeriesCategory) {
  calendar::Entry series = entry("a@x");
  series.timing.rules = {"FREQ=WEEKLY"};
  series.categories = {"mur"};
  calendar::Entry cancelled = entry("a@x");
  cancelled.recurrence_id = test::House::paris(2026, 3, 28, 14);
  cancelled.timing.start = *cancelled.recurrence_id;
  cancelled.timing.end.reset();
  cancelled.status = calendar::EventStatus::cancelled;
  EXPECT_EQ(plan_of({cancelled, series}, {.category = "mur"}).items.size(), 2U);
}

TEST(ImportPlan, AnEventIsHereOrInTownAsItsPlaceOrTheImporterSays) {
  calendar::Entry here = entry("a@x");
  here.location = "Cuisine";
  calendar::Entry in_town = entry("b@x");
  in_town.location = "Place de la République";
  const ImportPlan plan = plan_of({here, in_town});
  EXPECT_EQ(plan.items.at(0).details.kind, EventKind::programming);
  EXPECT_EQ(plan.items.at(0).details.place, (Place{.name = "Cuisine", .address = {}, .here = true, .room = "Cuisine"}));
  EXPECT_EQ(plan.items.at(1).details.kind, EventKind::mobilization);
  const ImportPlan all_here = plan_of({here, in_town}, {.kind = EventKind::programming});
  EXPECT_TRUE(all_here.items.at(1).details.place.here);
  EXPECT_EQ(all_here.items.at(1).details.kind, EventKind::programming);
  const ImportPlan none_here = plan_of({here, in_town}, {.source = Source::feed, .kind = EventKind::mobilization});
  EXPECT_EQ(none_here.items.at(0).details.place, (Place{.name = "Cuisine", .address = {}}));
  EXPECT_EQ(none_here.items.at(0).details.source, Source::feed);
}

TEST(ImportPlan, LettersThatNoAddressHasArePercentEncoded) {
  calendar::Entry linked = entry("a@x");
  linked.url = "https://exemple.fr/événement à venir";
  const ImportPlan plan = plan_of({linked});
  EXPECT_EQ(plan.items.at(0).details.url, "https://exemple.fr/%C3%A9v%C3%A9nement%20%C3%A0%20venir");
  EXPECT_TRUE(plan.warnings.empty());
}

}  // namespace
}  // namespace mur::exchange
