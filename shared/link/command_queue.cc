#include "shared/link/command_queue.h"

#include <algorithm>

#include "shared/domain/limits.h"

namespace mur::link {

Status CommandQueue::add(CommandId id, TimePoint made_at, Bytes bytes) {
  const std::lock_guard lock(mutex_);
  if (Status added = outbox_.add(id, made_at, std::move(bytes)); !added) return added;
  const bool known = std::ranges::any_of(sending_, [&](const Sending& sending) { return sending.id == id; });
  if (begun_ && !known) sending_.push_back({.id = id});
  tell_waiting();
  return {};
}

Status CommandQueue::begin(Log log, TimePoint now) {
  const std::lock_guard lock(mutex_);
  if (Status purged = outbox_.purge(now); !purged) return purged;
  if (log == Log::another)
    if (Status replayed = outbox_.replay_acknowledged(); !replayed) return replayed;
  const auto waiting = outbox_.waiting();
  if (!waiting) return fail(waiting.error());
  sending_.clear();
  for (const Outgoing& outgoing : *waiting) sending_.push_back({.id = outgoing.id});
  under_way_ = 0;
  paused_until_.reset();
  begun_ = true;
  tell_waiting();
  return {};
}

void CommandQueue::end() {
  const std::lock_guard lock(mutex_);
  begun_ = false;
  sending_.clear();
  under_way_ = 0;
  paused_until_.reset();
}

Status CommandQueue::pump(Instant now, const Send& send) {
  const std::lock_guard lock(mutex_);
  if (!begun_ || (paused_until_ && now < *paused_until_)) return {};
  paused_until_.reset();
  for (Sending& sending : sending_) {
    if (under_way_ >= limits::kSendWindow) break;
    if (sending.under_way) continue;
    const auto outgoing = outbox_.find(sending.id);
    if (!outgoing) return fail(outgoing.error());
    if (!*outgoing || !send((*outgoing)->bytes)) break;
    sending.under_way = true;
    ++under_way_;
  }
  return {};
}

std::optional<CommandQueue::Instant> CommandQueue::resumes_at() const {
  const std::lock_guard lock(mutex_);
  return paused_until_;
}

Status CommandQueue::answered(const Receipt& receipt, TimePoint now) {
  const std::lock_guard lock(mutex_);
  if (Status kept = outbox_.acknowledge(receipt, now); !kept) return kept;
  forget(receipt.command);
  put_off_.reset();
  events_.push(CommandAnswered{.command = receipt.command, .answer = receipt});
  tell_waiting();
  return {};
}

Status CommandQueue::refused(const protocol::Refusal& refusal, TimePoint now, Instant instant) {
  const std::lock_guard lock(mutex_);
  if (!is_final(refusal.error.code)) {
    for (Sending& sending : sending_)
      if (sending.id == refusal.command && sending.under_way) {
        sending.under_way = false;
        --under_way_;
      }
    // Jitter on top of what the broker asks for: everyone was told the same.
    const Milliseconds asked = std::min<Milliseconds>(Seconds{refusal.wait_seconds}, limits::kSlowDownMost);
    const Instant until = instant + asked + put_off_.next();
    paused_until_ = std::max(paused_until_.value_or(until), until);
    return {};
  }
  if (Status kept = outbox_.refuse(refusal.command, refusal.error, now); !kept) return kept;
  forget(refusal.command);
  events_.push(CommandAnswered{.command = refusal.command, .answer = fail(refusal.error)});
  tell_waiting();
  return {};
}

void CommandQueue::forget(CommandId id) {
  std::erase_if(sending_, [&](const Sending& sending) {
    if (sending.id != id) return false;
    if (sending.under_way) --under_way_;
    return true;
  });
}

void CommandQueue::tell_waiting() {
  if (const auto waiting = outbox_.count_waiting()) events_.push(OutboxChanged{*waiting});
}

}  // namespace mur::link
