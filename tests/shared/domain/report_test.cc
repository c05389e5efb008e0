#include "shared/domain/report.h"

#include <gtest/gtest.h>

#include "shared/domain/scope.h"
#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;

/// A hub where people report posts, each with a ticket of their own.
class Reports : public ::testing::Test {
 protected:
  Result<Changes> report(const RecordId& post, const Actor& actor = House::kiosk(),
                         ReportReason reason = ReportReason::wrong) {
    Order order = house.order(AddReport{.post = post, .reason = reason, .sealed_ticket = {1}});
    order.ticket = hash_ticket(SecretKey256{}, {.code = std::to_string(++tickets)});
    return house.ask(order, actor);
  }
  ReportId must_report(const RecordId& post, const Actor& actor = House::kiosk()) {
    const auto changes = report(post, actor);
    EXPECT_TRUE(changes) << (changes ? "" : changes.error().message);
    return changes ? ReportId{changes->about.uuid} : ReportId{};
  }
  /// Three people, an hour apart.
  void three_report(const RecordId& post) {
    for (int i = 0; i < limits::kReportsToHide; ++i) {
      if (i > 0) house.wait(limits::kReportsApart);
      must_report(post);
    }
  }
  RecordId an_offer() { return record_id(house.leave(House::two_hours())); }
  RecordId an_event() {
    return house.must(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook());
  }
  [[nodiscard]] PostStatus status(const RecordId& post) const {
    return moderation_of(house.wall.find(post)->record)->status;
  }

  House house;
  int tickets = 0;
};

TEST_F(Reports, EveryoneButTheClockMayReport) {
  const RecordId event = an_event();
  for (const Role role : {Role::admin, Role::moderator, Role::on_duty, Role::owner, Role::member, Role::proposer,
                          Role::visitor, Role::kiosk})
    EXPECT_TRUE(report(event, House::someone(role))) << to_string(role);
  EXPECT_EQ(report(event, House::clock()).error().code, Errc::forbidden);
}

TEST_F(Reports, OnlyWhatIsOnTheWallIsReported) {
  OfferDetails named = House::two_hours();
  named.first_name = "Ana";
  EXPECT_EQ(report(record_id(house.leave(named))).error().code, Errc::closed) << "it waits";
  const RecordId offer = an_offer();
  house.must(Hide{.post = offer, .reason = Reason::hoax}, House::moderator());
  EXPECT_EQ(report(offer).error().code, Errc::closed);
  EXPECT_EQ(report(record_id(house.resident)).error().code, Errc::not_found);
}

TEST_F(Reports, AreForStaffAlone) {
  const ReportId id = must_report(an_event());
  const Record record = house.the(id);
  EXPECT_EQ(project(record, Scope{}), std::nullopt);
  EXPECT_EQ(project(record, Scope{.kind = Scope::Kind::organization, .organization = house.resident}), std::nullopt);
  EXPECT_EQ(project(record, Scope{.kind = Scope::Kind::staff}), record);
  EXPECT_EQ(project(record, Scope{.kind = Scope::Kind::staff, .organization = {}, .version = 2}), std::nullopt);
}

TEST_F(Reports, ThreeAnHourApartHideWhatAVisitorLeft) {
  const RecordId offer = an_offer();
  must_report(offer);
  must_report(offer);
  must_report(offer);
  EXPECT_EQ(status(offer), PostStatus::published) << "at once they count as one";
  house.wait(limits::kReportsApart - Milliseconds{1});
  must_report(offer);
  EXPECT_EQ(status(offer), PostStatus::published) << "not yet an hour";
  house.wait(Milliseconds{1});
  must_report(offer);
  EXPECT_EQ(status(offer), PostStatus::published) << "the second";
  house.wait(limits::kReportsApart);
  must_report(offer);
  EXPECT_EQ(status(offer), PostStatus::hidden);
  EXPECT_EQ(moderation_of(house.wall.find(offer)->record)->reason, Reason::reported);
}

