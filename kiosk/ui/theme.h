#pragma once

#include <cstdint>

/// The place of every colour and every size of the wall (KIOSK_UX.md section 2). Lengths are in `u`: one pixel of a
/// 1920 x 1080 (or 1080 x 1920) layout, whatever the screen.
namespace mur::kiosk {

struct Color {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  std::uint8_t a = 255;
  friend bool operator==(const Color&, const Color&) = default;
};

/// `rgb(0x10141A)`
[[nodiscard]] constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U & 0xFFU),
          static_cast<std::uint8_t>(hex & 0xFFU)};
}

/// WCAG 2.2's contrast ratio of two opaque colours, 1 … 21.
[[nodiscard]] double contrast_ratio(Color one, Color other);

/// `part` (0 … 1) of `over` laid on `under`.
[[nodiscard]] Color mix(Color under, Color over, float part);

enum class Scheme : std::uint8_t { dark, light, high_contrast };

/// One accent a thing: need, offer, touch and today, good, bad. Never alone: an icon or a word says the same.
enum class Accent : std::uint8_t { none, need, offer, attention, good, bad };

struct Palette {
  Color background;  ///< of the wall
  Color bar;         ///< the accessibility bar, and the inside of text fields
  Color column;      ///< a panel on the background
  Color card;        ///< a card or a button on a panel
  Color raised;      ///< tags, function keys, a step not yet taken
  Color edge;        ///< round what can be touched
  Color rule;        ///< between days; decoration only
  Color text;
  Color muted;
  Color past;
  Color need;
  Color offer;
  Color attention;
  Color good;
  Color bad;
  Color on_fill;  ///< text on a button filled with an accent
  Color shade;    ///< over the wall, under a dialogue
};

[[nodiscard]] const Palette& palette_of(Scheme scheme);

/// QR codes are dark on light in every scheme: scanners want it so.
inline constexpr Color kQrPaper = rgb(0xFFFFFF);
inline constexpr Color kQrInk = rgb(0x000000);

/// The accent's colour, as a fill and as text; `none` is the text colour.
[[nodiscard]] Color accent_color(const Palette& palette, Accent accent);

/// Every way that text is written on the wall.
enum class TextStyle : std::uint8_t {
  headline,      ///< 101: read at 3 m
  title,         ///< 64 bold: the screen's title
  clock,         ///< 56 semibold
  numeral,       ///< 54 bold: the day of the month
  action,        ///< 48 semibold: the one big action
  field,         ///< 46: what is being typed
  key,           ///< 44 medium
  heading,       ///< 40 bold: a column's title, the hub's name
  lead,          ///< 38: when and where
  lead_strong,   ///< 38 semibold
  label,         ///< 35 semibold: card titles, buttons, tiles, events
  paragraph,     ///< 34
  key_small,     ///< 32 medium: function keys, accents
  body,          ///< 30
  body_strong,   ///< 30 semibold
  small,         ///< 28
  small_strong,  ///< 27 semibold: tags
};
inline constexpr int kTextStyleCount = 17;

/// Inter's faces used; `display` is cut for large sizes.
enum class Face : std::uint8_t { regular, medium, semibold, bold, display_bold, icons };
inline constexpr int kFaceCount = 6;

struct TextSpec {
  float size;  ///< em in u, before A+
  Face face;
  float line_height;  ///< in em
  bool tabular;       ///< digits of one width, so that times stand in columns
};

[[nodiscard]] const TextSpec& spec_of(TextStyle style);

enum class IconSize : std::uint8_t {
  line,    ///< 44: in a line of text, in a column's title
  button,  ///< 60: on buttons and tiles
  hero     ///< 92: on the one thing to know
};
inline constexpr int kIconSizeCount = 3;

/// em in u
[[nodiscard]] float size_of(IconSize size);

