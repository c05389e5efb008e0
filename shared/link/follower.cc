#include "shared/link/follower.h"

#include <fmt/format.h>

#include <utility>

#include "shared/domain/limits.h"
#include "shared/protocol/codec.h"

namespace mur::link {
namespace {

std::size_t bytes_of(const std::vector<protocol::WireRecord>& records) {
  std::size_t bytes = 0;
  for (const protocol::WireRecord& record : records) bytes += protocol::size_in_chunk(record);
  return bytes;
}

std::unexpected<Error> out_of_turn(const char* what) {
  return fail(Errc::corrupt, "message", fmt::format("the broker sent {} out of turn", what));
}

}  // namespace

void Follower::reset() {
  state_ = State::idle;
  started_over_ = false;
  partial_ = {};
  partial_bytes_ = 0;
  unacknowledged_ = 0;
}

Status Follower::take(const protocol::Welcome& welcome, const Send& send) {
  partial_ = {};
  partial_bytes_ = 0;
  if (!welcome.snapshot && welcome.epoch != replica_.head().epoch)
    return fail(Errc::corrupt, "welcome", "the broker wants to go on from another log's records");
  if (Status begun = replica_.begin_catch_up(welcome.epoch, welcome.snapshot); !begun) return begun;
  state_ = State::catching_up;
  snapshot_ = welcome.snapshot;
  send(protocol::Pull{static_cast<std::uint16_t>(limits::kCatchUpWindow)});
  return {};
}

Status Follower::take(const protocol::Chunk& chunk, const Send& send) {
  if (state_ == State::starting_over) return {};  // was under way when the snapshot was asked for
  if (state_ != State::catching_up) return out_of_turn("a chunk");
  if (Status staged = replica_.stage(chunk.records); !staged) return staged;
  send(protocol::Pull{1});
  return {};
}

Status Follower::take(const protocol::Current& current, TimePoint now, const Send& send) {
  if (state_ == State::starting_over) return {};
  if (state_ != State::catching_up) return out_of_turn("current");
  auto changed = replica_.finish_catch_up(current.seq, current.hash, now);
  if (!changed) return changed.error().code == Errc::conflict ? start_over(current.seq, send) : fail(changed.error());
  state_ = State::current;
  if (snapshot_ || !changed->empty())
    events_.push(RecordsChanged{.replaced = snapshot_, .records = std::move(*changed), .seq = current.seq});
  events_.push(BecameCurrent{.seq = current.seq, .at = now});
  send(protocol::Ping{current.seq});
  return {};
}

Status Follower::take(protocol::BatchMessage batch, TimePoint now, const Send& send) {
  if (state_ == State::starting_over) return {};
  if (state_ != State::current) return out_of_turn("a batch");
  if (batch.epoch != replica_.head().epoch) return start_over(batch.seq, send);
  const bool first = partial_.seq == 0;
  if (!first && batch.seq != partial_.seq) return out_of_turn("a batch within another");
  const std::size_t bytes = bytes_of(batch.records);
  unacknowledged_ += bytes;
  partial_bytes_ += bytes;
  // The broker sends no batch larger than what may be unacknowledged.
  if (partial_bytes_ > 2 * limits::kUnacknowledgedBytes)
    return fail(Errc::too_large, "batch", "the broker sent a batch larger than any it may send");
  if (first) {
    partial_.seq = batch.seq;
    partial_.records = std::move(batch.records);
  } else {
    partial_.records.insert(partial_.records.end(), std::make_move_iterator(batch.records.begin()),
                            std::make_move_iterator(batch.records.end()));
  }
  if (!batch.last) return {};
  const protocol::BatchMessage whole = std::exchange(partial_, {});
  partial_bytes_ = 0;
  auto changed = replica_.apply(whole.seq, whole.records, now);
  if (!changed) return changed.error().code == Errc::conflict ? start_over(whole.seq, send) : fail(changed.error());
  if (!changed->empty())
    events_.push(RecordsChanged{.replaced = false, .records = std::move(*changed), .seq = whole.seq});
  return {};
}

Status Follower::take(const protocol::Pong& pong, const Send& send) {
  if (state_ != State::current) return {};
  if (Status heard = replica_.heard(pong.now); !heard) return heard;
  const ReplicaHead& head = replica_.head();
  if (pong.seq != head.seq || pong.hash == head.hash) return {};
  return start_over(head.seq, send);
}

Status Follower::grow_old(TimePoint now) {
  const ReplicaHead& head = replica_.head();
  if (head.epoch.is_nil() || now - head.heard_at < limits::kStaleDeletesVisitors) return {};
  const Seq seq = head.seq;
  const auto deleted = replica_.delete_visitors_posts();
  if (!deleted) return fail(deleted.error());
  if (deleted->empty()) return {};
  RecordsChanged gone{.replaced = false, .records = {}, .seq = seq};
  for (const RecordId& id : *deleted)
    gone.records.push_back({.seq = seq, .record = Tombstone{.of = id, .seen_by_wall = true, .at = now}});
  events_.push(std::move(gone));
  return {};
}

Status Follower::start_over(Seq seq, const Send& send) {
  events_.push(ReplicaDiffered{seq});
  if (std::exchange(started_over_, true))
    return fail(Errc::corrupt, "replica",
                "the records differ from the broker's even after a snapshot; connecting anew");
  state_ = State::starting_over;
  partial_ = {};
  partial_bytes_ = 0;
  send(protocol::SnapshotWanted{});
  return {};
}

}  // namespace mur::link
