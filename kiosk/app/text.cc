#include "kiosk/app/text.h"

#include <boost/locale.hpp>

namespace mur::app {

Result<Text> Text::load(const std::string& language, const std::filesystem::path& folder) {
  const std::filesystem::path catalogue = folder / language / "LC_MESSAGES" / "mur.mo";
  if (!std::filesystem::exists(catalogue))
    return fail(Errc::not_found, "language",
                fmt::format("{} is missing; build the target `locale`, or name a language that has a catalogue",
                            catalogue.string()));
  auto backends = boost::locale::localization_backend_manager::global();
  backends.select("icu");
  boost::locale::generator generate(backends);
  generate.add_messages_path(folder.string());
  generate.add_messages_domain("mur");
  try {
    return Text{language, generate(language + ".UTF-8")};
  } catch (const std::exception& problem) {
    return fail(Errc::corrupt, "language", fmt::format("{}: {}; build it anew", catalogue.string(), problem.what()));
  }
}

std::string Text::operator()(const char* key) const { return boost::locale::translate(key).str(locale_); }

std::string Text::form(const char* one, const char* many, int count) const {
  return boost::locale::translate(one, many, count).str(locale_);
}

std::string Text::fill(const std::string& pattern, fmt::format_args args) { return fmt::vformat(pattern, args); }

}  // namespace mur::app
