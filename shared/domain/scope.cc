#include "shared/domain/scope.h"

namespace mur {
namespace {

/// What the wall may know of a moderation: that it is published, and when it came.
Moderation for_wall(const Moderation& full) {
  return Moderation{.status = full.status,
                    .before = PostStatus::pending,
                    .reason = Reason::none,
                    .note = {},
                    .submitted_at = full.submitted_at,
                    .decided_at = {},
                    .seen_by_wall = true,
                    .marks = {}};
}

Tombstone gone(const RecordId& id) {
  return Tombstone{.of = id, .seen_by_wall = true, .seen_by_staff = false, .organization = {}, .at = {}};
}

template <class Post>
std::optional<Record> post_for_wall(const Post& post) {
  if (is_on_wall(post.moderation)) {
    Post shown = post;
    shown.moderation = for_wall(post.moderation);
    return Record{std::move(shown)};
  }
  if (post.moderation.seen_by_wall) return Record{gone(record_id(post.id))};
  return std::nullopt;
}

struct WallView {
  std::optional<Record> operator()(const Hub& hub) const { return Record{hub}; }
  std::optional<Record> operator()(const Organization& organization) const {
    if (organization.trust == Trust::unverified || organization.trust == Trust::suspended) {
      if (organization.seen_by_wall) return Record{gone(record_id(organization.id))};
      return std::nullopt;
    }
    Organization shown = organization;
    shown.guarantor.clear();
    shown.vouched_by.clear();
    shown.pace.expired = 0;
    shown.pace.paused_at.reset();  // its needs say so by not being there
    shown.details.email.clear();
    shown.charter_at = {};
    shown.matches_told_at = {};
    return Record{std::move(shown)};
  }
  std::optional<Record> operator()(const Event& event) const {
    auto shown = post_for_wall(event);
    if (shown)
      if (auto* live = std::get_if<Event>(&*shown)) {
        live->absent_since.reset();
        live->distinct_from.clear();
        live->refused.reset();
      }
    return shown;
  }
  std::optional<Record> operator()(const Need& need) const { return post_for_wall(need); }
  std::optional<Record> operator()(const Offer& offer) const {
    auto shown = post_for_wall(offer);
    if (shown)
      if (auto* live = std::get_if<Offer>(&*shown)) {
        live->details.contact = ContactKind::none;
        live->details.may_be_called = false;
        live->details.age = AgeClass::unknown;
        // Never a name together with a day.
        live->details.from.reset();
        live->details.until.reset();
        if (live->details.employer) live->details.employer->employer.clear();
      }
    return shown;
  }
  std::optional<Record> operator()(const Notice& notice) const { return post_for_wall(notice); }
  std::optional<Record> operator()(const Story& story) const {
    auto shown = post_for_wall(story);
    if (shown)
      if (auto* live = std::get_if<Story>(&*shown)) {
        live->of = {};
        live->consented_at = {};
      }
    return shown;
  }
  std::optional<Record> operator()(const Reply&) const { return std::nullopt; }
  std::optional<Record> operator()(const Key&) const { return std::nullopt; }
  std::optional<Record> operator()(const Ticket&) const { return std::nullopt; }
  std::optional<Record> operator()(const Revision&) const { return std::nullopt; }
  std::optional<Record> operator()(const Feed&) const { return std::nullopt; }
  std::optional<Record> operator()(const ContactTrace&) const { return std::nullopt; }
  std::optional<Record> operator()(const ContactBlock&) const { return std::nullopt; }
  std::optional<Record> operator()(const Report&) const { return std::nullopt; }
  std::optional<Record> operator()(const StaffNotes&) const { return std::nullopt; }
  std::optional<Record> operator()(const Ban&) const { return std::nullopt; }
  std::optional<Record> operator()(const ReviewPace& pace) const { return Record{pace}; }
  std::optional<Record> operator()(const FeedHealth& health) const { return Record{health}; }
  std::optional<Record> operator()(const Tombstone& tombstone) const {
    if (!tombstone.seen_by_wall) return std::nullopt;
    return Record{gone(tombstone.of)};
  }
};

/// Whose record this is beyond the wall; nil: nobody's.
struct OwnerOf {
  OrganizationId operator()(const Organization& noun) const { return noun.id; }
  OrganizationId operator()(const Event& noun) const { return noun.organization; }
  OrganizationId operator()(const Need& noun) const { return noun.organization; }
  OrganizationId operator()(const Reply& noun) const { return noun.organization; }
  OrganizationId operator()(const Story& noun) const { return noun.organization; }
  OrganizationId operator()(const Key& noun) const { return noun.organization; }
  OrganizationId operator()(const Revision& noun) const { return noun.organization; }
  OrganizationId operator()(const Feed& noun) const { return noun.organization; }
  OrganizationId operator()(const FeedHealth& noun) const { return noun.organization; }
  OrganizationId operator()(const Ban& noun) const { return noun.organization; }
  OrganizationId operator()(const Tombstone& noun) const { return noun.organization; }
  template <class Other>
  OrganizationId operator()(const Other&) const {
    return {};
  }
};

std::optional<Record> for_staff(const Record& record) {
  if (std::holds_alternative<Ticket>(record) || std::holds_alternative<ContactTrace>(record)) return std::nullopt;
  if (const auto* tombstone = std::get_if<Tombstone>(&record); tombstone != nullptr && !tombstone->seen_by_staff)
    return std::nullopt;
  Record shown = record;
  // Who adds a feed gives its address to the broker, not to every moderator's computer.
  if (auto* block = std::get_if<ContactBlock>(&shown)) block->contact = {};
  if (auto* feed = std::get_if<Feed>(&shown)) feed->details.url = without_secrets(feed->details.url);
  return shown;
}

}  // namespace

OrganizationId owner_of(const Record& record) { return std::visit(OwnerOf{}, record); }

Scope scope_of(const Actor& actor) {
  switch (actor.role) {
    case Role::admin:
    case Role::moderator:
    case Role::on_duty:
    case Role::clock: return {.kind = Scope::Kind::staff, .organization = {}};
    case Role::owner:
    case Role::member: return {.kind = Scope::Kind::organization, .organization = actor.organization};
    case Role::proposer:
    case Role::visitor:
    case Role::kiosk: break;
  }
  return {};
}

namespace {

std::optional<Record> for_newest(const Record& record, const Scope& scope) {
  switch (scope.kind) {
    case Scope::Kind::staff: return for_staff(record);
    case Scope::Kind::organization:
      if (!scope.organization.is_nil() && owner_of(record) == scope.organization) return record;
      return std::visit(WallView{}, record);
    case Scope::Kind::wall: break;
  }
  return std::visit(WallView{}, record);
}

/// Marks that version 1 has no word for: under the word that comes closest, or not at all.
void tell_version_1(std::vector<screening::Mark>& marks) {
  std::erase_if(marks, [](const screening::Mark& mark) { return mark.kind > screening::MarkKind::meeting_link; });
  for (screening::Mark& mark : marks)
    if (mark.kind == screening::MarkKind::meeting_link) mark.kind = screening::MarkKind::link;
}

void tell_version_1(Reply& reply) {
  if (reply.status == ReplyStatus::nobody_there) reply.status = ReplyStatus::no_show;
  if (reply.status == ReplyStatus::fell_through) reply.status = ReplyStatus::declined;
}

/// Reasons and a tile that came with version 4.
void tell_version_3(Moderation& moderation) {
  if (moderation.reason == Reason::electoral) moderation.reason = Reason::canvassing;
  // The end of both is the broker's own.
  if (moderation.reason == Reason::silence) moderation.reason = Reason::suspended;
}

/// Marks and reasons that came with version 3.
void tell_version_2(std::vector<screening::Mark>& marks) {
  std::erase_if(marks, [](const screening::Mark& mark) { return mark.kind > screening::MarkKind::flood; });
}

void tell_version_2(Moderation& moderation) {
  tell_version_2(moderation.marks);
  if (moderation.reason == Reason::reported) moderation.reason = Reason::other;
  // The end of both is the broker's own.
  if (moderation.reason == Reason::paused) moderation.reason = Reason::suspended;
}

}  // namespace

void tell_version_3(OfferDetails& details) {
  std::erase(details.tiles, Tile::idea);
  if (details.tiles.empty()) details.tiles.push_back(Tile::other);
}

std::optional<Record> project(const Record& record, const Scope& scope) {
  if (first_version(id_of(record).kind) > scope.version) return std::nullopt;
  std::optional<Record> shown = for_newest(record, scope);
  if (!shown || scope.version >= 4) return shown;
  if (Moderation* moderation = moderation_of(*shown)) tell_version_3(*moderation);
  if (auto* offer = std::get_if<Offer>(&*shown)) tell_version_3(offer->details);
  if (scope.version >= 3) return shown;
  if (Moderation* moderation = moderation_of(*shown)) tell_version_2(*moderation);
  if (auto* revision = std::get_if<Revision>(&*shown)) tell_version_2(revision->marks);
  if (scope.version >= 2) return shown;
  if (Moderation* moderation = moderation_of(*shown)) tell_version_1(moderation->marks);
  if (auto* revision = std::get_if<Revision>(&*shown)) tell_version_1(revision->marks);
  if (auto* reply = std::get_if<Reply>(&*shown)) tell_version_1(*reply);
  return shown;
}

}  // namespace mur
