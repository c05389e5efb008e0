#pragma once

#include <gtest/gtest.h>

#include "tests/support/link_client.h"
#include "tests/support/temp_folder.h"

namespace mur::test {

/// A kiosk's machine: a client whose replica and outbox lie on its disk, and which can be switched off and on.
class Machine {
 public:
  Machine(link::KeyFile key, const Clock& clock, RandomSource& random)
      : key_{std::move(key)}, clock_{clock}, random_{random} {}

  void switch_on() {
    client_ =
        std::make_unique<LinkClient>(key_, link::Replica::open(folder_.path(), link::Replica::Mode::read_write).value(),
                                     link::Outbox::open(folder_.path()).value(), clock_, random_);
  }
  void switch_off() { client_.reset(); }
  [[nodiscard]] LinkClient& client() { return *client_; }

  /// Switched on and in step with the broker. On its disk: a batch in which it sees nothing tells it nothing, and moves
  /// its head.
  [[nodiscard]] bool follows(Seq head) {
    return client_->wait_until([&] { return client_->current && replica().seq >= head; });
  }
  /// The answer, which must be a receipt.
  Receipt done(Command command) {
    const auto answer = client_->answer_to(client_->submit(std::move(command)));
    EXPECT_TRUE(answer && *answer) << (answer ? answer->error().message : "no answer in time");
    return answer && *answer ? **answer : Receipt{};
  }

  // What lies on the disk, whether it is on or off.
  [[nodiscard]] link::ReplicaHead replica() const { return on_disk().head(); }
  [[nodiscard]] Wall wall() const { return on_disk().load()->wall; }
  /// Switched off.
  [[nodiscard]] std::size_t waiting() const { return link::Outbox::open(folder_.path())->count_waiting().value(); }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  [[nodiscard]] link::Replica on_disk() const {
    return link::Replica::open(folder_.path(), link::Replica::Mode::read_only).value();
  }

  TempFolder folder_;
  link::KeyFile key_;
  const Clock& clock_;
  RandomSource& random_;
  std::unique_ptr<LinkClient> client_;
};

}  // namespace mur::test
