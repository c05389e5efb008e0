// How long the five best matches of a post take, on walls of 1,000, 10,000 and 100,000 posts, half of them needs. What
// they say are the phrases of real lists of services and skills ($MUR_SHARED_DATA/needs_offers).
#include <fmt/format.h>
#include <time.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "shared/base/text.h"
#include "shared/domain/limits.h"
#include "shared/matching/matches.h"
#include "shared/skills/default_list.h"
#include "tests/support/shared_data.h"

namespace mur::test {
namespace {

constexpr TimePoint kNow{std::chrono::sys_days{std::chrono::year{2026} / 3 / 12} + std::chrono::hours{17}};
constexpr int kAsked = 300;  // posts whose matches are worked out

/// What this thread has computed: matching waits for nothing.
double milliseconds_computed() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

void tell_computed(const std::string& what, std::vector<double> times) {
  std::ranges::sort(times);
  fmt::print("  {}: p50 {:.2f} ms, p99 {:.2f} ms, longest {:.2f} ms ({} times)\n", what, times[times.size() / 2],
             times[times.size() * 99 / 100], times.back(), times.size());
}

std::vector<std::string> phrases() {
  std::vector<std::string> list;
  for (const char* name :
       {"accorderie_types_de_service.open.csv", "jeveuxaider_skills.csv", "tousbenevoles_missions_sample.open.csv"}) {
    std::ifstream file(shared_data() / "needs_offers" / name);
    for (std::string line; std::getline(file, line);)
      if (const std::string phrase = shorten(normalize(line), limits::kTitle); !phrase.empty()) list.push_back(phrase);
  }
  return list;
}

/// A wall as one may come to be: half the needs chose a skill of the list, a third repeat each week; half the offers
/// are made of tiles only, the others typed.
class FullWall {
 public:
  FullWall(const std::vector<std::string>& phrases, const skills::SkillTree& tree, std::size_t posts)
      : phrases_{phrases}, tree_{tree} {
    for (std::size_t i = 0; i < posts / 2; ++i) {
      wall.apply({++seq_, need(i)});
      wall.apply({++seq_, offer(i)});
    }
  }
  Wall wall;

 private:
  std::string phrase() { return phrases_[random_() % phrases_.size()]; }
  std::string skill() {
    while (true)
      if (const skills::Entry& entry = tree_.entries()[random_() % tree_.entries().size()];
          entry.kind == skills::Kind::skill)
        return entry.id;
  }
  Need need(std::size_t i) {
    Need made{.id = NeedId{derive_uuid(Uuid{}, fmt::format("need{}", i))},
              .organization = OrganizationId{derive_uuid(Uuid{}, fmt::format("organization{}", random_() % 500))},
              .details = {.kind = random_() % 3 == 0 ? NeedKind::skill : NeedKind::time,
                          .title = phrase(),
                          .description = phrase(),
                          .place = {.here = random_() % 2 == 0},
                          .no_experience = random_() % 4 == 0},
              .moderation = {.status = PostStatus::published}};
    if (random_() % 2 == 0) made.details.skills = {skill()};
    Slot slot{.role = "Aider", .wanted = static_cast<int>(random_() % 4)};
    const auto start = std::chrono::local_days{std::chrono::year{2026} / 3 / 13} + std::chrono::days{random_() % 60} +
                       std::chrono::hours{8 + random_() % 13};
    const auto at = [](std::chrono::local_seconds local) {
      return calendar::When{.kind = calendar::When::Kind::zoned, .local = local, .zone = "Europe/Paris"};
    };
    slot.when = calendar::Timing{.start = at(start), .end = at(start + std::chrono::hours{2})};
    if (random_() % 3 == 0) slot.when->rules = {"FREQ=WEEKLY"};
    made.details.slots = {slot};
    return made;
  }
  Offer offer(std::size_t i) {
    Offer made{.id = OfferId{derive_uuid(Uuid{}, fmt::format("offer{}", i))},
               .details = {.tiles = {static_cast<Tile>(1 + random_() % 11)},
                           .availability = {.evenings = random_() % 2 == 0, .weekends = random_() % 2 == 0}},
               .created_at = kNow,
               .expires_at = kNow + limits::kOfferLife,
               .moderation = {.status = PostStatus::published}};
    if (random_() % 2 == 0) {
      made.details.tiles = {Tile::other};
      made.details.text = phrase();
    }
    if (!made.details.availability.evenings) made.details.availability.days = true;
    made.kind = kind_of(made.details.tiles.front());
    return made;
  }

  const std::vector<std::string>& phrases_;
  const skills::SkillTree& tree_;
  std::mt19937 random_{20260312};
  Seq seq_ = 0;
};

void match(const std::vector<std::string>& phrases, const skills::SkillTree& tree, std::size_t posts) {
  const FullWall full(phrases, tree, posts);
  const Wall& wall = full.wall;
  const calendar::Zone zone = calendar::Zone::find("Europe/Paris").value();
  matching::Matches matches;
  const double start = milliseconds_computed();
  matches.rebuild(wall, tree);
  fmt::print("{} posts: subjects made in {:.0f} ms\n", posts, milliseconds_computed() - start);

  const matching::Around around{wall, tree, zone, kNow};
  const auto measure = [&]<class Noun>(const std::string& what, const auto& ask) {
    std::vector<const Noun*> all;
    wall.each<Noun>([&](const Noun& noun) { all.push_back(&noun); });
    std::vector<double> times;
    std::size_t found = 0;
    for (std::size_t i = 0; i < all.size(); i += std::max<std::size_t>(1, all.size() / kAsked)) {
      const double begin = milliseconds_computed();
      found += ask(*all[i]).size();
      times.push_back(milliseconds_computed() - begin);
    }
    tell_computed(
        fmt::format("{} ({:.1f} found)", what, static_cast<double>(found) / static_cast<double>(times.size())), times);
  };
  measure.operator()<Offer>("the needs for an offer",
                            [&](const Offer& offer) { return matches.needs_for(offer, around); });
  measure.operator()<Need>("the offers for a need", [&](const Need& need) { return matches.offers_for(need, around); });
}

}  // namespace
}  // namespace mur::test

int main() {
  const std::vector<std::string> phrases = mur::test::phrases();
  if (phrases.empty()) {
    fmt::print(stderr, "matching_bench: the shared data (needs_offers) is not there\n");
    return 1;
  }
  const auto tree = mur::skills::default_tree(mur::limits::kSkillList);
  if (!tree) {
    fmt::print(stderr, "{}\n", tree.error().message);
    return 1;
  }
  for (const std::size_t posts : {1'000UL, 10'000UL, 100'000UL}) mur::test::match(phrases, *tree, posts);
}
