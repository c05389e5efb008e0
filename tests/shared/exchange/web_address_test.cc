#include "shared/exchange/web_address.h"

#include <gtest/gtest.h>

namespace mur::exchange {
namespace {

TEST(WebAddress, WhatIsNotAsciiIsPercentEncodedAndTheRestIsLeftAlone) {
  EXPECT_EQ(ascii_address("https://exemple.fr/fête?q=ça&x=%20#é"),
            "https://exemple.fr/f%C3%AAte?q=%C3%A7a&x=%20#%C3%A9");
  EXPECT_EQ(ascii_address("https://exemple.fr/a b\nc\x7F"), "https://exemple.fr/a%20b%0Ac%7F");
  EXPECT_EQ(ascii_address("https://exemple.fr/?a=[1]&b='2'"), "https://exemple.fr/?a=[1]&b='2'");
}

}  // namespace
}  // namespace mur::exchange
