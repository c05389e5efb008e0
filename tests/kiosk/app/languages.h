#pragma once

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include "kiosk/app/date_words.h"
#include "kiosk/app/view.h"

/// Both languages of the wall, and what they say in letters that can be typed in a test.
namespace mur::test {

inline app::Language language(const char* code) {
  auto loaded = app::load_language(code, MUR_LOCALE_DIR);
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *std::move(loaded);
}

inline app::Languages both_languages() {
  app::Languages languages;
  for (const char* code : {"fr", "en"}) languages.emplace(code, language(code));
  return languages;
}

/// No-break spaces as plain ones.
inline std::string plain(std::string text) {
  for (const std::string_view space : {"\u00a0", "\u202f", "\u2009"})
    for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space, at))
      text.replace(at, space.size(), " ");
  return text;
}

}  // namespace mur::test
