// What murctl does with what visitors left on a kiosk.
#include <gtest/gtest.h>

#include "shared/base/seal.h"
#include "shared/protocol/codec.h"
#include "tests/broker/ctl/ctl_hub.h"

namespace mur::test {
namespace {

class VisitorCommands : public ::testing::Test {
 protected:
  VisitorCommands() {
    hub.add_key("kiosk", Role::kiosk);
    hub.start();
  }
  /// As the kiosk does: the contact and the ticket travel sealed.
  void leave_an_offer() {
    PutOffer offer;
    offer.details.tiles = {Tile::other};
    offer.details.text = "Je couds";
    offer.details.availability.evenings = true;
    offer.details.language = "fr";
    offer.details.first_name = "Aminata";
    offer.details.contact = ContactKind::phone;
    offer.sealed_contact = seal(hub.broker().hub_key(), as_bytes("0612345678"));
    offer.sealed_ticket = seal(hub.broker().hub_key(), protocol::encode_ticket(ticket));
    const auto receipt = hub.client_of("kiosk")->submit(std::move(offer));
    ASSERT_TRUE(receipt) << receipt.error().message;
    id = to_string(receipt->about.uuid);
  }

  CtlHub hub;
  std::unique_ptr<RandomSource> random = make_system_random();
  TicketSecret ticket = make_ticket(*random);
  std::string id;
};

TEST_F(VisitorCommands, TheHolderOfATicketSeesWithdrawsAndRestores) {
  leave_an_offer();
  const Said shown = hub.murctl({"ticket", "show", format_ticket_code(ticket.code)});
  EXPECT_EQ(shown.code, 0) << shown.err;
  EXPECT_TRUE(shown.out.contains("Je couds")) << shown.out;
  EXPECT_TRUE(shown.out.contains("waits for review")) << shown.out;
  EXPECT_FALSE(shown.out.contains("Aminata")) << shown.out;

  EXPECT_EQ(hub.murctl({"ticket", "withdraw", ticket.code}).code, 0);
  EXPECT_TRUE(hub.murctl({"ticket", "show", ticket.code}).out.contains("withdrawn by its author"));
  EXPECT_EQ(hub.murctl({"ticket", "restore", ticket.code}).code, 0);
  EXPECT_TRUE(hub.murctl({"ticket", "show", ticket.code}).out.contains("waits for review"));
}

TEST_F(VisitorCommands, OffersAreFoundByTheirWordsAndNeverByAName) {
  leave_an_offer();
  EXPECT_TRUE(hub.murctl({"offer", "search", "couds"}).out.contains("Je couds"));
  const Said none = hub.murctl({"offer", "search", "Aminata"});
  EXPECT_EQ(none.code, 0);
  EXPECT_FALSE(none.out.contains("Je couds")) << none.out;
}

TEST_F(VisitorCommands, AMistypedCodeIsSaidBeforeTheBrokerIsAsked) {
  const Said said = hub.murctl({"ticket", "show", "ABC"});
  EXPECT_EQ(said.code, 1);
  EXPECT_FALSE(said.err.empty());
}

TEST_F(VisitorCommands, AContactIsOpenedToStandardOutputOnlyAndWrittenDown) {
  leave_an_offer();
  EXPECT_FALSE(hub.murctl({"offer", "list"}).out.contains("0612345678"));
  EXPECT_FALSE(hub.murctl({"offer", "show", id}).out.contains("0612345678"));
  EXPECT_FALSE(hub.murctl({"offer", "show", id, "--json"}).out.contains("Aminata"));

  const Said opened = hub.murctl({"contact", "open", id, "--reason", "La Cantine cherche une couturière"});
  EXPECT_EQ(opened.code, 0) << opened.err;
  EXPECT_EQ(opened.out, "0612345678\n");
  EXPECT_EQ(opened.err, "");
  const auto rows = hub.murctl({"audit", "--most", "1", "--json"}).objects();
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0]["action"], "open_contact");
  EXPECT_EQ(rows[0]["reason"], "La Cantine cherche une couturière");
}

TEST_F(VisitorCommands, AnOfferIsApprovedByTheDigitsThatTheListShows) {
  leave_an_offer();
  EXPECT_TRUE(hub.murctl({"queue"}).out.contains(id.substr(0, 8)));
  EXPECT_TRUE(hub.murctl({"approve", "offer/" + id.substr(0, 8)}).out.contains("on the wall"));
}

}  // namespace
}  // namespace mur::test
