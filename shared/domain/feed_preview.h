#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/calendar/reader.h"
#include "shared/domain/feed.h"
#include "shared/screening/mark.h"

namespace mur {

/// What becomes of an event when its feed is confirmed. On the wire: append only.
enum class PreviewChange : std::uint8_t {
  added = 1,
  changed = 2,
  same = 3,      ///< as it is already
  vanishes = 4,  ///< on record, and no longer in the file
  elsewhere = 5  ///< nothing: another feed of the organization brings it, and says something else of it
};
[[nodiscard]] const char* to_string(PreviewChange change);

struct PreviewItem {
  std::string title;
  calendar::When start;  ///< a date: all day
  std::optional<calendar::When> end;
  bool repeats = false;
  calendar::EventStatus status = calendar::EventStatus::confirmed;
  PreviewChange change = PreviewChange::added;
  bool waits = false;                  ///< would wait for review …
  std::vector<screening::Mark> marks;  ///< … because of these; none: as every post of its organization
  std::optional<FeedId> holder;        ///< PreviewChange::elsewhere: the other feed
  friend bool operator==(const PreviewItem&, const PreviewItem&) = default;
};
struct FeedPreview {
  FeedId feed;
  FeedState state = FeedState::proposed;
  std::string name;                ///< of the feed, or what the calendar calls itself
  std::vector<PreviewItem> items;  ///< soonest first; fewer than `total` where the answer is full
  std::size_t total = 0;
  std::size_t waiting = 0;  ///< of all, not only of `items`
  std::size_t vanishing = 0;
  std::size_t components = 0;  ///< in the file
  std::size_t past = 0;
  std::size_t private_left = 0;
  std::size_t left_out = 0;        ///< as the warnings say
  std::size_t other_category = 0;  ///< lack FeedDetails::category
  std::vector<calendar::Warning> warnings;
  friend bool operator==(const FeedPreview&, const FeedPreview&) = default;
};

}  // namespace mur
