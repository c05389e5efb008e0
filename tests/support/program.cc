#include "tests/support/program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <stdexcept>

extern char** environ;

namespace mur::test {
namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> found;
  for (std::string& text : texts) found.push_back(text.data());
  found.push_back(nullptr);
  return found;
}

}  // namespace

Program::Program(const std::vector<std::string>& arguments, const std::vector<std::string>& environment) {
  std::array<int, 2> out{};
  std::array<int, 2> err{};
  if (::pipe2(out.data(), O_CLOEXEC) != 0 || ::pipe2(err.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  output_end_ = out[0];
  errors_end_ = err[0];

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);
  std::vector<std::string> words = arguments;
  std::vector<std::string> variables = environment;
  for (char** one = environ; *one != nullptr; ++one) variables.emplace_back(*one);
  const int started = ::posix_spawn(&pid_, words.front().c_str(), &actions, nullptr, pointers(words).data(),
                                    pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  ::close(out[1]);
  ::close(err[1]);
  if (started != 0) throw std::runtime_error("cannot start " + words.front() + ": " + std::strerror(started));
}

Program::~Program() {
  if (!exit_code_) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  if (output_end_ >= 0) ::close(output_end_);
  if (errors_end_ >= 0) ::close(errors_end_);
}

std::optional<std::string> Program::wait_for_line(const std::string& beginning) {
  const Instant deadline = std::chrono::steady_clock::now() + kDeadline;
  std::size_t from = 0;
  for (;;) {
    for (auto end = output_.find('\n', from); end != std::string::npos; end = output_.find('\n', from)) {
      const std::string line = output_.substr(from, end - from);
      if (line.starts_with(beginning)) return line;
      from = end + 1;
    }
    if (!read_more(deadline)) return std::nullopt;
  }
}

bool Program::wait_for_error(const std::string& text) {
  const Instant deadline = std::chrono::steady_clock::now() + kDeadline;
  while (errors_.find(text) == std::string::npos)
    if (!read_more(deadline)) return false;
  return true;
}

void Program::signal(int number) const { ::kill(pid_, number); }

int Program::wait() {
  if (exit_code_) return *exit_code_;
  const Instant deadline = std::chrono::steady_clock::now() + kDeadline;
  while (read_more(deadline)) {
  }
  if (output_end_ >= 0 || errors_end_ >= 0) return -1;
  // It has closed its ends: it is as good as gone.
  int status = 0;
  ::waitpid(pid_, &status, 0);
  exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return *exit_code_;
}

bool Program::read_more(Instant deadline) {
  std::array<pollfd, 2> watched{{{output_end_, POLLIN, 0}, {errors_end_, POLLIN, 0}}};
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  if ((output_end_ < 0 && errors_end_ < 0) || left.count() <= 0) return false;
  if (::poll(watched.data(), watched.size(), static_cast<int>(left.count())) <= 0) return false;
  const auto read_into = [](const pollfd& one, int& end, std::string& text) {
    if (one.revents == 0) return;
    std::array<char, 4096> piece{};
    const ssize_t size = ::read(end, piece.data(), piece.size());
    if (size > 0) {
      text.append(piece.data(), static_cast<std::size_t>(size));
    } else {
      ::close(end);
      end = -1;
    }
  };
  read_into(watched[0], output_end_, output_);
  read_into(watched[1], errors_end_, errors_);
  return true;
}

}  // namespace mur::test
