#include "broker/feeds/address_rules.h"

#include <gtest/gtest.h>

#include <vector>

namespace mur::feeds {
namespace {

IpAddress at(const char* text) { return parse_ip_address(text).value(); }

bool is_public(const char* text) { return special_range(at(text)).empty(); }

struct Borders {
  const char* before;  // null: what lies there is not public either
  const char* first;
  const char* last;
  const char* after;  // the same
};

void PrintTo(const Borders& borders, std::ostream* out) { *out << borders.first << " to " << borders.last; }

class SpecialRange : public testing::TestWithParam<Borders> {};

TEST_P(SpecialRange, IsRefusedFromItsFirstAddressToItsLastAndNotBeyond) {
  const Borders& borders = GetParam();
  EXPECT_FALSE(is_public(borders.first));
  EXPECT_FALSE(is_public(borders.last));
  if (borders.before != nullptr) {
    EXPECT_TRUE(is_public(borders.before)) << borders.before;
  }
  if (borders.after != nullptr) {
    EXPECT_TRUE(is_public(borders.after)) << borders.after;
  }
}

INSTANTIATE_TEST_SUITE_P(V4, SpecialRange,
                         testing::Values(Borders{nullptr, "0.0.0.0", "0.255.255.255", "1.0.0.0"},
                                         Borders{"9.255.255.255", "10.0.0.0", "10.255.255.255", "11.0.0.0"},
                                         Borders{"100.63.255.255", "100.64.0.0", "100.127.255.255", "100.128.0.0"},
                                         Borders{"126.255.255.255", "127.0.0.0", "127.255.255.255", "128.0.0.0"},
                                         Borders{"169.253.255.255", "169.254.0.0", "169.254.255.255", "169.255.0.0"},
                                         Borders{"172.15.255.255", "172.16.0.0", "172.31.255.255", "172.32.0.0"},
                                         Borders{"191.255.255.255", "192.0.0.0", "192.0.0.255", "192.0.1.0"},
                                         Borders{"192.0.1.255", "192.0.2.0", "192.0.2.255", "192.0.3.0"},
                                         Borders{"192.88.98.255", "192.88.99.0", "192.88.99.255", "192.88.100.0"},
                                         Borders{"192.167.255.255", "192.168.0.0", "192.168.255.255", "192.169.0.0"},
                                         Borders{"198.17.255.255", "198.18.0.0", "198.19.255.255", "198.20.0.0"},
                                         Borders{"198.51.99.255", "198.51.100.0", "198.51.100.255", "198.51.101.0"},
                                         Borders{"203.0.112.255", "203.0.113.0", "203.0.113.255", "203.0.114.0"},
                                         Borders{"223.255.255.255", "224.0.0.0", "239.255.255.255", nullptr},
                                         Borders{nullptr, "240.0.0.0", "255.255.255.255", nullptr}));

INSTANTIATE_TEST_SUITE_P(V6, SpecialRange,
                         testing::Values(Borders{nullptr, "::", "::", nullptr}, Borders{nullptr, "::1", "::1", nullptr},
                                         Borders{nullptr, "::127.0.0.1", "::ffff", nullptr},
                                         Borders{nullptr, "::ffff:0.0.0.0", "::ffff:255.255.255.255", nullptr},
                                         Borders{nullptr, "64:ff9b::", "64:ff9b::ffff:ffff", nullptr},
                                         Borders{nullptr, "64:ff9b:1::", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff", nullptr},
                                         Borders{nullptr, "100::", "100::ffff:ffff:ffff:ffff", nullptr},
                                         Borders{nullptr, "::", "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", nullptr},
                                         Borders{nullptr, "2001::", "2001:0:ffff:ffff:ffff:ffff:ffff:ffff", nullptr},
                                         Borders{"2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                                                 "2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:200::"},
                                         Borders{"2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
                                                 "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db9::"},
                                         Borders{"2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                                                 "2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2003::"},
                                         Borders{"3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                                                 "3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", "3fff:1000::"},
                                         Borders{"3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                                                 "4000::", "fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", nullptr},
                                         Borders{nullptr, "fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", nullptr},
                                         Borders{nullptr, "fe80::", "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff", nullptr},
                                         Borders{nullptr, "fec0::", "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", nullptr},
                                         Borders{nullptr, "ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                                                 nullptr}));

TEST(AddressRules, EachRangeIsCalledByWhatItIsFor) {
  EXPECT_EQ(special_range(at("192.168.1.1")), "a private address");
  EXPECT_EQ(special_range(at("fd00::1")), "a private address");
  EXPECT_EQ(special_range(at("127.0.0.1")), "an address of this machine itself");
  EXPECT_EQ(special_range(at("::1")), "an address of this machine itself");
  EXPECT_EQ(special_range(at("169.254.169.254")), "a link-local address");  // where clouds keep their secrets
  EXPECT_EQ(special_range(at("::ffff:10.0.0.1")), "an IPv4 address in IPv6's clothes");
  EXPECT_EQ(special_range(at("64:ff9b::a00:1")), "an IPv4 address behind NAT64");
  EXPECT_EQ(special_range(at("2002:a00:1::")), "a 6to4 address");
  EXPECT_EQ(special_range(at("2001:0:1::")), "a Teredo address");
  EXPECT_EQ(special_range(at("2001:2::1")), "a reserved address");
  EXPECT_EQ(special_range(at("1000::")), "an address that nobody was given");
  EXPECT_EQ(special_range(at("2a01:e0a::1")), "");
}

TEST(AddressRules, WhatTheConfigurationAllowsMayBeConnectedToAndNothingBeside) {
  const std::vector<IpNetwork> allowed = {parse_ip_network("10.1.0.0/16").value(), parse_ip_network("::1").value()};
  EXPECT_TRUE(may_connect(at("10.1.255.255"), allowed));
  EXPECT_TRUE(may_connect(at("::1"), allowed));
  EXPECT_FALSE(may_connect(at("10.2.0.0"), allowed));
  EXPECT_FALSE(may_connect(at("127.0.0.1"), allowed));
  EXPECT_FALSE(may_connect(at("::ffff:10.1.0.1"), allowed));
  EXPECT_TRUE(may_connect(at("93.184.216.34"), {}));
  EXPECT_FALSE(may_connect(at("10.1.0.1"), {}));
}

}  // namespace
}  // namespace mur::feeds
