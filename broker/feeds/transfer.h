#pragma once

#include <curl/curl.h>

#include <array>
#include <memory>
#include <string>

#include "broker/feeds/feed_address.h"
#include "broker/feeds/fetch_trouble.h"

namespace mur::feeds {

/// One GET over https: a libcurl handle, its rules and what has arrived. Belongs to one thread; libcurl holds its
/// address, so it stays where it was made.
class Transfer {
 public:
  Transfer(FeedAddress address, const FetchRequest& request, const FetchRules& rules);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;
  ~Transfer() = default;

  /// For the multi handle that drives it; null if it could not be made ready, and then nothing may be asked.
  [[nodiscard]] CURL* handle() const { return is_ready_ ? easy_.get() : nullptr; }
  /// What came of it, once libcurl says that it ended. Takes the body along: call it once.
  [[nodiscard]] FetchOutcome finish(CURLcode code);

 private:
  struct FreeEasy {
    void operator()(CURL* easy) const { ::curl_easy_cleanup(easy); }
  };
  struct FreeList {
    void operator()(curl_slist* list) const { ::curl_slist_free_all(list); }
  };

  template <class Value>
  void set(CURLoption option, Value value) {
    is_ready_ = is_ready_ && ::curl_easy_setopt(easy_.get(), option, value) == CURLE_OK;
  }
  void add_header(const std::string& line);
  void say_where();
  void say_what(const FetchRequest& request);
  void bound();
  void trust();

  static std::size_t take_body(char* data, std::size_t size, std::size_t count, void* self);
  static std::size_t take_head(char* data, std::size_t size, std::size_t count, void* self);
  static int take_progress(void* self, curl_off_t all, curl_off_t now, curl_off_t up_all, curl_off_t up_now);
  static curl_socket_t open_socket(void* self, curlsocktype purpose, curl_sockaddr* to);

  [[nodiscard]] FetchOutcome taken(long status);
  [[nodiscard]] Trouble failure(CURLcode code) const;
  [[nodiscard]] bool is_cut_off() const;
  [[nodiscard]] std::string last_host() const;
  [[nodiscard]] std::string header(const char* name) const;
  [[nodiscard]] std::uint32_t retry_minutes() const;

  FeedAddress address_;
  FetchRules rules_;
  std::string etag_;           // asked with
  std::string last_modified_;  // the same
  std::string body_;
  std::size_t head_bytes_ = 0;
  bool is_too_large_ = false;
  std::string refused_range_;   // since the last answer: of the last address that was not connected to
  bool is_connecting_ = false;  // the same: to some address that is allowed
  std::array<char, CURL_ERROR_SIZE> error_{};
  std::unique_ptr<curl_slist, FreeList> headers_;
  std::unique_ptr<CURL, FreeEasy> easy_;  // goes first: it points to all the others
  bool is_ready_ = true;
};

}  // namespace mur::feeds
