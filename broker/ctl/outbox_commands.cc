// murctl outbox list|show|done: whom to tell what became of their reply, and how.
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/plain.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/reply_text.h"
#include "broker/mail/letter.h"

namespace mur::ctl {
namespace {

std::string in_words(News news) {
  switch (news) {
    case News::place_held: return "a place is held";
    case News::accepted: return "accepted";
    case News::declined: return "declined";
    case News::expired: return "nobody answered in time";
    case News::fell_through: return "falls through";
    case News::moved: return "another time";
    case News::reminder: return "reminder";
    case News::answer_waits: return "an organization answered";
    case News::answer_agreed: return "an organization answered";
    case News::answer_back: return "the answer is taken back";
    case News::date_set: return "a date is set";
  }
  return "unknown";
}

std::string in_words(Channel channel) {
  switch (channel) {
    case Channel::letter: return "a letter";
    case Channel::organization_calls: return "the organization calls";
    case Channel::desk_calls: return "the desk calls";
    case Channel::ticket: return "ticket, at the desk";
  }
  return "unknown";
}

Json json_of(const Telling& telling, const Reply& reply, const Wall& wall) {
  return Json{{"reply", to_string(telling.reply)},     {"news", to_string(telling.news)},
              {"channel", to_string(telling.channel)}, {"organization", organization_name(wall, reply.organization)},
              {"title", answered_of(reply, wall)},     {"first_name", reply.first_name},
              {"since", iso(telling.since)},           {"due_at", iso(telling.due_at)}};
}

struct ListOptions {
  bool to_call = false;
  bool letters = false;
};

void describe_list(CLI::App& command, ListOptions& options) {
  auto* to_call = command.add_flag("--to-call", options.to_call, "Only who is to be called");
  command.add_flag("--letters", options.letters, "Only the letters")->excludes(to_call);
}

bool is_wanted(Channel channel, const ListOptions& options) {
  if (options.letters) return channel == Channel::letter;
  if (options.to_call) return channel == Channel::organization_calls || channel == Channel::desk_calls;
  return true;
}

Status list(Context& context, const ListOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  using Kind = Table::Column::Kind;
  Table table({{"ID"}, {"NEWS"}, {"OF", Kind::long_text}, {"WHEN"}, {"WHO"}, {"HOW"}, {"BY"}});
  for (const Telling& telling : tellings(wall, (*client)->now())) {
    if (!is_wanted(telling.channel, options)) continue;
    const Reply& reply = *wall.find(telling.reply);
    table.add({short_id(reply.id.uuid), in_words(telling.news), answered_of(reply, wall), when_of(reply, wall, zone),
               reply.first_name, in_words(telling.channel), moment_text(telling.due_at, zone)},
              json_of(telling, reply, wall));
  }
  context.show(table, "Everyone knows what there is to know.");
  return {};
}

struct IdOptions {
  std::string id;
};
void describe_id(CLI::App& command, IdOptions& options) {
  command.add_option("ID", options.id, "Whose: the id of the reply")->required();
}

struct Found {
  const Reply* reply;
  Telling telling;
};
Result<Found> find(const Client& client, const std::string& text) {
  const Wall& wall = client.wall();
  const Result<RecordId> id = find_id(wall, text, {RecordKind::reply});
  if (!id) return fail(id.error());
  const Reply* reply = wall.find(ReplyId{id->uuid});
  const auto telling = telling_of(wall, *reply, client.now());
  if (!telling) return fail(Errc::closed, "ID", "this person knows how it stands; see `murctl outbox list`");
  return Found{.reply = reply, .telling = *telling};
}

Status show(Context& context, const IdOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<Found> found = find(**client, options.id);
  if (!found) return fail(found.error());
  const Wall& wall = (*client)->wall();
  const broker::Letter letter = broker::write_letter(wall, found->telling, context.zone(), (*client)->now());
  Json object = json_of(found->telling, *found->reply, wall);
  object["subject"] = letter.subject;
  object["text"] = letter.text;
  std::string text =
      fmt::format("{}, before {}\n\n{}\n\n{}", in_words(found->telling.channel),
                  moment_text(found->telling.due_at, context.zone()), plain(letter.subject), plain_lines(letter.text));
  context.say(text, object);
  return {};
}

Status done(Context& context, const IdOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<Found> found = find(**client, options.id);
  if (!found) return fail(found.error());
  return context.carry_out(
      NoteTold{.reply = found->reply->id, .status = found->reply->status, .begins_at = found->reply->begins_at},
      "They know");
}

}  // namespace

void add_outbox_commands(CommandLine& line) {
  CLI::App& noun = line.noun("outbox", "Whom to tell what became of their reply: list, show, done; and organizations");
  line.command<ListOptions>(noun, "list", "Show who does not know yet, the most urgent first", describe_list, list);
  line.command<IdOptions>(noun, "show", "Show the letter, or what to say on the telephone", describe_id, show);
  line.command<IdOptions>(noun, "done", "They have been told", describe_id, done);
  add_organization_outbox_commands(line, noun);
}

}  // namespace mur::ctl
