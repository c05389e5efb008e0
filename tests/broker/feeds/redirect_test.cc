#include <fmt/format.h>

#include "tests/broker/feeds/fetching.h"

namespace mur::feeds {
namespace {

using test::http_answer;
using test::HttpPeer;
using test::HttpRequest;
using test::HttpsServer;

class Redirect : public Fetching {
 protected:
  /// /1 leads to /2, …, and the last to the calendar.
  void lead_on(int times) {
    for (int i = 1; i <= times; ++i)
      server.on(fmt::format("/{}", i), http_answer("302 Found", fmt::format("Location: /{}\r\n", i + 1)));
    server.on(fmt::format("/{}", times + 1), http_answer("200 OK", "ETag: \"end\"\r\n", kCalendar));
  }
  void lead_to(const std::string& url) { server.on("/1", http_answer("301 Moved", "Location: " + url + "\r\n")); }

  HttpsServer server{certificate};
};

TEST_F(Redirect, AreFollowedUpToTheLimit) {
  lead_on(limits::kFetchRedirects);

  const FetchOutcome outcome = ask({.url = server.url("/1"), .etag = "\"old\""});

  EXPECT_EQ(outcome.body, kCalendar) << outcome.problem;
  EXPECT_EQ(outcome.etag, "\"end\"");
  EXPECT_EQ(server.requests().size(), 6U);
  EXPECT_EQ(server.requests().back().header("if-none-match"), "\"old\"");
}

TEST_F(Redirect, OneMoreThanTheLimitIsAnEnd) {
  lead_on(limits::kFetchRedirects + 1);

  const FetchOutcome outcome = fetch(server.url("/1?key=secret"));

  EXPECT_EQ(outcome.trouble, FeedTrouble::http_status);
  EXPECT_NE(outcome.problem.find("more than 5 times"), std::string::npos) << outcome.problem;
  EXPECT_NE(outcome.problem.find("give the address where it ends"), std::string::npos) << outcome.problem;
  EXPECT_EQ(server.requests().size(), 6U);
}

TEST_F(Redirect, ToPlainHttpOrAFileIsForbidden) {
  std::ofstream(folder / "a.ics") << kCalendar;
  for (const std::string& url : {std::string("http://127.0.0.1:1/secret"), "file://" + (folder / "a.ics").string(),
                                 std::string("ftp://127.0.0.1/secret")}) {
    lead_to(url);
    const FetchOutcome outcome = ask({.url = server.url("/1"), .may_read_files = true});
    EXPECT_EQ(outcome.trouble, FeedTrouble::forbidden) << url;
    const char* said = url.starts_with("file:") ? "no web address" : "without https";
    EXPECT_NE(outcome.problem.find(said), std::string::npos) << outcome.problem;
    EXPECT_EQ(outcome.problem.find("the server"), std::string::npos) << outcome.problem;
    EXPECT_EQ(outcome.problem.find("secret"), std::string::npos) << outcome.problem;
    EXPECT_TRUE(outcome.body.empty());
  }
}

TEST_F(Redirect, ToAPrivateAddressIsForbiddenAndNeverConnectedTo) {
  HttpsServer inside(certificate, HttpsServer::Family::v6);
  inside.on("/2", http_answer("200 OK", "", kCalendar));
  lead_to(inside.url("/2?key=secret"));
  rules.allow_addresses = {parse_ip_network("127.0.0.1").value()};

  const FetchOutcome outcome = fetch(server.url("/1"));

  EXPECT_EQ(outcome.trouble, FeedTrouble::forbidden) << outcome.problem;
  EXPECT_NE(outcome.problem.find("[::1]"), std::string::npos) << outcome.problem;
  EXPECT_NE(outcome.problem.find("[feeds] allow_addresses"), std::string::npos) << outcome.problem;
  EXPECT_EQ(outcome.problem.find("secret"), std::string::npos) << outcome.problem;
  EXPECT_TRUE(inside.requests().empty());

  rules.allow_addresses.push_back(parse_ip_network("::1").value());
  EXPECT_EQ(fetch(server.url("/1")).body, kCalendar);
}

TEST_F(Redirect, BackToTheSameServerIsCheckedAsAnyConnection) {
  // Both names stand for one address; every request comes over a connection of its own.
  lead_to(server.url("/2", "localhost"));
  server.on("/2", http_answer("200 OK", "", kCalendar));

  EXPECT_EQ(fetch(server.url("/1")).body, kCalendar);
  EXPECT_EQ(server.connections(), 2U);
}

TEST_F(Redirect, ToAnotherHostDoesNotTakeThePasswordAlong) {
  lead_to(server.url("/2", "localhost"));
  server.on("/2", http_answer("200 OK", "", kCalendar));

  EXPECT_EQ(fetch(server.url("/1", "ana:geheim@127.0.0.1")).body, kCalendar);

  ASSERT_EQ(server.requests().size(), 2U);
  EXPECT_NE(server.requests()[0].header("authorization"), "");
  EXPECT_EQ(server.requests()[1].header("authorization"), "");
}

TEST_F(Redirect, CannotBringAPasswordOfItsOwn) {
  lead_to(server.url("/2", "mallory:secret@127.0.0.1"));
  server.on("/2", http_answer("200 OK", "", kCalendar));

  const FetchOutcome outcome = fetch(server.url("/1"));

  EXPECT_EQ(outcome.trouble, FeedTrouble::forbidden);
  EXPECT_NE(outcome.problem.find("with a password in it"), std::string::npos) << outcome.problem;
  EXPECT_EQ(outcome.problem.find("secret"), std::string::npos) << outcome.problem;
  EXPECT_EQ(server.requests().size(), 1U);
}

TEST_F(Redirect, BringsNoCookieAlong) {
  server.on("/1", http_answer("302 Found", "Location: /2\r\nSet-Cookie: id=4711\r\n"));
  server.on("/2", http_answer("200 OK", "", kCalendar));

  EXPECT_EQ(fetch(server.url("/1")).body, kCalendar);
  EXPECT_EQ(server.requests().at(1).header("cookie"), "");
}

}  // namespace
}  // namespace mur::feeds
