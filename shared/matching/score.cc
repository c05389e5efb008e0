#include "shared/matching/score.h"

#include <algorithm>
#include <array>

namespace mur::matching {
namespace {

using skills::SkillTree;
using Code = MatchReason::Code;

constexpr int kMostForSubject = 60;
constexpr int kNearestPair = 48;  // of which, for the nearest pair of skills …
constexpr int kAllWanted = 12;    // … and for how many of the wanted are near
constexpr int kTheme = 40;
constexpr std::array<int, 4> kWords{0, 22, 36, 44};  // by how many are said by both
constexpr int kOpenHand = 16;
constexpr int kOpenHandEasy = 36;  // nothing needs to be known
constexpr int kHandForASkill = 8;
constexpr int kLearns = 30;
constexpr int kThings = 20;
constexpr int kTimeFits = 20;
constexpr int kTimeLeftOpen = 12;
constexpr int kPlace = 5;
constexpr int kNoExperience = 5;
// What is said beside the subject weighs little, and only between those that have one in common.
constexpr int kProfessional = 5;
constexpr int kAtEase = 2;
constexpr int kCurious = -8;  // where something must be known
constexpr int kSpoken = 3;
constexpr int kNotSpoken = -10;
constexpr int kFromAfar = -8;  // is offered, and someone must be there
constexpr int kMost = 100;
constexpr auto kNowLasts = std::chrono::hours{12};
constexpr int kWorthSaying = 6;  // points, of a reason that is not the first

/// In percent, by the distance in the tree.
constexpr std::array<int, 5> kNearness{100, 75, 40, 20, 10};
/// Where a whole branch is wanted, of what is one step below: « animation » may mean any of it.
constexpr int kSomeOfABranch = 45;

int nearness(const SkillTree& tree, SkillReader::Place wanted, SkillReader::Place offered) {
  const skills::Entry& branch = tree.entries()[wanted];
  const auto steps = tree.distance(branch, tree.entries()[offered]);
  if (!steps || static_cast<std::size_t>(*steps) >= kNearness.size()) return 0;
  return branch.parent.empty() && *steps == 1 ? kSomeOfABranch : kNearness[static_cast<std::size_t>(*steps)];
}

/// Points for each thing in common, and what it is.
struct Common {
  int skill = 0;
  int theme = 0;
  int words = 0;
  int hand = 0;
  int learns = 0;
  int things = 0;
  SkillReader::Place wanted = 0;  ///< the nearest pair of skills
  SkillReader::Place offered = 0;
  SkillReader::Place about = 0;  ///< the theme

