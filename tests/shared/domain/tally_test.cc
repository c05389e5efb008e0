// What a need counts beside people.
#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;

class Tallies : public testing::Test {
 protected:
  NeedId add(const Tally& tally, std::vector<Slot> slots = {}) {
    NeedDetails details = House::servers();
    details.slots = std::move(slots);
    details.tally = tally;
    return NeedId{house.must(PutNeed{.organization = house.resident, .details = details}, house.cook()).uuid};
  }
  Result<Changes> count(NeedId need, int given, int used) {
    return house.ask(CountTally{.need = need, .given = given, .used = used}, house.cook());
  }
  [[nodiscard]] TallySoFar so_far(NeedId need) const { return house.the(need).so_far; }

  House house;
  const Tally meals{.kind = TallyKind::suspended, .unit = "repas"};
  const Tally gifts{
      .kind = TallyKind::matched_gift, .unit = "€", .matched_from = 100, .matched_to = 300, .ceiling = 5000};
};

TEST_F(Tallies, MealsAreGivenAheadAndUsed) {
  const NeedId need = add(meals);
  EXPECT_TRUE(count(need, 12, 0));
  EXPECT_TRUE(count(need, 2, 5));
  EXPECT_EQ(so_far(need), (TallySoFar{.given = 14, .used = 5, .at = house.now}));
  EXPECT_EQ(left(so_far(need)), 9);
  EXPECT_TRUE(count(need, -2, -1)) << "a slip of the pen";
  EXPECT_EQ(left(so_far(need)), 8);
}

TEST_F(Tallies, NoMoreIsUsedThanWasGiven) {
  const NeedId need = add(meals);
  EXPECT_TRUE(count(need, 3, 0));
  EXPECT_EQ(count(need, 0, 4).error().field, "used");
  EXPECT_TRUE(count(need, 1, 4)) << "in one go";
  EXPECT_EQ(count(need, -1, 0).error().field, "given");
  EXPECT_EQ(count(need, 0, -5).error().field, "used");
  EXPECT_EQ(count(need, 0, 0).error().code, Errc::invalid);
}

TEST_F(Tallies, ACeilingBoundsWhatWaits) {
  Tally few = meals;
  few.ceiling = 10;
  const NeedId need = add(few);
  EXPECT_EQ(count(need, 11, 0).error().field, "given");
  EXPECT_TRUE(count(need, 10, 0));
  EXPECT_TRUE(count(need, 0, 4));
  EXPECT_TRUE(count(need, 4, 0)) << "four were used";
  EXPECT_FALSE(count(need, 1, 0));
}

TEST_F(Tallies, AMatchedGiftBecomesMoreUpToItsCeiling) {
  const NeedId need = add(gifts);
  EXPECT_TRUE(count(need, 100, 0));
  EXPECT_EQ(comes_to(gifts, so_far(need)), 300);
  EXPECT_TRUE(count(need, 5900, 0)) << "people may give more than is matched";
  EXPECT_EQ(comes_to(gifts, so_far(need)), 5000 * 3 + 1000);
  EXPECT_EQ(count(need, 0, 1).error().field, "used");
}

TEST_F(Tallies, OnlyItsOrganizationAndTheHubCount) {
  const NeedId need = add(meals);
  EXPECT_EQ(house.ask(CountTally{.need = need, .given = 1}, house.mechanic()).error().code, Errc::not_found);
  EXPECT_EQ(house.ask(CountTally{.need = need, .given = 1}, House::kiosk()).error().code, Errc::forbidden);
  EXPECT_TRUE(house.ask(CountTally{.need = need, .given = 1}, House::moderator()));
}

TEST_F(Tallies, ANeedWithoutCountOrThatIsClosedCountsNothing) {
  const NeedId people{
      house.must(PutNeed{.organization = house.resident, .details = House::servers()}, house.cook()).uuid};
  EXPECT_EQ(count(people, 1, 0).error().field, "need");
  const NeedId need = add(meals);
  house.must(CloseNeed{need}, house.cook());
  EXPECT_EQ(count(need, 1, 0).error().code, Errc::closed);
}

TEST_F(Tallies, AChangeOfTheNeedKeepsTheCountUnlessItCountsSomethingElse) {
  const NeedId need = add(meals);
  EXPECT_TRUE(count(need, 12, 3));
  NeedDetails details = house.the(need).details;
  details.title = "Repas suspendus";
  details.tally->ceiling = 40;
  house.must(PutNeed{.need = need, .organization = house.resident, .details = details}, house.cook());
  EXPECT_EQ(left(so_far(need)), 9);
  details.tally = gifts;
  house.must(PutNeed{.need = need, .organization = house.resident, .details = details}, house.cook());
  EXPECT_EQ(so_far(need), TallySoFar{});
}

TEST_F(Tallies, FaultsNameTheFieldAndTheRemedy) {
  const auto field = [&](const Tally& tally) {
    NeedDetails details = House::servers();
    details.tally = tally;
    const auto put = house.ask(PutNeed{.organization = house.resident, .details = details}, house.cook());
    return put ? "" : put.error().field;
  };
  EXPECT_EQ(field(meals), "");
  EXPECT_EQ(field({.kind = TallyKind::suspended, .unit = ""}), "unit");
  EXPECT_EQ(field({.kind = TallyKind::suspended, .unit = "repas", .ceiling = -1}), "ceiling");
  EXPECT_EQ(field({.kind = TallyKind::suspended, .unit = "repas", .matched_from = 1, .matched_to = 3}), "matched");
  EXPECT_EQ(field({.kind = TallyKind::matched_gift, .unit = "€"}), "matched");
  EXPECT_EQ(field({.kind = TallyKind::matched_gift, .unit = "€", .matched_from = 100, .matched_to = 50}), "matched");
  EXPECT_EQ(field({.kind = TallyKind::suspended, .unit = "repas", .url = "ftp://example.org"}), "url");
}

TEST(WhoMayCome, SaysWhoMayComeWithinReason) {
  House house;
  const auto field = [&](const WhoMayCome& who) {
    NeedDetails details = House::servers();
    details.who = who;
    const auto put = house.ask(PutNeed{.organization = house.resident, .details = details}, house.cook());
    return put ? "" : put.error().field;
  };
  EXPECT_EQ(field({.access = {.step_free = Known::yes}, .age_from = 16, .groups = true, .languages = {"fr", "pt-BR"}}),
            "");
  EXPECT_EQ(field({.age_from = -1}), "age_from");
  EXPECT_EQ(field({.age_from = 100}), "age_from");
  for (const char* no_language : {"Français", "f", "fr-", "-fr", "frfr", "fr_FR"})
    EXPECT_EQ(field({.languages = {no_language}}), "languages") << no_language;
}

}  // namespace
}  // namespace mur
