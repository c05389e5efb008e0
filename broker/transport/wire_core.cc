// What the core says: batches to fan out, receipts and answers to hand on, keys that change.
#include <algorithm>
#include <cassert>
#include <utility>

#include "broker/transport/wire.h"

namespace mur::transport {

void Wire::told(broker::FromCore news) {
  if (auto* batch = std::get_if<broker::Committed>(&news)) return committed(*batch);
  if (auto* page = std::get_if<broker::PageReady>(&news)) return page_arrived(std::move(*page));
  if (auto* receipt = std::get_if<broker::ReceiptReady>(&news)) {
    if (Session* session = asker(*receipt)) send(*session, protocol::ReceiptMessage{receipt->receipt});
    return;
  }
  if (auto* refused = std::get_if<broker::CommandRefused>(&news)) {
    if (Session* session = asker(*refused))
      send(*session, protocol::Refusal{.command = refused->command,
                                       .error = std::move(refused->error),
                                       .wait_seconds = static_cast<std::uint32_t>(std::max(refused->wait_seconds, 0))});
    return;
  }
  if (auto* answer = std::get_if<broker::AnswerReady>(&news)) return answered(std::move(*answer));
  if (auto* changed = std::get_if<broker::KeysChanged>(&news)) return keys_changed(*changed);
  opened(std::get<broker::LogOpened>(news));
}

void Wire::opened(const broker::LogOpened& log) {
  epoch_ = log.epoch;
  head_ = log.head;
  forgotten_to_ = log.forgotten_to;
}

template <class Ready>
Session* Wire::asker(const Ready& ready) {
  Session* session = sessions_.find(ready.session);
  if (session != nullptr) {
    assert(session->asked > 0);
    --session->asked;
  }
  return session;
}

void Wire::answered(broker::AnswerReady ready) {
  Session* session = asker(ready);
  if (session == nullptr) return;
  protocol::AnswerMessage message{.query = ready.query, .answer = {}};
  if (ready.answer)
    message.answer = std::move(*ready.answer);
  else
    message.answer = std::move(ready.answer.error());
  zmq::message_t frame = frame_of(message);
  if (frame.size() > limits::kFrameBytes) {
    message.answer = Error{Errc::too_large, "query", "the answer is larger than one message; ask for less"};
    frame = frame_of(message);
  }
  hand_over(*session, std::move(frame));
}

void Wire::keys_changed(const broker::KeysChanged& changed) {
  keys_.swap(changed.keys);
  std::vector<broker::SessionId> ended;
  for (auto& [id, session] : sessions_) {
    const auto entry = keys_.find(session.key);
    const bool same = entry && entry->id == session.holder.id && entry->principal == session.holder.principal &&
                      entry->role == session.holder.role && entry->organization == session.holder.organization;
    if (!same)
      ended.push_back(id);
    else
      session.holder = *entry;
  }
  for (const broker::SessionId id : ended) dismiss(*sessions_.find(id), key_not_in_force());
}

void Wire::committed(const broker::Committed& batch) {
  const bool gap = epoch_ != batch.epoch || batch.seq != head_ + 1;
  epoch_ = batch.epoch;
  head_ = batch.seq;
  forgotten_to_ = std::max(forgotten_to_, batch.forgotten_to);

  std::map<Scope, const broker::ScopeBatch*> of_scope;
  for (const broker::ScopeBatch& scope : batch.scopes) of_scope.emplace(scope.scope, &scope);
  std::map<Scope, BatchFrames> framed;  // only for scopes that someone current looks at

  std::vector<broker::SessionId> listeners;
  for (const auto& [id, session] : sessions_)
    if (session.phase == Phase::current) listeners.push_back(id);
  for (const broker::SessionId id : listeners) {
    Session* session = sessions_.find(id);
    const auto seen = of_scope.find(session->scope);
    if (gap || seen == of_scope.end()) {
      fall_behind(*session);
      continue;
    }
    auto frames = framed.find(session->scope);
    if (frames == framed.end())
      frames = framed.emplace(session->scope, frames_of(batch.epoch, batch.seq, *seen->second)).first;
    fan_out(*session, frames->second, batch.seq, seen->second->hash);
  }
}

void Wire::fan_out(Session& session, const BatchFrames& batch, Seq seq, const Digest128& hash) {
  if (session.unacknowledged.bytes() + batch.bytes > limits::kUnacknowledgedBytes) return fall_behind(session);
  for (const zmq::message_t& frame : batch.frames) {
    switch (outlet_.send(session.route, frame)) {
      case Sent::yes: break;
      case Sent::full: session.phase = Phase::behind; return;
      case Sent::gone: return sessions_.close(session.id);
    }
  }
  session.sent = seq;
  session.sent_hash = hash;
  session.unacknowledged.sent(seq, batch.bytes);
}

}  // namespace mur::transport
