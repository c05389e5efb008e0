// decode(frame): whatever it takes, it takes the same again, and says in one way only.
#include <cstdlib>

#include "shared/protocol/codec.h"

using namespace mur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Result<protocol::Message> message = protocol::decode({data, size});
  if (!message) return 0;
  // Not `data` itself: it may hold what a newer program appended.
  const Bytes said = protocol::encode(*message);
  const Result<protocol::Message> again = protocol::decode(said);
  if (!again || protocol::encode(*again) != said) std::abort();
  return 0;
}
