#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>

#include "shared/base/bytes.h"
#include "shared/base/clock.h"
#include "shared/base/uuid.h"

/// Our values as SQLite keeps them: times are milliseconds since 1970 (INTEGER), ids and digests are BLOBs, enums their
/// numbers, text UTF-8.
namespace mur::sqlite {

void bind_value(SQLite::Statement& statement, int at, std::int64_t value);
void bind_value(SQLite::Statement& statement, int at, ByteSpan value);
void bind_value(SQLite::Statement& statement, int at, const std::string& value);
void bind_value(SQLite::Statement& statement, int at, std::nullopt_t);

inline void bind_value(SQLite::Statement& statement, int at, TimePoint value) {
  bind_value(statement, at, static_cast<std::int64_t>(value.time_since_epoch().count()));
}
inline void bind_value(SQLite::Statement& statement, int at, const Uuid& value) {
  bind_value(statement, at, ByteSpan{value.bytes});
}
template <class Tag>
void bind_value(SQLite::Statement& statement, int at, const Id<Tag>& value) {
  bind_value(statement, at, value.uuid);
}
template <class Number>
  requires(std::integral<Number> || std::is_enum_v<Number>)
void bind_value(SQLite::Statement& statement, int at, Number value) {
  bind_value(statement, at, static_cast<std::int64_t>(value));
}
template <class Value>
void bind_value(SQLite::Statement& statement, int at, const std::optional<Value>& value) {
  if (value)
    bind_value(statement, at, *value);
  else
    bind_value(statement, at, std::nullopt);
}

/// Binds the values to ?1, ?2 …, of a fresh statement or of one that has run (well or badly: reset() would repeat the
/// last run's error).
template <class... Values>
SQLite::Statement& bind_all(SQLite::Statement& statement, const Values&... values) {
  statement.tryReset();
  int at = 0;
  (bind_value(statement, ++at, values), ...);
  return statement;
}

// Reading throws SQLite::Exception (SQLITE_CORRUPT) for a value of the wrong size: it ends in guarded().

[[nodiscard]] Bytes bytes_at(const SQLite::Statement& statement, int column);
[[nodiscard]] Uuid uuid_at(const SQLite::Statement& statement, int column);
[[nodiscard]] TimePoint time_at(const SQLite::Statement& statement, int column);
[[nodiscard]] std::string text_at(const SQLite::Statement& statement, int column);
[[nodiscard]] bool is_null_at(const SQLite::Statement& statement, int column);
[[nodiscard]] std::int64_t integer_at(const SQLite::Statement& statement, int column);
void copy_at(const SQLite::Statement& statement, int column, std::span<std::uint8_t> out);

template <class Identity>
[[nodiscard]] Identity id_at(const SQLite::Statement& statement, int column) {
  return Identity{uuid_at(statement, column)};
}
template <std::size_t size>
[[nodiscard]] std::array<std::uint8_t, size> array_at(const SQLite::Statement& statement, int column) {
  std::array<std::uint8_t, size> out{};
  copy_at(statement, column, out);
  return out;
}
template <class Number>
[[nodiscard]] Number number_at(const SQLite::Statement& statement, int column) {
  return static_cast<Number>(integer_at(statement, column));
}

}  // namespace mur::sqlite
