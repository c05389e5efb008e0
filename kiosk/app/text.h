#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <locale>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace mur::app {

/// The wall's texts in one language, from its gettext catalogue (assets/locale). A key is the English source text;
/// `{0}`, `{1}` … stand for what is put in. A value, cheap to copy; no global locale is touched.
class Text {
 public:
  /// `folder` holds `fr/LC_MESSAGES/mur.mo` and its sisters. Errc::not_found, naming the file, where there is none.
  static Result<Text> load(const std::string& language, const std::filesystem::path& folder);

  /// "fr"
  [[nodiscard]] const std::string& language() const { return language_; }
  [[nodiscard]] const std::locale& locale() const { return locale_; }

  /// The text of a key.
  [[nodiscard]] std::string operator()(const char* key) const;

  /// The text with its places filled in.
  template <class... Args>
  [[nodiscard]] std::string format(const char* key, const Args&... args) const {
    return fill((*this)(key), fmt::make_format_args(args...));
  }

  /// The form that goes with `count`, which is `{0}`; further arguments follow it.
  template <class... Args>
  [[nodiscard]] std::string plural(const char* one, const char* many, int count, const Args&... args) const {
    return fill(form(one, many, count), fmt::make_format_args(count, args...));
  }

 private:
  Text(std::string language, std::locale locale) : language_{std::move(language)}, locale_{std::move(locale)} {}
  [[nodiscard]] std::string form(const char* one, const char* many, int count) const;
  [[nodiscard]] static std::string fill(const std::string& pattern, fmt::format_args args);

  std::string language_;
  std::locale locale_;
};

}  // namespace mur::app
