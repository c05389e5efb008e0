#include "broker/feeds/feed_worker.h"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <set>

#include "broker/feeds/feed_reading.h"
#include "tests/broker/feeds/fetching.h"
#include "tests/support/fake_clock.h"

namespace mur::feeds {
namespace {

using namespace std::chrono_literals;
using broker::FeedFetched;
using broker::FetchWanted;
using test::http_answer;
using test::HttpPeer;
using test::HttpRequest;
using test::HttpsServer;

constexpr auto kNoon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 14} + 12h;

std::string event(const std::string& uid, const std::string& more = {}) {
  return fmt::format(
      "BEGIN:VEVENT\r\nUID:{}\r\nDTSTART:20260320T180000Z\r\nDTEND:20260320T200000Z\r\nSUMMARY:Repas "
      "{}\r\n{}END:VEVENT\r\n",
      uid, uid, more);
}

std::string calendar_of(const std::string& events) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Agenda public\r\nREFRESH-INTERVAL;VALUE=DURATION:PT2H\r\n" +
         events + "END:VCALENDAR\r\n";
}

/// The core's two ends: what it asks for, and what comes back.
class FeedWorkerTest : public Fetching {
 protected:
  FeedWorkerTest() { worker.start(); }

  FetchWanted wanted(const std::string& url) {
    FetchWanted wish;
    wish.feed = FeedId{Uuid{.bytes = {++feeds}}};
    wish.details.url = url;
    wish.hub.name = "La Maison commune";
    wish.hub.time_zone = "Europe/Paris";
    wish.hub.rooms = {"Grande salle"};
    return wish;
  }
  FeedFetched answer_to(const FetchWanted& wish) {
    worker.use(rules);
    EXPECT_TRUE(inbox.push(wish));
    std::vector<FeedFetched> came = wait_for_answers(1);
    EXPECT_EQ(came.size(), 1U);
    if (came.empty()) return {};
    EXPECT_EQ(came.front().feed, wish.feed);
    return std::move(came.front());
  }
  /// Takes them; fewer after 30 s.
  std::vector<FeedFetched> wait_for_answers(std::size_t count) {
    std::unique_lock lock(mutex);
    arrived.wait_for(lock, 30s, [&] { return answers.size() >= count; });
    return std::exchange(answers, {});
  }
  bool take(const FeedFetched& fetched) {
    const std::lock_guard lock(mutex);
    ++offered;
    arrived.notify_all();
    if (is_full) return false;
    answers.push_back(fetched);
    return true;
  }

  HttpsServer server{certificate};
  test::FakeClock clock{kNoon};
  broker::FetchMailbox inbox{64};
  std::mutex mutex;
  std::condition_variable arrived;
  std::vector<FeedFetched> answers;
  std::size_t offered = 0;
  bool is_full = false;
  std::uint8_t feeds = 0;
  FeedWorker worker{inbox, [this](const FeedFetched& fetched) { return take(fetched); }, clock, rules};
};

TEST_F(FeedWorkerTest, HandsBackTheEventsOfACalendar) {
  const std::string text =
      calendar_of(event("1", "LOCATION:Grande salle\r\n") + event("2", "LOCATION:Place de la République\r\n") +
                  event("3", "CLASS:PRIVATE\r\n") +
                  "BEGIN:VEVENT\r\nUID:4\r\nDTSTART:20200101T180000Z\r\nSUMMARY:Jadis\r\nEND:VEVENT\r\n");
  server.on("/a.ics", http_answer("200 OK", "ETag: \"v1\"\r\n", text));

  const FeedFetched fetched = answer_to(wanted(server.url("/a.ics")));

  EXPECT_EQ(fetched.trouble, FeedTrouble::none) << fetched.problem;
  EXPECT_EQ(fetched.problem, "");
  EXPECT_FALSE(fetched.unchanged);
  EXPECT_EQ(fetched.etag, "\"v1\"");
  EXPECT_EQ(fetched.content, digest256({as_bytes(text)}));
  EXPECT_EQ(fetched.name, "Agenda public");
  EXPECT_EQ(fetched.refresh_minutes, 120U);
  EXPECT_EQ(fetched.components, 4U);
  EXPECT_EQ(fetched.private_left, 1U);
  EXPECT_EQ(fetched.private_named, (std::vector<calendar::Identity>{{.uid = "3", .recurrence_id = {}}}));
  EXPECT_EQ(fetched.past, 1U);
  EXPECT_EQ(fetched.left_out, 0U);
  ASSERT_EQ(fetched.events.size(), 2U);
  EXPECT_EQ(fetched.events[0].uid, "1");
  EXPECT_EQ(fetched.events[0].source, Source::feed);
  EXPECT_EQ(fetched.events[0].kind, EventKind::programming);
  EXPECT_EQ(fetched.events[1].kind, EventKind::mobilization);
}

