#pragma once

#include <string>
#include <vector>

#include "shared/domain/record.h"
#include "shared/protocol/message.h"

/// One example of everything that protocol version 1 can say, every field filled. The golden files hold their bytes, so
/// these values never change either.
namespace mur::samples {

template <class Value>
struct Named {
  std::string name;  ///< of the golden file
  Value value;
};

[[nodiscard]] Uuid uuid(std::uint8_t last);
[[nodiscard]] std::vector<Named<Record>> records();
[[nodiscard]] std::vector<Named<Command>> commands();
[[nodiscard]] std::vector<Named<Query>> queries();
[[nodiscard]] std::vector<Named<Answer>> answers();
/// Every message; commands, queries and answers once in each of their kinds.
[[nodiscard]] std::vector<Named<protocol::Message>> messages();
[[nodiscard]] TicketSecret ticket();

}  // namespace mur::samples
