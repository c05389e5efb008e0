#include "shared/domain/repeats.h"

#include <algorithm>
#include <string>

#include "shared/domain/limits.h"
#include "shared/screening/shingles.h"

namespace mur {
namespace {

// What of a post would be the same if it were posted twice.
std::string words_of_post(const Offer& offer) { return offer.details.text; }
std::string words_of_post(const Need& need) { return need.details.title + "\n" + need.details.description; }
std::string words_of_post(const Event& event) { return event.details.title + "\n" + event.details.description; }

/// How long it is, at no cost.
std::size_t size_of_post(const Offer& offer) { return offer.details.text.size(); }
std::size_t size_of_post(const Need& need) { return need.details.title.size() + need.details.description.size() + 1; }
std::size_t size_of_post(const Event& event) {
  return event.details.title.size() + event.details.description.size() + 1;
}

bool is_nobodys(const Event& event) { return event.organization.is_nil() && !event.feed; }

// Where a post comes from, as far as it says.
bool is_same_source(const Offer&, const Offer&) { return true; }
bool is_same_source(const Need& a, const Need& b) { return a.organization == b.organization; }
bool is_same_source(const Event& a, const Event& b) { return is_nobodys(a) && is_nobodys(b); }

/// Withdrawn, closed and expired ones may be posted again.
bool is_present(const Moderation& moderation, TimePoint now) {
  const bool stands = moderation.status == PostStatus::pending || moderation.status == PostStatus::published ||
                      moderation.status == PostStatus::refused || moderation.status == PostStatus::hidden;
  return stands && moderation.submitted_at + limits::kRepeatWindow > now;
}

template <class Post>
std::vector<RecordId> find_repeats(const Wall& wall, const Post& post, TimePoint now) {
  std::vector<RecordId> found;
  const std::size_t size = size_of_post(post);
  const screening::Shingles shingles = screening::shingles_of(words_of_post(post));
  if (shingles.empty()) return found;
  std::size_t compared = 0;
  wall.each<Post>([&](const Post& other) {
    if (other.id == post.id || !is_present(other.moderation, now) || compared >= limits::kCompared) return;
    // No text is nearly the same as one of twice its length.
    const std::size_t its = size_of_post(other);
    if (its > size * 2 + 8 || size > its * 2 + 8) return;
    if constexpr (std::is_same_v<Post, Event>)
      if (!is_nobodys(other)) return;
    ++compared;
    if (screening::is_repeat(shingles, screening::shingles_of(words_of_post(other))))
      found.push_back(record_id(other.id));
  });
  return found;
}

template <class Post>
bool is_flooding_with(const Wall& wall, const Post& post, TimePoint now) {
  std::size_t count = 0;
  wall.each<Post>([&](const Post& other) {
    if (other.id != post.id && other.moderation.submitted_at <= now &&
        other.moderation.submitted_at + limits::kFloodWindow > now && is_same_source(post, other))
      ++count;
  });
  return count >= limits::kFloodPosts;
}

template <class Post>
void add_marks(const Wall& wall, Post& post, TimePoint now) {
  std::vector<screening::Mark>& marks = post.moderation.marks;
  const auto add = [&marks](screening::MarkKind kind) {
    // Said first: it is of the whole post, and must not be cut off behind many others.
    if (marks.size() >= limits::kMarks) marks.pop_back();
    marks.insert(marks.begin(), screening::Mark{.kind = kind, .field = {}, .offset = 0, .length = 0});
  };
  if (!repeats_of(wall, post, now).empty()) add(screening::MarkKind::repeat);
  if (is_flooding_with(wall, post, now)) add(screening::MarkKind::flood);
}

}  // namespace

std::vector<RecordId> repeats_of(const Wall& wall, const Offer& offer, TimePoint now) {
  return find_repeats(wall, offer, now);
}

std::vector<RecordId> repeats_of(const Wall& wall, const Need& need, TimePoint now) {
  return find_repeats(wall, need, now);
}

std::vector<RecordId> repeats_of(const Wall& wall, const Event& proposed, TimePoint now) {
  return is_nobodys(proposed) ? find_repeats(wall, proposed, now) : std::vector<RecordId>{};
}

std::vector<RecordId> repeats_of(const Wall& wall, const Record& post, TimePoint now) {
  if (const auto* offer = std::get_if<Offer>(&post)) return repeats_of(wall, *offer, now);
  if (const auto* need = std::get_if<Need>(&post)) return repeats_of(wall, *need, now);
  if (const auto* event = std::get_if<Event>(&post)) return repeats_of(wall, *event, now);
  return {};
}

bool is_flooding(const Wall& wall, const Record& post, TimePoint now) {
  if (const auto* offer = std::get_if<Offer>(&post)) return is_flooding_with(wall, *offer, now);
  if (const auto* need = std::get_if<Need>(&post)) return is_flooding_with(wall, *need, now);
  if (const auto* event = std::get_if<Event>(&post)) return is_flooding_with(wall, *event, now);
  return false;
}

void mark_beside_others(const Wall& wall, Offer& offer, TimePoint now) { add_marks(wall, offer, now); }
void mark_beside_others(const Wall& wall, Need& need, TimePoint now) { add_marks(wall, need, now); }
void mark_beside_others(const Wall& wall, Event& event, TimePoint now) {
  if (is_nobodys(event)) add_marks(wall, event, now);
}

}  // namespace mur
