// murctl ticket show|withdraw|restore|renew|accept|decline|tell|story|take-story-back|appeal
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/reply_text.h"
#include "broker/ctl/words.h"
#include "shared/base/seal.h"
#include "shared/base/text.h"
#include "shared/domain/other_needs.h"
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

Result<TicketState> state_of(Client& client, const std::string& code) {
  Result<Answer> answer = client.ask(ShowTicket{code});
  if (!answer) return fail(answer.error());
  auto* state = std::get_if<TicketState>(&*answer);
  if (state == nullptr)
    return fail(Errc::corrupt, "answer", "the broker answered something else; is it of this version?");
  return std::move(*state);
}

/// What the broker says of the ticket that was typed.
struct LookedUp {
  Client* client;
  std::string code;
  TicketState state;
};
Result<LookedUp> look_up(Context& context, const CodeOptions& options) {
  Result<std::string> code = parse_ticket_code(options.code);
  if (!code) return fail(code.error());
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  Result<TicketState> state = state_of(**client, *code);
  if (!state) return fail(state.error());
  return LookedUp{.client = *client, .code = *std::move(code), .state = *std::move(state)};
}

/// What was told of the meeting, or that it may be.
void add_story(const TicketState& state, std::string& text, Json& object) {
  object["may_tell_story"] = state.may_tell_story;
  if (state.story) {
    const StoryTold& story = *state.story;
    text += fmt::format("\n  story     {}: \"{}\"{}{}", in_words(story.status), story.text,
                        story.first_name.empty() ? "" : ", ", story.first_name);
    if (story.reason != Reason::none) text += fmt::format(" ({} {})", in_words(story.reason), story.note);
    object["story"] =
        Json{{"status", to_string(story.status)}, {"text", story.text}, {"expires_at", iso(story.expires_at)}};
    if (!story.first_name.empty()) object["story"]["first_name"] = story.first_name;
  } else if (state.may_tell_story) {
    text += "\n  story     `murctl ticket story CODE --text …` tells others how it was";
  }
}

/// Where else people are looked for, for whoever was turned down.
void add_others(const ReplyTold& told, const Client& client, std::string& text, Json& object) {
  const bool turned_down = told.status == ReplyStatus::declined || told.status == ReplyStatus::expired ||
                           told.status == ReplyStatus::fell_through;
  if (!turned_down || told.to_idea) return;
  object["others"] = Json::array();
  for (const NeedId id : other_needs(client.wall(), told.need_id, client.now())) {
    const Need& need = *client.wall().find(id);
    text += fmt::format("\n  instead   {} {}, {}", short_id(id.uuid), need.details.title,
                        organization_name(client.wall(), need.organization));
    object["others"].push_back(Json{{"id", to_string(id)}, {"title", need.details.title}});
  }
}

Status show(Context& context, const CodeOptions& options) {
  const Result<LookedUp> found = look_up(context, options);
  if (!found) return fail(found.error());
  const TicketState& state = found->state;

  if (state.reply) {
    std::string text = fmt::format("{}: {}", format_ticket_code(found->code), text_of(*state.reply, context.zone()));
    if (state.can_undo) text += "\n  undo      `murctl ticket restore CODE` brings it back";
    Json object{{"post", to_string(state.post)}, {"reply", json_of(*state.reply)}, {"can_undo", state.can_undo}};
    add_others(*state.reply, *found->client, text, object);
    add_story(state, text, object);
    context.say(text, object);
    return {};
  }
  if (state.report) {
    const ReportTold& told = *state.report;
    std::string text =
        fmt::format("{}: a report, {}{}\n  state     {}", format_ticket_code(found->code), in_words(told.reason),
                    told.post.empty() ? "" : ": \"" + told.post + "\"", in_words(told.status));
    if (!told.note.empty()) text += "\n  because   " + told.note;
    text += told.on_wall ? "\n  the post  is on the wall" : "\n  the post  is not on the wall";
    text += "\n  contest   ask at the hub's desk, with this code";
    context.say(text, Json{{"post", to_string(state.post)},
                           {"report", Json{{"reason", to_string(told.reason)},
                                           {"status", to_string(told.status)},
                                           {"note", told.note},
                                           {"title", told.post},
                                           {"on_wall", told.on_wall}}}});
    return {};
  }
  if (state.post.kind == RecordKind::story) {
    std::string text = format_ticket_code(found->code) + ": what it was of is over";
    Json object{{"post", to_string(state.post)}};
    add_story(state, text, object);
    context.say(text, object);
    return {};
  }
  const bool proposed = state.post.kind == RecordKind::event;
  std::string text = fmt::format("{}: {}\n  state     {}", format_ticket_code(found->code),
                                 proposed ? state.title : text_of(state.details), in_words(state.status));
  if (state.reason != Reason::none) text += fmt::format("\n  because   {} {}", in_words(state.reason), state.note);
  if (state.may_appeal) text += "\n  contest   `murctl ticket appeal CODE --text …` answers it, once";
  if (!state.appeal.empty())
    text += fmt::format("\n  answered  {}{}", state.appeal, state.appeal_waits ? " (the hub's team reads it)" : "");
  if (state.expires_at != TimePoint{}) text += "\n  until     " + moment_text(state.expires_at, context.zone());
  if (!proposed && may_renew(state.status, state.expires_at, found->client->now()))
    text += "\n  renew     `murctl ticket renew CODE` leaves it there for longer";
  if (state.can_undo) text += "\n  undo      `murctl ticket restore CODE` brings it back";
  if (state.stage != OfferStage::open) text += "\n  so far    " + in_words(state.stage);
  if (state.joined > 0)
    text += "\n  joined    " + count(static_cast<std::size_t>(state.joined), "other would come", "others would come");
  if (state.meeting_at)
    text += fmt::format("\n  meet      {}, {}", moment_text(*state.meeting_at, context.zone()), state.meeting_place);
  Json answers = Json::array();
  for (const OfferAnswer& one : state.answers) {
    text += text_of(one, context.zone());
    answers.push_back(json_of(one));
  }
  Json object{{"post", to_string(state.post)}, {"status", to_string(state.status)}};
  if (state.reason != Reason::none) object["reason"] = to_string(state.reason);
  if (!state.note.empty()) object["note"] = state.note;
  if (proposed)
    object["event"] = state.title;
  else
    object["offer"] = json_of(state.details);
  if (state.expires_at != TimePoint{}) object["expires_at"] = iso(state.expires_at);
  object["can_undo"] = state.can_undo;
  object["stage"] = to_string(state.stage);
  object["answers"] = std::move(answers);
  if (state.joined > 0) object["joined"] = state.joined;
  if (state.meeting_at) {
    object["meeting_at"] = iso(*state.meeting_at);
    object["meeting_place"] = state.meeting_place;
  }
  object["may_appeal"] = state.may_appeal;
  if (!state.appeal.empty()) {
    object["appeal"] = state.appeal;
    object["appeal_waits"] = state.appeal_waits;
  }
  add_story(state, text, object);
  context.say(text, object);
  return {};
}

