// murctl event import, as organizations use it. It is noon of Saturday 14 March 2026.
#include <gtest/gtest.h>

#include "broker/ctl/calendar_import.h"
#include "tests/broker/ctl/ctl_hub.h"
#include "tests/support/house.h"

namespace mur::test {
namespace {

std::string calendar(const std::string& events) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//test//EN\r\n" + events + "END:VCALENDAR\r\n";
}
std::string event(const std::string& uid, const std::string& title, const std::string& start = "20260321T140000",
                  const std::string& more = "") {
  return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTART;TZID=Europe/Paris:" + start +
         "\r\nDURATION:PT2H\r\nSUMMARY:" + title + "\r\n" + more + "END:VEVENT\r\n";
}

class ImportCommand : public ::testing::Test {
 protected:
  ImportCommand() {
    hub.broker().add_organization("Collectif X");
    const OrganizationId cambouis = hub.broker().add_organization("Cambouis", Trust::newcomer);
    hub.add_key("theo", Role::owner, cambouis);
    hub.start();
  }
  nlohmann::json import(const std::string& file) {
    const Said said = hub.murctl({"event", "import", file, "--organization", "Collectif X", "--json"});
    EXPECT_EQ(said.code, 0) << said.err;
    const auto objects = said.objects();
    return objects.empty() ? nlohmann::json{} : objects[0];
  }
  std::string title_of_first() {
    const auto objects = hub.murctl({"event", "list", "--json"}).objects();
    return objects.empty() ? "" : objects[0]["title"].get<std::string>();
  }

