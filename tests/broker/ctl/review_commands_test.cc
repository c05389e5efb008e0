// What murctl does for moderators: reports, the queue, many posts at once, notes, appeals, bans.
#include <gtest/gtest.h>

#include "shared/base/seal.h"
#include "shared/protocol/codec.h"
#include "tests/broker/ctl/ctl_hub.h"

namespace mur::test {
namespace {

class ReviewCommands : public ::testing::Test {
 protected:
  ReviewCommands() {
    hub.add_key("kiosk", Role::kiosk);
    hub.add_key("night", Role::on_duty);
    cantine = hub.broker().add_organization("La Cantine", Trust::newcomer);
    hub.add_key("cook", Role::owner, cantine);
    hub.start();
  }
  /// A typed offer, which waits; returns its id, and keeps its ticket.
  std::string leave(const std::string& text) {
    ticket = make_ticket(*random);
    PutOffer offer;
    offer.details.tiles = {Tile::other};
    offer.details.text = text;
    offer.details.availability.evenings = true;
    offer.details.language = "fr";
    offer.sealed_ticket = seal(hub.broker().hub_key(), protocol::encode_ticket(ticket));
    const auto receipt = hub.client_of("kiosk")->submit(std::move(offer));
    EXPECT_TRUE(receipt) << receipt.error().message;
    return to_string(receipt->about.uuid);
  }
  std::string said(const std::vector<std::string>& words) {
    const Said answer = hub.murctl(words);
    EXPECT_EQ(answer.code, 0) << answer.err;
    return answer.out;
  }

  CtlHub hub;
  std::unique_ptr<RandomSource> random = make_system_random();
  TicketSecret ticket;
  OrganizationId cantine;
};

TEST_F(ReviewCommands, AReportComesFirstInTheQueueAndItsTicketSaysWhatWasDecided) {
  const std::string reported = leave("Je vends des montres");
  leave("Je couds");
  said({"approve", reported});
  const auto made = hub.murctl({"report", "add", reported, "--reason", "advert", "--json"}).objects();
  ASSERT_EQ(made.size(), 1U);
  const std::string code = made[0]["code"];

  const auto queue = hub.murctl({"queue", "--json"}).objects();
  ASSERT_EQ(queue.size(), 2U);
  EXPECT_EQ(queue[0]["waits"], "report");
  EXPECT_EQ(queue[0]["reports"][0]["reason"], "advert");
  EXPECT_EQ(queue[1]["waits"], "post");
  EXPECT_EQ(hub.murctl({"status", "--json"}).objects()[0]["reported"], 1);
  EXPECT_TRUE(said({"ticket", "show", code}).contains("open"));

  said({"report", "keep", std::string(made[0]["report"]).substr(7, 8), "--note", "C'est un don."});
  const std::string shown = said({"ticket", "show", code});
  EXPECT_TRUE(shown.contains("the post was kept")) << shown;
  EXPECT_TRUE(shown.contains("C'est un don.")) << shown;
  EXPECT_EQ(hub.murctl({"queue", "--json"}).objects().size(), 1U);
  EXPECT_TRUE(said({"report", "list"}).contains("No report is open."));
  EXPECT_TRUE(said({"report", "list", "--all"}).contains("the post was kept"));
}

TEST_F(ReviewCommands, AReasonThatIsNoneIsSaidWithThoseThereAre) {
  const Said answer = hub.murctl({"report", "add", leave("Je couds"), "--reason", "ugly"});
  EXPECT_NE(answer.code, 0);
  EXPECT_TRUE(answer.err.contains("wrong, advert, hateful")) << answer.err;
}

TEST_F(ReviewCommands, WhatWasHiddenOnDutyWaitsForAModerator) {
  const std::string id = leave("Je couds");
  said({"approve", id});
  EXPECT_EQ(hub.murctl_as("night", {"hide", id, "--reason", "attack"}).code, 0);
  EXPECT_EQ(hub.murctl_as("night", {"unhide", id}).code, 1);
  EXPECT_EQ(hub.murctl_as("night", {"contact", "open", id, "--reason", "x"}).code, 1);
  const auto queue = hub.murctl({"queue", "--json"}).objects();
  ASSERT_EQ(queue.size(), 1U);
  EXPECT_EQ(queue[0]["waits"], "hidden");
  EXPECT_EQ(queue[0]["hidden_by"], "on-duty");
  said({"hide", id, "--reason", "hate"});
  EXPECT_TRUE(said({"queue"}).contains("Nothing waits"));
  EXPECT_TRUE(said({"offer", "show", id}).contains("hate"));
}

TEST_F(ReviewCommands, ManyAreApprovedOnceTheyWereSeenAndCounted) {
  leave("Je couds");
  leave("Je repasse");
  const Said asked = hub.murctl({"approve", "--kind", "offer"});
  EXPECT_NE(asked.code, 0);
  EXPECT_TRUE(asked.out.contains("Je repasse")) << asked.out;
  EXPECT_TRUE(asked.err.contains("--count 2")) << asked.err;
  EXPECT_EQ(hub.murctl({"queue", "--json"}).objects().size(), 2U) << "nothing is done yet";
  EXPECT_NE(hub.murctl({"approve", "--kind", "offer", "--count", "3"}).code, 0);
  EXPECT_NE(hub.murctl({"approve", "--kind", "poem", "--yes"}).code, 0);
  EXPECT_NE(hub.murctl({"approve"}).code, 0);
  said({"approve", "--kind", "offer", "--count", "2"});
  EXPECT_TRUE(said({"queue"}).contains("Nothing waits"));
}

TEST_F(ReviewCommands, ManyAreRefusedByOrganizationAndEachCanBeUndone) {
  for (const char* title : {"Soupe", "Tarte"})
    ASSERT_EQ(hub.murctl_as("cook", {"event", "add", "--title", title, "--start", "2027-03-21 18:30"}).code, 0);
  leave("Je couds");
  said({"refuse", "--organization", "La Cantine", "--reason", "incomplete", "--yes"});
  const auto left = hub.murctl({"queue", "--json"}).objects();
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0]["kind"], "offer");
  const auto events = hub.murctl({"event", "list", "--json"}).objects();
  for (const auto& event : events) said({"approve", event["id"]});
}

