#include "broker/ctl/completion.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace mur::ctl {
namespace {

void add_words(std::vector<CompletionWord>& words, const CLI::App& app, const std::string& path) {
  CompletionWord word{.path = path, .help = app.get_description()};
  for (const CLI::Option* option : app.get_options())
    if (!option->get_group().empty())
      for (const std::string& name : option->get_lnames()) word.options.push_back("--" + name);
  const auto none = [](const CLI::App*) { return true; };
  for (const CLI::App* command : app.get_subcommands(none)) word.commands.push_back(command->get_name());
  words.push_back(std::move(word));
  for (const CLI::App* command : app.get_subcommands(none))
    add_words(words, *command, path.empty() ? command->get_name() : path + " " + command->get_name());
}

/// As a word in single quotes.
std::string in_quotes(const std::string& text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'')
      result += "'\\''";
    else
      result += c;
  }
  return result + "'";
}

}  // namespace

std::vector<CompletionWord> completion_words(const CLI::App& app) {
  std::vector<CompletionWord> words;
  add_words(words, app, "");
  return words;
}

std::string bash_completion(const std::vector<CompletionWord>& words) {
  std::string known;
  std::string offers;
  for (const CompletionWord& word : words) {
    if (!word.path.empty()) known += (known.empty() ? "" : "|") + fmt::format("\"{}\"", word.path);
    std::vector<std::string> all = word.commands;
    all.insert(all.end(), word.options.begin(), word.options.end());
    if (!word.path.empty()) all.insert(all.end(), words.front().options.begin(), words.front().options.end());
    offers += fmt::format("    \"{}\") words=\"{}\" ;;\n", word.path, fmt::join(all, " "));
  }
  return fmt::format(R"sh(# murctl: completion for bash
_murctl() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} path= word words=
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case "${{path:+$path }}$word" in
      {}) path="${{path:+$path }}$word" ;;
    esac
  done
  case "$path" in
{}  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}}
complete -o default -F _murctl murctl
)sh",
                     known, offers);
}

std::string zsh_completion(const std::vector<CompletionWord>& words) {
  // zsh reads bash's completions; only filling the array is said differently in its emulation.
  std::string script = bash_completion(words);
  const std::string mapfile = "mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")";
  if (const auto at = script.find(mapfile); at != std::string::npos)
    script.replace(at, mapfile.size(), "COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))");
  return "#compdef murctl\nautoload -U +X bashcompinit && bashcompinit\n" + script;
}

std::string fish_completion(const std::vector<CompletionWord>& words) {
  std::string known;
  for (const CompletionWord& word : words)
    if (!word.path.empty()) known += " " + in_quotes(word.path);
  std::string script = fmt::format(R"sh(# murctl: completion for fish
function __murctl_is_at
  set -l path ''
  for word in (commandline -opc)[2..-1]
    set -l longer (string trim -- "$path $word")
    if contains -- $longer{}
      set path $longer
    end
  end
  test "$path" = "$argv[1]"
end
)sh",
                                   known);
  for (const CompletionWord& word : words) {
    const std::string here = fmt::format("complete -c murctl -n \"__murctl_is_at {}\"", in_quotes(word.path));
    for (const std::string& name : word.commands) {
      std::string help;
      const std::string path = word.path.empty() ? name : word.path + " " + name;
      for (const CompletionWord& other : words)
        if (other.path == path) help = other.help;
      script += fmt::format("{} -f -a {} -d {}\n", here, name, in_quotes(help));
    }
    for (const std::string& option : word.options)
      script += fmt::format("{} -l {}\n", word.path.empty() ? "complete -c murctl" : here, option.substr(2));
  }
  return script;
}

}  // namespace mur::ctl
