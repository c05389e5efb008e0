#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string_view>

#include "broker/ports/forget_log.h"
#include "shared/base/digest.h"
#include "shared/base/random.h"

namespace mur::broker {

/// `forget.log` in the data folder: one line of text an id (layout: SCHEMA.md), appended and fsynced. A last line that
/// a crash cut off was never acknowledged and is taken away.
class FileForgetLog final : public ForgetLog {
 public:
  /// Opens the file, or makes one with a salt of its own. Errc::corrupt if a line that is not the last cannot be read:
  /// starting without it could bring back what someone had erased. Errc::io.
  [[nodiscard]] static Result<std::unique_ptr<FileForgetLog>> open(const std::filesystem::path& folder,
                                                                   RandomSource& random);
  ~FileForgetLog() override;
  FileForgetLog(const FileForgetLog&) = delete;
  FileForgetLog& operator=(const FileForgetLog&) = delete;

  Status add(const std::vector<RecordId>& ids) override;
  [[nodiscard]] bool contains(const RecordId& id) const override;

 private:
  struct Content {
    SecretKey256 salt{};
    std::set<Digest256> hashes;
    std::size_t whole_bytes = 0;  ///< up to the end of the last whole line
  };
  static Result<Content> parse(const std::filesystem::path& path, std::string_view text);

  FileForgetLog(std::filesystem::path path, int file, Content content);
  [[nodiscard]] Digest256 hash(const RecordId& id) const;

  std::filesystem::path path_;
  int file_;
  Content content_;
  bool broken_ = false;  ///< an fsync failed: what the disk holds is unknown
};

}  // namespace mur::broker
