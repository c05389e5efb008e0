#include "kiosk/app/tally_view.h"

#include <gtest/gtest.h>

#include "kiosk/app/language_names.h"
#include "kiosk/app/make_views.h"
#include "kiosk/app/post_words.h"
#include "tests/kiosk/app/languages.h"
#include "tests/kiosk/app/story.h"

namespace mur::test {

using namespace app;

namespace {

const Language kFrench = language("fr");
const Language kEnglish = language("en");

Need counting(const Tally& tally, int given, int used = 0) {
  Need need;
  need.details.tally = tally;
  need.so_far = {.given = given, .used = used};
  return need;
}

const Tally kMeals{.kind = TallyKind::suspended, .unit = "repas"};

}  // namespace

TEST(TallyView, SaysHowManyMealsWait) {
  const Text& text = kFrench.text;
  EXPECT_EQ(tally_words(counting(kMeals, 31, 19), text), "12\u00A0repas à prendre");
  EXPECT_EQ(tally_words(counting(kMeals, 2, 2), text), "repas\u00A0: rien à prendre pour l’instant");
  EXPECT_EQ(tally_words(Need{}, text), "");
  EXPECT_FALSE(tally_view(Need{}, text));
}

TEST(TallyView, SaysWhatGiftsBecomeAndHowFarTheyGot) {
  const Tally gifts{.kind = TallyKind::matched_gift,
                    .unit = "€",
                    .matched_from = 100,
                    .matched_to = 300,
                    .ceiling = 5000,
                    .url = "https://example.org/don"};
  const auto view = tally_view(counting(gifts, 1250), kFrench.text);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->words, "1\u202F250\u00A0€ donnés");
  EXPECT_EQ(view->rule, "100\u00A0€ donnés deviennent 300\u00A0€.");
  EXPECT_EQ(view->filled, 0.25F);
  EXPECT_EQ(view->address, "https://example.org/don");
  EXPECT_EQ(tally_view(counting(gifts, 9000), kFrench.text)->filled, 1.0F);
}

TEST(TallyView, StandsOnTheNeedsPageAndOnItsCard) {
  Story story(SampleWall::with_every_need());
  const NeedId meals = SampleWall::need_titled(story.state.wall, "Repas suspendus");
  const auto page = make_need(story.state, meals, kFrench);
  ASSERT_TRUE(page && page->tally);
  EXPECT_EQ(page->tally->words, "12\u00A0repas à prendre");
  for (const BoardNeed& placed : story.state.board.needs)
    if (placed.need == meals) EXPECT_EQ(card_of(story.state, placed, kFrench).point, page->tally->words);
}

TEST(NeedPage, SaysWhoMayCome) {
  Story story(SampleWall::with_every_need());
  const auto page =
      make_need(story.state, SampleWall::need_titled(story.state.wall, "Un four pour la cantine"), kFrench);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->languages, "On y parle français, arabe et dari");
  EXPECT_EQ(page->access.size(), 6U);
  const std::vector<TagView> tags{{"on vous apprend sur place", Tone::good},
                                  {"groupes bienvenus", Tone::good},
                                  {"à partir de 16 ans", Tone::attention}};
  EXPECT_EQ(page->tags, tags);
}

TEST(LanguageNames, AreThoseOfTheReader) {
  EXPECT_EQ(language_names({"fr", "ar", "prs"}, kFrench.text), "français, arabe et dari");
  EXPECT_EQ(language_names({"pt-BR"}, kEnglish.text), "Portuguese (Brazil)");
  EXPECT_EQ(language_names({"xx-nothing-of-the-kind-x"}, kFrench.text), "xx-nothing-of-the-kind-x");
  EXPECT_EQ(language_names({}, kFrench.text), "");
}

}  // namespace mur::test
