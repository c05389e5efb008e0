#include "shared/domain/event_digest.h"

#include <fmt/format.h>

namespace mur {
namespace {

/// Values one after the other, each text with its length, so that no two sequences of them are alike.
class Said {
 public:
  void add(std::int64_t number) { fmt::format_to(std::back_inserter(text_), "{};", number); }
  void add(const std::string& word) {
    add(static_cast<std::int64_t>(word.size()));
    text_ += word;
  }
  void add(const calendar::When& when) {
    add(static_cast<std::int64_t>(when.kind));
    add(std::int64_t{when.local.time_since_epoch().count()});
    add(when.zone);
  }
  void add(const calendar::ExtraDate& date) {
    add(date.start);
    add(date.end);
  }
  void add(const Position& position) {
    add(std::int64_t{position.latitude_e6});
    add(std::int64_t{position.longitude_e6});
  }
  template <class Value>
  void add(const std::optional<Value>& value) {
    add(std::int64_t{value ? 1 : 0});
    if (value) add(*value);
  }
  template <class Value>
  void add(const std::vector<Value>& values) {
    add(static_cast<std::int64_t>(values.size()));
    for (const Value& value : values) add(value);
  }
  template <class Choice>
    requires std::is_enum_v<Choice>
  void add(Choice choice) {
    add(static_cast<std::int64_t>(choice));
  }

  [[nodiscard]] Digest256 digest() const { return digest256({as_bytes(text_)}); }

 private:
  std::string text_;
};

void add(Said& said, const calendar::Timing& timing) {
  const auto& [start, end, rules, exception_rules, extra_dates, exception_dates] = timing;
  said.add(start);
  said.add(end);
  said.add(rules);
  said.add(exception_rules);
  said.add(extra_dates);
  said.add(exception_dates);
}

void add(Said& said, const Place& place) {
  const auto& [name, address, here, room] = place;
  said.add(name);
  said.add(address);
  said.add(std::int64_t{here ? 1 : 0});
  said.add(room);
}

void add(Said& said, const Access& access) {
  const auto& [step_free, lift, adapted_toilet, hearing_loop, sign_language, quiet] = access;
  for (const Known known : {step_free, lift, adapted_toilet, hearing_loop, sign_language, quiet}) said.add(known);
}

}  // namespace

// Taken apart by name: a field that is added to the details does not compile until someone decides about it here.
Digest256 event_digest(const EventDetails& details) {
  const auto& [uid, recurrence_id, this_and_future, sequence, status, timing, title, summary, description, place,
               access, price, full, url, categories, source, kind, position, organizer, image_url, conference_url,
               links] = details;
  static_cast<void>(sequence);
  static_cast<void>(source);
  Said said;
  said.add(uid);
  said.add(recurrence_id);
  said.add(std::int64_t{this_and_future ? 1 : 0});
  said.add(status);
  add(said, timing);
  for (const std::string* text : {&title, &summary, &description}) said.add(*text);
  add(said, place);
  add(said, access);
  said.add(price.kind);
  said.add(price.text);
  said.add(std::int64_t{full ? 1 : 0});
  said.add(url);
  said.add(categories);
  said.add(kind);
  said.add(position);
  for (const std::string* text : {&organizer, &image_url, &conference_url}) said.add(*text);
  said.add(links);
  return said.digest();
}

}  // namespace mur
