// Stories: « la preuve par l'exemple ». The table stands at Story.
#include "shared/domain/check.h"
#include "shared/domain/limits.h"
#include "shared/domain/public_texts.h"
#include "shared/domain/rules.h"

namespace mur {

StoryId story_id(const RecordId& of) { return StoryId{derive_uuid(of.uuid, "story")}; }

std::optional<Meeting> meeting_of(const Wall& wall, const RecordId& post) {
  if (post.kind == RecordKind::story) {
    const Story* story = wall.find(StoryId{post.uuid});
    if (story == nullptr) return std::nullopt;
    return Meeting{.of = story->of, .organization = story->organization};
  }
  if (post.kind == RecordKind::reply) {
    const Reply* reply = wall.find(ReplyId{post.uuid});
    if (reply == nullptr || reply->status != ReplyStatus::met) return std::nullopt;
    return Meeting{.of = post, .organization = reply->organization};
  }
  if (post.kind != RecordKind::offer) return std::nullopt;
  const Reply* last = nullptr;
  wall.each<Reply>([&](const Reply& reply) {
    if (reply.offer != OfferId{post.uuid} || reply.status != ReplyStatus::met) return;
    if (last == nullptr || reply.decided_at > last->decided_at) last = &reply;
  });
  if (last == nullptr) return std::nullopt;
  return Meeting{.of = post, .organization = last->organization};
}

namespace rules {
namespace {

const Ticket* ticket_of(const Ask& ask) {
  return ask.order.ticket ? ask.wall.ticket_of(ask.order.ticket->code) : nullptr;
}

std::unexpected<Error> no_ticket() {
  return fail(Errc::not_found, "code", "no post has this code (any more); look at the ticket again");
}

}  // namespace

Result<Changes> put(const Ask& ask, const TellStory& command) {
  const Ticket* ticket = ticket_of(ask);
  if (ticket == nullptr) return no_ticket();
  const std::optional<Meeting> meeting = meeting_of(ask.wall, ticket->post);
  if (!meeting)
    return fail(Errc::closed, "code", "a story is told once you have met; say so first (`murctl ticket tell`)");
  if (!command.consent)
    return fail(Errc::invalid, "consent", "say that it may be shown for a year, to everyone who passes by");
  if (Status status = check::required_text("text", command.text, limits::kStory); !status) return fail(status.error());
  if (Status status = check::text("first_name", command.first_name, limits::kFirstName); !status)
    return fail(status.error());
  if (Status status = check::text("language", command.language, limits::kWord); !status) return fail(status.error());

  Story story{.id = story_id(meeting->of),
              .organization = meeting->organization,
              .text = command.text,
              .first_name = command.first_name,
              .expires_at = ask.now + limits::kStoryLife,
              .of = meeting->of,
              .consented_at = ask.now,
              .language = command.language};
  const RecordId id = record_id(story.id);
  if (const Story* told = ask.wall.find(story.id)) {
    if (told->text == story.text && told->first_name == story.first_name) return unchanged(id);
    story.moderation = told->moderation;
    set_status(story.moderation, PostStatus::pending, ask.now);
    story.moderation.reason = Reason::none;
    story.moderation.note.clear();
  }
  story.moderation.submitted_at = ask.now;
  story.moderation.marks = check::marks(story);
  Changes changes = about(ask, id);
  changes.records.emplace_back(std::move(story));
  return changes;
}

Result<Changes> put(const Ask& ask, const TakeStoryBack&) {
  const Ticket* ticket = ticket_of(ask);
  if (ticket == nullptr) return no_ticket();
  const Story* story = ticket->post.kind == RecordKind::story ? ask.wall.find(StoryId{ticket->post.uuid})
                                                              : ask.wall.find(story_id(ticket->post));
  if (story == nullptr) return fail(Errc::not_found, "story", "there is no story of this ticket");
  Changes changes = about(ask, record_id(story->id));
  purge(ask, *story, changes);
  return changes;
}

}  // namespace rules
}  // namespace mur
