#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/calendar/reader.h"
#include "shared/domain/place.h"

/// What Mur knows of an event and iCalendar has no word for: properties of our own, each a TEXT, so that one hub reads
/// another's calendar without loss. A hand may write them too; all are optional.
///
///   X-MUR-HUB          id of the hub that KIND, HERE, ROOM and ORGANIZER are said of; another hub passes these over
///   X-MUR-KIND         here | in-town
///   X-MUR-HERE         yes | no
///   X-MUR-ROOM         one of the hub's rooms
///   X-MUR-ORGANIZER    instead of ORGANIZER's name, which is for others
///   X-MUR-ADDRESS      the place's address
///   X-MUR-ACCESS       "step-free=yes lift=no": step-free, lift, adapted-toilet, hearing-loop, sign-language, quiet
///   X-MUR-PRICE        free | pay-what-you-want | paid
///   X-MUR-PRICE-TEXT   "5 € / 3 €"
///   X-MUR-FULL         yes | no
///   X-MUR-SUMMARY      the event in a sentence
///   X-MUR-TITLE, X-MUR-DESCRIPTION, X-MUR-PLACE
///                      instead of SUMMARY, DESCRIPTION and LOCATION, where these are not, or not read as, Mur's own
namespace mur::exchange::extras {

inline constexpr const char* kHub = "HUB";
inline constexpr const char* kKind = "KIND";
inline constexpr const char* kHere = "HERE";
inline constexpr const char* kRoom = "ROOM";
inline constexpr const char* kOrganizer = "ORGANIZER";
inline constexpr const char* kAddress = "ADDRESS";
inline constexpr const char* kAccess = "ACCESS";
inline constexpr const char* kPrice = "PRICE";
inline constexpr const char* kPriceText = "PRICE-TEXT";
inline constexpr const char* kFull = "FULL";
inline constexpr const char* kSummary = "SUMMARY";
inline constexpr const char* kTitle = "TITLE";
inline constexpr const char* kDescription = "DESCRIPTION";
inline constexpr const char* kPlace = "PLACE";

/// The first of that name, or null.
[[nodiscard]] const std::string* find(const std::vector<calendar::Extra>& extras, std::string_view name);

/// "step-free=yes lift=no"; what is not known is left out.
[[nodiscard]] std::string access_text(const Access& access);
/// Sets what "lift=no" says. Errc::invalid names what there is.
[[nodiscard]] Status set_access(Access& access, std::string_view item);

/// "free"; empty where it is not known.
[[nodiscard]] std::string_view price_word(PriceKind kind);
/// Unknown for any other word.
[[nodiscard]] PriceKind price_kind(std::string_view word);

}  // namespace mur::exchange::extras
