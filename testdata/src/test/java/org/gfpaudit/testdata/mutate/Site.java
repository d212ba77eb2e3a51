package org.gfpaudit.testdata.mutate;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.AuditRow;

/**
 * A call in a real tree with the mask it is given.
 *
 * @param function the function around it
 * @param callee the called name's token
 * @param call from the called name to the closing bracket
 * @param mask the mask argument
 * @param statement the innermost statement around the call
 */
record Site(
    AuditRow row, Function function, Token callee, Part call, Part mask, Statement statement) {

  /** The call of a row, if it is one with a mask and stands in a function that can be copied. */
  static Optional<Site> of(AuditRow row, String file, List<Token> tokens) {
    int offset = offset(file, row.place().line(), row.place().column());
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).start() == offset) {
        return of(row, file, tokens, i);
      }
    }
    return Optional.empty();
  }

  private static Optional<Site> of(AuditRow row, String file, List<Token> tokens, int callee) {
    if (!tokens.get(callee).isWord() || !tokens.get(callee + 1).is("(")) {
      return Optional.empty();
    }
    String wanted = Tokens.normal(row.mask());
    List<Part> masks =
        Function.arguments(tokens, callee + 1).stream()
            .filter(argument -> Tokens.normal(argument.of(file)).equals(wanted))
            .toList();
    Token name = tokens.get(callee);
    Optional<Function> function = Function.around(file, tokens, name.start());
    if (masks.size() != 1 || function.isEmpty()) {
      return Optional.empty();
    }
    Statement statement = function.get().body().around(name.start());
    if (statement.hasDirective() || statement.kind() == Statement.Kind.BLOCK) {
      return Optional.empty();
    }
    int close = Tokens.closing(tokens, callee + 1);
    Part call = new Part(name.start(), tokens.get(close).end());
    return Optional.of(new Site(row, function.get(), name, call, masks.get(0), statement));
  }

  private static int offset(String file, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = file.indexOf('\n', start) + 1;
    }
    return start + column - 1;
  }

  /** The text of the mask argument. */
  String maskText() {
    return mask.of(function.file());
  }

  /** The text of the mapping, or a null pointer where the call has none. */
  boolean hasMapping() {
    return !row.mapping().isEmpty();
  }

  /** For people: the file, the line and the function. */
  String name() {
    return row.place().fileAndLine() + " " + row.place().function();
  }
}
