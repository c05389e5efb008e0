#include "broker/ctl/find_id.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "broker/ctl/plain.h"
#include "broker/ctl/record_text.h"
#include "shared/base/text.h"

namespace mur::ctl {
namespace {

constexpr std::size_t kLeastDigits = 4;
constexpr std::size_t kMostListed = 8;

std::string described(const Record& record) {
  const RecordId id = id_of(record);
  const std::string title = fit(plain(title_of(record)), 40);
  return title.empty() ? to_string(id) : fmt::format("{} \"{}\"", to_string(id), title);
}

std::string kinds_text(std::initializer_list<RecordKind> kinds) {
  std::string text;
  for (const RecordKind kind : kinds) text += (text.empty() ? "" : " or ") + std::string(to_string(kind));
  return text;
}

}  // namespace

Result<RecordId> find_id(const Wall& wall, std::string_view text, std::initializer_list<RecordKind> kinds) {
  std::string_view digits = text;
  std::string_view named;
  if (const auto slash = text.find('/'); slash != std::string_view::npos) {
    named = text.substr(0, slash);
    digits = text.substr(slash + 1);
  }
  const auto is_digit = [](char c) { return std::string_view{"0123456789abcdefABCDEF-"}.contains(c); };
  if (digits.size() < kLeastDigits || !std::ranges::all_of(digits, is_digit))
    return fail(Errc::not_found, "ID",
                fmt::format("\"{}\" is no id; give four or more of its first digits, as the lists show them", text));
  std::string wanted{digits};
  std::ranges::transform(wanted, wanted.begin(), [](char c) { return c >= 'A' && c <= 'F' ? char(c - 'A' + 'a') : c; });

  std::vector<const Record*> found;
  for (const auto& [id, stamped] : wall.records()) {
    if (is_tombstone(stamped.record) || std::ranges::find(kinds, id.kind) == kinds.end()) continue;
    if (!named.empty() && named != to_string(id.kind)) continue;
    if (to_string(id.uuid).starts_with(wanted)) found.push_back(&stamped.record);
  }
  if (found.size() == 1) return id_of(*found.front());
  if (found.empty())
    return fail(Errc::not_found, "ID", fmt::format("no {} has an id that begins with \"{}\"", kinds_text(kinds), text));
  std::string list;
  for (std::size_t i = 0; i < std::min(found.size(), kMostListed); ++i) list += "\n  " + described(*found[i]);
  if (found.size() > kMostListed) list += fmt::format("\n  … and {} more", found.size() - kMostListed);
  return fail(Errc::conflict, "ID",
              fmt::format("{} ids begin with \"{}\"; give more digits of one of:{}", found.size(), text, list));
}

Result<OrganizationId> find_organization(const Wall& wall, std::string_view text) {
  if (const Organization* named = wall.organization_named(text)) return named->id;
  if (const auto id = find_id(wall, text, {RecordKind::organization}); id || id.error().code == Errc::conflict)
    return id ? Result<OrganizationId>{OrganizationId{id->uuid}} : Result<OrganizationId>{fail(id.error())};
  // One that is called almost so?
  const std::string wanted = fold(text);
  std::string list;
  wall.each<Organization>([&](const Organization& organization) {
    if (fold(organization.details.name).contains(wanted)) list += fmt::format("\n  {}", organization.details.name);
  });
  if (!list.empty())
    return fail(Errc::not_found, "organization",
                fmt::format("no organization is called \"{}\"; do you mean one of:{}", text, list));
  return fail(Errc::not_found, "organization",
              fmt::format("no organization is called \"{}\"; see `murctl organization list`, or add it with "
                          "`murctl organization add`",
                          text));
}

}  // namespace mur::ctl
