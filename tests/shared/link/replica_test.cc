#include "shared/link/replica.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <map>
#include <thread>

#include "shared/link/link_schema.h"
#include "tests/shared/link/wire_samples.h"
#include "tests/support/faulty_disk.h"
#include "tests/support/temp_folder.h"

namespace mur::test {
namespace {

using link::Replica;
using protocol::WireRecord;
using Mode = Replica::Mode;

const Epoch kEpoch{uuid_number(7)};
const Epoch kOtherEpoch{uuid_number(8)};
const TimePoint kHeard = kNoon + std::chrono::hours{1};

const WireRecord kOpen = wire(a_notice(1, "Ouvert"), 1);
const WireRecord kClosed = wire(a_notice(2, "Fermé le 1er mai"), 2);
const WireRecord kOpenLate = wire(a_notice(1, "Ouvert jusqu'à 20 h"), 3);

/// The texts of the notices, by their number.
std::map<int, std::string> notices(const Replica& replica) {
  std::map<int, std::string> texts;
  const Wall wall = replica.load().value().wall;
  wall.each<Notice>([&](const Notice& notice) { texts[notice.id.uuid.bytes.back()] = notice.text; });
  return texts;
}

void fill(Replica& replica, const std::vector<WireRecord>& records, Seq seq, Epoch epoch = kEpoch) {
  ASSERT_TRUE(replica.begin_catch_up(epoch, true));
  ASSERT_TRUE(replica.stage(records));
  const auto changed = replica.finish_catch_up(seq, hash_of(records), kHeard);
  ASSERT_TRUE(changed) << changed.error().message;
}

/// Every file of the folder with its bytes and its time of writing.
std::map<std::string, std::pair<std::string, std::filesystem::file_time_type>> picture_of(
    const std::filesystem::path& folder) {
  std::map<std::string, std::pair<std::string, std::filesystem::file_time_type>> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    files[entry.path().filename()] = {{std::istreambuf_iterator<char>{file}, {}}, entry.last_write_time()};
  }
  return files;
}

class ReplicaFile : public testing::Test {
 protected:
  Replica open() { return Replica::open(folder_.path(), Mode::read_write).value(); }
  TempFolder folder_;
};

TEST_F(ReplicaFile, ANewOneIsEmptyAndStandsNowhere) {
  const Replica replica = open();
  EXPECT_EQ(replica.head(), link::ReplicaHead{});
  EXPECT_FALSE(replica.is_catching_up());
  EXPECT_TRUE(notices(replica).empty());
}

TEST_F(ReplicaFile, ASnapshotStaysAsideUntilItIsWholeAndThenReplacesEverything) {
  Replica replica = open();
  fill(replica, {kOpen, kClosed}, 2);
  const WireRecord other = wire(a_notice(3, "Bienvenue"), 5);
  ASSERT_TRUE(replica.begin_catch_up(kOtherEpoch, true));
  EXPECT_TRUE(replica.is_catching_up());
  ASSERT_TRUE(replica.stage({other}));
  EXPECT_EQ(notices(replica).size(), 2U) << "the old wall stays up";
  EXPECT_EQ(replica.head().epoch, kEpoch);

  const auto changed = replica.finish_catch_up(9, hash_of({other}), kHeard).value();
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_EQ(changed[0], (StampedRecord{.seq = 5, .record = a_notice(3, "Bienvenue")}));
  EXPECT_EQ(notices(replica), (std::map<int, std::string>{{3, "Bienvenue"}}));
  EXPECT_EQ(replica.head(), (link::ReplicaHead{kOtherEpoch, 9, hash_of({other}), kHeard}));
  EXPECT_FALSE(replica.is_catching_up());
}

TEST_F(ReplicaFile, ACatchUpChangesOnlyWhatItNames) {
  Replica replica = open();
  fill(replica, {kOpen, kClosed}, 2);
  ASSERT_TRUE(replica.begin_catch_up(kEpoch, false));
  ASSERT_TRUE(replica.stage({kOpenLate}));
  ASSERT_TRUE(replica.stage({gone(kClosed.id, 4)}));
  const auto changed = replica.finish_catch_up(4, hash_of({kOpenLate}), kHeard).value();
  ASSERT_EQ(changed.size(), 2U);
  EXPECT_EQ(std::get<Notice>(changed[0].record).text, "Ouvert jusqu'à 20 h");
  EXPECT_EQ(std::get<Tombstone>(changed[1].record).of, kClosed.id);
  EXPECT_EQ(notices(replica), (std::map<int, std::string>{{1, "Ouvert jusqu'à 20 h"}}));
}

TEST_F(ReplicaFile, OfTwoVersionsInOneCatchUpTheHigherSeqWinsWhateverTheOrder) {
  for (const bool newer_first : {true, false}) {
    Replica replica = Replica::open_in_memory().value();
    ASSERT_TRUE(replica.begin_catch_up(kEpoch, true));
    ASSERT_TRUE(replica.stage({newer_first ? kOpenLate : kOpen}));
    ASSERT_TRUE(replica.stage({newer_first ? kOpen : kOpenLate}));
    ASSERT_TRUE(replica.finish_catch_up(3, hash_of({kOpenLate}), kHeard));
    EXPECT_EQ(notices(replica).at(1), "Ouvert jusqu'à 20 h");
  }
}

TEST_F(ReplicaFile, AHashThatDiffersMovesNothing) {
  Replica replica = open();
  fill(replica, {kOpen, kClosed}, 2);
  const auto head = replica.head();
  for (const bool snapshot : {true, false}) {
    ASSERT_TRUE(replica.begin_catch_up(kEpoch, snapshot));
    ASSERT_TRUE(replica.stage({kOpenLate, gone(kClosed.id, 4)}));
    const auto refused = replica.finish_catch_up(4, hash_of({kOpen}), kHeard);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::conflict);
    EXPECT_EQ(replica.head(), head);
    EXPECT_EQ(notices(replica).size(), 2U);
    EXPECT_EQ(notices(replica).at(1), "Ouvert");
    EXPECT_FALSE(replica.is_catching_up());
  }
}