TEST_F(FeedWorkerTest, TakesOnlyTheFeedsCategoryAndItsKind) {
  server.on("/a.ics", http_answer("200 OK", "", calendar_of(event("1", "CATEGORIES:MUR\r\n") + event("2"))));
  FetchWanted wish = wanted(server.url("/a.ics"));
  wish.details.category = "mur";
  wish.details.kind = EventKind::mobilization;

  const FeedFetched fetched = answer_to(wish);

  ASSERT_EQ(fetched.events.size(), 1U);
  EXPECT_EQ(fetched.events[0].uid, "1");
  EXPECT_EQ(fetched.events[0].kind, EventKind::mobilization);
  EXPECT_EQ(fetched.other_category, 1U);
}

TEST_F(FeedWorkerTest, NotModifiedAndTheSameBytesAreUnchanged) {
  const std::string text = calendar_of(event("1"));
  server.on("/a.ics", [&](const HttpRequest& request, HttpPeer& peer) {
    peer.send(request.header("if-none-match").empty() ? http_answer("200 OK", "ETag: \"v2\"\r\n", text)
                                                      : "HTTP/1.1 304 Not Modified\r\n\r\n");
  });
  FetchWanted same_bytes = wanted(server.url("/a.ics"));
  same_bytes.content = digest256({as_bytes(text)});
  FetchWanted not_modified = same_bytes;
  not_modified.etag = "\"v1\"";

  const FeedFetched first = answer_to(same_bytes);
  const FeedFetched second = answer_to(not_modified);

  for (const FeedFetched& fetched : {first, second}) {
    EXPECT_EQ(fetched.trouble, FeedTrouble::none) << fetched.problem;
    EXPECT_TRUE(fetched.unchanged);
    EXPECT_TRUE(fetched.events.empty());
    EXPECT_EQ(fetched.content, same_bytes.content);
  }
  EXPECT_EQ(first.etag, "\"v2\"");
  EXPECT_EQ(second.etag, "\"v1\"");
}

TEST_F(FeedWorkerTest, WhatIsNoCalendarIsToldInTheReadersWords) {
  server.on("/a.ics", http_answer("200 OK", "ETag: \"v1\"\r\n", "<html><body>Log in first</body></html>"));
  FetchWanted wish = wanted(server.url("/a.ics?key=secret"));
  wish.content = digest256({as_bytes("the last good file")});

  const FeedFetched fetched = answer_to(wish);

  const auto reader = calendar::read("<html><body>Log in first</body></html>", limits::kReadLimits);
  ASSERT_FALSE(reader);
  EXPECT_EQ(fetched.trouble, FeedTrouble::unreadable);
  EXPECT_EQ(fetched.problem,
            fmt::format("the calendar at 127.0.0.1:{} can't be read: {}", server.port(), reader.error().message));
  EXPECT_EQ(fetched.content, wish.content);
  EXPECT_TRUE(fetched.events.empty());
}

TEST_F(FeedWorkerTest, AFileThatIsNoCalendarIsCalledAFile) {
  FetchWanted wish = wanted("file:///srv/agenda.ics");
  const FeedFetched fetched = read_feed(wish, {.body = "<html></html>"}, kNoon);
  EXPECT_EQ(fetched.trouble, FeedTrouble::unreadable);
  EXPECT_TRUE(fetched.problem.starts_with("the file can't be read: ")) << fetched.problem;
}

