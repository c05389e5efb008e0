#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "broker/store/file_forget_log.h"
#include "tests/support/counted_random.h"
#include "tests/support/log_samples.h"
#include "tests/support/memory_forget_log.h"
#include "tests/support/temp_folder.h"

namespace mur::test {
namespace {

using broker::FileForgetLog;

struct Subject {
  const char* name;
  std::unique_ptr<broker::ForgetLog> (*make)(const std::filesystem::path& folder);
};

std::unique_ptr<broker::ForgetLog> make_file(const std::filesystem::path& folder) {
  CountedRandom random;
  return FileForgetLog::open(folder, random).value();
}
std::unique_ptr<broker::ForgetLog> make_memory(const std::filesystem::path&) {
  return std::make_unique<MemoryForgetLog>();
}

class ForgetLogContract : public testing::TestWithParam<Subject> {
 protected:
  TempFolder folder_;
  std::unique_ptr<broker::ForgetLog> log_ = GetParam().make(folder_.path());
};

TEST_P(ForgetLogContract, KnowsWhatItWasToldAndNothingElse) {
  ASSERT_TRUE(log_->add({offer_number(1), offer_number(2)}));
  EXPECT_TRUE(log_->contains(offer_number(1)));
  EXPECT_TRUE(log_->contains(offer_number(2)));
  EXPECT_FALSE(log_->contains(offer_number(3)));
  EXPECT_FALSE(log_->contains({RecordKind::key, uuid_number(1)})) << "another kind is another entity";
}

TEST_P(ForgetLogContract, NothingAndTheSameAgainAreFine) {
  EXPECT_TRUE(log_->add({}));
  EXPECT_TRUE(log_->add({offer_number(1), offer_number(1)}));
  EXPECT_TRUE(log_->add({offer_number(1)}));
  EXPECT_TRUE(log_->contains(offer_number(1)));
}

INSTANTIATE_TEST_SUITE_P(Every, ForgetLogContract,
                         testing::Values(Subject{"File", make_file}, Subject{"Memory", make_memory}),
                         [](const auto& subject) { return subject.param.name; });

class ForgetLogFile : public testing::Test {
 protected:
  Result<std::unique_ptr<FileForgetLog>> open() {
    CountedRandom random;
    return FileForgetLog::open(folder_.path(), random);
  }
  [[nodiscard]] std::string content() const {
    std::ifstream file(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>{file}, {}};
  }
  void write(const std::string& text) const { std::ofstream(path_, std::ios::binary | std::ios::trunc) << text; }

  TempFolder folder_;
  std::filesystem::path path_ = folder_ / "forget.log";
};

TEST_F(ForgetLogFile, RemembersAtTheNextStart) {
  ASSERT_TRUE(open().value()->add({offer_number(1)}));
  ASSERT_TRUE(open().value()->add({offer_number(2)}));
  const auto log = open().value();
  EXPECT_TRUE(log->contains(offer_number(1)));
  EXPECT_TRUE(log->contains(offer_number(2)));
  EXPECT_FALSE(log->contains(offer_number(3)));
}

TEST_F(ForgetLogFile, HoldsNoIdInTheClearAndIsPrivate) {
  ASSERT_TRUE(open().value()->add({offer_number(1)}));
  EXPECT_EQ(content().find(to_hex(offer_number(1).uuid.bytes)), std::string::npos);
  EXPECT_EQ(std::filesystem::status(path_).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(ForgetLogFile, TwoFilesHashTheSameIdDifferently) {
  TempFolder other;
  CountedRandom random{100};
  ASSERT_TRUE(open().value()->add({offer_number(1)}));
  ASSERT_TRUE(FileForgetLog::open(other.path(), random).value()->add({offer_number(1)}));
  std::ifstream file(other / "forget.log");
  const std::string theirs{std::istreambuf_iterator<char>{file}, {}};
  EXPECT_NE(theirs.substr(theirs.find('\n')), content().substr(content().find('\n')));
}

TEST_F(ForgetLogFile, WhatIsThereAlreadyIsNotWrittenTwice) {
  const auto log = open().value();
  ASSERT_TRUE(log->add({offer_number(1)}));
  const std::string once = content();
  ASSERT_TRUE(log->add({offer_number(1)}));
  EXPECT_EQ(content(), once);
}

TEST_F(ForgetLogFile, ATruncatedLastLineIsIgnoredAndTheNextOneIsWhole) {
  ASSERT_TRUE(open().value()->add({offer_number(1), offer_number(2)}));
  const std::string whole = content();
  for (std::size_t cut = 1; cut <= 64; ++cut) {
    write(whole.substr(0, whole.size() - cut));
    const auto log = open();
    ASSERT_TRUE(log) << cut << ": " << log.error().message;
    EXPECT_NE((*log)->contains(offer_number(1)), (*log)->contains(offer_number(2))) << cut;
    ASSERT_TRUE((*log)->add({offer_number(1), offer_number(2)}));
    EXPECT_EQ(content().size(), whole.size()) << cut;
    EXPECT_TRUE(open().value()->contains(offer_number(2)));
  }
}

TEST_F(ForgetLogFile, AnUnreadableLineIsRefusedWithItsNumber) {
  ASSERT_TRUE(open().value()->add({offer_number(1), offer_number(2)}));
  std::string text = content();
  text[text.find('\n') + 3] = '?';
  write(text);
  const auto refused = open();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::corrupt);
  EXPECT_NE(refused.error().message.find("forget.log:2:"), std::string::npos) << refused.error().message;
}

TEST_F(ForgetLogFile, AFileWithoutItsTitleIsRefused) {
  write("");
  EXPECT_EQ(open().error().code, Errc::corrupt);
  write("mur-forget-log 2 00\n");
  EXPECT_EQ(open().error().code, Errc::corrupt);
}

}  // namespace
}  // namespace mur::test