TEST_F(ReplicaFile, WhatAnUnfinishedCatchUpStagedIsNotInTheNext) {
  Replica replica = open();
  ASSERT_TRUE(replica.begin_catch_up(kEpoch, true));
  ASSERT_TRUE(replica.stage({kClosed}));
  fill(replica, {kOpen}, 1);
  EXPECT_EQ(notices(replica), (std::map<int, std::string>{{1, "Ouvert"}}));
}

TEST_F(ReplicaFile, OnlyASnapshotLeadsToAnotherEpoch) {
  Replica replica = open();
  fill(replica, {kOpen}, 1);
  EXPECT_EQ(replica.begin_catch_up(kOtherEpoch, false).error().code, Errc::conflict);
  EXPECT_EQ(replica.stage({kOpen}).error().code, Errc::conflict);
  EXPECT_EQ(replica.finish_catch_up(1, hash_of({kOpen}), kHeard).error().code, Errc::conflict);
}

TEST_F(ReplicaFile, ABatchIsAppliedWholeAndMovesHashAndHead) {
  Replica replica = open();
  fill(replica, {kOpen, kClosed}, 2);
  const TimePoint later = kHeard + Seconds{5};
  const auto changed = replica.apply(3, {kOpenLate, gone(kClosed.id, 3)}, later).value();
  ASSERT_EQ(changed.size(), 2U);
  EXPECT_EQ(replica.head(), (link::ReplicaHead{kEpoch, 3, hash_of({kOpenLate}), later}));
  EXPECT_TRUE(replica.apply(4, {}, later).value().empty()) << "a batch with nothing for this scope moves the head";
  EXPECT_EQ(replica.head().seq, 4U);
}

