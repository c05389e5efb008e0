// murctl feed add|preview|confirm|list|refresh|remove
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/feed_text.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/posting.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/texts.h"
#include "broker/ctl/words.h"
#include "shared/domain/authority.h"
#include "shared/domain/limits.h"

namespace mur::ctl {
namespace {

struct AddOptions {
  std::string url;
  std::string organization;
  std::string name;
  std::string category;
  std::string kind;
};

struct FeedOptions {
  std::string feed;
};

struct ListOptions {
  std::string organization;
};

struct RemoveOptions {
  std::string feed;
  bool keep_events = false;
};

Result<FeedId> find_feed(const Client& client, std::string_view text) {
  const Result<RecordId> found = find_id(client.wall(), text, {RecordKind::feed});
  if (!found) return fail(found.error());
  return FeedId{found->uuid};
}

/// Waits until the broker has written down another fetch of this feed than the one at `before`. Errc::not_found when it
/// went away.
Result<Feed> next_fetch_of(Client& client, FeedId id, TimePoint before) {
  const auto noted = [&](const Wall& wall) {
    const StampedRecord* found = wall.find(record_id(id));
    if (found == nullptr) return false;
    const auto* feed = std::get_if<Feed>(&found->record);
    return feed == nullptr || feed->removing_since || feed->checked_at != before;
  };
  if (Status waited = client.watch(noted, limits::kFetchPatience); !waited) {
    if (waited.error().code != Errc::try_again) return fail(waited.error());
    return fail(
        Errc::try_again, "feed",
        fmt::format("the calendar is still being fetched; see `murctl feed list`, then `murctl feed preview {}`",
                    short_id(id.uuid)));
  }
  const Feed* feed = client.wall().find(id);
  if (feed == nullptr || feed->removing_since)
    return fail(Errc::not_found, "feed", "someone has removed this feed meanwhile");
  return *feed;
}

TimePoint last_fetch_of(const Client& client, FeedId id) { return client.wall().find(id)->checked_at; }

/// Does whoever holds this key handle feeds, or only look?
Reader reader_of(const Client& client) {
  const Key* key = client.wall().key_of(client.key().public_key);
  const bool only_looks = key != nullptr && authority(key->role, Act::confirm_feed) == Grant::never;
  return only_looks ? Reader::asks_others : Reader::handles_feeds;
}

/// Of this feed, on the wall although its last reading lacked them.
std::size_t missing_of(const Wall& wall, FeedId id) {
  std::size_t missing = 0;
  wall.each<Event>([&](const Event& event) { missing += event.feed == id && event.absent_since ? 1U : 0U; });
  return missing;
}

/// Asks again while the broker says that it fetched the feed a moment ago.
Result<Answer> ask_patiently(Client& client, const Query& query) {
  constexpr Milliseconds kPause{500};
  for (Milliseconds waited{}; waited <= limits::kFetchNowEvery; waited += kPause) {
    Result<Answer> answer = client.ask(query);
    if (answer || answer.error().code != Errc::slow_down) return answer;
    const Status paused = client.watch([](const Wall&) { return false; }, kPause);
    if (paused.error().code != Errc::try_again) return fail(paused.error());
  }
  return client.ask(query);
}

Result<FeedPreview> ask_preview(Client& client, FeedId id) {
  Result<Answer> answer = ask_patiently(client, PreviewFeed{id});
  if (!answer) return fail(answer.error());
  if (auto* preview = std::get_if<FeedPreview>(&*answer)) return std::move(*preview);
  return fail(Errc::corrupt, "answer", "the broker answered something else; is it of this version?");
}

/// The list of what would appear; fetched first where the broker holds none.
Status show_preview(Context& context, Client& client, FeedId id) {
  const TimePoint before = last_fetch_of(client, id);
  Result<FeedPreview> preview = ask_preview(client, id);
  if (!preview && preview.error().code == Errc::try_again) {
    const Result<Feed> feed = next_fetch_of(client, id, before);
    if (!feed) return fail(feed.error());
    if (feed->state == FeedState::active) {
      context.say("The calendar is whole again, and the feed is followed as before", json_of(*feed, client.wall()));
      return {};
    }
    preview = ask_preview(client, id);
  }
  if (!preview) return fail(preview.error());
  for (const calendar::Warning& warning : preview->warnings)
    context.warn(fmt::format("line {}: {}: {}; {}", warning.line, warning.property, warning.problem, warning.remedy),
                 Json{{"line", warning.line},
                      {"property", warning.property},
                      {"warning", warning.problem},
                      {"remedy", warning.remedy}});
  context.say(preview_text(*preview, context.zone(), context.width()), json_of(*preview));
  return {};
}

/// A calendar's "#mur" is the category "mur".
std::string category_of(const std::string& text) {
  const std::string word = normalize(text);
  return word.starts_with('#') ? word.substr(1) : word;
}

void describe_add(CLI::App& command, AddOptions& options) {
  command.add_option("URL", options.url, "Its address: https:// or webcal://; file:// for admins")->required();
  command.add_option("--organization", options.organization, "Whose calendar (default: the key's)")
      ->option_text("NAME");
  command.add_option("--name", options.name, "What the wall calls it (default: as the calendar calls itself)");
  command.add_option("--category", options.category, "Only events of this category, or with it as a #hashtag")
      ->option_text("WORD");
  command.add_option("--kind", options.kind, "here or in-town, for all of them (default: as each place says)")
      ->option_text("KIND");
}

Status add(Context& context, const AddOptions& options) {
  FeedDetails details{
      .url = options.url, .name = normalize(options.name), .category = category_of(options.category), .kind = {}};
  if (!options.kind.empty()) {
    const Result<EventKind> kind = read_kind("--kind", options.kind);
    if (!kind) return fail(kind.error());
    details.kind = *kind;
  }
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<OrganizationId> organization = organization_for(**client, options.organization);
  if (!organization) return fail(organization.error());
  const Result<Receipt> receipt =
      (*client)->submit(AddFeed{.organization = *organization, .details = std::move(details)});
  if (!receipt) return fail(receipt.error());
  const FeedId id{receipt->about.uuid};
  const Result<Feed> feed = next_fetch_of(**client, id, TimePoint{});
  if (!feed) return fail(feed.error());
  if (feed->trouble != FeedTrouble::none)
    return fail(
        Errc::closed, "feed",
        fmt::format("feed {} is registered, but {}; mend that and say `murctl feed preview {}`, or `murctl feed "
                    "remove {}`",
                    short_id(id.uuid), feed->problem, short_id(id.uuid), short_id(id.uuid)));
  return show_preview(context, **client, id);
}

void describe_feed(CLI::App& command, FeedOptions& options) {
  command.add_option("ID", options.feed, "Which feed")->required();
}

/// `job(context, client, feed)` with the feed that someone means.
template <class Job>
Status with_feed(Context& context, const std::string& text, const Job& job) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<FeedId> feed = find_feed(**client, text);
  if (!feed) return fail(feed.error());
  return job(**client, *feed);
}

Status preview(Context& context, const FeedOptions& options) {
  return with_feed(context, options.feed,
                   [&](Client& client, FeedId feed) { return show_preview(context, client, feed); });
}

Status confirm(Context& context, const FeedOptions& options) {
  return with_feed(context, options.feed, [&](Client& client, FeedId id) -> Status {
    const std::string name = title_of(*client.wall().find(id));
    const bool was_active = client.wall().find(id)->state == FeedState::active;
    const TimePoint before = last_fetch_of(client, id);
    const Result<Receipt> receipt = client.submit(ConfirmFeed{id});
    if (!receipt) return fail(receipt.error());
    if (was_active) {
      context.say(fmt::format("\"{}\" is followed", name), *receipt, Context::Ending::none);
      return {};
    }
    // What was seen goes up now; the broker notes it as it does a fetch.
    const Result<Feed> feed = next_fetch_of(client, id, before);
    if (!feed) return fail(feed.error());
    if (feed->trouble != FeedTrouble::none) return fail(Errc::closed, "feed", feed->problem);
    std::string text = fmt::format("\"{}\" is followed: {} to come", name, count(feed->coming, "event", "events"));
    if (const std::size_t missing = missing_of(client.wall(), id); missing > 0)
      text += fmt::format("; {} that it lacks {} at the next reading", count(missing, "event", "events"),
                          missing == 1 ? "goes" : "go");
    context.say(text, json_of(*feed, client.wall()));
    return {};
  });
}

Status list(Context& context, const ListOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  OrganizationId organization;
  if (!options.organization.empty()) {
    const Result<OrganizationId> found = find_organization((*client)->wall(), options.organization);
    if (!found) return fail(found.error());
    organization = *found;
  }
  context.show(feed_table((*client)->wall(), context.zone(), (*client)->now(), organization, reader_of(**client)),
               "No calendar is followed; add one with `murctl feed add URL --organization NAME`.");
  return {};
}

Status refresh(Context& context, const FeedOptions& options) {
  return with_feed(context, options.feed, [&](Client& client, FeedId id) -> Status {
    const TimePoint before = last_fetch_of(client, id);
    const Result<Answer> asked = ask_patiently(client, RefreshFeed{id});
    if (!asked) return fail(asked.error());
    const Result<Feed> feed = next_fetch_of(client, id, before);
    if (!feed) return fail(feed.error());
    if (feed->trouble != FeedTrouble::none)
      return fail(Errc::closed, "feed", fmt::format("{}; {}", feed->problem, remedy_of(*feed)));
    if (feed->state == FeedState::proposed) return show_preview(context, client, id);
    context.say(fmt::format("\"{}\" was read: {} to come", title_of(*feed), count(feed->coming, "event", "events")),
                json_of(*feed, client.wall()));
    return {};
  });
}

Status remove(Context& context, const RemoveOptions& options) {
  return with_feed(context, options.feed, [&](Client& client, FeedId id) {
    const Feed& feed = *client.wall().find(id);
    const char* rest = options.keep_events ? "its events stay" : "its coming events go";
    if (feed.state == FeedState::proposed) rest = "nothing of it was put up";
    return context.carry_out(RemoveFeed{.feed = id, .keep_events = options.keep_events},
                             fmt::format("\"{}\" is not followed any more; {}", title_of(feed), rest),
                             Context::Ending::none);
  });
}

}  // namespace

void add_feed_commands(CommandLine& line) {
  CLI::App& noun = line.noun("feed", "Calendars that the broker follows: add, preview, confirm, list, refresh, remove");
  line.command<AddOptions>(noun, "add", "Register a calendar's address and show what would appear", describe_add, add);
  line.command<FeedOptions>(noun, "preview", "Show what would appear", describe_feed, preview);
  line.command<FeedOptions>(noun, "confirm", "\"What the preview shows is right\": put it up", describe_feed, confirm);
  line.command<ListOptions>(
      noun, "list", "Show the feeds: how fresh they are, what is wrong and what to do",
      [](CLI::App& command, ListOptions& options) {
        command.add_option("--organization", options.organization, "Only this one's")->option_text("NAME");
      },
      list);
  line.command<FeedOptions>(noun, "refresh", "Read one now", describe_feed, refresh);
  line.command<RemoveOptions>(
      noun, "remove", "Follow it no more; its coming events go with it",
      [](CLI::App& command, RemoveOptions& options) {
        command.add_option("ID", options.feed, "Which feed")->required();
        command.add_flag("--keep-events", options.keep_events, "Its events stay, as the organization's own");
      },
      remove);
}

}  // namespace mur::ctl