TEST_F(Reports, HideAProposalButNothingThatAnOrganizationStandsBehind) {
  const RecordId proposal =
      house.must(PutEvent{.organization = {}, .details = House::soup()}, House::someone(Role::proposer));
  house.must(Approve{proposal}, House::moderator());
  const RecordId event = an_event();
  const RecordId notice =
      house.must(PutNotice{.text = "Fermé", .shown_from = house.now, .shown_until = house.now + std::chrono::days{2}},
                 House::moderator());
  three_report(proposal);
  three_report(event);
  three_report(notice);
  EXPECT_EQ(status(proposal), PostStatus::hidden);
  EXPECT_EQ(status(event), PostStatus::published);
  EXPECT_EQ(status(notice), PostStatus::published);
}

TEST_F(Reports, WhatWasKeptIsNotHiddenByThemAgain) {
  const RecordId offer = an_offer();
  three_report(offer);
  house.must(KeepPost{.post = offer, .note = "C'est juste."}, House::moderator());
  EXPECT_EQ(status(offer), PostStatus::published);
  three_report(offer);
  EXPECT_EQ(status(offer), PostStatus::published);
  EXPECT_TRUE(house.ask(Hide{.post = offer, .reason = Reason::hoax}, House::moderator())) << "staff still may";
}

TEST_F(Reports, LearnWhatWasDecidedWhicheverWayItIsSaid) {
  struct Row {
    const char* what;
    Command decision;
    Actor actor;
    ReportStatus becomes;
  };
  const RecordId offer = an_offer();
  for (const Row& row : {
           Row{"kept", KeepPost{.post = offer, .note = "C'est juste."}, House::moderator(), ReportStatus::kept},
           Row{"hidden", Hide{.post = offer, .reason = Reason::hoax}, House::admin(), ReportStatus::hidden},
           Row{"on duty", Hide{.post = offer, .reason = Reason::hoax}, House::someone(Role::on_duty),
               ReportStatus::open},
           Row{"suspended", Hide{.post = offer, .reason = Reason::suspended}, House::clock(), ReportStatus::open},
       }) {
    const Wall before = house.wall;
    const ReportId id = must_report(offer);
    house.must(row.decision, row.actor);
    EXPECT_EQ(house.the(id).status, row.becomes) << row.what;
    EXPECT_EQ(house.the(id).note, row.becomes == ReportStatus::kept ? "C'est juste." : "") << row.what;
    house.wall = before;
  }
}

TEST_F(Reports, ADecisionThatIsTurnedRoundTurnsThemToo) {
  const RecordId offer = an_offer();
  const ReportId id = must_report(offer);
  house.must(Hide{.post = offer, .reason = Reason::hoax}, House::moderator());
  EXPECT_EQ(house.the(id).status, ReportStatus::hidden);
  house.must(Unhide{offer}, House::moderator());
  EXPECT_EQ(house.the(id).status, ReportStatus::kept);
  EXPECT_EQ(house.the(id).decided_at, house.now);
}

TEST_F(Reports, KeepingIsForAdminsAndModerators) {
  const RecordId offer = an_offer();
  must_report(offer);
  for (const Role role :
       {Role::on_duty, Role::owner, Role::member, Role::proposer, Role::visitor, Role::kiosk, Role::clock})
    EXPECT_EQ(house.ask(KeepPost{.post = offer}, House::someone(role)).error().code, Errc::forbidden)
        << to_string(role);
  EXPECT_TRUE(house.ask(KeepPost{.post = offer}, House::admin()));
  EXPECT_TRUE(house.ask(KeepPost{.post = offer}, House::admin())->records.empty()) << "nothing left to say";
}

TEST_F(Reports, WhatIsHiddenForGoodIsShownAgainNotKept) {
  const RecordId offer = an_offer();
  house.must(Hide{.post = offer, .reason = Reason::hoax}, House::moderator());
  EXPECT_EQ(house.ask(KeepPost{.post = offer}, House::moderator()).error().code, Errc::closed);
}

