#pragma once

#include "shared/calendar/timing.h"
#include "shared/protocol/fields.h"

namespace mur::protocol {

/// A When is small, frequent (500 exception dates) and as final as RFC 5545: it has no length and version of its own.
template <std::same_as<calendar::When> When>
void save(Encoder& out, const When& when) {
  out(when.kind, when.local, Text{"zone", when.zone, limits::kWord});
}
template <std::same_as<calendar::When> When>
void load(Decoder& in, When& when) {
  in(when.kind, when.local, Text{"zone", when.zone, limits::kWord});
  if (when.zone.empty() == (when.kind == calendar::When::Kind::zoned))
    in.refuse("zone", "a zone where there should be none, or none where there should be one");
}

template <>
struct Fields<calendar::ExtraDate> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& extra) { archive(extra.start, extra.end); }
};

template <>
struct Fields<calendar::Timing> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& timing) {
    archive(timing.start, timing.end, Texts{"rules", timing.rules, limits::kRules, limits::kRule},
            Texts{"exception_rules", timing.exception_rules, limits::kRules, limits::kRule},
            List{"extra_dates", timing.extra_dates, limits::kDates},
            List{"exception_dates", timing.exception_dates, limits::kDates});
  }
};

}  // namespace mur::protocol
