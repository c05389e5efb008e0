#include "broker/ctl/calendar_import.h"

#include <algorithm>

namespace mur::ctl {
namespace {

constexpr std::size_t kUnderWay = 64;  // sent and not answered

}  // namespace

Result<ImportCounts> CalendarImport::send_all(const std::vector<ImportItem>& items, const Refused& refused) {
  for (const ImportItem& item : items) {
    if (is_there(item.details)) {
      ++counts_.unchanged;
      continue;
    }
    const CommandId id{derive_uuid(run_.id, to_string(id_of(item)))};
    const bool was_there = client_.wall().find(id_of(item)) != nullptr;
    if (Status sent = send(id, {.item = &item, .was_there = was_there}); !sent) return fail(sent.error());
    while (under_way_.size() >= kUnderWay)
      if (Status answered = take_answer(refused); !answered) return fail(answered.error());
  }
  while (!under_way_.empty())
    if (Status answered = take_answer(refused); !answered) return fail(answered.error());
  if (Status counted = count_done(); !counted) return fail(counted.error());
  return counts_;
}

/// As it is on the wall, or as it waits for review.
bool CalendarImport::is_there(const EventDetails& details) const {
  const EventId id = event_id(organization_, details);
  const Event* present = client_.wall().find(id);
  if (present != nullptr && present->details == details) return true;
  const Revision* revision = client_.wall().find(revision_id(record_id(id)));
  const auto* proposed = revision == nullptr ? nullptr : std::get_if<EventDetails>(&revision->proposed);
  return proposed != nullptr && *proposed == details;
}

Status CalendarImport::send(CommandId id, const Sent& what) {
  under_way_[id] = what;
  return client_.send(id, run_.started_at, PutEvent{.organization = organization_, .details = what.item->details});
}

Status CalendarImport::take_answer(const Refused& refused) {
  Result<Client::Answered> answered = client_.next_answer();
  if (!answered) return fail(answered.error());
  const auto at = under_way_.find(answered->command);
  if (at == under_way_.end()) return {};
  Sent sent = at->second;
  under_way_.erase(at);
  if (answered->answer) {
    done_.push_back({sent, *answered->answer});
    return {};
  }
  const Error& error = answered->answer.error();
  // Another version of this program began the import, and read the file otherwise.
  if (error.code == Errc::conflict && !sent.is_second_try) {
    sent.is_second_try = true;
    return send(CommandId{make_uuid(run_.started_at, random_)}, sent);
  }
  if (error.code == Errc::closed && error.field == "end") {
    ++counts_.past;
    return {};
  }
  if (error.code == Errc::forbidden || error.field == "organization") return fail(error);
  ++counts_.refused;
  refused(*sent.item, error);
  return {};
}

/// Only the records tell a change that was made from one that waits, and they may come behind the receipts.
Status CalendarImport::count_done() {
  Seq last = 0;
  for (const Done& done : done_) last = std::max(last, done.receipt.seq);
  if (Status seen = client_.see(last); !seen) return seen;
  for (const auto& [sent, receipt] : done_) {
    const bool waits = receipt.status == PostStatus::pending ||
                       client_.wall().find(revision_id(record_id(id_of(*sent.item)))) != nullptr;
    if (!receipt.changed)
      ++counts_.unchanged;
    else if (waits)
      ++counts_.waiting;
    else if (sent.was_there)
      ++counts_.changed;
    else
      ++counts_.added;
  }
  return {};
}

}  // namespace mur::ctl
