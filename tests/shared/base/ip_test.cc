#include "shared/base/ip.h"

#include <gtest/gtest.h>

namespace mur {
namespace {

bool is_in(const char* network, const char* address) {
  return parse_ip_network(network).value().contains(parse_ip_address(address).value());
}

TEST(IpAddress, ReadsBothVersionsAndWritesThemAsPeopleDo) {
  EXPECT_EQ(to_string(parse_ip_address("192.0.2.1").value()), "192.0.2.1");
  EXPECT_EQ(to_string(parse_ip_address("2001:0DB8:0:0::1").value()), "2001:db8::1");
  EXPECT_EQ(to_string(parse_ip_address("::ffff:10.0.0.1").value()), "::ffff:10.0.0.1");
}

TEST(IpAddress, ANameOrHalfAnAddressIsNone) {
  for (const char* wrong : {"", "localhost", "10.0.0", "10.0.0.256", "010.0.0.1", "0x7f.1", "2130706433",
                            ":::", "1::2::3", "fe80::1%eth0", "[::1]", " 10.0.0.1", "10.0.0.1 "})
    EXPECT_FALSE(parse_ip_address(wrong)) << wrong;
  EXPECT_FALSE(parse_ip_address(std::string_view("10.0.0.1\0", 9)));
}

TEST(IpNetwork, EndsWhereItsPrefixSays) {
  EXPECT_TRUE(is_in("172.16.0.0/12", "172.16.0.0"));
  EXPECT_TRUE(is_in("172.16.0.0/12", "172.31.255.255"));
  EXPECT_FALSE(is_in("172.16.0.0/12", "172.32.0.0"));
  EXPECT_FALSE(is_in("172.16.0.0/12", "172.15.255.255"));
  EXPECT_TRUE(is_in("fe80::/10", "febf:ffff::1"));
  EXPECT_FALSE(is_in("fe80::/10", "fec0::"));
  EXPECT_TRUE(is_in("0.0.0.0/0", "255.255.255.255"));
  EXPECT_TRUE(is_in("::1/128", "::1"));
  EXPECT_FALSE(is_in("::1/128", "::2"));
}

TEST(IpNetwork, NeverHoldsAnAddressOfTheOtherVersion) {
  EXPECT_FALSE(is_in("0.0.0.0/0", "::"));
  EXPECT_FALSE(is_in("::/0", "127.0.0.1"));
}

TEST(IpNetwork, AnAddressAloneIsANetworkOfOne) {
  EXPECT_EQ(to_string(parse_ip_network("10.1.2.3").value()), "10.1.2.3/32");
  EXPECT_EQ(to_string(parse_ip_network("::1").value()), "::1/128");
}

TEST(IpNetwork, WhatIsNoneSaysHowToWriteOne) {
  for (const char* wrong :
       {"", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8x", "::/129", "intranet/8"}) {
    const auto read = parse_ip_network(wrong);
    ASSERT_FALSE(read) << wrong;
    EXPECT_EQ(read.error().code, Errc::invalid);
    EXPECT_NE(read.error().message.find("\"192.168.1.0/24\""), std::string::npos) << read.error().message;
  }
}

TEST(IpNetwork, BitsBeyondThePrefixAskWhichOfTheTwoIsMeant) {
  const auto read = parse_ip_network("10.1.2.3/8");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().message,
            "\"10.1.2.3/8\" sets bits beyond its /8; did you mean \"10.0.0.0/8\" or \"10.1.2.3\"?");
}

}  // namespace
}  // namespace mur
