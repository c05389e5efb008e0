#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "broker/transport/zmq_transport.h"
#include "shared/domain/state_hash.h"
#include "shared/link/key_file.h"
#include "shared/protocol/codec.h"
#include "tests/support/fake_clock.h"

namespace mur::test {

using namespace std::chrono_literals;

inline constexpr auto kDeadline = 10s;  // on a condition; no test waits this long when all is well

/// The real transport with a core that does what the test says, in the test's own thread: one scope (the wall), a log
/// of a few records in memory, receipts for everything.
class ScriptedBroker {
 public:
  explicit ScriptedBroker(transport::WireTiming timing = {}, std::size_t core_mailbox = limits::kQueue)
      : to_core_{core_mailbox} {
    link::make_curve_pair(broker_key_, secret_key_);
    open(timing);
  }

  /// A new key, in force at once.
  link::KeyFile add_key(const std::string& label, Role role = Role::kiosk) {
    link::KeyFile file = strange_key(label);
    file.role = role;
    let_in(file);
    return file;
  }
  void let_in(const link::KeyFile& file) {
    keys_[file.public_key] = {
        .id = KeyId{derive_uuid({}, file.label)},
        .principal = PrincipalId{derive_uuid({}, file.label + "'s principal")},
        .role = file.role,
        .organization = file.role == Role::owner ? OrganizationId{derive_uuid({}, "organization")} : OrganizationId{},
        .label = file.label};
    tell_keys();
  }
  /// A key that the broker does not know.
  [[nodiscard]] link::KeyFile strange_key(const std::string& label) const {
    link::KeyFile file;
    file.brokers = {address()};
    file.broker_key = broker_key_;
    file.label = label;
    link::make_curve_pair(file.public_key, file.secret_key);
    return file;
  }
  void revoke(const link::KeyFile& key) {
    keys_.erase(key.public_key);
    tell_keys();
  }

  /// Writes records as one batch and tells it.
  void commit(std::vector<Record> records) {
    ++head;
    broker::ScopeBatch batch;
    batch.scope = {};
    for (const Record& record : records) batch.records.push_back(keep(record));
    batch.hash = hash.value();
    tell(broker::Committed{.epoch = epoch, .seq = head, .scopes = {std::move(batch)}});
  }
  /// Writes them without telling, as a broker does that was not asked yet.
  void keep_silently(std::vector<Record> records) {
    ++head;
    for (const Record& record : records) keep(record);
  }

  void tell(broker::FromCore news) { ASSERT_TRUE(from_core_.push(std::move(news))); }

  /// The next value of this kind that reaches the core; others before it are passed over.
  template <class Kind>
  std::optional<Kind> next() {
    const auto until = std::chrono::steady_clock::now() + kDeadline;
    while (std::chrono::steady_clock::now() < until)
      for (broker::ToCore& one : to_core_.take(1, 20ms))
        if (auto* wanted = std::get_if<Kind>(&one)) return std::move(*wanted);
    return std::nullopt;
  }
  /// What waits for the core now.
  std::vector<broker::ToCore> waiting() { return to_core_.take(limits::kQueue, 0ms); }

  /// Does a core's work until `done`; false when the deadline comes first.
  bool serve_until(const std::function<bool()>& done) {
    const auto until = std::chrono::steady_clock::now() + kDeadline;
    while (!done()) {
      if (std::chrono::steady_clock::now() > until) return false;
      for (const broker::ToCore& one : to_core_.take(64, 2ms)) serve(one);
    }
    return true;
  }

  void stop() { transport_->stop(); }
  /// After stop(): listens again at the same address, with the log as it is.
  void restart(transport::WireTiming timing = {}) {
    address_ = transport_->address();
    for (auto left = from_core_.take(limits::kQueue, 0ms); !left.empty();) left = from_core_.take(limits::kQueue, 0ms);
    (void)waiting();
    open(timing);
    tell_keys();
  }
  [[nodiscard]] std::string address() const { return transport_->address(); }
  [[nodiscard]] transport::ZmqTransport& transport() { return *transport_; }

