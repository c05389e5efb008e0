#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "shared/domain/wall.h"
#include "shared/matching/score.h"

namespace mur::matching {

struct NeedMatch {
  NeedId need;
  Match match;

  friend bool operator==(const NeedMatch&, const NeedMatch&) = default;
};
struct OfferMatch {
  OfferId offer;
  Match match;

  friend bool operator==(const OfferMatch&, const OfferMatch&) = default;
};

/// What matching asks of the world, besides the posts.
struct Around {
  const Wall& wall;
  const skills::SkillTree& tree;
  const calendar::Zone& hub;
  TimePoint now;
};

/// The best matches of one post, both ways: at most kMatchesShown, of at least kMatchLeast points, the best first,
/// equals in the order of their ids. Derived from a wall and never stored; the matches themselves are computed when
/// asked for.
///
/// Fair: of one organization at most limits::kMatchesPerOrganization needs are among them before every other
/// organization whose need matches had its turn; only places that are still free then go to its further ones. An
/// organization with thirty needs can't drown one with a single need.
///
/// What both can have in common is kept as bits beside the posts and looked through in one go: an index by skill would
/// have to be kept for themes, words and kinds, too, and a post of a wide branch matches half of it anyway.
class Matches {
 public:
  void rebuild(const Wall& wall, const skills::SkillTree& tree);
  /// After the wall took these records. The tree is the one of the last rebuild.
  void refresh(const Wall& wall, const skills::SkillTree& tree, std::span<const RecordId> changed);

  /// Of published offers that have not expired; nothing where the need takes nobody (any more).
  [[nodiscard]] std::vector<OfferMatch> offers_for(const Need& need, const Around& around) const;
  /// Of published needs with a free place. The offer itself may still wait for its review, or not be on the wall at
  /// all: its author sees them on the ticket. Of an idea: none.
  [[nodiscard]] std::vector<NeedMatch> needs_for(const Offer& offer, const Around& around) const;

 private:
  /// What a post could have in common with another one; where two have no bit in common, they don't match.
  struct Traits {
    std::uint64_t branches = 0;  ///< of its skills
    std::uint64_t themes = 0;
    std::uint64_t words = 0;
    std::uint64_t kinds = 0;  ///< a hand, things, learning

    [[nodiscard]] bool meet(const Traits& other) const {
      return ((branches & other.branches) | (themes & other.themes) | (words & other.words) | (kinds & other.kinds)) !=
             0;
    }
  };
  /// Posts of one kind: their traits beside their subjects, in no order.
  template <class Id>
  struct Posts {
    std::vector<Traits> traits;
    std::vector<Subject> subjects;
    std::vector<Id> ids;
    std::unordered_map<Id, std::size_t> places;

    void put(const Id& id, Traits post, Subject subject);
    void remove(const Id& id);
  };

  [[nodiscard]] static Traits traits_of(const Subject& subject, const skills::SkillTree& tree);
  void take(const Wall& wall, const skills::SkillTree& tree, const RecordId& id);
  void take(const skills::SkillTree& tree, const Need& need);
  void take(const skills::SkillTree& tree, const Offer& offer);

  SkillReader reader_;
  Posts<NeedId> needs_;
  Posts<OfferId> offers_;
};

}  // namespace mur::matching
