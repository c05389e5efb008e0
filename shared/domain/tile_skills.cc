#include "shared/domain/tile_skills.h"

namespace mur {

std::vector<std::string_view> skills_of(Tile tile) {
  switch (tile) {
    case Tile::cooking: return {"cooking", "serving"};
    case Tile::communication: return {"communication"};
    case Tile::photo: return {"photography", "video"};
    case Tile::translation: return {"translation"};
    case Tile::repair: return {"making", "repair"};
    case Tile::legal: return {"legal-skills", "access-to-rights"};
    case Tile::transport: return {"driving", "moving"};
    case Tile::some_time:
    case Tile::material:
    case Tile::unsure:
    case Tile::learn:
    case Tile::idea:
    case Tile::other: return {};
  }
  return {};
}

}  // namespace mur
