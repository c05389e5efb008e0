#pragma once

#include <vector>

#include "shared/link/broker_link.h"

namespace mur::test {

/// A broker that says what the test wants, and keeps what it was told.
class FakeLink final : public link::BrokerLink {
 public:
  Result<CommandId> submit(Command command) override {
    if (refuse) return fail(Errc::io, "outbox", "the disk is full");
    commands.push_back(std::move(command));
    return CommandId{derive_uuid(Uuid{}, std::to_string(commands.size()))};
  }
  std::uint64_t ask(Query query) override {
    queries.push_back(std::move(query));
    return queries.size();
  }
  [[nodiscard]] std::vector<link::LinkEvent> take_events() override { return std::exchange(news, {}); }
  void stop() override {}

  bool refuse = false;
  std::vector<Command> commands;
  std::vector<Query> queries;
  std::vector<link::LinkEvent> news;
};

}  // namespace mur::test
