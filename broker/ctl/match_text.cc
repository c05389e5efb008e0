#include "broker/ctl/match_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace mur::ctl {
namespace {

using matching::MatchReason;
using Code = MatchReason::Code;
using skills::Kind;

std::string in_words(const MatchReason& reason, const skills::SkillTree& tree) {
  constexpr const char* kLanguage = "en";
  const auto skill = [&](const std::string& id) { return tree.name(Kind::skill, id, kLanguage); };
  switch (reason.code) {
    case Code::same_skill: return fmt::format("{} is wanted and offered", skill(reason.what));
    case Code::near_skill: return fmt::format("{} is wanted, {} is near", skill(reason.what), skill(reason.near));
    case Code::same_theme: return fmt::format("both are about {}", tree.name(Kind::theme, reason.what, kLanguage));
    case Code::same_word: return fmt::format("both say \"{}\"", reason.what);
    case Code::any_hand: return "time is wanted and offered";
    case Code::material: return "things are wanted and offered";
    case Code::learns: return "someone wants to learn, and is taught there";
    case Code::evenings: return "on an evening";
    case Code::weekends: return "on a week-end";
    case Code::days: return "by day";
    case Code::now: return "right now";
    case Code::to_agree: return "when is to be agreed";
    case Code::here: return "here";
    case Code::remote: return "from anywhere";
    case Code::no_experience: return "no experience needed";
    case Code::level: return "a professional offers it";
    case Code::language: return fmt::format("both speak {}", reason.what);
  }
  return {};
}

}  // namespace

std::string in_words(const std::vector<MatchReason>& reasons, const skills::SkillTree& tree) {
  std::vector<std::string> words;
  for (const MatchReason& reason : reasons) words.push_back(in_words(reason, tree));
  return fmt::format("{}", fmt::join(words, "; "));
}

Json json_of(const std::vector<MatchReason>& reasons) {
  Json list = Json::array();
  for (const MatchReason& reason : reasons) {
    Json object{{"reason", to_string(reason.code)}};
    switch (reason.code) {
      case Code::same_skill: object["skill"] = reason.what; break;
      case Code::near_skill:
        object["wanted"] = reason.what;
        object["offered"] = reason.near;
        break;
      case Code::same_theme: object["theme"] = reason.what; break;
      case Code::same_word: object["word"] = reason.what; break;
      case Code::language: object["language"] = reason.what; break;
      default: break;
    }
    list.push_back(std::move(object));
  }
  return list;
}

}  // namespace mur::ctl
