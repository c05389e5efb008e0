// murctl event duplicates|merge|unmerge|keep-apart
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "broker/ctl/agenda.h"
#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/record_text.h"
#include "shared/domain/same_event.h"

namespace mur::ctl {
namespace {

/// When the next of it begins, as people and programs read it.
struct Begins {
  std::string text;
  std::string iso;
};
Begins begins(const Event& event, const calendar::Zone& zone, TimePoint now) {
  if (const auto next = next_occurrence(event.details.timing, zone, now))
    return {.text = span_text(*next), .iso = iso(next->start_at)};
  return {.text = when_text(event.details.timing.start, zone), .iso = {}};
}

std::string place_text(const Place& place) {
  std::vector<std::string_view> parts;
  for (const std::string* part : {&place.name, &place.room, &place.address})
    if (!part->empty() && std::ranges::find(parts, *part) == parts.end()) parts.emplace_back(*part);
  std::string text = fmt::format("{}", fmt::join(parts, ", "));
  if (place.here) text += text.empty() ? "here" : " (here)";
  return text.empty() ? "no place" : text;
}

std::string why(const Suggestion& suggestion) {
  std::string text;
  if (suggestion.kind == Sameness::co_organized)
    text = "one UID";
  else
    text = suggestion.title == 100 ? "one title" : fmt::format("titles {} % alike", suggestion.title);
  switch (suggestion.place) {
    case PlaceLikeness::same: return text + ", one place";
    case PlaceLikeness::near: return text + ", one place in other words";
    case PlaceLikeness::different: return text + ", other places";
    case PlaceLikeness::unknown: break;
  }
  return text + ", one says no place";
}

Json side(const Event& event, const Wall& wall) {
  return Json{{"id", to_string(event.id)},
              {"title", event.details.title},
              {"organization", organization_name(wall, event.organization)},
              {"place", event.details.place.name},
              {"uid", event.details.uid},
              {"status", to_string(event.moderation.status)}};
}

Status duplicates(Context& context) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  const TimePoint now = (*client)->now();
  using Kind = Table::Column::Kind;
  Table table(
      {{"INTO"}, {"EVENT"}, {"BEGINS"}, {"TITLE", Kind::long_text}, {"ORGANIZATION", Kind::long_text}, {"WHY"}});
  for (const Suggestion& suggestion : suggestions(wall, now)) {
    const Event& into = *wall.find(suggestion.into);
    const Event& event = *wall.find(suggestion.event);
    const Begins when = begins(into, zone, now);
    const auto told = [&wall](const Event& one) {
      return fmt::format("{}  \"{}\" by {}, {}", short_id(one.id.uuid), one.details.title,
                         organization_name(wall, one.organization), place_text(one.details.place));
    };
    table.add({short_id(into.id.uuid), short_id(event.id.uuid), when.text, into.details.title,
               organization_name(wall, into.organization), why(suggestion)},
              Json{{"into", side(into, wall)},
                   {"event", side(event, wall)},
                   {"begins_at", when.iso},
                   {"kind", to_string(suggestion.kind)},
                   {"title_likeness", suggestion.title},
                   {"place_likeness", to_string(suggestion.place)}},
              {told(into), told(event)});
  }
  const bool any = !table.empty();
  context.show(table, "No two events look like the same one.");
  if (any && !context.json())
    context.out()
        << "\nThe same: `murctl event merge INTO EVENT`. Not the same: `murctl event keep-apart INTO EVENT`.\n";
  return {};
}

struct PairOptions {
  std::string one;
  std::string other;
};

/// The event that someone names.
Result<const Event*> named(const Wall& wall, const std::string& text) {
  const Result<RecordId> id = find_id(wall, text, {RecordKind::event});
  if (!id) return fail(id.error());
  return wall.find(EventId{id->uuid});
}

/// Sends what `make(one, other)` says of the two that someone names.
template <class Make>
Status about_two(Context& context, const PairOptions& options, const Make& make) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const Result<const Event*> one = named(wall, options.one);
  if (!one) return fail(one.error());
  const Result<const Event*> other = named(wall, options.other);
  if (!other) return fail(other.error());
  return make(wall, **one, **other);
}

Status merge(Context& context, const PairOptions& options) {
  return about_two(context, options, [&context](const Wall& wall, const Event& into, const Event& event) {
    const std::string what =
        fmt::format("\"{}\" ({}) is shown as part of \"{}\" ({}); `murctl event unmerge {}` undoes it",
                    event.details.title, organization_name(wall, event.organization), into.details.title,
                    organization_name(wall, into.organization), short_id(event.id.uuid));
    return context.carry_out(MergeEvents{.into = into.id, .event = event.id}, what, Context::Ending::none);
  });
}

Status keep_apart(Context& context, const PairOptions& options) {
  return about_two(context, options, [&context](const Wall& wall, const Event& one, const Event& other) {
    const std::string what = fmt::format("\"{}\" ({}) and \"{}\" ({}) are kept apart, and not suggested again",
                                         one.details.title, organization_name(wall, one.organization),
                                         other.details.title, organization_name(wall, other.organization));
    return context.carry_out(KeepApart{.one = one.id, .other = other.id}, what, Context::Ending::none);
  });
}

struct OneOptions {
  std::string event;
};

Status unmerge(Context& context, const OneOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<const Event*> event = named((*client)->wall(), options.event);
  if (!event) return fail(event.error());
  const std::string what = fmt::format("\"{}\" stands for itself again", (*event)->details.title);
  return context.carry_out(UnmergeEvent{.event = (*event)->id}, what);
}

}  // namespace

void add_event_merge_commands(CommandLine& line, CLI::App& events) {
  line.command(events, "duplicates", "Show which events look like the same one, told twice", duplicates);
  line.command<PairOptions>(
      events, "merge", "Show one event as part of another, with both organizations",
      [](CLI::App& command, PairOptions& options) {
        command.add_option("INTO", options.one, "The one that stays")->required();
        command.add_option("EVENT", options.other, "The one that is shown with it")->required();
      },
      merge);
  line.command<OneOptions>(
      events, "unmerge", "Undo a merge",
      [](CLI::App& command, OneOptions& options) {
        command.add_option("EVENT", options.event, "What was merged")->required();
      },
      unmerge);
  line.command<PairOptions>(
      events, "keep-apart", "Say that two events are not the same, so that they are not suggested again",
      [](CLI::App& command, PairOptions& options) {
        command.add_option("EVENT", options.one, "One of them")->required();
        command.add_option("OTHER", options.other, "The other one")->required();
      },
      keep_apart);
}

}  // namespace mur::ctl
