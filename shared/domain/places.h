#pragma once

#include <map>
#include <optional>
#include <vector>

#include "shared/calendar/zone.h"
#include "shared/domain/wall.h"

namespace mur {

/// When a slot, or one date of a repeating one, begins and ends, as instants.
struct SlotSpan {
  TimePoint begins_at{};
  TimePoint ends_at{};

  friend bool operator==(const SlotSpan&, const SlotSpan&) = default;
};

/// The next span of a slot that is not over at `now`, in the hub's zone; where `date` is given, the one that begins
/// then. Nothing where no time is set, where everything is over, and where no date begins then.
[[nodiscard]] std::optional<SlotSpan> next_span(const Slot& slot, std::optional<TimePoint> date,
                                                const calendar::Zone& hub, TimePoint now);

/// The slots of one need and the replies to them while a command changes some: a value. What always holds afterwards:
/// held and accepted are never above wanted because of a claim, on no date; and who came first is first.
class Places {
 public:
  /// The need as it is to be, and its replies as the wall has them.
  Places(const Wall& wall, Need need, calendar::Zone hub, TimePoint now);

  [[nodiscard]] const Need& need() const { return need_; }
  [[nodiscard]] const Slot* slot(SlotId id) const;
  [[nodiscard]] const Reply* find(ReplyId id) const;
  /// Open ones: held, listed or accepted.
  [[nodiscard]] std::size_t open() const;
  /// How many more fit: on that date, or with nothing given on each date to come. Never negative.
  [[nodiscard]] int free(SlotId slot, std::optional<TimePoint> date) const;
  /// The next in the order of arrival.
  [[nodiscard]] std::uint32_t next_number(SlotId slot) const;

  /// A new reply, or one that changed.
  void put(Reply reply);
  /// The first of the waiting list become held while places are free, and each reply learns its slot's times. Who can't
  /// be taken any more is told: `declined (closed)` once the need takes no more people.
  void settle();
  /// The replies that changed, in the order of their ids, then the need with its new counts.
  [[nodiscard]] std::vector<Record> changed() const;

 private:
  void hold(Reply& reply) const;
  void learn_times(Reply& reply) const;
  void count();

  Need before_;  ///< as the wall has it
  Need need_;
  calendar::Zone hub_;
  TimePoint now_{};
  std::map<ReplyId, Reply> replies_;
  std::map<ReplyId, Reply> on_wall_;  ///< as they were
};

}  // namespace mur
