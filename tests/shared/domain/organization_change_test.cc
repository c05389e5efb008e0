// What an organization says of itself, who may change it, and the contact charter.
#include "shared/domain/scope.h"
#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;

class OrganizationChanges : public testing::Test {
 protected:
  [[nodiscard]] const OrganizationDetails& details() const { return house.the(house.resident).details; }
  template <class Change>
  Result<Changes> change(const Actor& actor, Change&& change) {
    ChangeOrganization wish{.organization = house.resident, .details = details()};
    change(wish.details);
    return house.ask(wish, actor);
  }
  /// The field that is refused, or "done".
  template <class Change>
  std::string field(const Actor& actor, Change&& change) {
    const auto changed = this->change(actor, change);
    return changed ? "done" : changed.error().field;
  }
  std::string set_sensitivity(const Actor& actor, Sensitivity sensitivity) {
    return field(actor, [sensitivity](OrganizationDetails& it) { it.sensitivity = sensitivity; });
  }

  House house;
};

TEST_F(OrganizationChanges, AnOwnerTellsWhatItDoesAndHowToReachIt) {
  const auto changed = change(house.cook(), [](OrganizationDetails& it) {
    it.summary = "Cinquante repas par jour";
    it.url = "https://cantine.example.org";
    it.themes = {"alimentation"};
    it.email = "cuisine@cantine.example.org";
  });
  ASSERT_TRUE(changed) << changed.error().message;
  EXPECT_EQ(details().summary, "Cinquante repas par jour");
  EXPECT_EQ(details().url, "https://cantine.example.org");
  EXPECT_EQ(details().themes, std::vector<std::string>{"alimentation"});
  EXPECT_EQ(details().email, "cuisine@cantine.example.org");
  EXPECT_EQ(house.the(house.resident).trust, Trust::trusted) << "the rest is as it was";
  EXPECT_TRUE(change(house.cook(), [](OrganizationDetails&) {})->records.empty());
}

TEST_F(OrganizationChanges, ItsNameRoomAndResidencyAreTheHubsToSay) {
  const auto rename = [](OrganizationDetails& it) { it.name = "Cantine nouvelle"; };
  const auto move = [](OrganizationDetails& it) { it.room = "Grande salle"; };
  const auto settle = [](OrganizationDetails& it) { it.residency = Residency::resident; };
  EXPECT_EQ(change(house.cook(), rename).error().code, Errc::forbidden);
  EXPECT_EQ(change(house.cook(), move).error().code, Errc::forbidden);
  EXPECT_EQ(change(house.cook(), settle).error().code, Errc::forbidden);
  EXPECT_EQ(field(House::admin(), rename), "done");
  EXPECT_EQ(field(House::admin(), move), "done");
  EXPECT_EQ(field(House::admin(), settle), "done");
  EXPECT_EQ(details().name, "Cantine nouvelle");
  EXPECT_EQ(details().room, "Grande salle");
  EXPECT_EQ(details().residency, Residency::resident);
}

TEST_F(OrganizationChanges, AnOwnerProtectsPeopleAndTheHubAloneTakesThatBack) {
  EXPECT_EQ(set_sensitivity(house.cook(), Sensitivity::health), "done");
  EXPECT_EQ(set_sensitivity(house.cook(), Sensitivity::none), "sensitivity");
  EXPECT_EQ(set_sensitivity(house.cook(), Sensitivity::religion), "sensitivity") << "another one is the hub's, too";
  EXPECT_EQ(details().sensitivity, Sensitivity::health);
  EXPECT_EQ(set_sensitivity(House::admin(), Sensitivity::religion), "done");
  EXPECT_EQ(set_sensitivity(House::admin(), Sensitivity::none), "done");
}

TEST_F(OrganizationChanges, NobodyElseMay) {
  const auto say = [](OrganizationDetails& it) { it.summary = "Autre chose"; };
  for (const Actor& actor :
       {house.mechanic(), House::someone(Role::member, house.resident), House::moderator(), House::kiosk()})
    EXPECT_EQ(change(actor, say).error().code, Errc::forbidden) << actor.name;
  house.must(SetTrust{.organization = house.resident, .trust = Trust::suspended}, House::admin());
  EXPECT_EQ(change(house.cook(), say).error().code, Errc::closed);
}

