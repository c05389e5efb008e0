// An offer that the desk types in for someone.
#include <gtest/gtest.h>

#include "tests/broker/ctl/ctl_hub.h"

namespace mur::test {
namespace {

class OfferAdd : public ::testing::Test {
 protected:
  OfferAdd() { hub.start(); }
  Said add(const std::vector<std::string>& options) {
    std::vector<std::string> words{"--json", "offer", "add", "--tile", "other", "--text", "Je tiens une comptabilité"};
    words.insert(words.end(), options.begin(), options.end());
    return hub.murctl(words);
  }
  nlohmann::json must(const std::vector<std::string>& options) {
    const Said said = add(options);
    EXPECT_EQ(said.code, 0) << said.err;
    return said.code == 0 ? said.objects().at(0) : nlohmann::json{};
  }

  CtlHub hub;
};

TEST_F(OfferAdd, EverythingThatIsGivenIsKeptAndShown) {
  const auto added = must({"--tile",
                           "translation",
                           "--when",
                           "evenings",
                           "--when",
                           "holidays",
                           "--language",
                           "en",
                           "--first-name",
                           "Aminata",
                           "--phone",
                           "06 12 34 56 78",
                           "--age",
                           "15-17",
                           "--may-be-called",
                           "--level",
                           "at-ease",
                           "--may-train",
                           "--origin",
                           "job",
                           "--hours",
                           "3",
                           "--remote",
                           "--within-km",
                           "5",
                           "--from",
                           "2100-03-01",
                           "--until",
                           "2100-05-31",
                           "--employer",
                           "Mairie",
                           "--employer-time",
                           "half-days",
                           "--seniority",
                           "senior",
                           "--agreement",
                           "asked"});
  const std::string id = added["offer"];
  const auto offer = hub.murctl({"--json", "offer", "show", id}).objects().at(0);
  EXPECT_EQ(offer["tiles"], (nlohmann::json{"other", "translation"}));
  EXPECT_EQ(offer["text"], "Je tiens une comptabilité");
  EXPECT_EQ(offer["language"], "en");
  EXPECT_EQ(offer["contact"], "phone");
  EXPECT_EQ(offer["minor"], true);
  EXPECT_EQ(offer["level"], "at-ease");
  EXPECT_EQ(offer["may_train"], true);
  EXPECT_EQ(offer["origin"], "job");
  EXPECT_EQ(offer["hours_a_week"], 3);
  EXPECT_EQ(offer["remote"], true);
  EXPECT_EQ(offer["within_km"], 5);
  EXPECT_EQ(offer["from"], "2100-02-28T23:00:00Z");
  EXPECT_EQ(offer["until"], "2100-05-31T22:00:00Z") << "the end of the last day";
  EXPECT_EQ(
      offer["employer"],
      (nlohmann::json{{"name", "Mairie"}, {"time", "half-days"}, {"seniority", "senior"}, {"agreement", "asked"}}));

  const std::string shown = hub.murctl({"offer", "show", id}).out;
  EXPECT_TRUE(shown.contains("when      evenings, school holidays")) << shown;
  EXPECT_TRUE(shown.contains("detail    at-ease, from a job, may train someone\n")) << shown;
  EXPECT_TRUE(shown.contains("detail    3 hours a week, from afar, within 5 km, from ")) << shown;
  EXPECT_TRUE(shown.contains("detail    employer: Mairie, half-days, senior, agreement asked\n")) << shown;
  EXPECT_FALSE(shown.contains("Aminata") || shown.contains("06 12")) << shown;
}

TEST_F(OfferAdd, ItsTicketLeadsBackToIt) {
  const auto added = must({});
  EXPECT_EQ(added["status"], "pending");
  const std::string code = added["code"];
  EXPECT_TRUE(hub.murctl({"ticket", "show", code}).out.contains("Je tiens une comptabilité"));
  EXPECT_EQ(hub.murctl({"ticket", "withdraw", code}).code, 0);
  EXPECT_TRUE(hub.murctl({"ticket", "show", code}).out.contains("withdrawn by its author"));
  EXPECT_TRUE(hub.murctl({"offer", "add", "--tile", "repair"}).out.contains("The offer on the wall. The ticket: "))
      << "presets alone go up at once";
}

TEST_F(OfferAdd, AValueThatIsUnknownNamesTheOptionAndWhatThereIs) {
  const auto says = [&](const std::vector<std::string>& options, const std::vector<std::string>& all) {
    const Said said = add(options);
    EXPECT_NE(said.code, 0);
    for (const std::string& one : all) EXPECT_TRUE(said.err.contains(one)) << said.err;
  };
  says({"--tile", "dance"}, {"--tile", "cooking"});
  says({"--when", "noon"}, {"--when", "evenings"});
  says({"--level", "expert"}, {"--level", "\\\"expert\\\"", "professional"});
  says({"--origin", "school"}, {"--origin", "passion, job"});
  says({"--employer-time", "weeks"}, {"--employer-time", "half-days"});
  says({"--employer", "Mairie", "--seniority", "old"}, {"--seniority", "junior, senior"});
  says({"--employer", "Mairie", "--agreement", "no"}, {"--agreement", "to-ask"});
  says({"--agreement", "no"}, {"--agreement", "to-ask"});
  says({"--from", "soon"}, {"--from"});
  says({"--until", "later"}, {"--until"});
  says({"--from", "2100-05-31", "--until", "2100-03-01"}, {"the last day lies before the first"});
  says({"--hours", "200"}, {"--hours", "60"});
  says({"--within-km", "9000"}, {"--within-km", "500"});
  says({"--phone", "06 12 34 56 78"}, {"--age"});
  says({"--phone", "06 12 34 56 78", "--email", "ana@example.org", "--age", "adult"}, {"--email", "not both"});
  EXPECT_TRUE(hub.murctl({"offer", "list", "--json"}).objects().empty());
}

TEST_F(OfferAdd, WhatIsSaidOfAnEmployerIsKeptWithoutAName) {
  const std::string id = must({"--agreement", "agreed", "--seniority", "junior"})["offer"];
  EXPECT_EQ(hub.murctl({"--json", "offer", "show", id}).objects().at(0)["employer"],
            (nlohmann::json{{"name", ""}, {"time", "half-days"}, {"seniority", "junior"}, {"agreement", "agreed"}}));
}

}  // namespace
}  // namespace mur::test
