#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "tests/support/authority.h"

namespace mur::test {

/// What a client asked.
struct HttpRequest {
  std::string method;
  std::string target;                          ///< "/agenda.ics?key=…"
  std::map<std::string, std::string> headers;  ///< names in lower case

  [[nodiscard]] std::string header(const std::string& name) const {
    const auto at = headers.find(name);
    return at == headers.end() ? std::string{} : at->second;
  }
};

/// The server's end of one connection: sends exactly these bytes, right or wrong.
class HttpPeer {
 public:
  virtual ~HttpPeer() = default;
  /// False once the client has left.
  virtual bool send(std::string_view bytes) = 0;
  /// Says nothing more, until the client leaves or the test ends.
  virtual void keep_waiting() = 0;
  /// Ends the connection as a cut cable does, without TLS's goodbye.
  virtual void break_off() = 0;
};

/// "HTTP/1.1 200 OK", these headers, Content-Length and the body.
[[nodiscard]] std::string http_answer(std::string_view status, std::string_view headers, std::string_view body = {});

/// An HTTPS server on the loopback, on a port that is free. Answers each path as it was told to, one request a
/// connection, each connection in a thread of its own; 404 elsewhere. Remembers what it was asked.
class HttpsServer {
 public:
  using Handler = std::function<void(const HttpRequest&, HttpPeer&)>;
  enum class Family { v4, v6 };

  explicit HttpsServer(const Certificate& certificate, Family family = Family::v4);
  ~HttpsServer();
  HttpsServer(const HttpsServer&) = delete;
  HttpsServer& operator=(const HttpsServer&) = delete;

  /// Of the path without its query. Only before the first request.
  void on(const std::string& path, Handler handler);
  void on(const std::string& path, std::string answer);

  [[nodiscard]] int port() const { return port_; }
  /// "https://127.0.0.1:PORT/…", or with another name for the same machine.
  [[nodiscard]] std::string url(std::string_view path, std::string_view host = {}) const;
  [[nodiscard]] std::vector<HttpRequest> requests() const;
  /// That were accepted.
  [[nodiscard]] std::size_t connections() const;
  /// True when so many have come, within 20 s.
  [[nodiscard]] bool wait_for_requests(std::size_t count) const;

 private:
  class Connection;
  struct Tls;
  void accept_all();
  void serve(int socket);

  Family family_;
  std::unique_ptr<Tls> tls_;
  int listener_ = -1;
  int port_ = 0;
  std::map<std::string, Handler> handlers_;
  std::atomic<bool> stopping_ = false;
  mutable std::mutex mutex_;
  mutable std::condition_variable arrived_;
  std::vector<HttpRequest> requests_;
  std::set<int> open_;
  std::vector<std::thread> threads_;
  std::thread acceptor_;
};

}  // namespace mur::test