  /// The weightiest counts whole, a quarter of the others with it.
  [[nodiscard]] int points() const {
    const int most = std::max({skill, theme, words, hand, learns, things});
    const int others = skill + theme + words + hand + learns + things - most;
    return std::min(most + others / 4, kMostForSubject);
  }
};

void compare_skills(Common& common, const Subject& need, const Subject& offer, const SkillTree& tree) {
  constexpr int kPercents = 100 * 100;
  int best = 0;
  int sum = 0;
  for (const Said& wanted : need.skills) {
    int nearest = 0;
    for (const Said& offered : offer.skills) {
      const int near = nearness(tree, wanted.entry, offered.entry) * wanted.sure / 100 * offered.sure;
      nearest = std::max(nearest, near);
      if (near > best) {
        best = near;
        common.wanted = wanted.entry;
        common.offered = offered.entry;
      }
    }
    sum += nearest;
  }
  if (best == 0) return;
  const int all = sum / static_cast<int>(need.skills.size());
  common.skill = (kNearestPair * best + kAllWanted * all) / kPercents;
}

void compare_themes(Common& common, const Subject& need, const Subject& offer) {
  for (const Said& theme : need.themes)
    for (const Said& same : offer.themes)
      if (const int points = kTheme * theme.sure * same.sure / (100 * 100);
          theme.entry == same.entry && points > common.theme) {
        common.theme = points;
        common.about = theme.entry;
      }
}

void compare_words(Common& common, const Subject& need, const Subject& offer) {
  std::size_t count = 0;
  auto at = need.words.begin();
  for (const std::uint32_t word : offer.words) {
    at = std::lower_bound(at, need.words.end(), word);
    if (at != need.words.end() && *at == word) ++count;
  }
  common.words = kWords[std::min(count, kWords.size() - 1)];
}

/// Someone who only wants to learn is no match where nothing is taught.
bool is_out_of_question(const Subject& need, const Subject& offer) {
  const bool gives = offer.time || offer.skill || offer.material;
  return !gives && !(offer.learn && need.no_experience);
}

Common common_of(const Subject& need, const Subject& offer, const SkillTree& tree) {
  Common common;
  if (is_out_of_question(need, offer)) return common;
  compare_skills(common, need, offer, tree);
  compare_themes(common, need, offer);
  compare_words(common, need, offer);
  if (need.material != offer.material && (need.material || !(offer.time || offer.skill))) {
    // Who lends things does not come along, and who comes brings none, unless the words say so.
    common.skill /= 2;
    common.theme /= 2;
  }
  if (need.time && offer.time)
    common.hand = need.no_experience ? kOpenHandEasy : need.names_skills ? kHandForASkill : kOpenHand;
  // Who says which things they lend, or what they would like to learn, means those.
  const bool named_in_vain =
      !(offer.words.empty() && offer.skills.empty()) && common.skill + common.theme + common.words == 0;
  if (named_in_vain) return common;
  if (need.material && offer.material) common.things = kThings;
  if (offer.learn && need.no_experience) common.learns = kLearns;
  return common;
}

int points_for_kind(const Subject& need, const Subject& offer) {
  constexpr int kSame = 10;
  constexpr int kStandsIn = 8;  // who knows how has time for it, too
  constexpr int kLittle = 4;
  if ((need.time && offer.time) || (need.skill && offer.skill) || (need.material && offer.material)) return kSame;
  if (need.time && offer.skill) return kStandsIn;
  return (need.skill && offer.time) || (!need.material && offer.learn) ? kLittle : 0;
}

int points_for_level(const Subject& need, const Subject& offer, const Common& common) {
  if (!need.skill || common.skill == 0) return 0;
  switch (offer.level) {
    case Level::professional: return kProfessional;
    case Level::at_ease: return kAtEase;
    case Level::curious: return need.no_experience ? 0 : kCurious;
    case Level::unsaid: break;
  }
  return 0;
}

bool speak_alike(const Subject& need, const Subject& offer) {
  return std::ranges::find(need.languages, offer.language) != need.languages.end();
}

int points_for_language(const Subject& need, const Subject& offer) {
  if (need.languages.empty() || offer.language.empty()) return 0;
  return speak_alike(need, offer) ? kSpoken : kNotSpoken;
}

int points_beside(const Subject& need, const Subject& offer, const Common& common) {
  return points_for_level(need, offer, common) + points_for_language(need, offer) +
         (offer.remote && !need.remote ? kFromAfar : 0);
}

std::optional<Code> time_in_common(const Subject& offer, const OpenTimes& times) {
  const Availability& when = offer.when;
  if (when.now && times.soonest && *times.soonest < offer.offered_at + kNowLasts) return Code::now;
  if (when.evenings && times.evenings) return Code::evenings;
  if (when.weekends && times.weekends) return Code::weekends;
  if (when.days && times.days) return Code::days;
  if (when.to_agree || when.holidays || times.any_time) return Code::to_agree;
  return std::nullopt;
}

}  // namespace

int score_without_time(const Subject& need, const Subject& offer, const SkillTree& tree) {
  const Common common = common_of(need, offer, tree);
  const int subject = common.points();
  if (subject == 0) return 0;
  const int points = subject + points_for_kind(need, offer) + (need.in_reach ? kPlace : 0) +
                     (need.no_experience ? kNoExperience : 0) + points_beside(need, offer, common);
  return std::max(points, 1);
}

int most_for_time(const Subject& offer) {
  const Availability& when = offer.when;
  return when.now || when.evenings || when.weekends || when.days ? kTimeFits : kTimeLeftOpen;
}

int score_with_time(int without, const Subject& offer, const OpenTimes& times) {
  if (without == 0 || !times.open) return 0;
  if (const std::optional<Code> when = time_in_common(offer, times))
    return std::min(without + (*when == Code::to_agree ? kTimeLeftOpen : kTimeFits), kMost);
  const bool time_alone = offer.time && offer.skills.empty() && offer.words.empty();
  return time_alone ? 0 : without;
}

std::vector<MatchReason> reasons(const Need& need, const Subject& need_subject, const Offer& offer,
                                 const Subject& offer_subject, const OpenTimes& times, const SkillTree& tree) {
  const Common common = common_of(need_subject, offer_subject, tree);
  const auto id = [&](SkillReader::Place place) { return tree.entries()[place].id; };
  std::vector<std::pair<int, MatchReason>> found;
  const auto say = [&](int points, MatchReason reason) {
    // After those that weigh as much.
    const auto lighter = std::ranges::find_if(found, [&](const auto& other) { return other.first < points; });
    found.insert(lighter, {points, std::move(reason)});
  };
  if (common.skill > 0 && common.wanted == common.offered)
    say(common.skill, {.code = Code::same_skill, .what = id(common.wanted)});
  else if (common.skill > 0)
    say(common.skill, {.code = Code::near_skill, .what = id(common.wanted), .near = id(common.offered)});
  if (common.words > 0) say(common.words, {.code = Code::same_word, .what = word_in_common(need, offer)});
  if (common.theme > 0) say(common.theme, {.code = Code::same_theme, .what = id(common.about)});
  say(common.hand, {.code = Code::any_hand});
  say(common.things, {.code = Code::material});
  say(common.learns, {.code = Code::learns});

  std::vector<MatchReason> list;
  for (auto& [points, reason] : found)
    if (points >= kWorthSaying || (list.empty() && points > 0)) list.push_back(std::move(reason));
  if (const auto when = time_in_common(offer_subject, times)) list.push_back({.code = *when});
  if (need.details.place.here)
    list.push_back({.code = Code::here});
  else if (need.details.remote)
    list.push_back({.code = Code::remote});
  if (need.details.no_experience) list.push_back({.code = Code::no_experience});
  if (points_for_level(need_subject, offer_subject, common) == kProfessional) list.push_back({.code = Code::level});
  if (speak_alike(need_subject, offer_subject))
    list.push_back({.code = Code::language, .what = offer_subject.language});
  return list;
}

Match score(const Need& need, const Offer& offer, const SkillTree& tree, const SkillReader& reader,
            const calendar::Zone& hub, TimePoint now) {
  const Subject wanted = subject_of(need, tree, reader);
  const Subject offered = subject_of(offer, tree, reader);
  const OpenTimes times = open_times(need, hub, now);
  const int points = score_with_time(score_without_time(wanted, offered, tree), offered, times);
  if (points == 0) return {};
  return {.score = points, .reasons = reasons(need, wanted, offer, offered, times, tree)};
}

}  // namespace mur::matching
