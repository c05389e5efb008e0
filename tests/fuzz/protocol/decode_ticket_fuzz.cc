// decode_ticket(bytes): what comes out of a sealed box, which anyone can fill.
#include <cstdlib>

#include "shared/protocol/codec.h"

using namespace mur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Result<TicketSecret> secret = protocol::decode_ticket({data, size});
  if (!secret) return 0;
  const Result<TicketSecret> again = protocol::decode_ticket(protocol::encode_ticket(*secret));
  if (!again || *again != *secret) std::abort();
  return 0;
}
