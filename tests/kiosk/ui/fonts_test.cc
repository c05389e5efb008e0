#include "kiosk/ui/fonts.h"

#include <gtest/gtest.h>

namespace mur::kiosk {
namespace {

constexpr int kLargestTexture = 8192;

Fonts opened() {
  Result<Fonts> fonts = Fonts::open();
  if (!fonts) throw std::runtime_error(fonts.error().message);
  return std::move(*fonts);
}

TEST(Fonts, EveryIconIsInTheFont) {
  const Fonts fonts = opened();
  for (const Icon icon : kAllIcons) EXPECT_TRUE(fonts.has_icon(icon)) << std::hex << static_cast<int>(icon);
}

TEST(Fonts, AMissingFileIsToldWithItsPackage) {
  FontFiles files = installed_font_files();
  files[0] = "/no/such/Inter-Regular.otf";
  const Result<Fonts> fonts = Fonts::open(files);
  ASSERT_FALSE(fonts);
  EXPECT_EQ(fonts.error().message,
            "the font /no/such/Inter-Regular.otf is missing; install it with: apt install fonts-inter");
}

TEST(Fonts, WhatCannotBeDrawnIsLeftOut) {
  const Fonts fonts = opened();
  EXPECT_EQ(fonts.displayable("Fête 🎉 du 10ᵉ\u202f: 5\u00a0€ → ici²"), "Fête  du 10ᵉ\u202f: 5\u00a0€ → ici²");
  EXPECT_EQ(fonts.displayable("Żółć, Čapek, Nguyễn, Ελλάδα, Київ"), "Żółć, Čapek, Nguyễn, Ελλάδα, Київ");
  EXPECT_EQ(fonts.displayable("中文"), "");
}

TEST(Fonts, TheAtlasFitsTheTextureOnEveryScreen) {
  for (const Theme theme : {Theme{}, Theme{.width_px = 3840, .height_px = 2160},
                            Theme{.width_px = 3840, .height_px = 2160, .text_scale = 1.5F}}) {
    for (const int largest : {kLargestTexture, 4096, 2048}) {
      Fonts fonts = opened();
      ASSERT_TRUE(fonts.prepare(theme, largest));
      EXPECT_LE(fonts.atlas().TexWidth, largest);
      EXPECT_LE(fonts.atlas().TexHeight, largest);
      EXPECT_NE(fonts.glyph(TextStyle::headline, U'É').image, nullptr);
    }
  }
}

TEST(Fonts, AreBuiltOnceForATheme) {
  Fonts fonts = opened();
  EXPECT_TRUE(fonts.prepare({}, kLargestTexture));
  EXPECT_FALSE(fonts.prepare({}, kLargestTexture));
  EXPECT_FALSE(fonts.prepare({.scheme = Scheme::light}, kLargestTexture)) << "a colour is no reason";
  EXPECT_TRUE(fonts.prepare({.text_scale = 1.5F}, kLargestTexture));
}

TEST(Fonts, ACharacterSeenForTheFirstTimeIsThereInTheNextFrame) {
  Fonts fonts = opened();
  fonts.prepare({}, kLargestTexture);
  EXPECT_EQ(fonts.glyph(TextStyle::body, U'ễ').image, nullptr);
  EXPECT_TRUE(fonts.outdated());
  EXPECT_TRUE(fonts.prepare({}, kLargestTexture));
  EXPECT_NE(fonts.glyph(TextStyle::body, U'ễ').image, nullptr);
}

TEST(Fonts, WhatTheFontsLackIsNotAskedForAgain) {
  Fonts fonts = opened();
  fonts.prepare({}, kLargestTexture);
  EXPECT_EQ(fonts.glyph(TextStyle::body, U'🎉').image, nullptr);
  EXPECT_EQ(fonts.glyph(TextStyle::body, U'中').image, nullptr);
  EXPECT_FALSE(fonts.outdated());
}

}  // namespace
}  // namespace mur::kiosk
