#include "shared/domain/waiting.h"

namespace mur {
namespace {

bool is_over(const Record& post, TimePoint now) {
  if (const auto* event = std::get_if<Event>(&post)) return event->over_at && *event->over_at <= now;
  if (const auto* need = std::get_if<Need>(&post)) return need->over_at && *need->over_at <= now;
  if (const auto* offer = std::get_if<Offer>(&post)) return offer->expires_at <= now;
  if (const auto* story = std::get_if<Story>(&post)) return story->expires_at <= now;
  return false;
}

}  // namespace

bool waits_for_review(const Wall& wall, const Record& record, TimePoint now) {
  if (const auto* revision = std::get_if<Revision>(&record)) {
    const StampedRecord* post = wall.find(revision->post);
    return post != nullptr && !is_tombstone(post->record) && !is_over(post->record, now);
  }
  const Moderation* moderation = moderation_of(record);
  return moderation != nullptr && moderation->status == PostStatus::pending && !is_over(record, now);
}

bool waits_for_a_word(const Record& post, const std::set<RecordId>& reported) {
  const Moderation* moderation = moderation_of(post);
  if (moderation == nullptr) return false;
  return is_hidden_for_now(*moderation) || moderation->appeal_waits ||
         (is_on_wall(*moderation) && reported.contains(id_of(post)));
}

std::set<RecordId> reported_posts(const Wall& wall) {
  std::set<RecordId> posts;
  wall.each<Report>([&posts](const Report& report) {
    if (report.status == ReportStatus::open) posts.insert(report.post);
  });
  return posts;
}

}  // namespace mur
