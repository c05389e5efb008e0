// What others wrote: data sets of numbers, addresses, abuse and hostile strings, and real calendars and missions.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "shared/base/text.h"
#include "shared/domain/limits.h"
#include "shared/screening/screen.h"
#include "tests/shared/screening/kinds.h"
#include "tests/support/shared_data.h"

namespace mur::screening {
namespace {

using Json = nlohmann::json;
using test::pieces;

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::filesystem::path data(const char* name) { return mur::test::shared_data() / "moderation" / name; }

std::vector<std::string> lines_of(const std::filesystem::path& file) {
  std::istringstream in(text_of(file));
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

class RealTexts : public testing::Test {
 protected:
  void SetUp() override {
    if (!mur::test::has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  }
};

/// Texts of which some are marked: how many, by kind, and what they are when MUR_SHOW_MARKS is set.
class Tally {
 public:
  explicit Tally(std::string name) : name_(std::move(name)) {}
  ~Tally() {
    std::cout << name_ << ": " << marked_ << " of " << texts_ << " marked";
    for (const auto& [kind, count] : by_kind_) std::cout << ", " << count << " " << kind;
    std::cout << "\n";
  }
  Tally(const Tally&) = delete;
  Tally& operator=(const Tally&) = delete;

  void look_at(const std::string& text, bool is_need = false) {
    ++texts_;
    const auto marks = is_need ? screen_need("text", text) : screen("text", text);
    std::map<std::string, int> kinds;
    for (const Mark& mark : marks) {
      ++kinds[to_string(mark.kind)];
      if (std::getenv("MUR_SHOW_MARKS") != nullptr)
        std::cout << "  " << to_string(mark.kind) << ": " << excerpt(text, mark, 40) << "\n";
    }
    for (const auto& [kind, count] : kinds) ++by_kind_[kind];
    if (!marks.empty()) ++marked_;
  }
  [[nodiscard]] int texts() const { return texts_; }
  [[nodiscard]] int marked() const { return marked_; }
  [[nodiscard]] int of(MarkKind kind) const {
    const auto found = by_kind_.find(to_string(kind));
    return found == by_kind_.end() ? 0 : found->second;
  }

 private:
  std::string name_;
  int texts_ = 0;
  int marked_ = 0;
  std::map<std::string, int> by_kind_;
};

TEST_F(RealTexts, AMobileNumberOfEveryCountryIsSeen) {
  const Json countries = Json::parse(text_of(data("libphonenumber_metadata.min.json")))["countries"];
  const Json numbers = Json::parse(text_of(data("libphonenumber_examples.mobile.json")));
  std::size_t seen = 0;
  std::string missed;
  for (const auto& [country, number] : numbers.items()) {
    const std::string international = "+" + countries[country][0].get<std::string>() + " " + number.get<std::string>();
    if (pieces(MarkKind::phone_number, "Appelez le " + international + ", le soir") == test::Pieces{international})
      ++seen;
    else
      missed += " " + country;
  }
  std::cout << seen << " of " << numbers.size() << " countries, not" << missed << "\n";
  EXPECT_GE(seen, numbers.size() - 3);
}

TEST_F(RealTexts, AnAddressThatMailReachesIsSeen) {
  int valid = 0;
  int seen = 0;
  for (const std::string& line : lines_of(data("isemail_cases.open.jsonl"))) {
    const Json one = Json::parse(line);
    const auto address = one["address"].get<std::string>();
    const auto found = pieces(MarkKind::email_address, address);
    const bool is_named = address.find_first_of("\"([") == std::string::npos && address.contains("@") &&
                          address.substr(address.find('@')).contains(".");
    if (one["category"] != "ISEMAIL_VALID_CATEGORY" || !is_named) continue;
    ++valid;
    if (found == test::Pieces{address})
      ++seen;
    else
      ADD_FAILURE() << address;
  }
  std::cout << seen << " of " << valid << " valid addresses with a named host\n";
  EXPECT_GT(valid, 0);
}

TEST_F(RealTexts, AConfusableLetterInALatinWordIsSeen) {
  int letters = 0;
  int seen = 0;
  for (const std::string& line : lines_of(data("unicode_confusables.txt"))) {
    // "0430 ;	0061 ;	MA	# …": Cyrillic and Greek letters that stand for one Latin letter
    std::istringstream in(line);
    unsigned from = 0;
    unsigned to = 0;
    std::string semicolon;
    if (!(in >> std::hex >> from >> semicolon >> to) || semicolon != ";") continue;
    std::string end;
    in >> end;
    const bool is_greek_or_cyrillic = (from >= 0x391 && from <= 0x3C9) || (from >= 0x410 && from <= 0x458);
    const bool is_latin = (to >= 'a' && to <= 'z') || (to >= 'A' && to <= 'Z');
    if (!is_greek_or_cyrillic || !is_latin || end != ";") continue;
    ++letters;
    std::string letter;
    letter += static_cast<char>(0xC0 | (from >> 6));
    letter += static_cast<char>(0x80 | (from & 0x3F));
    if (pieces(MarkKind::look_alike, "un mo" + letter + "de ici") == test::Pieces{"mo" + letter + "de"}) ++seen;
  }
  std::cout << seen << " of " << letters << " Greek and Cyrillic letters\n";
  EXPECT_GT(letters, 30);
  EXPECT_EQ(seen, letters);
}

TEST_F(RealTexts, HostileStringsAreScreenedInBoundedTime) {
  const Json strings = Json::parse(text_of(data("blns.open.json")));
  Tally tally("hostile strings");
  const auto begun = std::chrono::steady_clock::now();
  std::string all;
  for (const Json& one : strings) {
    const auto text = one.get<std::string>();
    tally.look_at(text);
    tally.look_at(normalize(text), true);
    for (const Mark& mark : screen("text", text)) EXPECT_LE(mark.offset + mark.length, text.size());
    all += text + " ";
  }
  for (const std::string& piece :
       {std::string("06 "), std::string("a@"), std::string("zéro "), std::string("((0"), std::string("w."),
        std::string("é\u0301\u0301"), std::string("c*n "), std::string("\u0430a "), std::string("+33 "), all}) {
    std::string text;
    while (text.size() < kScreenedBytes) text += piece;
    EXPECT_FALSE(screen_need("text", text).size() > text.size());
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds{20});  // sanitizers included
}

TEST_F(RealTexts, ListsOfBadWordsAreLargelySeen) {
  for (const char* language : {"en", "fr"}) {
    Tally tally(std::string("bad words ") + language);
    for (const std::string& line : lines_of(data("ldnoobw") / (std::string(language) + ".txt"))) tally.look_at(line);
    // Those lists name what a hub for citizens speaks of ("sexuality", "rape", "vagina"), and words with a second
    // meaning.
    EXPECT_GE(tally.of(MarkKind::abuse) * 100, tally.texts() * 15);
  }
}

TEST_F(RealTexts, MessagesBetweenFriendsAreMostlyLeftAlone) {
  Tally spam("spam");
  Tally ham("messages");
  for (const std::string& line : lines_of(data("sms_spam_collection.open.tsv"))) {
    const auto tab = line.find('\t');
    if (tab == std::string::npos) continue;
    (line.starts_with("spam") ? spam : ham).look_at(line.substr(tab + 1));
  }
  EXPECT_LT(ham.marked() * 100, ham.texts() * 5);
  // British numbers of 2006 without their country's code: what is seen are the links and what they sell.
  EXPECT_GT(spam.marked() * 100, spam.texts() * 15);
}

TEST_F(RealTexts, MissionsForVolunteersAreLeftAlone) {
  const auto folder = mur::test::shared_data() / "needs_offers";
  Tally missions("missions");
  for (const std::string& line : lines_of(folder / "tousbenevoles_missions_sample.open.csv"))
    missions.look_at(line, true);
  EXPECT_LE(missions.marked(), 6);  // three of them for the people they are about
  Tally skills("skills");
  for (const std::string& line : lines_of(folder / "jeveuxaider_skills.csv")) skills.look_at(line, true);
  EXPECT_LE(skills.marked(), 6);
  Tally services("services");
  for (const std::string& line : lines_of(folder / "accorderie_types_de_service.open.csv"))
    services.look_at(line, true);
  EXPECT_LE(services.marked() * 100, services.texts() * 2);
  Tally jobs("job offers");
  for (const std::string& line : lines_of(folder / "bob_job_offers_sample.csv")) jobs.look_at(line, true);
}

TEST_F(RealTexts, CalendarsAreLeftAloneButForWhatReachesPeople) {
  Tally events("texts of events");
  for (const auto& file : std::filesystem::recursive_directory_iterator(mur::test::shared_data() / "ics_real")) {
    if (file.path().extension() != ".ics") continue;
    const auto reading = calendar::read(text_of(file.path()), limits::kReadLimits);
    if (!reading) continue;
    for (const calendar::Entry& entry : reading->entries)
      for (const std::string* text : {&entry.summary, &entry.description, &entry.location})
        if (!text->empty()) events.look_at(shorten(*text, limits::kDescription));
  }
  EXPECT_LE(events.of(MarkKind::abuse) * 1000, events.texts());
  EXPECT_LE(events.of(MarkKind::look_alike) * 1000, events.texts());
}

}  // namespace
}  // namespace mur::screening
