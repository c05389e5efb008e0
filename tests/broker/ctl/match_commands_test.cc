// Which offers could answer a need, and which needs could use an offer: at the desk.
#include <gtest/gtest.h>

#include "shared/base/seal.h"
#include "shared/protocol/codec.h"
#include "tests/broker/ctl/ctl_hub.h"

namespace mur::test {
namespace {

class MatchCommands : public ::testing::Test {
 protected:
  MatchCommands() {
    hub.add_key("kiosk", Role::kiosk);
    hub.start();
    must({"organization", "add", "La Cantine", "--trust", "trusted", "--guarantor", "W751234567"});
  }
  Said must(const std::vector<std::string>& words) { return hub.must_as("admin", words); }
  std::string a_need(const std::string& title, const std::vector<std::string>& options) {
    std::vector<std::string> words{"need", "add",    "--organization", "La Cantine", "--title",
                                   title,  "--kind", "skill",          "--slot",     "Aider"};
    words.insert(words.end(), options.begin(), options.end());
    must(words);
    return must({"need", "search", title, "--json"}).objects().at(0)["id"];
  }
  /// As a kiosk leaves one; approved.
  std::string an_offer(const std::string& text) {
    PutOffer offer;
    offer.details = {.tiles = {Tile::other}, .text = text, .availability = {.to_agree = true}, .language = "fr"};
    offer.sealed_ticket = seal(hub.broker().hub_key(), protocol::encode_ticket(make_ticket(*random)));
    const auto receipt = hub.client_of("kiosk")->submit(std::move(offer));
    EXPECT_TRUE(receipt) << receipt.error().message;
    const std::string id = to_string(receipt->about.uuid);
    must({"approve", id});
    return id;
  }

  CtlHub hub;
  std::unique_ptr<RandomSource> random = make_system_random();
};

TEST_F(MatchCommands, ShowTheOffersForANeedWithScoreAndReasons) {
  const std::string need = a_need("Des rideaux", {"--skill", "couture", "--here"});
  const std::string offer = an_offer("Je sais tricoter");
  an_offer("Plomberie");
  const Said said = must({"need", "matches", need});
  EXPECT_TRUE(said.out.contains("Je sais tricoter")) << said.out;
  EXPECT_TRUE(said.out.contains("Sewing is wanted, Knitting and crochet is near; when is to be agreed; here"))
      << said.out;
  EXPECT_FALSE(said.out.contains("Plomberie")) << said.out;

  const auto rows = must({"need", "matches", need, "--json"}).objects();
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0]["id"], offer);
  EXPECT_GE(rows[0]["score"], 40);
  EXPECT_EQ(rows[0]["reasons"][0],
            (nlohmann::json{{"reason", "near-skill"}, {"wanted", "sewing"}, {"offered", "knitting"}}));
}

TEST_F(MatchCommands, ShowTheNeedsForAnOffer) {
  const std::string need = a_need("Des rideaux", {"--skill", "couture"});
  a_need("Un robinet", {"--skill", "plomberie"});
  const std::string offer = an_offer("Couture");
  const Said said = must({"offer", "matches", offer.substr(0, 8)});
  EXPECT_TRUE(said.out.contains("Des rideaux")) << said.out;
  EXPECT_TRUE(said.out.contains("La Cantine")) << said.out;
  EXPECT_TRUE(said.out.contains("Sewing is wanted and offered")) << said.out;
  EXPECT_FALSE(said.out.contains("Un robinet")) << said.out;
  const auto rows = must({"offer", "matches", offer, "--json"}).objects();
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0]["title"], "Des rideaux");
  EXPECT_EQ(rows[0]["reasons"][0], (nlohmann::json{{"reason", "same-skill"}, {"skill", "sewing"}}));
}

TEST_F(MatchCommands, SayWhyThereIsNone) {
  const std::string need = a_need("Des rideaux", {"--skill", "couture"});
  EXPECT_TRUE(must({"need", "matches", need}).out.contains("murctl offer list"));
  an_offer("Couture");
  must({"need", "close", need});
  EXPECT_TRUE(must({"need", "matches", need}).out.contains("takes nobody now"));
  EXPECT_TRUE(must({"offer", "matches", an_offer("Couture")}).out.contains("murctl need list"));
  EXPECT_EQ(must({"need", "matches", need, "--json"}).out, "");
  EXPECT_EQ(hub.murctl({"need", "matches", "ffffffff"}).code, 1);
}

}  // namespace
}  // namespace mur::test
