#pragma once

#include <string>
#include <vector>

#include "shared/domain/record.h"
#include "shared/protocol/message.h"

/// One example of everything that the protocol can say, every field filled. The golden files hold their bytes, so these
/// values never change either.
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
/// The same without what an earlier version could not say.
[[nodiscard]] Record as_version(int version, Record record);
[[nodiscard]] Command as_version(int version, Command command);
[[nodiscard]] protocol::Message as_version(int version, protocol::Message message);

}  // namespace mur::samples
