#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace mur::ctl {

/// A command as a shell completes it.
struct CompletionWord {
  std::string path;  ///< "" for murctl itself, "event", "event add"
  std::string help;
  std::vector<std::string> commands;  ///< that may follow
  std::vector<std::string> options;   ///< "--title"
};

[[nodiscard]] std::vector<CompletionWord> completion_words(const CLI::App& app);

/// Scripts to be read by the shell. Options of murctl itself are offered everywhere; where no word fits, file names
/// are.
[[nodiscard]] std::string bash_completion(const std::vector<CompletionWord>& words);
[[nodiscard]] std::string zsh_completion(const std::vector<CompletionWord>& words);
[[nodiscard]] std::string fish_completion(const std::vector<CompletionWord>& words);

}  // namespace mur::ctl
