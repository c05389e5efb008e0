#pragma once

#include <concepts>
#include <cstdint>
#include <type_traits>

#include "shared/base/result.h"
#include "shared/calendar/reader.h"
#include "shared/calendar/when.h"
#include "shared/domain/event.h"
#include "shared/domain/feed.h"
#include "shared/domain/feed_preview.h"
#include "shared/domain/ids.h"
#include "shared/domain/moderation.h"
#include "shared/domain/need.h"
#include "shared/domain/offer.h"
#include "shared/domain/organization.h"
#include "shared/domain/place.h"
#include "shared/domain/reply.h"
#include "shared/domain/report.h"
#include "shared/domain/role.h"
#include "shared/domain/scope.h"
#include "shared/screening/mark.h"

/// Which values of each enumeration are on the wire. All are append-only and without gaps, so a first and a last say
/// it; who appends an enumerator moves the last here and writes it into PROTOCOL.md § 5.
namespace mur::protocol {

template <class Enum>
struct Enumerators;  // kFirst, kLast

template <auto First, auto Last>
struct From {
  static constexpr auto kFirst = First;
  static constexpr auto kLast = Last;
};

template <>
struct Enumerators<Errc> : From<Errc::invalid, Errc::unsupported> {};
template <>
struct Enumerators<calendar::When::Kind> : From<calendar::When::Kind::date, calendar::When::Kind::zoned> {};
template <>
struct Enumerators<calendar::EventStatus> : From<calendar::EventStatus::confirmed, calendar::EventStatus::cancelled> {};
template <>
struct Enumerators<screening::MarkKind> : From<screening::MarkKind::phone_number, screening::MarkKind::named_person> {};
template <>
struct Enumerators<EventKind> : From<EventKind::programming, EventKind::mobilization> {};
template <>
struct Enumerators<FeedState> : From<FeedState::proposed, FeedState::quarantined> {};
template <>
struct Enumerators<FeedTrouble> : From<FeedTrouble::none, FeedTrouble::shrunk> {};
template <>
struct Enumerators<PreviewChange> : From<PreviewChange::added, PreviewChange::elsewhere> {};
template <>
struct Enumerators<Source> : From<Source::typed, Source::feed> {};
template <>
struct Enumerators<RecordKind> : From<RecordKind::hub, RecordKind::review_pace> {};
template <>
struct Enumerators<PostStatus> : From<PostStatus::pending, PostStatus::closed> {};
template <>
struct Enumerators<Reason> : From<Reason::none, Reason::silence> {};
template <>
struct Enumerators<NeedKind> : From<NeedKind::time, NeedKind::material> {};
template <>
struct Enumerators<OfferKind> : From<OfferKind::time, OfferKind::idea> {};
template <>
struct Enumerators<Tile> : From<Tile::some_time, Tile::idea> {};
template <>
struct Enumerators<ContactKind> : From<ContactKind::none, ContactKind::email> {};
template <>
struct Enumerators<AgeClass> : From<AgeClass::unknown, AgeClass::adult> {};
template <>
struct Enumerators<Residency> : From<Residency::resident, Residency::external> {};
template <>
struct Enumerators<Sensitivity> : From<Sensitivity::none, Sensitivity::orientation> {};
template <>
struct Enumerators<Level> : From<Level::unsaid, Level::professional> {};
template <>
struct Enumerators<Origin> : From<Origin::unsaid, Origin::job> {};
template <>
struct Enumerators<EmployerBacked::Time> : From<EmployerBacked::Time::half_days, EmployerBacked::Time::full_time> {};
template <>
struct Enumerators<EmployerBacked::Seniority>
    : From<EmployerBacked::Seniority::unsaid, EmployerBacked::Seniority::senior> {};
template <>
struct Enumerators<EmployerBacked::Agreement>
    : From<EmployerBacked::Agreement::to_ask, EmployerBacked::Agreement::agreed> {};
template <>
struct Enumerators<Trust> : From<Trust::unverified, Trust::suspended> {};
template <>
struct Enumerators<Known> : From<Known::unknown, Known::no> {};
template <>
struct Enumerators<PriceKind> : From<PriceKind::unknown, PriceKind::paid> {};
template <>
struct Enumerators<OfferStage> : From<OfferStage::open, OfferStage::met> {};
template <>
struct Enumerators<ReplyStatus> : From<ReplyStatus::held, ReplyStatus::fell_through> {};
template <>
struct Enumerators<ReplyReason> : From<ReplyReason::none, ReplyReason::other> {};
template <>
struct Enumerators<TallyKind> : From<TallyKind::suspended, TallyKind::matched_gift> {};
template <>
struct Enumerators<ReportReason> : From<ReportReason::wrong, ReportReason::other> {};
template <>
struct Enumerators<ReportStatus> : From<ReportStatus::open, ReportStatus::hidden> {};
template <>
struct Enumerators<Role> : From<Role::admin, Role::clock> {};
template <>
struct Enumerators<Scope::Kind> : From<Scope::Kind::wall, Scope::Kind::staff> {};

/// An enumeration of one byte whose values this room knows.
template <class Enum>
concept Enumeration = std::is_enum_v<Enum> && sizeof(Enum) == 1 && requires { Enumerators<Enum>::kFirst; };

}  // namespace mur::protocol
