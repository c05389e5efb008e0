#include "shared/domain/post_search.h"

#include "shared/domain/tile_skills.h"

namespace mur {
namespace {

using skills::Kind;
using skills::SkillTree;
using skills::WeightedText;

constexpr std::uint8_t kTitle = 6;
constexpr std::uint8_t kNamed = 4;  // a skill, a theme, a role
constexpr std::uint8_t kSaid = 2;
constexpr std::uint8_t kLoosely = 1;

/// A stored skill or theme: its names in both languages, or what was typed.
void add_named(std::vector<WeightedText>& texts, const SkillTree& tree, Kind kind, std::string_view stored) {
  const skills::Entry* entry = tree.find(kind, stored);
  if (entry == nullptr) return texts.push_back({stored, kNamed});
  texts.push_back({entry->fr, kNamed});
  texts.push_back({entry->en, kNamed});
  for (const std::string& alias : entry->aliases) texts.push_back({alias, kLoosely});
}

std::vector<WeightedText> texts_of(const Need& need, const Wall& wall, const SkillTree& tree) {
  const NeedDetails& details = need.details;
  std::vector<WeightedText> texts{{details.title, kTitle},
                                  {details.easy_line, kSaid},
                                  {details.description, kLoosely},
                                  {details.place.name, kLoosely}};
  if (!details.theme.empty()) add_named(texts, tree, Kind::theme, details.theme);
  for (const std::string& skill : details.skills) add_named(texts, tree, Kind::skill, skill);
  for (const Slot& slot : details.slots) {
    texts.push_back({slot.role, kNamed});
    texts.push_back({slot.unit, kSaid});
  }
  if (const Organization* organization = wall.find(need.organization))
    texts.push_back({organization->details.name, kSaid});
  return texts;
}

std::vector<WeightedText> texts_of(const Offer& offer, const SkillTree& tree) {
  std::vector<WeightedText> texts{{offer.details.text, kTitle}};
  for (const Tile tile : offer.details.tiles)
    for (const std::string_view skill : skills_of(tile)) add_named(texts, tree, Kind::skill, skill);
  return texts;
}

}  // namespace

void PostSearch::rebuild(const Wall& wall, const SkillTree& tree) {
  needs_ = {};
  offers_ = {};
  wall.each<Need>([&](const Need& need) { needs_.add(need.id, texts_of(need, wall, tree)); });
  wall.each<Offer>([&](const Offer& offer) { offers_.add(offer.id, texts_of(offer, tree)); });
}

void PostSearch::refresh(const Wall& wall, const SkillTree& tree, std::span<const RecordId> changed) {
  for (const RecordId& id : changed) take(wall, tree, id);
}

void PostSearch::take(const Wall& wall, const SkillTree& tree, const RecordId& id) {
  if (id.kind == RecordKind::need) {
    const NeedId need_id{id.uuid};
    if (const Need* need = wall.find(need_id))
      needs_.add(need_id, texts_of(*need, wall, tree));
    else
      needs_.remove(need_id);
  } else if (id.kind == RecordKind::offer) {
    const OfferId offer_id{id.uuid};
    if (const Offer* offer = wall.find(offer_id))
      offers_.add(offer_id, texts_of(*offer, tree));
    else
      offers_.remove(offer_id);
  } else if (id.kind == RecordKind::organization) {
    // Its needs are found by its name.
    wall.each<Need>([&](const Need& need) {
      if (need.organization.uuid == id.uuid) needs_.add(need.id, texts_of(need, wall, tree));
    });
  }
}

std::vector<NeedId> PostSearch::needs(std::string_view words, std::size_t most) const {
  return needs_.search(words, most);
}

std::vector<OfferId> PostSearch::offers(std::string_view words, std::size_t most) const {
  return offers_.search(words, most);
}

}  // namespace mur
