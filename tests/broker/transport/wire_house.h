#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "broker/transport/wire.h"
#include "shared/protocol/codec.h"
#include "tests/support/fake_clock.h"

namespace mur::test {

using namespace std::chrono_literals;
using transport::Route;
using transport::Sent;

/// Keeps what was sent to each route; can be full, or without a route.
class FakeOutlet : public transport::Outlet {
 public:
  Sent send(const Route& to, const zmq::message_t& frame) override {
    if (gone.contains(to)) return Sent::gone;
    if (full.contains(to)) return Sent::full;
    auto message = protocol::decode({frame.data<const std::uint8_t>(), frame.size()});
    EXPECT_TRUE(message);
    if (message) sent[to].push_back(std::move(*message));
    return Sent::yes;
  }
  template <class Kind>
  std::optional<Kind> next(const Route& route) {
    auto& queue = sent[route];
    if (queue.empty() || !std::holds_alternative<Kind>(queue.front())) return std::nullopt;
    Kind kind = std::get<Kind>(std::move(queue.front()));
    queue.pop_front();
    return kind;
  }

  std::set<Route> full;
  std::set<Route> gone;
  std::map<Route, std::deque<protocol::Message>> sent;
};

/// The sessions without sockets, and what their clients say and are told.
class WireTest : public testing::Test {
 protected:
  WireTest() {
    wire.told(broker::LogOpened{.epoch = kEpoch, .head = head});
    tell_keys();
  }

  static CurvePublicKey key(std::uint8_t number) {
    CurvePublicKey made{};
    made.fill(number);
    return made;
  }
  void tell_keys() { wire.told(broker::KeysChanged{std::make_shared<const broker::KeyTable>(keys)}); }
  void let_in(std::uint8_t number, Role role = Role::kiosk, OrganizationId organization = {}) {
    keys[key(number)] = {.id = KeyId{derive_uuid({}, std::to_string(number))},
                         .principal = {},
                         .role = role,
                         .organization = organization,
                         .label = std::to_string(number)};
    tell_keys();
  }
  void say(const Route& route, std::uint8_t number, const protocol::Message& message) {
    const Bytes bytes = protocol::encode(message);
    wire.arrived(
        {.route = route, .key = key(number), .payload = zmq::message_t{bytes.data(), bytes.size()}, .frames = 1}, now);
  }
  void commit(std::vector<Scope> scopes, std::size_t records = 1, std::size_t size = 100) {
    broker::Committed batch{.epoch = kEpoch, .seq = ++head, .scopes = {}};
    for (const Scope& scope : scopes) {
      batch.scopes.push_back({.scope = scope, .records = {}, .hash = hash_at(head)});
      for (std::size_t i = 0; i < records; ++i) batch.scopes.back().records.push_back(record(i, size));
    }
    wire.told(std::move(batch));
  }
  broker::EncodedRecord record(std::size_t number, std::size_t size) const {
    return {.id = {RecordKind::organization, derive_uuid({}, std::to_string(number))},
            .seq = head,
            .live = true,
            .bytes = std::make_shared<const Bytes>(size, std::uint8_t{1})};
  }
  static Digest128 hash_at(Seq seq) { return Digest128{static_cast<std::uint8_t>(seq)}; }

  template <class Kind>
  std::optional<Kind> asked() {
    for (broker::ToCore& one : core.take(1, 0ms))
      if (auto* kind = std::get_if<Kind>(&one)) return std::move(*kind);
    return std::nullopt;
  }
  void page(broker::SessionId session, std::vector<broker::EncodedRecord> records,
            std::optional<broker::Cursor> next = {}) {
    wire.told(broker::PageReady{.session = session,
                                .records = std::move(records),
                                .next = std::move(next),
                                .head = head,
                                .hash = hash_at(head)});
  }
  /// Hello, pull, an empty page, current.
  void become_current(const Route& route, std::uint8_t number) {
    say(route, number, protocol::Hello{.client = "test"});
    ASSERT_TRUE(outlet.next<protocol::Welcome>(route));
    say(route, number, protocol::Pull{4});
    const auto wanted = asked<broker::PageWanted>();
    ASSERT_TRUE(wanted);
    page(wanted->session, {});
    const auto current = outlet.next<protocol::Current>(route);
    ASSERT_TRUE(current);
    EXPECT_EQ(current->seq, head);
    EXPECT_EQ(current->hash, hash_at(head));
  }

  /// A command of this client is done.
  void receive_receipt(const Route& route, std::uint8_t number) {
    const CommandId id{Uuid{{number}}};
    say(route, 1, protocol::CommandMessage{.id = id, .made_at = clock.now(), .command = RevokeKey{.key = {}}});
    const auto command = asked<broker::CommandArrived>();
    ASSERT_TRUE(command);
    wire.told(broker::ReceiptReady{.session = command->session, .receipt = {.command = id}});
  }

  static constexpr Epoch kEpoch{Uuid{{7}}};
  static constexpr Scope kWall{};
  Seq head = 5;
  FakeOutlet outlet;
  broker::CoreMailbox core{64};
  transport::KeyRing ring;
  FakeClock clock{TimePoint{Milliseconds{1000}}};
  transport::Wire wire{outlet, core, ring, clock, {}, "mur-broker test"};
  broker::KeyTable keys;
  transport::Instant now = std::chrono::steady_clock::now();
};

}  // namespace mur::test
