#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "kiosk/kiosk_config.h"
#include "kiosk/named_screens.h"
#include "kiosk/screenshot_command.h"
#include "shared/link/replica.h"
#include "shared/protocol/codec.h"
#include "tests/support/sample_wall.h"
#include "tests/support/temp_folder.h"

namespace mur::test {

using namespace kiosk;

namespace {

/// A folder with the sample wall as a kiosk's replica has it.
void fill(const std::filesystem::path& folder, const Wall& wall) {
  auto replica = link::Replica::open(folder, link::Replica::Mode::read_write);
  ASSERT_TRUE(replica);
  std::vector<protocol::WireRecord> records;
  StateHash hash;
  for (const auto& [id, stamped] : wall.records()) {
    records.push_back({.id = id, .seq = stamped.seq, .bytes = protocol::encode_record(stamped.record)});
    hash.add(id, records.back().bytes);
  }
  ASSERT_TRUE(replica->begin_catch_up(Epoch{derive_uuid(Uuid{}, "epoch")}, true));
  ASSERT_TRUE(replica->stage(records));
  const auto finished = replica->finish_catch_up(1000, hash.value(), SampleWall::kNow);
  ASSERT_TRUE(finished) << finished.error().message;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Screenshot : public testing::Test {
 protected:
  ScreenshotOrder order(const std::string& screen, const std::string& file = "a.png") const {
    return {.file = folder_.path() / file,
            .screen = screen,
            .size = {960, 540},
            .now = "2026-03-12T18:24",
            .replica = folder_.path()};
  }
  TempFolder folder_;
};

}  // namespace

TEST_F(Screenshot, TheSameDataAndArgumentsGiveTheSameBytes) {
  fill(folder_.path(), SampleWall::full());
  ASSERT_TRUE(take_screenshot(order("home", "a.png"), MUR_LOCALE_DIR));
  ASSERT_TRUE(take_screenshot(order("home", "b.png"), MUR_LOCALE_DIR));
  EXPECT_GT(bytes_of(folder_.path() / "a.png").size(), 10'000U);
  EXPECT_EQ(bytes_of(folder_.path() / "a.png"), bytes_of(folder_.path() / "b.png"));
}

TEST_F(Screenshot, EveryNamedScreenCanBeTaken) {
  fill(folder_.path(), SampleWall::with_every_need());
  std::set<std::string> pictures;
  for (const std::string& name : screen_names()) {
    const Status taken = take_screenshot(order(name), MUR_LOCALE_DIR);
    ASSERT_TRUE(taken) << name << ": " << taken.error().message;
    EXPECT_TRUE(pictures.insert(bytes_of(folder_.path() / "a.png")).second) << name << " looks like another screen";
  }
}

TEST_F(Screenshot, APostIsNamedByItsId) {
  const Wall wall = SampleWall::full();
  fill(folder_.path(), wall);
  const NeedId need = SampleWall::need_titled(wall, "Une camionnette");
  ASSERT_TRUE(take_screenshot(order("need", "first.png"), MUR_LOCALE_DIR));
  ASSERT_TRUE(take_screenshot(order("need:" + to_string(need), "named.png"), MUR_LOCALE_DIR));
  EXPECT_NE(bytes_of(folder_.path() / "first.png"), bytes_of(folder_.path() / "named.png"));
}

TEST_F(Screenshot, TouchesNothingInTheKiosksFolder) {
  fill(folder_.path(), SampleWall::full());
  const std::string before = bytes_of(folder_.path() / "replica.db");
  ScreenshotOrder away = order("home");
  TempFolder elsewhere;
  away.file = elsewhere.path() / "a.png";
  ASSERT_TRUE(take_screenshot(away, MUR_LOCALE_DIR));
  EXPECT_EQ(bytes_of(folder_.path() / "replica.db"), before);
}

TEST_F(Screenshot, MistakesAndMissingDataAreToldApart) {
  EXPECT_EQ(take_screenshot(order("home"), MUR_LOCALE_DIR).error().code, Errc::io) << "no replica";
  fill(folder_.path(), SampleWall::empty());
  const Status unknown = take_screenshot(order("hme"), MUR_LOCALE_DIR);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, Errc::not_found);
  EXPECT_NE(unknown.error().message.find("still-there"), std::string::npos) << unknown.error().message;
  EXPECT_EQ(take_screenshot(order("need"), MUR_LOCALE_DIR).error().code, Errc::closed) << "no need to show";
  ScreenshotOrder when = order("home");
  when.now = "yesterday";
  EXPECT_EQ(take_screenshot(when, MUR_LOCALE_DIR).error().code, Errc::invalid);
}

TEST(KioskConfig, ReadsASiteAndNamesItsMistakes) {
  const auto config = parse_kiosk_config("key = \"kiosk.key\"\nfullscreen = true\nmm_per_px = 0.3\n", "kiosk.toml");
  ASSERT_TRUE(config);
  EXPECT_TRUE(config->fullscreen);
  EXPECT_FLOAT_EQ(config->mm_per_px, 0.3F);
  EXPECT_EQ(config->language, "fr");
  const auto wrong = parse_kiosk_config("key = \"kiosk.key\"\nwidth = \"wide\"\n", "kiosk.toml");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().message, "kiosk.toml:2: width wants a number of pixels from 320 to 16384");
  EXPECT_FALSE(parse_kiosk_config("", "kiosk.toml"));
  EXPECT_FALSE(parse_kiosk_config("key = \"k\"\nfull_screen = true\n", "kiosk.toml"));
}

TEST(KioskConfig, ASizeIsWidthTimesHeight) {
  EXPECT_EQ(*parse_size("1920x1080", "--size"), (PixelSize{1920, 1080}));
  for (const char* wrong : {"", "1920", "1920x", "x1080", "1920x10800000", "1920*1080", "-1920x1080", "19x10"})
    EXPECT_FALSE(parse_size(wrong, "--size")) << wrong;
}

}  // namespace mur::test
