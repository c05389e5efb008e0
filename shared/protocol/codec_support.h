#pragma once

#include <concepts>
#include <utility>

#include "shared/protocol/decoder.h"

namespace mur::protocol {

/// Runs `read` over all of `bytes`: what it returns, or why they are refused. Nothing may be left over. Where the
/// decoder's exceptions, and cereal's, end.
template <class Read>
auto read_whole(ByteSpan bytes, Read&& read) -> Result<std::invoke_result_t<Read, Decoder&>> {
  try {
    Decoder in{bytes};
    auto value = std::forward<Read>(read)(in);
    in.expect_end();
    return value;
  } catch (const Malformed& malformed) {
    return fail(malformed.error());
  } catch (const cereal::Exception& exception) {
    return fail(Errc::corrupt, "", exception.what());
  }
}

}  // namespace mur::protocol
