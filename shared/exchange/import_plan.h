#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "shared/calendar/reader.h"
#include "shared/calendar/zone.h"
#include "shared/domain/event.h"
#include "shared/domain/hub.h"

namespace mur::exchange {

/// Does an event's record fit into limits::kRecordBytes? The answer is the protocol's, which this room can't link:
/// protocol::check_size(protocol::encode_record(event)).
using SizeCheck = std::function<Status(const Event&)>;

struct ImportOptions {
  SizeCheck size;  ///< must be given
  Source source = Source::imported;
  std::string category;           ///< only of this one (category.h); empty: all
  std::optional<EventKind> kind;  ///< of every event; absent: as each one's place says (locate.h)
};

/// One event of a file as the hub can take it.
struct ImportItem {
  std::size_t line = 0;  ///< of its BEGIN:VEVENT
  EventDetails details;
};

/// What becomes of a file. Nothing vanishes: components == items + past + private_left + left_out + other_category, and
/// a warning names each one that was left out.
struct ImportPlan {
  std::vector<ImportItem> items;  ///< each (UID, RECURRENCE-ID) once
  std::vector<calendar::Warning> warnings;
  std::size_t components = 0;
  std::size_t past = 0;  ///< over for longer than limits::kEndedEventKept
  std::size_t private_left = 0;
  std::vector<calendar::Identity> private_named;  ///< as events name them (EventDetails::uid)
  std::size_t left_out = 0;
  std::size_t other_category = 0;  ///< without ImportOptions::category
};

/// Maps what was read to what the domain takes: texts that are too long are shortened, links that no phone opens and
/// lists that are too long are cut, each with a warning. `hub` says what is here, `zone` is its zone.
[[nodiscard]] ImportPlan plan_import(calendar::Reading reading, const Hub& hub, const calendar::Zone& zone,
                                     TimePoint now, const ImportOptions& options);

}  // namespace mur::exchange
