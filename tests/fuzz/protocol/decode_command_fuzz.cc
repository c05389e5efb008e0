// decode_command(frame): what an outbox or a client hands in; whatever it takes comes back equal.
#include <cstdlib>

#include "shared/protocol/codec.h"

using namespace mur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Result<protocol::CommandMessage> command = protocol::decode_command({data, size});
  if (!command) return 0;
  const Result<protocol::CommandMessage> again = protocol::decode_command(protocol::encode_command(*command));
  if (!again || again->id != command->id || again->made_at != command->made_at || again->command != command->command)
    std::abort();
  return 0;
}
