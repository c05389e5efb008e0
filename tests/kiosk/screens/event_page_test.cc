// The page of an event, in every situation that it has to tell: it keeps the rules of § 2, and a phone that looks at
// its picture finds the event.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <zbar.h>

#include <cmath>
#include <cstdlib>

#include "kiosk/app/make_views.h"
#include "shared/calendar/reader.h"
#include "shared/domain/limits.h"
#include "tests/kiosk/screens/stage.h"
#include "tests/support/event_wall.h"

namespace mur::test {

using namespace app;

namespace {

// A code's squares: 4 px at 1080p are 2 mm on 43 inches, of which a phone at 60 cm needs 0.7 (EventCode, below). A
// code of version 11 has 61 of them a side; fewer would be larger.
constexpr int kLeastModule = 4;

/// How many squares a side a code of so many bytes has at level L (ISO/IEC 18004, table 7), two bytes naming UTF-8.
int modules_of(std::size_t bytes) {
  int modules = 37;
  for (const std::size_t most : {106U, 134U, 154U, 192U, 230U, 271U}) {
    if (bytes + 2 <= most) break;
    modules += 4;
  }
  return modules;
}

struct Look {
  const char* name;
  int width;
  int height;
  Aids aids;
};

const std::vector<Look>& looks() {
  static const std::vector<Look> kLooks{
      {"landscape", 1920, 1080, {}},
      {"portrait", 1080, 1920, {}},
      {"english", 1920, 1080, {.language = "en"}},
      {"contrast", 1920, 1080, {.high_contrast = true}},
      {"large", 1920, 1080, {.large_text = true}},
      {"large-portrait", 1080, 1920, {.large_text = true}},
      {"4k", 3840, 2160, {}},
  };
  return kLooks;
}

Action opening(const EventWall::Shown& shown) {
  return Open{{.screen = Screen::event, .occurrence = {shown.event, shown.start}}};
}

/// Grey pixels, as a camera has them.
struct Grey {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;
};

Grey grey_of(const kiosk::Picture& picture) {
  Grey grey{picture.size.width, picture.size.height, {}};
  for (std::size_t i = 0; i + 2 < picture.rgb.size(); i += 3)
    grey.pixels.push_back(
        static_cast<std::uint8_t>((picture.rgb[i] * 299 + picture.rgb[i + 1] * 587 + picture.rgb[i + 2] * 114) / 1000));
  return grey;
}

/// What a camera further away sees: each of its pixels is the mean of what falls on it.
Grey seen_smaller(const Grey& from, double scale) {
  Grey to{static_cast<int>(from.width * scale), static_cast<int>(from.height * scale), {}};
  const auto end_of = [&](int pixel, int most) {
    return std::min(most, static_cast<int>(std::ceil((pixel + 1) / scale)));
  };
  for (int y = 0; y < to.height; ++y)
    for (int x = 0; x < to.width; ++x) {
      double sum = 0;
      double area = 0;
      for (int v = static_cast<int>(y / scale); v < end_of(y, from.height); ++v)
        for (int u = static_cast<int>(x / scale); u < end_of(x, from.width); ++u) {
          const double wide = std::min((x + 1) / scale, u + 1.0) - std::max(x / scale, static_cast<double>(u));
          const double high = std::min((y + 1) / scale, v + 1.0) - std::max(y / scale, static_cast<double>(v));
          sum += wide * high *
                 from.pixels[static_cast<std::size_t>(v) * static_cast<std::size_t>(from.width) +
                             static_cast<std::size_t>(u)];
          area += wide * high;
        }
      to.pixels.push_back(static_cast<std::uint8_t>(sum / area));
    }
  return to;
}

/// A QR code that zbar reads, and its longer side in pixels, without its quiet zone.
struct Code {
  std::string text;
  int side = 0;
};
std::vector<Code> codes_in(const Grey& grey) {
  zbar::ImageScanner scanner;
  scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
  scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
  zbar::Image image(static_cast<unsigned>(grey.width), static_cast<unsigned>(grey.height), "Y800", grey.pixels.data(),
                    grey.pixels.size());
  scanner.scan(image);
  std::vector<Code> codes;
  for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol) {
    int left = grey.width;
    int right = 0;
    for (int i = 0; i < symbol->get_location_size(); ++i) {
      left = std::min(left, symbol->get_location_x(static_cast<unsigned>(i)));
      right = std::max(right, symbol->get_location_x(static_cast<unsigned>(i)));
    }
    codes.push_back({symbol->get_data(), right - left});
  }
  return codes;
}

/// The event that the code holds, as any calendar program reads it.
calendar::Entry entry_in(const std::string& code) {
  const auto reading = calendar::read(code, limits::kReadLimits);
  if (!reading || reading->entries.size() != 1) {
    ADD_FAILURE() << "not one VEVENT: " << code;
    return {};
  }
  return reading->entries.front();
}

std::chrono::sys_seconds instant(const calendar::When& when) {
  if (when.kind == calendar::When::Kind::utc) return std::chrono::sys_seconds{when.local.time_since_epoch()};
  return calendar::Zone::find("Europe/Paris")->to_sys(when.local);
}

/// The page that is asked for, drawn.
class EventPage : public testing::TestWithParam<Look> {
 protected:
  EventWall made_;
  Stage stage_{{.width = GetParam().width, .height = GetParam().height, .aids = GetParam().aids, .wall = made_.wall}};

