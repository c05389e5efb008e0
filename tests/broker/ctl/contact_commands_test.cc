// « Ce n'est pas la bonne personne », and what the desk does by contact.
#include <gtest/gtest.h>

#include "tests/broker/ctl/ctl_hub.h"

namespace mur::test {
namespace {

class ContactCommands : public ::testing::Test {
 protected:
  ContactCommands() {
    hub.add_key("cook", Role::owner, hub.broker().add_organization("La Cantine"));
    hub.start();
    must("cook", {"need", "add", "--title", "Servir la soupe", "--slot", "Servir;wanted=3"});
    need = hub.murctl({"need", "list", "--json"}).objects().at(0)["id"];
  }
  Said must(const std::string& who, const std::vector<std::string>& words) { return hub.must_as(who, words); }
  Said answer(const std::string& phone) {
    return hub.murctl({"--json", "need", "answer", need, "--phone", phone, "--age", "adult"});
  }

  CtlHub hub;
  std::string need;
};

TEST_F(ContactCommands, TheWrongPersonsNumberIsErasedAndNotTakenAgain) {
  const std::string reply = answer("06 12 34 56 78").objects().at(0)["reply"];
  must("cook", {"charter", "accept"});
  EXPECT_EQ(must("cook", {"contact", "open", reply, "--reason", "dire où venir"}).out, "06 12 34 56 78\n");
  must("cook", {"contact", "wrong", reply});
  EXPECT_TRUE(must("cook", {"--json", "reply", "list"}).objects().empty());
  const Said again = answer("+33 6 12 34 56 78");
  EXPECT_NE(again.code, 0);
  EXPECT_TRUE(again.err.contains("can't be used here")) << again.err;
  EXPECT_EQ(answer("06 87 65 43 21").code, 0) << "another number is";
  EXPECT_TRUE(must("admin", {"contact", "blocks"}).out.contains("wrong person"));
}

TEST_F(ContactCommands, TheDeskFindsExportsAndErasesByContact) {
  EXPECT_EQ(answer("06 12 34 56 78").code, 0);
  EXPECT_TRUE(
      must("admin", {"contact", "find", "0612345678", "--reason", "elle le demande"}).out.contains("Servir la soupe"));
  const auto exported =
      must("admin", {"--json", "contact", "export", "0612345678", "--reason", "elle le demande"}).objects().at(0);
  ASSERT_EQ(exported["left_with_this_contact"].size(), 1U);
  EXPECT_FALSE(exported.dump().contains("0612345678")) << "it is the desk that knows it, not the file";
  must("admin", {"contact", "erase", "+33612345678", "--reason", "elle le demande"});
  EXPECT_TRUE(
      must("admin", {"contact", "find", "0612345678", "--reason", "vérifier"}).out.contains("Nothing was left"));
  const std::string audit = must("admin", {"audit"}).out;
  EXPECT_TRUE(audit.contains("find_contact")) << audit;
  EXPECT_FALSE(audit.contains("0612345678") || audit.contains("06 12")) << audit;
}

TEST_F(ContactCommands, ABlockIsSeenAndEnded) {
  must("admin", {"contact", "block", "06 12 34 56 78", "--reason", "il ne veut plus"});
  EXPECT_NE(answer("0612345678").code, 0);
  const std::string block = must("admin", {"--json", "contact", "blocks"}).objects().at(0)["id"];
  must("admin", {"contact", "unblock", block});
  EXPECT_EQ(answer("0612345678").code, 0);
  EXPECT_NE(hub.murctl_as("cook", {"contact", "block", "0612345678", "--reason", "x"}).code, 0);
}

}  // namespace
}  // namespace mur::test
