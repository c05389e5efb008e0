#include "broker/ctl/system_zone.h"

#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <memory>
#include <string>

namespace mur::ctl {

calendar::Zone system_zone() {
  const std::unique_ptr<icu::TimeZone> host(icu::TimeZone::detectHostTimeZone());
  std::string name;
  icu::UnicodeString id;
  if (host != nullptr) host->getID(id).toUTF8String(name);
  if (auto zone = calendar::Zone::find(name)) return *std::move(zone);
  return calendar::Zone::utc();
}

}  // namespace mur::ctl
