#include "shared/matching/subject.h"

#include <algorithm>

#include "shared/domain/tile_skills.h"

namespace mur::matching {
namespace {

using skills::Entry;
using skills::Kind;
using skills::SkillTree;

constexpr int kChosen = 100;
constexpr int kOfTile = 90;
constexpr int kTitle = 80;
constexpr int kDescribed = 50;
constexpr int kServed = 45;  // a theme, by a skill

void say(std::vector<Said>& list, SkillReader::Place entry, int sure) {
  const auto known = std::ranges::find(list, entry, &Said::entry);
  if (known == list.end())
    list.push_back({entry, sure});
  else
    known->sure = std::max(known->sure, sure);
}

SkillReader::Place place_of(const SkillTree& tree, const Entry& entry) {
  return static_cast<SkillReader::Place>(&entry - tree.entries().data());
}

void read(Subject& subject, const SkillTree& tree, const SkillReader& reader, std::string_view text, int sure) {
  for (const SkillReader::Place entry : reader.read(text))
    say(tree.entries()[entry].kind == Kind::theme ? subject.themes : subject.skills, entry, sure);
}

/// What was chosen from the list, or typed and meant so; what is none of the list's is read like a title.
void choose(Subject& subject, const SkillTree& tree, const SkillReader& reader, Kind kind, const std::string& stored) {
  if (const Entry* entry = tree.find_spelt(kind, stored))
    say(kind == Kind::theme ? subject.themes : subject.skills, place_of(tree, *entry), kChosen);
  else
    read(subject, tree, reader, stored, kTitle);
}

/// FNV-1a.
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

/// What an organization says in its own words, shortly: a description says too much.
std::vector<ReadWord> words_of(const Need& need) {
  std::vector<ReadWord> list = telling_words(need.details.title);
  const auto add = [&](const std::string& text) {
    for (ReadWord& word : telling_words(text)) list.push_back(std::move(word));
  };
  add(need.details.easy_line);
  for (const std::string& skill : need.details.skills) add(skill);
  for (const Slot& slot : need.details.slots) {
    add(slot.role);
    add(slot.unit);
  }
  return list;
}

std::vector<std::uint32_t> hashes_of(const std::vector<ReadWord>& words) {
  std::vector<std::uint32_t> list;
  for (const ReadWord& word : words) list.push_back(hash_of(word.stem));
  std::ranges::sort(list);
  const auto doubles = std::ranges::unique(list);
  list.erase(doubles.begin(), doubles.end());
  return list;
}

}  // namespace

Subject subject_of(const Need& need, const SkillTree& tree, const SkillReader& reader) {
  const NeedDetails& details = need.details;
  Subject subject{.time = details.kind == NeedKind::time,
                  .skill = details.kind == NeedKind::skill,
                  .material = details.kind == NeedKind::material,
                  .no_experience = details.no_experience,
                  .in_reach = details.place.here || details.remote,
                  .languages = details.who.languages,
                  .remote = details.remote};
  for (const std::string& skill : details.skills) choose(subject, tree, reader, Kind::skill, skill);
  if (!details.theme.empty()) choose(subject, tree, reader, Kind::theme, details.theme);
  read(subject, tree, reader, details.title, kTitle);
  read(subject, tree, reader, details.easy_line, kTitle);
  for (const Slot& slot : details.slots) read(subject, tree, reader, slot.role, kTitle);
  subject.names_skills = !details.skills.empty() || !subject.skills.empty();
  read(subject, tree, reader, details.description, kDescribed);
  subject.words = hashes_of(words_of(need));
  return subject;
}

Subject subject_of(const Offer& offer, const SkillTree& tree, const SkillReader& reader) {
  Subject subject{.language = offer.details.language,
                  .level = offer.details.level,
                  .remote = offer.details.remote,
                  .when = offer.details.availability,
                  .offered_at = offer.created_at};
  for (const Tile tile : offer.details.tiles) {
    switch (kind_of(tile)) {
      case OfferKind::time: subject.time = true; break;
      case OfferKind::skill: subject.skill = true; break;
      case OfferKind::material: subject.material = true; break;
      case OfferKind::learn: subject.learn = true; break;
      case OfferKind::idea: break;
    }
    for (const std::string_view skill : skills_of(tile))
      if (const Entry* entry = tree.find(Kind::skill, skill)) say(subject.skills, place_of(tree, *entry), kOfTile);
  }
  read(subject, tree, reader, offer.details.text, kTitle);
  for (const Said& skill : subject.skills)
    for (const std::string& theme : tree.themes_of(tree.entries()[skill.entry].id))
      if (const Entry* entry = tree.find(Kind::theme, theme)) say(subject.themes, place_of(tree, *entry), kServed);
  subject.words = hashes_of(telling_words(offer.details.text));
  return subject;
}

std::string word_in_common(const Need& need, const Offer& offer) {
  const std::vector<ReadWord> wanted = words_of(need);
  for (const ReadWord& word : telling_words(offer.details.text))
    if (std::ranges::find(wanted, word.stem, &ReadWord::stem) != wanted.end()) return word.word;
  return {};
}

}  // namespace mur::matching