TEST_F(OrganizationChanges, ANameThatIsTakenIsRefusedAndItsOwnIsNot) {
  const auto taken = change(House::admin(), [](OrganizationDetails& it) { it.name = "CAMBOUIS"; });
  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.error().code, Errc::conflict);
  EXPECT_EQ(taken.error().message, "\"Cambouis\" is registered already");
  EXPECT_EQ(field(House::admin(), [](OrganizationDetails& it) { it.name = "cantine des recollets"; }), "done");
  EXPECT_EQ(house.wall.organization_named("Cantine des Récollets")->id, house.resident);
}

TEST_F(OrganizationChanges, AnEMailAddressIsOneThatALetterCanGoTo) {
  const auto email = [this](const std::string& value) {
    return field(house.cook(), [&value](OrganizationDetails& it) { it.email = value; });
  };
  for (const char* good : {"info@example.org", "a+b@x.y.fr", ""}) EXPECT_EQ(email(good), "done") << good;
  for (const char* bad : {"info", "@example.org", "info@", "info@example", "info@example.", "a@b@example.org",
                          "info@example.org, autre@example.org", "Cantine <info@example.org>", "cuisiné@example.org",
                          "info@example.org\r\nBcc: x@example.org"})
    EXPECT_EQ(email(bad), "email") << bad;
  EXPECT_EQ(email(std::string(limits::kContact, 'a') + "@example.org"), "email");
}

TEST_F(OrganizationChanges, TheCharterIsAcceptedOnceByItsOwnerOrForItOnPaper) {
  EXPECT_EQ(house.the(house.resident).charter_at, TimePoint{});
  const TimePoint accepted = house.now;
  house.must(AcceptCharter{house.resident}, house.cook());
  house.now += std::chrono::hours{1};
  EXPECT_TRUE(house.ask(AcceptCharter{house.resident}, house.cook())->records.empty());
  EXPECT_EQ(house.the(house.resident).charter_at, accepted);

  EXPECT_EQ(house.ask(AcceptCharter{house.newcomer}, house.cook()).error().code, Errc::forbidden);
  EXPECT_EQ(house.ask(AcceptCharter{house.newcomer}, House::moderator()).error().code, Errc::forbidden);
  EXPECT_EQ(house.ask(AcceptCharter{house.newcomer}, House::someone(Role::member, house.newcomer)).error().code,
            Errc::forbidden);
  house.must(AcceptCharter{house.newcomer}, House::admin());
  EXPECT_EQ(house.the(house.newcomer).charter_at, house.now);
}

TEST_F(OrganizationChanges, WallsSeeNeitherItsAddressNorTheCharter) {
  ASSERT_TRUE(change(house.cook(), [](OrganizationDetails& it) { it.email = "info@example.org"; }));
  house.must(AcceptCharter{house.resident}, house.cook());
  house.must(NoteOrganizationTold{.organization = house.resident, .reply = {}}, House::clock());
  const auto seen_by = [this](const Scope& scope) {
    return std::get<Organization>(*project(house.the(house.resident), scope));
  };
  const Scope another{.kind = Scope::Kind::organization, .organization = house.newcomer};
  for (const Scope& scope : {Scope{}, another}) {
    EXPECT_EQ(seen_by(scope).details.email, "");
    EXPECT_EQ(seen_by(scope).charter_at, TimePoint{});
    EXPECT_EQ(seen_by(scope).matches_told_at, TimePoint{});
    EXPECT_EQ(seen_by(scope).details.name, "Cantine des Récollets");
  }
  const Scope its_own{.kind = Scope::Kind::organization, .organization = house.resident};
  for (const Scope& scope : {its_own, Scope{.kind = Scope::Kind::staff}}) {
    EXPECT_EQ(seen_by(scope).details.email, "info@example.org");
    EXPECT_EQ(seen_by(scope).charter_at, house.now);
  }
}

}  // namespace
}  // namespace mur
