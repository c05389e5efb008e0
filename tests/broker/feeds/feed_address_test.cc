#include "broker/feeds/feed_address.h"

#include <gtest/gtest.h>

namespace mur::feeds {
namespace {

Result<FeedAddress> parsed(const std::string& url, bool may_read_files = false) {
  return parse_feed_address({.url = url, .may_read_files = may_read_files}, {});
}

Error fault_of(const std::string& url, bool may_read_files = false) {
  const auto address = parsed(url, may_read_files);
  EXPECT_FALSE(address) << url;
  return address ? Error{} : address.error();
}

TEST(FeedAddress, WebcalIsHttpsByAnotherName) {
  for (const char* url : {"webcal://example.org/a.ics?key=1", "WebCal://example.org/a.ics?key=1",
                          "webcals://example.org/a.ics?key=1", "https://example.org/a.ics?key=1#top"})
    EXPECT_EQ(parsed(url).value().url, "https://example.org/a.ics?key=1") << url;
}

TEST(FeedAddress, UserAndPasswordAreTakenOutOfTheUrl) {
  const FeedAddress address = parsed("https://ana:s%40crate@example.org:8443/a.ics").value();

  EXPECT_EQ(address.url, "https://example.org:8443/a.ics");
  EXPECT_EQ(address.user, "ana");
  EXPECT_EQ(address.password, "s@crate");
  EXPECT_EQ(address.host, "example.org:8443");
}

TEST(FeedAddress, BlanksAndAccentsAreTakenAsBrowsersTakeThem) {
  EXPECT_EQ(parsed("https://example.org/mon agenda/é.ics").value().url, "https://example.org/mon%20agenda/%c3%a9.ics");
}

TEST(FeedAddress, PlainHttpIsRefusedAndToldWhy) {
  const Error fault = fault_of("http://user:secret@example.org/private-4711.ics");

  EXPECT_EQ(fault.code, Errc::forbidden);
  EXPECT_EQ(fault.message,
            "example.org is asked over plain http, which anyone on the way can read and change; give its address with "
            "https://");
}

TEST(FeedAddress, OtherSchemesAreRefused) {
  for (const char* url :
       {"ftp://example.org/a.ics", "gopher://example.org/", "dict://example.org/", "smb://h/s", "javascript://x/"}) {
    const Error fault = fault_of(url, true);
    EXPECT_EQ(fault.code, Errc::forbidden) << url;
    EXPECT_NE(fault.message.find("give an https:// or webcal:// address"), std::string::npos) << fault.message;
  }
}

TEST(FeedAddress, WhatIsNoUrlIsRefusedWithAnExample) {
  for (const char* url : {"", "agenda.ics", "https://", "https://ex ample.org/", "https://h:99999/"}) {
    const Error fault = fault_of(url);
    EXPECT_EQ(fault.code, Errc::invalid) << url;
    EXPECT_NE(fault.message.find("https://example.org/agenda.ics"), std::string::npos) << fault.message;
  }
}

TEST(FeedAddress, PrivateAddressesInNumbersAreRefusedHoweverTheyAreWritten) {
  for (const char* host : {"127.0.0.1", "10.0.0.1", "192.168.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.1",
                           "[::1]", "[::ffff:127.0.0.1]", "[fe80::1%25eth0]", "[fd00::1]"}) {
    const Error fault = fault_of(std::string("https://") + host + "/a.ics");
    EXPECT_EQ(fault.code, Errc::forbidden) << host;
    EXPECT_NE(fault.message.find("[feeds] allow_addresses"), std::string::npos) << fault.message;
  }
  EXPECT_TRUE(parsed("https://93.184.216.34/a.ics"));
}

TEST(FeedAddress, AnAllowedAddressInNumbersIsTaken) {
  FetchRules rules;
  rules.allow_addresses = {parse_ip_network("10.0.0.0/8").value()};
  EXPECT_TRUE(parse_feed_address({.url = "https://10.1.2.3/a.ics"}, rules));
  EXPECT_FALSE(parse_feed_address({.url = "https://192.168.2.3/a.ics"}, rules));
}

TEST(FeedAddress, AFileIsForAdminsAndNamesAWholePath) {
  EXPECT_EQ(fault_of("file:///srv/agenda.ics").code, Errc::forbidden);
  EXPECT_EQ(parsed("file:///srv/mon%20agenda.ics", true).value().file, "/srv/mon agenda.ics");
  EXPECT_EQ(parsed("file:///srv/mon%20agenda.ics", true).value().url, "");
  EXPECT_EQ(fault_of("file:///srv/%00agenda.ics", true).code, Errc::invalid);
  EXPECT_EQ(fault_of("file://elsewhere/srv/agenda.ics", true).code, Errc::invalid);
}

TEST(FeedAddress, AHubWithoutNetworkReadsFilesOnly) {
  FetchRules rules;
  rules.use_network = false;
  EXPECT_TRUE(parse_feed_address({.url = "file:///srv/a.ics", .may_read_files = true}, rules));
  const auto address = parse_feed_address({.url = "https://example.org/a.ics"}, rules);
  ASSERT_FALSE(address);
  EXPECT_EQ(address.error().code, Errc::forbidden);
  EXPECT_NE(address.error().message.find("fetch = true"), std::string::npos);
}

}  // namespace
}  // namespace mur::feeds
