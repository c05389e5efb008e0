#include "shared/link/outbox.h"

#include <fmt/format.h>

#include "shared/domain/limits.h"
#include "shared/link/link_schema.h"
#include "shared/sqlite/durable_database.h"
#include "shared/sqlite/values.h"

namespace mur::link {
namespace {

using sqlite::bind_all;
using sqlite::bytes_at;
using sqlite::id_at;
using sqlite::is_null_at;
using sqlite::number_at;
using sqlite::text_at;
using sqlite::time_at;
using sqlite::uuid_at;

constexpr const char* kSelect =
    "SELECT command, made_at, state, bytes, seq, about_kind, about_uuid, changed, status, error_code, error_field, "
    "error_message FROM commands ";

Outgoing outgoing_at(const SQLite::Statement& row) {
  Outgoing found{.id = id_at<CommandId>(row, 0),
                 .made_at = time_at(row, 1),
                 .state = number_at<SendState>(row, 2),
                 .bytes = bytes_at(row, 3),
                 .receipt = std::nullopt,
                 .error = std::nullopt};
  if (found.state == SendState::acknowledged) {
    found.receipt = Receipt{.command = found.id,
                            .seq = number_at<Seq>(row, 4),
                            .about = {.kind = number_at<RecordKind>(row, 5), .uuid = uuid_at(row, 6)},
                            .changed = number_at<bool>(row, 7),
                            .status = std::nullopt};
    if (!is_null_at(row, 8)) found.receipt->status = number_at<PostStatus>(row, 8);
  }
  if (found.state == SendState::refused)
    found.error = Error{.code = number_at<Errc>(row, 9), .field = text_at(row, 10), .message = text_at(row, 11)};
  return found;
}

}  // namespace

struct Outbox::State {
  sqlite::DurableDatabase database;

  [[nodiscard]] SQLite::Statement prepare(const std::string& sql) const { return {database.connection(), sql}; }

  [[nodiscard]] std::size_t count_waiting() const {
    auto row = prepare("SELECT count(*) FROM commands WHERE state = ?1");
    bind_all(row, SendState::waiting).executeStep();
    return number_at<std::size_t>(row, 0);
  }
  [[nodiscard]] std::optional<Outgoing> find(CommandId id) const {
    auto row = prepare(std::string{kSelect} + "WHERE command = ?1");
    if (!bind_all(row, id).executeStep()) return std::nullopt;
    return outgoing_at(row);
  }
};

Outbox::Outbox(std::unique_ptr<State> state) : state_{std::move(state)} {}
Outbox::Outbox(Outbox&&) noexcept = default;
Outbox& Outbox::operator=(Outbox&&) noexcept = default;
Outbox::~Outbox() = default;

Result<Outbox> Outbox::open(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / kOutboxFile;
  auto database = sqlite::open(file, outbox_schema(), sqlite::Missing::create);
  if (!database) return fail(database.error());
  return Outbox(std::unique_ptr<State>(new State{{file, std::move(*database)}}));
}

Result<Outbox> Outbox::open_in_memory() {
  auto database = sqlite::open_in_memory(outbox_schema());
  if (!database) return fail(database.error());
  return Outbox(std::unique_ptr<State>(new State{{":memory:", std::move(*database)}}));
}

Status Outbox::add(CommandId id, TimePoint made_at, Bytes bytes) {
  return state_->database.write([&]() -> Status {
    if (const auto there = state_->find(id)) {
      if (there->bytes == bytes) return {};
      return fail(Errc::conflict, "id", fmt::format("command {} is in the outbox with other bytes", to_string(id)));
    }
    if (state_->count_waiting() >= limits::kOutbox)
      return fail(Errc::too_large, "outbox",
                  fmt::format("{} commands wait for the broker already; connect this machine first", limits::kOutbox));
    auto put = state_->prepare("INSERT INTO commands (command, made_at, state, bytes) VALUES (?1, ?2, ?3, ?4)");
    bind_all(put, id, made_at, SendState::waiting, bytes).exec();
    return {};
  });
}

Status Outbox::acknowledge(const Receipt& receipt, TimePoint now) {
  return state_->database.write([&]() -> Status {
    auto put = state_->prepare(
        "UPDATE commands SET state = ?2, answered_at = ?3, seq = ?4, about_kind = ?5, about_uuid = ?6, changed = ?7, "
        "status = ?8, error_code = NULL, error_field = NULL, error_message = NULL WHERE command = ?1");
    bind_all(put, receipt.command, SendState::acknowledged, now, receipt.seq, receipt.about.kind, receipt.about.uuid,
             receipt.changed, receipt.status)
        .exec();
    return {};
  });
}

Status Outbox::refuse(CommandId id, const Error& error, TimePoint now) {
  return state_->database.write([&]() -> Status {
    auto put = state_->prepare(
        "UPDATE commands SET state = ?2, answered_at = ?3, error_code = ?4, error_field = ?5, error_message = ?6 "
        "WHERE command = ?1");
    bind_all(put, id, SendState::refused, now, error.code, error.field, error.message).exec();
    return {};
  });
}

Result<std::vector<Outgoing>> Outbox::waiting() const {
  return state_->database.read([&]() -> Result<std::vector<Outgoing>> {
    auto row = state_->prepare(std::string{kSelect} + "WHERE state = ?1 ORDER BY position");
    bind_all(row, SendState::waiting);
    std::vector<Outgoing> found;
    while (row.executeStep()) found.push_back(outgoing_at(row));
    return found;
  });
}

Result<std::size_t> Outbox::count_waiting() const {
  return state_->database.read([&]() -> Result<std::size_t> { return state_->count_waiting(); });
}

Result<std::optional<Outgoing>> Outbox::find(CommandId id) const {
  return state_->database.read([&]() -> Result<std::optional<Outgoing>> { return state_->find(id); });
}

Status Outbox::replay_acknowledged() {
  return state_->database.write([&]() -> Status {
    auto put = state_->prepare("UPDATE commands SET state = ?1, answered_at = NULL WHERE state = ?2");
    bind_all(put, SendState::waiting, SendState::acknowledged).exec();
    return {};
  });
}

Status Outbox::purge(TimePoint now) {
  int deleted = 0;
  const Status purged = state_->database.write([&]() -> Status {
    auto put = state_->prepare("DELETE FROM commands WHERE answered_at <= ?1");
    deleted = bind_all(put, now - limits::kAcknowledgedKept).exec();
    return {};
  });
  if (!purged || deleted == 0) return purged;
  return state_->database.checkpoint();
}

}  // namespace mur::link
