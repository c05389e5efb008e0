#include "broker/ctl/client.h"

#include <fmt/format.h>

#include <algorithm>

#include "broker/ctl/exit.h"

namespace mur::ctl {
namespace {

using std::chrono::steady_clock;

/// How long a broker that answered may take for one answer, or may be gone in between.
constexpr Milliseconds kAnswerWithin = std::chrono::seconds{30};
/// How long one look at the link lasts when nothing happens.
constexpr Milliseconds kLook = std::chrono::milliseconds{200};

std::string first_broker(const link::KeyFile& key) { return key.brokers.empty() ? "?" : key.brokers.front(); }

}  // namespace

Client::Client(Options options, link::Replica replica, link::Outbox outbox, const Clock& clock, RandomSource& random)
    : key_{options.key}, patience_{options.patience}, clock_{clock} {
  link_ = std::make_unique<link::ZmqLink>(link::ZmqLink::Options{.key = std::move(options.key),
                                                                 .client = "murctl " MUR_VERSION,
                                                                 .wake =
                                                                     [this] {
                                                                       const std::lock_guard lock(mutex_);
                                                                       woken_ = true;
                                                                       wake_.notify_one();
                                                                     },
                                                                 .subscribe = options.look == Look::records},
                                          std::move(replica), std::move(outbox), clock, random);
}

Result<std::unique_ptr<Client>> Client::connect(Options options, const Clock& clock, RandomSource& random) {
  Result<link::Replica> replica = link::Replica::open_in_memory();
  if (!replica) return fail(replica.error());
  Result<link::Outbox> outbox = link::Outbox::open_in_memory();
  if (!outbox) return fail(outbox.error());
  const Look look = options.look;
  std::unique_ptr<Client> client{
      new Client(std::move(options), std::move(*replica), std::move(*outbox), clock, random)};
  if (Status ready = client->wait_until_ready(look); !ready) return fail(ready.error());
  return client;
}

Status Client::wait_until_ready(Look look) {
  const Instant give_up = steady_clock::now() + patience_.value_or(kAnswerWithin);
  while (!(look == Look::records ? current_ : connected_)) {
    const bool out_of_time = steady_clock::now() >= give_up;
    if (gone_ && gone_->code == Errc::forbidden) return fail(*gone_);
    // Twice each: on a machine that is busy one handshake may come too late.
    const bool tried_all = failures_ >= 2 * std::max<std::size_t>(key_.brokers.size(), 1);
    if (out_of_time || (tried_all && !patience_))
      return fail(Errc::io, kBrokerField,
                  fmt::format("no broker answers at {}; start it with `mur-broker --data DIR`, or name another with "
                              "--broker tcp://HOST:PORT{}",
                              first_broker(key_), gone_ ? " (" + gone_->message + ")" : ""));
    if (Status heeded = heed(give_up); !heeded) return heeded;
  }
  return {};
}

Status Client::heed(Instant deadline) {
  {
    std::unique_lock lock(mutex_);
    wake_.wait_until(lock, std::min(deadline, steady_clock::now() + kLook), [this] { return woken_; });
    woken_ = false;
  }
  for (link::LinkEvent& event : link_->take_events()) take(std::move(event));
  return {};
}

void Client::take(link::LinkEvent event) {
  if (auto* connected = std::get_if<link::Connected>(&event)) {
    scope_ = connected->scope;
    clock_offset_ = connected->clock_offset;
    connected_ = true;
    gone_.reset();
    failures_ = 0;
  } else if (auto* disconnected = std::get_if<link::Disconnected>(&event)) {
    if (!gone_) gone_since_ = steady_clock::now();
    ++failures_;
    gone_ = std::move(disconnected->why);
    connected_ = false;
  } else if (auto* changed = std::get_if<link::RecordsChanged>(&event)) {
    if (changed->replaced) wall_ = Wall{};
    for (StampedRecord& record : changed->records) wall_.apply(std::move(record));
    seq_ = std::max(seq_, changed->seq);
  } else if (const auto* current = std::get_if<link::BecameCurrent>(&event)) {
    seq_ = std::max(seq_, current->seq);
    current_ = true;
  } else if (auto* command = std::get_if<link::CommandAnswered>(&event)) {
    answered_.push_back({command->command, std::move(command->answer)});
  } else if (auto* query = std::get_if<link::QueryAnswered>(&event)) {
    query_answers_.push_back(std::move(*query));
  }
}

template <class Done>
Status Client::wait_for(Done&& done) {
  const Milliseconds patience = std::max(patience_.value_or(kAnswerWithin), kAnswerWithin);
  while (!done()) {
    if (gone_ && gone_->code == Errc::forbidden) return fail(*gone_);
    if (gone_ && steady_clock::now() - gone_since_ > patience)
      return fail(Errc::io, kBrokerField,
                  fmt::format("the broker at {} has gone before it answered ({}); what was asked may have been done: "
                              "look before you ask again",
                              first_broker(key_), gone_->message));
    if (Status heeded = heed(steady_clock::now() + kLook); !heeded) return heeded;
  }
  return {};
}

Status Client::send(CommandId id, TimePoint made_at, Command command) {
  return link_->submit_as(id, made_at, std::move(command));
}

Result<Client::Answered> Client::next_answer() {
  if (Status waited = wait_for([this] { return !answered_.empty(); }); !waited) return fail(waited.error());
  Answered first = std::move(answered_.front());
  answered_.erase(answered_.begin());
  return first;
}

Result<Receipt> Client::submit(Command command) {
  const Result<CommandId> id = link_->submit(std::move(command));
  if (!id) return fail(id.error());
  Result<Answered> answered = next_answer();
  if (!answered) return fail(answered.error());
  return std::move(answered->answer);
}

Result<Receipt> Client::submit_as(CommandId id, TimePoint made_at, Command command) {
  if (Status sent = send(id, made_at, std::move(command)); !sent) return fail(sent.error());
  Result<Answered> answered = next_answer();
  if (!answered) return fail(answered.error());
  return std::move(answered->answer);
}

Result<Answer> Client::ask(Query query) {
  const std::uint64_t number = link_->ask(std::move(query));
  const auto mine = [&] { return std::ranges::find(query_answers_, number, &link::QueryAnswered::query); };
  if (Status waited = wait_for([&] { return mine() != query_answers_.end(); }); !waited) return fail(waited.error());
  Result<Answer> answer = std::move(mine()->answer);
  query_answers_.erase(mine());
  return answer;
}

Status Client::see(Seq seq) {
  return wait_for([&] { return seq_ >= seq; });
}

Status Client::watch(const std::function<bool(const Wall&)>& seen, Milliseconds most) {
  const Instant give_up = steady_clock::now() + most;
  bool in_time = true;
  const Status waited = wait_for([&] { return seen(wall_) || !(in_time = steady_clock::now() < give_up); });
  if (!waited) return waited;
  return in_time ? Status{} : Status{fail(Errc::try_again, "records", "it takes longer than expected")};
}

}  // namespace mur::ctl
