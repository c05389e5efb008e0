#pragma once

#include "shared/domain/reply.h"
#include "shared/protocol/fields.h"

namespace mur::protocol {

template <>
struct Fields<Reply> {
  static constexpr std::uint16_t kVersion = 4;
  static void visit(auto& archive, auto& reply) {
    archive(reply.id, reply.organization, reply.need, reply.slot, reply.offer, reply.status,
            Text{"first_name", reply.first_name, limits::kFirstName}, reply.contact, reply.created_at,
            reply.decided_at);
    if (archive.since(2))
      archive(reply.date, Count{"places", reply.places, limits::kPeopleWanted}, reply.number, reply.decide_by,
              reply.begins_at, reply.over_at, reply.reason, Text{"note", reply.note, limits::kReason},
              Text{"language", reply.language, limits::kWord}, reply.age, reply.walked_in, reply.told_by_organization);
    if (archive.since(3)) archive(reply.told.status, reply.told.begins_at, reply.told.at);
    if (archive.since(4)) archive(reply.consented_at, reply.reminded_at);
  }
};

}  // namespace mur::protocol
