package org.gfpaudit.analyzer.kbuild;

import java.util.List;
import java.util.Optional;

/** One logical line of a makefile, taken apart as far as a variable's value depends on it. */
record Statement(Kind kind, String name, String value) {
  /** What a line does. */
  enum Kind {
    /** {@code name = value}. */
    DEFINE,
    /** {@code name := value}. */
    SET,
    /** {@code name += value}, and {@code ?=}, which adds where there is nothing. */
    ADD,
    /**
     * {@code ifeq}, {@code ifneq}, {@code ifdef}, {@code ifndef} by name; the test is the value.
     */
    IF,
    /** {@code else}, alone or followed by the statement that is the value. */
    ELSE,
    ENDIF,
    INCLUDE,
    /** {@code define}: what follows up to {@code endef} is a text. */
    DEFINE_TEXT,
    ENDEF,
    /** A target; recipe lines may follow. */
    RULE,
    OTHER
  }

  private static final List<String> PREFIXES = List.of("export", "override", "unexport", "private");

  static Statement of(String line) {
    String text = line.strip();
    Optional<Statement> directive = directive(text);
    if (directive.isPresent()) {
      return directive.get();
    }
    for (String prefix : PREFIXES) {
      if (startsWithWord(text, prefix)) {
        return of(text.substring(prefix.length()));
      }
    }
    return assignmentOrRule(text);
  }

  private static Optional<Statement> directive(String text) {
    int end = 0;
    while (end < text.length() && (Character.isLetter(text.charAt(end)) || end == 0)) {
      end++;
    }
    String word = text.substring(0, end);
    String rest = text.substring(end).strip();
    // A variable may bear a directive's name.
    if (rest.startsWith("=") || rest.startsWith(":=") || rest.startsWith("+=")) {
      return Optional.empty();
    }
    Kind kind =
        switch (word) {
          case "ifeq", "ifneq", "ifdef", "ifndef" -> Kind.IF;
          case "else" -> Kind.ELSE;
          case "endif" -> Kind.ENDIF;
          case "include", "sinclude", "-include" -> Kind.INCLUDE;
          case "define" -> Kind.DEFINE_TEXT;
          case "endef" -> Kind.ENDEF;
          default -> Kind.OTHER;
        };
    return kind == Kind.OTHER ? Optional.empty() : Optional.of(new Statement(kind, word, rest));
  }

  private static Statement assignmentOrRule(String text) {
    for (int at = 0; at < text.length(); at = MakeText.after(text, at)) {
      char c = text.charAt(at);
      if (c == '=') {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        int nameEnd = at;
        while (nameEnd > 0 && ":?+!".indexOf(text.charAt(nameEnd - 1)) >= 0) {
          nameEnd--;
        }
        Kind kind =
            switch (before) {
              case ':' -> Kind.SET;
              case '+', '?' -> Kind.ADD;
              case '!' -> Kind.OTHER;
              default -> Kind.DEFINE;
            };
        String name = text.substring(0, nameEnd).strip();
        return new Statement(kind, name, text.substring(at + 1).strip());
      }
      boolean isAssigned = at + 1 < text.length() && ":=".indexOf(text.charAt(at + 1)) >= 0;
      if (c == ':' && !isAssigned) {
        return new Statement(Kind.RULE, "", "");
      }
    }
    return new Statement(Kind.OTHER, "", "");
  }

  private static boolean startsWithWord(String text, String word) {
    return text.startsWith(word)
        && text.length() > word.length()
        && Character.isWhitespace(text.charAt(word.length()));
  }
}
