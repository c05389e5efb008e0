#include <gtest/gtest.h>

#include "broker/transport/zap_handler.h"

namespace mur::test {
namespace {

using transport::judge;
using transport::KeyRing;

const CurvePublicKey kKnown{1, 2, 3};

std::vector<std::string> request(const CurvePublicKey& key) {
  return {"1.0", "17", transport::kZapDomain, "127.0.0.1", "", "CURVE", std::string{as_text(key)}};
}

class ZapTest : public testing::Test {
 protected:
  ZapTest() { ring.swap(std::make_shared<const broker::KeyTable>(broker::KeyTable{{kKnown, broker::KeyEntry{}}})); }
  KeyRing ring;
};

TEST_F(ZapTest, AKnownKeyIsLetInUnderItsOwnName) {
  const std::vector<std::string> reply = judge(request(kKnown), ring);

  ASSERT_EQ(reply.size(), 6U);
  EXPECT_EQ(reply[0], "1.0");
  EXPECT_EQ(reply[1], "17");
  EXPECT_EQ(reply[2], "200");
  EXPECT_EQ(transport::key_of_user_id(reply[4]), kKnown);
}

TEST_F(ZapTest, AnUnknownKeyIsNot) { EXPECT_EQ(judge(request({9}), ring)[2], "400"); }

TEST_F(ZapTest, AnotherMechanismOrDomainIsNot) {
  auto plain = request(kKnown);
  plain[5] = "PLAIN";
  EXPECT_EQ(judge(plain, ring)[2], "400");
  auto elsewhere = request(kKnown);
  elsewhere[2] = "";
  EXPECT_EQ(judge(elsewhere, ring)[2], "400");
  auto shorter = request(kKnown);
  shorter[6].pop_back();
  EXPECT_EQ(judge(shorter, ring)[2], "400");
}

TEST_F(ZapTest, ARequestOfAnotherShapeIsAnError) {
  EXPECT_EQ(judge({}, ring)[2], "500");
  auto longer = request(kKnown);
  longer.emplace_back("more");
  EXPECT_EQ(judge(longer, ring)[2], "500");
  auto version = request(kKnown);
  version[0] = "2.0";
  EXPECT_EQ(judge(version, ring)[2], "500");
}

TEST_F(ZapTest, AUserIdIsReadBackOnlyWhole) {
  EXPECT_FALSE(transport::key_of_user_id(""));
  EXPECT_FALSE(transport::key_of_user_id("01"));
  EXPECT_FALSE(transport::key_of_user_id(std::string(64, 'g')));
  EXPECT_FALSE(transport::key_of_user_id(std::string(66, '0')));
}

}  // namespace
}  // namespace mur::test
