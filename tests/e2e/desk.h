#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/program.h"

namespace mur::test {

/// What the real murctl says when it does as told; `who`.key is in `folder`, which is its --data.
inline std::string run_murctl(const std::filesystem::path& folder, const std::string& who,
                              const std::vector<std::string>& words) {
  std::vector<std::string> command = {MUR_BINARY_DIR "/bin/murctl",
                                      "--data",
                                      folder.string(),
                                      "--key",
                                      (folder / (who + ".key")).string(),
                                      "--wait",
                                      "20"};
  command.insert(command.end(), words.begin(), words.end());
  Program program(command);
  EXPECT_EQ(program.wait(), 0) << fmt::format("murctl {}: {}", fmt::join(words, " "), program.errors());
  return program.output();
}

}  // namespace mur::test
