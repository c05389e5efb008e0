#include "broker/mail/organization_letter.h"

#include <fmt/format.h>

#include "broker/mail/letter_text.h"
#include "shared/domain/public_texts.h"

namespace mur::broker {
namespace {

/// As the wall calls them (assets/locale).
Line name_of(Tile tile) {
  switch (tile) {
    case Tile::some_time: return {"Un peu de temps", "Some time"};
    case Tile::cooking: return {"Cuisiner, servir", "Cooking, serving"};
    case Tile::communication: return {"Communication", "Communication"};
    case Tile::photo: return {"Photo, vidéo", "Photo, video"};
    case Tile::translation: return {"Traduire", "Translating"};
    case Tile::material: return {"Du matériel", "Equipment"};
    case Tile::repair: return {"Bricoler, réparer", "Making, repairing"};
    case Tile::legal: return {"Droit, démarches", "Law, paperwork"};
    case Tile::unsure: return {"Je ne sais pas encore", "I don’t know yet"};
    case Tile::learn: return {"Apprendre sur place", "Learning on the spot"};
    case Tile::transport: return {"Conduire, porter", "Driving, carrying"};
    case Tile::other: return {"Autre…", "Something else…"};
    case Tile::idea: return {"Lancer un groupe", "Starting a group"};
  }
  return {"", ""};
}

/// What an offer says in its author's words, else by its tiles.
std::string said_in(const Offer& offer, const LetterText& text) {
  if (!offer.details.text.empty()) return offer.details.text;
  std::string tiles;
  for (const Tile tile : offer.details.tiles) tiles += (tiles.empty() ? "" : " · ") + text.say(name_of(tile));
  return tiles;
}

void add_waiting(LetterText& text, const Wall& wall, const std::vector<const Reply*>& waiting,
                 const calendar::Zone& hub, bool french) {
  if (waiting.empty()) return;
  text.line(text.say({"Ces personnes attendent votre réponse\u00a0:", "These people wait for your answer:"}));
  for (const Reply* reply : waiting) {
    const Need* need = wall.find(*reply->need);
    text.line(fmt::format("– {}{} {}", need == nullptr ? "" : need->details.title,
                          text.say({", à décider avant le", ", to be decided before"}),
                          moment(reply->decide_by, hub, french)));
  }
  text.line(text.say({"Sans réponse, leur place sera rendue et elles en seront prévenues.",
                      "Without an answer their place is given back, and they are told."}));
  text.blank();
}

void add_fitting(LetterText& text, const Wall& wall, const std::vector<FittingOffer>& fitting) {
  if (fitting.empty()) return;
  text.line(text.say({"Ces offres pourraient vous aider\u00a0:", "These offers could help you:"}));
  for (const FittingOffer& one : fitting) {
    const Offer* offer = wall.find(one.offer);
    const Need* need = wall.find(one.need);
    if (offer == nullptr || need == nullptr) continue;
    text.line(fmt::format(fmt::runtime(text.say({"– {} (pour «\u00a0{}\u00a0»)", "– {} (for “{}”)"})),
                          said_in(*offer, text), need->details.title));
  }
  text.blank();
}

}  // namespace

Letter write_organization_letter(const Wall& wall, const Organization& organization,
                                 const std::vector<const Reply*>& waiting, const std::vector<FittingOffer>& fitting,
                                 const calendar::Zone& hub) {
  const bool french = speaks_french(wall.hub());
  LetterText text(french);
  text.line(fmt::format("{} {},", text.say({"Bonjour", "Hello"}), organization.details.name));
  text.blank();
  add_waiting(text, wall, waiting, hub, french);
  add_fitting(text, wall, fitting);
  if (const Hub* place = wall.hub(); place != nullptr)
    text.line(fmt::format("{}{}{}", place->name, place->address.empty() ? "" : ", ", place->address));
  return {
      .subject = text.say(waiting.empty() ? Line{"Des offres pour vous", "Offers for you"}
                                          : Line{"Quelqu’un attend votre réponse", "Someone waits for your answer"}),
      .text = text.take()};
}

}  // namespace mur::broker
