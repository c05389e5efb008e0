// decode_record(bytes): whatever it takes comes back equal.
#include <cstdlib>

#include "shared/protocol/codec.h"

using namespace mur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Result<Record> record = protocol::decode_record({data, size});
  if (!record) return 0;
  const Result<Record> again = protocol::decode_record(protocol::encode_record(*record));
  if (!again || *again != *record) std::abort();
  return 0;
}
