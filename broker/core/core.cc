#include "broker/core/core.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <thread>

#include "broker/core/backup_folder.h"
#include "broker/core/opening.h"
#include "broker/core/take_settings.h"
#include "shared/domain/limits.h"

namespace mur::broker {
namespace {

using namespace std::chrono_literals;

constexpr Milliseconds kPatience = 1s;   // a quiet core still looks at its clock
constexpr Milliseconds kDueAtMost = 1s;  // due() walks the whole wall
constexpr Milliseconds kDueAtLeast = 1h;
constexpr Milliseconds kPurgeEvery = 24h;
constexpr Milliseconds kRoomPatience = 2ms;
constexpr std::size_t kAnswersEach = 3;    // one answer, and at worst a batch and new keys of its own
constexpr std::size_t kAnswersOfTime = 5;  // what is due: a batch and new keys; a reload: the same; a feed's batch

}  // namespace

Result<std::unique_ptr<Core>> Core::open(CoreParts parts) {
  Result<HubState> state = open_state(parts.store, parts.forget_log, parts.vault, parts.clock.now(), parts.monotonic());
  if (!state) return fail(state.error());
  const LogOpened opened{.epoch = state->epoch, .head = state->head, .forgotten_to = state->forgotten_to};
  KeysChanged keys = keys_in_force(state->wall);
  std::unique_ptr<Core> core{new Core(std::move(parts), std::move(*state))};
  core->tell(opened);
  core->tell(std::move(keys));
  const Result<std::string> changed = take_settings(core->parts_, core->state_, core->committer_);
  if (!changed) return fail(changed.error());
  spdlog::info("the log stands at batch {} of epoch {}; {} records", core->state_.head, to_string(core->state_.epoch),
               core->state_.wall.size());
  if (core->state_.clock.is_suspect())
    spdlog::warn("the clock is in doubt: {}. Nothing expires until `murctl clock accept`", core->state_.clock.doubt());
  return core;
}

Core::Core(CoreParts parts, HubState state)
    : parts_{std::move(parts)},
      state_{std::move(state)},
      committer_{parts_, state_},
      feeds_{parts_, state_, committer_},
      answers_{parts_, state_, committer_, feeds_, parts_.clock.now()} {}

Status Core::run() {
  while (!stop_asked_)
    if (Status stepped = step(kPatience); !stepped) return stepped;
  return {};
}

void Core::stop() {
  stop_asked_ = true;
  parts_.inbox.poke();
}

void Core::reload() {
  reload_asked_ = true;
  parts_.inbox.poke();
}

Status Core::step(Milliseconds patience) {
  const std::size_t room = parts_.outbox.room();
  if (room < kAnswersOfTime + kAnswersEach) {
    std::this_thread::sleep_for(kRoomPatience);
    return {};
  }
  if (reload_asked_.exchange(false)) {
    const Result<std::string> changed = take_settings(parts_, state_, committer_);
    if (!changed && changed.error().code == Errc::io) return fail(changed.error());
    if (changed)
      spdlog::info("hub.toml was read again; changed: {}", changed->empty() ? "nothing" : *changed);
    else
      spdlog::error("hub.toml was not taken over: {}", changed.error().message);
  }
  if (Status looked = look_at_clock(); !looked) return looked;
  if (Status followed = feeds_.work(); !followed) return followed;
  const Milliseconds until_due = feeds_.has_work() ? 0ms : std::max(0ms, due_at_ - parts_.monotonic());
  const std::size_t most = std::min(limits::kGroupCommands, (room - kAnswersOfTime) / kAnswersEach);
  return work_off(parts_.inbox.take(most, std::min(patience, until_due)));
}

Status Core::look_at_clock() {
  const TimePoint now = parts_.clock.now();
  const Milliseconds monotonic = parts_.monotonic();
  if (state_.clock.observe(now, monotonic))
    spdlog::warn("{}. Nothing expires until `murctl clock accept`", state_.clock.doubt());
  if (state_.clock.is_suspect()) {
    due_at_ = monotonic + kDueAtMost;
    return {};
  }
  if (monotonic >= purge_at_) {
    purge_at_ = monotonic + kPurgeEvery;
    if (Status purged = purge(now); !purged) return purged;
  }
  return monotonic >= due_at_ ? do_what_is_due(now, monotonic) : Status{};
}

Status Core::do_what_is_due(TimePoint now, Milliseconds monotonic) {
  const std::vector<Order> orders = due(state_.wall, now);
  if (orders.empty()) {
    const std::optional<TimePoint> next = next_due(state_.wall, now);
    due_at_ = monotonic + (next ? std::clamp<Milliseconds>(*next - now, kDueAtMost, kDueAtLeast) : kDueAtLeast);
    return {};
  }
  due_at_ = monotonic + kDueAtMost;
  const Result<std::vector<Status>> done = committer_.commit_own(orders);
  if (!done) return fail(done.error());
  for (std::size_t i = 0; i < orders.size(); ++i)
    if (!(*done)[i]) spdlog::warn("what was due could not be done: {}", (*done)[i].error().message);
  return {};
}

Status Core::purge(TimePoint now) {
  const Result<std::vector<RecordId>> dropped = parts_.store.purge(now);
  if (!dropped && dropped.error().code == Errc::io) return fail(dropped.error());
  if (!dropped) {
    spdlog::warn("the daily purge waits for the next day: {}", dropped.error().message);
    return {};
  }
  for (const RecordId& id : *dropped) state_.wall.drop(id);
  state_.views.drop(*dropped);
  state_.forgotten_to = parts_.store.head().forgotten_to;
  if (Status scrubbed = parts_.store.scrub(); !scrubbed) return scrubbed;
  const std::size_t backups =
      BackupFolder(parts_.data_folder / "backups").delete_old(now) + delete_old_copies(parts_.data_folder, now);
  spdlog::info("daily purge: {} old tombstones, {} old backups", dropped->size(), backups);
  return {};
}

Status Core::work_off(std::vector<ToCore> arrived) {
  // Commands first, as one group: an fsync for all of them, whatever questions came in between.
  std::vector<CommandArrived> group;
  std::size_t bytes = 0;
  const auto commit = [&]() -> Status {
    if (group.empty()) return {};
    due_at_ = std::min(due_at_, parts_.monotonic() + kDueAtMost);
    bytes = 0;
    return committer_.commit(std::exchange(group, {}));
  };
  for (ToCore& one : arrived) {
    auto* command = std::get_if<CommandArrived>(&one);
    if (command == nullptr) continue;
    if (bytes + command->raw.size() > limits::kGroupBytes)
      if (Status committed = commit(); !committed) return committed;
    bytes += command->raw.size();
    group.push_back(std::move(*command));
  }
  if (Status committed = commit(); !committed) return committed;

  for (ToCore& one : arrived) {
    if (auto* fetched = std::get_if<FeedFetched>(&one)) feeds_.take(std::move(*fetched));
    if (const auto* watched = std::get_if<ScopeWatched>(&one)) state_.views.watch(state_.wall, *watched);
    if (const auto* wanted = std::get_if<PageWanted>(&one)) tell(state_.views.page(state_.wall, *wanted, state_.head));
    if (const auto* query = std::get_if<QueryArrived>(&one))
      if (Status taken = take(*query); !taken) return taken;
  }
  return {};
}

Status Core::take(const QueryArrived& query) {
  Result<Answer> answer = answers_.answer(query);
  if (!answer && answer.error().code == Errc::io) return fail(answer.error());
  tell(AnswerReady{.session = query.session, .query = query.query, .answer = std::move(answer)});
  return {};
}

// step() made sure of the room; the mailbox is closed when the broker ends.
void Core::tell(FromCore told) { (void)parts_.outbox.push(std::move(told)); }

}  // namespace mur::broker
