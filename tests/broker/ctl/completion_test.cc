#include "broker/ctl/completion.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "broker/ctl/command_line.h"

namespace mur::ctl {
namespace {

class Completion : public ::testing::Test {
 protected:
  const CompletionWord& at(std::string_view path) const {
    const auto found = std::ranges::find(words, path, &CompletionWord::path);
    EXPECT_NE(found, words.end()) << path;
    return found == words.end() ? words.front() : *found;
  }

  CommandLine line;
  std::vector<CompletionWord> words = completion_words(line.app());
};

TEST_F(Completion, KnowsEveryCommandThatTheHubNeeds) {
  for (const auto* path : {"hub init",
                           "hub key export",
                           "key new",
                           "key list",
                           "key revoke",
                           "organization add",
                           "organization list",
                           "organization resume",
                           "organization trust",
                           "event import",
                           "event add",
                           "event list",
                           "event show",
                           "event cancel",
                           "event duplicates",
                           "event merge",
                           "event unmerge",
                           "event keep-apart",
                           "need add",
                           "need list",
                           "need search",
                           "need matches",
                           "need close",
                           "offer list",
                           "offer search",
                           "offer show",
                           "offer matches",
                           "offer answer",
                           "need change",
                           "need answer",
                           "need split",
                           "need count",
                           "offer add",
                           "idea list",
                           "idea join",
                           "idea date",
                           "charter show",
                           "charter accept",
                           "electoral list",
                           "electoral mark",
                           "electoral clear",
                           "organization change",
                           "outbox list",
                           "outbox organizations",
                           "outbox organization",
                           "outbox told",
                           "ticket export",
                           "privacy report",
                           "privacy register",
                           "contact find",
                           "contact export",
                           "contact erase",
                           "skill list",
                           "skill search",
                           "theme list",
                           "ticket show",
                           "ticket withdraw",
                           "ticket restore",
                           "contact open",
                           "queue",
                           "approve",
                           "refuse",
                           "hide",
                           "unhide",
                           "notice add",
                           "clock accept",
                           "backup",
                           "restore",
                           "reload",
                           "status",
                           "audit",
                           "demo renew",
                           "completion"})
    EXPECT_FALSE(at(path).help.empty()) << path;
}

TEST_F(Completion, OffersOptionsButNotTheHiddenOne) {
  const auto& options = at("event add").options;
  EXPECT_NE(std::ranges::find(options, "--title"), options.end());
  const auto& global = at("").options;
  EXPECT_NE(std::ranges::find(global, "--json"), global.end());
  EXPECT_EQ(std::ranges::find(global, "--clock"), global.end());
}

TEST_F(Completion, EachShellGetsItsOwnScript) {
  EXPECT_TRUE(bash_completion(words).contains("\"event import\""));
  EXPECT_TRUE(bash_completion(words).contains("complete -o default -F _murctl murctl"));
  EXPECT_TRUE(zsh_completion(words).starts_with("#compdef murctl"));
  EXPECT_FALSE(zsh_completion(words).contains("mapfile"));
  EXPECT_TRUE(fish_completion(words).contains("complete -c murctl -n \"__murctl_is_at 'event'\" -f -a import"));
}

}  // namespace
}  // namespace mur::ctl