  /// What the page's view puts into the code.
  [[nodiscard]] std::string promised(const EventWall::Shown& shown) const {
    static const Languages kLanguages = test_languages();
    const auto view = make_event(stage_.state(), {shown.event, shown.start}, language_of(stage_.state(), kLanguages));
    return view ? view->calendar_code : std::string{};
  }
  /// px a u: 2 on a 4K wall.
  [[nodiscard]] int px_per_u() const { return std::min(GetParam().width, GetParam().height) / 1080; }

  void open(const EventWall::Shown& shown) { stage_.walk({opening(shown)}, GetParam().aids); }
};

}  // namespace

TEST_P(EventPage, KeepsTheRulesOfSizesAndFits) {
  for (const EventWall::Shown& shown : made_.events) {
    SCOPED_TRACE(shown.name);
    open(shown);
    ASSERT_EQ(stage_.screen(), Screen::event);
    EXPECT_EQ(stage_.wall().faults(), "");
    for (const kiosk::Ui::TextFault& fault : stage_.wall().ui().text_faults())
      EXPECT_TRUE(fault.cut) << "out of its box: " << fault.text;
    if (const char* folder = std::getenv("MUR_GALLERY"))
      stage_.wall().save(fmt::format("{}/event-{}-{}.png", folder, GetParam().name, shown.name));
  }
}

TEST_P(EventPage, APhoneReadsItsCode) {
  // With larger letters a portrait wall may have no room for it: words go first.
  const bool may_lack = GetParam().aids.large_text;
  int read = 0;
  for (const EventWall::Shown& shown : made_.events) {
    SCOPED_TRACE(shown.name);
    open(shown);
    const std::vector<Code> codes = codes_in(grey_of(stage_.wall().picture()));
    if (shown.name == "cancelled" || shown.name == "past") {
      EXPECT_TRUE(codes.empty()) << "nobody shall note down what does not take place any more";
      continue;
    }
    if (may_lack && codes.empty()) continue;
    ASSERT_EQ(codes.size(), 1U);
    ++read;
    EXPECT_EQ(codes.front().text, promised(shown)) << "the compact VEVENT, byte for byte";
    // zbar's corners are right to a pixel.
    EXPECT_GE(codes.front().side + 2, kLeastModule * modules_of(codes.front().text.size()) * px_per_u())
        << "its squares are too small to be seen";
    const calendar::Entry entry = entry_in(codes.front().text);
    const EventDetails& details = made_.wall.find(shown.event)->details;
    EXPECT_EQ(instant(entry.timing.start), instant(details.timing.start));
    EXPECT_EQ(is_date(entry.timing.start), is_date(details.timing.start)) << "a day stays a day in every zone";
    ASSERT_EQ(entry.timing.end.has_value(), details.timing.end.has_value());
    if (entry.timing.end) EXPECT_EQ(instant(*entry.timing.end), instant(*details.timing.end));
    if (entry.summary != details.title) {
      EXPECT_TRUE(entry.summary.ends_with("…")) << entry.summary;
      EXPECT_TRUE(details.title.starts_with(entry.summary.substr(0, entry.summary.size() - 3))) << entry.summary;
      EXPECT_GT(details.title.size(), 100U) << "only what is long is shortened";
    }
    EXPECT_TRUE(entry.timing.rules.empty()) << "one date of a series is one date";
  }
  EXPECT_GE(read, may_lack ? 1 : static_cast<int>(made_.events.size()) - 2);
}

INSTANTIATE_TEST_SUITE_P(Looks, EventPage, testing::ValuesIn(looks()), [](const auto& of) {
  std::string name = of.param.name;
  std::erase(name, '-');
  return name;
});

TEST(EventCode, IsReadFromFurtherAwayThanAnArm) {
  // A 43-inch wall has 2 px per mm. A phone's preview (1,920 px over 70 degrees) at 60 cm has 2.3 px per mm: more than
  // the wall. Two thirds of the wall's pixels is the same phone at a metre.
  constexpr double kAtOneMetre = 0.68;
  const EventWall made;
  Stage stage({.wall = made.wall});
  for (const EventWall::Shown& shown : made.events) {
    if (shown.name == "cancelled" || shown.name == "past") continue;
    stage.walk({opening(shown)});
    EXPECT_EQ(codes_in(seen_smaller(grey_of(stage.wall().picture()), kAtOneMetre)).size(), 1U) << shown.name;
  }
}

}  // namespace mur::test
