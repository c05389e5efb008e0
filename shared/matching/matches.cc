#include "shared/matching/matches.h"
#include "shared/domain/limits.h"

#include <algorithm>
#include <map>

namespace mur::matching {
namespace {

using skills::Entry;
using skills::Kind;
using skills::SkillTree;

/// A post that could match, and what its score can be at most, or is.
template <class Id>
struct Candidate {
  int points = 0;
  Id id;
  std::size_t place = 0;

  /// For heaps: the best first, equals by id.
  friend bool operator<(const Candidate& a, const Candidate& b) {
    return a.points != b.points ? a.points < b.points : b.id < a.id;
  }
};

/// The candidates by their true score, the best first, each worked out only when no other can come before it.
/// `exact(candidate)` gives the true score, never above the one it came with.
template <class Id, class Exact>
class BestFirst {
 public:
  BestFirst(std::vector<Candidate<Id>> candidates, Exact exact)
      : waiting_{std::move(candidates)}, exact_{std::move(exact)} {
    std::make_heap(waiting_.begin(), waiting_.end());
  }
  /// Nothing when there is none of at least limits::kMatchLeast points any more.
  std::optional<Candidate<Id>> next() {
    while (!waiting_.empty() && (known_.empty() || known_.front() < waiting_.front())) {
      Candidate<Id> candidate = pop(waiting_);
      candidate.points = exact_(candidate);
      if (candidate.points < limits::kMatchLeast) continue;
      known_.push_back(candidate);
      std::push_heap(known_.begin(), known_.end());
    }
    if (known_.empty()) return std::nullopt;
    return pop(known_);
  }

 private:
  static Candidate<Id> pop(std::vector<Candidate<Id>>& heap) {
    std::pop_heap(heap.begin(), heap.end());
    Candidate<Id> best = heap.back();
    heap.pop_back();
    return best;
  }

