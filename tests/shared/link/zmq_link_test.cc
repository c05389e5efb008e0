// The real client on a real socket, against the real transport with a scripted core.
#include "shared/link/zmq_link.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "shared/base/random.h"
#include "tests/support/scripted_broker.h"

namespace mur::test {
namespace {

using namespace link;

constexpr LinkTiming kQuick{.reconnect_least = 10ms, .reconnect_most = 50ms};

/// A link and everything it ever told.
class Watched {
 public:
  Watched(KeyFile key, bool subscribe = true, LinkTiming timing = kQuick)
      : Watched(std::move(key), Replica::open_in_memory().value(), subscribe, timing) {}
  Watched(KeyFile key, Replica replica, bool subscribe = true, LinkTiming timing = kQuick)
      : link_{{.key = std::move(key), .client = "test", .wake = {}, .subscribe = subscribe, .timing = timing},
              std::move(replica),
              Outbox::open_in_memory().value(),
              clock,
              *random_} {}

  template <class Kind>
  std::size_t count() {
    collect();
    return static_cast<std::size_t>(
        std::ranges::count_if(events_, [](const LinkEvent& event) { return std::holds_alternative<Kind>(event); }));
  }
  template <class Kind>
  const Kind& last() {
    collect();
    const Kind* found = nullptr;
    for (const LinkEvent& event : events_)
      if (const auto* kind = std::get_if<Kind>(&event)) found = kind;
    EXPECT_NE(found, nullptr);
    static const Kind kNone{};
    return found == nullptr ? kNone : *found;
  }
  /// The wall as an owner would have it.
  [[nodiscard]] std::map<RecordId, Record> wall() {
    collect();
    std::map<RecordId, Record> all;
    for (const LinkEvent& event : events_)
      if (const auto* changed = std::get_if<RecordsChanged>(&event)) {
        if (changed->replaced) all.clear();
        for (const StampedRecord& record : changed->records)
          if (is_tombstone(record.record))
            all.erase(id_of(record.record));
          else
            all[id_of(record.record)] = record.record;
      }
    return all;
  }
  void forget() {
    collect();
    events_.clear();
  }
  ZmqLink& operator*() { return link_; }
  ZmqLink* operator->() { return &link_; }

  FakeClock clock{TimePoint{std::chrono::sys_days{std::chrono::year{2026} / 3 / 12} + 18h}};

