#include "shared/domain/guarantor.h"

#include <gtest/gtest.h>

#include "shared/domain/scope.h"
#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;

TEST(Guarantors, AnRnaNumberIsWAndNineDigits) {
  EXPECT_TRUE(is_rna("W751234567"));
  EXPECT_TRUE(is_rna("w751 234 567"));
  EXPECT_FALSE(is_rna("W75123456"));
  EXPECT_FALSE(is_rna("W7512345678"));
  EXPECT_FALSE(is_rna("X751234567"));
  EXPECT_FALSE(is_rna("W75123456A"));
}

TEST(Guarantors, ASiretNumberChecksItself) {
  EXPECT_TRUE(is_siret("732 829 320 00074")) << "INSEE's own example";
  EXPECT_TRUE(is_siret("73282932000074"));
  EXPECT_FALSE(is_siret("73282932000075")) << "a wrong digit";
  EXPECT_FALSE(is_siret("73282932000704")) << "two that changed places";
  EXPECT_FALSE(is_siret("7328293200007"));
}

TEST(Guarantors, LaPostesOfficesHaveASumOfTheirOwn) {
  EXPECT_TRUE(is_siret("35600000000048")) << "its seat, by Luhn";
  EXPECT_TRUE(is_siret("35600000049837")) << "an office: its digits sum to 45";
  EXPECT_FALSE(is_siret("35600000049838"));
  EXPECT_FALSE(is_siret("35500000000002")) << "of nobody else: its digits sum to 15, but it is not La Poste's";
}

TEST(Guarantors, ANameIsGoodAWrongNumberIsNot) {
  EXPECT_TRUE(check_named_guarantor("Samira, accueil"));
  EXPECT_TRUE(check_named_guarantor("Collectif 2025"));
  EXPECT_TRUE(check_named_guarantor("W751234567"));
  EXPECT_EQ(check_named_guarantor("").error().field, "guarantor");
  EXPECT_EQ(check_named_guarantor("W75123456").error().field, "guarantor");
  EXPECT_EQ(check_named_guarantor("SIRET 73282932000075").error().field, "guarantor");
  EXPECT_EQ(check_named_guarantor("—").error().field, "guarantor");
}

TEST(Trust, KeepsWhoOfTheHubVouches) {
  House house;
  EXPECT_EQ(house.the(house.resident).vouched_by, "admin");
  EXPECT_EQ(house.the(house.newcomer).vouched_by, "");
  Actor samira = House::admin();
  samira.name = "Samira";
  house.must(SetTrust{.organization = house.newcomer, .trust = Trust::trusted, .guarantor = "W751234567"}, samira);
  EXPECT_EQ(house.the(house.newcomer).vouched_by, "Samira");
  const auto shown = project(house.the(house.newcomer), Scope{});
  ASSERT_TRUE(shown);
  EXPECT_EQ(std::get<Organization>(*shown).vouched_by, "") << "no wall names them";

  house.must(SetTrust{.organization = house.newcomer, .trust = Trust::newcomer}, House::admin());
  EXPECT_EQ(house.the(house.newcomer).vouched_by, "");
}

TEST(Trust, NeedsSomeoneWithAName) {
  House house;
  Actor nobody = House::admin();
  nobody.name.clear();
  const auto refused =
      house.ask(SetTrust{.organization = house.newcomer, .trust = Trust::trusted, .guarantor = "W751234567"}, nobody);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "key");
}

TEST(Trust, WhatTouchesVulnerablePeopleOrNamesSomeoneWaitsAllTheSame) {
  House house;
  EventDetails details = House::soup();
  details.description = "Aide aux devoirs avec les enfants du quartier";
  const auto status = [&](const EventDetails& event, const Actor& actor) {
    return house.the(EventId{house.must(PutEvent{.organization = house.resident, .details = event}, actor).uuid})
        .moderation.status;
  };
  EXPECT_EQ(status(details, house.cook()), PostStatus::pending);
  details.uid = "portrait@cantine";
  details.description = "Un portrait de Mme Dupont";
  EXPECT_EQ(status(details, house.cook()), PostStatus::pending);
  details.uid = "desk@cantine";
  EXPECT_EQ(status(details, House::moderator()), PostStatus::published) << "staff has read it";
  EXPECT_EQ(status(House::soup(), house.cook()), PostStatus::published);

  NeedDetails need = House::servers();
  need.description = "Maraude du soir";
  const NeedId id{house.must(PutNeed{.organization = house.resident, .details = need}, house.cook()).uuid};
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::pending);
}

}  // namespace
}  // namespace mur
