#include "shared/domain/telling.h"

#include <algorithm>

#include "shared/domain/idea.h"
#include "shared/domain/limits.h"

namespace mur {
namespace {

/// Is there nothing to tell of it any more? What expired with its idea is over with it, and told all the same.
bool is_over(const Reply& reply, TimePoint now) {
  if (is_of_idea(reply) && reply.status == ReplyStatus::expired) return false;
  return reply.over_at != TimePoint{} && reply.over_at <= now;
}

/// Of who would join a group: held says nothing that they did not say themselves.
std::optional<News> news_of_idea(const Reply& reply) {
  switch (reply.status) {
    case ReplyStatus::accepted: return News::date_set;
    case ReplyStatus::fell_through: return News::fell_through;
    case ReplyStatus::expired: return News::expired;
    default: return std::nullopt;
  }
}

std::optional<News> news_of_status(const Reply& reply) {
  if (is_of_idea(reply)) return news_of_idea(reply);
  const bool to_offer = reply.offer.has_value();
  switch (reply.status) {
    case ReplyStatus::held: return to_offer ? News::answer_waits : News::place_held;
    case ReplyStatus::accepted: return to_offer ? News::answer_agreed : News::accepted;
    case ReplyStatus::fell_through: return to_offer ? News::answer_back : News::fell_through;
    case ReplyStatus::declined: return to_offer ? std::nullopt : std::optional{News::declined};
    case ReplyStatus::expired: return to_offer ? std::nullopt : std::optional{News::expired};
    case ReplyStatus::listed:
    case ReplyStatus::withdrawn:
    case ReplyStatus::met:
    case ReplyStatus::no_show:
    case ReplyStatus::nobody_there: break;
  }
  return std::nullopt;
}

/// Its next date comes closer by itself: that is no move.
bool comes_each_time(const Wall& wall, const Reply& reply) {
  const Need* need = reply.need && !reply.date ? wall.find(*reply.need) : nullptr;
  const Slot* slot = need == nullptr || !reply.slot ? nullptr : find_slot(need->details, *reply.slot);
  return slot != nullptr && slot->when && calendar::repeats(*slot->when);
}

std::optional<News> news_of(const Wall& wall, const Reply& reply, TimePoint now) {
  const Told& told = reply.told;
  if (told.at == TimePoint{} || told.status != reply.status) return news_of_status(reply);
  if (!is_open(reply.status) || reply.begins_at == TimePoint{}) return std::nullopt;
  if (told.begins_at != reply.begins_at && !comes_each_time(wall, reply)) return News::moved;
  const TimePoint from = reply.begins_at - limits::kRemindAhead;
  const bool soon = from <= now && now < reply.begins_at;
  if (reply.status == ReplyStatus::accepted && soon && told.at < from) return News::reminder;
  return std::nullopt;
}

bool desk_tells(News news) { return news == News::expired || news == News::answer_waits || news == News::answer_back; }

Channel channel_of(const Wall& wall, const Reply& reply, News news) {
  const Offer* offer = reply.offer ? wall.find(*reply.offer) : nullptr;
  // Of an offer an organization sees the kind of contact in its reply, once both agreed; staff sees the offer's.
  const bool left_its_own = is_of_idea(reply) && !is_of_its_author(reply);
  const bool by_offer = offer != nullptr && reply.contact == ContactKind::none && !left_its_own;
  switch (by_offer ? offer->details.contact : reply.contact) {
    case ContactKind::none: return Channel::ticket;
    case ContactKind::email: return Channel::letter;
    case ContactKind::phone: break;
  }
  const Organization* organization = wall.find(reply.organization);
  const bool opens = organization != nullptr && organization->trust == Trust::trusted;
  return opens && !desk_tells(news) ? Channel::organization_calls : Channel::desk_calls;
}

}  // namespace

std::optional<Telling> telling_of(const Wall& wall, const Reply& reply, TimePoint now) {
  if (reply.walked_in || is_over(reply, now)) return std::nullopt;
  const auto news = news_of(wall, reply, now);
  if (!news) return std::nullopt;
  Telling telling{.reply = reply.id,
                  .news = *news,
                  .channel = channel_of(wall, reply, *news),
                  .since = *news == News::reminder ? reply.begins_at - limits::kRemindAhead : reply.decided_at,
                  .due_at = {}};
  telling.due_at = telling.since + limits::kTellWithin;
  if (reply.begins_at > now) telling.due_at = std::min(telling.due_at, reply.begins_at - limits::kTellBefore);
  if (*news == News::answer_waits) telling.due_at = std::min(telling.due_at, reply.decide_by);
  return telling;
}

std::vector<Telling> tellings(const Wall& wall, TimePoint now) {
  std::vector<Telling> all;
  wall.each<Reply>([&](const Reply& reply) {
    if (const auto telling = telling_of(wall, reply, now)) all.push_back(*telling);
  });
  std::ranges::sort(all, {}, [](const Telling& telling) { return std::pair{telling.due_at, telling.reply}; });
  return all;
}

}  // namespace mur
