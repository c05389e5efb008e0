// An organization's calendar from its address to the wall. It is noon of Saturday 14 March 2026; the calendar is a file
// beside the broker, which admins may follow.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>

#include "shared/domain/limits.h"
#include "tests/broker/ctl/ctl_hub.h"

namespace mur::test {
namespace {

using namespace std::chrono_literals;

class FeedCommands : public ::testing::Test {
 protected:
  FeedCommands() : hub{clock} {
    const OrganizationId canteen = hub.broker().add_organization("Cantine des Tilleuls");
    const OrganizationId cambouis = hub.broker().add_organization("Cambouis", Trust::newcomer);
    hub.add_key("ana", Role::owner, canteen);
    hub.add_key("theo", Role::owner, cambouis);
    hub.add_key("kiosk", Role::kiosk);
    hub.add_key("mina", Role::moderator);
    hub.start();
  }

  static std::string event(const std::string& uid, const std::string& title, const std::string& more = {}) {
    return fmt::format(
        "BEGIN:VEVENT\r\nUID:{}\r\nDTSTAMP:20260301T000000Z\r\nDTSTART;TZID=Europe/Paris:20260321T183000\r\n"
        "DTEND;TZID=Europe/Paris:20260321T210000\r\nSUMMARY:{}\r\n{}END:VEVENT\r\n",
        uid, title, more);
  }
  static std::string calendar(const std::string& events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//FR\r\nX-WR-CALNAME:Agenda public\r\n" + events +
           "END:VCALENDAR\r\n";
  }
  std::string write(const std::string& events) { return "file://" + hub.file("agenda.ics", calendar(events)); }
  /// Registers the calendar of these events and returns its feed's id.
  std::string add(const std::string& events) {
    const Said added = hub.murctl({"feed", "add", write(events), "--organization", "Cantine des Tilleuls", "--json"});
    EXPECT_EQ(added.code, 0) << added.err;
    const auto objects = added.objects();
    return objects.empty() ? "" : objects[0]["id"].get<std::string>();
  }
  nlohmann::json the_feed() {
    const auto objects = hub.murctl({"feed", "list", "--json"}).objects();
    EXPECT_EQ(objects.size(), 1U);
    return objects.empty() ? nlohmann::json{} : objects[0];
  }
  std::vector<std::string> on_the_wall() {
    std::vector<std::string> titles;
    for (const auto& line : hub.murctl_as("kiosk", {"event", "list", "--json"}).objects())
      titles.push_back(line["title"]);
    std::ranges::sort(titles);
    return titles;
  }
  using Titles = std::vector<std::string>;