 private:
  void collect() {
    for (LinkEvent& event : link_.take_events()) events_.push_back(std::move(event));
  }
  std::unique_ptr<RandomSource> random_ = make_system_random();
  std::vector<LinkEvent> events_;
  ZmqLink link_;
};

Command a_notice(const std::string& text) { return PutNotice{.text = text, .shown_from = {}, .shown_until = {}}; }

TEST(ZmqLink, ASnapshotAndThenEachBatchReachTheOwner) {
  ScriptedBroker broker;
  std::vector<Record> first;
  for (int i = 0; i < 25; ++i) first.emplace_back(an_organization("organization " + std::to_string(i)));
  broker.commit(first);
  Watched link{broker.add_key("hall")};
  ASSERT_TRUE(broker.serve_until([&] { return link.count<BecameCurrent>() == 1; }));
  EXPECT_EQ(link.wall().size(), 25U);
  EXPECT_EQ(link.last<Connected>().scope.kind, Scope::Kind::wall);

  broker.commit({an_organization("one more")});
  ASSERT_TRUE(broker.serve_until([&] { return link.wall().size() == 26; }));
  broker.commit({Tombstone{.of = id_of(Record{an_organization("one more")}), .seen_by_wall = true}});
  ASSERT_TRUE(broker.serve_until([&] { return link.wall().size() == 25; }));
  EXPECT_EQ(link.last<RecordsChanged>().seq, 3U);
}

TEST(ZmqLink, ABatchOfManyChunksIsAppliedWhole) {
  ScriptedBroker broker;
  Watched link{broker.add_key("hall")};
  ASSERT_TRUE(broker.serve_until([&] { return link.count<BecameCurrent>() == 1; }));
  link.forget();

  std::vector<Record> many;
  for (int i = 0; i < 500; ++i) many.emplace_back(an_organization("number " + std::to_string(i), 280));
  broker.commit(many);

  ASSERT_TRUE(broker.serve_until([&] { return link.count<RecordsChanged>() > 0; }));
  EXPECT_EQ(link.last<RecordsChanged>().records.size(), 500U);
  EXPECT_FALSE(link.last<RecordsChanged>().replaced);
}

TEST(ZmqLink, AnUnknownKeyIsToldInASentence) {
  ScriptedBroker broker;
  broker.add_key("hall");
  Watched link{broker.strange_key("stranger")};

  ASSERT_TRUE(broker.serve_until([&] { return link.count<Disconnected>() > 0; }));

  EXPECT_EQ(link.last<Disconnected>().why.code, Errc::forbidden);
  EXPECT_EQ(link.last<Disconnected>().why.message, "this kiosk's key is not accepted by the broker at " +
                                                       broker.address() + "; ask for a new one with `murctl key new`");
}

TEST(ZmqLink, WithoutABrokerItSaysWhereItLooked) {
  KeyFile key;
  {
    ScriptedBroker gone;
    key = gone.add_key("hall");
  }
  Watched link{key, false};
  const std::uint64_t question = link->ask(GetStatus{});

  const auto until = std::chrono::steady_clock::now() + kDeadline;
  while (link.count<QueryAnswered>() == 0 && std::chrono::steady_clock::now() < until) std::this_thread::yield();

  EXPECT_EQ(link.last<QueryAnswered>().query, question);
  ASSERT_FALSE(link.last<QueryAnswered>().answer);
  EXPECT_EQ(link.last<QueryAnswered>().answer.error().code, Errc::io);
  EXPECT_EQ(link.last<Disconnected>().why.message,
            "no answer from " + key.brokers.front() + ": is the broker running there?");
}

TEST(ZmqLink, TheSecondBrokerOfTheListTakesOver) {
  ScriptedBroker broker;
  KeyFile key = broker.add_key("hall");
  {
    ScriptedBroker gone;
    key.brokers.insert(key.brokers.begin(), gone.address());
  }
  Watched link{key};

  EXPECT_TRUE(broker.serve_until([&] { return link.count<BecameCurrent>() == 1; }));
}

TEST(ZmqLink, CommandsAreAnsweredAndTheirBytesAreWhatWasKept) {
  ScriptedBroker broker;
  Watched link{broker.add_key("hall"), false};

  const auto id = link->submit(a_notice("hello"));
  ASSERT_TRUE(id);
  ASSERT_TRUE(broker.serve_until([&] { return link.count<CommandAnswered>() == 1; }));

  EXPECT_EQ(link.last<CommandAnswered>().command, *id);
  EXPECT_TRUE(link.last<CommandAnswered>().answer);
  EXPECT_EQ(link.last<OutboxChanged>().waiting, 0U);
  ASSERT_EQ(broker.commands.size(), 1U);
  EXPECT_EQ(broker.commands.front().command, a_notice("hello"));
  EXPECT_EQ(broker.snapshots_asked, 0U);
}

TEST(ZmqLink, WhatWasNotAnsweredIsSentAgainByteForByteAfterAReconnect) {
  ScriptedBroker broker;
  Watched link{broker.add_key("hall"), false};
  ASSERT_TRUE(link->submit(a_notice("first")));
  ASSERT_TRUE(link->submit(a_notice("second")));
  const auto first = broker.next<broker::CommandArrived>();  // taken, and never answered
  const auto second = broker.next<broker::CommandArrived>();
  ASSERT_TRUE(first && second);

  broker.stop();
  broker.restart();
  ASSERT_TRUE(broker.serve_until([&] { return link.count<CommandAnswered>() == 2; }));

  ASSERT_EQ(broker.commands.size(), 2U);
  EXPECT_EQ(broker.commands[0].raw, first->raw);
  EXPECT_EQ(broker.commands[1].raw, second->raw);
}

TEST(ZmqLink, WhatIsSubmittedWithoutABrokerGoesOnceItIsThere) {
  ScriptedBroker broker;
  const KeyFile key = broker.add_key("hall");
  broker.stop();
  Watched link{key, false};
  ASSERT_TRUE(link->submit(a_notice("offline")));
  const auto until = std::chrono::steady_clock::now() + kDeadline;
  while (link.count<Disconnected>() == 0 && std::chrono::steady_clock::now() < until) std::this_thread::yield();
  EXPECT_EQ(link.last<OutboxChanged>().waiting, 1U);

  broker.restart();

  EXPECT_TRUE(broker.serve_until([&] { return link.count<CommandAnswered>() == 1; }));
  EXPECT_EQ(broker.commands.size(), 1U);
}

TEST(ZmqLink, ARefusalIsTheAnswer) {
  ScriptedBroker broker;
  broker.refuse = [](const broker::CommandArrived& command) {
    return broker::CommandRefused{
        .session = command.session, .command = command.id, .error = {Errc::forbidden, "role", "a kiosk may not"}};
  };
  Watched link{broker.add_key("hall"), false};
  ASSERT_TRUE(link->submit(a_notice("hello")));

  ASSERT_TRUE(broker.serve_until([&] { return link.count<CommandAnswered>() == 1; }));

  ASSERT_FALSE(link.last<CommandAnswered>().answer);
  EXPECT_EQ(link.last<CommandAnswered>().answer.error().message, "a kiosk may not");
}

TEST(ZmqLink, AQuestionIsAnsweredOrBreaksWithItsConnection) {
  ScriptedBroker broker;
  Watched link{broker.add_key("hall"), false};
  const std::uint64_t answered = link->ask(GetStatus{});
  ASSERT_TRUE(broker.serve_until([&] { return link.count<QueryAnswered>() == 1; }));
  EXPECT_EQ(link.last<QueryAnswered>().query, answered);
  EXPECT_EQ(std::get<Done>(*link.last<QueryAnswered>().answer).detail, "yes");

  const std::uint64_t broken = link->ask(GetStatus{});
  ASSERT_TRUE(broker.next<broker::QueryArrived>());
  broker.stop();

  const auto until = std::chrono::steady_clock::now() + kDeadline;
  while (link.count<QueryAnswered>() < 2 && std::chrono::steady_clock::now() < until) std::this_thread::yield();
  EXPECT_EQ(link.last<QueryAnswered>().query, broken);
  ASSERT_FALSE(link.last<QueryAnswered>().answer);
  EXPECT_EQ(link.last<QueryAnswered>().answer.error().code, Errc::io);
}

TEST(ZmqLink, AReplicaThatDiffersAtCurrentTakesASnapshotAndReportsIt) {
  ScriptedBroker broker;
  broker.commit({an_organization("one")});
  const KeyFile key = broker.add_key("hall");
  // A replica of the same log that has what the log never had.
  Replica replica = Replica::open_in_memory().value();
  ASSERT_TRUE(replica.begin_catch_up(broker.epoch, true));
  const Bytes bytes = protocol::encode_record(an_organization("never was"));
  const RecordId id = id_of(Record{an_organization("never was")});
  ASSERT_TRUE(replica.stage({{.id = id, .seq = 1, .live = true, .bytes = bytes}}));
  StateHash hash;
  hash.add(id, bytes);
  ASSERT_TRUE(replica.finish_catch_up(1, hash.value(), {}));

  Watched link{key, std::move(replica)};
  ASSERT_TRUE(broker.serve_until([&] { return link.count<BecameCurrent>() == 1; }));

  EXPECT_EQ(link.count<ReplicaDiffered>(), 1U);
  EXPECT_EQ(broker.snapshots_asked, 1U);
  EXPECT_TRUE(link.last<RecordsChanged>().replaced);
  ASSERT_EQ(link.wall().size(), 1U);
  EXPECT_EQ(std::get<Organization>(link.wall().begin()->second).details.name, "one");
}

TEST(ZmqLink, AReplicaThatDiffersAtAPongTakesASnapshot) {
  ScriptedBroker broker;
  Watched link{broker.add_key("hall"), true, {.ping_every = 50ms, .missed_pongs = 80}};
  ASSERT_TRUE(broker.serve_until([&] { return link.count<BecameCurrent>() == 1; }));

  // The broker's log says one thing, its batch another.
  ++broker.head;
  const Organization told = an_organization("told");
  const auto bytes = std::make_shared<const Bytes>(protocol::encode_record(told));
  broker.log[id_of(Record{told})] = {.id = id_of(Record{told}), .seq = broker.head, .live = true, .bytes = bytes};
  broker.hash.add(id_of(Record{told}), *bytes);
  broker.tell(broker::Committed{.epoch = broker.epoch,
                                .seq = broker.head,
                                .scopes = {{.scope = {}, .records = {}, .hash = broker.hash.value()}}});

  ASSERT_TRUE(broker.serve_until([&] { return link.wall().size() == 1; }));
  EXPECT_EQ(link.count<ReplicaDiffered>(), 1U);
  EXPECT_TRUE(link.last<RecordsChanged>().replaced);
}

TEST(ZmqLink, ABrokenConnectionGoesOnWhereTheReplicaStands) {
  ScriptedBroker broker;
  broker.commit({an_organization("one")});
  Watched link{broker.add_key("hall")};
  ASSERT_TRUE(broker.serve_until([&] { return link.count<BecameCurrent>() == 1; }));
  broker.stop();
  broker.keep_silently({an_organization("two")});
  link.forget();
  broker.restart();

  ASSERT_TRUE(broker.serve_until([&] { return link.count<BecameCurrent>() == 1; }));

  EXPECT_EQ(broker.snapshots_asked, 1U);  // the first one
  EXPECT_FALSE(link.last<RecordsChanged>().replaced);
  EXPECT_EQ(link.last<RecordsChanged>().records.size(), 1U);
}

TEST(ZmqLink, ARestoredLogReplacesTheReplicaAndGetsRecentCommandsAgain) {
  ScriptedBroker broker;
  broker.commit({an_organization("one"), an_organization("two")});
  Watched link{broker.add_key("hall")};
  ASSERT_TRUE(link->submit(a_notice("acknowledged")));
  ASSERT_TRUE(
      broker.serve_until([&] { return link.count<BecameCurrent>() == 1 && link.count<CommandAnswered>() == 1; }));
  broker.stop();
  link.forget();
  broker.epoch = Epoch{derive_uuid({}, "restored")};
  broker.log.clear();
  broker.hash = {};
  broker.head = 0;
  broker.keep_silently({an_organization("one")});
  broker.restart();

  ASSERT_TRUE(
      broker.serve_until([&] { return link.count<BecameCurrent>() == 1 && link.count<CommandAnswered>() == 1; }));

  EXPECT_EQ(link.wall().size(), 1U);
  ASSERT_EQ(broker.commands.size(), 2U);
  EXPECT_EQ(broker.commands[0].raw, broker.commands[1].raw);
}

TEST(ZmqLink, ARevokedKeyIsTold) {
  ScriptedBroker broker;
  const KeyFile key = broker.add_key("hall");
  Watched link{key};
  ASSERT_TRUE(broker.serve_until([&] { return link.count<BecameCurrent>() == 1; }));

  broker.revoke(key);

  ASSERT_TRUE(broker.serve_until([&] { return link.count<Disconnected>() > 0; }));
  EXPECT_EQ(link.last<Disconnected>().why.code, Errc::forbidden);
}

TEST(ZmqLink, ItsClockFollowsTheBrokers) {
  ScriptedBroker broker;
  const KeyFile key = broker.add_key("hall");
  broker.clock.jump(1h);
  Watched link{key, false};
  ASSERT_TRUE(broker.serve_until([&] { return link.count<Connected>() == 1; }));
  EXPECT_EQ(link.last<Connected>().clock_offset, 1h);

  ASSERT_TRUE(link->submit(a_notice("later")));
  ASSERT_TRUE(broker.serve_until([&] { return broker.commands.size() == 1; }));
  EXPECT_EQ(broker.commands.front().made_at, broker.clock.now());
}

/// Says welcome to whoever comes, and not a word more.
class MuteBroker {
 public:
  MuteBroker() {
    make_curve_pair(key_.broker_key, secret_);
    make_curve_pair(key_.public_key, key_.secret_key);
    router_.set(zmq::sockopt::curve_server, true);
    router_.set(zmq::sockopt::curve_secretkey, zmq::buffer(secret_.data(), secret_.size()));
    router_.set(zmq::sockopt::linger, 0);
    router_.set(zmq::sockopt::rcvtimeo, 2);
    router_.bind("tcp://127.0.0.1:*");
    key_.brokers = {router_.get(zmq::sockopt::last_endpoint)};
  }
  [[nodiscard]] const KeyFile& key() const { return key_; }
  bool serve_until(const std::function<bool()>& done) {
    const auto until = std::chrono::steady_clock::now() + kDeadline;
    while (!done()) {
      if (std::chrono::steady_clock::now() > until) return false;
      zmq::message_t route;
      zmq::message_t frame;
      if (!router_.recv(route) || !router_.recv(frame)) continue;
      const auto message = protocol::decode({frame.data<const std::uint8_t>(), frame.size()});
      if (!message || !std::holds_alternative<protocol::Hello>(*message)) continue;
      const Bytes welcome = protocol::encode(protocol::Welcome{.epoch = Epoch{derive_uuid({}, "mute")}});
      router_.send(route, zmq::send_flags::sndmore);
      router_.send(zmq::buffer(welcome), zmq::send_flags::none);
    }
    return true;
  }

