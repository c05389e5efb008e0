#include "kiosk/app/story_views.h"

#include "kiosk/app/post_words.h"

namespace mur::app {

StoryView story_view(const AppState& state, const Story& story, const Text& text) {
  const std::string with = organization_name(state, story.organization);
  StoryView view{.text = text.format("“{0}”", story.text)};
  if (with.empty())
    view.by = story.first_name;
  else
    view.by = story.first_name.empty() ? text.format("Someone, with {0}", with)
                                       : text.format("{0}, with {1}", story.first_name, with);
  return view;
}

std::optional<StoryView> story_of(const AppState& state, OrganizationId organization, const Text& text) {
  const Story* newest = nullptr;
  for (const StoryId id : state.board.stories)
    if (const Story* story = state.wall.find(id); newest == nullptr && story != nullptr)
      if (story->organization == organization) newest = story;
  if (newest == nullptr) return std::nullopt;
  return story_view(state, *newest, text);
}

std::string story_words(const std::optional<StoryTold>& story, const Text& text) {
  if (!story) return {};
  switch (story->status) {
    case PostStatus::published: return text("Your story is on the wall.");
    case PostStatus::refused:
      return story->note.empty() ? text("Your story is not shown.")
                                 : text.format("Your story is not shown: {0}", story->note);
    case PostStatus::hidden: return text("Your story is taken off the wall for now.");
    default: return text("Your story waits to be read here.");
  }
}

StoryReviewView make_story_review(const AppState& state) {
  StoryReviewView view{.step = {.at = 2, .of = 2}};
  if (!state.visit.lookup) return view;
  view.text = state.visit.lookup->draft.text;
  view.first_name = state.visit.lookup->draft.first_name;
  return view;
}

}  // namespace mur::app
