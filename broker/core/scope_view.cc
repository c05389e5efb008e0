#include "broker/core/scope_view.h"

#include "shared/domain/limits.h"
#include "shared/protocol/codec.h"

namespace mur::broker {
namespace {

/// In a chunk, without copying the bytes into a WireRecord.
std::size_t chunk_size(const EncodedRecord& record) {
  const std::size_t frame =
      protocol::size_in_chunk({.id = record.id, .seq = record.seq, .live = record.live, .bytes = {}});
  return frame + (record.bytes ? record.bytes->size() : 0);
}

}  // namespace

ScopeView::ScopeView(const Scope& scope, const Wall& wall, const ScopeView* like) : scope_{scope} {
  for (const auto& [id, stamped] : wall.records()) update(stamped, like);
}

std::optional<EncodedRecord> ScopeView::update(const StampedRecord& stamped, const ScopeView* like) {
  const RecordId id = id_of(stamped.record);
  const EncodedRecord* before = find(id);
  const std::optional<Record> seen = project(stamped.record, scope_);

  EncodedRecord after{.id = id, .seq = stamped.seq, .live = seen && !is_tombstone(*seen), .bytes = nullptr};
  if (after.live) {
    Bytes bytes = protocol::encode_record(*seen);
    if (before != nullptr && before->live && *before->bytes == bytes) return std::nullopt;
    const EncodedRecord* same = like == nullptr ? nullptr : like->find(id);
    if (same != nullptr && same->live && *same->bytes == bytes)
      after.bytes = same->bytes;
    else
      after.bytes = std::make_shared<const Bytes>(std::move(bytes));
  } else {
    // Never seen, or its end was told already: nothing to tell. What was seen and is no longer projected at all ends
    // too, so that no replica keeps it.
    if (before == nullptr ? !seen : !before->live) return std::nullopt;
  }

  if (before != nullptr && before->live) hash_.remove(id, *before->bytes);
  if (after.live) hash_.add(id, *after.bytes);
  records_.insert_or_assign(id, after);
  return after;
}

void ScopeView::drop(const RecordId& id) {
  const EncodedRecord* held = find(id);
  if (held != nullptr && !held->live) records_.erase(id);
}

PageReady ScopeView::page(const PageWanted& wanted, Seq head) const {
  PageReady page{.session = wanted.session, .records = {}, .next = {}, .head = head, .hash = hash()};
  Cursor cursor = wanted.cursor;
  std::size_t bytes = 0;
  while (cursor.snapshot || cursor.since < head) {
    if (cursor.pass_started_at == 0) cursor.pass_started_at = head;
    auto at = cursor.after ? records_.upper_bound(*cursor.after) : records_.begin();
    for (; at != records_.end(); ++at) {
      const EncodedRecord& record = at->second;
      if (record.seq <= cursor.since || (cursor.snapshot && !record.live)) continue;
      bytes += chunk_size(record);
      const bool full = bytes > wanted.most_bytes || page.records.size() == limits::kChunkRecords;
      if (full && !page.records.empty()) {
        page.next = cursor;
        return page;
      }
      page.records.push_back(record);
      cursor.after = record.id;
    }
    // What was committed while this pass was handed out comes in another one.
    cursor =
        Cursor{.scope = scope_, .snapshot = false, .since = cursor.pass_started_at, .pass_started_at = 0, .after = {}};
  }
  return page;
}

const EncodedRecord* ScopeView::find(const RecordId& id) const {
  const auto found = records_.find(id);
  return found == records_.end() ? nullptr : &found->second;
}

}  // namespace mur::broker