TEST_F(ReviewCommands, ANoteIsForTheTeamAlone) {
  ASSERT_EQ(hub.murctl_as("cook", {"event", "add", "--title", "Soupe", "--start", "2027-03-21 18:30"}).code, 0);
  const std::string id = hub.murctl({"queue", "--json"}).objects()[0]["id"];
  EXPECT_EQ(hub.murctl_as("night", {"note", id, "Déjà vu l'an dernier"}).code, 0);
  EXPECT_TRUE(said({"queue"}).contains("note of night"));
  EXPECT_TRUE(said({"queue"}).contains("Déjà vu"));
  EXPECT_EQ(hub.murctl_as("cook", {"note", id, "x"}).code, 1);
  EXPECT_FALSE(hub.murctl_as("cook", {"event", "show", id, "--json"}).out.contains("vu l'an"));
}

TEST_F(ReviewCommands, AnAuthorAnswersARefusalOnceAndItComesBack) {
  const std::string id = leave("Je vends rien");
  EXPECT_EQ(hub.murctl({"ticket", "appeal", ticket.code, "--text", "Trop tôt"}).code, 1) << "nothing is refused";
  said({"refuse", id, "--reason", "advert"});
  EXPECT_TRUE(said({"ticket", "show", ticket.code}).contains("ticket appeal"));
  said({"ticket", "appeal", ticket.code, "--text", "Je ne vends rien, je donne."});
  EXPECT_EQ(hub.murctl({"ticket", "appeal", ticket.code, "--text", "Encore"}).code, 1);
  const std::string queue = said({"queue"});
  EXPECT_TRUE(queue.contains("its author answers: Je ne vends rien, je donne.")) << queue;
  said({"approve", id});
  EXPECT_TRUE(said({"queue"}).contains("Nothing waits"));
  EXPECT_TRUE(said({"ticket", "show", ticket.code}).contains("on the wall"));
}

TEST_F(ReviewCommands, ABannedOrganizationIsToldWhyAndUntilWhen) {
  said({"ban", "add", "--organization", "La Cantine", "--until", "2027-01-10 18:00", "--reason", "Fausses annonces"});
  const Said refused = hub.murctl_as("cook", {"event", "add", "--title", "Soupe", "--start", "2027-03-21 18:30"});
  EXPECT_EQ(refused.code, 1);
  EXPECT_TRUE(refused.err.contains("2027-01-10 18:00: Fausses annonces")) << refused.err;
  const auto bans = hub.murctl({"ban", "list", "--json"}).objects();
  ASSERT_EQ(bans.size(), 1U);
  EXPECT_EQ(bans[0]["who"], "La Cantine");
  said({"ban", "end", bans[0]["id"]});
  EXPECT_EQ(hub.murctl_as("cook", {"event", "add", "--title", "Soupe", "--start", "2027-03-21 18:30"}).code, 0);
  EXPECT_NE(hub.murctl({"ban", "add", "--until", "2027-01-10 18:00", "--reason", "x"}).code, 0) << "whom?";
}

}  // namespace
}  // namespace mur::test
