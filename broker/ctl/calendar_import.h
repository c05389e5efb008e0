#pragma once

#include <functional>
#include <map>
#include <vector>

#include "broker/ctl/client.h"
#include "broker/ctl/import_journal.h"
#include "shared/exchange/import_plan.h"

namespace mur::ctl {

using exchange::ImportItem;

/// What became of the events of a plan: their sum is the plan's items.
struct ImportCounts {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
  std::size_t waiting = 0;  ///< for review: the event, or the change
  std::size_t past = 0;     ///< the broker's clock says so
  std::size_t refused = 0;

  friend bool operator==(const ImportCounts&, const ImportCounts&) = default;
};

/// Sends a plan's events, some at a time, and counts what comes back. What is there already is not sent.
class CalendarImport {
 public:
  /// Client and randomness outlive it.
  CalendarImport(Client& client, OrganizationId organization, const ImportRun& run, RandomSource& random)
      : client_{client}, organization_{organization}, run_{run}, random_{random} {}

  using Refused = std::function<void(const ImportItem&, const Error&)>;
  /// Calls `refused` for each event that the broker does not take. Errc::forbidden, and an organization that can't
  /// post, end it: the next event would fare no better.
  Result<ImportCounts> send_all(const std::vector<ImportItem>& items, const Refused& refused);

 private:
  struct Sent {
    const ImportItem* item = nullptr;
    bool was_there = false;
    bool is_second_try = false;
  };
  struct Done {
    Sent sent;
    Receipt receipt;
  };

  [[nodiscard]] EventId id_of(const ImportItem& item) const { return event_id(organization_, item.details); }
  [[nodiscard]] bool is_there(const EventDetails& details) const;
  Status send(CommandId id, const Sent& what);
  Status take_answer(const Refused& refused);
  Status count_done();

  Client& client_;
  OrganizationId organization_;
  ImportRun run_;
  RandomSource& random_;
  std::map<CommandId, Sent> under_way_;
  std::vector<Done> done_;
  ImportCounts counts_;
};

}  // namespace mur::ctl
