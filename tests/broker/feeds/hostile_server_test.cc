#include <fmt/format.h>

#include "tests/broker/feeds/fetching.h"
#include "tests/support/gzip.h"

namespace mur::feeds {
namespace {

using namespace std::chrono_literals;
using test::http_answer;
using test::HttpPeer;
using test::HttpRequest;
using test::HttpsServer;

constexpr const char* kEndless = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

class HostileServer : public Fetching {
 protected:
  FetchOutcome fetch_from(HttpsServer::Handler handler) {
    HttpsServer server(certificate);
    server.on("/a.ics", std::move(handler));
    return fetch(server.url("/a.ics?key=secret"));
  }
  static void expect_trouble(const FetchOutcome& outcome, FeedTrouble trouble, const std::string& part) {
    EXPECT_EQ(outcome.trouble, trouble) << outcome.problem;
    EXPECT_NE(outcome.problem.find(part), std::string::npos) << outcome.problem;
    EXPECT_EQ(outcome.problem.find("secret"), std::string::npos) << outcome.problem;
    EXPECT_TRUE(outcome.body.empty());
  }
};

TEST_F(HostileServer, AGzipBombEndsAtTheLimit) {
  const std::string bomb = test::gzip(std::string(64 * 1024 * 1024, '\n'));
  ASSERT_LT(bomb.size(), 100U * 1024U);

  expect_trouble(fetch_from([&](const HttpRequest&, HttpPeer& peer) {
                   peer.send(http_answer("200 OK", "Content-Encoding: gzip\r\n", bomb));
                 }),
                 FeedTrouble::too_large, "is larger than 10 MiB");
}

TEST_F(HostileServer, GzipInGzipInGzipIsNotUnpackedForever) {
  std::string layers = test::gzip(test::gzip(test::gzip(std::string(64 * 1024 * 1024, '\n'))));
  expect_trouble(fetch_from([&](const HttpRequest&, HttpPeer& peer) {
                   peer.send(http_answer("200 OK", "Content-Encoding: gzip, gzip, gzip\r\n", layers));
                 }),
                 FeedTrouble::too_large, "is larger than 10 MiB");

  std::string many = "Content-Encoding: gzip";
  for (int i = 0; i < 100; ++i) many += ", gzip";
  expect_trouble(
      fetch_from([&](const HttpRequest&, HttpPeer& peer) { peer.send(http_answer("200 OK", many + "\r\n", layers)); }),
      FeedTrouble::http_status, "can't be unpacked");
}

TEST_F(HostileServer, WhatOnlyClaimsToBeGzipIsAnError) {
  expect_trouble(fetch_from([](const HttpRequest&, HttpPeer& peer) {
                   peer.send(http_answer("200 OK", "Content-Encoding: gzip\r\n", "no gzip at all, but some words"));
                 }),
                 FeedTrouble::http_status, "can't be unpacked");
}

TEST_F(HostileServer, AFileMayHaveExactlyTheLimitAndNoByteMore) {
  rules.bytes = 1000;
  const auto of = [&](std::size_t bytes) {
    return fetch_from(
        [bytes](const HttpRequest&, HttpPeer& peer) { peer.send(http_answer("200 OK", "", std::string(bytes, 'x'))); });
  };
  EXPECT_EQ(of(1000).body.size(), 1000U);
  EXPECT_EQ(of(1001).trouble, FeedTrouble::too_large);
}

TEST_F(HostileServer, AnEndlessBodyEndsAtTheLimit) {
  expect_trouble(fetch_from([](const HttpRequest&, HttpPeer& peer) {
                   if (!peer.send(kEndless)) return;
                   const std::string chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
                   while (peer.send(chunk)) continue;
                 }),
                 FeedTrouble::too_large, "is larger than 10 MiB");
}

TEST_F(HostileServer, EndlessHeadersEnd) {
  expect_trouble(fetch_from([](const HttpRequest&, HttpPeer& peer) {
                   if (!peer.send("HTTP/1.1 200 OK\r\n")) return;
                   while (peer.send("X-More: of the same\r\n")) continue;
                 }),
                 FeedTrouble::http_status, "64 KiB of headers");
}

TEST_F(HostileServer, AnEndlessHeaderLineEnds) {
  const FetchOutcome outcome = fetch_from([](const HttpRequest&, HttpPeer& peer) {
    if (!peer.send("HTTP/1.1 200 OK\r\nX-Long: ")) return;
    while (peer.send(std::string(1024, 'x'))) continue;
  });
  EXPECT_NE(outcome.trouble, FeedTrouble::none);
  EXPECT_EQ(outcome.problem.find("secret"), std::string::npos) << outcome.problem;
}

TEST_F(HostileServer, EndlessInterimAnswersEnd) {
  expect_trouble(fetch_from([](const HttpRequest&, HttpPeer& peer) {
                   while (peer.send("HTTP/1.1 100 Continue\r\n\r\n")) continue;
                 }),
                 FeedTrouble::http_status, "64 KiB of headers");
}

TEST_F(HostileServer, EndlessTrailersEnd) {
  const FetchOutcome outcome = fetch_from([](const HttpRequest&, HttpPeer& peer) {
    if (!peer.send(std::string(kEndless) + "0\r\n")) return;
    while (peer.send("X-Trailer: and one more\r\n")) continue;
  });
  EXPECT_NE(outcome.trouble, FeedTrouble::none);
}

TEST_F(HostileServer, ChunksThatAreNoneAreAnError) {
  for (const char* garbage : {"zz\r\n", "FFFFFFFFFFFFFFFFFFFF\r\nx", "-5\r\nhello\r\n", "5\r\nhello-and-more\r\n"}) {
    const FetchOutcome outcome =
        fetch_from([garbage](const HttpRequest&, HttpPeer& peer) { peer.send(std::string(kEndless) + garbage); });
    expect_trouble(outcome, FeedTrouble::unreachable, "broke before the calendar was there");
  }
}

TEST_F(HostileServer, WhatIsNoHttpIsAnError) {
  for (const char* answer : {"SSH-2.0-OpenSSH_9.2\r\n\r\n", "\r\n\r\n", "HTTP/9.9 200 OK\r\n\r\nBEGIN:VCALENDAR",
                             "HTTP/1.1 999999 ?\r\n\r\n", ""}) {
    const FetchOutcome outcome = fetch_from([answer](const HttpRequest&, HttpPeer& peer) { peer.send(answer); });
    EXPECT_NE(outcome.trouble, FeedTrouble::none) << answer;
    EXPECT_TRUE(outcome.body.empty()) << answer;
  }
}

TEST_F(HostileServer, ContradictingLengthsNeverGiveHalfAFile) {
  const FetchOutcome outcome = fetch_from([](const HttpRequest&, HttpPeer& peer) {
    peer.send("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nBEGIN:VCALENDAR\r\n");
    peer.break_off();
  });
  EXPECT_NE(outcome.trouble, FeedTrouble::none);
}

TEST_F(HostileServer, ABodyThatBreaksOffIsNotTaken) {
  expect_trouble(fetch_from([](const HttpRequest&, HttpPeer& peer) {
                   peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nBEGIN:VCALENDAR\r\n");
                 }),
                 FeedTrouble::unreachable, "broke before the calendar was there");
  expect_trouble(fetch_from([](const HttpRequest&, HttpPeer& peer) {
                   peer.send(std::string(kEndless) + "100\r\nBEGIN:VCALENDAR\r\n");
                 }),
                 FeedTrouble::unreachable, "broke before the calendar was there");
}

TEST_F(HostileServer, ABodyOfUnknownLengthCutWithoutGoodbyeIsNotTaken) {
  expect_trouble(fetch_from([](const HttpRequest&, HttpPeer& peer) {
                   peer.send("HTTP/1.1 200 OK\r\n\r\nBEGIN:VCALENDAR\r\n");
                   peer.break_off();
                 }),
                 FeedTrouble::unreachable, "broke before the calendar was there");
}

TEST_F(HostileServer, ABodyOfUnknownLengthIsTakenWhenItIsWhole) {
  const FetchOutcome outcome = fetch_from([](const HttpRequest&, HttpPeer& peer) {
    peer.send(std::string("HTTP/1.1 200 OK\r\n\r\n") + kCalendar);
    peer.break_off();
  });
  EXPECT_EQ(outcome.trouble, FeedTrouble::none) << outcome.problem;
  EXPECT_EQ(outcome.body, kCalendar);
}

TEST_F(HostileServer, ASilentServerIsTooSlow) {
  rules.most = 300ms;
  expect_trouble(fetch_from([](const HttpRequest&, HttpPeer& peer) { peer.keep_waiting(); }), FeedTrouble::too_slow,
                 "is too slow");
}

TEST_F(HostileServer, ADrippingBodyIsTooSlowHoweverLongItGoesOn) {
  rules.slow_for = 1s;
  const auto began = std::chrono::steady_clock::now();
  expect_trouble(fetch_from([](const HttpRequest&, HttpPeer& peer) {
                   if (peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nBEGIN")) peer.keep_waiting();
                 }),
                 FeedTrouble::too_slow, "is too slow");
  EXPECT_LT(std::chrono::steady_clock::now() - began, limits::kFetchMost);
}

}  // namespace
}  // namespace mur::feeds
