#include "shared/sqlite/values.h"

#include <sqlite3.h>

#include <algorithm>

namespace mur::sqlite {

void bind_value(SQLite::Statement& statement, int at, std::int64_t value) { statement.bind(at, value); }

void bind_value(SQLite::Statement& statement, int at, ByteSpan value) {
  // A null pointer would bind NULL, and an empty blob is not NULL.
  statement.bind(at, value.empty() ? static_cast<const void*>("") : value.data(), static_cast<int>(value.size()));
}

void bind_value(SQLite::Statement& statement, int at, const std::string& value) { statement.bind(at, value); }

void bind_value(SQLite::Statement& statement, int at, std::nullopt_t) { statement.bind(at); }

Bytes bytes_at(const SQLite::Statement& statement, int column) {
  const SQLite::Column value = statement.getColumn(column);
  const auto* begin = static_cast<const std::uint8_t*>(value.getBlob());
  return begin == nullptr ? Bytes{} : Bytes(begin, begin + value.getBytes());
}

void copy_at(const SQLite::Statement& statement, int column, std::span<std::uint8_t> out) {
  const SQLite::Column value = statement.getColumn(column);
  const auto* begin = static_cast<const std::uint8_t*>(value.getBlob());
  if (begin == nullptr || static_cast<std::size_t>(value.getBytes()) != out.size())
    throw SQLite::Exception("a value has the wrong size", SQLITE_CORRUPT);
  std::copy_n(begin, out.size(), out.begin());
}

Uuid uuid_at(const SQLite::Statement& statement, int column) { return Uuid{array_at<16>(statement, column)}; }

TimePoint time_at(const SQLite::Statement& statement, int column) {
  return TimePoint{Milliseconds{integer_at(statement, column)}};
}

std::string text_at(const SQLite::Statement& statement, int column) { return statement.getColumn(column).getString(); }

bool is_null_at(const SQLite::Statement& statement, int column) { return statement.getColumn(column).isNull(); }

std::int64_t integer_at(const SQLite::Statement& statement, int column) {
  return statement.getColumn(column).getInt64();
}

}  // namespace mur::sqlite
