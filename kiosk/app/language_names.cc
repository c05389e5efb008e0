#include "kiosk/app/language_names.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "kiosk/app/post_words.h"

namespace mur::app {

std::string language_names(const std::vector<std::string>& tags, const Text& text) {
  std::vector<std::string> names;
  for (const std::string& tag : tags) {
    UErrorCode problem = U_ZERO_ERROR;
    const icu::Locale named = icu::Locale::forLanguageTag(tag, problem);
    icu::UnicodeString name;
    if (U_SUCCESS(problem)) named.getDisplayName(icu::Locale(text.language().c_str()), name);
    std::string& words = names.emplace_back();
    name.toUTF8String(words);
    if (words.empty()) words = tag;
  }
  return listed(names, text);
}

}  // namespace mur::app
