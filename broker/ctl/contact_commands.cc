// murctl contact open|find|export|erase|block|unblock|blocks|wrong
#include <fmt/format.h>

#include <iostream>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/left_text.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/reply_text.h"
#include "broker/ctl/texts.h"
#include "shared/base/seal.h"
#include "shared/domain/limits.h"

namespace mur::ctl {
namespace {

struct OpenOptions {
  std::string post;
  std::string reason;
};

void describe_reason(CLI::App& command, std::string& reason) {
  command.add_option("--reason", reason, "Why; it stays in the audit trail for a year")
      ->required()
      ->option_text("TEXT");
}

void describe_open(CLI::App& command, OpenOptions& options) {
  command.add_option("POST", options.post, "Whose contact: the id of the offer, reply or proposal")->required();
  describe_reason(command, options.reason);
}

Result<RecordId> post_of(const Wall& wall, const std::string& named) {
  return find_id(wall, named, {RecordKind::offer, RecordKind::reply, RecordKind::event});
}

std::unexpected<Error> other_answer() {
  return fail(Errc::corrupt, "answer", "the broker answered something else; is it of this version?");
}

Status open(Context& context, const OpenOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<RecordId> post = post_of((*client)->wall(), options.post);
  if (!post) return fail(post.error());
  const Result<Answer> answer = (*client)->ask(OpenContact{.post = *post, .reason = normalize(options.reason)});
  if (!answer) return fail(answer.error());
  const auto* opened = std::get_if<ContactOpened>(&*answer);
  if (opened == nullptr) return other_answer();
  context.say(opened->contact, Json{{"kind", to_string(opened->kind)}, {"contact", opened->contact}});
  return {};
}

/// A contact that somebody at the desk names; "-" reads it from standard input, so that no shell keeps it.
struct ContactOptions {
  std::string contact;
  std::string reason;
};

void describe_contact(CLI::App& command, ContactOptions& options) {
  command.add_option("CONTACT", options.contact, "The number or address; - reads it from standard input")->required();
  describe_reason(command, options.reason);
}

Result<Bytes> sealed(const Client& client, const ContactOptions& options) {
  std::string typed = options.contact;
  if (typed == "-") std::getline(std::cin, typed);
  const std::string contact = normalize(typed);
  if (contact.empty() || contact.size() > limits::kContact)
    return fail(Errc::invalid, "CONTACT", "give a phone number or an e-mail address");
  return seal(client.key().hub_key, as_bytes(contact));
}

/// What was left with it, as the desk's own copy of the records has it.
Result<ContactFound> look_for(Client& client, const ContactOptions& options) {
  Result<Bytes> box = sealed(client, options);
  if (!box) return fail(box.error());
  Result<Answer> answer =
      client.ask(FindContact{.sealed_contact = *std::move(box), .reason = normalize(options.reason)});
  if (!answer) return fail(answer.error());
  auto* found = std::get_if<ContactFound>(&*answer);
  if (found == nullptr) return other_answer();
  return std::move(*found);
}

Json json_of_post(const RecordId& id, const Wall& wall) {
  Json object{{"id", to_string(id)}};
  if (Json left = json_of_left(id, wall); !left.is_null()) object[to_string(id.kind)] = std::move(left);
  return object;
}

/// A post's title; what a reply answers.
std::string what_of(const RecordId& id, const Wall& wall) {
  const StampedRecord* stamped = wall.find(id);
  if (stamped == nullptr) return {};
  const auto* reply = std::get_if<Reply>(&stamped->record);
  return reply == nullptr ? title_of(stamped->record) : answered_of(*reply, wall);
}

Status find(Context& context, const ContactOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<ContactFound> found = look_for(**client, options);
  if (!found) return fail(found.error());
  const Wall& wall = (*client)->wall();
  Table table{{{"ID"}, {"WHAT", Table::Column::Kind::long_text}}};
  for (const RecordId& id : found->posts) {
    table.add({to_string(id), what_of(id, wall)}, json_of_post(id, wall));
  }
  context.show(table, found->blocked ? "Nothing was left with this contact; it is blocked."
                                     : "Nothing was left with this contact.");
  if (found->blocked && !found->posts.empty()) context.warn("this contact is blocked");
  return {};
}

/// Everything of one person, as one JSON object (GDPR art. 15 and 20).
Status export_all(Context& context, const ContactOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<ContactFound> found = look_for(**client, options);
  if (!found) return fail(found.error());
  Json posts = Json::array();
  for (const RecordId& id : found->posts) posts.push_back(json_of_post(id, (*client)->wall()));
  const Json object{{"left_with_this_contact", std::move(posts)}, {"blocked", found->blocked}};
  context.say(object.dump(2), object);
  return {};
}

Status erase(Context& context, const ContactOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  Result<Bytes> box = sealed(**client, options);
  if (!box) return fail(box.error());
  return context.carry_out(
      EraseContact{.sealed_contact = *std::move(box), .reason = normalize(options.reason)},
      "Everything that was left with this contact is gone, and stays gone when a backup is restored",
      Context::Ending::none);
}

struct BlockOptions : ContactOptions {
  std::string until;
};

void describe_block(CLI::App& command, BlockOptions& options) {
  describe_contact(command, options);
  command.add_option("--until", options.until, "It ends by itself then (default: never)")->option_text("TIME");
}

Status block(Context& context, const BlockOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  Result<Bytes> box = sealed(**client, options);
  if (!box) return fail(box.error());
  BlockContact command{.sealed_contact = *std::move(box), .reason = normalize(options.reason)};
  if (!options.until.empty()) {
    const Result<TimePoint> until = parse_moment("--until", options.until, context.zone());
    if (!until) return fail(until.error());
    command.until = *until;
  }
  return context.carry_out(std::move(command), "This contact is not taken any more", Context::Ending::none);
}

struct IdOptions {
  std::string id;
};

Status unblock(Context& context, const IdOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<RecordId> id = find_id((*client)->wall(), options.id, {RecordKind::contact_block});
  if (!id) return fail(id.error());
  return context.carry_out(UnblockContact{ContactBlockId{id->uuid}}, "It is taken again", Context::Ending::none);
}

Status blocks(Context& context) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const calendar::Zone zone = context.zone();
  Table table{{{"ID"}, {"WHY", Table::Column::Kind::long_text}, {"SINCE"}, {"UNTIL"}}};
  (*client)->wall().each<ContactBlock>([&](const ContactBlock& block) {
    Json object{{"id", to_string(block.id)}, {"reason", block.reason}, {"created_at", iso(block.created_at)}};
    if (block.until) object["until"] = iso(*block.until);
    table.add({short_id(block.id.uuid), block.reason, moment_text(block.created_at, zone),
               block.until ? moment_text(*block.until, zone) : "for good"},
              std::move(object));
  });
  context.show(table, "No contact is blocked.");
  return {};
}

Status wrong(Context& context, const IdOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<RecordId> post = post_of((*client)->wall(), options.id);
  if (!post) return fail(post.error());
  return context.carry_out(WrongPerson{*post},
                           "This number or address is erased everywhere, and not taken again. Please say sorry",
                           Context::Ending::none);
}

}  // namespace

