#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "kiosk/app/view.h"

namespace mur::test {

/// No-break spaces as plain ones, for reading.
inline std::string plain(std::string text) {
  for (const char* space : {"\u00a0", "\u202f", "\u2009"})
    for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space))
      text.replace(at, std::string_view(space).size(), " ");
  return text;
}

inline app::Language language(const char* code) {
  auto loaded = app::load_language(code, MUR_LOCALE_DIR);
  EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().message);
  return *std::move(loaded);
}

/// French and English, as the hub has them.
inline app::Languages both() {
  app::Languages languages;
  for (const char* code : {"fr", "en"}) languages.emplace(code, language(code));
  return languages;
}

}  // namespace mur::test
