#include "broker/feeds/feed_worker.h"

#include <fmt/format.h>
#include <pthread.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <deque>
#include <map>

#include "broker/feeds/feed_address.h"
#include "broker/feeds/feed_reading.h"
#include "broker/feeds/http_fetcher.h"

namespace mur::feeds {
namespace {

using namespace std::chrono_literals;

constexpr Milliseconds kPatience = 200ms;  // what stop() may have to wait for
constexpr Milliseconds kRetryDelivery = 20ms;

/// A connection that its server has left is an error of write(), not the broker's end.
void ignore_broken_pipes() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGPIPE);
  ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

/// Even what no one foresaw is an answer, and not the broker's end.
broker::FeedFetched read_safely(const broker::FetchWanted& wanted, FetchOutcome outcome, TimePoint now) {
  try {
    return read_feed(wanted, std::move(outcome), now);
  } catch (const std::exception& error) {
    spdlog::error("feeds: {} of feed {} could not be read: {}", calendar_at(wanted.details.url), to_string(wanted.feed),
                  error.what());
    return {.feed = wanted.feed,
            .trouble = FeedTrouble::unreadable,
            .problem = fmt::format("{} could not be read; tell who maintains Mur, with the file",
                                   calendar_at(wanted.details.url)),
            .content = wanted.content};
  }
}

}  // namespace

FetchRules rules_of(const broker::FeedSettings& settings, const std::string& version) {
  return {.use_network = settings.fetch,
          .allow_addresses = settings.allow_addresses,
          .ca_file = settings.ca_file,
          .proxy = settings.proxy,
          .user_agent = fmt::format("Mur/{} (+calendar reader)", version)};
}

/// What the thread owns while it runs.
class FeedWorker::Round {
 public:
  explicit Round(FeedWorker& worker) : worker_{worker} {}

  void once() {
    while (!answers_.empty() && worker_.deliver_(answers_.front())) answers_.pop_front();
    take();
    const bool has_room = room() > 0;
    for (HttpFetcher::Fetched& fetched :
         fetcher_.wait(answers_.empty() ? kPatience : kRetryDelivery, has_room ? worker_.inbox_.descriptor() : -1)) {
      const auto wanted = wanted_.extract(fetched.number);
      answers_.push_back(read_safely(wanted.mapped(), std::move(fetched.outcome), worker_.clock_.now()));
    }
  }

 private:
  /// An answer that nobody takes holds its place: what was fetched never piles up.
  [[nodiscard]] std::size_t room() const {
    const std::size_t busy = fetcher_.under_way() + answers_.size();
    return busy < limits::kFetchesAtOnce ? limits::kFetchesAtOnce - busy : 0;
  }

  void take() {
    if (room() == 0) return;
    for (broker::FetchWanted& wanted : worker_.inbox_.take(room(), 0ms)) {
      spdlog::debug("feeds: asking {} for feed {}", host_of(wanted.details.url), to_string(wanted.feed));
      const HttpFetcher::Number number = next_++;
      fetcher_.start(number, request_of(wanted), worker_.rules());
      wanted_.emplace(number, std::move(wanted));
    }
  }

  FeedWorker& worker_;
  HttpFetcher fetcher_;
  HttpFetcher::Number next_ = 0;
  std::map<HttpFetcher::Number, broker::FetchWanted> wanted_;
  std::deque<broker::FeedFetched> answers_;
};

FeedWorker::FeedWorker(broker::FetchMailbox& inbox, Deliver deliver, const Clock& clock, FetchRules rules)
    : inbox_{inbox}, deliver_{std::move(deliver)}, clock_{clock}, rules_{std::move(rules)} {}

FeedWorker::~FeedWorker() { stop(); }

void FeedWorker::start() {
  stopping_ = false;
  thread_ = std::thread([this] { run(); });
}

void FeedWorker::stop() {
  stopping_ = true;
  inbox_.poke();
  if (thread_.joinable()) thread_.join();
}

void FeedWorker::use(FetchRules rules) {
  const std::lock_guard lock(rules_mutex_);
  rules_ = std::move(rules);
}

FetchRules FeedWorker::rules() const {
  const std::lock_guard lock(rules_mutex_);
  return rules_;
}

void FeedWorker::run() {
  ignore_broken_pipes();
  Round round(*this);
  while (!stopping_) {
    try {
      round.once();
    } catch (const std::exception& error) {
      spdlog::error("feeds: {}; the next round goes on", error.what());
      std::this_thread::sleep_for(kPatience);
    }
  }
}

}  // namespace mur::feeds
