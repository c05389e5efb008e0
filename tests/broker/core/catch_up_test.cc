#include <algorithm>

#include "tests/broker/core/core_house.h"

namespace mur::test {
namespace {

using broker::Cursor;
using broker::EncodedRecord;
using broker::PageReady;
using broker::PageWanted;
using broker::ScopeWatched;

constexpr std::size_t kPlenty = 10 * limits::kChunkBytes;

/// What a client would hold: the records as sent, and the hash over them.
struct Replica {
  std::map<RecordId, EncodedRecord> records;

  void take(const std::vector<EncodedRecord>& arrived) {
    for (const EncodedRecord& record : arrived) {
      const auto held = records.find(record.id);
      if (held != records.end() && held->second.seq > record.seq) continue;
      records.insert_or_assign(record.id, record);
    }
    std::erase_if(records, [](const auto& entry) { return !entry.second.live; });
  }
  [[nodiscard]] Digest128 hash() const {
    StateHash sum;
    for (const auto& [id, record] : records) sum.add(id, *record.bytes);
    return sum.value();
  }
};

class CatchUp : public CoreHouse {
 protected:
  PageReady page(const Cursor& cursor, std::size_t most_bytes = kPlenty) {
    put(PageWanted{.session = 5, .cursor = cursor, .most_bytes = most_bytes});
    EXPECT_TRUE(step());
    const auto pages = take<PageReady>();
    EXPECT_EQ(pages.size(), 1U);
    return pages.empty() ? PageReady{} : pages.front();
  }
  static Cursor snapshot_of(const Scope& scope) {
    return {.scope = scope, .snapshot = true, .since = 0, .pass_started_at = 0, .after = {}};
  }
  static Cursor since(const Scope& scope, Seq seq) {
    return {.scope = scope, .snapshot = false, .since = seq, .pass_started_at = 0, .after = {}};
  }
  RecordId post(const std::string& text) { return ask(admin, notice(text))->about; }
  static bool has(const std::vector<RecordId>& all, const RecordId& one) { return std::ranges::count(all, one) == 1; }
  static std::vector<RecordId> ids(const PageReady& page) {
    std::vector<RecordId> found;
    for (const EncodedRecord& record : page.records) found.push_back(record.id);
    return found;
  }
};

TEST_F(CatchUp, ASnapshotOfTheWallHasWhatIsPublishedAndNoKeys) {
  const RecordId shown = post("Café à 16 h");
  const RecordId waiting = ask(kiosk, offer())->about;

  const PageReady all = page(snapshot_of(kWall));

  EXPECT_FALSE(all.next);
  EXPECT_EQ(all.head, store.head().seq);
  EXPECT_TRUE(has(ids(all), shown));
  for (const RecordId& id : ids(all)) {
    EXPECT_NE(id.kind, RecordKind::key);
    EXPECT_NE(id.kind, RecordKind::ticket);
    EXPECT_NE(id, waiting);
  }
}

TEST_F(CatchUp, StaffSeesWhatWaits) {
  const RecordId waiting = ask(kiosk, offer())->about;

  EXPECT_TRUE(has(ids(page(snapshot_of(kStaff))), waiting));
}

TEST_F(CatchUp, PagesAreBoundedInBytesAndCoverEverythingInIdOrder) {
  for (int i = 0; i < 40; ++i) post("Annonce numéro " + std::to_string(i));
  Cursor cursor = snapshot_of(kWall);
  Replica replica;
  std::vector<RecordId> order;
  int pages = 0;
  for (;;) {
    const PageReady next = page(cursor, 1000);
    std::size_t bytes = 0;
    for (const EncodedRecord& record : next.records) {
      bytes += protocol::size_in_chunk({.id = record.id, .seq = record.seq, .live = true, .bytes = *record.bytes});
      order.push_back(record.id);
    }
    EXPECT_LE(bytes, 1000U);
    replica.take(next.records);
    ++pages;
    if (!next.next) {
      EXPECT_EQ(replica.hash(), next.hash);
      break;
    }
    cursor = *next.next;
  }
  EXPECT_GT(pages, 4);
  EXPECT_TRUE(std::ranges::is_sorted(order));
  EXPECT_EQ(replica.records.size(), 41U);  // and the hub
}

TEST_F(CatchUp, ARecordLargerThanAPageStillComes) {
  post("Café à 16 h");

  const PageReady first = page(snapshot_of(kWall), 1);

  EXPECT_EQ(first.records.size(), 1U);
  EXPECT_TRUE(first.next);
}

TEST_F(CatchUp, WhatIsCommittedDuringAPassComesInTheNextOne) {
  for (int i = 0; i < 10; ++i) post("Annonce numéro " + std::to_string(i));
  Replica replica;
  const PageReady first = page(snapshot_of(kWall), 600);
  replica.take(first.records);
  ASSERT_TRUE(first.next);

  const RecordId hidden = first.records.back().id;
  ASSERT_TRUE(ask(admin, Hide{.post = hidden, .reason = Reason::repeat, .note = {}}));
  const RecordId late = post("Dernière minute");

  Cursor cursor = *first.next;
  for (;;) {
    const PageReady next = page(cursor, 600);
    replica.take(next.records);
    if (!next.next) {
      EXPECT_EQ(next.head, store.head().seq);
      EXPECT_EQ(replica.hash(), next.hash);
      break;
    }
    cursor = *next.next;
  }
  EXPECT_TRUE(replica.records.contains(late));
  EXPECT_FALSE(replica.records.contains(hidden));
}

TEST_F(CatchUp, SinceANumberOnlyWhatChangedComesTombstonesIncluded) {
  const RecordId kept = post("Café à 16 h");
  const RecordId hidden = post("Fermé le 1er mai");
  const Seq then = store.head().seq;
  ASSERT_TRUE(ask(admin, Hide{.post = hidden, .reason = Reason::repeat, .note = {}}));
  const RecordId fresh = post("Atelier complet");

  const PageReady changes = page(since(kWall, then));

  ASSERT_EQ(changes.records.size(), 2U);
  for (const EncodedRecord& record : changes.records) {
    EXPECT_NE(record.id, kept);
    EXPECT_EQ(record.live, record.id == fresh);
  }
}

TEST_F(CatchUp, ASnapshotHoldsNoTombstones) {
  const RecordId hidden = post("Fermé le 1er mai");
  ASSERT_TRUE(ask(admin, Hide{.post = hidden, .reason = Reason::repeat, .note = {}}));

  for (const EncodedRecord& record : page(snapshot_of(kWall)).records) EXPECT_TRUE(record.live);
}

TEST_F(CatchUp, WhoStandsAtTheHeadGetsAnEmptyLastPage) {
  const PageReady nothing = page(since(kWall, store.head().seq));

  EXPECT_TRUE(nothing.records.empty());
  EXPECT_FALSE(nothing.next);
}

TEST_F(CatchUp, BatchesKeepTheHashThatASnapshotWouldHave) {
  heard.clear();
  Replica wall;
  wall.take(page(snapshot_of(kWall)).records);
  const RecordId first = post("Café à 16 h");
  post("Fermé le 1er mai");
  ASSERT_TRUE(ask(admin, Hide{.post = first, .reason = Reason::repeat, .note = {}}));

  for (const auto& batch : take<broker::Committed>())
    for (const auto& scope : batch.scopes)
      if (scope.scope == kWall) {
        wall.take(scope.records);
        EXPECT_EQ(wall.hash(), scope.hash);
      }
  EXPECT_EQ(wall.hash(), page(snapshot_of(kWall)).hash);
}

TEST_F(CatchUp, ABatchThatAScopeDoesNotSeeOnlyMovesItsHead) {
  heard.clear();
  ASSERT_TRUE(ask(kiosk, offer()));

  const auto batches = take<broker::Committed>();
  ASSERT_EQ(batches.size(), 1U);
  for (const auto& scope : batches.front().scopes) EXPECT_EQ(scope.records.empty(), scope.scope == kWall);
}

TEST_F(CatchUp, AnOrganizationsBatchesAreMadeWhileItIsWatched) {
  const OrganizationId organization = add_organization("Cambouis");
  const Scope scope{.kind = Scope::Kind::organization, .organization = organization};
  const auto scopes_of_next_batch = [&] {
    heard.clear();
    post("Café à 16 h");
    return take<broker::Committed>().front().scopes.size();
  };
  EXPECT_EQ(scopes_of_next_batch(), 2U);

  put(ScopeWatched{.scope = scope, .on = true});
  ASSERT_TRUE(step());
  EXPECT_EQ(scopes_of_next_batch(), 3U);

  put(ScopeWatched{.scope = scope, .on = false});
  ASSERT_TRUE(step());
  EXPECT_EQ(scopes_of_next_batch(), 2U);
}

TEST_F(CatchUp, AnOrganizationSeesItsPendingPostsAndTheWallDoesNot) {
  const OrganizationId organization = add_organization("Cambouis", Trust::newcomer);
  const KeyId owner = add_key(Role::owner, "Cambouis", organization);
  NeedDetails details;
  details.title = "Tenir l'atelier";
  details.slots = {Slot{.role = "Accueil", .wanted = 2}};
  const auto receipt = ask(owner, PutNeed{.need = {}, .organization = organization, .details = details});
  ASSERT_TRUE(receipt) << receipt.error().message;
  ASSERT_EQ(receipt->status, PostStatus::pending);
  const Scope scope{.kind = Scope::Kind::organization, .organization = organization};

  EXPECT_TRUE(has(ids(page(snapshot_of(scope))), receipt->about));
  EXPECT_FALSE(has(ids(page(snapshot_of(kWall))), receipt->about));
}

TEST_F(CatchUp, ScopesShareTheBytesThatAreTheSame) {
  const OrganizationId organization = add_organization("Cambouis");
  const RecordId shown = post("Café à 16 h");
  const Scope scope{.kind = Scope::Kind::organization, .organization = organization};
  const auto bytes_in = [&](const Scope& looked_at) {
    for (const EncodedRecord& record : page(snapshot_of(looked_at)).records)
      if (record.id == shown) return record.bytes.get();
    return static_cast<const Bytes*>(nullptr);
  };

  ASSERT_NE(bytes_in(kWall), nullptr);
  EXPECT_EQ(bytes_in(kWall), bytes_in(scope));
}

}  // namespace
}  // namespace mur::test
