// Posts keep ids of the list of themes and skills; the wall says their names.
#include <gtest/gtest.h>

#include "kiosk/app/filter_views.h"
#include "kiosk/app/form_views.h"
#include "kiosk/app/wall_views.h"
#include "shared/domain/limits.h"
#include "shared/skills/default_list.h"
#include "tests/kiosk/app/calendar_story.h"

namespace mur::test {

using namespace app;

namespace {

class SkillNames : public ::testing::Test {
 protected:
  SkillNames() {
    story.state.skills = skills::default_tree(limits::kSkillList).value();
    need.details = {.kind = NeedKind::skill,
                    .title = "Un banc pour la cour",
                    .theme = "reuse",
                    .skills = {"carpentry", "vannerie"},
                    .commitment = "2 heures"};
    story.put(need);
  }
  std::vector<std::string> tags() {
    story.act(Open{{.screen = Screen::need, .need = need.id}});
    std::vector<std::string> names;
    for (const TagView& tag : story.shown<NeedView>().tags) names.push_back(tag.text);
    return names;
  }
  static Event an_event(const std::string& title, const std::string& category) {
    Event made = CalendarStory::event(title, SampleWall::paris(14, 10, 0), std::chrono::hours{1});
    made.details.categories = {category};
    return made;
  }
  using Names = std::vector<std::string>;

  CalendarStory story;
  Need need{.id = NeedId{derive_uuid(Uuid{}, "need")},
            .organization = CalendarStory::organization_of("La Cantine"),
            .moderation = {.status = PostStatus::published, .seen_by_wall = true}};
};

}  // namespace

TEST_F(SkillNames, TheNeedsPageNamesThemeAndSkillsInTheVisitorsLanguage) {
  EXPECT_EQ(tags(), (Names{"Réemploi et zéro déchet", "Menuiserie", "vannerie"}));
  story.act(SetLanguage{"en"});
  EXPECT_EQ(tags(), (Names{"Reuse and zero waste", "Carpentry", "vannerie"}));
}

TEST_F(SkillNames, TheCardNamesTheSkills) {
  story.act(GoHome{}).open(Screen::needs);
  const BoardView board = story.shown<BoardView>();
  ASSERT_EQ(board.cards.size(), 1U);
  EXPECT_EQ(board.cards.front().point, "Menuiserie · vannerie · 2 heures");
}

TEST_F(SkillNames, WhatIsTypedIsCompletedWithNamesAndNotWithIds) {
  story.act(GoHome{}).open(Screen::offer_what).act(TouchTile{Tile::other}).act(ChangeText{"men"});
  EXPECT_EQ(story.shown<TypingView>().suggestions, Names{"Menuiserie"});
}

TEST_F(SkillNames, CategoriesOfOneThemeAreOneChoiceHoweverTheyAreSpelt) {
  story.put(an_event("A", "climat")).put(an_event("B", "Climate change")).put(an_event("C", "Fanfare"));
  story.act(GoHome{}).open(Screen::calendar).open(Screen::calendar_filters).open(Screen::calendar_themes);
  const ChoicesView choices = story.shown<ChoicesView>();
  ASSERT_EQ(choices.choices.size(), 2U);
  EXPECT_EQ(choices.choices[0].name, "Climat");
  EXPECT_EQ(choices.choices[0].theme, "climate");
  EXPECT_EQ(choices.choices[1].name, "Fanfare");
  story.act(FilterByTheme{"climate"}).open(Screen::calendar);
  EXPECT_EQ(plain(story.calendar().filter.words), "Filtrer : Climat");
}

}  // namespace mur::test
