// Where else whoever was not taken could help.
#include "shared/domain/other_needs.h"

#include "tests/shared/domain/reply_house.h"

namespace mur {
namespace {

using test::House;
using test::march_at;
using test::ReplyHouse;

class OtherNeeds : public testing::Test {
 protected:
  OtherNeeds() {
    house.must(SetTrust{.organization = house.newcomer, .trust = Trust::trusted, .guarantor = "Samira"},
               House::admin());
  }

  template <class Change>
  NeedId need(Change&& change) {
    NeedDetails details = House::servers();
    change(details);
    return NeedId{house.must(PutNeed{.organization = house.newcomer, .details = details}, house.mechanic()).uuid};
  }
  NeedId need_on(unsigned day) {
    return need([day](NeedDetails& details) {
      details.slots[0].when =
          calendar::Timing{.start = House::paris(2026, 3, day, 18), .end = House::paris(2026, 3, day, 21)};
    });
  }
  [[nodiscard]] std::vector<NeedId> others(std::optional<NeedId> answered) const {
    return other_needs(house.wall, answered, house.now);
  }

  ReplyHouse house;
};

TEST_F(OtherNeeds, AreThoseOfItsThemeOrSkillThenOfItsKindThenTheRest) {
  NeedDetails details = House::servers();
  details.theme = "alimentation";
  details.skills = {"service", "cuisine"};
  const NeedId answered{house.must(PutNeed{.organization = house.resident, .details = details}, house.cook()).uuid};
  const NeedId other = need([](NeedDetails& it) { it.kind = NeedKind::material; });
  const NeedId kind = need([](NeedDetails&) {});
  const NeedId skill = need([](NeedDetails& it) {
    it.kind = NeedKind::skill;
    it.skills = {"cuisine"};
  });
  EXPECT_EQ(others(answered), (std::vector{skill, kind, other}));
  const NeedId theme = need([](NeedDetails& it) {
    it.kind = NeedKind::material;
    it.theme = "alimentation";
  });
  const std::vector<NeedId> nearest = others(answered);
  ASSERT_EQ(nearest.size(), limits::kOtherNeeds);
  EXPECT_EQ(std::set(nearest.begin(), nearest.begin() + 2), (std::set{skill, theme}));
  EXPECT_EQ(nearest[2], kind);
}

TEST_F(OtherNeeds, NoThemeIsNotATheme) {
  const Need& answered = house.the(house.need_of(1));
  const Need& other = house.the(need([](NeedDetails& it) { it.kind = NeedKind::skill; }));
  EXPECT_EQ(distance_from(&answered, other), (std::pair{2, 0}));
  EXPECT_EQ(distance_from(nullptr, other), (std::pair{0, 0}));
}

TEST_F(OtherNeeds, AnotherOrganizationsComeBeforeThoseOfTheSame) {
  const NeedId answered = house.need_of(1);
  const NeedId same = house.need_of(1);
  const NeedId another = need([](NeedDetails&) {});
  EXPECT_EQ(others(answered), (std::vector{another, same}));
}

TEST_F(OtherNeeds, AsNearTheyComeByTheirEndAndThreeAtMost) {
  const NeedId late = need_on(28);
  const NeedId open = need([](NeedDetails& it) { it.slots[0].when.reset(); });
  const NeedId early = need_on(14);
  EXPECT_EQ(others({}), (std::vector{early, late, open}));
  const NeedId middle = need_on(21);
  EXPECT_EQ(others({}), (std::vector{early, middle, late}));
  EXPECT_EQ(others(NeedId{}), (std::vector{early, middle, late})) << "of one that is gone nothing is known";
}

TEST_F(OtherNeeds, OnlyThoseThatAreOnTheWallAndStillMissPeople) {
  const NeedId full = house.need_of(1);
  house.answer(full);
  const NeedId hidden = need([](NeedDetails&) {});
  house.must(Hide{.post = record_id(hidden), .reason = Reason::hoax}, House::moderator());
  const NeedId closed = need([](NeedDetails&) {});
  house.must(CloseNeed{closed}, house.mechanic());
  const NeedId closes = need([](NeedDetails& it) { it.closes_at = march_at(13, 12); });
  const NeedId over = need_on(14);
  EXPECT_EQ(others({}), (std::vector{closes, over}));
  EXPECT_EQ(others(over), std::vector{closes}) << "not the one they answered";
  house.now = march_at(13, 12);
  EXPECT_EQ(others({}), std::vector{over});
  house.now = march_at(14, 21);
  EXPECT_TRUE(others({}).empty());
}

}  // namespace
}  // namespace mur