TEST_F(FeedWorkerTest, WhatIsNoAddressNeverWorks) {
  EXPECT_EQ(answer_to(wanted("https://user:pa/ss@example.org")).trouble, FeedTrouble::forbidden);
}

TEST_F(FeedWorkerTest, AFileOverTheReadersLimitsIsTooLarge) {
  std::string many;
  for (std::size_t i = 0; i <= limits::kReadLimits.components; ++i) many += "BEGIN:VEVENT\r\nEND:VEVENT\r\n";
  server.on("/a.ics", http_answer("200 OK", "", calendar_of(many)));

  EXPECT_EQ(answer_to(wanted(server.url("/a.ics"))).trouble, FeedTrouble::too_large);
}

TEST(ReadFeed, RulesThatAreBearableEachButNotTogetherAreTooLarge) {
  // No minute has a second whole minute: each rule is searched to the end of its own budget.
  std::string three;
  for (const char* uid : {"1", "2", "3"}) three += event(uid, "RRULE:FREQ=MINUTELY;BYSECOND=0;BYSETPOS=2;COUNT=9\r\n");
  FetchWanted wish;
  wish.details.url = "https://example.org/a.ics?key=secret";
  wish.hub.time_zone = "Europe/Paris";
  const FetchOutcome outcome{.body = calendar_of(three)};

  const FeedFetched bearable = read_feed(wish, outcome, kNoon, 3 * limits::kExpansionSteps + 1);
  const FeedFetched hostile = read_feed(wish, outcome, kNoon, 3 * limits::kExpansionSteps);

  EXPECT_EQ(bearable.trouble, FeedTrouble::none) << bearable.problem;
  EXPECT_EQ(bearable.events.size(), 3U);
  EXPECT_EQ(hostile.trouble, FeedTrouble::too_large);
  EXPECT_EQ(
      hostile.problem,
      "the calendar at example.org can't be read: line 19: the rules of the file up to this event take too long to "
      "work out; give them an UNTIL or a simpler form");
  EXPECT_TRUE(hostile.events.empty());
}

TEST_F(FeedWorkerTest, ManyWarningsAreNotAllCarriedAround) {
  std::string many;
  for (std::size_t i = 0; i < 2 * limits::kFetchWarnings; ++i)
    many += event(std::to_string(i), "RRULE:FREQ=FORTNIGHTLY\r\n");
  server.on("/a.ics", http_answer("200 OK", "", calendar_of(many)));

  const FeedFetched fetched = answer_to(wanted(server.url("/a.ics")));

  EXPECT_EQ(fetched.events.size(), 2 * limits::kFetchWarnings) << fetched.problem;
  EXPECT_EQ(fetched.warnings.size(), limits::kFetchWarnings);
}

TEST_F(FeedWorkerTest, AFailedFetchIsToldWithWhenToComeAgain) {
  server.on("/a.ics", http_answer("503 Busy", "Retry-After: 3600\r\n"));

  const FeedFetched fetched = answer_to(wanted(server.url("/a.ics")));

  EXPECT_EQ(fetched.trouble, FeedTrouble::http_status);
  EXPECT_NE(fetched.problem.find("HTTP 503"), std::string::npos) << fetched.problem;
  EXPECT_EQ(fetched.retry_minutes, 60U);
}

TEST_F(FeedWorkerTest, ReadsAnAdminsFile) {
  std::ofstream(folder / "a.ics") << calendar_of(event("1"));
  FetchWanted wish = wanted("file://" + (folder / "a.ics").string());

  EXPECT_EQ(answer_to(wish).trouble, FeedTrouble::forbidden);
  wish.may_read_files = true;
  EXPECT_EQ(answer_to(wish).events.size(), 1U);
}

TEST_F(FeedWorkerTest, NewSettingsCountFromTheNextFetchOn) {
  server.on("/a.ics", http_answer("200 OK", "", calendar_of(event("1"))));
  EXPECT_EQ(answer_to(wanted(server.url("/a.ics"))).events.size(), 1U);

  rules.use_network = false;
  const FeedFetched fetched = answer_to(wanted(server.url("/a.ics")));

  EXPECT_EQ(fetched.trouble, FeedTrouble::forbidden);
  EXPECT_EQ(server.requests().size(), 1U);
}