TEST_F(Reports, AreBoundedByPostAndBySource) {
  const RecordId event = an_event();
  const auto wall = [this](int number) {
    house.now += Seconds{1};  // one command after the other
    Actor actor = House::kiosk();
    actor.principal = PrincipalId{derive_uuid(Uuid{}, std::to_string(number))};
    return actor;
  };
  for (std::size_t i = 0; i < limits::kReportsPerSource; ++i) must_report(event, wall(0));
  EXPECT_EQ(report(event, wall(0)).error().code, Errc::closed) << "one wall does not fill the list";
  for (std::size_t i = limits::kReportsPerSource; i < limits::kReportsPerPost; ++i)
    must_report(event, wall(1 + static_cast<int>(i / limits::kReportsPerSource)));
  EXPECT_EQ(report(event, wall(99)).error().code, Errc::closed);
  house.must(KeepPost{.post = event}, House::moderator());
  EXPECT_TRUE(report(event, wall(0))) << "what was decided makes room";
}

TEST_F(Reports, GoThirtyDaysAfterTheDecisionAndWithTheirPost) {
  const RecordId event = an_event();
  const ReportId decided = must_report(event);
  const Ticket* ticket = house.wall.ticket_for(record_id(decided));
  ASSERT_NE(ticket, nullptr);
  house.must(KeepPost{.post = event}, House::moderator());
  const ReportId open = must_report(event);
  house.wait(limits::kReportKept);
  EXPECT_EQ(house.wall.find(decided), nullptr);
  EXPECT_EQ(house.wall.ticket_for(record_id(decided)), nullptr) << "its code leads nowhere";
  EXPECT_NE(house.wall.find(open), nullptr);
  house.wait(std::chrono::days{60});
  EXPECT_EQ(house.wall.find(EventId{event.uuid}), nullptr);
  EXPECT_EQ(house.wall.find(open), nullptr);
}

TEST_F(Reports, NeedATicketThatIsTheirOwn) {
  const RecordId event = an_event();
  Order order = house.order(AddReport{.post = event, .reason = ReportReason::wrong, .sealed_ticket = {1}});
  EXPECT_EQ(house.ask(order, House::kiosk()).error().field, "ticket");
  house.leave(House::two_hours());
  order.ticket = house.ticket;
  EXPECT_EQ(house.ask(order, House::kiosk()).error().code, Errc::conflict);
}

// What is hidden for now: by who is on duty, or by reports. The rows of moderation.h.
TEST_F(Reports, WhoIsOnDutyHidesUntilAModeratorHasLooked) {
  const Actor on_duty = House::someone(Role::on_duty);
  for (const bool confirmed : {true, false}) {
    const RecordId offer = an_offer();
    house.must(Hide{.post = offer, .reason = Reason::attack}, on_duty);
    const Moderation& hidden = *moderation_of(house.wall.find(offer)->record);
    EXPECT_TRUE(is_hidden_for_now(hidden));
    EXPECT_TRUE(house.ask(Hide{.post = offer, .reason = Reason::hate}, on_duty)->records.empty()) << "the same again";
    EXPECT_EQ(house.ask(Unhide{offer}, on_duty).error().code, Errc::forbidden);
    EXPECT_EQ(house.ask(KeepPost{.post = offer}, on_duty).error().code, Errc::forbidden);
    if (confirmed)
      house.must(Hide{.post = offer, .reason = Reason::hate, .note = "Oui."}, House::moderator());
    else
      house.must(KeepPost{.post = offer}, House::moderator());
    const Moderation& decided = *moderation_of(house.wall.find(offer)->record);
    EXPECT_FALSE(is_hidden_for_now(decided));
    EXPECT_EQ(decided.status, confirmed ? PostStatus::hidden : PostStatus::published);
    EXPECT_EQ(decided.reason, confirmed ? Reason::hate : Reason::none);
    EXPECT_EQ(decided.decided_by, Role::moderator);
  }
}

}  // namespace
}  // namespace mur
