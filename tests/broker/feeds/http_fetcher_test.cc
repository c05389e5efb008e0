#include "broker/feeds/http_fetcher.h"

#include "tests/broker/feeds/fetching.h"
#include "tests/support/gzip.h"

namespace mur::feeds {
namespace {

using test::http_answer;
using test::HttpPeer;
using test::HttpRequest;
using test::HttpsServer;

/// A sentence that tells whose fault it is and what to do, and keeps the URL's secrets.
void expect_sentence(const FetchOutcome& outcome, FeedTrouble trouble, const std::string& part) {
  EXPECT_EQ(outcome.trouble, trouble) << outcome.problem;
  EXPECT_NE(outcome.problem.find(part), std::string::npos) << outcome.problem;
  EXPECT_NE(outcome.problem.find(';'), std::string::npos) << outcome.problem << " names no remedy";
  for (const char* kept : {"secret.ics", "key=", "?"})
    EXPECT_EQ(outcome.problem.find(kept), std::string::npos) << outcome.problem;
  EXPECT_TRUE(outcome.body.empty());
}

class HttpFetcherTest : public Fetching {
 protected:
  HttpsServer server{certificate};
};

TEST_F(HttpFetcherTest, FetchesWhatStandsThereAndSaysWhoItIs) {
  rules.user_agent = "Mur/1.2.3 (+calendar reader)";
  server.on("/a.ics",
            http_answer("200 OK", "ETag: \"v1\"\r\nLast-Modified: Sat, 14 Mar 2026 10:00:00 GMT\r\n", kCalendar));

  const FetchOutcome outcome = fetch(server.url("/a.ics?key=secret"));

  EXPECT_EQ(outcome.trouble, FeedTrouble::none) << outcome.problem;
  EXPECT_EQ(outcome.body, kCalendar);
  EXPECT_EQ(outcome.etag, "\"v1\"");
  EXPECT_EQ(outcome.last_modified, "Sat, 14 Mar 2026 10:00:00 GMT");
  const HttpRequest request = server.requests().at(0);
  EXPECT_EQ(request.method, "GET");
  EXPECT_EQ(request.target, "/a.ics?key=secret");
  EXPECT_EQ(request.header("user-agent"), "Mur/1.2.3 (+calendar reader)");
  EXPECT_EQ(request.header("accept-encoding"), "gzip, deflate");
  for (const char* none : {"if-none-match", "if-modified-since", "cookie", "authorization", "referer"})
    EXPECT_EQ(request.header(none), "") << none;
}

TEST_F(HttpFetcherTest, WhatDidNotChangeIsNotSentAgain) {
  server.on("/a.ics", [](const HttpRequest& request, HttpPeer& peer) {
    const bool same = request.header("if-none-match") == "\"v1\"" &&
                      request.header("if-modified-since") == "Sat, 14 Mar 2026 10:00:00 GMT";
    peer.send(same ? "HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n" : http_answer("200 OK", "", kCalendar));
  });

  const FetchOutcome outcome =
      ask({.url = server.url("/a.ics"), .etag = "\"v1\"", .last_modified = "Sat, 14 Mar 2026 10:00:00 GMT"});

  EXPECT_EQ(outcome.trouble, FeedTrouble::none) << outcome.problem;
  EXPECT_TRUE(outcome.not_modified);
  EXPECT_EQ(outcome.etag, "\"v1\"");
  EXPECT_EQ(outcome.last_modified, "Sat, 14 Mar 2026 10:00:00 GMT");
}

TEST_F(HttpFetcherTest, NotModifiedIsNoAnswerToWhoDidNotAsk) {
  server.on("/a.ics", "HTTP/1.1 304 Not Modified\r\n\r\n");

  expect_sentence(fetch(server.url("/a.ics")), FeedTrouble::http_status, "HTTP 304");
}

TEST_F(HttpFetcherTest, AnEtagTooLongToKeepIsNotKeptAndOneThatWouldBreakALineIsNotSent) {
  const std::string fits(limits::kFetchHeader, 'e');
  server.on("/fits.ics", http_answer("200 OK", "ETag: " + fits + "\r\n", kCalendar));
  server.on("/long.ics", http_answer("200 OK", "ETag: " + fits + "e\r\n", kCalendar));

  EXPECT_EQ(fetch(server.url("/fits.ics")).etag, fits);
  EXPECT_EQ(ask({.url = server.url("/long.ics"), .etag = "x\r\nX-Injected: 1"}).etag, "");
  EXPECT_EQ(server.requests().at(1).header("if-none-match"), "");
  EXPECT_EQ(server.requests().at(1).header("x-injected"), "");
}

TEST_F(HttpFetcherTest, UnpacksGzip) {
  server.on("/a.ics", http_answer("200 OK", "Content-Encoding: gzip\r\n", test::gzip(kCalendar)));

  EXPECT_EQ(fetch(server.url("/a.ics")).body, kCalendar);
}

TEST_F(HttpFetcherTest, AnEmptyAnswerIsAnAnswer) {
  server.on("/a.ics", http_answer("200 OK", "", ""));

  const FetchOutcome outcome = fetch(server.url("/a.ics"));

  EXPECT_EQ(outcome.trouble, FeedTrouble::none) << outcome.problem;
  EXPECT_TRUE(outcome.body.empty());
}

TEST_F(HttpFetcherTest, EachRefusalSaysWhatToDo) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"401 Unauthorized", "make it public"},    {"403 Forbidden", "make it public"},
      {"404 Not Found", "new address"},          {"410 Gone", "nothing stands at this address any more"},
      {"429 Too Many", "asked too often"},       {"500 Oops", "trouble of its own"},
      {"503 Unavailable", "trouble of its own"}, {"204 No Content", "check the address in a browser"},
      {"300 Choices", "points elsewhere"}};
  for (const auto& [status, part] : cases)
    server.on("/" + status.substr(0, 3), http_answer(status, "", "an error's page"));
  for (const auto& [status, part] : cases) {
    const FetchOutcome outcome = fetch(server.url("/" + status.substr(0, 3) + "?key=secret"));
    expect_sentence(outcome, FeedTrouble::http_status, part);
    EXPECT_NE(outcome.problem.find("127.0.0.1"), std::string::npos) << outcome.problem;
    EXPECT_NE(outcome.problem.find("HTTP " + status.substr(0, 3)), std::string::npos) << outcome.problem;
    EXPECT_EQ(outcome.retry_minutes, 0U);
  }
}

