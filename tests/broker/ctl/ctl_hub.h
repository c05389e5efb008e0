#pragma once

#include <string>
#include <vector>

#include "broker/ctl/client.h"
#include "tests/broker/ctl/run_murctl.h"
#include "tests/support/test_broker.h"

namespace mur::test {

/// A hub with its broker, and murctl beside it as a person uses it: by words, with a key.
class CtlHub {
 public:
  CtlHub();
  /// With a clock of the test's, which outlives it.
  explicit CtlHub(const Clock& clock);

  /// Before start(): a key for someone, who is then named in `murctl_as`.
  void add_key(const std::string& who, Role role, OrganizationId organization = {});
  /// The broker listens, and the key files are written.
  void start();

  /// Runs murctl in this process, as the admin or as `who`.
  [[nodiscard]] Said murctl(const std::vector<std::string>& words) { return murctl_as("admin", words); }
  [[nodiscard]] Said murctl_as(const std::string& who, const std::vector<std::string>& words);
  /// The same where it is to do as told.
  Said must_as(const std::string& who, const std::vector<std::string>& words);
  /// A file of murctl's folder, with this text.
  [[nodiscard]] std::string file(const std::string& name, const std::string& text) const;
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  /// A connection as a kiosk has one.
  [[nodiscard]] std::unique_ptr<ctl::Client> client_of(const std::string& who);

  [[nodiscard]] TestBroker& broker() { return broker_; }

 private:
  [[nodiscard]] link::KeyFile key_file(const TestKey& key) const;

  TempFolder folder_;  // murctl's --data
  TestBroker broker_;
  std::unique_ptr<RandomSource> random_ = make_system_random();
  std::unique_ptr<Clock> clock_ = make_system_clock();
  std::map<std::string, TestKey> keys_;
};

}  // namespace mur::test
