#include "broker/store/log_schema.h"

#include <array>

namespace mur::broker {
namespace {

constexpr const char* kSchema1 = R"sql(
CREATE TABLE log (
  only           INTEGER PRIMARY KEY CHECK (only = 1),
  epoch          BLOB    NOT NULL CHECK (length(epoch) = 16),
  head           INTEGER NOT NULL CHECK (head >= 0),
  last_commit_at INTEGER NOT NULL,
  forgotten_to   INTEGER NOT NULL CHECK (forgotten_to <= head)
) STRICT;

CREATE TABLE records (
  kind      INTEGER NOT NULL,
  uuid      BLOB    NOT NULL CHECK (length(uuid) = 16),
  seq       INTEGER NOT NULL CHECK (seq > 0),
  schema    INTEGER NOT NULL,
  tombstone INTEGER NOT NULL CHECK (tombstone IN (0, 1)),
  at        INTEGER NOT NULL,
  bytes     BLOB    NOT NULL,
  PRIMARY KEY (kind, uuid)
) STRICT;
CREATE INDEX records_by_seq ON records (seq);
CREATE INDEX tombstones_by_time ON records (at) WHERE tombstone = 1;

CREATE TABLE receipts (
  principal    BLOB    NOT NULL CHECK (length(principal) = 16),
  command      BLOB    NOT NULL CHECK (length(command) = 16),
  command_hash BLOB    NOT NULL CHECK (length(command_hash) = 32),
  seq          INTEGER NOT NULL,
  about_kind   INTEGER NOT NULL,
  about_uuid   BLOB    NOT NULL CHECK (length(about_uuid) = 16),
  changed      INTEGER NOT NULL CHECK (changed IN (0, 1)),
  status       INTEGER,
  at           INTEGER NOT NULL,
  PRIMARY KEY (principal, command)
) STRICT, WITHOUT ROWID;
CREATE INDEX receipts_by_time ON receipts (at);

CREATE TABLE audit (
  row         INTEGER PRIMARY KEY AUTOINCREMENT,
  at          INTEGER NOT NULL,
  principal   BLOB    NOT NULL CHECK (length(principal) = 16),
  role        INTEGER NOT NULL,
  actor       TEXT    NOT NULL,
  action      TEXT    NOT NULL,
  entity_kind INTEGER,
  entity_uuid BLOB    CHECK (length(entity_uuid) = 16),
  reason      TEXT    NOT NULL
) STRICT;
CREATE INDEX audit_by_time ON audit (at);
CREATE TRIGGER audit_is_append_only BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END;

CREATE TABLE contacts (
  post_kind INTEGER NOT NULL,
  post_uuid BLOB    NOT NULL CHECK (length(post_uuid) = 16),
  kind      INTEGER NOT NULL,
  sealed    BLOB    NOT NULL,
  delete_at INTEGER NOT NULL,
  PRIMARY KEY (post_kind, post_uuid)
) STRICT, WITHOUT ROWID;
CREATE INDEX contacts_by_time ON contacts (delete_at);
)sql";

constexpr std::array kSteps{kSchema1};
constexpr sqlite::Schema kSchema{.application_id = 0x4D75724C /* "MurL" */, .steps = kSteps};

}  // namespace

const sqlite::Schema& log_schema() { return kSchema; }

}  // namespace mur::broker