TEST_F(FeedWorkerTest, FetchesAsManyAtOnceAsTheLimitAndNoMore) {
  constexpr std::size_t kFeeds = 3 * limits::kFetchesAtOnce;
  std::mutex door;
  std::condition_variable came_in;
  std::size_t came = 0;
  std::size_t inside = 0;
  std::size_t most = 0;
  server.on("/a.ics", [&](const HttpRequest&, HttpPeer& peer) {
    {
      std::unique_lock lock(door);
      ++came;
      most = std::max(most, ++inside);
      came_in.notify_all();
      // The first four wait for each other.
      came_in.wait_for(lock, 20s, [&] { return came >= limits::kFetchesAtOnce; });
      --inside;
    }
    peer.send(http_answer("200 OK", "", calendar_of(event("1"))));
  });
  worker.use(rules);
  for (std::size_t i = 0; i < kFeeds; ++i) ASSERT_TRUE(inbox.push(wanted(server.url("/a.ics"))));

  std::set<FeedId> answered;
  for (const FeedFetched& fetched : wait_for_answers(kFeeds)) answered.insert(fetched.feed);

  EXPECT_EQ(answered.size(), kFeeds);
  const std::lock_guard lock(door);
  EXPECT_EQ(most, limits::kFetchesAtOnce);
}

TEST_F(FeedWorkerTest, AnAnswerWaitsForRoomAndNothingMoreIsFetchedMeanwhile) {
  constexpr std::size_t kFeeds = 2 * limits::kFetchesAtOnce;
  server.on("/a.ics", http_answer("200 OK", "", calendar_of(event("1"))));
  is_full = true;
  worker.use(rules);
  for (std::size_t i = 0; i < kFeeds; ++i) ASSERT_TRUE(inbox.push(wanted(server.url("/a.ics"))));
  {
    std::unique_lock lock(mutex);
    ASSERT_TRUE(arrived.wait_for(lock, 30s, [&] { return offered >= 20; }));
  }
  EXPECT_LE(server.requests().size(), limits::kFetchesAtOnce);
  {
    const std::lock_guard lock(mutex);
    is_full = false;
  }

  EXPECT_EQ(wait_for_answers(kFeeds).size(), kFeeds);
}

TEST_F(FeedWorkerTest, EndsWithinASecondEvenDuringATransfer) {
  server.on("/a.ics", [](const HttpRequest&, HttpPeer& peer) {
    if (peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nBEGIN:VCALENDAR\r\n")) peer.keep_waiting();
  });
  worker.use(rules);
  ASSERT_TRUE(inbox.push(wanted(server.url("/a.ics"))));
  ASSERT_TRUE(server.wait_for_requests(1));

  const auto began = std::chrono::steady_clock::now();
  worker.stop();

  EXPECT_LT(std::chrono::steady_clock::now() - began, 1s);
  EXPECT_TRUE(wait_for_answers(0).empty());
}

TEST_F(FeedWorkerTest, StartsAgainAfterAStop) {
  server.on("/a.ics", http_answer("200 OK", "", calendar_of(event("1"))));
  worker.stop();
  worker.start();

  EXPECT_EQ(answer_to(wanted(server.url("/a.ics"))).events.size(), 1U);
}

TEST(RulesOf, TheSettingsAreTheFetchers) {
  const broker::FeedSettings settings{.fetch = false,
                                      .allow_addresses = {parse_ip_network("10.0.0.0/8").value()},
                                      .ca_file = "/etc/mur/ca.pem",
                                      .proxy = "socks5h://127.0.0.1:9050"};
  const FetchRules rules = rules_of(settings, "0.1.0");

  EXPECT_FALSE(rules.use_network);
  EXPECT_EQ(rules.allow_addresses, settings.allow_addresses);
  EXPECT_EQ(rules.ca_file, "/etc/mur/ca.pem");
  EXPECT_EQ(rules.proxy, "socks5h://127.0.0.1:9050");
  EXPECT_EQ(rules.user_agent, "Mur/0.1.0 (+calendar reader)");
  EXPECT_EQ(rules.bytes, limits::kReadLimits.file_bytes);
}

}  // namespace
}  // namespace mur::feeds
