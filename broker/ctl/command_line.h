#pragma once

#include <CLI/CLI.hpp>
#include <any>
#include <deque>
#include <functional>
#include <string>

#include "broker/ctl/context.h"

namespace mur::ctl {

/// What the words on the command line ask for.
using Job = std::function<Status(Context&)>;

/// The command line while it is being described and read: the commands of one noun are added by one function
/// (commands.h), and the one that is named leaves its job here.
class CommandLine {
 public:
  CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  [[nodiscard]] CLI::App& app() { return app_; }
  [[nodiscard]] const Globals& globals() const { return globals_; }
  [[nodiscard]] const Job& job() const { return job_; }

  /// "murctl event …": a word that wants another one after it.
  CLI::App& noun(const std::string& name, const std::string& help);
  /// A command with its options; `job` gets them as they were read. `describe` adds them to the command.
  template <class Options>
  CLI::App& command(CLI::App& under, const std::string& name, const std::string& help,
                    const std::function<void(CLI::App&, Options&)>& describe,
                    std::function<Status(Context&, const Options&)> job) {
    CLI::App& command = add(under, name, help);
    // Kept beside the app for as long as it: CLI11 holds references to them.
    auto& options = std::any_cast<Options&>(options_.emplace_back(std::in_place_type<Options>));
    describe(command, options);
    command.callback([this, &options, job = std::move(job)] {
      job_ = [&options, job](Context& context) { return job(context, options); };
    });
    return command;
  }
  /// A command without options.
  CLI::App& command(CLI::App& under, const std::string& name, const std::string& help, Job job);

 private:
  static CLI::App& add(CLI::App& under, const std::string& name, const std::string& help);

  CLI::App app_;
  Globals globals_;
  std::deque<std::any> options_;
  Job job_;
};

/// Reads the arguments, does what they ask, returns the exit code. Nothing is thrown.
int run(int argc, const char* const* argv, const Surroundings& around);

}  // namespace mur::ctl
