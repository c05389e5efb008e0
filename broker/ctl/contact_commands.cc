// murctl contact open
#include "broker/ctl/commands.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/texts.h"

namespace mur::ctl {
namespace {

struct OpenOptions {
  std::string post;
  std::string reason;
};

void describe(CLI::App& command, OpenOptions& options) {
  command.add_option("POST", options.post, "Whose contact: the id of the offer or reply")->required();
  command.add_option("--reason", options.reason, "Why; it stays in the audit trail for a year")
      ->required()
      ->option_text("TEXT");
}

Status open(Context& context, const OpenOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<RecordId> post = find_id((*client)->wall(), options.post, {RecordKind::offer, RecordKind::reply, RecordKind::event});
  if (!post) return fail(post.error());
  const Result<Answer> answer = (*client)->ask(OpenContact{.post = *post, .reason = normalize(options.reason)});
  if (!answer) return fail(answer.error());
  const auto* opened = std::get_if<ContactOpened>(&*answer);
  if (opened == nullptr)
    return fail(Errc::corrupt, "answer", "the broker answered something else; is it of this version?");
  context.say(opened->contact, Json{{"kind", to_string(opened->kind)}, {"contact", opened->contact}});
  return {};
}

}  // namespace

void add_contact_commands(CommandLine& line) {
  CLI::App& noun = line.noun("contact", "How to reach a person: open");
  line.command<OpenOptions>(noun, "open", "Show how to reach who left a post, with a written reason", describe, open);
}

}  // namespace mur::ctl
