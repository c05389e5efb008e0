#pragma once

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <memory>
#include <string>

#include "broker/config.h"
#include "tests/support/program.h"
#include "tests/support/test_broker.h"

namespace mur::test {

/// mur-broker in a process of its own, on a folder of the test's, always at the same address once it has one.
class RealBroker {
 public:
  explicit RealBroker(TestBroker& hub, std::vector<std::string> environment = {}, const char* log_level = "warn")
      : hub_{hub}, environment_{std::move(environment)} {
    broker::Settings settings = hub.settings().read().value();
    settings.listen = "tcp://127.0.0.1:0";
    settings.log_level = log_level;
    std::ofstream(hub.folder() / "hub.toml") << broker::settings_text(settings);
  }

  /// Listens when this returns true. `clock` as for --clock; empty: the machine's.
  [[nodiscard]] bool start(const std::string& clock = {}) {
    std::vector<std::string> words = {MUR_BINARY_DIR "/bin/mur-broker", "--data", hub_.folder().string()};
    if (!clock.empty()) words.insert(words.end(), {"--clock", clock});
    if (!address_.empty()) words.insert(words.end(), {"--listen", address_});
    program_ = std::make_unique<Program>(words, environment_);
    const std::string beginning = "listening on ";
    const auto line = program_->wait_for_line(beginning);
    if (!line) return false;
    address_ = line->substr(beginning.size());
    return true;
  }
  void kill() {
    program_->signal(SIGKILL);
    program_->wait();
  }
  int stop() {
    program_->signal(SIGTERM);
    return program_->wait();
  }
  [[nodiscard]] const std::string& address() const { return address_; }
  [[nodiscard]] Program& program() { return *program_; }

  [[nodiscard]] link::KeyFile key_file(const TestKey& key) const {
    return {.brokers = {address_},
            .broker_key = hub_.broker_key(),
            .hub_key = hub_.hub_key(),
            .public_key = key.public_key,
            .secret_key = key.secret_key,
            .role = key.role,
            .label = "test"};
  }

 private:
  TestBroker& hub_;
  std::vector<std::string> environment_;
  std::unique_ptr<Program> program_;
  std::string address_;
};

}  // namespace mur::test
