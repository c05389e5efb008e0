#include "broker/ctl/feed_text.h"

#include <fmt/format.h>

#include "broker/ctl/dates.h"
#include "broker/ctl/plain.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/words.h"

namespace mur::ctl {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;

std::string in_words(PreviewChange change) {
  switch (change) {
    case PreviewChange::added: return "new";
    case PreviewChange::changed: return "changed";
    case PreviewChange::same: return "as it is";
    case PreviewChange::vanishes: return "would go";
    case PreviewChange::elsewhere: return "another feed's";
  }
  return "unknown";
}

/// The events themselves are the feed's until it is confirmed, so the state says what a person is asked for.
std::string next_step(const FeedPreview& preview) {
  const std::string id = short_id(preview.feed.uuid);
  switch (preview.state) {
    case FeedState::proposed:
      return fmt::format(
          "Nothing of it is on the wall yet. Is this right? Then `murctl feed confirm {}`; else "
          "`murctl feed remove {}`.",
          id, id);
    case FeedState::quarantined:
      return fmt::format(
          "What was there before stays up. Is the smaller calendar right? Then `murctl feed confirm {}`; "
          "else mend the calendar: the feed heals by itself.",
          id);
    case FeedState::active: break;
  }
  return {};
}

std::string next_text(const Feed& feed, const Wall& wall, const calendar::Zone& hub) {
  const Organization* organization = wall.find(feed.organization);
  if (feed.removing_since) return "";
  if (organization != nullptr && organization->trust == Trust::suspended) return "waits: suspended";
  if (feed.state == FeedState::proposed && feed.good_at != TimePoint{}) return "once confirmed";
  return moment_text(feed.next_at, hub);
}

std::vector<std::string> notes_of(const Feed& feed, const calendar::Zone& hub, Reader reader) {
  std::vector<std::string> notes;
  if (feed.trouble != FeedTrouble::none)
    notes.push_back(fmt::format("{}{}: {}", to_string(feed.trouble),
                                feed.failing_since ? " since " + moment_text(*feed.failing_since, hub) : "",
                                plain(feed.problem)));
  if (std::string remedy = remedy_of(feed, reader); !remedy.empty()) notes.push_back(std::move(remedy));
  return notes;
}

std::string when_of(const PreviewItem& item, const calendar::Zone& hub) {
  return when_text(item.start, hub) + (item.repeats ? " …" : "");
}

std::string becomes(const PreviewItem& item) {
  std::string text = in_words(item.change);
  if (item.status == calendar::EventStatus::cancelled) text += ", cancelled";
  if (item.waits) text += ", waits for review";
  return text;
}

/// For who may do it.
std::string own_remedy(const Feed& feed) {
  const std::string id = short_id(feed.id.uuid);
  if (feed.removing_since) return {};
  switch (feed.trouble) {
    case FeedTrouble::none:
      return feed.state == FeedState::proposed && feed.good_at != TimePoint{}
                 ? fmt::format("look with `murctl feed preview {}`, then `murctl feed confirm {}`", id, id)
                 : std::string{};
    case FeedTrouble::shrunk:
      return fmt::format(
          "nothing vanishes meanwhile; is the smaller calendar right? Look with `murctl feed preview {}`, "
          "then `murctl feed confirm {}`",
          id, id);
    case FeedTrouble::forbidden:
      return fmt::format(
          "`murctl feed remove {}`, and add the right address; or mend that, then `murctl feed refresh {}`", id, id);
    default: break;
  }
  if (feed.state == FeedState::quarantined)
    return fmt::format("what was read last stays up; mend it, then `murctl feed refresh {}`: it heals by itself", id);
  return fmt::format("it is tried again by itself; to try now: `murctl feed refresh {}`", id);
}

}  // namespace

std::string age_text(TimePoint at, TimePoint now) {
  if (at == TimePoint{}) return "never";
  const auto age = now - at;
  if (age < minutes{1}) return "just now";
  if (age < hours{1}) return fmt::format("{} min ago", floor<minutes>(age).count());
  if (age < days{2}) return fmt::format("{} h ago", floor<hours>(age).count());
  return fmt::format("{} days ago", floor<days>(age).count());
}

std::string state_text(const Feed& feed) {
  if (feed.removing_since) return "is being removed";
  switch (feed.state) {
    case FeedState::proposed: return "to be confirmed";
    case FeedState::active: return feed.trouble == FeedTrouble::none ? "followed" : "followed, in trouble";
    case FeedState::quarantined: return "quarantined";
  }
  return "unknown";
}

std::string remedy_of(const Feed& feed, Reader reader) {
  const std::string remedy = own_remedy(feed);
  return remedy.empty() || reader == Reader::handles_feeds ? remedy : "its organization or an admin can say: " + remedy;
}

