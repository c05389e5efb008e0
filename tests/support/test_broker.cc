#include "tests/support/test_broker.h"

#include <stdexcept>

#include "broker/core/bootstrap.h"
#include "broker/core/group.h"
#include "broker/core/opening.h"
#include "broker/feeds/feed_worker.h"
#include "shared/domain/limits.h"

namespace mur::test {
namespace {

constexpr TimePoint kNoon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 14} + std::chrono::hours{11}};

template <class T>
T must_have(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

broker::Settings a_hub() {
  broker::Settings settings;
  settings.log_level = "error";
  settings.hub.name = "La Maison commune";
  settings.hub.address = "31, rue des Récollets";
  settings.hub.time_zone = "Europe/Paris";
  settings.hub.languages = {"fr", "en"};
  settings.hub.rooms = {"Cuisine", "Grande salle"};
  settings.hub.privacy = {.controller = "La Maison commune",
                          .address = "31, rue des Récollets",
                          .rights_contact = "l'accueil",
                          .dpo = "l'accueil",
                          .publication_director = "Awa Diallo",
                          .host = "La Maison"};
  return settings;
}

TestKey make_pair() {
  const SealKeyPair pair = make_seal_key_pair();  // X25519, as CURVE's
  return {
      .id = {}, .public_key = pair.public_key, .secret_key = pair.secret_key, .role = Role::kiosk, .organization = {}};
}

}  // namespace

struct TestBroker::Running {
  std::unique_ptr<broker::SqliteLogStore> store;
  std::unique_ptr<broker::FileForgetLog> forget_log;
  broker::SecretVault vault;
  broker::CoreMailbox to_core{limits::kQueue};
  broker::WireMailbox to_wire{limits::kQueue};
  broker::FetchMailbox to_feeds{limits::kQueue};
  std::unique_ptr<transport::ZmqTransport> transport;
  std::unique_ptr<broker::Core> core;
  std::thread thread;
  std::unique_ptr<feeds::FeedWorker> fetching;
};

TestBroker::TestBroker() : own_clock_{kNoon}, clock_{own_clock_}, random_{make_system_random()}, settings_{a_hub()} {
  create_hub();
}

TestBroker::TestBroker(const Clock& clock)
    : own_clock_{kNoon}, clock_{clock}, random_{make_system_random()}, settings_{a_hub()} {
  create_hub();
}

TestBroker::~TestBroker() { stop(); }

void TestBroker::create_hub() {
  secrets_ = must_have(broker::create_secrets(folder_ / "secrets", *random_));
  admin_ = make_pair();
  admin_.role = Role::admin;
  const auto store = must_have(broker::SqliteLogStore::create(folder_.path(), *random_));
  Hub hub = a_hub().hub;
  hub.seal_key = secrets_.hub.public_key;
  must_have(
      broker::bootstrap(*store, hub, {.public_key = admin_.public_key, .label = "admin"}, clock_.now(), *random_));
  const auto forget_log = must_have(broker::FileForgetLog::open(folder_.path(), *random_));
  const broker::HubState state =
      must_have(broker::open_state(*store, *forget_log, broker::SecretVault{secrets_}, clock_.now(), {}));
  admin_.id = state.wall.key_of(admin_.public_key)->id;
}

RecordId TestBroker::must(Command command, const Actor& actor) {
  if (running_) throw std::logic_error("the broker runs: ask it over the wire");
  const auto store = must_have(broker::SqliteLogStore::open(folder_.path()));
  const auto forget_log = must_have(broker::FileForgetLog::open(folder_.path(), *random_));
  broker::HubState state =
      must_have(broker::open_state(*store, *forget_log, broker::SecretVault{secrets_}, clock_.now(), {}));
  broker::Group group(state.wall, state.head, clock_.now());
  const Order order{.id = CommandId{make_uuid(clock_.now(), *random_)},
                    .made_at = clock_.now(),
                    .command = std::move(command),
                    .ticket = {}};
  const Changes changes = must_have(group.decide(order, actor));
  must_have(store->append(state.head, group.commit()));
  return changes.about;
}

Need TestBroker::need(NeedId id) {
  if (running_) throw std::logic_error("the broker runs: ask it over the wire");
  const auto store = must_have(broker::SqliteLogStore::open(folder_.path()));
  const auto forget_log = must_have(broker::FileForgetLog::open(folder_.path(), *random_));
  const broker::HubState state =
      must_have(broker::open_state(*store, *forget_log, broker::SecretVault{secrets_}, clock_.now(), {}));
  const Need* found = state.wall.find(id);
  if (found == nullptr) throw std::logic_error("no such need");
  return *found;
}

OrganizationId TestBroker::add_organization(const std::string& name, Trust trust) {
  OrganizationDetails details;
  details.name = name;
  return OrganizationId{must(AddOrganization{.details = details, .trust = trust, .guarantor = "W751234567"}).uuid};
}

TestKey TestBroker::add_key(Role role, OrganizationId organization, const std::string& label) {
  TestKey key = make_pair();
  key.role = role;
  key.organization = organization;
  key.id = KeyId{
      must(
          AddKey{
              .public_key = key.public_key, .role = role, .organization = organization, .label = label, .replaces = {}})
          .uuid};
  return key;
}

void TestBroker::start() {
  if (running_) return;
  std::unique_ptr<Running> next{
      new Running{.store = must_have(broker::SqliteLogStore::open(folder_.path())),
                  .forget_log = must_have(broker::FileForgetLog::open(folder_.path(), *random_)),
                  .vault = broker::SecretVault{secrets_},
                  .transport = nullptr,
                  .core = nullptr,
                  .thread = {},
                  .fetching = nullptr}};
  next->transport = std::make_unique<transport::ZmqTransport>(
      transport::ZmqTransport::Options{
          .address = address_, .secret_key = secrets_.broker.secret_key, .timing = {}, .program = "mur-broker test"},
      next->to_core, next->to_wire, clock_);
  next->core = must_have(broker::Core::open({.store = *next->store,
                                             .forget_log = *next->forget_log,
                                             .vault = next->vault,
                                             .settings = settings_,
                                             .transport = *next->transport,
                                             .inbox = next->to_core,
                                             .outbox = next->to_wire,
                                             .fetches = next->to_feeds,
                                             .clock = clock_,
                                             .monotonic = [start = clock_.now(), this] { return clock_.now() - start; },
                                             .random = *random_,
                                             .data_folder = folder_.path(),
                                             .version = "test"}));
  must_have(next->transport->start());
  address_ = next->transport->address();
  next->thread = std::thread([core = next->core.get()] {
    if (const Status ran = core->run(); !ran) throw std::runtime_error(ran.error().message);
  });
  next->fetching = std::make_unique<feeds::FeedWorker>(
      next->to_feeds, [&to_core = next->to_core](const broker::FeedFetched& fetched) { return to_core.push(fetched); },
      clock_, feeds::rules_of(must_have(settings_.read()).feeds, "test"));
  next->fetching->start();
  running_ = std::move(next);
}

void TestBroker::stop() {
  if (!running_) return;
  running_->core->stop();
  running_->thread.join();
  running_->transport->stop();
  running_->fetching->stop();
  running_.reset();
}

}  // namespace mur::test
