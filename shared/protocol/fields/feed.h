#pragma once

#include "shared/domain/feed.h"
#include "shared/protocol/fields.h"

namespace mur::protocol {

template <>
struct Fields<FeedDetails> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& details) {
    archive(Text{"url", details.url, limits::kUrl}, Text{"name", details.name, limits::kName},
            Text{"category", details.category, limits::kWord}, details.kind);
  }
};

template <>
struct Fields<Feed> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& feed) {
    archive(feed.id, feed.organization, feed.details, feed.state, feed.trouble,
            Remark{"problem", feed.problem, limits::kMessage}, Text{"etag", feed.etag, limits::kFetchHeader},
            Text{"last_modified", feed.last_modified, limits::kFetchHeader}, feed.content, feed.added_at,
            feed.checked_at, feed.good_at, feed.failing_since, feed.failures, feed.next_at, feed.refresh_minutes,
            feed.coming, feed.removing_since);
  }
};

template <>
struct Fields<FeedHealth> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& health) {
    archive(health.id, health.organization, Text{"name", health.name, limits::kName}, health.state, health.good_at,
            health.failing);
  }
};

}  // namespace mur::protocol