 private:
  zmq::context_t context_;
  zmq::socket_t router_{context_, zmq::socket_type::router};
  KeyFile key_;
  SecretKey256 secret_{};
};

TEST(ZmqLink, ABrokerThatFallsSilentIsLeft) {
  MuteBroker broker;
  LinkTiming timing = kQuick;
  timing.ping_every = 50ms;
  Watched link{broker.key(), false, timing};

  ASSERT_TRUE(broker.serve_until([&] { return link.count<Disconnected>() > 0; }));

  EXPECT_EQ(link.last<Disconnected>().why.message,
            "no answer from " + broker.key().brokers.front() + ": is the broker running there?");
}

TEST(ZmqLink, StopsWithinATenthOfASecond) {
  ScriptedBroker broker;
  Watched connected{broker.add_key("hall")};
  ASSERT_TRUE(broker.serve_until([&] { return connected.count<BecameCurrent>() == 1; }));
  KeyFile nowhere = broker.strange_key("nowhere");
  nowhere.brokers = {"tcp://192.0.2.1:7447"};  // RFC 5737: nobody answers
  Watched searching{nowhere};

  for (Watched* link : {&connected, &searching}) {
    const auto before = std::chrono::steady_clock::now();
    (*link)->stop();
    EXPECT_LT(std::chrono::steady_clock::now() - before, 100ms);
  }
  // The session ends with its client's goodbye, not after four missed pings.
  const auto until = std::chrono::steady_clock::now() + 2s;
  while (!broker.transport().sessions().empty() && std::chrono::steady_clock::now() < until) std::this_thread::yield();
  EXPECT_TRUE(broker.transport().sessions().empty());
}

TEST(ZmqLink, AnUnreadableCommandIsRefusedBeforeItIsKept) {
  ScriptedBroker broker;
  Watched link{broker.add_key("hall"), false};

  const auto refused = link->submit(a_notice(std::string(5000, 'x')));
  const auto taken = link->submit(a_notice("short enough"));

  EXPECT_FALSE(refused);
  ASSERT_TRUE(taken);
  ASSERT_TRUE(broker.serve_until([&] { return link.count<CommandAnswered>() == 1; }));
  EXPECT_EQ(broker.commands.size(), 1U);
  EXPECT_EQ(broker.commands.front().id, *taken);
}

}  // namespace
}  // namespace mur::test
