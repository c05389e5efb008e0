#include "shared/calendar/zone.h"

#include <gtest/gtest.h>

#include "tests/shared/calendar/build.h"

namespace mur::calendar {
namespace {

TEST(Zone, AWallTimeThatHappensTwiceIsTheFirst) {
  EXPECT_EQ(paris().to_sys(local("20261025T023000")), instant("20261025T003000Z"));
}

TEST(Zone, AWallTimeInTheGapIsReadWithTheOffsetBefore) {
  EXPECT_EQ(paris().to_sys(local("20260329T023000")), instant("20260329T013000Z"));
  EXPECT_EQ(paris().to_local(instant("20260329T013000Z")), local("20260329T033000"));
}

TEST(Zone, SummerTimeGoesOnAfter2037) {
  for (const char* year : {"2036", "2037", "2038", "2050", "2099"}) {
    SCOPED_TRACE(year);
    const std::string summer = std::string(year) + "0715T120000";
    const std::string winter = std::string(year) + "0115T120000";
    EXPECT_EQ(local(summer).time_since_epoch() - paris().to_sys(local(summer)).time_since_epoch(),
              std::chrono::hours{2});
    EXPECT_EQ(local(winter).time_since_epoch() - paris().to_sys(local(winter)).time_since_epoch(),
              std::chrono::hours{1});
  }
  EXPECT_EQ(paris().to_sys(local("20500327T023000")), instant("20500327T013000Z"));  // in that year's gap
  EXPECT_EQ(paris().to_sys(local("20501030T023000")), instant("20501030T003000Z"));  // twice
}

TEST(Zone, AnUnknownNameIsRefusedWithTheNearestOne) {
  const auto zone = Zone::find("Pariss");
  ASSERT_FALSE(zone);
  EXPECT_EQ(zone.error().code, Errc::not_found);
  EXPECT_EQ(zone.error().message, "time zone \"Pariss\" is unknown; did you mean \"Europe/Paris\"?");
}

TEST(Zone, TheMachinesOwnZoneIsNotAName) {
  EXPECT_FALSE(Zone::find("localtime"));
  EXPECT_FALSE(Zone::find(""));
}

TEST(Zone, UtcIsUtc) {
  EXPECT_EQ(Zone::utc().to_sys(local("20260314T120000")), instant("20260314T120000Z"));
  EXPECT_EQ(Zone::utc().to_local(instant("20500314T120000Z")), local("20500314T120000"));
}

}  // namespace
}  // namespace mur::calendar
