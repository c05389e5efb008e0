#pragma once

#include "shared/protocol/fields/command.h"
#include "shared/protocol/fields/query.h"
#include "shared/protocol/fields/receipt.h"
#include "shared/protocol/message.h"

/// In the order of the Message variant. Its structures have no length of their own in a frame: the header has it.
namespace mur::protocol {

template <>
struct Fields<Hello> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& hello) {
    archive(hello.version_min, hello.version_max, Remark{"client", hello.client, limits::kName}, hello.epoch, hello.seq,
            hello.hash, hello.subscribe);
  }
};
template <>
struct Fields<Pull> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& pull) { archive(pull.chunks); }
};
template <>
struct Fields<CommandMessage> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& message) { archive(message.id, message.made_at, message.command); }
};
template <>
struct Fields<QueryMessage> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& message) { archive(message.id, message.query); }
};
template <>
struct Fields<Ping> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& ping) { archive(ping.applied); }
};
template <>
struct Fields<SnapshotWanted> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto&, auto&) {}
};
template <>
struct Fields<Bye> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto&, auto&) {}
};
template <>
struct Fields<Scope> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& scope) { archive(scope.kind, scope.organization); }
};
template <>
struct Fields<Welcome> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& welcome) {
    archive(welcome.version, welcome.scope, welcome.epoch, welcome.head, welcome.now, welcome.snapshot,
            Remark{"broker", welcome.broker, limits::kName});
  }
};
template <>
struct Fields<WireRecord> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& record) {
    archive(record.id, record.seq, record.live, Blob{"bytes", record.bytes, limits::kRecordBytes});
  }
};
template <>
struct Fields<Chunk> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& chunk) { archive(List{"records", chunk.records, limits::kChunkRecords}); }
};
template <>
struct Fields<Current> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& current) { archive(current.seq, current.hash); }
};
template <>
struct Fields<BatchMessage> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& batch) {
    archive(batch.epoch, batch.seq, List{"records", batch.records, limits::kChunkRecords}, batch.last);
  }
};
template <>
struct Fields<ReceiptMessage> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& message) { archive(message.receipt); }
};
template <>
struct Fields<Refusal> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& refusal) { archive(refusal.command, refusal.error, refusal.wait_seconds); }
};
template <>
struct Fields<AnswerMessage> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& message) { archive(message.query, message.answer); }
};
template <>
struct Fields<Pong> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& pong) { archive(pong.now, pong.seq, pong.hash); }
};
template <>
struct Fields<GoAway> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& message) { archive(message.error); }
};

}  // namespace mur::protocol