Table feed_table(const Wall& wall, const calendar::Zone& hub, TimePoint now, OrganizationId organization,
                 Reader reader) {
  using Kind = Table::Column::Kind;
  Table table({{"ID"},
               {"NAME", Kind::long_text},
               {"OF", Kind::long_text},
               {"FROM", Kind::long_text},
               {"STATE"},
               {"COMING", Kind::number},
               {"READ"},
               {"NEXT"}});
  wall.each<Feed>([&](const Feed& feed) {
    if (!organization.is_nil() && feed.organization != organization) return;
    table.add(
        {short_id(feed.id.uuid), title_of(feed), organization_name(wall, feed.organization), host_of(feed.details.url),
         state_text(feed), std::to_string(feed.coming), age_text(feed.good_at, now), next_text(feed, wall, hub)},
        json_of(feed, wall, reader), notes_of(feed, hub, reader));
  });
  return table;
}

Json json_of(const Feed& feed, const Wall& wall, Reader reader) {
  Json object{{"id", to_string(feed.id)},
              {"name", feed.details.name},
              {"organization", organization_name(wall, feed.organization)},
              {"host", host_of(feed.details.url)},
              {"category", feed.details.category},
              {"state", feed.removing_since ? "removing" : to_string(feed.state)},
              {"trouble", to_string(feed.trouble)},
              {"coming", feed.coming},
              {"failures", feed.failures}};
  if (feed.trouble != FeedTrouble::none) object["problem"] = feed.problem;
  if (std::string remedy = remedy_of(feed, reader); !remedy.empty()) object["remedy"] = std::move(remedy);
  if (feed.checked_at != TimePoint{}) object["checked_at"] = iso(feed.checked_at);
  if (feed.good_at != TimePoint{}) object["good_at"] = iso(feed.good_at);
  if (feed.failing_since) object["failing_since"] = iso(*feed.failing_since);
  object["next_at"] = iso(feed.next_at);
  return object;
}

std::string preview_text(const FeedPreview& preview, const calendar::Zone& hub, std::size_t width) {
  using Kind = Table::Column::Kind;
  Table table({{"WHEN"}, {"TITLE", Kind::long_text}, {"ON THE WALL"}});
  for (const PreviewItem& item : preview.items) {
    std::vector<std::string> notes;
    if (!item.marks.empty()) notes.push_back("look at: " + marks_text(item.marks));
    if (item.holder)
      notes.push_back(fmt::format("feed {0} brings it, in other words; to take these, `murctl feed remove {0}` first",
                                  short_id(item.holder->uuid)));
    table.add({when_of(item, hub), item.title, becomes(item)}, Json{}, std::move(notes));
  }
  std::string text = fmt::format("feed {}{}: {}\n", short_id(preview.feed.uuid),
                                 preview.name.empty() ? std::string{} : fmt::format(" \"{}\"", plain(preview.name)),
                                 count(preview.total - preview.vanishing, "event", "events"));
  if (!table.empty()) text += "\n" + table.text(width);
  if (preview.total > preview.items.size())
    text += fmt::format("… and {} more\n", preview.total - preview.items.size());
  text += '\n';
  const auto row = [&text](std::size_t number, const char* what) {
    if (number > 0) text += fmt::format("  {} {}\n", number, what);
  };
  row(preview.waiting, "would wait for review");
  row(preview.vanishing, "on record, not in the file any more");
  row(preview.past, "past and left out");
  row(preview.private_left, "private and left out");
  row(preview.other_category, "of another category and left out");
  row(preview.left_out, "left out, as the warnings say");
  return text + next_step(preview);
}

Json json_of(const FeedPreview& preview) {
  Json items = Json::array();
  for (const PreviewItem& item : preview.items) {
    Json marks = Json::array();
    for (const screening::Mark& mark : item.marks)
      marks.push_back(Json{{"kind", to_string(mark.kind)}, {"field", mark.field}});
    Json object{{"title", item.title}, {"start", json_of(item.start)}};
    if (item.end) object["end"] = json_of(*item.end);
    object["repeats"] = item.repeats;
    object["cancelled"] = item.status == calendar::EventStatus::cancelled;
    object["change"] = to_string(item.change);
    object["waits"] = item.waits;
    object["marks"] = std::move(marks);
    if (item.holder) object["holder"] = to_string(*item.holder);
    items.push_back(std::move(object));
  }
  return Json{{"id", to_string(preview.feed)},
              {"state", to_string(preview.state)},
              {"name", preview.name},
              {"total", preview.total},
              {"waiting", preview.waiting},
              {"vanishing", preview.vanishing},
              {"components", preview.components},
              {"past", preview.past},
              {"private", preview.private_left},
              {"left_out", preview.left_out},
              {"other_category", preview.other_category},
              {"items", std::move(items)}};
}

}  // namespace mur::ctl
