#pragma once

#include <string>

#include "broker/ctl/table.h"
#include "shared/calendar/zone.h"
#include "shared/domain/query.h"
#include "shared/domain/wall.h"

/// What murctl says of replies, to needs and to offers: never a contact; a first name to the organization whose need
/// was answered.
namespace mur::ctl {

[[nodiscard]] std::string in_words(ReplyStatus status);
[[nodiscard]] std::string in_words(ReplyReason reason);
/// The reasons a person may give, comma-separated, for help and errors.
[[nodiscard]] std::string reply_reasons();
/// Errc::invalid that lists them.
[[nodiscard]] Result<ReplyReason> read_reply_reason(std::string_view option, std::string_view text);

/// What was answered: the need's title, or what was offered; empty once it is gone.
[[nodiscard]] std::string answered_of(const Reply& reply, const Wall& wall);
/// "Sat 2026-03-21 18:30"; "each time"; "to be agreed".
[[nodiscard]] std::string when_of(const Reply& reply, const Wall& wall, const calendar::Zone& hub);
[[nodiscard]] std::string role_of(const Reply& reply, const Wall& wall);
[[nodiscard]] Json json_of(const Reply& reply, const Wall& wall);

/// What the holder of a ticket is told, in lines.
[[nodiscard]] std::string text_of(const ReplyTold& told, const calendar::Zone& hub);
[[nodiscard]] Json json_of(const ReplyTold& told);
/// How an organization answered an offer, in lines under the offer's.
[[nodiscard]] std::string text_of(const OfferAnswer& answer, const calendar::Zone& hub);
[[nodiscard]] Json json_of(const OfferAnswer& answer);

}  // namespace mur::ctl
