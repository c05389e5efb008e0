#pragma once

#include <fmt/ranges.h>

#include <string>
#include <vector>

#include "broker/ctl/command_line.h"
#include "shared/domain/limits.h"

namespace mur::ctl {

/// Of `need search` and `offer search`.
struct SearchOptions {
  std::vector<std::string> words;
  std::size_t most = limits::kFound;

  [[nodiscard]] std::string text() const { return fmt::format("{}", fmt::join(words, " ")); }
};

inline void describe_search(CLI::App& command, SearchOptions& options) {
  command.add_option("WORDS", options.words, "What they are about")->required();
  command.add_option("--most", options.most, "Show at most so many")->capture_default_str()->check(CLI::PositiveNumber);
}

}  // namespace mur::ctl