  FakeClock clock{TimePoint{std::chrono::sys_days{std::chrono::year{2026} / 3 / 14} + 11h}};
  CtlHub hub;
};

TEST_F(FeedCommands, AddingShowsWhatWouldAppearAndPutsNothingUp) {
  const Said added =
      hub.murctl({"feed", "add",
                  write(event("a", "Cuisine") + event("b", "Atelier", "DESCRIPTION:Ana au 06 11 22 33 44\r\n") +
                        event("c", "Réunion du bureau", "CLASS:PRIVATE\r\n")),
                  "--organization", "Cantine des Tilleuls"});
  ASSERT_EQ(added.code, 0) << added.err;
  EXPECT_TRUE(added.out.contains("\"Agenda public\": 2 events")) << added.out;
  EXPECT_TRUE(added.out.contains("Sat 2026-03-21 18:30  Cuisine")) << added.out;
  EXPECT_TRUE(added.out.contains("new, waits for review")) << added.out;
  EXPECT_TRUE(added.out.contains("look at: phone-number in description")) << added.out;
  EXPECT_TRUE(added.out.contains("1 private and left out")) << added.out;
  EXPECT_TRUE(added.out.contains("murctl feed confirm")) << added.out;
  EXPECT_FALSE(added.out.contains("Réunion du bureau")) << added.out;
  EXPECT_EQ(on_the_wall(), Titles{});
  EXPECT_EQ(the_feed()["state"], "proposed");
}

TEST_F(FeedCommands, ConfirmingPutsItUpAndARefreshBringsWhatChanged) {
  const std::string id = add(event("a", "Cuisine") + event("b", "Atelier"));
  const Said confirmed = hub.murctl({"feed", "confirm", id});
  ASSERT_EQ(confirmed.code, 0) << confirmed.err;
  EXPECT_TRUE(confirmed.out.contains("\"Agenda public\" is followed: 2 events to come")) << confirmed.out;
  EXPECT_EQ(on_the_wall(), (Titles{"Atelier", "Cuisine"}));

  write(event("a", "Cuisine pour tous") + event("b", "Atelier") + event("c", "Concert"));
  const Said refreshed = hub.murctl({"feed", "refresh", id});
  ASSERT_EQ(refreshed.code, 0) << refreshed.err;
  EXPECT_EQ(on_the_wall(), (Titles{"Atelier", "Concert", "Cuisine pour tous"}));
}

TEST_F(FeedCommands, AnEventGoesWhenTwoRefreshesLackIt) {
  const std::string id = add(event("a", "Cuisine") + event("b", "Atelier"));
  ASSERT_EQ(hub.murctl({"feed", "confirm", id}).code, 0);
  write(event("a", "Cuisine"));
  ASSERT_EQ(hub.murctl({"feed", "refresh", id}).code, 0);
  EXPECT_EQ(on_the_wall(), (Titles{"Atelier", "Cuisine"}));
  clock.pass(limits::kFetchNowEvery);
  ASSERT_EQ(hub.murctl({"feed", "refresh", id}).code, 0);
  EXPECT_EQ(on_the_wall(), Titles{"Cuisine"});
}

TEST_F(FeedCommands, AQuarantinedOneSaysWhyAndWhatToDo) {
  const std::string id = add(event("a", "Cuisine") + event("b", "Atelier") + event("c", "Concert"));
  ASSERT_EQ(hub.murctl({"feed", "confirm", id}).code, 0);
  write(event("a", "Cuisine"));
  const Said refreshed = hub.murctl({"feed", "refresh", id});
  EXPECT_EQ(refreshed.code, 1);
  EXPECT_TRUE(refreshed.err.contains("1 of the 3 events")) << refreshed.err;
  EXPECT_EQ(on_the_wall().size(), 3U);

  const Said list = hub.murctl({"feed", "list"});
  EXPECT_TRUE(list.out.contains("quarantined")) << list.out;
  EXPECT_TRUE(list.out.contains("murctl feed confirm")) << list.out;
  EXPECT_EQ(the_feed()["trouble"], "shrunk");
  EXPECT_TRUE(hub.murctl({"status"}).out.contains("1 of them quarantined"));

  const Said preview = hub.murctl({"feed", "preview", id});
  EXPECT_EQ(preview.code, 0) << preview.err;
  EXPECT_TRUE(preview.out.contains("would go")) << preview.out;
  ASSERT_EQ(hub.murctl({"feed", "confirm", id}).code, 0);
  EXPECT_EQ(the_feed()["state"], "active");
}

TEST_F(FeedCommands, OnlyWhatHasTheCategoryIsTaken) {
  const Said added =
      hub.murctl({"feed", "add", write(event("a", "Cuisine", "CATEGORIES:Mur\r\n") + event("b", "Réunion")),
                  "--organization", "Cantine des Tilleuls", "--category", "#mur", "--json"});
  ASSERT_EQ(added.code, 0) << added.err;
  const auto preview = added.objects().at(0);
  EXPECT_EQ(preview["total"], 1);
  EXPECT_EQ(preview["other_category"], 1);
  EXPECT_EQ(preview["items"][0]["title"], "Cuisine");
}

TEST_F(FeedCommands, AFileThatIsNotThereIsRegisteredAndSaysWhatIsWrong) {
  const Said added = hub.murctl({"feed", "add", "file://" + hub.path("nowhere.ics"), "--organization", "Cambouis"});
  EXPECT_EQ(added.code, 1);
  EXPECT_TRUE(added.err.contains("is registered, but")) << added.err;
  EXPECT_TRUE(added.err.contains("murctl feed remove")) << added.err;
  EXPECT_EQ(the_feed()["trouble"], "unreachable");
  EXPECT_EQ(hub.murctl({"feed", "confirm", the_feed()["id"].get<std::string>()}).code, 1);
}

TEST_F(FeedCommands, AFileIsForAdminsAndAnOwnerSeesItsOwnOnly) {
  const std::string url = write(event("a", "Cuisine"));
  const Said refused = hub.murctl_as("ana", {"feed", "add", url});
  EXPECT_EQ(refused.code, 1);
  EXPECT_TRUE(refused.err.contains("only an admin")) << refused.err;

  const std::string id = add(event("a", "Cuisine"));
  EXPECT_EQ(hub.murctl_as("theo", {"feed", "list"}).out.find("Agenda public"), std::string::npos);
  EXPECT_NE(hub.murctl_as("theo", {"feed", "confirm", id}).code, 0);
  EXPECT_EQ(hub.murctl_as("ana", {"feed", "confirm", id}).code, 0);
  EXPECT_EQ(on_the_wall(), Titles{"Cuisine"});
}

TEST_F(FeedCommands, ConfirmingALossSaysThatTheRestGoesAndConfirmingTwiceSaysItOnce) {
  const std::string id = add(event("a", "Cuisine") + event("b", "Atelier") + event("c", "Concert"));
  ASSERT_EQ(hub.murctl({"feed", "confirm", id}).code, 0);
  write(event("a", "Cuisine"));
  EXPECT_EQ(hub.murctl({"feed", "refresh", id}).code, 1);
  const Said confirmed = hub.murctl({"feed", "confirm", id});
  ASSERT_EQ(confirmed.code, 0) << confirmed.err;
  EXPECT_TRUE(confirmed.out.contains("1 event to come; 2 events that it lacks go at the next reading"))
      << confirmed.out;
  const Said again = hub.murctl({"feed", "confirm", id});
  EXPECT_EQ(again.out, "Nothing changed, it was so already: \"Agenda public\" is followed\n");
}

TEST_F(FeedCommands, WhatWasShownTooLongAgoIsShownAgainBeforeItGoesUp) {
  const std::string id = add(event("a", "Cuisine"));
  clock.pass(limits::kFetchKept + 1s);
  const Said refused = hub.murctl({"feed", "confirm", id});
  EXPECT_EQ(refused.code, 1);
  EXPECT_TRUE(refused.err.contains("look again with `murctl feed preview`")) << refused.err;
  write(event("a", "Cuisine") + event("b", "Atelier"));
  const Said shown = hub.murctl({"feed", "preview", id});
  EXPECT_TRUE(shown.out.contains("Atelier")) << shown.out << shown.err;
  ASSERT_EQ(hub.murctl({"feed", "confirm", id}).code, 0);
  EXPECT_EQ(on_the_wall(), (Titles{"Atelier", "Cuisine"}));
}

TEST_F(FeedCommands, AModeratorIsToldWhomToAsk) {
  const std::string id = add(event("a", "Cuisine"));
  const Said list = hub.murctl_as("mina", {"feed", "list"});
  EXPECT_TRUE(list.out.contains("its organization or an admin can say: look with `murctl feed preview")) << list.out;
  EXPECT_FALSE(hub.murctl({"feed", "list"}).out.contains("its organization or an admin"));
  const Said refused = hub.murctl_as("mina", {"feed", "confirm", id});
  EXPECT_TRUE(refused.err.starts_with("murctl: this key may not do that")) << refused.err;
}

TEST_F(FeedCommands, AnotherFeedsEventIsNamedWithItsFeed) {
  const std::string first = add(event("a", "Cuisine"));
  ASSERT_EQ(hub.murctl({"feed", "confirm", first}).code, 0);
  const std::string other = "file://" + hub.file("other.ics", calendar(event("a", "Cuisine pour tous")));
  const Said added = hub.murctl({"feed", "add", other, "--organization", "Cantine des Tilleuls"});
  ASSERT_EQ(added.code, 0) << added.err;
  EXPECT_TRUE(added.out.contains("another feed's")) << added.out;
  EXPECT_TRUE(added.out.contains("`murctl feed remove " + first.substr(0, 8) + "` first")) << added.out;
}

TEST_F(FeedCommands, AFolderIsRemovedRatherThanWaitedFor) {
  const Said added = hub.murctl({"feed", "add", "file://" + hub.path(""), "--organization", "Cambouis"});
  EXPECT_EQ(added.code, 1);
  const Said list = hub.murctl({"feed", "list"});
  EXPECT_TRUE(list.out.contains("and add the right address")) << list.out;
  EXPECT_FALSE(list.out.contains("by itself")) << list.out;
}

TEST_F(FeedCommands, RemovingWhatWasNeverConfirmedSpeaksOfNoEvents) {
  const std::string id = add(event("a", "Cuisine"));
  const Said removed = hub.murctl({"feed", "remove", id});
  EXPECT_EQ(removed.out, "\"Agenda public\" is not followed any more; nothing of it was put up\n");
}

TEST_F(FeedCommands, RemovingTakesItsComingEventsAlongUnlessTheyAreKept) {
  const std::string id = add(event("a", "Cuisine"));
  ASSERT_EQ(hub.murctl({"feed", "confirm", id}).code, 0);
  const Said kept = hub.murctl({"feed", "remove", id, "--keep-events"});
  ASSERT_EQ(kept.code, 0) << kept.err;
  EXPECT_EQ(hub.murctl({"feed", "list"}).out.find("Agenda"), std::string::npos);
  EXPECT_EQ(on_the_wall(), Titles{"Cuisine"});
}

TEST_F(FeedCommands, NothingOfTheAddressButItsHostIsShown) {
  const std::string id = add(event("a", "Cuisine"));
  for (const char* form : {"", "--json"}) {
    std::vector<std::string> words{"feed", "list"};
    if (*form != '\0') words.emplace_back(form);
    EXPECT_FALSE(hub.murctl(words).out.contains("agenda.ics"));
  }
}

}  // namespace
}  // namespace mur::test