TEST_F(ReplicaFile, ABatchOutOfTurnIsRefused) {
  Replica replica = open();
  fill(replica, {kOpen}, 1);
  EXPECT_EQ(replica.apply(3, {kOpenLate}, kHeard).error().code, Errc::conflict);
  EXPECT_EQ(replica.apply(1, {kOpenLate}, kHeard).error().code, Errc::conflict);
  ASSERT_TRUE(replica.begin_catch_up(kEpoch, false));
  EXPECT_EQ(replica.apply(2, {kOpenLate}, kHeard).error().code, Errc::conflict);
  EXPECT_EQ(notices(replica).at(1), "Ouvert");
}

TEST_F(ReplicaFile, EverythingIsThereAfterTheNextStart) {
  link::ReplicaHead head;
  {
    Replica replica = open();
    fill(replica, {kOpen, kClosed}, 2);
    ASSERT_TRUE(replica.apply(3, {kOpenLate}, kHeard));
    head = replica.head();
  }
  const Replica replica = open();
  EXPECT_EQ(replica.head(), head);
  EXPECT_EQ(notices(replica).at(1), "Ouvert jusqu'à 20 h");
  EXPECT_EQ(replica.load().value().wall.find(kOpenLate.id)->seq, 3U);
}

TEST_F(ReplicaFile, ABatchThatWasAppliedSurvivesAPowerCut) {
  FaultyDisk disk;
  Replica replica = open();
  fill(replica, {kOpen, kClosed}, 2);
  ASSERT_TRUE(replica.apply(3, {kOpenLate}, kHeard));
  TempFolder after;
  disk.cut_power(folder_.path(), after.path());
  const Replica found = Replica::open(after.path(), Mode::read_write).value();
  EXPECT_EQ(found.head(), replica.head());
  EXPECT_EQ(notices(found), notices(replica));
}

TEST_F(ReplicaFile, ARecordThatCannotBeReadIsKeptForTheHashCountedAndShownAsGone) {
  WireRecord strange = kOpenLate;
  strange.bytes = {0xFF, 0xFF, 0xFF};
  Replica replica = open();
  fill(replica, {kOpen, kClosed}, 2);
  const auto changed = replica.apply(3, {strange}, kHeard).value();
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_TRUE(is_tombstone(changed[0].record));
  EXPECT_EQ(replica.head().hash, hash_of({strange, kClosed}));
  const auto loaded = replica.load().value();
  EXPECT_EQ(loaded.unreadable, 1U);
  EXPECT_EQ(loaded.wall.size(), 1U);
}

TEST_F(ReplicaFile, HearingTheBrokerIsKeptOnceAMinute) {
  {
    Replica replica = open();
    fill(replica, {kOpen}, 1);
    ASSERT_TRUE(replica.heard(kHeard + Seconds{70}));
    ASSERT_TRUE(replica.heard(kHeard + Seconds{100}));
    EXPECT_EQ(replica.head().heard_at, kHeard + Seconds{100});
  }
  EXPECT_EQ(open().head().heard_at, kHeard + Seconds{70});
}

TEST_F(ReplicaFile, VisitorsPostsAreDeletedWithoutTraceAndASnapshotMustCome) {
  Offer offer{.id = OfferId{uuid_number(9)}, .details = {.tiles = {Tile::other}, .text = "reparation de velos"}};
  offer.moderation.status = PostStatus::published;
  const WireRecord offered = wire(offer, 2);
  {
    Replica replica = open();
    fill(replica, {kOpen, offered}, 2);
    EXPECT_EQ(replica.delete_visitors_posts().value(), std::vector{offered.id});
    EXPECT_EQ(replica.head(), link::ReplicaHead{.heard_at = kHeard});
    EXPECT_EQ(notices(replica).size(), 1U);
    for (const auto& [name, file] : picture_of(folder_.path()))
      EXPECT_EQ(file.first.find("reparation de velos"), std::string::npos) << name;
  }
  EXPECT_EQ(open().head(), link::ReplicaHead{.heard_at = kHeard});
}

