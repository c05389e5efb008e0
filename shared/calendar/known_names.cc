#include "shared/calendar/known_names.h"

#include <algorithm>
#include <array>

#include "shared/calendar/content_line.h"

namespace mur::calendar {
namespace {

// "X" is what old Mozilla calendars put into their alarms.
constexpr std::array<std::string_view, 15> kComponents{
    "VCALENDAR", "VEVENT",        "VTODO",     "VJOURNAL",    "VFREEBUSY", "VTIMEZONE", "STANDARD", "DAYLIGHT",
    "VALARM",    "VAVAILABILITY", "AVAILABLE", "PARTICIPANT", "VLOCATION", "VRESOURCE", "X"};

constexpr std::array<std::string_view, 69> kProperties{"BEGIN",
                                                       "END",
                                                       "CALSCALE",
                                                       "METHOD",
                                                       "PRODID",
                                                       "VERSION",
                                                       "ATTACH",
                                                       "CATEGORIES",
                                                       "CLASS",
                                                       "COMMENT",
                                                       "DESCRIPTION",
                                                       "GEO",
                                                       "LOCATION",
                                                       "PERCENT-COMPLETE",
                                                       "PRIORITY",
                                                       "RESOURCES",
                                                       "STATUS",
                                                       "SUMMARY",
                                                       "COMPLETED",
                                                       "DTEND",
                                                       "DUE",
                                                       "DTSTART",
                                                       "DURATION",
                                                       "FREEBUSY",
                                                       "TRANSP",
                                                       "TZID",
                                                       "TZNAME",
                                                       "TZOFFSETFROM",
                                                       "TZOFFSETTO",
                                                       "TZURL",
                                                       "ATTENDEE",
                                                       "CONTACT",
                                                       "ORGANIZER",
                                                       "RECURRENCE-ID",
                                                       "RELATED-TO",
                                                       "URL",
                                                       "UID",
                                                       "EXDATE",
                                                       "EXRULE",
                                                       "RDATE",
                                                       "RRULE",
                                                       "ACTION",
                                                       "REPEAT",
                                                       "TRIGGER",
                                                       "CREATED",
                                                       "DTSTAMP",
                                                       "LAST-MODIFIED",
                                                       "SEQUENCE",
                                                       "REQUEST-STATUS",
                                                       "NAME",
                                                       "REFRESH-INTERVAL",
                                                       "SOURCE",
                                                       "COLOR",
                                                       "IMAGE",
                                                       "CONFERENCE",
                                                       "BUSYTYPE",
                                                       "LOCATION-TYPE",
                                                       "PARTICIPANT-TYPE",
                                                       "RESOURCE-TYPE",
                                                       "CALENDAR-ADDRESS",
                                                       "STYLED-DESCRIPTION",
                                                       "STRUCTURED-DATA",
                                                       "ACKNOWLEDGED",
                                                       "PROXIMITY",
                                                       "CONCEPT",
                                                       "LINK",
                                                       "REFID",
                                                       "TZUNTIL",
                                                       "TZID-ALIAS-OF"};

constexpr std::array<std::string_view, 8> kTexts{"SUMMARY", "DESCRIPTION", "LOCATION",  "COMMENT",
                                                 "CONTACT", "CATEGORIES",  "RESOURCES", "NAME"};

bool is_one_of(std::string_view name, const auto& names) {
  return std::ranges::any_of(names, [&](std::string_view known) { return same_name(known, name); });
}

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

bool is_experimental(std::string_view name) { return name.starts_with("X-") || name.starts_with("x-"); }

}  // namespace

bool is_component_name(std::string_view name) {
  return is_one_of(name, kComponents) || (is_experimental(name) && std::ranges::all_of(name, is_name_letter));
}

bool is_property_name(std::string_view name) { return is_experimental(name) || is_one_of(name, kProperties); }

bool is_text_property(std::string_view name) { return is_experimental(name) || is_one_of(name, kTexts); }

}  // namespace mur::calendar
