// Our generator beside libical's iterator, which is only ever given rules that are known to end.
#include <gtest/gtest.h>
#include <libical/ical.h>

#include <memory>

#include "tests/shared/calendar/build.h"

namespace mur::calendar {
namespace {

constexpr std::size_t kInstances = 18;  // 72 years of the slowest rule; libical's iterator gives up on some later ones

struct FreeIterator {
  void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};

std::vector<std::chrono::local_seconds> as_libical_has_it(const char* rule, const char* start) {
  const std::unique_ptr<icalrecur_iterator, FreeIterator> iterator(
      icalrecur_iterator_new(icalrecurrencetype_from_string(rule), icaltime_from_string(start)));
  std::vector<std::chrono::local_seconds> instances;
  while (instances.size() < kInstances) {
    const icaltimetype next = icalrecur_iterator_next(iterator.get());
    if (icaltime_is_null_time(next) != 0) break;
    instances.push_back(local(icaltime_as_ical_string(next)));
  }
  return instances;
}

TEST(LibicalCheck, OrdinaryRulesGiveTheSameInstances) {
  constexpr std::size_t kSteps = 1'000'000;
  constexpr const char* kStart = "20260310T183000";
  for (const char* rule :
       {"FREQ=DAILY", "FREQ=DAILY;INTERVAL=10;COUNT=5", "FREQ=WEEKLY;BYDAY=MO,WE,FR;INTERVAL=2;WKST=SU",
        "FREQ=WEEKLY;UNTIL=20260601T000000", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=6,7;BYDAY=1SU",
        "FREQ=YEARLY;BYYEARDAY=1,100,-1", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "FREQ=HOURLY;INTERVAL=5",
        "FREQ=MINUTELY;INTERVAL=90", "FREQ=DAILY;BYHOUR=9,14;BYMINUTE=0,30"}) {
    Timing timing;
    timing.start = when(kStart);
    timing.rules = {rule};
    const auto expansion =
        expand(timing, Zone::utc(), window("20260101T000000", "22000101T000000"), kInstances, kSteps);
    ASSERT_TRUE(expansion) << rule << ": " << expansion.error().message;
    EXPECT_EQ(starts(*expansion), as_libical_has_it(rule, kStart)) << rule;
  }
}

}  // namespace
}  // namespace mur::calendar