TEST_F(ReplicaFile, ARecordTakenAwayLeavesNoTrace) {
  Replica replica = open();
  fill(replica, {kOpen, kClosed}, 2);
  ASSERT_TRUE(replica.apply(3, {gone(kClosed.id, 3)}, kHeard));
  for (const auto& [name, file] : picture_of(folder_.path()))
    EXPECT_EQ(file.first.find("le 1er mai"), std::string::npos) << name;
}

TEST_F(ReplicaFile, RecordsOfAnOlderEncodingAreShownUntilTheSnapshotComes) {
  {
    Replica replica = open();
    fill(replica, {kOpen}, 1);
  }
  {
    SQLite::Database file((folder_ / "replica.db").string(), SQLite::OPEN_READWRITE);
    file.exec("UPDATE replica SET record_schema = record_schema - 1");
  }
  {
    Replica replica = open();
    EXPECT_EQ(replica.head(), link::ReplicaHead{.heard_at = kHeard});
    EXPECT_EQ(notices(replica).size(), 1U);
    fill(replica, {kOpen, kClosed}, 2);
  }
  EXPECT_EQ(open().head().epoch, kEpoch);
}

TEST_F(ReplicaFile, AFileOfANewerProgramIsRefused) {
  {
    open();
  }
  {
    SQLite::Database file((folder_ / "replica.db").string(), SQLite::OPEN_READWRITE);
    file.exec("PRAGMA user_version = 99");
  }
  for (const Mode mode : {Mode::read_write, Mode::read_only}) {
    const auto refused = Replica::open(folder_.path(), mode);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::unsupported);
    EXPECT_NE(refused.error().message.find((folder_ / "replica.db").string()), std::string::npos);
  }
}

TEST_F(ReplicaFile, ASecondKioskIsToldThatItIsInUse) {
  const Replica replica = open();
  EXPECT_EQ(Replica::open(folder_.path(), Mode::read_write).error().code, Errc::conflict);
}

TEST_F(ReplicaFile, AKioskStartsOverWhereItsFileIsDamagedOrANewerPrograms) {
  const auto file = folder_ / "replica.db";
  for (const bool newer : {true, false}) {
    {
      Replica replica = open();
      fill(replica, {kOpen}, 1);
    }
    if (newer) {
      SQLite::Database raw(file.string(), SQLite::OPEN_READWRITE);
      raw.exec("PRAGMA user_version = 99");
    } else {
      std::fstream(file, std::ios::in | std::ios::out | std::ios::binary).seekp(5000) << std::string(6000, '?');
    }
    auto opened = Replica::open_or_start_over(folder_.path());
    ASSERT_TRUE(opened) << opened.error().message;
    ASSERT_TRUE(opened->set_aside);
    EXPECT_EQ(opened->set_aside->code, newer ? Errc::unsupported : Errc::corrupt);
    EXPECT_EQ(opened->replica.head(), link::ReplicaHead{});
    EXPECT_TRUE(std::filesystem::exists(folder_ / "replica.db.set-aside"));
    fill(opened->replica, {kOpen, kClosed}, 2);
  }
  const auto sound = Replica::open_or_start_over(folder_.path());
  ASSERT_TRUE(sound);
  EXPECT_FALSE(sound->set_aside);
  EXPECT_EQ(notices(sound->replica).size(), 2U);
}

// ---- read_only ----------------------------------------------------------------------------------------------------

TEST_F(ReplicaFile, ReadingOnlyTouchesNothingWhileTheKioskRuns) {
  Replica kiosk = open();
  fill(kiosk, {kOpen, kClosed}, 2);
  ASSERT_TRUE(kiosk.apply(3, {kOpenLate}, kHeard));  // lies in the write-ahead log
  const auto before = picture_of(folder_.path());
  ASSERT_FALSE(before.at("replica.db-wal").first.empty());
  {
    const Replica reader = Replica::open(folder_.path(), Mode::read_only).value();
    EXPECT_EQ(reader.head(), kiosk.head());
    EXPECT_EQ(notices(reader).at(1), "Ouvert jusqu'à 20 h");
  }
  EXPECT_EQ(picture_of(folder_.path()), before);
  EXPECT_TRUE(kiosk.apply(4, {kOpen}, kHeard)) << "the kiosk noticed nothing";
}

