#pragma once

#include <deque>
#include <map>
#include <set>

#include "broker/core/committer.h"
#include "broker/ports/feeds.h"
#include "shared/domain/refresh.h"

namespace mur::broker {

/// Follows the feeds for the core: hands out what is due to be fetched, and turns what comes back into the broker's own
/// commands, in bounded groups between which the core answers others. What is under way, and what was fetched to be
/// looked at, is in memory only: a broker that starts again fetches again.
class FeedKeeper {
 public:
  FeedKeeper(CoreParts& parts, HubState& state, Committer& committer)
      : parts_{parts}, state_{state}, committer_{committer}, started_at_{parts.clock.now()} {}

  /// An answer of the feeds' thread. One that nobody waits for any more is dropped.
  void take(FeedFetched fetched);

  /// Hands out what is due, then does at most one group of what waits. With a clock in doubt nothing is fetched and
  /// nothing that was fetched is believed. An error is fatal.
  Status work();
  /// work() has more to do at once.
  [[nodiscard]] bool has_work() const { return !arrived_.empty() || !waiting_.empty(); }

  /// The answers to PreviewFeed and RefreshFeed.
  [[nodiscard]] Result<Answer> preview(const Actor& actor, FeedId id);
  [[nodiscard]] Result<Answer> refresh_now(const Actor& actor, FeedId id);

 private:
  /// Under way. What was read for a hub that has changed since is not believed.
  struct Asked {
    Milliseconds at{};  // monotonic
    Seq hub = 0;
  };
  struct Kept {
    FeedFetched fetched;
    Milliseconds at{};  // monotonic
    Seq hub = 0;
  };
  /// A refresh that is being done.
  struct Doing {
    FeedId feed;
    Seq feed_seq = 0;  // as it was worked out for
    Refresh counts;    // its orders are in waiting_
    std::size_t refused = 0;
  };

  [[nodiscard]] Result<const Feed*> feed_of(const Actor& actor, FeedId id) const;
  [[nodiscard]] bool is_busy(FeedId id) const;
  [[nodiscard]] Status ask_for(const Feed& feed);
  Status work_round();
  void forget_old();
  [[nodiscard]] Seq hub_seq() const;
  void apply_confirmed();
  void hand_out();
  bool hand_out(const Feed& feed);
  void begin(FeedFetched fetched);
  void keep(FeedFetched fetched);
  void tell_what_is_held();
  [[nodiscard]] std::vector<Order> next_group();
  Status do_group();
  void give_up();

  CoreParts& parts_;
  HubState& state_;
  Committer& committer_;
  TimePoint started_at_;
  std::map<FeedId, Asked> under_way_;
  std::set<FeedId> asked_for_;                 // by someone, not yet handed out
  std::map<FeedId, Milliseconds> not_before_;  // monotonic: of what was asked for or went wrong
  std::map<FeedId, Kept> kept_;                // to be looked at
  std::deque<FeedFetched> arrived_;
  Doing doing_;
  std::deque<Order> waiting_;  // of doing_
};

}  // namespace mur::broker
