#include "broker/mail/letter_text.h"

#include <fmt/format.h>
#include <unicode/datefmt.h>
#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>
#include <unicode/unistr.h>

#include <memory>

namespace mur::broker {

std::string moment(TimePoint at, const calendar::Zone& hub, bool french) {
  const auto local = hub.to_local(std::chrono::floor<Seconds>(at));
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(french ? "fr_FR" : "en_GB");
  const icu::SimpleDateFormat format(french ? u"EEEE d MMMM, H'\u00a0h\u00a0'mm" : u"EEEE d MMMM, HH:mm", locale,
                                     status);
  if (U_FAILURE(status)) return {};
  std::unique_ptr<icu::DateFormat> as_written(format.clone());
  as_written->setTimeZone(*icu::TimeZone::getGMT());  // local time is formatted as it stands
  icu::UnicodeString text;
  as_written->format(static_cast<UDate>(local.time_since_epoch().count()) * 1000.0, text);
  std::string utf8;
  text.toUTF8String(utf8);
  constexpr std::string_view kFullHour = "\u00a0h\u00a000";
  if (french && utf8.ends_with(kFullHour)) utf8.resize(utf8.size() - std::string_view("\u00a000").size());
  return utf8;
}

bool speaks_french(const Hub* hub) {
  return hub == nullptr || hub->languages.empty() || hub->languages.front().starts_with("fr");
}

void LetterText::line(const std::string& words) {
  if (!words.empty()) text_ += words + '\n';
}

void LetterText::fact(const Line& what, const std::string& value) {
  if (!value.empty()) text_ += fmt::format("{}{}{}\n", say(what), french_ ? "\u00a0: " : ": ", value);
}

}  // namespace mur::broker
