#include "kiosk/app/board.h"

#include <algorithm>
#include <deque>
#include <map>

#include "kiosk/app/slot_state.h"
#include "shared/domain/limits.h"

namespace mur::app {

namespace {

using std::chrono::local_seconds;

/// The need as it stands on the board, or nothing when its time is over.
std::optional<BoardNeed> place(const Need& need, const Agenda& agenda, const calendar::Zone& zone, TimePoint now) {
  if (!is_on_wall(need.moderation)) return std::nullopt;
  if (need.details.closes_at && *need.details.closes_at <= now) return std::nullopt;
  const auto instant = std::chrono::floor<std::chrono::seconds>(now);
  BoardNeed placed{.need = need.id, .next = {}, .missing_in_slot = {}};
  bool open = need.details.slots.empty();
  for (const Slot& slot : need.details.slots) {
    const SlotState at = slot_state(slot, zone, now);
    placed.missing_in_slot.push_back(at.missing);
    placed.missing += at.missing;
    open = open || !at.over;
    if (at.next && (!placed.next || at.next->start < *placed.next)) placed.next = at.next->start;
  }
  placed.complete = !need.details.slots.empty() && placed.missing == 0;
  if (!open) return std::nullopt;
  if (!placed.next && need.details.event) {
    const AgendaEntry* entry = agenda.next_of(*need.details.event, instant);
    if (entry != nullptr) placed.next = entry->start;
  }
  return placed;
}

bool before(const BoardNeed& a, const BoardNeed& b) {
  const auto rank = [](const BoardNeed& need) {
    return std::tuple{need.complete, need.next.value_or(local_seconds::max()), -need.missing, need.need};
  };
  return rank(a) < rank(b);
}

/// Deals the items out so that every organization gets its first turn before any gets its second.
std::vector<Headline> in_turns(const std::vector<std::pair<OrganizationId, Headline>>& items) {
  std::vector<OrganizationId> order;
  std::map<OrganizationId, std::deque<Headline>> waiting;
  for (const auto& [organization, headline] : items) {
    auto& queue = waiting[organization];
    if (queue.empty() && std::find(order.begin(), order.end(), organization) == order.end())
      order.push_back(organization);
    queue.push_back(headline);
  }
  std::vector<Headline> turns;
  while (turns.size() < items.size())
    for (const OrganizationId organization : order) {
      auto& queue = waiting[organization];
      if (queue.empty()) continue;
      turns.push_back(queue.front());
      queue.pop_front();
    }
  return turns;
}

std::vector<Headline> make_headlines(const Wall& wall, const Agenda& agenda, const calendar::Zone& zone,
                                     const Board& board, TimePoint now) {
  std::size_t stories_told = 0;
  std::vector<std::pair<OrganizationId, Headline>> items;
  for (const BoardNeed& placed : board.needs) {
    if (placed.complete) break;
    items.emplace_back(wall.find(placed.need)->organization, Headline{.need = placed.need});
  }
  const auto instant = std::chrono::floor<std::chrono::seconds>(now);
  const auto today = std::chrono::floor<std::chrono::days>(zone.to_local(instant));
  for (const AgendaEntry& entry : agenda.entries()) {
    if (entry.start >= today + std::chrono::days{2}) break;
    const Event* event = wall.find(entry.event);
    if (event == nullptr || entry.start_at <= instant) continue;
    if (event->details.status == calendar::EventStatus::cancelled || event->details.full) continue;
    items.emplace_back(event->organization, Headline{.occurrence = {entry.event, entry.start}});
  }
  for (const StoryId story : board.stories) {
    if (stories_told++ == limits::kStoriesTold) break;
    items.emplace_back(wall.find(story)->organization, Headline{.story = story});
  }
  return in_turns(items);
}

std::vector<StoryId> stories_on(const Wall& wall, TimePoint now) {
  std::vector<const Story*> stories;
  wall.each<Story>([&](const Story& story) {
    if (is_on_wall(story.moderation) && story.expires_at > now) stories.push_back(&story);
  });
  std::ranges::sort(stories, [](const Story* a, const Story* b) {
    return std::tie(b->moderation.submitted_at, b->id) < std::tie(a->moderation.submitted_at, a->id);
  });
  std::vector<StoryId> ids;
  for (const Story* story : stories) ids.push_back(story->id);
  return ids;
}

}  // namespace

Board make_board(const Wall& wall, const Agenda& agenda, const calendar::Zone& zone, TimePoint now,
                 Milliseconds stale) {
  Board board;
  wall.each<Need>([&](const Need& need) {
    if (auto placed = place(need, agenda, zone, now)) board.needs.push_back(*placed);
  });
  std::sort(board.needs.begin(), board.needs.end(), before);
  if (stale < limits::kStaleHidesVisitors) {
    std::vector<const Offer*> offers;
    wall.each<Offer>([&](const Offer& offer) {
      if (is_on_wall(offer.moderation) && offer.expires_at > now) offers.push_back(&offer);
    });
    std::sort(offers.begin(), offers.end(), [](const Offer* a, const Offer* b) {
      return std::tie(b->created_at, b->id) < std::tie(a->created_at, a->id);
    });
    for (const Offer* offer : offers) board.offers.push_back(offer->id);
  }
  if (stale < limits::kStaleHidesVisitors) board.stories = stories_on(wall, now);
  board.headlines = make_headlines(wall, agenda, zone, board, now);
  return board;
}

}  // namespace mur::app
