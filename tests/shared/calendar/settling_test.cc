// Entries of one file that speak of the same event.
#include "shared/calendar/settling.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/shared/calendar/build.h"

namespace mur::calendar {
namespace {

Entry series(std::string uid, std::string_view start) {
  Entry entry;
  entry.uid = std::move(uid);
  entry.timing.start = when(start, "Europe/Paris");
  entry.timing.rules = {"FREQ=WEEKLY"};
  return entry;
}

Entry override_of(const Entry& of, std::string_view instance) {
  Entry entry;
  entry.uid = of.uid;
  entry.recurrence_id = when(instance, "Europe/Paris");
  entry.timing.start = *entry.recurrence_id;
  return entry;
}

struct Outcome {
  Settled settled;
  std::vector<Warning> warnings;
};

Outcome settled(std::vector<Entry> entries) {
  for (std::size_t i = 0; i < entries.size(); ++i) entries[i].line = i + 1;
  Outcome outcome;
  outcome.settled = settle(std::move(entries), outcome.warnings);
  return outcome;
}

/// The line of the one entry that stays of three with one UID, after what `change` makes of them.
template <class Change>
std::size_t winner(Change change) {
  std::vector<Entry> entries(3, series("a", "20260303T183000"));
  change(entries);
  const Outcome outcome = settled(std::move(entries));
  EXPECT_EQ(outcome.settled.shown.size(), 1U);
  EXPECT_EQ(outcome.settled.left_out, 2U);
  EXPECT_EQ(outcome.warnings.size(), 2U);
  return outcome.settled.shown.empty() ? 0 : outcome.settled.shown.front().line;
}

TEST(Settle, OfSeveralMastersTheHigherSequenceThenTheLaterChangeThenTheLastStays) {
  EXPECT_EQ(winner([](auto&) {}), 3U);
  EXPECT_EQ(winner([](auto& entries) {
              for (auto& entry : entries) entry.last_modified = instant("20260101T000000Z");
              entries[1].last_modified = instant("20260102T000000Z");
            }),
            2U);
  EXPECT_EQ(winner([](auto& entries) {
              entries[0].sequence = 1;
              entries[1].last_modified = instant("20260102T000000Z");
            }),
            1U);
}

TEST(Settle, ARepeatIsNamedWithWhatDecided) {
  std::vector<Entry> entries(2, series("a", "20260303T183000"));
  entries[0].sequence = 4;
  const Outcome outcome = settled(std::move(entries));
  ASSERT_EQ(outcome.warnings.size(), 1U);
  EXPECT_EQ(to_sentence(outcome.warnings[0]),
            "line 2: UID \"a\" is there more than once; left out; the one of line 1 has the higher SEQUENCE");
}

TEST(Settle, TheUidOfAPrivateEventIsNotTold) {
  std::vector<Entry> entries(2, series("a", "20260303T183000"));
  entries[0].classification = Classification::private_event;
  const Outcome outcome = settled(std::move(entries));
  ASSERT_EQ(outcome.warnings.size(), 1U);
  EXPECT_EQ(outcome.warnings[0].problem, "an event is there more than once");
}

TEST(Settle, AChangedDateAndOneFromThereOnAreTwo) {
  const Entry master = series("a", "20260303T183000");
  Entry onwards = override_of(master, "20260310T183000");
  onwards.this_and_future = true;
  const Outcome outcome = settled({master, override_of(master, "20260310T183000"), onwards});
  EXPECT_EQ(outcome.settled.shown.size(), 3U);
  EXPECT_TRUE(outcome.warnings.empty());
}

TEST(Settle, AnInstanceIsTheSameInWhateverZoneItIsNamed) {
  const Entry master = series("a", "20260303T183000");
  Entry in_utc = override_of(master, "20260310T183000");
  in_utc.recurrence_id = when("20260310T173000Z");
  const Outcome outcome = settled({master, override_of(master, "20260310T183000"), in_utc});
  ASSERT_EQ(outcome.settled.shown.size(), 2U);
  EXPECT_EQ(outcome.settled.shown[1].recurrence_id, when("20260310T183000", "Europe/Paris"));
  EXPECT_EQ(outcome.settled.left_out, 1U);
}

TEST(Settle, AnOverrideNamedByItsDayIsOfThatDaysInstance) {
  const Entry master = series("a", "20260303T183000");
  Entry by_day = override_of(master, "20260310T183000");
  by_day.recurrence_id = when("20260310");
  EXPECT_EQ(settled({master, by_day}).settled.shown.at(1).recurrence_id, when("20260310T183000", "Europe/Paris"));
}

TEST(Settle, WhatIsPrivateInASeriesIsPrivateInItsOverrides) {
  Entry master = series("a", "20260303T183000");
  master.classification = Classification::confidential_event;
  const Outcome outcome = settled({override_of(master, "20260310T183000"), master});
  EXPECT_TRUE(outcome.settled.shown.empty());
  ASSERT_EQ(outcome.settled.private_entries.size(), 2U);
  for (const Entry& entry : outcome.settled.private_entries)
    EXPECT_EQ(entry.classification, Classification::confidential_event);
}

TEST(Settle, APrivateInstanceOfAPublicSeriesLeavesAHole) {
  const Entry master = series("a", "20260303T183000");
  Entry secret = override_of(master, "20260310T183000");
  secret.classification = Classification::private_event;
  const Outcome outcome = settled({master, secret});
  ASSERT_EQ(outcome.settled.shown.size(), 1U);
  EXPECT_EQ(outcome.settled.shown[0].timing.exception_dates, std::vector{when("20260310T183000", "Europe/Paris")});
  EXPECT_EQ(outcome.settled.private_entries.size(), 1U);
}

TEST(Settle, ASeriesWhoseFutureIsPrivateIsPrivate) {
  const Entry master = series("a", "20260303T183000");
  Entry secret = override_of(master, "20260310T183000");
  secret.this_and_future = true;
  secret.classification = Classification::private_event;
  EXPECT_TRUE(settled({master, secret}).settled.shown.empty());
}

TEST(Settle, AnOverrideThatRepeatsIsTheSeriesWhereThereIsNoOther) {
  const Entry master = series("a", "20260303T183000");
  Entry repeating = override_of(master, "20260310T183000");
  repeating.timing.rules = {"FREQ=DAILY"};

  const Outcome alone = settled({repeating});
  ASSERT_EQ(alone.settled.shown.size(), 1U);
  EXPECT_FALSE(alone.settled.shown[0].recurrence_id);
  EXPECT_EQ(alone.warnings.size(), 1U);

  const Outcome beside = settled({master, repeating});
  ASSERT_EQ(beside.settled.shown.size(), 2U);
  EXPECT_TRUE(beside.settled.shown[1].timing.rules.empty());
  EXPECT_EQ(beside.warnings.size(), 1U);
}

}  // namespace
}  // namespace mur::calendar
