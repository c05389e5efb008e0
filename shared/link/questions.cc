#include "shared/link/questions.h"

#include <utility>

#include "shared/domain/limits.h"

namespace mur::link {

std::uint64_t Questions::ask(Query query) {
  const std::lock_guard lock(mutex_);
  const std::uint64_t id = ++last_;
  if (asked_.size() >= limits::kAskedPerSession)
    events_.push(QueryAnswered{
        .query = id, .answer = fail(Errc::slow_down, "query", "too many questions wait for their answer already")});
  else
    asked_.emplace(id, Asked{.query = std::move(query)});
  return id;
}

void Questions::pump(const std::function<bool(const protocol::Message&)>& send) {
  const std::lock_guard lock(mutex_);
  for (auto& [id, asked] : asked_) {
    if (asked.sent) continue;
    if (!send(protocol::QueryMessage{.id = id, .query = asked.query})) return;
    asked.sent = true;
  }
}

void Questions::answered(protocol::AnswerMessage answer) {
  const std::lock_guard lock(mutex_);
  if (asked_.erase(answer.query) == 0) return;
  if (auto* error = std::get_if<Error>(&answer.answer))
    events_.push(QueryAnswered{.query = answer.query, .answer = fail(std::move(*error))});
  else
    events_.push(QueryAnswered{.query = answer.query, .answer = std::move(std::get<Answer>(answer.answer))});
}

void Questions::fail_sent(const Error& why) {
  const std::lock_guard lock(mutex_);
  std::erase_if(asked_, [&](const auto& item) {
    if (item.second.sent)
      events_.push(QueryAnswered{.query = item.first, .answer = fail(Errc::io, why.field, why.message)});
    return item.second.sent;
  });
}

void Questions::fail_all(const Error& why) {
  const std::lock_guard lock(mutex_);
  for (const auto& [id, asked] : asked_)
    events_.push(QueryAnswered{.query = id, .answer = fail(Errc::io, why.field, why.message)});
  asked_.clear();
}

}  // namespace mur::link
