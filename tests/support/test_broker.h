#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "broker/core/core.h"
#include "broker/store/data_lock.h"
#include "broker/store/file_forget_log.h"
#include "broker/store/sqlite_log_store.h"
#include "broker/transport/zmq_transport.h"
#include "broker/vault/vault.h"
#include "shared/base/random.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_settings.h"
#include "tests/support/temp_folder.h"

namespace mur::test {

/// A CURVE key pair and what the broker knows it as.
struct TestKey {
  KeyId id;
  CurvePublicKey public_key{};
  SecretKey256 secret_key{};
  Role role = Role::kiosk;
  OrganizationId organization;
};

/// The real broker in this process: core, SQLite log in a temporary folder, ROUTER with CURVE on a free port. Its hub
/// is "La Maison commune" in Paris, takes contacts, and has one admin key. Not running until start(); keys,
/// organizations and posts made before that are written straight into the log.
class TestBroker {
 public:
  /// Noon of Saturday 14 March 2026, in a FakeClock of its own.
  TestBroker();
  /// With a clock of the test's, which outlives it.
  explicit TestBroker(const Clock& clock);
  ~TestBroker();
  TestBroker(const TestBroker&) = delete;
  TestBroker& operator=(const TestBroker&) = delete;

  /// Before start(), or between stop() and start(): decided and written, as `actor`. Throws if it is refused.
  RecordId must(Command command, const Actor& actor);
  RecordId must(Command command) { return must(std::move(command), admin_actor()); }
  /// The need as it stands in the log. Throws if there is none.
  [[nodiscard]] Need need(NeedId id);
  OrganizationId add_organization(const std::string& name, Trust trust = Trust::trusted);
  TestKey add_key(Role role, OrganizationId organization = {}, const std::string& label = "test");
  [[nodiscard]] const TestKey& admin() const { return admin_; }
  [[nodiscard]] static Actor admin_actor() {
    return {.role = Role::admin, .principal = {}, .organization = {}, .name = "test"};
  }

  /// Listens; again after stop() on the same address. Throws if it can't.
  void start();
  /// As SIGTERM does.
  void stop();

  [[nodiscard]] const std::string& address() const { return address_; }
  [[nodiscard]] const CurvePublicKey& broker_key() const { return secrets_.broker.public_key; }
  [[nodiscard]] const SealPublicKey& hub_key() const { return secrets_.hub.public_key; }
  [[nodiscard]] const broker::Secrets& secrets() const { return secrets_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
  [[nodiscard]] FakeSettings& settings() { return settings_; }
  /// Of the first constructor.
  [[nodiscard]] FakeClock& clock() { return own_clock_; }

 private:
  struct Running;

  void create_hub();

  TempFolder folder_;
  FakeClock own_clock_;
  const Clock& clock_;
  std::unique_ptr<RandomSource> random_;
  FakeSettings settings_;
  broker::Secrets secrets_;
  TestKey admin_;
  std::string address_ = "tcp://127.0.0.1:0";
  std::unique_ptr<Running> running_;
};

}  // namespace mur::test