/// Lengths in u.
namespace size {
inline constexpr float kShortSide = 1080;
inline constexpr float kLongSide = 1920;
inline constexpr float kSmallestText = 27;
inline constexpr float kTarget = 72;    // least side of what can be touched
inline constexpr float kTargetMm = 25;  // … and in the visitor's world
inline constexpr float kKeyMm = 20;
inline constexpr float kTargetGap = 8;      // least gap between two targets
inline constexpr float kMainAction = 130;   // least height of a main action
inline constexpr float kMargin = 40;        // of the screen
inline constexpr float kMarginNarrow = 24;  // of the bar in portrait
inline constexpr float kGap = 20;           // between actions and tiles
inline constexpr float kColumnGap = 24;
inline constexpr float kHeader = 112;
inline constexpr float kBarGap = 12;
inline constexpr float kActions = 172;    // the row of actions
inline constexpr float kActionsGap = 20;  // between the actions and the bar
inline constexpr float kBodyGap = 16;     // between the body and the actions
inline constexpr float kTile = 176;
inline constexpr float kColumnRadius = 28;
inline constexpr float kButtonRadius = 24;
inline constexpr float kCardRadius = 20;
inline constexpr float kFieldRadius = 18;
inline constexpr float kKeyRadius = 14;
inline constexpr float kTagRadius = 10;
inline constexpr float kCardEdge = 10;  // a card's coloured left edge
inline constexpr float kEdge = 2;       // round what can be touched
inline constexpr float kFieldEdge = 4;
inline constexpr float kTagEdge = 3;
inline constexpr float kRing = 6;  // round what is pressed or has the focus
inline constexpr float kCaret = 5;
inline constexpr float kKey = 92;
inline constexpr float kKeyGap = 10;
inline constexpr float kField = 104;
inline constexpr float kChip = 80;
inline constexpr float kCornerTag = 40;
inline constexpr float kQuietZone = 4;  // QR modules, ISO/IEC 18004

// Inside each widget.
namespace in_badge {
inline constexpr float kPadding = 14;
inline constexpr float kAround = 5;  // above and below the words
inline constexpr float kGap = 10;
}  // namespace in_badge
namespace in_button {
inline constexpr float kPadding = 20;
inline constexpr float kIconGap = 12;
inline constexpr float kTightIconGap = 4;
inline constexpr float kBesideGap = 16;
inline constexpr float kPressedGlow = 0.35F;
inline constexpr float kTickInset = 34;
inline constexpr float kUnderline = 2;
inline constexpr float kChipPadding = 26;
}  // namespace in_button
namespace in_card {
inline constexpr float kPaddingX = 22;
inline constexpr float kPaddingY = 18;
inline constexpr float kLineGap = 4;
inline constexpr float kCardGap = 14;
inline constexpr float kColumnX = 28;
inline constexpr float kColumnY = 24;
inline constexpr float kTitleGap = 16;
inline constexpr float kUnderTitle = 18;
inline constexpr float kUnderSubtitle = 16;
}  // namespace in_card
namespace in_event_row {
inline constexpr float kTimeGap = 22;
inline constexpr float kRowPadding = 5;
inline constexpr float kDayWidth = 164;
inline constexpr float kDayGap = 18;
inline constexpr float kDayPadding = 12;
inline constexpr float kPressedReach = 12;  // the pressed fill is wider than the words
inline constexpr float kNowPadding = 6;
inline constexpr float kNowGap = 14;
inline constexpr float kNowLine = 4;
}  // namespace in_event_row
namespace in_calendar {
inline constexpr float kActions = kMainAction;  // in portrait and with larger letters
inline constexpr float kTurns = 80;             // the row of « ‹ mars 2026 › »
inline constexpr float kTurnsGap = 12;
inline constexpr float kModes = 505;  // « Liste · Semaine · Mois »
inline constexpr float kPanel = 640;
inline constexpr float kCellPaddingX = 12;
inline constexpr float kCellPaddingY = 2;
inline constexpr float kWeekdayGap = 6;
inline constexpr float kColumnGap = 12;
inline constexpr float kStrip = 92;  // seven days side by side, over the list of one
inline constexpr float kPictureName = 170;
}  // namespace in_calendar
namespace in_choice {
inline constexpr float kHeight = 112;
inline constexpr float kPadding = 16;
inline constexpr float kIconGap = 16;
}  // namespace in_choice
namespace in_bars {
inline constexpr float kHeaderGap = 28;
inline constexpr float kHeaderIcon = 64;
inline constexpr float kItemPadding = 22;
inline constexpr float kItemIconGap = 12;
inline constexpr float kNarrowestItem = 96;
inline constexpr float kBarPadding = 6;
inline constexpr float kTagGap = 4;
inline constexpr float kLeastName = 0.8F;  // of its size, on one line
}  // namespace in_bars
namespace in_heading {
inline constexpr float kBarWidth = 64;
inline constexpr float kBarHeight = 12;
inline constexpr float kBarGap = 12;
inline constexpr float kTitleGap = 24;
}  // namespace in_heading
namespace in_keyboard {
inline constexpr float kPadding = 8;
inline constexpr float kKeyIconGap = 10;
inline constexpr float kDigitsWidth = 640;  // a telephone's pad is narrow: the thumb knows it
inline constexpr float kPopupPadding = 14;
inline constexpr float kPopupLift = 12;
inline constexpr float kChipGap = 16;
}  // namespace in_keyboard
namespace in_text_field {
inline constexpr float kPadding = 26;
inline constexpr float kCaretGap = 3;
}  // namespace in_text_field
namespace in_scroll_area {
inline constexpr float kPagesGap = 16;
inline constexpr float kPagesHeight = 84;
inline constexpr float kRingRoom = size::kRing + 2;
}  // namespace in_scroll_area
namespace in_text {
inline constexpr float kStrikeThickness = 3;
}  // namespace in_text
}  // namespace size

