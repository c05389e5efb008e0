// Every text that the kiosk says is in both catalogues, and French is set as French is.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace mur::test {
namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The adjacent string literals of C++ or PO, joined.
std::string joined(const std::string& literals) {
  static const std::regex kLiteral(R"re("((?:[^"\\]|\\.)*)")re");
  std::string out;
  for (std::sregex_iterator at(literals.begin(), literals.end(), kLiteral), end; at != end; ++at) out += (*at)[1];
  return out;
}

/// Every msgid (plural: its singular) with its translations.
std::map<std::string, std::vector<std::string>> catalogue(const std::string& language) {
  const std::string text = contents(std::filesystem::path(MUR_SOURCE_DIR) / "assets/locale" / (language + ".po"));
  static const std::regex kEntry(
      R"re(msgid ((?:"(?:[^"\\]|\\.)*"\s*)+)(?:msgid_plural (?:"(?:[^"\\]|\\.)*"\s*)+)?((?:msgstr(?:\[\d\])? (?:"(?:[^"\\]|\\.)*"\s*)+)+))re");
  static const std::regex kForm(R"re(msgstr(?:\[\d\])? ((?:"(?:[^"\\]|\\.)*"\s*)+))re");
  std::map<std::string, std::vector<std::string>> entries;
  for (std::sregex_iterator at(text.begin(), text.end(), kEntry), end; at != end; ++at) {
    const std::string key = joined((*at)[1]);
    if (key.empty()) continue;
    const std::string forms = (*at)[2];
    for (std::sregex_iterator form(forms.begin(), forms.end(), kForm); form != end; ++form)
      entries[key].push_back(joined((*form)[1]));
  }
  return entries;
}

std::set<std::string> keys_in_code() {
  static const std::regex kCall(
      R"re(\b(?:text_?|say|said|text\(\))(?:\.format|\.plural)?\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+))re");
  std::set<std::string> keys;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(MUR_SOURCE_DIR "/kiosk")) {
    if (entry.path().extension() != ".cc") continue;
    const std::string code = contents(entry.path());
    for (std::sregex_iterator at(code.begin(), code.end(), kCall), end; at != end; ++at) keys.insert(joined((*at)[1]));
  }
  return keys;
}

std::set<std::string> places(const std::string& text) {
  static const std::regex kPlace(R"re(\{(\d)[^}]*\})re");
  std::set<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), kPlace), end; at != end; ++at) found.insert((*at)[1]);
  return found;
}

TEST(Catalogue, HoldsEveryTextOfTheCodeAndNothingElse) {
  const std::set<std::string> code = keys_in_code();
  EXPECT_GT(code.size(), 200U);
  for (const char* language : {"fr", "en"}) {
    std::set<std::string> said;
    for (const auto& [key, forms] : catalogue(language)) said.insert(key);
    EXPECT_EQ(said, code) << language;
  }
}

TEST(Catalogue, IsComplete) {
  for (const char* language : {"fr", "en"})
    for (const auto& [key, forms] : catalogue(language))
      for (const std::string& form : forms) EXPECT_FALSE(form.empty()) << language << ": " << key;
}

TEST(Catalogue, PutsInWhatTheSourceTextPutsIn) {
  for (const char* language : {"fr", "en"})
    for (const auto& [key, forms] : catalogue(language))
      for (const std::string& form : forms)
        for (const std::string& place : places(form)) EXPECT_TRUE(places(forms.back()).contains(place)) << key;
  for (const auto& [key, forms] : catalogue("fr"))
    if (forms.size() == 1) {
      EXPECT_EQ(places(forms[0]), places(key)) << key;
    }
}

TEST(Catalogue, FrenchKeepsItsPunctuationOnTheLine) {
  static const std::regex kLoose(R"re( [:;!?]| »|« |')re");
  for (const auto& [key, forms] : catalogue("fr"))
    for (const std::string& form : forms) {
      std::smatch found;
      EXPECT_FALSE(std::regex_search(form, found, kLoose)) << "a plain space or a straight apostrophe in: " << form;
      for (const char* mark : {";", "!", "?", "»"})
        for (std::size_t at = form.find(mark); at != std::string::npos; at = form.find(mark, at + 1)) {
          const bool bound = at >= 2 && form.compare(at - 2, 2, "\u00a0") == 0;
          EXPECT_TRUE(bound) << "no no-break space before " << mark << " in: " << form;
        }
      for (std::size_t at = form.find("«"); at != std::string::npos; at = form.find("«", at + 1))
        EXPECT_EQ(form.compare(at + 2, 2, "\u00a0"), 0) << "no no-break space after « in: " << form;
    }
}

}  // namespace
}  // namespace mur::test