  std::vector<Candidate<Id>> waiting_;
  std::vector<Candidate<Id>> known_;
  Exact exact_;
};

std::uint64_t bit(std::size_t number) { return std::uint64_t{1} << (number % 64); }

bool is_live(const Offer& offer, TimePoint now) { return is_on_wall(offer.moderation) && offer.expires_at > now; }

}  // namespace

template <class Id>
void Matches::Posts<Id>::put(const Id& id, Traits post, Subject subject) {
  const auto [known, fresh] = places.try_emplace(id, ids.size());
  if (fresh) {
    traits.push_back(post);
    subjects.push_back(std::move(subject));
    ids.push_back(id);
  } else {
    traits[known->second] = post;
    subjects[known->second] = std::move(subject);
  }
}

template <class Id>
void Matches::Posts<Id>::remove(const Id& id) {
  const auto known = places.find(id);
  if (known == places.end()) return;
  const std::size_t place = known->second;  // the last one takes it
  places.erase(known);
  if (place + 1 < ids.size()) {
    traits[place] = traits.back();
    subjects[place] = std::move(subjects.back());
    ids[place] = ids.back();
    places[ids[place]] = place;
  }
  traits.pop_back();
  subjects.pop_back();
  ids.pop_back();
}

Matches::Traits Matches::traits_of(const Subject& subject, const SkillTree& tree) {
  constexpr std::uint64_t kHand = 1;
  constexpr std::uint64_t kThings = 2;
  constexpr std::uint64_t kLearning = 4;
  Traits traits;
  for (const Said& skill : subject.skills) {
    const Entry& entry = tree.entries()[skill.entry];
    const auto above = tree.ancestors(entry.id);
    const Entry& branch = above.empty() ? entry : *above.back();
    traits.branches |= bit(static_cast<std::size_t>(&branch - tree.entries().data()));
  }
  for (const Said& theme : subject.themes) traits.themes |= bit(theme.entry);
  for (const std::uint32_t word : subject.words) traits.words |= bit(word >> 8U);
  if (subject.time) traits.kinds |= kHand;
  if (subject.material) traits.kinds |= kThings;
  if (subject.learn || subject.no_experience) traits.kinds |= kLearning;
  return traits;
}

void Matches::rebuild(const Wall& wall, const SkillTree& tree) {
  *this = {};
  reader_ = SkillReader(tree);
  wall.each<Need>([&](const Need& need) { take(tree, need); });
  wall.each<Offer>([&](const Offer& offer) { take(tree, offer); });
}

void Matches::refresh(const Wall& wall, const SkillTree& tree, std::span<const RecordId> changed) {
  for (const RecordId& id : changed) take(wall, tree, id);
}

void Matches::take(const Wall& wall, const SkillTree& tree, const RecordId& id) {
  if (id.kind == RecordKind::need) {
    if (const Need* need = wall.find(NeedId{id.uuid}))
      take(tree, *need);
    else
      needs_.remove(NeedId{id.uuid});
  } else if (id.kind == RecordKind::offer) {
    if (const Offer* offer = wall.find(OfferId{id.uuid}))
      take(tree, *offer);
    else
      offers_.remove(OfferId{id.uuid});
  }
}

void Matches::take(const SkillTree& tree, const Need& need) {
  Subject subject = subject_of(need, tree, reader_);
  const Traits traits = traits_of(subject, tree);
  needs_.put(need.id, traits, std::move(subject));
}

void Matches::take(const SkillTree& tree, const Offer& offer) {
  Subject subject = subject_of(offer, tree, reader_);
  const Traits traits = traits_of(subject, tree);
  offers_.put(offer.id, traits, std::move(subject));
}

std::vector<OfferMatch> Matches::offers_for(const Need& need, const Around& around) const {
  const OpenTimes times = open_times(need, around.hub, around.now);
  if (!times.open) return {};
  const Subject wanted = subject_of(need, around.tree, reader_);
  const Traits traits = traits_of(wanted, around.tree);
  std::vector<Candidate<OfferId>> candidates;
  for (std::size_t i = 0; i < offers_.ids.size(); ++i) {
    if (!traits.meet(offers_.traits[i])) continue;
    const Subject& offered = offers_.subjects[i];
    const int points = score_with_time(score_without_time(wanted, offered, around.tree), offered, times);
    if (points >= limits::kMatchLeast) candidates.push_back({points, offers_.ids[i], i});
  }
  const auto exact = [&](const Candidate<OfferId>& candidate) {
    const Offer* offer = around.wall.find(candidate.id);
    return offer != nullptr && is_live(*offer, around.now) ? candidate.points : 0;
  };
  BestFirst best(std::move(candidates), exact);
  std::vector<OfferMatch> list;
  while (list.size() < limits::kMatchesShown) {
    const auto one = best.next();
    if (!one) break;
    list.push_back({one->id,
                    {.score = one->points,
                     .reasons = reasons(need, wanted, *around.wall.find(one->id), offers_.subjects[one->place], times,
                                        around.tree)}});
  }
  return list;
}

std::vector<NeedMatch> Matches::needs_for(const Offer& offer, const Around& around) const {
  if (offer.kind == OfferKind::idea) return {};
  const Subject offered = subject_of(offer, around.tree, reader_);
  const Traits traits = traits_of(offered, around.tree);
  const int for_time = most_for_time(offered);
  std::vector<Candidate<NeedId>> candidates;
  for (std::size_t i = 0; i < needs_.ids.size(); ++i) {
    if (!traits.meet(needs_.traits[i])) continue;
    const int points = score_without_time(needs_.subjects[i], offered, around.tree);
    if (points > 0 && points + for_time >= limits::kMatchLeast)
      candidates.push_back({points + for_time, needs_.ids[i], i});
  }
  const auto exact = [&](const Candidate<NeedId>& candidate) {
    const Need* need = around.wall.find(candidate.id);
    if (need == nullptr) return 0;
    return score_with_time(candidate.points - for_time, offered, open_times(*need, around.hub, around.now));
  };
  BestFirst best(std::move(candidates), exact);
  std::vector<Candidate<NeedId>> chosen;
  std::vector<Candidate<NeedId>> waiting;  // whose organization had its turns
  std::map<OrganizationId, std::size_t> turns;
  while (chosen.size() < limits::kMatchesShown) {
    const auto one = best.next();
    if (!one) break;
    const bool has_turn = turns[around.wall.find(one->id)->organization]++ < limits::kMatchesPerOrganization;
    (has_turn ? chosen : waiting).push_back(*one);
  }
  for (std::size_t i = 0; i < waiting.size() && chosen.size() < limits::kMatchesShown; ++i)
    chosen.push_back(waiting[i]);
  std::ranges::sort(chosen, [](const auto& a, const auto& b) { return b < a; });
  std::vector<NeedMatch> list;
  for (const Candidate<NeedId>& one : chosen) {
    const Need& need = *around.wall.find(one.id);
    list.push_back({one.id,
                    {.score = one.points,
                     .reasons = reasons(need, needs_.subjects[one.place], offer, offered,
                                        open_times(need, around.hub, around.now), around.tree)}});
  }
  return list;
}

}  // namespace mur::matching
