#include "shared/calendar/instant.h"

#include <gtest/gtest.h>

namespace mur::calendar {
namespace {

using namespace std::chrono;

TimePoint utc(int y, unsigned m, unsigned d, int h = 0, int min = 0, int s = 0) {
  return sys_days{year{y} / month{m} / day{d}} + hours{h} + minutes{min} + seconds{s};
}

class ParseInstant : public testing::Test {
 protected:
  Zone paris = Zone::find("Europe/Paris").value();
};

TEST_F(ParseInstant, WithoutAnOffsetIsWallTimeOfTheHub) {
  EXPECT_EQ(parse_instant("2026-03-14T18:30", paris).value(), utc(2026, 3, 14, 17, 30));
  EXPECT_EQ(parse_instant("2026-07-14 18:30:15", paris).value(), utc(2026, 7, 14, 16, 30, 15));
}

TEST_F(ParseInstant, WithoutATimeIsMidnight) {
  EXPECT_EQ(parse_instant("2026-03-14", paris).value(), utc(2026, 3, 13, 23));
}

TEST_F(ParseInstant, AnOffsetCountsWhateverTheZone) {
  EXPECT_EQ(parse_instant("2026-03-14T18:30Z", paris).value(), utc(2026, 3, 14, 18, 30));
  EXPECT_EQ(parse_instant("2026-03-14T18:30+05:30", paris).value(), utc(2026, 3, 14, 13, 0));
  EXPECT_EQ(parse_instant("2026-03-14T18:30-03:00", paris).value(), utc(2026, 3, 14, 21, 30));
}

TEST_F(ParseInstant, AnythingElseIsRefusedWithAnExample) {
  for (const char* wrong : {"", "now", "14/03/2026", "2026-3-14", "2026-02-30", "2026-03-14T", "2026-03-14T25:00",
                            "2026-03-14T18", "2026-03-14T18:30X", "2026-03-14T18:30Z ", "2026-03-14T18:30+1"}) {
    const auto read = parse_instant(wrong, paris);
    ASSERT_FALSE(read) << wrong;
    EXPECT_EQ(read.error().code, Errc::invalid);
    EXPECT_NE(read.error().message.find("2026-03-14T18:30"), std::string::npos);
  }
}

}  // namespace
}  // namespace mur::calendar