  CtlHub hub;
};

TEST_F(ImportCommand, ASecondImportChangesNothing) {
  const std::string file = hub.file("a.ics", calendar(event("1@x", "Atelier") + event("2@x", "Repas")));
  EXPECT_EQ(import(file)["added"], 2);
  const auto batches = [this] { return hub.murctl({"status", "--json"}).objects().at(0)["head"]; };
  const auto before = batches();
  const auto again = import(file);
  EXPECT_EQ(again["added"], 0);
  EXPECT_EQ(again["unchanged"], 2);
  EXPECT_EQ(batches(), before);
}

TEST_F(ImportCommand, OneChangedEventIsOneChangedRecord) {
  EXPECT_EQ(import(hub.file("a.ics", calendar(event("1@x", "Atelier") + event("2@x", "Repas"))))["added"], 2);
  const auto batches = [this] { return hub.murctl({"status", "--json"}).objects().at(0)["head"].get<int>(); };
  const int before = batches();
  EXPECT_EQ(import(hub.file("a.ics", calendar(event("1@x", "Atelier") + event("2@x", "Grand repas"))))["changed"], 1);
  EXPECT_EQ(batches(), before + 1);
}

TEST_F(ImportCommand, OnlyACategoryIsImportedAndAllOfItWhereTheImporterSays) {
  const std::string file = hub.file(
      "a.ics", calendar(event("1@x", "Atelier", "20260321T140000", "CATEGORIES:mur\r\n") + event("2@x", "Repas")));
  const Said said = hub.murctl(
      {"event", "import", file, "--organization", "Collectif X", "--category", "#Mur", "--kind", "here", "--json"});
  ASSERT_EQ(said.code, 0) << said.err;
  EXPECT_EQ(said.objects().at(0)["added"], 1);
  EXPECT_EQ(said.objects().at(0)["other_category"], 1);
  const std::string id = hub.murctl({"event", "list", "--json"}).objects().at(0)["id"].get<std::string>();
  EXPECT_EQ(hub.murctl({"event", "show", id, "--json"}).objects().at(0)["kind"], "here");
}

TEST_F(ImportCommand, AChangedFileChangesWhatItChangedAndBackAgain) {
  const std::string before = calendar(event("1@x", "Atelier") + event("2@x", "Repas"));
  EXPECT_EQ(import(hub.file("a.ics", before))["added"], 2);
  const auto changed = import(hub.file("a.ics", calendar(event("1@x", "Grand atelier") + event("2@x", "Repas"))));
  EXPECT_EQ(changed["changed"], 1);
  EXPECT_EQ(changed["unchanged"], 1);
  EXPECT_EQ(title_of_first(), "Grand atelier");
  // The first file once more, byte for byte: its commands must not be taken for the old ones.
  EXPECT_EQ(import(hub.file("a.ics", before))["changed"], 1);
  EXPECT_EQ(title_of_first(), "Atelier");
}

TEST_F(ImportCommand, EveryComponentIsAccountedForAndWhatIsAmissIsNamedByItsLine) {
  const std::string file =
      hub.file("b.ics", calendar(event("1@x", "Atelier") + event("2@x", "Vieux", "20250101T140000") +
                                 event("3@x", "Secret", "20260321T140000", "CLASS:PRIVATE\r\n") + event("4@x", "") +
                                 event("5@x", std::string(200, 'a'))));
  const Said said = hub.murctl({"event", "import", file, "--organization", "Collectif X"});
  EXPECT_EQ(said.code, 0);
  EXPECT_TRUE(said.out.contains("b.ics: 5 components")) << said.out;
  EXPECT_TRUE(said.out.contains("2 added, 0 changed, 0 unchanged, 0 waiting for review")) << said.out;
  EXPECT_TRUE(said.out.contains("1 past and left out")) << said.out;
  EXPECT_TRUE(said.out.contains("1 private and left out")) << said.out;
  EXPECT_TRUE(said.out.contains("1 left out, as the warnings say")) << said.out;
  EXPECT_TRUE(said.err.contains("b.ics:23: SUMMARY: ")) << said.err;
  EXPECT_TRUE(said.err.contains("b.ics:29: SUMMARY: 200 characters are too many; shortened to 120")) << said.err;
}

TEST_F(ImportCommand, ALineThatIsNoPropertyIsNamedWithoutOne) {
  const std::string file = hub.file("d.ics", calendar(event("1@x", "Atelier", "20260321T140000", "PRIX=5\r\n")));
  const Said said = hub.murctl({"event", "import", file, "--organization", "Collectif X"});
  EXPECT_TRUE(said.err.contains(": this is not a content line; ")) << said.err;
  EXPECT_FALSE(said.err.contains(": : ")) << said.err;
}

TEST_F(ImportCommand, AnInterruptedImportGoesOnWhereItStopped) {
  std::vector<ctl::ImportItem> items;
  for (int i = 0; i < 100; ++i) items.push_back({.line = 1, .details = House::soup(std::to_string(i) + "@x")});
  const std::vector<ctl::ImportItem> sent_before(items.begin(), items.begin() + 60);
  const auto random = make_system_random();
  const auto none_refused = [](const ctl::ImportItem&, const Error& error) { ADD_FAILURE() << error.message; };
  const auto import = [&](const std::vector<ctl::ImportItem>& some) {
    const auto client = hub.client_of("admin");
    const ctl::ImportRun run{.id = derive_uuid(Uuid{}, "run"), .started_at = client->now()};
    const OrganizationId organization = client->wall().organization_named("Collectif X")->id;
    return ctl::CalendarImport(*client, organization, run, *random).send_all(some, none_refused).value();
  };
  EXPECT_EQ(import(sent_before), (ctl::ImportCounts{.added = 60}));
  EXPECT_EQ(import(items), (ctl::ImportCounts{.added = 40, .unchanged = 60}));
}

TEST_F(ImportCommand, ItsJournalIsThereOnlyWhileItRuns) {
  EXPECT_EQ(import(hub.file("a.ics", calendar(event("1@x", "Atelier"))))["added"], 1);
  EXPECT_TRUE(std::filesystem::is_empty(hub.path("imports")));
}

TEST_F(ImportCommand, ANewOrganizationsEventsWaitAndSoDoItsChanges) {
  const Said first = hub.murctl_as("theo", {"event", "import", hub.file("t.ics", calendar(event("1@x", "Atelier")))});
  EXPECT_TRUE(first.out.contains("0 added, 0 changed, 0 unchanged, 1 waiting for review")) << first.out;
  const auto queue = hub.murctl({"queue", "--json"}).objects();
  ASSERT_EQ(queue.size(), 1U);
  ASSERT_EQ(hub.murctl({"approve", queue[0]["id"].get<std::string>()}).code, 0);

  const std::string changed = hub.file("t.ics", calendar(event("1@x", "Grand atelier")));
  EXPECT_TRUE(hub.murctl_as("theo", {"event", "import", changed}).out.contains("1 waiting for review"));
  EXPECT_TRUE(hub.murctl({"queue"}).out.contains("title: \"Atelier\" becomes \"Grand atelier\""));
  EXPECT_EQ(title_of_first(), "Atelier");
  EXPECT_TRUE(hub.murctl_as("theo", {"event", "import", changed}).out.contains("1 unchanged"));
}

TEST_F(ImportCommand, WhatIsNoCalendarIsRefusedWhole) {
  const Said said = hub.murctl({"event", "import", hub.file("c.ics", "hello"), "--organization", "Collectif X"});
  EXPECT_EQ(said.code, 1);
  EXPECT_TRUE(said.err.starts_with("murctl: c.ics: ")) << said.err;
  EXPECT_EQ(hub.murctl({"event", "import", hub.path("none.ics"), "--organization", "Collectif X"}).code, 1);
}

TEST_F(ImportCommand, AnotherOrganizationsCalendarIsNotTheirsToImport) {
  const Said said = hub.murctl_as(
      "theo", {"event", "import", hub.file("a.ics", calendar(event("1@x", "A"))), "--organization", "Collectif X"});
  EXPECT_EQ(said.code, 1);
  EXPECT_TRUE(said.err.contains("another organization")) << said.err;
}

TEST_F(ImportCommand, SomeHundredEventsArriveAll) {
  std::string events;
  for (int i = 0; i < 300; ++i) events += event(std::to_string(i) + "@x", "Atelier " + std::to_string(i));
  EXPECT_EQ(import(hub.file("many.ics", calendar(events)))["added"], 300);
  EXPECT_EQ(hub.murctl({"event", "list", "--json"}).objects().size(), 300U);
}

}  // namespace
}  // namespace mur::test
