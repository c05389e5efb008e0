#pragma once

#include <gtest/gtest.h>

#include "broker/store/sqlite_log_store.h"
#include "shared/domain/scope.h"
#include "shared/domain/state_hash.h"
#include "shared/domain/wall.h"
#include "shared/protocol/codec.h"

namespace mur::test {

/// What a hub's log holds, read from its disk while no broker runs.
struct LogView {
  explicit LogView(const std::filesystem::path& folder) {
    const auto log = broker::SqliteLogStore::open(folder).value();
    head = log->head().seq;
    epoch = log->head().epoch;
    StateHash hash;
    const Status read = log->records_since(0, [&](const broker::LogRecord& kept) -> Status {
      Record record = protocol::decode_record(kept.bytes).value();
      if (const auto shown = project(record, Scope{}); shown && !is_tombstone(*shown))
        hash.add(kept.id, protocol::encode_record(*shown));
      wall.apply({.seq = kept.seq, .record = std::move(record)});
      return {};
    });
    EXPECT_TRUE(read);
    wall_hash = hash.value();
  }

  template <class Noun>
  [[nodiscard]] std::size_t count() const {
    std::size_t found = 0;
    wall.each<Noun>([&found](const Noun&) { ++found; });
    return found;
  }
  /// How many offers say this.
  [[nodiscard]] std::size_t offers_saying(const std::string& text) const {
    std::size_t found = 0;
    wall.each<Offer>([&](const Offer& offer) { found += offer.details.text == text ? 1U : 0U; });
    return found;
  }

  Seq head = 0;
  Epoch epoch;
  Wall wall;            ///< with all that only the broker knows
  Digest128 wall_hash;  ///< of what a wall sees: every kiosk in step has it
};

}  // namespace mur::test