TEST_F(HttpFetcherTest, RetryAfterIsHonouredInWholeMinutesAndUpToADay) {
  server.on("/soon", http_answer("503 Busy", "Retry-After: 61\r\n"));
  server.on("/never", http_answer("429 Too Many", "Retry-After: 99999999\r\n"));
  server.on("/wrong", http_answer("503 Busy", "Retry-After: soon\r\n"));

  EXPECT_EQ(fetch(server.url("/soon")).retry_minutes, 2U);
  EXPECT_EQ(fetch(server.url("/never")).retry_minutes, 24U * 60U);
  EXPECT_EQ(fetch(server.url("/wrong")).retry_minutes, 0U);
}

TEST_F(HttpFetcherTest, APasswordInTheAddressIsForItsHost) {
  server.on("/a.ics", http_answer("200 OK", "", kCalendar));

  const FetchOutcome outcome = fetch(server.url("/a.ics", "ana:geheim@127.0.0.1"));

  EXPECT_EQ(outcome.body, kCalendar);
  EXPECT_EQ(server.requests().at(0).header("authorization"), "Basic YW5hOmdlaGVpbQ==");
}

TEST_F(HttpFetcherTest, AnotherNamesCertificateIsRefused) {
  HttpsServer other(authority.issue({"DNS:other.example"}));

  expect_sentence(fetch(other.url("/secret.ics")), FeedTrouble::unreachable, "is not valid for this name");
  EXPECT_TRUE(other.requests().empty());
}

TEST_F(HttpFetcherTest, ACertificateThatNoOneKnownVouchesForIsRefused) {
  const test::Authority stranger("Nobody's authority");
  HttpsServer unknown(stranger.issue({"IP:127.0.0.1"}));
  HttpsServer alone(test::Authority::self_signed({"IP:127.0.0.1"}));
  HttpsServer over(authority.issue({"IP:127.0.0.1"}, test::Authority::Life::over));

  expect_sentence(fetch(unknown.url("/secret.ics")), FeedTrouble::unreachable, "can't be trusted (unable to get");
  expect_sentence(fetch(alone.url("/secret.ics")), FeedTrouble::unreachable, "can't be trusted (self-signed");
  expect_sentence(fetch(over.url("/secret.ics")), FeedTrouble::unreachable, "has expired");
}

