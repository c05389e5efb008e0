#pragma once

#include <deque>
#include <optional>
#include <vector>
#include <zmq.hpp>

#include "broker/ports/transport.h"
#include "shared/protocol/message.h"

/// Values to frames: whatever many sessions get is encoded once and shared.
namespace mur::transport {

[[nodiscard]] zmq::message_t frame_of(const protocol::Message& message);

/// Takes from the front of `records` what fits in one chunk (limits::kChunkBytes, limits::kChunkRecords).
[[nodiscard]] std::vector<protocol::WireRecord> take_chunk(std::deque<broker::EncodedRecord>& records);

/// One committed batch as one scope gets it: pieces of at most a chunk, the last one marked.
struct BatchFrames {
  std::vector<zmq::message_t> frames;
  std::size_t bytes = 0;
};
[[nodiscard]] BatchFrames frames_of(Epoch epoch, Seq seq, const broker::ScopeBatch& batch);

}  // namespace mur::transport
