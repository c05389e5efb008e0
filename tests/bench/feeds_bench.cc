// The figures of refreshing organizations' calendars: a hundred feeds from one server over TLS on the loopback, when
// all are new and when none has changed; and the largest file that is read. The server is in this process, so its
// threads and its half of TLS are in the time and in the memory.
#include <fmt/format.h>

#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>

#include "broker/feeds/feed_worker.h"
#include "shared/domain/limits.h"
#include "tests/support/authority.h"
#include "tests/support/gzip.h"
#include "tests/support/https_server.h"
#include "tests/support/temp_folder.h"

namespace mur::test {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t kFeeds = 100;
constexpr std::size_t kEvents = 200;  // of each; every tenth is a series

double milliseconds(SteadyClock::duration time) { return std::chrono::duration<double, std::milli>(time).count(); }

/// "VmRSS" now, "VmHWM" at most so far; MiB.
double resident(const std::string& which) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(which + ":")) return std::stod(line.substr(which.size() + 1)) / 1024;
  return 0;
}

std::string calendar_of(std::size_t number, std::size_t events) {
  std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Mur//bench//FR\r\n";
  for (std::size_t i = 0; i < events; ++i)
    text += fmt::format(
        "BEGIN:VEVENT\r\nUID:{0}-{1}@bench\r\nDTSTAMP:20300101T000000Z\r\nDTSTART;TZID=Europe/"
        "Paris:203001{2:02}T183000\r\n"
        "DTEND;TZID=Europe/Paris:203001{2:02}T210000\r\nSUMMARY:Cuisine pour 80 voisins\\, {1}\r\nLOCATION:Grande "
        "salle\r\nDESCRIPTION:On épluche\\, on goûte\\, on sert. Tabliers fournis\\; venez comme vous êtes.\r\n{3}"
        "END:VEVENT\r\n",
        number, i, i % 28 + 1, i % 10 == 0 ? "RRULE:FREQ=WEEKLY;COUNT=40\r\n" : "");
  return text + "END:VCALENDAR\r\n";
}

class Bench {
 public:
  Bench() {
    std::ofstream(folder_ / "ca.pem") << authority_.pem();
    for (std::size_t i = 0; i < kFeeds; ++i) serve(fmt::format("/{}.ics", i), calendar_of(i, kEvents));
    std::size_t most = kEvents;
    while (calendar_of(0, most * 2).size() < limits::kReadLimits.file_bytes) most *= 2;
    serve("/largest.ics", calendar_of(0, std::min(most, limits::kReadLimits.components - 1)));
    worker_.start();
  }

  void refresh(const std::string& what, const std::string& etag) {
    const auto begun = SteadyClock::now();
    std::size_t events = 0;
    std::size_t unchanged = 0;
    for (std::size_t i = 0; i < kFeeds; ++i) ask(fmt::format("/{}.ics", i), etag);
    for (const broker::FeedFetched& fetched : answers(kFeeds)) {
      if (fetched.trouble != FeedTrouble::none) throw std::runtime_error(fetched.problem);
      events += fetched.events.size();
      unchanged += fetched.unchanged ? 1 : 0;
    }
    fmt::print("{} feeds, {}: {:.0f} ms, {} events, {} unchanged; {:.0f} MiB resident, at most {:.0f}\n", kFeeds, what,
               milliseconds(SteadyClock::now() - begun), events, unchanged, resident("VmRSS"), resident("VmHWM"));
  }

  void largest() {
    const auto begun = SteadyClock::now();
    ask("/largest.ics", "");
    const broker::FeedFetched fetched = std::move(answers(1).front());
    if (fetched.trouble != FeedTrouble::none) throw std::runtime_error(fetched.problem);
    fmt::print("one feed of {:.1f} MiB: {:.0f} ms, {} events; {:.0f} MiB resident, at most {:.0f}\n",
               static_cast<double>(largest_bytes_) / (1024 * 1024), milliseconds(SteadyClock::now() - begun),
               fetched.events.size(), resident("VmRSS"), resident("VmHWM"));
  }

 private:
  void serve(const std::string& path, const std::string& text) {
    largest_bytes_ = text.size();
    const std::string answer =
        http_answer("200 OK", "ETag: \"1\"\r\nContent-Type: text/calendar\r\nContent-Encoding: gzip\r\n", gzip(text));
    server_.on(path, [answer](const HttpRequest& request, HttpPeer& peer) {
      peer.send(request.header("if-none-match") == "\"1\"" ? "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n"
                                                           : answer);
    });
  }
  void ask(const std::string& path, const std::string& etag) {
    broker::FetchWanted wanted{.etag = etag};
    wanted.details.url = server_.url(path);
    wanted.hub.time_zone = "Europe/Paris";
    wanted.hub.rooms = {"Grande salle"};
    if (!inbox_.push(std::move(wanted))) throw std::runtime_error("the mailbox is full");
  }
  std::vector<broker::FeedFetched> answers(std::size_t count) {
    std::unique_lock lock(mutex_);
    if (!arrived_.wait_for(lock, std::chrono::minutes{5}, [&] { return answers_.size() >= count; }))
      throw std::runtime_error("not every feed was answered");
    return std::exchange(answers_, {});
  }
  bool take(const broker::FeedFetched& fetched) {
    const std::lock_guard lock(mutex_);
    answers_.push_back(fetched);
    arrived_.notify_all();
    return true;
  }

  TempFolder folder_;
  Authority authority_;
  HttpsServer server_{authority_.issue({"IP:127.0.0.1"})};
  std::unique_ptr<Clock> clock_ = make_system_clock();
  broker::FetchMailbox inbox_{2 * kFeeds};
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::vector<broker::FeedFetched> answers_;
  std::size_t largest_bytes_ = 0;  // of the last one served
  feeds::FeedWorker worker_{
      inbox_,
      [this](const broker::FeedFetched& fetched) { return take(fetched); },
      *clock_,
      {.allow_addresses = {parse_ip_network("127.0.0.1").value()}, .ca_file = (folder_ / "ca.pem").string()}};
};

}  // namespace
}  // namespace mur::test

int main() {
  mur::test::Bench bench;
  bench.refresh("all new", "");
  bench.refresh("none changed (304)", "\"1\"");
  bench.largest();
}
