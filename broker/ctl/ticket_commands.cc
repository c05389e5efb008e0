// murctl ticket show|withdraw|restore
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/reply_text.h"
#include "broker/ctl/words.h"
#include "shared/base/seal.h"
#include "shared/protocol/codec.h"

namespace mur::ctl {
namespace {

struct CodeOptions {
  std::string code;
};

void describe(CLI::App& command, CodeOptions& options) {
  command.add_option("CODE", options.code, "The nine characters of the ticket, in any case, with blanks or without")
      ->required();
}

/// The code, so that only the broker reads it.
Result<Bytes> sealed(Client& client, const std::string& typed) {
  const Result<std::string> code = parse_ticket_code(typed);
  if (!code) return fail(code.error());
  return seal(client.key().hub_key, protocol::encode_ticket(TicketSecret{.code = *code}));
}

Status show(Context& context, const CodeOptions& options) {
  const Result<std::string> code = parse_ticket_code(options.code);
  if (!code) return fail(code.error());
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<Answer> answer = (*client)->ask(ShowTicket{*code});
  if (!answer) return fail(answer.error());
  const auto* state = std::get_if<TicketState>(&*answer);
  if (state == nullptr)
    return fail(Errc::corrupt, "answer", "the broker answered something else; is it of this version?");

  if (state->reply) {
    std::string text = fmt::format("{}: {}", format_ticket_code(*code), text_of(*state->reply, context.zone()));
    if (state->can_undo) text += "\n  undo      `murctl ticket restore CODE` brings it back";
    Json object{{"post", to_string(state->post)}, {"reply", json_of(*state->reply)}, {"can_undo", state->can_undo}};
    context.say(text, object);
    return {};
  }
  std::string text = fmt::format("{}: {}\n  state     {}", format_ticket_code(*code), text_of(state->details),
                                 in_words(state->status));
  if (state->reason != Reason::none) text += fmt::format("\n  because   {} {}", in_words(state->reason), state->note);
  text += "\n  until     " + moment_text(state->expires_at, context.zone());
  if (state->can_undo) text += "\n  undo      `murctl ticket restore CODE` brings it back";
  Json object{{"post", to_string(state->post)}, {"status", to_string(state->status)}};
  if (state->reason != Reason::none) object["reason"] = to_string(state->reason);
  if (!state->note.empty()) object["note"] = state->note;
  object["offer"] = json_of(state->details);
  object["expires_at"] = iso(state->expires_at);
  object["can_undo"] = state->can_undo;
  context.say(text, object);
  return {};
}

Status withdraw(Context& context, const CodeOptions& options) {
  const Result<Client*> client = context.client(Client::Look::answers);
  if (!client) return fail(client.error());
  Result<Bytes> box = sealed(**client, options.code);
  if (!box) return fail(box.error());
  return context.carry_out(WithdrawByTicket{std::move(*box)},
                           "It is taken back; `murctl ticket restore` undoes that for 24 hours", Context::Ending::none);
}

Status restore(Context& context, const CodeOptions& options) {
  const Result<Client*> client = context.client(Client::Look::answers);
  if (!client) return fail(client.error());
  Result<Bytes> box = sealed(**client, options.code);
  if (!box) return fail(box.error());
  return context.carry_out(RestoreByTicket{std::move(*box)}, "It is there again", Context::Ending::none);
}

struct TellOptions : CodeOptions {
  bool met = false;
  bool nobody = false;
};

void describe_tell(CLI::App& command, TellOptions& options) {
  describe(command, options);
  auto* met = command.add_flag("--met", options.met, "You met");
  command.add_flag("--nobody", options.nobody, "Nobody was there")->excludes(met);
}

Status tell(Context& context, const TellOptions& options) {
  if (options.met == options.nobody) return fail(Errc::invalid, "--met", "did you meet? Say --met or --nobody");
  const Result<Client*> client = context.client(Client::Look::answers);
  if (!client) return fail(client.error());
  Result<Bytes> box = sealed(**client, options.code);
  if (!box) return fail(box.error());
  return context.carry_out(TellByTicket{.sealed_ticket = std::move(*box), .met = options.met}, "Thank you; it is noted",
                           Context::Ending::none);
}

}  // namespace

void add_ticket_commands(CommandLine& line) {
  CLI::App& noun = line.noun("ticket", "What the holder of a ticket may do: show, withdraw, restore, tell");
  line.command<CodeOptions>(noun, "show", "Say where the post of a ticket stands", describe, show);
  line.command<CodeOptions>(noun, "withdraw", "Take the post off the wall", describe, withdraw);
  line.command<CodeOptions>(noun, "restore", "Undo a withdrawal", describe, restore);
  line.command<TellOptions>(noun, "tell", "Afterwards: did you meet?", describe_tell, tell);
}

}  // namespace mur::ctl
