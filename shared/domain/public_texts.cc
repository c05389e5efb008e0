#include "shared/domain/public_texts.h"

#include <algorithm>

#include "shared/screening/screen.h"

namespace mur {
namespace {

constexpr std::size_t kAround = 32;  // bytes on each side of a marked piece

/// Collects what is not empty.
class Texts {
 public:
  void add(std::string_view field, std::string_view text, Links links = Links::marked) {
    if (!text.empty()) all_.push_back({.field = field, .text = text, .links = links});
  }
  [[nodiscard]] std::vector<PublicText> all() && { return std::move(all_); }

 private:
  std::vector<PublicText> all_;
};

}  // namespace

std::vector<PublicText> public_texts(const EventDetails& d) {
  Texts texts;
  texts.add("title", d.title);
  texts.add("summary", d.summary);
  texts.add("description", d.description);
  texts.add("place", d.place.name, Links::welcome);
  texts.add("address", d.place.address, Links::welcome);
  texts.add("room", d.place.room, Links::welcome);
  texts.add("organizer", d.organizer, Links::welcome);
  texts.add("price", d.price.text, Links::welcome);
  for (const std::string& category : d.categories) texts.add("categories", category, Links::welcome);
  texts.add("url", d.url, Links::welcome);
  texts.add("conference", d.conference_url, Links::welcome);
  for (const std::string& link : d.links) texts.add("links", link, Links::welcome);
  return std::move(texts).all();
}

std::vector<PublicText> public_texts(const NeedDetails& d) {
  Texts texts;
  texts.add("title", d.title);
  texts.add("easy_line", d.easy_line);
  texts.add("description", d.description);
  texts.add("commitment", d.commitment);
  texts.add("place", d.place.name, Links::welcome);
  texts.add("address", d.place.address, Links::welcome);
  if (d.tally) {
    texts.add("unit", d.tally->unit);
    texts.add("url", d.tally->url, Links::welcome);
  }
  for (const Slot& slot : d.slots) {
    texts.add("role", slot.role);
    texts.add("unit", slot.unit);
    texts.add("welcomed_by", slot.welcomed_by);
    texts.add("where", slot.where);
    texts.add("bring", slot.bring);
  }
  return std::move(texts).all();
}

std::vector<PublicText> public_texts(const OfferDetails& d) {
  Texts texts;
  texts.add("text", d.text);
  texts.add("first_name", d.first_name);
  return std::move(texts).all();
}

std::vector<PublicText> public_texts(const Story& story) {
  Texts texts;
  texts.add("text", story.text);
  texts.add("first_name", story.first_name);
  return std::move(texts).all();
}

std::vector<PublicText> public_texts(const Record& record) {
  if (const auto* event = std::get_if<Event>(&record)) return public_texts(event->details);
  if (const auto* need = std::get_if<Need>(&record)) return public_texts(need->details);
  if (const auto* offer = std::get_if<Offer>(&record)) return public_texts(offer->details);
  if (const auto* story = std::get_if<Story>(&record)) return public_texts(*story);
  if (const auto* revision = std::get_if<Revision>(&record))
    return std::visit([](const auto& details) { return public_texts(details); }, revision->proposed);
  return {};
}

MarkShown shown(const screening::Mark& mark, const std::vector<PublicText>& texts) {
  MarkShown seen{.why = screening::to_string(mark.kind), .field = mark.field, .piece = {}};
  for (const PublicText& one : texts) {
    if (one.field != mark.field) continue;
    // Of several texts with one name, the one in which screening finds this very mark.
    const auto found = screening::screen_need(one.field, one.text);
    if (std::ranges::find(found, mark) == found.end()) continue;
    seen.why = screening::why(mark.kind, one.text.substr(mark.offset, mark.length));
    // Names are nobody's business who reads a queue.
    seen.piece = screening::excerpt(one.text, mark, one.field == "first_name" ? 0 : kAround);
    break;
  }
  return seen;
}

}  // namespace mur
