// A need that changes once people have answered it: nobody is thrown out.
#include <gtest/gtest.h>

#include "tests/broker/ctl/ctl_hub.h"

namespace mur::test {
namespace {

class NeedChange : public ::testing::Test {
 protected:
  NeedChange() {
    hub.add_key("cook", Role::owner, hub.broker().add_organization("La Cantine"));
    hub.start();
    must({"need", "add", "--title", "Servir la soupe", "--slot", "Servir;wanted=2", "--slot", "Cuisiner"});
    id = need()["id"];
  }
  Said must(const std::vector<std::string>& words) {
    Said said = hub.murctl_as("cook", words);
    EXPECT_EQ(said.code, 0) << said.err;
    return said;
  }
  Said change(const std::vector<std::string>& options) {
    std::vector<std::string> words{"need", "change", id};
    words.insert(words.end(), options.begin(), options.end());
    return hub.murctl_as("cook", words);
  }
  nlohmann::json need() { return must({"need", "list", "--json"}).objects().at(0); }
  /// Returns the digits that name the reply.
  std::string answer(const std::string& first_name) {
    const Said said = hub.murctl({"--json", "need", "answer", id, "--slot", "Servir", "--first-name", first_name});
    EXPECT_EQ(said.code, 0) << said.err;
    const std::string reply = said.objects().at(0)["reply"];
    return reply.substr(reply.find('/') + 1, 8);
  }
  std::vector<std::string> roles() {
    std::vector<std::string> all;
    for (const auto& slot : need()["slots"]) all.push_back(slot["role"]);
    return all;
  }
  using Roles = std::vector<std::string>;

  CtlHub hub;
  std::string id;
};

TEST_F(NeedChange, OnlyWhatIsGivenChanges) {
  EXPECT_EQ(change({"--description", "Avec un tablier", "--closes", "2100-03-20 12:00"}).code, 0);
  EXPECT_EQ(change({"--title", "Servir 80 soupes", "--easy-line", "On sert la soupe", "--commitment", "2 heures",
                    "--theme", "Aide alimentaire", "--skill", "Cuisine"})
                .code,
            0);
  const auto changed = need();
  EXPECT_EQ(changed["title"], "Servir 80 soupes");
  EXPECT_EQ(changed["easy_line"], "On sert la soupe");
  EXPECT_EQ(changed["description"], "Avec un tablier");
  EXPECT_EQ(changed["commitment"], "2 heures");
  EXPECT_EQ(changed["theme"], "food");
  EXPECT_EQ(changed["skills"], nlohmann::json::array({"cooking"}));
  EXPECT_EQ(changed["closes_at"], "2100-03-20T11:00:00Z");
  EXPECT_EQ(roles(), (Roles{"Servir", "Cuisiner"}));

  EXPECT_EQ(change({"--closes", ""}).code, 0);
  EXPECT_FALSE(need().contains("closes_at"));
}

TEST_F(NeedChange, MoreArePlacesFreeAtOnce) {
  answer("Ana");
  answer("Luc");
  EXPECT_EQ(need()["missing"], 1) << "the cook";
  EXPECT_EQ(change({"--wanted", "servir=4"}).err, "");
  EXPECT_EQ(need()["slots"][0]["wanted"], 4);
  EXPECT_EQ(need()["missing"], 3);
}

TEST_F(NeedChange, FewerThanHaveAnsweredThrowNobodyOutAndSayWhoCameLast) {
  const std::string first = answer("Ana");
  const std::string last = answer("Luc");
  const Said said = change({"--wanted", "Servir=1"});
  EXPECT_EQ(said.code, 0);
  EXPECT_TRUE(said.err.contains("nobody is turned away. Who came last: " + last + " Luc (`murctl reply")) << said.err;
  EXPECT_FALSE(said.err.contains(first)) << said.err;
  for (const auto& reply : must({"reply", "list", "--json"}).objects()) EXPECT_EQ(reply["status"], "held");
  EXPECT_EQ(need()["slots"][0]["wanted"], 1);
}

TEST_F(NeedChange, ARoleIsAddedAndOneThatNobodyAnsweredIsDropped) {
  EXPECT_EQ(change({"--slot", "Laver;wanted=3", "--drop", "cuisiner"}).code, 0);
  EXPECT_EQ(roles(), (Roles{"Servir", "Laver"}));
  answer("Ana");
  const Said refused = change({"--drop", "Servir"});
  EXPECT_EQ(refused.code, 1);
  EXPECT_TRUE(refused.err.contains("people have answered \"Servir\"; tell them first")) << refused.err;
  EXPECT_EQ(roles(), (Roles{"Servir", "Laver"}));
}

TEST_F(NeedChange, MistakesAreSaidWithARemedy) {
  EXPECT_TRUE(change({"--wanted", "Chanter=3"})
                  .err.contains("no role is called \"Chanter\"; there are \"Servir\", "
                                "\"Cuisiner\""));
  EXPECT_TRUE(change({"--drop", "Chanter"}).err.contains("there are \"Servir\", \"Cuisiner\""));
  for (const char* wrong : {"Servir", "Servir=", "Servir=two", "Servir=3 people"})
    EXPECT_TRUE(change({"--wanted", wrong}).err.contains("as in \"Servir=3\"")) << wrong;
  EXPECT_TRUE(change({"--wanted", "Servir=0"}).err.contains("between 1 and"));
  EXPECT_EQ(change({"--closes", "noon"}).code, 2);
  EXPECT_EQ(need()["slots"][0]["wanted"], 2) << "nothing is changed by halves";
}

}  // namespace
}  // namespace mur::test
