// Catching up: pulled by the client, page by page from the core; the broker keeps a cursor, never a copy.
#include <utility>

#include "broker/transport/wire.h"

namespace mur::transport {
namespace {

bool is_always_watched(const Scope& scope) {
  return scope.kind != Scope::Kind::organization && scope.version == Scope::kNewest;
}

}  // namespace

void Wire::welcome(Session& session, From from, Seq since) {
  const bool snapshot = from == From::nothing;
  CatchUp& catch_up = session.catch_up;
  const bool page_asked = catch_up.page_asked;  // one page at most is under way, whatever the client does
  catch_up = CatchUp{};
  catch_up.cursor = {
      .scope = session.scope, .snapshot = snapshot, .since = snapshot ? 0 : since, .pass_started_at = 0, .after = {}};
  catch_up.page_asked = page_asked;
  catch_up.page_stale = page_asked;
  session.phase = Phase::catching_up;
  session.unacknowledged.clear();
  switch (outlet_.send(session.route, frame_of(welcome_to(session, snapshot)))) {
    case Sent::yes: return;
    case Sent::full:  // its next ping tries again
      if (snapshot) return sessions_.close(session.id);
      session.phase = Phase::behind;
      return;
    case Sent::gone: return sessions_.close(session.id);
  }
}

protocol::Welcome Wire::welcome_to(const Session& session, bool snapshot) const {
  return {.version = session.version,
          .scope = session.scope,
          .epoch = *epoch_,
          .head = head_,
          .now = clock_.now(),
          .snapshot = snapshot,
          .broker = program_};
}

void Wire::fall_behind(Session& session) {
  session.phase = Phase::behind;
  // Nothing is under way (one large batch did it, say): no need to wait for its next ping.
  if (session.unacknowledged.bytes() == 0) welcome(session, From::here, session.sent);
}

void Wire::page_arrived(broker::PageReady page) {
  Session* session = sessions_.find(page.session);
  if (session == nullptr) return;
  CatchUp& catch_up = session->catch_up;
  catch_up.page_asked = false;
  if (std::exchange(catch_up.page_stale, false)) {
    if (session->phase == Phase::catching_up) advance(*session);
    return;
  }
  catch_up.records.assign(std::make_move_iterator(page.records.begin()), std::make_move_iterator(page.records.end()));
  if (page.next) {
    catch_up.cursor = std::move(*page.next);
  } else {
    catch_up.complete = true;
    catch_up.head = page.head;
    catch_up.hash = page.hash;
  }
  advance(*session);
}

void Wire::advance(Session& session) {
  const broker::SessionId id = session.id;
  while (Session* open = sessions_.find(id)) {
    CatchUp& catch_up = open->catch_up;
    if (open->phase != Phase::catching_up) return;
    if (!catch_up.records.empty()) {
      if (catch_up.pulled == 0) return;
      const std::size_t left = catch_up.records.size();
      send_chunk(*open);
      if (sessions_.find(id) != nullptr && catch_up.records.size() == left) return;  // it does not read just now
    } else if (catch_up.complete) {
      return complete(*open);
    } else if (catch_up.pulled == 0 || catch_up.page_asked || !ask_page(*open)) {
      return;
    }
  }
}

void Wire::send_chunk(Session& session) {
  CatchUp& catch_up = session.catch_up;
  std::deque<broker::EncodedRecord> rest = catch_up.records;
  const zmq::message_t frame = frame_of(protocol::Chunk{take_chunk(rest)});
  switch (outlet_.send(session.route, frame)) {
    case Sent::yes:
      catch_up.records = std::move(rest);
      --catch_up.pulled;
      return;
    case Sent::full: return;
    case Sent::gone: return sessions_.close(session.id);
  }
}

void Wire::complete(Session& session) {
  CatchUp& catch_up = session.catch_up;
  if (catch_up.head != head_) {
    // The last chunks waited for a pull while batches passed by: fetch those in another pass.
    catch_up.complete = false;
    catch_up.cursor = {
        .scope = session.scope, .snapshot = false, .since = catch_up.head, .pass_started_at = 0, .after = {}};
    return advance(session);
  }
  switch (outlet_.send(session.route, frame_of(protocol::Current{.seq = catch_up.head, .hash = catch_up.hash}))) {
    case Sent::yes: break;
    case Sent::full: return;
    case Sent::gone: return sessions_.close(session.id);
  }
  session.phase = Phase::current;
  session.sent = catch_up.head;
  session.sent_hash = catch_up.hash;
  catch_up = CatchUp{};
}

bool Wire::ask_page(Session& session) {
  if (!watch(session.scope)) return false;
  CatchUp& catch_up = session.catch_up;
  catch_up.page_asked = core_.push(
      broker::PageWanted{.session = session.id, .cursor = catch_up.cursor, .most_bytes = limits::kChunkBytes});
  return catch_up.page_asked;
}

bool Wire::watch(const Scope& scope) {
  if (is_always_watched(scope) || watched_.contains(scope)) return true;
  if (!core_.push(broker::ScopeWatched{.scope = scope, .on = true})) return false;
  watched_.insert(scope);
  return true;
}

void Wire::unwatch_forsaken() {
  if (watched_.empty()) return;
  std::set<Scope> looked_at;
  for (const auto& [id, session] : sessions_)
    if (session.phase != Phase::unsubscribed) looked_at.insert(session.scope);
  std::erase_if(watched_, [&](const Scope& scope) {
    return !looked_at.contains(scope) && core_.push(broker::ScopeWatched{.scope = scope, .on = false});
  });
}

}  // namespace mur::transport