TEST_F(HttpFetcherTest, WithoutTheConfiguredAuthorityTheSystemsAloneAreTrusted) {
  rules.ca_file.clear();
  expect_sentence(fetch(server.url("/secret.ics")), FeedTrouble::unreachable, "can't be trusted");

  rules.ca_file = (folder / "missing.pem").string();
  expect_sentence(fetch(server.url("/secret.ics")), FeedTrouble::unreachable, "[feeds] ca_file");
}

TEST_F(HttpFetcherTest, ARefusedConnectionSaysWhatToCheck) {
  std::string url;
  {
    const HttpsServer gone(certificate);
    url = gone.url("/secret.ics");
  }
  expect_sentence(fetch(url), FeedTrouble::unreachable, "takes no connection");
}

TEST_F(HttpFetcherTest, ANameThatNoOneHasIsToldAsSuch) {
  // Longer than DNS allows, so that no name server is asked.
  expect_sentence(fetch("https://" + std::string(64, 'a') + ".invalid/secret.ics"), FeedTrouble::unreachable,
                  "there is no server named aaaa");
}

TEST_F(HttpFetcherTest, ANameThatStandsForAPrivateAddressIsRefusedWhereItIsConnectedTo) {
  rules.allow_addresses.clear();
  server.on("/a.ics", http_answer("200 OK", "", kCalendar));

  const FetchOutcome outcome = fetch(server.url("/a.ics?key=secret", "localhost"));

  expect_sentence(outcome, FeedTrouble::forbidden, "localhost");
  EXPECT_NE(outcome.problem.find("an address of this machine itself"), std::string::npos) << outcome.problem;
  EXPECT_NE(outcome.problem.find("[feeds] allow_addresses"), std::string::npos) << outcome.problem;
  EXPECT_TRUE(server.requests().empty());
}

TEST_F(HttpFetcherTest, TheLoopbackOfIpv6IsRefusedUnlessAllowed) {
  HttpsServer server6(certificate, HttpsServer::Family::v6);
  server6.on("/a.ics", http_answer("200 OK", "", kCalendar));

  EXPECT_EQ(fetch(server6.url("/a.ics")).body, kCalendar);
  rules.allow_addresses = {parse_ip_network("127.0.0.1").value()};
  expect_sentence(fetch(server6.url("/a.ics")), FeedTrouble::forbidden, "[::1]");
  EXPECT_EQ(server6.requests().size(), 1U);
}

TEST_F(HttpFetcherTest, AnAddressWithoutHttpsIsNeverAsked) {
  expect_sentence(fetch("http://127.0.0.1:" + std::to_string(server.port()) + "/secret.ics"), FeedTrouble::forbidden,
                  "plain http");
}

TEST_F(HttpFetcherTest, TheEnvironmentsProxyIsNotUsedAndTheConfiguredOneIs) {
  HttpsServer proxy(certificate);
  server.on("/a.ics", http_answer("200 OK", "", kCalendar));
  ::setenv("https_proxy", proxy.url("").c_str(), 1);
  const FetchOutcome direct = fetch(server.url("/a.ics"));
  ::unsetenv("https_proxy");
  EXPECT_EQ(direct.body, kCalendar);
  EXPECT_TRUE(proxy.requests().empty());

  // A proxy's address is the admin's word: it needs no second permission. This one says 404 to everything.
  rules.allow_addresses.clear();
  rules.proxy = "http://127.0.0.1:1";
  expect_sentence(fetch("https://calendar.example/secret.ics"), FeedTrouble::unreachable, "takes no connection");
}

TEST_F(HttpFetcherTest, SeveralAreUnderWayAtOnce) {
  // Each waits until all have come: one after the other would never end.
  constexpr std::size_t kAtOnce = 4;
  server.on("/a.ics", [this](const HttpRequest&, HttpPeer& peer) {
    if (server.wait_for_requests(kAtOnce)) peer.send(http_answer("200 OK", "", kCalendar));
  });
  HttpFetcher fetcher;
  for (HttpFetcher::Number number = 0; number < kAtOnce; ++number)
    fetcher.start(number, {.url = server.url("/a.ics")}, rules);

  std::set<HttpFetcher::Number> done;
  for (int round = 0; round < 1000 && done.size() < kAtOnce; ++round)
    for (const HttpFetcher::Fetched& fetched : fetcher.wait(std::chrono::milliseconds{100})) {
      EXPECT_EQ(fetched.outcome.body, kCalendar);
      done.insert(fetched.number);
    }
  EXPECT_EQ(done.size(), kAtOnce);
}

}  // namespace
}  // namespace mur::feeds