/// Sends what the holder of the ticket asks, with the ticket sealed into it.
template <class Asked>
Status ask_by_ticket(Context& context, const CodeOptions& options, Asked asked, const std::string& done) {
  const Result<Client*> client = context.client(Client::Look::answers);
  if (!client) return fail(client.error());
  Result<Bytes> box = sealed(**client, options.code);
  if (!box) return fail(box.error());
  asked.sealed_ticket = std::move(*box);
  return context.carry_out(std::move(asked), done, Context::Ending::none);
}

Status withdraw(Context& context, const CodeOptions& options) {
  return ask_by_ticket(context, options, WithdrawByTicket{},
                       "It is taken back; `murctl ticket restore` undoes that for 24 hours");
}

Status restore(Context& context, const CodeOptions& options) {
  return ask_by_ticket(context, options, RestoreByTicket{}, "It is there again");
}

Status renew(Context& context, const CodeOptions& options) {
  return ask_by_ticket(context, options, RenewByTicket{}, "It stays; `murctl ticket show` says until when");
}

struct AppealOptions : CodeOptions {
  std::string text;
};

void describe_appeal(CLI::App& command, AppealOptions& options) {
  describe(command, options);
  command.add_option("--text", options.text, "To the hub's team, once")->required();
}

Status appeal(Context& context, const AppealOptions& options) {
  return ask_by_ticket(context, options, AppealByTicket{.sealed_ticket = {}, .text = normalize(options.text)},
                       "The hub's team reads it and decides anew; this code says what");
}

struct AnswerOptions : CodeOptions {
  std::string answer;
  bool consent = false;
};

void describe_answer(CLI::App& command, AnswerOptions& options) {
  describe(command, options);
  command.add_option("--answer", options.answer, "Which organization's answer, where there are several")
      ->option_text("ID");
}

void describe_accept(CLI::App& command, AnswerOptions& options) {
  describe_answer(command, options);
  command.add_flag("--consent", options.consent,
                   "To an organization of a sensitive kind (a union, a party, a religion, health, orientation): it may "
                   "know the contact");
}

/// The answer that is named, or the only one that `fits`.
Result<ReplyId> chosen(const std::vector<OfferAnswer>& answers, const std::string& named, auto fits) {
  std::vector<const OfferAnswer*> found;
  for (const OfferAnswer& one : answers)
    if (named.empty() ? fits(one) : to_string(one.reply.uuid).starts_with(named)) found.push_back(&one);
  if (found.size() == 1) return found.front()->reply;
  if (!named.empty())
    return fail(Errc::not_found, "--answer",
                fmt::format("no answer is called \"{}\"; see `murctl ticket show`", named));
  if (found.empty())
    return fail(Errc::closed, "CODE", "no organization's answer waits for that; see `murctl ticket show`");
  std::string names;
  for (const OfferAnswer* one : found)
    names += fmt::format("{}{} ({})", names.empty() ? "" : ", ", short_id(one->reply.uuid), one->organization);
  return fail(Errc::invalid, "--answer", "say which: " + names);
}

