#include "kiosk/ui/touch_targets.h"

#include <gtest/gtest.h>

namespace mur::kiosk {
namespace {

constexpr TargetRules kRules{.screen = {0, 0, 1920, 1080}, .side = 72, .key_side = 60, .gap = 8};

TouchTarget target(std::string id, Rect rect) {
  return {.id = std::move(id), .rect = rect, .visible = rect, .label = "Retour"};
}

std::vector<std::string> faults_of(std::vector<TouchTarget> all) {
  TouchTargets targets;
  for (TouchTarget& each : all) targets.add(std::move(each));
  return faults(targets, kRules);
}

TEST(TouchTargetFaults, NoneWhereAllIsWell) {
  EXPECT_TRUE(faults_of({target("a", {0, 0, 72, 72}), target("b", {80, 0, 72, 72})}).empty());
}

TEST(TouchTargetFaults, NamesWhatIsTooSmallTooNearOrOutside) {
  EXPECT_EQ(faults_of({target("a", {0, 0, 71, 72})}), (std::vector<std::string>{"a is too small: 71 x 72 at 0, 0"}));
  EXPECT_EQ(faults_of({target("a", {0, 0, 80, 80}), target("b", {84, 0, 80, 80})}),
            (std::vector<std::string>{"b is too near to a: 80 x 80 at 84, 0 and 80 x 80 at 0, 0"}));
  EXPECT_EQ(faults_of({target("a", {1860, 0, 80, 80})}),
            (std::vector<std::string>{"a is outside the screen: 80 x 80 at 1860, 0"}));
}

TEST(TouchTargetFaults, NamesWhatSpeechOrATestCouldNotFind) {
  TouchTarget silent = target("a", {0, 0, 80, 80});
  silent.label.clear();
  EXPECT_EQ(faults_of({silent}), (std::vector<std::string>{"a has no label for speech"}));
  EXPECT_EQ(faults_of({target("a", {0, 0, 80, 80}), target("a", {200, 0, 80, 80})}),
            (std::vector<std::string>{"a is there twice"}));
}

TEST(TouchTargetFaults, KeysMayBeSmaller) {
  TouchTarget key = target("key.a", {0, 0, 62, 62});
  key.role = Role::key;
  EXPECT_TRUE(faults_of({key}).empty());
}

TEST(TouchTargetFaults, WhatAListOrADialogueHidesIsForgiven) {
  TouchTarget cut = target("a", {0, 1000, 200, 200});
  cut.visible = {0, 1000, 200, 40};
  TouchTarget gone = target("b", {0, 1300, 20, 20});
  gone.visible = {};
  EXPECT_TRUE(faults_of({cut, gone}).empty());

  TouchTargets targets;
  targets.add(target("under", {0, 0, 500, 500}));
  targets.cover();
  targets.add(target("over", {100, 100, 200, 200}));
  EXPECT_TRUE(faults(targets, kRules).empty());
  EXPECT_TRUE(targets.find("under")->covered);
  EXPECT_FALSE(targets.find("over")->covered);
  EXPECT_EQ(targets.find("nobody"), nullptr);
}

}  // namespace
}  // namespace mur::kiosk
