#include "broker/ctl/record_text.h"

#include <fmt/format.h>

#include "broker/ctl/dates.h"
#include "broker/ctl/plain.h"
#include "broker/ctl/words.h"
#include "shared/domain/merged.h"
#include "shared/exchange/extras.h"

namespace mur::ctl {
namespace {

/// "2026-03-21T18:30:00", wall time.
std::string local_iso(std::chrono::local_seconds local) {
  std::string text = iso(TimePoint{local.time_since_epoch()});
  text.pop_back();  // the "Z"
  return text;
}

Json list_of(const std::vector<calendar::When>& all) {
  Json list = Json::array();
  for (const calendar::When& when : all) list.push_back(json_of(when));
  return list;
}

Json slot_object(const Slot& slot) {
  Json object{{"id", to_string(slot.id)}, {"role", slot.role}};
  if (slot.when) object["when"] = json_of(*slot.when);
  object["wanted"] = slot.wanted;
  object["held"] = slot.held;
  object["accepted"] = slot.accepted;
  if (!slot.unit.empty()) object["unit"] = slot.unit;
  if (!slot.welcomed_by.empty()) object["welcomed_by"] = slot.welcomed_by;
  if (!slot.where.empty()) object["where"] = slot.where;
  if (!slot.bring.empty()) object["bring"] = slot.bring;
  return object;
}

const char* price_name(PriceKind kind) {
  switch (kind) {
    case PriceKind::unknown: return "unknown";
    case PriceKind::free_of_charge: return "free";
    case PriceKind::pay_what_you_want: return "pay-what-you-want";
    case PriceKind::paid: return "paid";
  }
  return "unknown";
}

const char* status_name(calendar::EventStatus status) {
  switch (status) {
    case calendar::EventStatus::confirmed: return "confirmed";
    case calendar::EventStatus::tentative: return "tentative";
    case calendar::EventStatus::cancelled: return "cancelled";
  }
  return "confirmed";
}

}  // namespace

std::string short_id(const Uuid& uuid) {
  constexpr std::size_t kDigits = 8;
  return to_string(uuid).substr(0, kDigits);
}

std::string text_of(const OfferDetails& offer) {
  std::string text;
  for (const Tile tile : offer.tiles)
    if (tile != Tile::other) text += (text.empty() ? "" : ", ") + std::string(to_string(tile));
  if (!offer.text.empty()) text += (text.empty() ? "" : ": ") + offer.text;
  return text;
}

std::string title_of(const Record& record) {
  if (const auto* event = std::get_if<Event>(&record)) return event->details.title;
  if (const auto* need = std::get_if<Need>(&record)) return need->details.title;
  if (const auto* offer = std::get_if<Offer>(&record)) return text_of(offer->details);
  if (const auto* notice = std::get_if<Notice>(&record)) return notice->text;
  if (const auto* story = std::get_if<Story>(&record)) return story->text;
  if (const auto* organization = std::get_if<Organization>(&record)) return organization->details.name;
  if (const auto* key = std::get_if<Key>(&record)) return key->label;
  if (const auto* hub = std::get_if<Hub>(&record)) return hub->name;
  if (const auto* feed = std::get_if<Feed>(&record))
    return feed->details.name.empty() ? host_of(feed->details.url) : feed->details.name;
  return {};
}

std::string marks_text(const std::vector<screening::Mark>& marks) {
  std::string text;
  for (const screening::Mark& mark : marks)
    text += fmt::format("{}{}{}{}", text.empty() ? "" : ", ", to_string(mark.kind), mark.field.empty() ? "" : " in ",
                        mark.field);
  return text;
}

std::vector<std::string> mark_lines(const std::vector<screening::Mark>& marks, const std::vector<PublicText>& texts) {
  std::vector<std::string> lines;
  for (const screening::Mark& mark : marks) {
    const MarkShown seen = shown(mark, texts);
    lines.push_back(fmt::format("{}{}{}{}{}", seen.why, seen.field.empty() ? "" : " in ", seen.field,
                                seen.piece.empty() ? "" : ": ", plain(seen.piece)));
  }
  return lines;
}

Json json_of(const std::vector<screening::Mark>& marks, const std::vector<PublicText>& texts) {
  Json list = Json::array();
  for (const screening::Mark& mark : marks) {
    const MarkShown seen = shown(mark, texts);
    Json object{{"kind", to_string(mark.kind)}, {"why", seen.why}, {"field", seen.field}};
    if (!seen.piece.empty()) object["piece"] = seen.piece;
    list.push_back(std::move(object));
  }
  return list;
}

std::string organization_name(const Wall& wall, OrganizationId organization) {
  if (organization.is_nil()) return "nobody yet";
  const Organization* found = wall.find(organization);
  return found == nullptr ? short_id(organization.uuid) : found->details.name;
}

Json json_of(const calendar::When& when) {
  switch (when.kind) {
    case calendar::When::Kind::date: return local_iso(when.local).substr(0, 10);
    case calendar::When::Kind::floating: return local_iso(when.local);
    case calendar::When::Kind::utc: return local_iso(when.local) + "Z";
    case calendar::When::Kind::zoned: break;
  }
  return local_iso(when.local) + "[" + when.zone + "]";
}

Json json_of(const calendar::Timing& timing) {
  Json object{{"start", json_of(timing.start)}};
  if (timing.end) object["end"] = json_of(*timing.end);
  if (!timing.rules.empty()) object["rules"] = timing.rules;
  if (!timing.exception_rules.empty()) object["exception_rules"] = timing.exception_rules;
  if (!timing.extra_dates.empty()) {
    object["extra_dates"] = Json::array();
    for (const calendar::ExtraDate& date : timing.extra_dates) object["extra_dates"].push_back(json_of(date.start));
  }
  if (!timing.exception_dates.empty()) object["exception_dates"] = list_of(timing.exception_dates);
  return object;
}

Json json_of(const Moderation& moderation, const std::vector<PublicText>& texts) {
  Json object{{"status", to_string(moderation.status)}};
  if (moderation.reason != Reason::none) object["reason"] = to_string(moderation.reason);
  if (!moderation.note.empty()) object["note"] = moderation.note;
  object["submitted_at"] = iso(moderation.submitted_at);
  if (moderation.decided_at != TimePoint{}) object["decided_at"] = iso(moderation.decided_at);
  if (!moderation.marks.empty()) object["marks"] = json_of(moderation.marks, texts);
  return object;
}

Json json_of(const OfferDetails& details) {
  Json tiles = Json::array();
  for (const Tile tile : details.tiles) tiles.push_back(to_string(tile));
  Json object{{"tiles", std::move(tiles)}};
  if (!details.text.empty()) object["text"] = details.text;
  object["availability"] = in_words(details.availability);
  object["language"] = details.language;
  object["contact"] = to_string(details.contact);
  if (details.age == AgeClass::from_15_to_17) object["minor"] = true;
  if (details.level != Level::unsaid) object["level"] = to_string(details.level);
  if (details.may_train) object["may_train"] = true;
  if (details.origin != Origin::unsaid) object["origin"] = to_string(details.origin);
  if (details.hours_a_week > 0) object["hours_a_week"] = details.hours_a_week;
  if (details.remote) object["remote"] = true;
  if (details.within_km > 0) object["within_km"] = details.within_km;
  if (details.from) object["from"] = iso(*details.from);
  if (details.until) object["until"] = iso(*details.until);
  if (const auto& backed = details.employer)
    object["employer"] = Json{{"name", backed->employer},
                              {"time", to_string(backed->time)},
                              {"seniority", to_string(backed->seniority)},
                              {"agreement", to_string(backed->agreement)}};
  return object;
}

std::vector<std::string> offer_lines(const OfferDetails& offer, const calendar::Zone& zone) {
  std::vector<std::string> lines;
  std::string know;
  const auto join = [](std::string& to, const std::string& part) { to += (to.empty() ? "" : ", ") + part; };
  if (offer.level != Level::unsaid) join(know, to_string(offer.level));
  if (offer.origin != Origin::unsaid) join(know, fmt::format("from a {}", to_string(offer.origin)));
  if (offer.may_train) join(know, "may train someone");
  if (!know.empty()) lines.push_back(know);
  std::string reach;
  if (offer.hours_a_week > 0) join(reach, fmt::format("{} hours a week", offer.hours_a_week));
  if (offer.remote) join(reach, "from afar");
  if (offer.within_km > 0) join(reach, fmt::format("within {} km", offer.within_km));
  if (offer.from) join(reach, "from " + moment_text(*offer.from, zone));
  if (offer.until) join(reach, "until " + moment_text(*offer.until, zone));
  if (!reach.empty()) lines.push_back(reach);
  if (const auto& backed = offer.employer)
    lines.push_back(fmt::format(
        "employer: {}{}{}, {}{}, agreement {}", backed->employer, backed->employer.empty() ? "" : ", ",
        to_string(backed->time), to_string(backed->seniority),
        backed->seniority == EmployerBacked::Seniority::unsaid ? " seniority" : "", to_string(backed->agreement)));
  return lines;
}

Json json_of(const Organization& organization) {
  const OrganizationDetails& details = organization.details;
  Json object{{"id", to_string(organization.id)},
              {"name", details.name},
              {"residency", to_string(details.residency)},
              {"trust", to_string(organization.trust)}};
  if (!organization.guarantor.empty()) object["guarantor"] = organization.guarantor;
  if (!organization.vouched_by.empty()) object["vouched_by"] = organization.vouched_by;
  if (!details.summary.empty()) object["summary"] = details.summary;
  if (!details.url.empty()) object["url"] = details.url;
  if (!details.room.empty()) object["room"] = details.room;
  if (!details.themes.empty()) object["themes"] = details.themes;
  if (details.sensitivity != Sensitivity::none) object["sensitive"] = to_string(details.sensitivity);
  if (!details.email.empty()) object["email"] = details.email;
  if (organization.charter_at != TimePoint{}) object["charter_accepted_at"] = iso(organization.charter_at);
  if (const auto usual = usual_delay(organization.pace)) object["answers_in_minutes"] = usual->count() / 60;
  if (organization.pace.paused_at) object["paused_at"] = iso(*organization.pace.paused_at);
  return object;
}

Json json_of(const Event& event, const Wall& wall) {
  const EventDetails& details = event.details;
  Json object{{"id", to_string(event.id)},
              {"title", details.title},
              {"organization", organization_name(wall, event.organization)},
              {"uid", details.uid}};
  if (details.recurrence_id) object["recurrence_id"] = json_of(*details.recurrence_id);
  object["sequence"] = details.sequence;
  object["event_status"] = status_name(details.status);
  object["timing"] = json_of(details.timing);
  if (!details.summary.empty()) object["summary"] = details.summary;
  if (!details.description.empty()) object["description"] = details.description;
  object["place"] =
      Json{{"name", details.place.name}, {"address", details.place.address}, {"here", details.place.here}};
  if (!details.place.room.empty()) object["place"]["room"] = details.place.room;
  object["kind"] = to_string(details.kind);
  if (const std::string access = exchange::extras::access_text(details.access); !access.empty())
    object["access"] = access;
  if (details.position) {
    constexpr double kMillion = 1e6;
    object["position"] = Json{{"latitude", details.position->latitude_e6 / kMillion},
                              {"longitude", details.position->longitude_e6 / kMillion}};
  }
  if (!details.organizer.empty()) object["organizer"] = details.organizer;
  if (!details.image_url.empty()) object["image"] = details.image_url;
  if (!details.conference_url.empty()) object["conference"] = details.conference_url;
  if (!details.links.empty()) object["links"] = details.links;
  object["price"] = Json{{"kind", price_name(details.price.kind)}, {"text", details.price.text}};
  object["full"] = details.full;
  if (!details.url.empty()) object["url"] = details.url;
  if (!details.categories.empty()) object["categories"] = details.categories;
  if (event.moved_from) {
    object["moved_from"] = json_of(*event.moved_from);
    object["moved_at"] = iso(event.moved_at);
  }
  if (event.over_at) object["over_at"] = iso(*event.over_at);
  if (event.merged_into) object["merged_into"] = to_string(*event.merged_into);
  if (const auto others = co_organizers(event, merged_with(wall, event)); !others.empty()) {
    object["with"] = Json::array();
    for (const OrganizationId other : others) object["with"].push_back(organization_name(wall, other));
  }
  object["moderation"] = json_of(event.moderation, public_texts(details));
  return object;
}

std::string tally_text(const Tally& tally, const TallySoFar& so_far) {
  if (tally.kind == TallyKind::suspended)
    return fmt::format("{} {} given ahead are left ({} given, {} used)", left(so_far), tally.unit, so_far.given,
                       so_far.used);
  return fmt::format("{0} {1} given come to {2} {1} ({3} become {4})", so_far.given, tally.unit,
                     comes_to(tally, so_far), tally.matched_from, tally.matched_to);
}

Json json_of(const Tally& tally) {
  Json object{{"kind", to_string(tally.kind)}, {"unit", tally.unit}};
  if (tally.kind == TallyKind::matched_gift) object["becomes"] = Json{tally.matched_from, tally.matched_to};
  if (tally.ceiling > 0) object["ceiling"] = tally.ceiling;
  if (tally.gift_ceiling > 0) object["gift_ceiling"] = tally.gift_ceiling;
  if (!tally.url.empty()) object["url"] = tally.url;
  return object;
}

Json json_of(const NeedDetails& details) {
  Json object{{"kind", to_string(details.kind)}, {"title", details.title}};
  if (details.event) object["event"] = to_string(*details.event);
  if (!details.easy_line.empty()) object["easy_line"] = details.easy_line;
  if (!details.description.empty()) object["description"] = details.description;
  if (!details.theme.empty()) object["theme"] = details.theme;
  if (!details.skills.empty()) object["skills"] = details.skills;
  object["slots"] = Json::array();
  for (const Slot& slot : details.slots) object["slots"].push_back(slot_object(slot));
  if (details.closes_at) object["closes_at"] = iso(*details.closes_at);
  if (!details.commitment.empty()) object["commitment"] = details.commitment;
  if (details.no_experience) object["no_experience"] = true;
  if (details.electoral) object["electoral"] = true;
  const WhoMayCome& who = details.who;
  if (const std::string access = exchange::extras::access_text(who.access); !access.empty()) object["access"] = access;
  if (who.age_from > 0) object["age_from"] = who.age_from;
  if (who.groups) object["groups"] = true;
  if (who.taught) object["taught"] = true;
  if (!who.languages.empty()) object["languages"] = who.languages;
  if (details.tally) object["counts"] = json_of(*details.tally);
  return object;
}

Json json_of(const Need& need, const Wall& wall) {
  const NeedDetails& details = need.details;
  Json object{{"id", to_string(need.id)},
              {"organization", organization_name(wall, need.organization)},
              {"missing", missing(need)}};
  object.update(json_of(details));
  if (details.tally) object["so_far"] = Json{{"given", need.so_far.given}, {"used", need.so_far.used}};
  if (need.over_at) object["over_at"] = iso(*need.over_at);
  object["moderation"] = json_of(need.moderation, public_texts(details));
  return object;
}

Json json_of(const Offer& offer) {
  Json object{{"id", to_string(offer.id)}, {"kind", to_string(offer.kind)}};
  object.update(json_of(offer.details));
  object["created_at"] = iso(offer.created_at);
  object["expires_at"] = iso(offer.expires_at);
  object["stage"] = to_string(offer.stage);
  if (offer.joined > 0) object["joined"] = offer.joined;
  if (offer.event) object["event"] = to_string(*offer.event);
  object["moderation"] = json_of(offer.moderation, public_texts(offer.details));
  return object;
}

Json json_of(const Story& story, const Wall& wall) {
  Json object{{"id", to_string(story.id)},
              {"text", story.text},
              {"organization", organization_name(wall, story.organization)},
              {"expires_at", iso(story.expires_at)}};
  if (!story.first_name.empty()) object["first_name"] = story.first_name;
  object["moderation"] = json_of(story.moderation, public_texts(story));
  return object;
}

Json json_of(const Key& key, const Wall& wall) {
  Json object{{"id", to_string(key.id)}, {"role", to_string(key.role)}, {"label", key.label}};
  if (!key.organization.is_nil()) object["organization"] = organization_name(wall, key.organization);
  object["created_at"] = iso(key.created_at);
  if (is_revoked(key)) object["revoked_at"] = iso(key.revoked_at);
  return object;
}

}  // namespace mur::ctl