TEST_F(ReplicaFile, ReadingOnlyTouchesNothingWhenNoKioskRuns) {
  {
    Replica kiosk = open();
    fill(kiosk, {kOpen}, 1);
  }
  const auto before = picture_of(folder_.path());
  EXPECT_EQ(notices(Replica::open(folder_.path(), Mode::read_only).value()).size(), 1U);
  EXPECT_EQ(picture_of(folder_.path()), before);
}

TEST_F(ReplicaFile, ReadingOnlySeesWhatAKilledKioskLeft) {
  TempFolder killed;
  {
    Replica kiosk = open();
    fill(kiosk, {kOpen}, 1);
    ASSERT_TRUE(kiosk.apply(2, {kClosed}, kHeard));
    for (const char* name : {"replica.db", "replica.db-wal"}) std::filesystem::copy_file(folder_ / name, killed / name);
  }
  const auto before = picture_of(killed.path());
  EXPECT_EQ(notices(Replica::open(killed.path(), Mode::read_only).value()).size(), 2U);
  EXPECT_EQ(picture_of(killed.path()), before);
}

TEST_F(ReplicaFile, ReadingOnlyNeverWrites) {
  {
    Replica kiosk = open();
    fill(kiosk, {kOpen}, 1);
  }
  Replica reader = Replica::open(folder_.path(), Mode::read_only).value();
  EXPECT_EQ(reader.apply(2, {kClosed}, kHeard).error().code, Errc::forbidden);
  EXPECT_EQ(reader.begin_catch_up(kEpoch, true).error().code, Errc::forbidden);
  EXPECT_EQ(reader.heard(kHeard).error().code, Errc::forbidden);
  EXPECT_EQ(reader.delete_visitors_posts().error().code, Errc::forbidden);
}

TEST_F(ReplicaFile, ReadingOnlyWithoutAFileSaysSoAndMakesNone) {
  const auto missing = Replica::open(folder_.path(), Mode::read_only);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, Errc::not_found);
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

/// Long enough that a copy of hundreds takes as long as the kiosk's next write.
WireRecord a_long_event(std::size_t number, Seq seq) {
  Event event;
  event.id.uuid.bytes = {static_cast<std::uint8_t>(number >> 8U), static_cast<std::uint8_t>(number)};
  event.details.uid = "uid";
  event.details.description.assign(4000, static_cast<char>('a' + seq % 26));
  return wire(event, seq);
}

TEST_F(ReplicaFile, ReadingOnlyIsNeverTornByAKioskThatWrites) {
  Replica kiosk = open();
  std::vector<WireRecord> all;
  for (std::size_t number = 0; number < 400; ++number) all.push_back(a_long_event(number, 1));
  fill(kiosk, all, 1);
  std::atomic<bool> done = false;
  std::thread writer([&] {
    // A record taken away empties the write-ahead log, so that it begins anew again and again.
    for (Seq seq = 2; !done; ++seq) {
      std::vector<WireRecord> batch;
      for (std::size_t number = seq % 10; number < 400; number += 100) batch.push_back(a_long_event(number, seq));
      if (seq % 3 == 0) batch.push_back(gone(a_long_event(seq % 400, seq).id, seq));
      if (!kiosk.apply(seq, batch, kHeard)) break;
    }
  });
  int read = 0;
  for (int i = 0; i < 20; ++i) {
    const auto reader = Replica::open(folder_.path(), Mode::read_only);
    if (!reader) {
      EXPECT_EQ(reader.error().code, Errc::try_again) << reader.error().message;
      continue;
    }
    const auto loaded = reader->load().value();
    EXPECT_EQ(loaded.unreadable, 0U);
    EXPECT_EQ(hash_of(loaded.wall), reader->head().hash);
    ++read;
  }
  done = true;
  writer.join();
  EXPECT_GT(read, 0);
}

}  // namespace
}  // namespace mur::test
