#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace mur::test {

/// One of our programs in a process of its own, killed with the object if it still runs.
class Program {
 public:
  static constexpr std::chrono::seconds kDeadline{20};  // sanitizers and a busy machine included

  /// `arguments` begins with the path; `environment` is added to ours ("NAME=value").
  explicit Program(const std::vector<std::string>& arguments, const std::vector<std::string>& environment = {});
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// Reads standard output until a line begins so; returns the line. Nothing if the program ends or the deadline comes
  /// first.
  std::optional<std::string> wait_for_line(const std::string& beginning);
  /// Reads standard error until this text is in it.
  bool wait_for_error(const std::string& text);
  void signal(int number) const;
  /// Waits for the end. The exit code; 128 + signal when one ended it; -1 when the deadline comes first.
  int wait();

  [[nodiscard]] const std::string& output() const { return output_; }
  [[nodiscard]] const std::string& errors() const { return errors_; }
  [[nodiscard]] pid_t pid() const { return pid_; }

 private:
  using Instant = std::chrono::steady_clock::time_point;
  /// Reads what comes before the deadline; false when both ends are closed, or at the deadline.
  bool read_more(Instant deadline);

  pid_t pid_ = -1;
  int output_end_ = -1;
  int errors_end_ = -1;
  std::string output_;
  std::string errors_;
  std::optional<int> exit_code_;
};

}  // namespace mur::test
