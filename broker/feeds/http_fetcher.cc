#include "broker/feeds/http_fetcher.h"

#include <cassert>
#include <map>
#include <utility>

#include "broker/feeds/calendar_file.h"
#include "broker/feeds/transfer.h"

namespace mur::feeds {
namespace {

/// libcurl counts who needs it, and may be told so from any thread (feature "threadsafe").
class Curl {
 public:
  Curl() { ::curl_global_init(CURL_GLOBAL_DEFAULT); }
  ~Curl() { ::curl_global_cleanup(); }
  Curl(const Curl&) = delete;
  Curl& operator=(const Curl&) = delete;
};

struct FreeMulti {
  void operator()(CURLM* multi) const { ::curl_multi_cleanup(multi); }
};

FeedTrouble trouble_of(const Error& error) {
  const bool never_works = error.code == Errc::forbidden || error.code == Errc::invalid;
  return never_works ? FeedTrouble::forbidden : FeedTrouble::unreachable;
}

}  // namespace

class HttpFetcher::Inside {
 public:
  Inside() : multi_{::curl_multi_init()} { assert(multi_ != nullptr); }
  ~Inside() {
    for (const auto& [easy, running] : running_) ::curl_multi_remove_handle(multi_.get(), easy);
  }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

  void start(Number number, const FetchRequest& request, const FetchRules& rules) {
    Result<FeedAddress> address = parse_feed_address(request, rules);
    if (!address) {
      done_.push_back({number, {.trouble = trouble_of(address.error()), .problem = address.error().message}});
      return;
    }
    if (!address->file.empty()) {
      done_.push_back({number, read_calendar_file(address->file, rules.bytes)});
      return;
    }
    auto transfer = std::make_unique<Transfer>(std::move(*address), request, rules);
    CURL* easy = transfer->handle();
    if (easy == nullptr || ::curl_multi_add_handle(multi_.get(), easy) != CURLM_OK) {
      done_.push_back(
          {number,
           {.trouble = FeedTrouble::unreachable,
            .problem = "the fetch could not be prepared; check hub.toml ([feeds]) and this machine's memory"}});
      return;
    }
    running_.emplace(easy, Running{number, std::move(transfer)});
  }

  [[nodiscard]] std::size_t under_way() const { return running_.size() + done_.size(); }

  std::vector<Fetched> wait(Milliseconds patience, int wake_on) {
    move_on();
    if (done_.empty()) {
      curl_waitfd also{.fd = wake_on, .events = CURL_WAIT_POLLIN, .revents = 0};
      ::curl_multi_poll(multi_.get(), &also, wake_on < 0 ? 0 : 1, static_cast<int>(patience.count()), nullptr);
      move_on();
    }
    return std::exchange(done_, {});
  }

  void wake() { ::curl_multi_wakeup(multi_.get()); }

 private:
  struct Running {
    Number number;
    std::unique_ptr<Transfer> transfer;
  };

  void move_on() {
    int still = 0;
    ::curl_multi_perform(multi_.get(), &still);
    int left = 0;
    while (const CURLMsg* message = ::curl_multi_info_read(multi_.get(), &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      // The message goes with the handle.
      const CURLcode code = message->data.result;
      const auto ended = running_.extract(message->easy_handle);
      assert(!ended.empty());
      ::curl_multi_remove_handle(multi_.get(), ended.key());
      done_.push_back({ended.mapped().number, ended.mapped().transfer->finish(code)});
    }
  }

  Curl curl_;
  std::unique_ptr<CURLM, FreeMulti> multi_;
  std::map<CURL*, Running> running_;
  std::vector<Fetched> done_;
};

HttpFetcher::HttpFetcher() : inside_{std::make_unique<Inside>()} {}
HttpFetcher::~HttpFetcher() = default;

void HttpFetcher::start(Number number, const FetchRequest& request, const FetchRules& rules) {
  inside_->start(number, request, rules);
}
std::size_t HttpFetcher::under_way() const { return inside_->under_way(); }
std::vector<HttpFetcher::Fetched> HttpFetcher::wait(Milliseconds patience, int wake_on) {
  return inside_->wait(patience, wake_on);
}
void HttpFetcher::wake() { inside_->wake(); }

}  // namespace mur::feeds
