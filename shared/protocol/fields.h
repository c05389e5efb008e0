#pragma once

#include <array>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/text.h"
#include "shared/base/uuid.h"
#include "shared/domain/limits.h"
#include "shared/protocol/decoder.h"
#include "shared/protocol/encoder.h"
#include "shared/protocol/enumerations.h"

CEREAL_SETUP_ARCHIVE_TRAITS(mur::protocol::Decoder, mur::protocol::Encoder)

/// What the archives can read and write (PROTOCOL.md § 2), and nothing else: a plain std::string or std::vector does
/// not compile, it must say its limit.
namespace mur::protocol {

/// The layout of one structure: `kVersion`, and `visit(archive, value)` that hands its fields to the archive in order.
/// Fields are only ever appended, in `if (archive.since(2)) archive(…)`, with kVersion raised. One file a noun:
/// fields/.
template <class Struct>
struct Fields;

template <class Struct>
concept Structure = requires { Fields<Struct>::kVersion; };

// ---- what a field says of itself ----

/// Text of at most `most` characters.
template <class String>
struct Text {
  const char* name;
  String& value;
  std::size_t most;
};
template <class String>
Text(const char*, String&, std::size_t) -> Text<String>;

/// Text that a program made (a diagnostic, a version, a path): cleaned and shortened when written, so that a long path
/// in an error never breaks a session.
template <class String>
struct Remark {
  const char* name;
  String& value;
  std::size_t most;
};
template <class String>
Remark(const char*, String&, std::size_t) -> Remark<String>;

/// Bytes that stay as they are.
template <class Buffer>
struct Blob {
  const char* name;
  Buffer& value;
  std::size_t most;
};
template <class Buffer>
Blob(const char*, Buffer&, std::size_t) -> Blob<Buffer>;

template <class Vector>
struct List {
  const char* name;
  Vector& value;
  std::size_t most;
};
template <class Vector>
List(const char*, Vector&, std::size_t) -> List<Vector>;

/// A list of texts of at most `most_each` characters.
template <class Vector>
struct Texts {
  const char* name;
  Vector& value;
  std::size_t most;
  std::size_t most_each;
};
template <class Vector>
Texts(const char*, Vector&, std::size_t, std::size_t) -> Texts<Vector>;

/// A list in an answer that nobody could split: ends early when the frame is full.
template <class Vector>
struct Listing {
  const char* name;
  Vector& value;
  std::size_t most;
};
template <class Vector>
Listing(const char*, Vector&, std::size_t) -> Listing<Vector>;

/// A number of 32 bits, from 0 to `most`.
template <class Number>
struct Count {
  const char* name;
  Number& value;
  std::size_t most;
};
template <class Number>
Count(const char*, Number&, std::size_t) -> Count<Number>;

/// A std::size_t, on the wire always 64 bits.
template <class Number>
struct Size {
  Number& value;
};
template <class Number>
Size(Number&) -> Size<Number>;

/// A RecordId that may be absent: kind 0, nil UUID.
template <class Id>
struct OrNone {
  Id& value;
};
template <class Id>
OrNone(Id&) -> OrNone<Id>;

/// True if `utf8` is well-formed and holds no control character but LF and TAB.
[[nodiscard]] bool is_clean(std::string_view utf8);
/// `text` as a Remark carries it.
[[nodiscard]] std::string cleaned(std::string_view text, std::size_t most);

void read_text(Decoder& in, const char* name, std::string& value, std::size_t most);
void write_text(Encoder& out, std::string_view value);
[[nodiscard]] std::int64_t read_time(Decoder& in, std::int64_t earliest, std::int64_t latest);

// ---- numbers, flags, enumerations, ids, times ----

template <class Number>
concept FixedNumber =
    std::same_as<Number, std::uint8_t> || std::same_as<Number, std::uint16_t> || std::same_as<Number, std::uint32_t> ||
    std::same_as<Number, std::uint64_t> || std::same_as<Number, std::int32_t> || std::same_as<Number, std::int64_t>;

template <FixedNumber Number>
void save(Encoder& out, const Number& value) {
  out.number(value);
}
template <FixedNumber Number>
void load(Decoder& in, Number& value) {
  value = in.number<Number>();
}
template <std::same_as<bool> Flag>
void save(Encoder& out, const Flag& value) {
  out.number(static_cast<std::uint8_t>(value ? 1 : 0));
}
template <std::same_as<bool> Flag>
void load(Decoder& in, Flag& value) {
  value = in.flag();
}

template <Enumeration Enum>
void save(Encoder& out, const Enum& value) {
  out.number(static_cast<std::uint8_t>(value));
}
template <Enumeration Enum>
void load(Decoder& in, Enum& value) {
  const auto number = in.number<std::uint8_t>();
  constexpr auto kFirst = static_cast<std::uint8_t>(Enumerators<Enum>::kFirst);
  constexpr auto kLast = static_cast<std::uint8_t>(Enumerators<Enum>::kLast);
  // Written so that no comparison is always true where the first is 0.
  if (static_cast<std::uint8_t>(number - kFirst) > kLast - kFirst) in.refuse("", "an enumerator this program lacks");
  value = static_cast<Enum>(number);
}

template <std::size_t Size>
void save(Encoder& out, const std::array<std::uint8_t, Size>& value) {
  out.raw(value);
}
template <std::size_t Size>
void load(Decoder& in, std::array<std::uint8_t, Size>& value) {
  const ByteSpan bytes = in.raw(Size);
  std::copy(bytes.begin(), bytes.end(), value.begin());
}
template <class Tag>
void save(Encoder& out, const Id<Tag>& id) {
  out.raw(id.uuid.bytes);
}
template <class Tag>
void load(Decoder& in, Id<Tag>& id) {
  load(in, id.uuid.bytes);
}
template <std::same_as<RecordId> Id>
void save(Encoder& out, const Id& id) {
  save(out, id.kind);
  out.raw(id.uuid.bytes);
}
template <std::same_as<RecordId> Id>
void load(Decoder& in, Id& id) {
  load(in, id.kind);
  load(in, id.uuid.bytes);
}

template <std::same_as<TimePoint> Time>
void save(Encoder& out, const Time& value) {
  out.number(std::int64_t{value.time_since_epoch().count()});
}
template <std::same_as<TimePoint> Time>
void load(Decoder& in, Time& value) {
  value = TimePoint{Milliseconds{read_time(in, limits::kEarliest.count() * 1000, limits::kLatest.count() * 1000)}};
}
template <std::same_as<std::chrono::local_seconds> Time>
void save(Encoder& out, const Time& value) {
  out.number(std::int64_t{value.time_since_epoch().count()});
}
template <std::same_as<std::chrono::local_seconds> Time>
void load(Decoder& in, Time& value) {
  value = std::chrono::local_seconds{Seconds{read_time(in, limits::kEarliest.count(), limits::kLatest.count())}};
}

template <class Number>
void save(Encoder& out, const Count<Number>& field) {
  out.number(static_cast<std::uint32_t>(field.value));
}
template <class Number>
void load(Decoder& in, Count<Number>& field) {
  const auto number = in.number<std::uint32_t>();
  if (number > field.most) in.refuse(field.name, "a number over its limit");
  field.value = static_cast<Number>(number);
}
template <class Number>
void save(Encoder& out, const Size<Number>& field) {
  out.number(static_cast<std::uint64_t>(field.value));
}
template <class Number>
void load(Decoder& in, Size<Number>& field) {
  field.value = static_cast<Number>(in.number<std::uint64_t>());
}
template <class Id>
void save(Encoder& out, const OrNone<Id>& field) {
  out.number(static_cast<std::uint8_t>(field.value.kind));
  out.raw(field.value.uuid.bytes);
}
template <class Id>
void load(Decoder& in, OrNone<Id>& field) {
  const auto kind = in.number<std::uint8_t>();
  if (kind > static_cast<std::uint8_t>(Enumerators<RecordKind>::kLast)) in.refuse("", "a kind this program lacks");
  field.value.kind = static_cast<RecordKind>(kind);
  load(in, field.value.uuid.bytes);
  if (kind == 0 && !field.value.uuid.is_nil()) in.refuse("", "an absent record with an id");
}

// ---- structures, choices, optionals ----

template <Structure Struct>
void save(Encoder& out, const Struct& value) {
  const std::size_t length = out.reserve_length();
  out.number(std::uint16_t{Fields<Struct>::kVersion});
  Fields<Struct>::visit(out, value);
  out.set_length(length, out.size() - length - sizeof(std::uint32_t));
}
template <Structure Struct>
void load(Decoder& in, Struct& value) {
  const Decoder::Frame outer = in.enter();
  Fields<Struct>::visit(in, value);
  in.leave(outer, Fields<Struct>::kVersion);
}

template <class Value>
void save(Encoder& out, const std::optional<Value>& value) {
  out(value.has_value());
  if (value) out(*value);
}
template <class Value>
void load(Decoder& in, std::optional<Value>& value) {
  value.reset();
  if (in.flag()) in(value.emplace());
}

template <class... Alternatives>
void save(Encoder& out, const std::variant<Alternatives...>& value) {
  static_assert(sizeof...(Alternatives) < 256);
  out.number(static_cast<std::uint8_t>(value.index()));
  std::visit([&out](const auto& alternative) { out(alternative); }, value);
}
template <class... Alternatives>
void load(Decoder& in, std::variant<Alternatives...>& value) {
  const std::size_t chosen = in.number<std::uint8_t>();
  const bool known = [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    return ((chosen == Index && (in(value.template emplace<Index>()), true)) || ...);
  }(std::index_sequence_for<Alternatives...>{});
  if (!known) in.refuse("", "an alternative this program lacks", Errc::unsupported);
}

// ---- texts, bytes, lists ----

template <class String>
void save(Encoder& out, const Text<String>& field) {
  write_text(out, field.value);
}
template <class String>
void load(Decoder& in, Text<String>& field) {
  read_text(in, field.name, field.value, field.most);
}
template <class String>
void save(Encoder& out, const Remark<String>& field) {
  write_text(out, cleaned(field.value, field.most));
}
template <class String>
void load(Decoder& in, Remark<String>& field) {
  read_text(in, field.name, field.value, field.most);
}

template <class Buffer>
void save(Encoder& out, const Blob<Buffer>& field) {
  out.number(static_cast<std::uint32_t>(field.value.size()));
  out.raw(field.value);
}
template <class Buffer>
void load(Decoder& in, Blob<Buffer>& field) {
  const std::size_t size = in.length(field.name, field.most);
  in.spend(field.name, size);
  const ByteSpan bytes = in.raw(size);
  field.value.assign(bytes.begin(), bytes.end());
}

/// Grows a vector by one element, charged as what growing by doubling takes in all.
template <class Element>
Element& grow(Decoder& in, const char* name, std::vector<Element>& elements) {
  in.spend(name, 4 * sizeof(Element));
  return elements.emplace_back();
}

template <class Vector>
void save(Encoder& out, const List<Vector>& field) {
  out.number(static_cast<std::uint32_t>(field.value.size()));
  for (const auto& element : field.value) out(element);
}
template <class Vector>
void load(Decoder& in, List<Vector>& field) {
  field.value.clear();
  for (std::size_t left = in.count(field.name, field.most); left > 0; --left) in(grow(in, field.name, field.value));
}

template <class Vector>
void save(Encoder& out, const Texts<Vector>& field) {
  out.number(static_cast<std::uint32_t>(field.value.size()));
  for (const auto& element : field.value) write_text(out, element);
}
template <class Vector>
void load(Decoder& in, Texts<Vector>& field) {
  field.value.clear();
  for (std::size_t left = in.count(field.name, field.most); left > 0; --left)
    read_text(in, field.name, grow(in, field.name, field.value), field.most_each);
}

template <class Vector>
void save(Encoder& out, const Listing<Vector>& field) {
  constexpr std::size_t kRoomForOne = 8 * 1024;  // more than the longest element takes
  const std::size_t where = out.reserve_length();
  std::size_t written = 0;
  for (const auto& element : field.value) {
    if (written == field.most || out.size() + kRoomForOne > limits::kFrameBytes) break;
    out(element);
    ++written;
  }
  out.set_length(where, written);
}
template <class Vector>
void load(Decoder& in, Listing<Vector>& field) {
  List list{field.name, field.value, field.most};
  load(in, list);
}

}  // namespace mur::protocol

// cereal has its own idea of enumerations (any value passes); ours is the one to take.
template <mur::protocol::Enumeration Enum>
struct cereal::specialize<mur::protocol::Encoder, Enum, cereal::specialization::non_member_load_save> : std::true_type {
};
template <mur::protocol::Enumeration Enum>
struct cereal::specialize<mur::protocol::Decoder, Enum, cereal::specialization::non_member_load_save> : std::true_type {
};
