#pragma once

#include "shared/domain/story.h"
#include "shared/protocol/fields/moderation.h"

namespace mur::protocol {

template <>
struct Fields<Story> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& story) {
    archive(story.id, story.organization, Text{"text", story.text, limits::kDescription},
            Text{"first_name", story.first_name, limits::kFirstName}, story.expires_at, story.moderation);
    if (archive.since(2))
      archive(OrNone{story.of}, story.consented_at, Text{"language", story.language, limits::kWord});
  }
};

}  // namespace mur::protocol
