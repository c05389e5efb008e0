// A big mission is cut into pieces that one evening can hold.
#include "shared/domain/split.h"

#include <gtest/gtest.h>

#include "shared/missions/template_file.h"

namespace mur {
namespace {

using namespace std::chrono_literals;
using calendar::When;

constexpr auto kSaturday = std::chrono::local_days{std::chrono::year{2026} / 3 / 21};

SlotId slot_id(std::string_view name) { return SlotId{derive_uuid(Uuid{}, name)}; }

/// From 14 h on, Paris.
Slot slot(std::string role, std::chrono::minutes length, int wanted = 3) {
  Slot made{.id = slot_id(role), .role = role, .wanted = wanted, .welcomed_by = "Samira", .where = "Cour"};
  const When start{.kind = When::Kind::zoned, .local = kSaturday + 14h, .zone = "Europe/Paris"};
  When end = start;
  end.local += length;
  made.when = calendar::Timing{.start = start, .end = end};
  return made;
}

NeedDetails fete(std::vector<Slot> slots) { return {.title = "Fête du quartier", .slots = std::move(slots)}; }

std::chrono::seconds start_of(const Slot& slot) { return slot.when->start.local - kSaturday; }
std::chrono::seconds end_of(const Slot& slot) { return slot.when->end->local - kSaturday; }

TEST(SplitByRole, EachRoleBecomesANeedThatNamesIt) {
  const auto pieces = split_by_role(fete({slot("Tenir la buvette", 4h), slot("Monter la scène", 2h)}));
  ASSERT_TRUE(pieces) << pieces.error().message;
  ASSERT_EQ(pieces->need.slots.size(), 1U);
  EXPECT_EQ(pieces->need.slots[0].id, slot_id("Tenir la buvette"));
  ASSERT_EQ(pieces->others.size(), 1U);
  EXPECT_EQ(pieces->others[0].title, "Fête du quartier\u00A0: Monter la scène");
  EXPECT_TRUE(pieces->others[0].slots.at(0).id.is_nil()) << "a new need makes its own";
  EXPECT_EQ(start_of(pieces->others[0].slots[0]), 14h);
}

TEST(SplitByRole, WhoAnsweredStaysWithTheNeedTheyAnswered) {
  Slot taken = slot("Monter la scène", 2h);
  taken.held = 1;
  const auto pieces = split_by_role(fete({slot("Buvette", 4h), taken, slot("Ranger", 1h)}));
  ASSERT_TRUE(pieces);
  EXPECT_EQ(pieces->need.slots.size(), 2U);
  EXPECT_EQ(pieces->others.size(), 1U);
  EXPECT_EQ(split_by_role(fete({slot("Buvette", 4h), taken})).error().code, Errc::closed);
  EXPECT_EQ(split_by_role(fete({slot("Buvette", 4h)})).error().code, Errc::closed);
}

TEST(SplitByShift, LongSlotsBecomeEqualShiftsOnWholeFiveMinutes) {
  const auto pieces = split_by_shift(fete({slot("Buvette", 7h, 4), slot("Ranger", 1h)}), 2h);
  ASSERT_TRUE(pieces) << pieces.error().message;
  const auto& slots = pieces->need.slots;
  ASSERT_EQ(slots.size(), 5U);
  EXPECT_EQ(slots[0].role, "Buvette (1/4)");
  EXPECT_EQ(slots[0].id, slot_id("Buvette"));
  EXPECT_TRUE(slots[1].id.is_nil());
  EXPECT_EQ(start_of(slots[0]), 14h);
  EXPECT_EQ(end_of(slots[0]), 15h + 45min);
  for (std::size_t i = 1; i < 4; ++i) EXPECT_EQ(start_of(slots[i]), end_of(slots[i - 1])) << "no gap, no overlap";
  EXPECT_EQ(end_of(slots[3]), 21h);
  EXPECT_EQ(slots[3].wanted, 4);
  EXPECT_EQ(slots[4].role, "Ranger");
}

TEST(SplitByShift, ARotaKeepsItsRuleInEachShift) {
  Slot weekly = slot("Bar", 4h);
  weekly.when->rules = {"FREQ=WEEKLY"};
  const auto pieces = split_by_shift(fete({weekly}), 2h);
  ASSERT_TRUE(pieces);
  ASSERT_EQ(pieces->need.slots.size(), 2U);
  for (const Slot& one : pieces->need.slots) EXPECT_EQ(one.when->rules, weekly.when->rules);
}

TEST(SplitByShift, WhatPeopleHaveOrHasNoHoursStaysWhole) {
  Slot taken = slot("Buvette", 6h);
  taken.accepted = 1;
  EXPECT_EQ(split_by_shift(fete({taken}), 2h).error().code, Errc::closed);
  EXPECT_EQ(split_by_shift(fete({Slot{.role = "Site"}}), 2h).error().code, Errc::closed);
  EXPECT_EQ(split_by_shift(fete({slot("Buvette", 6h)}), 6h).error().code, Errc::closed);
  EXPECT_EQ(split_by_shift(fete({slot("Buvette", 6h)}), 10min).error().field, "hours");
  EXPECT_EQ(split_by_shift(fete({slot("Buvette", 24h)}), 30min).error().code, Errc::too_large);
}

TEST(SplitByTask, TheTasksOfATemplateStandAroundTheMissionsHours) {
  const auto templates = missions::read_templates(missions::default_templates(), "templates.toml").value();
  const auto pieces = split_by_task(fete({slot("Stand", 4h)}), *missions::find_template(templates, "stand"), "fr");
  ASSERT_TRUE(pieces) << pieces.error().message;
  const auto& slots = pieces->need.slots;
  ASSERT_EQ(slots.size(), 4U);
  EXPECT_EQ(slots[0].role, "Préparer le matériel du stand");
  EXPECT_FALSE(slots[0].when) << "when it suits";
  EXPECT_EQ(start_of(slots[1]), 13h);
  EXPECT_EQ(end_of(slots[1]), 14h);
  EXPECT_EQ(start_of(slots[2]), 14h);
  EXPECT_EQ(end_of(slots[2]), 18h);
  EXPECT_EQ(start_of(slots[3]), 18h);
  EXPECT_EQ(end_of(slots[3]), 18h + 45min);
  EXPECT_EQ(slots[1].where, "Cour");
  EXPECT_EQ(slots[1].welcomed_by, "Samira");
}

TEST(SplitByTask, SlotsThatPeopleHaveStay) {
  const auto templates = missions::read_templates(missions::default_templates(), "templates.toml").value();
  const missions::Template& poster = *missions::find_template(templates, "poster");
  Slot taken = slot("Dessiner", 1h);
  taken.listed = 1;
  const auto pieces = split_by_task(fete({taken, Slot{.role = "Affichage"}}), poster, "en");
  ASSERT_TRUE(pieces);
  ASSERT_EQ(pieces->need.slots.size(), 1 + poster.tasks.size());
  EXPECT_EQ(pieces->need.slots[0], taken);
  EXPECT_EQ(pieces->need.slots[1].role, "Design the poster");
  EXPECT_EQ(split_by_task(fete({taken}), poster, "en").error().code, Errc::closed);
}

TEST(Splitting, IsWorthSayingForManySkillsOrALongDay) {
  EXPECT_FALSE(is_worth_splitting(fete({slot("Buvette", 3h)})));
  EXPECT_TRUE(is_worth_splitting(fete({slot("Buvette", 6h)})));
  NeedDetails skilled = fete({Slot{.role = "Site"}});
  skilled.skills = {"a", "b", "c"};
  EXPECT_FALSE(is_worth_splitting(skilled));
  skilled.skills.push_back("d");
  EXPECT_TRUE(is_worth_splitting(skilled));
}

}  // namespace
}  // namespace mur
