#pragma once

#include "shared/domain/record.h"
#include "shared/protocol/fields/ban.h"
#include "shared/protocol/fields/contact.h"
#include "shared/protocol/fields/event.h"
#include "shared/protocol/fields/feed.h"
#include "shared/protocol/fields/hub.h"
#include "shared/protocol/fields/key.h"
#include "shared/protocol/fields/need.h"
#include "shared/protocol/fields/notice.h"
#include "shared/protocol/fields/offer.h"
#include "shared/protocol/fields/organization.h"
#include "shared/protocol/fields/reply.h"
#include "shared/protocol/fields/report.h"
#include "shared/protocol/fields/review_pace.h"
#include "shared/protocol/fields/revision.h"
#include "shared/protocol/fields/staff_notes.h"
#include "shared/protocol/fields/story.h"
#include "shared/protocol/fields/ticket.h"

namespace mur::protocol {

template <>
struct Fields<Tombstone> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& tombstone) {
    archive(tombstone.of, tombstone.seen_by_wall, tombstone.seen_by_staff, tombstone.organization, tombstone.at);
  }
};

}  // namespace mur::protocol
