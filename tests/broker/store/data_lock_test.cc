#include "broker/store/data_lock.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <optional>

#include "tests/support/temp_folder.h"

namespace mur::test {
namespace {

using broker::DataLock;

TEST(DataLock, ASecondProgramIsToldWhoHasTheFolder) {
  const TempFolder folder;
  const auto first = DataLock::take(folder.path());
  ASSERT_TRUE(first);
  EXPECT_EQ(first->folder(), folder.path());
  const auto second = DataLock::take(folder.path());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, Errc::conflict);
  EXPECT_NE(second.error().message.find("already in use by process " + std::to_string(::getpid()) + ";"),
            std::string::npos)
      << second.error().message;
}

TEST(DataLock, IsFreeOnceItsHolderLetsGo) {
  const TempFolder folder;
  std::optional<DataLock> first = DataLock::take(folder.path()).value();
  std::optional<DataLock> second = std::move(*first);
  first.reset();
  EXPECT_FALSE(DataLock::take(folder.path())) << "moving is not letting go";
  second.reset();
  EXPECT_TRUE(DataLock::take(folder.path()));
}

TEST(DataLock, IsFreeOnceItsHolderIsKilled) {
  const TempFolder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    const auto lock = DataLock::take(folder.path());
    ::_exit(lock ? 0 : 1);  // no destructor runs, as with kill -9
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_EQ(status, 0);
  EXPECT_TRUE(DataLock::take(folder.path()));
}

TEST(DataLock, MakesTheFolderForItsOwnerOnly) {
  const TempFolder folder;
  const auto lock = DataLock::take(folder / "new");
  ASSERT_TRUE(lock);
  EXPECT_EQ(std::filesystem::status(folder / "new").permissions(), std::filesystem::perms::owner_all);
}

}  // namespace
}  // namespace mur::test
