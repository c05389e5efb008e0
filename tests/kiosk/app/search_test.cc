// « Chercher » on the boards: typed letter by letter, answered with cards.
#include <gtest/gtest.h>

#include "kiosk/app/wall_views.h"
#include "tests/kiosk/app/languages.h"
#include "tests/kiosk/app/story.h"

namespace mur::test {

using namespace app;

namespace {

class BoardSearch : public ::testing::Test {
 protected:
  SearchView shown() { return std::get<SearchView>(make_view(story.state, languages).screen); }
  std::vector<std::string> titles() {
    std::vector<std::string> list;
    for (const CardView& card : shown().cards) list.push_back(card.title);
    return list;
  }
  Story& search(Screen board, Screen screen) { return story.act(GoHome{}).open(board).open(screen); }
  using Titles = std::vector<std::string>;

  Languages languages = both_languages();
  Story story;
};

}  // namespace

TEST_F(BoardSearch, AnswersEveryLetterAndForgivesSlips) {
  search(Screen::needs, Screen::search_needs);
  EXPECT_EQ(titles(), Titles{}) << "nothing is asked yet";
  story.act(ChangeText{"tradu"});
  EXPECT_EQ(titles(), Titles{"Traduire en dari"});
  story.act(ChangeText{"traduirre"});
  EXPECT_EQ(titles(), Titles{"Traduire en dari"});
  story.act(ChangeText{"xylophone"});
  EXPECT_EQ(titles(), Titles{});
}

TEST_F(BoardSearch, OffersAreFoundByWhatIsOfferedAndNotByWho) {
  search(Screen::offers, Screen::search_offers).act(ChangeText{"comptabilite"});
  EXPECT_EQ(titles(), Titles{"Comptabilité d’association"});
  story.act(ChangeText{"fatou"});
  EXPECT_EQ(titles(), Titles{});
}

TEST_F(BoardSearch, TheKeyboardMakesRoomAndComesBack) {
  search(Screen::needs, Screen::search_needs).act(FinishText{});
  EXPECT_TRUE(shown().typing) << "there is nothing to make room for";
  story.act(ChangeText{"tradu"}).act(FinishText{});
  EXPECT_FALSE(shown().typing);
  EXPECT_EQ(titles(), Titles{"Traduire en dari"});
  story.act(ChangeText{"tradu"});
  EXPECT_TRUE(shown().typing);
}

TEST_F(BoardSearch, BackFromACardLeadsToWhatWasFound) {
  search(Screen::needs, Screen::search_needs).act(ChangeText{"tradu"});
  story.act(Open{shown().cards.front().opens});
  EXPECT_EQ(story.screen(), Screen::need);
  story.act(GoBack{});
  EXPECT_EQ(story.screen(), Screen::search_needs);
  EXPECT_EQ(shown().words, "tradu");
  story.act(GoBack{});
  EXPECT_EQ(story.screen(), Screen::needs);
  story.open(Screen::search_needs);
  EXPECT_EQ(shown().words, "") << "a new search begins with nothing";
}

TEST_F(BoardSearch, WhatLeavesTheBoardIsNoLongerFound) {
  search(Screen::needs, Screen::search_needs).act(ChangeText{"tradu"});
  Need need = *story.state.wall.find(shown().cards.front().opens.need);
  need.moderation.status = PostStatus::hidden;
  RecordsCame news;
  news.records.push_back({.seq = 9000, .record = need});
  story.act(news);
  EXPECT_EQ(titles(), Titles{});
}

TEST_F(BoardSearch, TheNextVisitorDoesNotSeeWhatWasLookedFor) {
  search(Screen::needs, Screen::search_needs).act(ChangeText{"tradu"}).act(Leave{});
  EXPECT_EQ(story.state.visit.search, Search{});
}

}  // namespace mur::test