void add_contact_commands(CommandLine& line) {
  CLI::App& noun =
      line.noun("contact", "How to reach a person: open, wrong, find, export, erase, block, unblock, blocks");
  line.command<OpenOptions>(noun, "open", "Show how to reach who left a post, with a written reason", describe_open,
                            open);
  line.command<IdOptions>(
      noun, "wrong", "“This is not the right person”: erase the contact everywhere, and take it no more",
      [](CLI::App& command, IdOptions& options) {
        command.add_option("POST", options.id, "What it was left with")->required();
      },
      wrong);
  line.command<ContactOptions>(noun, "find", "Show what was left with a contact", describe_contact, find);
  line.command<ContactOptions>(noun, "export", "The same in full, as JSON, for who asks for it", describe_contact,
                               export_all);
  line.command<ContactOptions>(noun, "erase", "Erase all that was left with a contact, for good", describe_contact,
                               erase);
  line.command<BlockOptions>(noun, "block", "Take nothing more with a contact", describe_block, block);
  line.command<IdOptions>(
      noun, "unblock", "Take it again",
      [](CLI::App& command, IdOptions& options) { command.add_option("ID", options.id, "Which block")->required(); },
      unblock);
  line.command(noun, "blocks", "Show what is blocked; never whose it is", blocks);
}

}  // namespace mur::ctl
