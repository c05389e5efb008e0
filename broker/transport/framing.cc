#include "broker/transport/framing.h"

#include <cassert>

#include "shared/domain/limits.h"
#include "shared/protocol/codec.h"

namespace mur::transport {
namespace {

protocol::WireRecord wire_record(const broker::EncodedRecord& record) {
  return {.id = record.id,
          .seq = record.seq,
          .live = record.live,
          .bytes = record.bytes == nullptr ? Bytes{} : *record.bytes};
}

}  // namespace

zmq::message_t frame_of(const protocol::Message& message) {
  const Bytes bytes = protocol::encode(message);
  return zmq::message_t{bytes.data(), bytes.size()};
}

std::vector<protocol::WireRecord> take_chunk(std::deque<broker::EncodedRecord>& records) {
  std::vector<protocol::WireRecord> chunk;
  std::size_t size = 0;
  while (!records.empty() && chunk.size() < limits::kChunkRecords) {
    protocol::WireRecord next = wire_record(records.front());
    const std::size_t more = protocol::size_in_chunk(next);
    if (size + more > limits::kChunkBytes && !chunk.empty()) break;
    size += more;
    chunk.push_back(std::move(next));
    records.pop_front();
  }
  return chunk;
}

BatchFrames frames_of(Epoch epoch, Seq seq, const broker::ScopeBatch& batch) {
  BatchFrames framed;
  std::deque<broker::EncodedRecord> records{batch.records.begin(), batch.records.end()};
  do {
    protocol::BatchMessage piece{.epoch = epoch, .seq = seq, .records = take_chunk(records), .last = false};
    piece.last = records.empty();
    framed.frames.push_back(frame_of(std::move(piece)));
    framed.bytes += framed.frames.back().size();
  } while (!records.empty());
  return framed;
}

}  // namespace mur::transport
