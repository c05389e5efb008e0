#pragma once

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "broker/ctl/command_line.h"

namespace mur::test {

/// What murctl did.
struct Said {
  int code = -1;
  std::string out;
  std::string err;

  /// The objects of --json.
  [[nodiscard]] std::vector<nlohmann::json> objects() const {
    std::vector<nlohmann::json> all;
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);) all.push_back(nlohmann::json::parse(line));
    return all;
  }
};

/// Runs murctl in this process, with these words after its name.
[[nodiscard]] inline Said run_murctl(const std::vector<std::string>& words, RandomSource& random) {
  std::vector<const char*> arguments{"murctl"};
  for (const std::string& word : words) arguments.push_back(word.c_str());
  std::ostringstream out;
  std::ostringstream err;
  const int code = ctl::run(static_cast<int>(arguments.size()), arguments.data(),
                            {.out = out, .err = err, .width = 0, .random = random});
  return {.code = code, .out = out.str(), .err = err.str()};
}

}  // namespace mur::test
