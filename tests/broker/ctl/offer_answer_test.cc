// "I offer accounting", played by murctl alone: the visitor at the desk with a ticket, the organization with its own
// key.
#include <gtest/gtest.h>

#include "shared/base/seal.h"
#include "shared/protocol/codec.h"
#include "tests/broker/ctl/ctl_hub.h"

namespace mur::test {
namespace {

class OfferAnswers : public ::testing::Test {
 protected:
  OfferAnswers() {
    hub.add_key("kiosk", Role::kiosk);
    hub.add_key("cook", Role::owner, hub.broker().add_organization("La Cantine", Trust::trusted));
    hub.add_key("mechanic", Role::owner, hub.broker().add_organization("Cambouis", Trust::newcomer));
    hub.start();
    PutOffer offer;
    offer.details.tiles = {Tile::other};
    offer.details.text = "Je tiens une comptabilité";
    offer.details.availability.evenings = true;
    offer.details.language = "fr";
    offer.details.contact = ContactKind::phone;
    offer.sealed_contact = seal(hub.broker().hub_key(), as_bytes("0612345678"));
    offer.sealed_ticket = seal(hub.broker().hub_key(), protocol::encode_ticket(ticket));
    const auto receipt = hub.client_of("kiosk")->submit(std::move(offer));
    EXPECT_TRUE(receipt) << receipt.error().message;
    if (receipt) id = to_string(receipt->about.uuid);
  }

  Said answer(const char* key) {
    return hub.murctl_as(key, {"offer", "answer", id, "--note", "Venez mardi, demandez Awa"});
  }
  auto shown() { return hub.murctl({"--json", "ticket", "show", ticket.code}).objects().at(0); }

  CtlHub hub;
  std::unique_ptr<RandomSource> random = make_system_random();
  TicketSecret ticket = make_ticket(*random);
  std::string id;
};

TEST_F(OfferAnswers, IsReviewedAnsweredAgreedAndTheyMeet) {
  EXPECT_NE(answer("cook").code, 0) << "nobody has read the offer yet";
  EXPECT_EQ(hub.murctl({"approve", id}).code, 0);
  EXPECT_EQ(answer("cook").code, 0);
  EXPECT_NE(answer("cook").code, 0) << "once is enough";
  EXPECT_NE(hub.murctl_as("cook", {"contact", "open", id, "--reason", "rappeler"}).code, 0) << "not before a yes";

  const Said asked = hub.murctl({"ticket", "show", ticket.code});
  EXPECT_TRUE(asked.out.contains("La Cantine")) << asked.out;
  EXPECT_TRUE(asked.out.contains("Venez mardi, demandez Awa")) << asked.out;
  EXPECT_EQ(hub.murctl({"ticket", "accept", ticket.code}).code, 0);
  EXPECT_EQ(shown()["stage"], "promised");
  EXPECT_EQ(hub.murctl_as("cook", {"charter", "accept"}).code, 0);
  EXPECT_EQ(hub.murctl_as("cook", {"contact", "open", id, "--reason", "rappeler"}).out, "0612345678\n");
  EXPECT_NE(hub.murctl_as("mechanic", {"contact", "open", id, "--reason", "curieux"}).code, 0);

  EXPECT_EQ(hub.murctl({"ticket", "tell", ticket.code, "--met"}).code, 0);
  EXPECT_EQ(shown()["answers"][0]["status"], "met");
  EXPECT_EQ(shown()["stage"], "met");
}

TEST_F(OfferAnswers, OfSeveralTheOneThatIsNamedIsDecided) {
  EXPECT_EQ(hub.murctl({"approve", id}).code, 0);
  EXPECT_EQ(answer("cook").code, 0);
  EXPECT_EQ(answer("mechanic").code, 0);
  const Said which = hub.murctl({"ticket", "accept", ticket.code});
  EXPECT_NE(which.code, 0);
  EXPECT_TRUE(which.err.contains("La Cantine") && which.err.contains("Cambouis")) << which.err;
  std::string mechanics;
  for (const auto& one : shown()["answers"])
    if (one["organization"] == "Cambouis") mechanics = one["id"];
  mechanics = mechanics.substr(mechanics.find('/') + 1);
  EXPECT_EQ(hub.murctl({"ticket", "decline", ticket.code, "--answer", mechanics.substr(0, 8)}).code, 0);
  EXPECT_EQ(hub.murctl({"ticket", "accept", ticket.code}).code, 0) << "one is left";
  EXPECT_NE(answer("mechanic").code, 0) << "a no stays";
}

TEST_F(OfferAnswers, TakenBackByTheOrganizationOrWithTheOfferNoContactOpensAnyMore) {
  EXPECT_EQ(hub.murctl({"approve", id}).code, 0);
  EXPECT_EQ(answer("cook").code, 0);
  EXPECT_EQ(hub.murctl({"ticket", "accept", ticket.code}).code, 0);
  const auto replies = hub.murctl_as("cook", {"reply", "list", "--json"}).objects();
  ASSERT_EQ(replies.size(), 1U);
  EXPECT_EQ(replies[0]["title"], "Je tiens une comptabilité");
  const std::string reply = replies[0]["id"];
  EXPECT_EQ(hub.murctl_as("cook", {"reply", "cancel", reply, "--reason", "enough"}).code, 0);
  EXPECT_NE(hub.murctl_as("cook", {"contact", "open", id, "--reason", "rappeler"}).code, 0);
  EXPECT_EQ(shown()["stage"], "open");

  EXPECT_EQ(answer("cook").code, 0) << "it may ask again";
  EXPECT_EQ(hub.murctl({"ticket", "accept", ticket.code}).code, 0);
  EXPECT_EQ(hub.murctl({"ticket", "withdraw", ticket.code}).code, 0);
  EXPECT_NE(hub.murctl_as("cook", {"contact", "open", id, "--reason", "rappeler"}).code, 0);
}

TEST_F(OfferAnswers, WhoIsToBeToldIsListedUntilThatIsDone) {
  EXPECT_EQ(hub.murctl({"approve", id}).code, 0);
  EXPECT_EQ(answer("cook").code, 0);
  const auto listed = hub.murctl({"outbox", "list", "--json"}).objects();
  ASSERT_EQ(listed.size(), 1U);
  EXPECT_EQ(listed[0]["news"], "answer-waits");
  EXPECT_EQ(listed[0]["channel"], "desk-calls");
  EXPECT_TRUE(hub.murctl({"outbox", "list", "--letters", "--json"}).objects().empty());
  const std::string reply = listed[0]["reply"];
  const Said said = hub.murctl({"outbox", "show", reply});
  EXPECT_TRUE(said.out.contains("La Cantine aimerait vous rencontrer")) << said.out << said.err;
  EXPECT_FALSE(said.out.contains("0612345678")) << said.out;
  EXPECT_NE(hub.murctl_as("mechanic", {"outbox", "done", reply}).code, 0) << "another organization's";
  EXPECT_EQ(hub.murctl({"outbox", "done", reply}).code, 0);
  EXPECT_TRUE(hub.murctl({"outbox", "list", "--json"}).objects().empty());
  EXPECT_NE(hub.murctl({"outbox", "done", reply}).code, 0) << "they know";
}

}  // namespace
}  // namespace mur::test
