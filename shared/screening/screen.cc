#include "shared/screening/screen.h"

#include <algorithm>

#include "shared/screening/abuse.h"
#include "shared/screening/address.h"
#include "shared/screening/letters.h"
#include "shared/screening/link.h"
#include "shared/screening/paid_work.h"
#include "shared/screening/people.h"
#include "shared/screening/phone.h"

namespace mur::screening {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string_view looked_at(std::string_view utf8) {
  if (utf8.size() <= kScreenedBytes) return utf8;
  std::size_t end = kScreenedBytes;
  while (end > 0 && is_continuation(utf8[end])) --end;
  return utf8.substr(0, end);
}

Mark mark_of(MarkKind kind, std::string_view field, const Span& span) {
  return {.kind = kind,
          .field = std::string(field),
          .offset = static_cast<std::uint32_t>(span.begin),
          .length = static_cast<std::uint32_t>(span.end - span.begin)};
}

MarkKind kind_of(LinkKind link) {
  switch (link) {
    case LinkKind::page: return MarkKind::link;
    case LinkKind::meeting: return MarkKind::meeting_link;
    case LinkKind::person: return MarkKind::phone_number;
  }
  return MarkKind::link;
}

/// Ways to reach people, and links: each byte belongs to one of them, the one that began first.
std::vector<Mark> ways(std::string_view field, std::string_view utf8, const std::vector<Word>& words) {
  std::vector<Mark> all;
  for (const Link& link : links_in(utf8, words)) all.push_back(mark_of(kind_of(link.kind), field, link.span));
  for (const Span& span : email_addresses(utf8, words)) all.push_back(mark_of(MarkKind::email_address, field, span));
  for (const Span& span : phone_numbers(utf8)) all.push_back(mark_of(MarkKind::phone_number, field, span));
  for (const Span& span : hidden_phone_numbers(utf8, words))
    all.push_back(mark_of(MarkKind::phone_number, field, span));
  std::ranges::stable_sort(all, {}, &Mark::offset);
  std::vector<Mark> kept;
  std::size_t done = 0;
  for (Mark& mark : all) {
    if (mark.offset < done) continue;
    done = mark.offset + mark.length;
    kept.push_back(std::move(mark));
  }
  return kept;
}

std::vector<Mark> marks_in(std::string_view field, std::string_view text, const std::vector<Word>& words) {
  std::vector<Mark> marks = ways(field, text, words);
  for (const FoundAbuse& abuse : abuse_in(text, words)) marks.push_back(mark_of(MarkKind::abuse, field, abuse.span));
  for (const Span& span : vulnerable_people_in(words)) marks.push_back(mark_of(MarkKind::vulnerable, field, span));
  for (const Span& span : named_people_in(text, words)) marks.push_back(mark_of(MarkKind::named_person, field, span));
  for (const Span& span : look_alikes(text, words)) marks.push_back(mark_of(MarkKind::look_alike, field, span));
  for (const Span& span : hidden_characters(text)) marks.push_back(mark_of(MarkKind::hidden_characters, field, span));
  return marks;
}

std::vector<Mark> in_order(std::vector<Mark> marks) {
  std::ranges::stable_sort(marks, {}, &Mark::offset);
  return marks;
}

}  // namespace

std::vector<Mark> screen(std::string_view field, std::string_view utf8) {
  const std::string_view text = looked_at(utf8);
  return in_order(marks_in(field, text, words_in(text)));
}

std::vector<Mark> screen_need(std::string_view field, std::string_view utf8) {
  const std::string_view text = looked_at(utf8);
  const std::vector<Word> words = words_in(text);
  std::vector<Mark> marks = marks_in(field, text, words);
  for (const Span& span : paid_work_in(text, words)) marks.push_back(mark_of(MarkKind::paid_work, field, span));
  return in_order(std::move(marks));
}

std::string why(MarkKind kind, std::string_view piece) {
  std::string reason = to_string(kind);
  if (kind != MarkKind::abuse) return reason;
  const auto found = abuse_in(piece, words_in(piece));
  return found.empty() ? reason : reason + " (" + to_string(found.front().abuse) + ")";
}

std::string excerpt(std::string_view utf8, const Mark& mark, std::size_t around) {
  const std::size_t begin = mark.offset;
  const std::size_t end = begin + mark.length;
  if (mark.length == 0 || end > utf8.size() || end < begin || is_continuation(utf8[begin])) return {};
  if (end < utf8.size() && is_continuation(utf8[end])) return {};
  std::size_t from = begin > around ? begin - around : 0;
  if (from > 0) {
    const std::size_t blank = utf8.substr(from, begin - from).find_first_of(" \n");
    if (blank != std::string_view::npos) from += blank + 1;
  }
  while (from < begin && is_continuation(utf8[from])) ++from;
  std::size_t to = std::min(utf8.size(), end + around);
  if (to < utf8.size()) {
    const std::size_t blank = utf8.substr(end, to - end).find_last_of(" \n");
    if (blank != std::string_view::npos) to = end + blank;
  }
  while (to > end && to < utf8.size() && is_continuation(utf8[to])) --to;
  std::string text = from > 0 ? "…" : "";
  text.append(utf8.substr(from, begin - from)).append("[").append(utf8.substr(begin, end - begin)).append("]");
  text.append(utf8.substr(end, to - end));
  if (to < utf8.size()) text += "…";
  std::ranges::replace(text, '\n', ' ');
  return text;
}

}  // namespace mur::screening
