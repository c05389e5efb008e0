#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

#include "broker/feeds/http_fetcher.h"
#include "tests/support/authority.h"
#include "tests/support/https_server.h"
#include "tests/support/temp_folder.h"

namespace mur::feeds {

/// A calendar server on the loopback that the fetcher trusts and may connect to, and one fetch at a time.
class Fetching : public testing::Test {
 protected:
  Fetching() {
    std::ofstream(folder / "ca.pem") << authority.pem();
    rules.ca_file = (folder / "ca.pem").string();
    rules.allow_addresses = {parse_ip_network("127.0.0.1").value(), parse_ip_network("::1").value()};
  }

  FetchOutcome ask(const FetchRequest& request) {
    HttpFetcher fetcher;
    fetcher.start(1, request, rules);
    EXPECT_EQ(fetcher.under_way(), 1U);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{60};
    while (std::chrono::steady_clock::now() < deadline) {
      auto fetched = fetcher.wait(std::chrono::seconds{1});
      if (fetched.empty()) continue;
      EXPECT_EQ(fetched.front().number, 1U);
      EXPECT_EQ(fetcher.under_way(), 0U);
      return std::move(fetched.front().outcome);
    }
    ADD_FAILURE() << "the fetch never ended";
    return {};
  }
  FetchOutcome fetch(const std::string& url) { return ask({.url = url}); }

  test::TempFolder folder;
  test::Authority authority;
  test::Certificate certificate = authority.issue({"DNS:localhost", "IP:127.0.0.1", "IP:::1"});
  FetchRules rules;
};

inline constexpr const char* kCalendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";

}  // namespace mur::feeds
