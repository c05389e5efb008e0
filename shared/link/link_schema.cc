#include "shared/link/link_schema.h"

#include <array>

namespace mur::link {
namespace {

constexpr const char* kReplica1 = R"sql(
CREATE TABLE replica (
  only          INTEGER PRIMARY KEY CHECK (only = 1),
  epoch         BLOB    NOT NULL CHECK (length(epoch) = 16),
  seq           INTEGER NOT NULL CHECK (seq >= 0),
  hash          BLOB    NOT NULL CHECK (length(hash) = 16),
  heard_at      INTEGER NOT NULL,
  record_schema INTEGER NOT NULL
) STRICT;
INSERT INTO replica VALUES (1, zeroblob(16), 0, zeroblob(16), 0, 0);

CREATE TABLE records (
  kind   INTEGER NOT NULL,
  uuid   BLOB    NOT NULL CHECK (length(uuid) = 16),
  seq    INTEGER NOT NULL,
  schema INTEGER NOT NULL,
  bytes  BLOB    NOT NULL,
  PRIMARY KEY (kind, uuid)
) STRICT;
)sql";

constexpr const char* kOutbox1 = R"sql(
CREATE TABLE commands (
  position      INTEGER PRIMARY KEY AUTOINCREMENT,
  command       BLOB    NOT NULL UNIQUE CHECK (length(command) = 16),
  made_at       INTEGER NOT NULL,
  state         INTEGER NOT NULL CHECK (state IN (1, 2, 3)),
  bytes         BLOB    NOT NULL,
  answered_at   INTEGER,
  seq           INTEGER,
  about_kind    INTEGER,
  about_uuid    BLOB    CHECK (length(about_uuid) = 16),
  changed       INTEGER,
  status        INTEGER,
  error_code    INTEGER,
  error_field   TEXT,
  error_message TEXT
) STRICT;
CREATE INDEX commands_by_state ON commands (state, position);
)sql";

constexpr std::array kReplicaSteps{kReplica1};
constexpr std::array kOutboxSteps{kOutbox1};
constexpr sqlite::Schema kReplicaSchema{.application_id = 0x4D757252 /* "MurR" */, .steps = kReplicaSteps};
constexpr sqlite::Schema kOutboxSchema{.application_id = 0x4D75724F /* "MurO" */, .steps = kOutboxSteps};

}  // namespace

const sqlite::Schema& replica_schema() { return kReplicaSchema; }
const sqlite::Schema& outbox_schema() { return kOutboxSchema; }

}  // namespace mur::link
