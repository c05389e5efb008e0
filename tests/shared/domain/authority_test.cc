#include "shared/domain/authority.h"

#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur {
namespace {

constexpr std::array kEveryRole{Role::admin,    Role::moderator, Role::on_duty, Role::owner, Role::member,
                                Role::proposer, Role::visitor,   Role::kiosk,   Role::clock};

TEST(Authority, AKioskMayExactlyWhatAVisitorMay) {
  for (std::size_t act = 0; act < kActs; ++act)
    EXPECT_EQ(authority(Role::kiosk, static_cast<Act>(act)), authority(Role::visitor, static_cast<Act>(act)))
        << to_string(static_cast<Act>(act));
}

TEST(Authority, NobodyButTheBrokerSetsTheHubOrLetsTimePass) {
  for (const Role role : kEveryRole) {
    const Grant expected = role == Role::clock ? Grant::allowed : Grant::never;
    EXPECT_EQ(authority(role, Act::put_hub), expected) << to_string(role);
    EXPECT_EQ(authority(role, Act::expire), expected) << to_string(role);
  }
}

TEST(Authority, OnDutyHidesButNeverOpensContactsNorUnhides) {
  EXPECT_EQ(authority(Role::on_duty, Act::hide), Grant::allowed);
  EXPECT_EQ(authority(Role::on_duty, Act::unhide), Grant::never);
  EXPECT_EQ(authority(Role::on_duty, Act::open_contact), Grant::never);
}

TEST(Authority, UnknownRolesMayNothing) {
  EXPECT_EQ(authority(static_cast<Role>(0), Act::get_status), Grant::never);
  EXPECT_EQ(authority(static_cast<Role>(200), Act::get_status), Grant::never);
}

TEST(Authority, DecideRefusesWhatTheTableForbids) {
  test::House house;
  const auto refused = house.ask(Approve{.post = record_id(OfferId{})}, test::House::kiosk());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::forbidden);
  EXPECT_EQ(refused.error().field, "approve");
}

TEST(Commands, TooOldOrTooFarAheadAreRefused) {
  test::House house;
  Order old = house.order(PutEvent{.organization = house.resident, .details = test::House::soup()});
  old.made_at = house.now - limits::kCommandOldest - Milliseconds{1};
  EXPECT_EQ(house.ask(old, house.cook()).error().code, Errc::too_old);
  old.made_at = house.now + limits::kCommandAhead + Milliseconds{1};
  EXPECT_EQ(house.ask(old, house.cook()).error().field, "made_at");
}

}  // namespace
}  // namespace mur