/// The person's word on how an organization answered their offer.
Status say(Context& context, const AnswerOptions& options, const LookedUp& found, ReplyStatus status,
           std::string_view done) {
  const auto fits = [status](const OfferAnswer& one) {
    const bool waits = status == ReplyStatus::accepted || status == ReplyStatus::declined;
    return waits ? one.status == ReplyStatus::held : is_agreed(one.status);
  };
  const Result<ReplyId> reply = chosen(found.state.answers, options.answer, fits);
  if (!reply) return fail(reply.error());
  Result<Bytes> box = sealed(*found.client, options.code);
  if (!box) return fail(box.error());
  return context.carry_out(
      DecideByTicket{.sealed_ticket = std::move(*box), .reply = *reply, .status = status, .consent = options.consent},
      std::string(done), Context::Ending::none);
}

Status decide(Context& context, const AnswerOptions& options, ReplyStatus status, std::string_view done) {
  const Result<LookedUp> found = look_up(context, options);
  if (!found) return fail(found.error());
  return say(context, options, *found, status, done);
}
Status accept(Context& context, const AnswerOptions& options) {
  return decide(context, options, ReplyStatus::accepted, "Agreed; the organization is told");
}
Status decline(Context& context, const AnswerOptions& options) {
  return decide(context, options, ReplyStatus::declined, "Declined; the organization will not reach you");
}

struct TellOptions : AnswerOptions {
  bool met = false;
  bool nobody = false;
};

void describe_tell(CLI::App& command, TellOptions& options) {
  describe_answer(command, options);
  auto* met = command.add_flag("--met", options.met, "You met");
  command.add_flag("--nobody", options.nobody, "Nobody was there")->excludes(met);
}

Status tell(Context& context, const TellOptions& options) {
  if (options.met == options.nobody) return fail(Errc::invalid, "--met", "did you meet? Say --met or --nobody");
  const Result<LookedUp> found = look_up(context, options);
  if (!found) return fail(found.error());
  if (!found->state.reply)
    return say(context, options, *found, options.met ? ReplyStatus::met : ReplyStatus::nobody_there,
               "Thank you; it is noted");
  Result<Bytes> box = sealed(*found->client, options.code);
  if (!box) return fail(box.error());
  return context.carry_out(TellByTicket{.sealed_ticket = std::move(*box), .met = options.met}, "Thank you; it is noted",
                           Context::Ending::none);
}

struct StoryOptions : CodeOptions {
  std::string text;
  std::string first_name;
  std::string language = "fr";
  bool consent = false;
};

void describe_story(CLI::App& command, StoryOptions& options) {
  describe(command, options);
  command.add_option("--text", options.text, "What to tell those who hesitate")->required();
  command.add_option("--first-name", options.first_name, "Shown with it, if you want");
  command.add_option("--language", options.language, "It is told in")->capture_default_str();
  command.add_flag("--consent", options.consent, "It may be shown for a year, to everyone who passes by");
}

Status tell_story(Context& context, const StoryOptions& options) {
  return ask_by_ticket(context, options,
                       TellStory{.sealed_ticket = {},
                                 .text = normalize(options.text),
                                 .first_name = normalize(options.first_name),
                                 .language = options.language,
                                 .consent = options.consent},
                       "Thank you; it waits to be read. `murctl ticket take-story-back` takes it away at any time");
}

Status take_story_back(Context& context, const CodeOptions& options) {
  return ask_by_ticket(context, options, TakeStoryBack{}, "The story is gone");
}

}  // namespace

void add_ticket_commands(CommandLine& line) {
  CLI::App& noun = line.noun("ticket",
                             "What the holder of a ticket may do: show, withdraw, restore, renew, accept, "
                             "decline, tell, story, take-story-back, appeal, export");
  line.command<CodeOptions>(noun, "show", "Say where the post of a ticket stands", describe, show);
  line.command<CodeOptions>(noun, "withdraw", "Take the post off the wall", describe, withdraw);
  line.command<CodeOptions>(noun, "restore", "Undo a withdrawal", describe, restore);
  line.command<CodeOptions>(noun, "renew", "Leave an offer on the wall for longer, or bring it back once it ended",
                            describe, renew);
  line.command<AnswerOptions>(noun, "accept", "Say yes to an organization that answered the offer", describe_accept,
                              accept);
  line.command<AnswerOptions>(noun, "decline", "Say no to one", describe_answer, decline);
  line.command<AppealOptions>(noun, "appeal", "Answer a refusal or a hiding, once", describe_appeal, appeal);
  line.command<TellOptions>(noun, "tell", "Afterwards: did you meet?", describe_tell, tell);
  line.command<StoryOptions>(noun, "story", "Once you have met: tell others how it was", describe_story, tell_story);
  add_ticket_export_command(line, noun);
  line.command<CodeOptions>(noun, "take-story-back", "Take the story off the wall and forget it", describe,
                            take_story_back);
}

}  // namespace mur::ctl