  /// The log.
  Epoch epoch{derive_uuid({}, "epoch")};
  Seq head = 0;
  StateHash hash;
  std::map<RecordId, broker::EncodedRecord> log;
  /// Every command that arrived, in order.
  std::vector<broker::CommandArrived> commands;
  /// What is answered to a command instead of a receipt.
  std::function<std::optional<broker::CommandRefused>(const broker::CommandArrived&)> refuse;
  std::size_t snapshots_asked = 0;
  FakeClock clock{TimePoint{std::chrono::sys_days{std::chrono::year{2026} / 3 / 12} + 18h}};

 private:
  void open(transport::WireTiming timing) {
    transport_ = std::make_unique<transport::ZmqTransport>(
        transport::ZmqTransport::Options{
            .address = address_, .secret_key = secret_key_, .timing = timing, .program = "mur-broker test"},
        to_core_, from_core_, clock);
    tell(broker::LogOpened{.epoch = epoch, .head = head});
    const Status started = transport_->start();
    ASSERT_TRUE(started) << started.error().message;
  }

  void tell_keys() { tell(broker::KeysChanged{std::make_shared<const broker::KeyTable>(keys_)}); }

  const broker::EncodedRecord& keep(const Record& record) {
    const RecordId id = id_of(record);
    const auto before = log.find(id);
    if (before != log.end() && before->second.live) hash.remove(id, *before->second.bytes);
    broker::EncodedRecord after{.id = id, .seq = head, .live = !is_tombstone(record), .bytes = nullptr};
    if (after.live) {
      after.bytes = std::make_shared<const Bytes>(protocol::encode_record(record));
      hash.add(id, *after.bytes);
    }
    return log.insert_or_assign(id, after).first->second;
  }

  void serve(const broker::ToCore& one) {
    if (const auto* command = std::get_if<broker::CommandArrived>(&one)) {
      commands.push_back(*command);
      if (refuse)
        if (auto refused = refuse(*command)) return tell(std::move(*refused));
      return tell(broker::ReceiptReady{.session = command->session, .receipt = {.command = command->id, .seq = head}});
    }
    if (const auto* query = std::get_if<broker::QueryArrived>(&one))
      return tell(broker::AnswerReady{.session = query->session, .query = query->query, .answer = Answer{Done{"yes"}}});
    if (const auto* wanted = std::get_if<broker::PageWanted>(&one)) {
      if (wanted->cursor.snapshot && !wanted->cursor.after) ++snapshots_asked;
      return tell(page(*wanted));
    }
  }

 public:
  /// The page a core would give: at most ten records.
  [[nodiscard]] broker::PageReady page(const broker::PageWanted& wanted) const {
    broker::PageReady page{.session = wanted.session, .records = {}, .next = {}, .head = head, .hash = hash.value()};
    broker::Cursor cursor = wanted.cursor;
    if (cursor.pass_started_at == 0) cursor.pass_started_at = head;
    auto at = cursor.after ? log.upper_bound(*cursor.after) : log.begin();
    for (; at != log.end() && page.records.size() < 10; ++at) {
      if (at->second.seq <= cursor.since || (cursor.snapshot && !at->second.live)) continue;
      page.records.push_back(at->second);
      cursor.after = at->first;
    }
    if (at != log.end()) {
      page.next = cursor;
    } else if (cursor.pass_started_at != head) {
      page.next = broker::Cursor{.scope = cursor.scope, .snapshot = false, .since = cursor.pass_started_at};
    }
    return page;
  }

 private:
  std::string address_ = "tcp://127.0.0.1:0";
  CurvePublicKey broker_key_{};
  SecretKey256 secret_key_{};
  broker::KeyTable keys_;
  broker::CoreMailbox to_core_;
  broker::WireMailbox from_core_{limits::kQueue};
  std::unique_ptr<transport::ZmqTransport> transport_;
};

/// An organization to fill a log with, its text `size` characters long.
[[nodiscard]] inline Organization an_organization(const std::string& name, std::size_t size = 20) {
  Organization organization;
  organization.id = OrganizationId{derive_uuid({}, name)};
  organization.details.name = name;
  organization.details.summary = std::string(size, 'x');
  organization.seen_by_wall = true;
  return organization;
}

}  // namespace mur::test
