#pragma once

#include <algorithm>
#include <random>

#include "shared/protocol/fields/message.h"

namespace mur::protocol {

/// A third archive beside Encoder and Decoder: fills whatever a structure hands it with random values within the
/// limits, so that a field nobody thought of in a test is tried all the same. The seed decides everything.
class Filler {
 public:
  explicit Filler(std::uint32_t seed) : random_{seed} {}

  template <class... Values>
  void operator()(Values&&... values) {
    (fill(values), ...);
  }
  [[nodiscard]] static constexpr bool since(std::uint16_t) { return true; }

  /// From 0 to `most`, both included.
  std::size_t number(std::size_t most) { return std::uniform_int_distribution<std::size_t>{0, most}(random_); }

  template <Structure Struct>
  void fill(Struct& value) {
    Fields<Struct>::visit(*this, value);
  }
  void fill(bool& value) { value = number(1) == 1; }
  template <FixedNumber Number>
  void fill(Number& value) {
    value = static_cast<Number>(random_());
  }
  template <Enumeration Enum>
  void fill(Enum& value) {
    const auto first = static_cast<std::size_t>(Enumerators<Enum>::kFirst);
    const auto last = static_cast<std::size_t>(Enumerators<Enum>::kLast);
    value = static_cast<Enum>(first + number(last - first));
  }
  template <std::size_t Size>
  void fill(std::array<std::uint8_t, Size>& value) {
    for (auto& byte : value) byte = static_cast<std::uint8_t>(number(255));
  }
  template <class Tag>
  void fill(Id<Tag>& id) {
    fill(id.uuid.bytes);
  }
  void fill(RecordId& id) {
    fill(id.kind);
    fill(id.uuid.bytes);
  }
  template <class Id>
  void fill(OrNone<Id>& field) {
    if (number(1) == 1) fill(field.value);
  }
  void fill(TimePoint& time) { time = TimePoint{Milliseconds{number(253'402'300'799'000)}}; }
  void fill(std::chrono::local_seconds& time) {
    time = std::chrono::local_seconds{limits::kEarliest + Seconds{number(315'569'519'999)}};
  }
  void fill(calendar::When& when) {
    fill(when.kind);
    fill(when.local);
    when.zone = when.kind == calendar::When::Kind::zoned ? "Europe/Paris" : "";
  }
  template <class Value>
  void fill(std::optional<Value>& value) {
    value.reset();
    if (number(1) == 1) fill(value.emplace());
  }
  template <class... Alternatives>
  void fill(std::variant<Alternatives...>& value) {
    const std::size_t chosen = number(sizeof...(Alternatives) - 1);
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      ((chosen == Index ? fill(value.template emplace<Index>()) : void()), ...);
    }(std::index_sequence_for<Alternatives...>{});
  }
  template <class String>
  void fill(Text<String>& field) {
    field.value = text(field.most);
  }
  template <class String>
  void fill(Remark<String>& field) {
    field.value = text(field.most);
  }
  template <class Buffer>
  void fill(Blob<Buffer>& field) {
    field.value.resize(few(field.most));
    for (auto& byte : field.value) byte = static_cast<std::uint8_t>(number(255));
  }
  template <class Vector>
  void fill(List<Vector>& field) {
    field.value.clear();
    for (std::size_t left = few(field.most); left > 0; --left) fill(field.value.emplace_back());
  }
  template <class Vector>
  void fill(Listing<Vector>& field) {
    List list{field.name, field.value, field.most};
    fill(list);
  }
  template <class Vector>
  void fill(Texts<Vector>& field) {
    field.value.clear();
    for (std::size_t left = few(field.most); left > 0; --left) field.value.push_back(text(field.most_each));
  }
  template <class Number>
  void fill(Count<Number>& field) {
    field.value = static_cast<Number>(number(field.most));
  }
  template <class Number>
  void fill(Size<Number>& field) {
    field.value = random_();
  }

 private:
  /// Mostly a handful; the limit itself now and then.
  std::size_t few(std::size_t most) { return number(40) == 0 ? most : number(std::min<std::size_t>(most, 3)); }

  std::string text(std::size_t most) {
    static constexpr std::array<const char*, 8> kCharacters{"a", "Z", " ", "\n", "é", "…", "中", "🙂"};
    std::string made;
    for (std::size_t left = number(60) == 0 ? most : number(std::min<std::size_t>(most, 20)); left > 0; --left)
      made += kCharacters[number(kCharacters.size() - 1)];
    return made;
  }

  std::mt19937_64 random_;
};

}  // namespace mur::protocol
