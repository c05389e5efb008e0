#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/frame.h"

/// Pieces that several screens share: how views' words become widgets.
namespace mur::kiosk {

[[nodiscard]] std::vector<Badge> badges_of(const std::vector<app::TagView>& tags);
[[nodiscard]] Accent accent_of(app::Tone tone);
/// In a narrow column a need says when or who, not both.
enum class Detail : std::uint8_t { whole, brief };
[[nodiscard]] Card need_card(const app::CardView& view, Detail detail = Detail::whole);
[[nodiscard]] Card offer_card(const app::CardView& view);

/// A day of the agenda. Row ids are `prefix` + index from `first`; an empty prefix makes a picture of it. The ids live
/// in `ids` as long as the day is used.
struct DayRows {
  std::vector<std::string> ids;
  AgendaDay day;
};
[[nodiscard]] DayRows day_rows(const app::DayView& view, std::string_view prefix, std::size_t first);

/// The days that fit `rect`, whole rows only. Returns the row tapped.
std::optional<app::OccurrenceRef> draw_days(Ui& ui, const Rect& rect, const std::vector<app::DayView>& days,
                                            std::string_view prefix);

/// Large words for across the room, in the upper half of a portrait wall or the left of Attract.
void draw_headline(Ui& ui, const Rect& rect, const app::HeadlineView& view, VAlign valign);

/// A line with an icon before it and a quiet line under it; returns the height used.
struct Fact {
  Icon icon = Icon::none;
  std::string_view words{};
  std::string_view tail{};  ///< follows the words in a lighter face; under them where their line has no room
  std::string_view note{};
  std::string_view second_note{};
  Accent accent = Accent::none;  ///< of icon and words
};
float draw_fact(Ui& ui, const Rect& rect, const Fact& fact);
[[nodiscard]] float fact_height(Ui& ui, float width, const Fact& fact);

/// Who can come, in columns beside an icon: a tick, a bar or a question mark before each of the words, or `unknown`
/// alone. Returns the height used.
float draw_access(Ui& ui, const Rect& rect, const std::vector<app::AccessView>& access, std::string_view unknown);
[[nodiscard]] float access_height(Ui& ui, float width, const std::vector<app::AccessView>& access,
                                  std::string_view unknown);

/// An icon over a title and a sentence, in the middle of `rect`: what stands where nothing is.
void draw_invitation(Ui& ui, const Rect& rect, Icon icon, Accent accent, std::string_view title,
                     std::string_view sentence);

/// What a scrolling part draws in: as long as it takes.
[[nodiscard]] Rect endless(const Rect& content);

/// One piece of text in a column of them.
struct Paragraph {
  std::string words;
  TextLook look{.style = TextStyle::body};
};
/// Paragraphs one under the other; returns the height used.
float draw_paragraphs(Ui& ui, const Rect& rect, const std::vector<Paragraph>& paragraphs);
[[nodiscard]] float paragraphs_height(Ui& ui, float width, const std::vector<Paragraph>& paragraphs);
/// The same in a part that scrolls when larger letters make it too long. Not for what is above the middle in portrait.
void scroll_paragraphs(Frame& frame, std::string_view id, const Rect& rect, const std::vector<Paragraph>& paragraphs);

/// Takes a text of at most `look.max_lines` off `rest`, and of those only as many as have room: over the middle of a
/// portrait wall nothing scrolls.
void take_text(Ui& ui, Rect& rest, std::string_view words, TextLook look, float gap);

/// « Signaler un problème »: a line to the eye, a full target to the finger. In landscape it stands at the end of the
/// page's actions; a portrait wall has no room there, and it stands under the text: there its height is returned.
void draw_report_beside(Frame& frame, Rect& actions, const RecordId& post, Asked& asked);
float draw_report_below(Frame& frame, const Rect& rect, const RecordId& post, Asked& asked);

[[nodiscard]] Button back_button(const std::string& label);
[[nodiscard]] ScrollLabels scroll_labels(const std::string& next, const std::string& previous);

}  // namespace mur::kiosk
