#include "tests/broker/ctl/ctl_hub.h"

#include <gtest/gtest.h>

#include <fstream>

namespace mur::test {

CtlHub::CtlHub() { keys_["admin"] = broker_.admin(); }
CtlHub::CtlHub(const Clock& clock) : broker_{clock} { keys_["admin"] = broker_.admin(); }

void CtlHub::add_key(const std::string& who, Role role, OrganizationId organization) {
  keys_[who] = broker_.add_key(role, organization, who);
}

void CtlHub::start() {
  broker_.start();
  for (const auto& [who, key] : keys_)
    if (!link::write_key_file(folder_ / (who + ".key"), key_file(key))) throw std::runtime_error("no key file");
}

link::KeyFile CtlHub::key_file(const TestKey& key) const {
  return {.brokers = {broker_.address()},
          .broker_key = broker_.broker_key(),
          .hub_key = broker_.hub_key(),
          .public_key = key.public_key,
          .secret_key = key.secret_key,
          .role = key.role,
          .label = "test"};
}

Said CtlHub::must_as(const std::string& who, const std::vector<std::string>& words) {
  Said said = murctl_as(who, words);
  EXPECT_EQ(said.code, 0) << said.err;
  return said;
}

Said CtlHub::murctl_as(const std::string& who, const std::vector<std::string>& words) {
  std::vector<std::string> all = {"--data", folder_.path().string(), "--key", path(who + ".key")};
  all.insert(all.end(), words.begin(), words.end());
  return run_murctl(all, *random_);
}

std::string CtlHub::file(const std::string& name, const std::string& text) const {
  std::ofstream(folder_ / name, std::ios::binary) << text;
  return path(name);
}

std::unique_ptr<ctl::Client> CtlHub::client_of(const std::string& who) {
  return std::move(
      ctl::Client::connect({.key = key_file(keys_.at(who)), .patience = std::chrono::seconds{30}}, *clock_, *random_)
          .value());
}

}  // namespace mur::test
