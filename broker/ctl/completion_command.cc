// murctl completion bash|zsh|fish
#include "broker/ctl/commands.h"
#include "broker/ctl/completion.h"

#include <ostream>

namespace mur::ctl {
namespace {

struct ShellOptions {
  std::string shell;
};

}  // namespace

void add_completion_command(CommandLine& line) {
  CLI::App& app = line.app();
  line.command<ShellOptions>(
      app, "completion", "Write the completion for a shell: eval \"$(murctl completion bash)\"",
      [](CLI::App& command, ShellOptions& options) {
        command.add_option("SHELL", options.shell, "bash, zsh or fish")
            ->required()
            ->check(CLI::IsMember({"bash", "zsh", "fish"}));
      },
      [&app](Context& context, const ShellOptions& options) {
        const std::vector<CompletionWord> words = completion_words(app);
        context.out() << (options.shell == "fish"  ? fish_completion(words)
                          : options.shell == "zsh" ? zsh_completion(words)
                                                   : bash_completion(words));
        return Status{};
      });
}

}  // namespace mur::ctl
