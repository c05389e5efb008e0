#include "shared/link/event_queue.h"

#include <gtest/gtest.h>

namespace mur::test {
namespace {

using namespace link;

StampedRecord version(const std::string& name, Seq seq) {
  Organization organization;
  organization.id = OrganizationId{derive_uuid({}, name)};
  organization.details.name = name;
  return {.seq = seq, .record = organization};
}

template <class Kind>
std::vector<Kind> all_of(const std::vector<LinkEvent>& events) {
  std::vector<Kind> found;
  for (const LinkEvent& event : events)
    if (const auto* kind = std::get_if<Kind>(&event)) found.push_back(*kind);
  return found;
}

TEST(EventQueue, KeepsTheOrderAndWakesItsOwner) {
  int woken = 0;
  EventQueue queue{[&] { ++woken; }};

  queue.push(Connected{});
  queue.push(RecordsChanged{.replaced = false, .records = {version("a", 1)}, .seq = 1});
  queue.push(BecameCurrent{.seq = 1, .at = {}});

  EXPECT_EQ(woken, 3);
  const std::vector<LinkEvent> events = queue.take();
  ASSERT_EQ(events.size(), 3U);
  EXPECT_TRUE(std::holds_alternative<Connected>(events[0]));
  EXPECT_TRUE(std::holds_alternative<RecordsChanged>(events[1]));
  EXPECT_TRUE(std::holds_alternative<BecameCurrent>(events[2]));
  EXPECT_TRUE(queue.take().empty());
}

TEST(EventQueue, OfTheConnectionOnlyTheLastWordCounts) {
  std::vector<LinkEvent> events;
  add_event(events, Connected{});
  add_event(events, BecameCurrent{});
  add_event(events, Disconnected{{Errc::io, "", "first"}});
  add_event(events, Disconnected{{Errc::io, "", "second"}});
  add_event(events, OutboxChanged{1});
  add_event(events, OutboxChanged{2});

  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(std::get<Disconnected>(events[0]).why.message, "second");
  EXPECT_EQ(std::get<OutboxChanged>(events[1]).waiting, 2U);
}

TEST(EventQueue, AnOwnerWhoDoesNotComeFindsTheLatestVersions) {
  std::vector<LinkEvent> events;
  for (Seq seq = 1; seq <= 1000; ++seq) {
    add_event(events, RecordsChanged{.replaced = seq == 1,
                                     .records = {version("often", seq), version(std::to_string(seq % 10), seq)},
                                     .seq = seq});
    if (seq == 500) add_event(events, CommandAnswered{.command = {}, .answer = Receipt{}});
  }

  EXPECT_LE(events.size(), 66U);
  std::map<RecordId, Seq> latest;
  std::size_t carried = 0;
  for (const RecordsChanged& changed : all_of<RecordsChanged>(events))
    for (const StampedRecord& record : changed.records) {
      latest[id_of(record.record)] = record.seq;
      ++carried;
    }
  EXPECT_LE(carried, 11U + 2U * 64U);
  EXPECT_EQ(latest.size(), 11U);
  EXPECT_EQ(latest[id_of(version("often", 0).record)], 1000U);
  EXPECT_EQ(latest[id_of(version("9", 0).record)], 999U);
  EXPECT_TRUE(all_of<RecordsChanged>(events).front().replaced);
  EXPECT_EQ(all_of<RecordsChanged>(events).back().seq, 1000U);
  EXPECT_EQ(all_of<CommandAnswered>(events).size(), 1U);
}

TEST(EventQueue, ASnapshotMakesWhatWasBeforeItPointless) {
  std::vector<LinkEvent> events;
  for (Seq seq = 1; seq <= 64; ++seq)
    add_event(events, RecordsChanged{.replaced = false, .records = {version("old", seq)}, .seq = seq});
  add_event(events, RecordsChanged{.replaced = true, .records = {version("new", 65)}, .seq = 65});

  ASSERT_EQ(events.size(), 1U);
  const auto& joined = std::get<RecordsChanged>(events.front());
  EXPECT_TRUE(joined.replaced);
  EXPECT_EQ(joined.seq, 65U);
  ASSERT_EQ(joined.records.size(), 1U);
  EXPECT_EQ(joined.records.front(), version("new", 65));
}

}  // namespace
}  // namespace mur::test
