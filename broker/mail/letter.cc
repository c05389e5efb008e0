#include "broker/mail/letter.h"

#include <fmt/format.h>

#include "broker/mail/letter_text.h"
#include "shared/domain/idea.h"
#include "shared/domain/other_needs.h"

namespace mur::broker {
namespace {

bool is_french(const Reply& reply) { return reply.language.starts_with("fr"); }

Line subject_of(News news) {
  switch (news) {
    case News::place_held: return {"Une place est tenue pour vous", "A place is held for you"};
    case News::accepted: return {"Vous êtes attendu·e", "You are expected"};
    case News::declined: return {"Pas cette fois", "Not this time"};
    case News::expired: return {"Pas de réponse à temps", "No answer in time"};
    case News::fell_through: return {"C’est annulé", "It falls through"};
    case News::moved: return {"L’heure a changé", "The time has changed"};
    case News::reminder: return {"C’est bientôt", "It is soon"};
    case News::answer_waits: return {"Une association vous répond", "An organization answers you"};
    case News::answer_agreed: return {"Une association va vous joindre", "An organization will reach you"};
    case News::answer_back: return {"Une association retire sa réponse", "An organization takes its answer back"};
    case News::date_set: return {"La date est fixée", "The date is set"};
  }
  return {"", ""};
}

/// {0}: who looks for people or answers.
Line opening_of(News news) {
  switch (news) {
    case News::place_held:
      return {"une place s’est libérée, elle est tenue pour vous. {0} vous répond bientôt.",
              "a place is free now, and held for you. {0} answers soon."};
    case News::accepted: return {"{0} compte sur vous. Merci !", "{0} counts on you. Thank you!"};
    case News::declined: return {"{0} ne peut pas vous accueillir cette fois.", "{0} can’t take you this time."};
    case News::expired:
      return {"{0} n’a pas répondu à temps. Nous en sommes désolés ; d’autres cherchent du monde, sur le mur.",
              "{0} did not answer in time. We are sorry; others are looking for people, on the wall."};
    case News::fell_through: return {"cela n’aura pas lieu comme prévu avec {0}.", "it falls through with {0}."};
    case News::moved:
      return {"l’heure a changé. {0} espère que cela vous va.", "the time has changed. {0} hopes it suits you."};
    case News::reminder: return {"{0} vous attend bientôt.", "{0} expects you soon."};
    case News::answer_waits:
      return {
          "{0} aimerait vous rencontrer. Dites oui ou non avec votre ticket, sur l’écran du lieu, ou à l’accueil.",
          "{0} would like to meet you. Say yes or no with your ticket, on the screen of the place, or at the desk."};
    case News::answer_agreed:
      return {"{0} aimerait vous rencontrer et va vous joindre, comme vous l’avez permis.",
              "{0} would like to meet you and will reach you, as you allowed."};
    case News::answer_back:
      return {"{0} retire sa réponse et ne peut plus voir votre contact.",
              "{0} takes its answer back and can’t see your contact any more."};
    case News::date_set:
      return {"assez de monde veut venir : votre groupe se retrouve. {0} vous attend.",
              "enough people want to come: your group meets. {0} expects you."};
  }
  return {"", ""};
}

Line reason_of(ReplyReason reason) {
  switch (reason) {
    case ReplyReason::none: break;
    case ReplyReason::enough: return {"Il y a déjà assez de monde.", "There are enough people already."};
    case ReplyReason::other_day:
      return {"Un autre jour ou une autre heure conviendrait mieux.", "Another day or another hour would suit better."};
    case ReplyReason::skill:
      return {"Un autre savoir-faire est recherché.", "Someone with another skill is looked for."};
    case ReplyReason::cancelled: return {"Cela n’a pas lieu.", "It does not take place."};
    case ReplyReason::closed:
      return {"L’association ne cherche plus personne.", "The organization takes nobody any more."};
    case ReplyReason::other: break;
  }
  return {"", ""};
}

bool is_to_come(News news) {
  return news == News::accepted || news == News::moved || news == News::reminder || news == News::place_held ||
         news == News::date_set;
}

/// What it is about, when, and, once that is settled, where to come and whom to ask for.
void add_facts(LetterText& text, const Wall& wall, const Reply& reply, News news, const calendar::Zone& hub,
               bool french) {
  const Need* need = reply.need ? wall.find(*reply.need) : nullptr;
  const Slot* slot = need == nullptr || !reply.slot ? nullptr : find_slot(need->details, *reply.slot);
  const Offer* idea = news == News::date_set && reply.offer ? wall.find(*reply.offer) : nullptr;
  if (idea != nullptr) text.fact({"Pour", "For"}, idea->details.text);
  if (need != nullptr) text.fact({"Pour", "For"}, need->details.title);
  if (slot != nullptr) text.fact({"Rôle", "Role"}, slot->role);
  if (reply.begins_at != TimePoint{}) text.fact({"Quand", "When"}, moment(reply.begins_at, hub, french));
  if (idea != nullptr) text.fact({"Où", "Where"}, meeting_place(wall, *idea));
  if (slot != nullptr && is_to_come(news) && reply.status == ReplyStatus::accepted) {
    text.fact({"Où", "Where"}, slot->where);
    text.fact({"Demandez", "Ask for"}, slot->welcomed_by);
    text.fact({"À apporter", "Bring"}, slot->bring);
  }
}

/// Three others, for whoever was not taken or not answered in time.
void add_others(LetterText& text, const Wall& wall, const Reply& reply, const calendar::Zone& hub, TimePoint now,
                bool french) {
  const std::vector<NeedId> others = other_needs(wall, reply.need, now);
  if (others.empty()) return;
  text.line(text.say({"D’autres cherchent du monde\u00a0:", "Others are looking for people:"}));
  for (const NeedId id : others) {
    const Need& need = *wall.find(id);
    const Organization* organization = wall.find(need.organization);
    const auto begins =
        need.over_at ? fmt::format(" ({} {})", text.say({"jusqu’au", "until"}), moment(*need.over_at, hub, french))
                     : std::string{};
    text.line(fmt::format("– {}{}{}{}", need.details.title, organization == nullptr ? "" : ", ",
                          organization == nullptr ? "" : organization->details.name, begins));
  }
}

bool is_turned_down(News news) { return news == News::declined || news == News::expired || news == News::fell_through; }

}  // namespace

Letter write_letter(const Wall& wall, const Telling& telling, const calendar::Zone& hub, TimePoint now) {
  const Reply& reply = *wall.find(telling.reply);
  const bool french = is_french(reply);
  const Organization* organization = wall.find(reply.organization);
  const Hub* place = wall.hub();
  LetterText text(french);
  const std::string who = organization == nullptr ? (place == nullptr ? "" : place->name) : organization->details.name;
  text.line(
      fmt::format("{}{}{},", text.say({"Bonjour", "Hello"}), reply.first_name.empty() ? "" : " ", reply.first_name));
  text.blank();
  text.line(fmt::format(fmt::runtime(text.say(opening_of(telling.news))), who));
  text.line(text.say(reason_of(reply.reason)));
  if (!reply.note.empty())
    text.line(french ? fmt::format("«\u00a0{}\u00a0»", reply.note) : fmt::format("“{}”", reply.note));
  text.blank();
  add_facts(text, wall, reply, telling.news, hub, french);
  if (is_turned_down(telling.news)) add_others(text, wall, reply, hub, now, french);
  if (is_to_come(telling.news))
    text.line(
        text.say({"Vous ne pouvez plus venir ? Dites-le avec votre ticket, sur l’écran du lieu, ou à l’accueil.",
                  "You can’t come any more? Say so with your ticket, on the screen of the place, or at the desk."}));
  text.blank();
  if (place != nullptr)
    text.line(fmt::format("{}{}{}", place->name, place->address.empty() ? "" : ", ", place->address));
  return {.subject = text.say(subject_of(telling.news)), .text = text.take()};
}

}  // namespace mur::broker
