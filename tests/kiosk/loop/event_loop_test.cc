#include "kiosk/event_loop.h"

#include <gtest/gtest.h>

#include "tests/kiosk/loop/fake_link.h"
#include "tests/support/counted_random.h"
#include "tests/support/sample_wall.h"

namespace mur::test {

using namespace kiosk;

namespace {

class SetClock final : public Clock {
 public:
  [[nodiscard]] TimePoint now() const override { return time; }
  TimePoint time = SampleWall::kNow;
};

/// The real loop on the dummy screen, with a broker and a clock in the test's hands.
class EventLoopTest : public testing::Test {
 protected:
  EventLoopTest() {
    auto languages = load_languages(MUR_LOCALE_DIR);
    auto display = Display::open(
        {.title = "test", .size = {1920, 1080}, .mode = WindowMode::headless, .rendering = Rendering::software},
        *std::move(languages), 0.496F);
    EXPECT_TRUE(display) << (display ? "" : display.error().message);
    display_ = *std::move(display);
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    const app::Moment moment{SampleWall::kNow, running_};
    app::AppState state = app::start_state({.language = "fr"}, moment);
    state = app::update(std::move(state), app::WallLoaded{SampleWall::full(), SampleWall::kNow}, moment).state;
    loop_ = std::make_unique<EventLoop>(EventLoop::Parts{.display = *display_,
                                                         .link = link_,
                                                         .performer = performer_,
                                                         .clock = clock_,
                                                         .running = [this] { return running_; },
                                                         .wake_up = wake_up_},
                                        std::move(state));
    settle();
  }

  /// Turns that an event (this one of the link) causes.
  void settle() {
    for (int i = 0; i < 4; ++i) {
      wake_up_.wake();
      ASSERT_TRUE(*loop_->turn());
    }
  }
  void tap(std::string_view id) {
    const TouchTarget* target = display_->ui().targets().find(id);
    ASSERT_NE(target, nullptr) << id;
    const Point at = target->visible.center();
    for (const Uint32 type : {SDL_FINGERDOWN, SDL_FINGERUP}) {
      SDL_Event event{};
      event.type = type;
      event.tfinger.touchId = 1;
      event.tfinger.fingerId = 1;
      event.tfinger.x = at.x / 1920;
      event.tfinger.y = at.y / 1080;
      SDL_PushEvent(&event);
    }
    settle();
  }
  [[nodiscard]] app::Screen screen() const { return loop_->state().page().screen; }

  FakeLink link_;
  CountedRandom random_;
  SealKeyPair hub_ = make_seal_key_pair();
  Performer performer_{link_, hub_.public_key, random_};
  SetClock clock_;
  Milliseconds running_{1000};
  std::unique_ptr<Display> display_;
  WakeUp wake_up_;
  std::unique_ptr<EventLoop> loop_;
};

}  // namespace

TEST_F(EventLoopTest, AFingerLeadsFromAttractToAnOfferInTheOutbox) {
  tap("attract.band");
  EXPECT_EQ(screen(), app::Screen::home);
  tap("home.propose");
  tap("what.photo");
  tap("when.days");
  tap("contact.none");
  tap("form.on");
  EXPECT_EQ(screen(), app::Screen::ticket);
  ASSERT_EQ(link_.commands.size(), 1U);
  EXPECT_EQ(std::get<PutOffer>(link_.commands[0]).details.tiles, std::vector{mur::Tile::photo});
}

TEST_F(EventLoopTest, WhatTheBrokerSendsIsOnTheWall) {
  const std::size_t before = loop_->state().board.needs.size();
  Need need{.id = NeedId{derive_uuid(Uuid{}, "new need")}, .moderation = {.status = PostStatus::published}};
  need.details.title = "Tenir la buvette";
  link_.news.emplace_back(link::Connected{});
  link_.news.emplace_back(link::RecordsChanged{.records = {{.seq = 500, .record = need}}, .seq = 500});
  link_.news.emplace_back(link::BecameCurrent{.seq = 500, .at = SampleWall::kNow});
  settle();
  EXPECT_EQ(loop_->state().board.needs.size(), before + 1);
  EXPECT_TRUE(loop_->state().link.current);
}

TEST_F(EventLoopTest, AClockThatIsFarOffFollowsTheBrokers) {
  link_.news.emplace_back(link::Connected{.clock_offset = std::chrono::seconds{20}});
  settle();
  EXPECT_EQ(loop_->state().moment.now, SampleWall::kNow) << "near enough";
  link_.news.emplace_back(link::Connected{.clock_offset = std::chrono::hours{1}});
  settle();
  EXPECT_EQ(loop_->state().moment.now, SampleWall::kNow + std::chrono::hours{1});
}

TEST_F(EventLoopTest, SilenceEndsTheVisit) {
  tap("attract.band");
  running_ += std::chrono::seconds{60};
  settle();
  ASSERT_TRUE(loop_->state().visit.asked_at);
  running_ += std::chrono::seconds{30};
  settle();
  EXPECT_EQ(screen(), app::Screen::attract);
}

TEST_F(EventLoopTest, ClosingTheWindowEndsTheLoop) {
  SDL_Event quit{};
  quit.type = SDL_QUIT;
  SDL_PushEvent(&quit);
  const auto more = loop_->turn();
  ASSERT_TRUE(more);
  EXPECT_FALSE(*more);
}

}  // namespace mur::test
