#pragma once

#include <mutex>

#include "broker/ports/settings.h"

namespace mur::test {

/// A hub.toml that a test rewrites.
class FakeSettings final : public broker::SettingsSource {
 public:
  explicit FakeSettings(broker::Settings settings) : settings_{std::move(settings)} {}

  [[nodiscard]] Result<broker::Settings> read() const override {
    const std::lock_guard lock(mutex_);
    return settings_;
  }
  void write(Result<broker::Settings> settings) {
    const std::lock_guard lock(mutex_);
    settings_ = std::move(settings);
  }

 private:
  mutable std::mutex mutex_;
  Result<broker::Settings> settings_;
};

}  // namespace mur::test
