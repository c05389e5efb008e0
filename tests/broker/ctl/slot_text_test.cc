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

TEST(SlotText, AWrongPartIsNamed) {
  for (const auto* text : {"Servir;needed=4", "Servir;wanted=many", "Servir;start=noon", "Servir;minutes=30",
                           "Servir;wanted=0", "Servir;start=2026-03-21;minutes=30"}) {
    const auto slot = parse_slot(text, kParis);
    ASSERT_FALSE(slot) << text;
    EXPECT_EQ(slot.error().code, Errc::invalid) << text;
    EXPECT_EQ(slot.error().field, "--slot") << text;
  }
}

}  // namespace
}  // namespace mur::ctl
