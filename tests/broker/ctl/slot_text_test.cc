#include "broker/ctl/slot_text.h"

#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur::ctl {
namespace {

const calendar::Zone kParis = calendar::Zone::find("Europe/Paris").value();

TEST(SlotText, ARoleAloneIsASlotForOne) {
  const auto slot = parse_slot("Graphiste, même débutant", kParis);
  ASSERT_TRUE(slot) << slot.error().message;
  EXPECT_EQ(*slot, (Slot{.role = "Graphiste, même débutant", .wanted = 1}));
}

TEST(SlotText, EveryPartIsRead) {
  const auto slot = parse_slot(
      "Servir à table;wanted=4;start=2026-03-21 18:00;minutes=180;welcomed_by=Samira;where=Grande "
      "salle;bring=Un tablier;unit=personnes",
      kParis);
  ASSERT_TRUE(slot) << slot.error().message;
  EXPECT_EQ(*slot, (Slot{.role = "Servir à table",
                         .when = calendar::Timing{.start = test::House::paris(2026, 3, 21, 18),
                                                  .end = test::House::paris(2026, 3, 21, 21)},
                         .wanted = 4,
                         .unit = "personnes",
                         .welcomed_by = "Samira",
                         .where = "Grande salle",
                         .bring = "Un tablier"}));
}

TEST(SlotText, ARotaSaysHowOftenAndUntilWhen) {
  const auto rule = [](const std::string& more) {
    const auto slot = parse_slot("Bar;start=2026-03-19 18:00;minutes=240;" + more, kParis);
    EXPECT_TRUE(slot) << (slot ? "" : slot.error().message);
    return slot && slot->when->rules.size() == 1 ? slot->when->rules[0] : std::string{};
  };
  EXPECT_EQ(rule("every=day"), "FREQ=DAILY");
  EXPECT_EQ(rule("every=week"), "FREQ=WEEKLY");
  EXPECT_EQ(rule("every=month"), "FREQ=MONTHLY;BYDAY=3TH");
  EXPECT_EQ(rule("every=week;until=2026-06-30"), "FREQ=WEEKLY;UNTIL=20260630T215959Z") << "in summer time";
  const auto fifth = parse_slot("Bar;start=2026-03-30 18:00;every=month", kParis);
  ASSERT_TRUE(fifth) << fifth.error().message;
  EXPECT_EQ(fifth->when->rules.at(0), "FREQ=MONTHLY;BYDAY=-1MO") << "not every month has a fifth";
  const auto days = parse_slot("Garder;start=2026-03-19;every=day;until=2026-03-25", kParis);
  ASSERT_TRUE(days) << days.error().message;
  EXPECT_EQ(days->when->rules.at(0), "FREQ=DAILY;UNTIL=20260325");
}

TEST(SlotText, AWrongPartIsNamed) {
  for (const auto* text :
       {"Servir;needed=4", "Servir;wanted=many", "Servir;start=noon", "Servir;minutes=30", "Servir;wanted=0",
        "Servir;start=2026-03-21;minutes=30", "Servir;every=week", "Servir;start=2026-03-21 18:00;every=year",
        "Servir;start=2026-03-21 18:00;until=2026-06-30", "Servir;start=2026-03-21 18:00;every=week;until=soon",
        "Servir;start=2026-03-21 18:00;every=week;until=2026-03-01"}) {
    const auto slot = parse_slot(text, kParis);
    ASSERT_FALSE(slot) << text;
    EXPECT_EQ(slot.error().code, Errc::invalid) << text;
    EXPECT_EQ(slot.error().field, "--slot") << text;
  }
}

}  // namespace
}  // namespace mur::ctl
