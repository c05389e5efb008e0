#pragma once

#include <deque>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>

#include "broker/ctl/client.h"
#include "broker/ctl/exit.h"
#include "broker/ctl/table.h"

namespace mur::ctl {

/// What is said before or after any command.
struct Globals {
  std::filesystem::path data;
  std::filesystem::path key;   ///< empty: DATA/keys/admin.key
  std::string broker;          ///< empty: as the key file says
  std::string clock;           ///< empty: the machine's
  std::optional<double> wait;  ///< seconds
  bool json = false;
};

/// What main gives a command to work with.
struct Surroundings {
  std::ostream& out;
  std::ostream& err;
  std::size_t width = 0;  ///< of the terminal, in columns; 0: none, lines are as long as they get
  RandomSource& random;
};

/// What a command works with: what was said for all commands, where to write, and the broker when asked for.
class Context {
 public:
  Context(Globals globals, const Surroundings& around) : globals_{std::move(globals)}, around_{around} {}

  [[nodiscard]] const Globals& globals() const { return globals_; }
  [[nodiscard]] bool json() const { return globals_.json; }
  [[nodiscard]] std::ostream& out() { return around_.out; }
  [[nodiscard]] RandomSource& random() { return around_.random; }
  [[nodiscard]] std::size_t width() const { return around_.width; }

  /// The broker, with this command's key; connects at the first call.
  [[nodiscard]] Result<Client*> client(Client::Look look = Client::Look::records);
  /// The clock of `--clock`, else the machine's. For what is done without a broker.
  [[nodiscard]] Result<const Clock*> clock();
  /// The hub's: of its record, else of DATA/hub.toml, else UTC.
  [[nodiscard]] calendar::Zone zone();

  /// Shows a list; `when_empty` instead where it has no row (--json then says nothing).
  void show(const Table& table, std::string_view when_empty);
  /// Shows one thing: `text` to people, `object` to programs.
  void say(const std::string& text, const Json& object);
  /// What a sentence leaves to the receipt: the post's status, where it has one; or nothing but that nothing changed.
  enum class Ending : unsigned char { status, none };
  /// Shows `what` was done.
  void say(const std::string& what, const Receipt& receipt, Ending ending = Ending::status);
  /// Sends a command, waits, and shows `what` was done.
  Status carry_out(Command command, const std::string& what, Ending ending = Ending::status);
  /// Something is amiss, and the command goes on: "murctl: …" on standard error. The exit code stays.
  void warn(const std::string& text) { warn(text, Json{{"warning", text}}); }
  void warn(const std::string& text, const Json& object);
  /// A part has failed; the command goes on, and will end with kRefused.
  void complain(const Error& error);
  [[nodiscard]] bool has_complained() const { return complained_; }
  /// Writes an error as people or programs read it.
  void write(const Error& error);

 private:
  Globals globals_;
  Surroundings around_;
  std::unique_ptr<Clock> clock_;
  std::unique_ptr<Client> client_;
  bool complained_ = false;
};

}  // namespace mur::ctl