/// How a finger's way is understood; lengths in u.
namespace gesture {
inline constexpr float kSlop = 12;              // a finger that moves less is a tap
inline constexpr float kDecayPerSecond = 3.5F;  // kinetic scrolling: e^(-3.5 t)
inline constexpr float kStopBelow = 30;         // u per second
inline constexpr float kFastest = 9000;         // u per second
inline constexpr float kPageShare = 0.85F;      // of the view, by « Suite »
inline constexpr int kPageMs = 200;             // … gliding; at once in reduced motion
inline constexpr int kLongPressMs = 450;
inline constexpr int kRepeatAfterMs = 450;
inline constexpr int kRepeatEveryMs = 90;
inline constexpr int kAnimationFrameMs = 16;
}  // namespace gesture

enum class Motion : std::uint8_t { full, reduced };

/// What a site and a visitor chose, and what it means on this screen. A value; made anew when any of it changes.
struct Theme {
  Scheme scheme = Scheme::dark;
  int width_px = 1920;
  int height_px = 1080;
  float mm_per_px = 0.496F;  ///< of the real screen
  float text_scale = 1;      ///< A+ is 1.5
  Motion motion = Motion::full;

  friend bool operator==(const Theme&, const Theme&) = default;

  [[nodiscard]] const Palette& palette() const { return palette_of(scheme); }
  [[nodiscard]] Color accent(Accent a) const { return accent_color(palette(), a); }

  /// Pixels of one u: as large as a 1920 x 1080 layout (1080 x 1920 in portrait) fits.
  [[nodiscard]] float px_per_u() const;
  [[nodiscard]] bool portrait() const { return height_px > width_px; }

  /// A style's em in u, A+ included: what is already read from afar does not grow past a headline.
  [[nodiscard]] float text_size(TextStyle style) const;
  [[nodiscard]] float line_height(TextStyle style) const;

  /// Least side of a touch target here, and of a key, in u.
  [[nodiscard]] float target() const;
  [[nodiscard]] float key_target() const;
  /// Height of the header: it grows with A+, but less than the text.
  [[nodiscard]] float header_height() const { return size::kHeader * (1 + text_scale) / 2; }
  /// Height of one row of the accessibility bar.
  [[nodiscard]] float bar_row() const { return target(); }
};

}  // namespace mur::kiosk
