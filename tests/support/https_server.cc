#include "tests/support/https_server.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <stdexcept>

namespace mur::test {
namespace {

void must(bool done, const char* what) {
  if (!done) throw std::runtime_error(std::string("the test's server has no ") + what);
}

HttpRequest parse(const std::string& head) {
  HttpRequest request;
  std::size_t line_start = head.find("\r\n") + 2;
  const std::string first = head.substr(0, line_start - 2);
  const auto blank = first.find(' ');
  request.method = first.substr(0, blank);
  request.target = first.substr(blank + 1, first.rfind(' ') - blank - 1);
  for (auto end = head.find("\r\n", line_start); end != std::string::npos && end > line_start;
       line_start = end + 2, end = head.find("\r\n", line_start)) {
    const std::string line = head.substr(line_start, end - line_start);
    const auto colon = line.find(": ");
    if (colon == std::string::npos) continue;
    std::string name = line.substr(0, colon);
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    request.headers[name] = line.substr(colon + 2);
  }
  return request;
}

}  // namespace

struct HttpsServer::Tls {
  explicit Tls(const Certificate& certificate) : context{::SSL_CTX_new(::TLS_server_method())} {
    BIO* pem = ::BIO_new_mem_buf(certificate.pem.data(), static_cast<int>(certificate.pem.size()));
    X509* own = ::PEM_read_bio_X509(pem, nullptr, nullptr, nullptr);
    BIO* key_pem = ::BIO_new_mem_buf(certificate.key_pem.data(), static_cast<int>(certificate.key_pem.size()));
    EVP_PKEY* key = ::PEM_read_bio_PrivateKey(key_pem, nullptr, nullptr, nullptr);
    must(::SSL_CTX_use_certificate(context, own) == 1, "certificate");
    must(::SSL_CTX_use_PrivateKey(context, key) == 1, "key");
    ::EVP_PKEY_free(key);
    ::X509_free(own);
    ::BIO_free(key_pem);
    ::BIO_free(pem);
  }
  ~Tls() { ::SSL_CTX_free(context); }
  Tls(const Tls&) = delete;
  Tls& operator=(const Tls&) = delete;
  SSL_CTX* context;
};

class HttpsServer::Connection final : public HttpPeer {
 public:
  Connection(SSL_CTX* context, int socket) : tls_{::SSL_new(context)} { ::SSL_set_fd(tls_, socket); }
  ~Connection() override { ::SSL_free(tls_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  bool shake_hands() { return ::SSL_accept(tls_) == 1; }
  std::string read_head() {
    std::string head;
    char one = 0;
    while (!head.ends_with("\r\n\r\n") && ::SSL_read(tls_, &one, 1) == 1) head += one;
    return head;
  }
  bool send(std::string_view bytes) override {
    return bytes.empty() || ::SSL_write(tls_, bytes.data(), static_cast<int>(bytes.size())) > 0;
  }
  void keep_waiting() override {
    char one = 0;
    while (::SSL_read(tls_, &one, 1) == 1) continue;
  }
  void break_off() override { is_broken_ = true; }
  void say_goodbye() {
    if (!is_broken_) ::SSL_shutdown(tls_);
  }

 private:
  bool is_broken_ = false;
  SSL* tls_;
};

std::string http_answer(std::string_view status, std::string_view headers, std::string_view body) {
  return fmt::format("HTTP/1.1 {}\r\n{}Content-Length: {}\r\n\r\n{}", status, headers, body.size(), body);
}

HttpsServer::HttpsServer(const Certificate& certificate, Family family)
    : family_{family}, tls_{std::make_unique<Tls>(certificate)} {
  listener_ = ::socket(family == Family::v4 ? AF_INET : AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
  must(listener_ >= 0, "socket");
  sockaddr_in v4{.sin_family = AF_INET, .sin_port = 0, .sin_addr = {htonl(INADDR_LOOPBACK)}, .sin_zero = {}};
  sockaddr_in6 v6{};
  v6.sin6_family = AF_INET6;
  v6.sin6_addr = in6addr_loopback;
  auto* address = family == Family::v4 ? reinterpret_cast<sockaddr*>(&v4) : reinterpret_cast<sockaddr*>(&v6);
  socklen_t size = family == Family::v4 ? sizeof v4 : sizeof v6;
  must(::bind(listener_, address, size) == 0, "address");
  constexpr int kBacklog = 128;
  must(::listen(listener_, kBacklog) == 0, "listener");
  must(::getsockname(listener_, address, &size) == 0, "port");
  port_ = ntohs(family == Family::v4 ? v4.sin_port : v6.sin6_port);
  acceptor_ = std::thread([this] { accept_all(); });
}

HttpsServer::~HttpsServer() {
  stopping_ = true;
  ::shutdown(listener_, SHUT_RDWR);
  acceptor_.join();
  {
    const std::lock_guard lock(mutex_);
    for (const int socket : open_) ::shutdown(socket, SHUT_RDWR);
  }
  for (std::thread& thread : threads_) thread.join();
  ::close(listener_);
}

void HttpsServer::on(const std::string& path, Handler handler) { handlers_[path] = std::move(handler); }

void HttpsServer::on(const std::string& path, std::string answer) {
  on(path, [answer = std::move(answer)](const HttpRequest&, HttpPeer& peer) { peer.send(answer); });
}

std::string HttpsServer::url(std::string_view path, std::string_view host) const {
  if (host.empty()) host = family_ == Family::v4 ? "127.0.0.1" : "[::1]";
  return fmt::format("https://{}:{}{}", host, port_, path);
}

std::vector<HttpRequest> HttpsServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

std::size_t HttpsServer::connections() const {
  const std::lock_guard lock(mutex_);
  return threads_.size();
}

bool HttpsServer::wait_for_requests(std::size_t count) const {
  std::unique_lock lock(mutex_);
  return arrived_.wait_for(lock, std::chrono::seconds{20}, [&] { return requests_.size() >= count; });
}

void HttpsServer::accept_all() {
  // A client that left is what send() says, not a signal. The connections' threads inherit this.
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGPIPE);
  ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
  while (!stopping_) {
    const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0) continue;
    const std::lock_guard lock(mutex_);
    open_.insert(socket);
    threads_.emplace_back([this, socket] { serve(socket); });
  }
}

void HttpsServer::serve(int socket) {
  {
    Connection connection(tls_->context, socket);
    if (connection.shake_hands()) {
      const std::string head = connection.read_head();
      if (head.ends_with("\r\n\r\n")) {
        const HttpRequest request = parse(head);
        {
          const std::lock_guard lock(mutex_);
          requests_.push_back(request);
        }
        arrived_.notify_all();
        const auto handler = handlers_.find(request.target.substr(0, request.target.find('?')));
        if (handler == handlers_.end())
          connection.send(http_answer("404 Not Found", ""));
        else
          handler->second(request, connection);
        connection.say_goodbye();
      }
    }
  }
  const std::lock_guard lock(mutex_);
  open_.erase(socket);
  ::close(socket);
}

}  // namespace mur::test
