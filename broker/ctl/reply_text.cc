#include "broker/ctl/reply_text.h"

#include <fmt/format.h>

#include "broker/ctl/dates.h"
#include "broker/ctl/plain.h"
#include "broker/ctl/record_text.h"

namespace mur::ctl {
namespace {

const Slot* slot_of(const Reply& reply, const Wall& wall) {
  const Need* need = reply.need ? wall.find(*reply.need) : nullptr;
  return need == nullptr || !reply.slot ? nullptr : find_slot(need->details, *reply.slot);
}

}  // namespace

std::string in_words(ReplyStatus status) {
  switch (status) {
    case ReplyStatus::held: return "waits for an answer";
    case ReplyStatus::listed: return "on the waiting list";
    case ReplyStatus::accepted: return "accepted";
    case ReplyStatus::declined: return "declined";
    case ReplyStatus::withdrawn: return "withdrawn";
    case ReplyStatus::expired: return "expired";
    case ReplyStatus::met: return "met";
    case ReplyStatus::no_show: return "did not come";
    case ReplyStatus::nobody_there: return "came, and nobody was there";
    case ReplyStatus::fell_through: return "fell through";
  }
  return "unknown";
}

std::string in_words(ReplyReason reason) {
  switch (reason) {
    case ReplyReason::none: return "";
    case ReplyReason::enough: return "enough people already";
    case ReplyReason::other_day: return "another day or hour would suit";
    case ReplyReason::skill: return "a skill is needed that was not offered";
    case ReplyReason::cancelled: return "it does not take place";
    case ReplyReason::closed: return "the need was closed";
    case ReplyReason::other: return "another reason";
  }
  return "unknown";
}

std::string reply_reasons() { return "enough, other-day, skill, cancelled, other"; }

Result<ReplyReason> read_reply_reason(std::string_view option, std::string_view text) {
  const auto reason = parse_reply_reason(text);
  if (!reason || *reason == ReplyReason::none || *reason == ReplyReason::closed)
    return fail(Errc::invalid, std::string(option),
                fmt::format("\"{}\" is no reason; there are {}", text, reply_reasons()));
  return *reason;
}

std::string answered_of(const Reply& reply, const Wall& wall) {
  if (const Need* need = reply.need ? wall.find(*reply.need) : nullptr) return need->details.title;
  const Offer* offer = reply.offer ? wall.find(*reply.offer) : nullptr;
  return offer == nullptr ? "" : text_of(offer->details);
}

std::string role_of(const Reply& reply, const Wall& wall) {
  const Slot* slot = slot_of(reply, wall);
  return slot == nullptr ? "" : slot->role;
}

std::string when_of(const Reply& reply, const Wall& wall, const calendar::Zone& hub) {
  const Slot* slot = slot_of(reply, wall);
  if (!reply.date && slot != nullptr && slot->when && calendar::repeats(*slot->when)) return "each time";
  return reply.begins_at == TimePoint{} ? "to be agreed" : moment_text(reply.begins_at, hub);
}

Json json_of(const Reply& reply, const Wall& wall) {
  Json object{{"id", to_string(reply.id)},
              {"need", reply.need ? to_string(*reply.need) : ""},
              {"offer", reply.offer ? to_string(*reply.offer) : ""},
              {"title", answered_of(reply, wall)},
              {"role", role_of(reply, wall)},
              {"organization", organization_name(wall, reply.organization)},
              {"status", to_string(reply.status)},
              {"first_name", reply.first_name},
              {"contact", to_string(reply.contact)},
              {"minor", reply.age == AgeClass::from_15_to_17},
              {"number", reply.number},
              {"places", reply.places},
              {"made_at", iso(reply.created_at)}};
  if (reply.begins_at != TimePoint{}) object["begins"] = iso(reply.begins_at);
  if (reply.status == ReplyStatus::held) object["decide_by"] = iso(reply.decide_by);
  if (reply.reason != ReplyReason::none) object["reason"] = to_string(reply.reason);
  if (!reply.note.empty()) object["note"] = reply.note;
  if (reply.walked_in) object["walked_in"] = true;
  return object;
}

std::string text_of(const ReplyTold& told, const calendar::Zone& hub) {
  std::string text = fmt::format("{}{}{}\n  of        {}", plain(told.need), told.role.empty() ? "" : ": ",
                                 plain(told.role), plain(told.organization));
  const auto line = [&text](std::string_view what, const std::string& value) {
    if (!value.empty()) text += fmt::format("\n  {:<9} {}", what, value);
  };
  line("when", told.each_time ? "each time" : told.begins ? moment_text(*told.begins, hub) : "to be agreed");
  line("state", in_words(told.status));
  if (told.waiting > 0) line("in line", std::to_string(told.waiting));
  if (told.decide_by != TimePoint{}) line("answer by", moment_text(told.decide_by, hub));
  if (told.reason != ReplyReason::none)
    line("because", in_words(told.reason) + (told.note.empty() ? "" : ": " + plain(told.note)));
  else
    line("note", plain(told.note));
  line("ask for", plain(told.welcomed_by));
  line("where", plain(told.where));
  line("bring", plain(told.bring));
  if (told.may_tell) line("then", "did you meet? `murctl ticket tell CODE --met` or `--nobody`");
  return text;
}

Json json_of(const ReplyTold& told) {
  Json object{{"need", told.need},
              {"role", told.role},
              {"organization", told.organization},
              {"status", to_string(told.status)}};
  if (told.begins) object["begins"] = iso(*told.begins);
  if (told.ends) object["ends"] = iso(*told.ends);
  if (told.each_time) object["each_time"] = true;
  if (told.waiting > 0) object["waiting"] = told.waiting;
  if (told.to_idea) object["to_idea"] = true;
  if (told.decide_by != TimePoint{}) object["decide_by"] = iso(told.decide_by);
  if (told.reason != ReplyReason::none) object["reason"] = to_string(told.reason);
  if (!told.note.empty()) object["note"] = told.note;
  if (!told.welcomed_by.empty()) object["welcomed_by"] = told.welcomed_by;
  if (!told.where.empty()) object["where"] = told.where;
  if (!told.bring.empty()) object["bring"] = told.bring;
  object["may_tell"] = told.may_tell;
  return object;
}

std::string text_of(const OfferAnswer& answer, const calendar::Zone& hub) {
  std::string text = fmt::format("\n  answer    {}, {}: {}\n            {}", short_id(answer.reply.uuid),
                                 plain(answer.organization), in_words(answer.status), plain(answer.note));
  if (answer.sensitivity != Sensitivity::none && answer.status == ReplyStatus::held)
    text += fmt::format("\n            of a sensitive kind ({}): a yes that gives the contact wants --consent",
                        to_string(answer.sensitivity));
  if (answer.reason != ReplyReason::none) text += fmt::format("\n            because {}", in_words(answer.reason));
  if (answer.decide_by != TimePoint{})
    text += fmt::format("\n            `murctl ticket accept CODE` or `decline`, before {}",
                        moment_text(answer.decide_by, hub));
  if (answer.status == ReplyStatus::accepted)
    text += "\n            did you meet? `murctl ticket tell CODE --met` or `--nobody`";
  return text;
}

Json json_of(const OfferAnswer& answer) {
  Json object{{"id", to_string(answer.reply)},          {"organization", answer.organization},
              {"status", to_string(answer.status)},     {"note", answer.note},
              {"answered_at", iso(answer.answered_at)}, {"reaches", answer.reaches}};
  if (answer.sensitivity != Sensitivity::none) object["sensitive"] = to_string(answer.sensitivity);
  if (answer.reason != ReplyReason::none) object["reason"] = to_string(answer.reason);
  if (answer.decide_by != TimePoint{}) object["decide_by"] = iso(answer.decide_by);
  return object;
}

}  // namespace mur::ctl
