package org.gfpaudit.testdata.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A definition of a function.
 *
 * @param file the text of its file
 * @param tokens of the file
 * @param part from its first word to its closing brace
 * @param name where it is named
 * @param parameters the indexes of the tokens that open and close its parameters
 */
record Function(
    String file, List<Token> tokens, Part part, Token name, Part parameters, Statement body) {

  /** The functions of a file whose closing brace stands in column 0. */
  static Optional<Function> around(String file, List<Token> tokens, int offset) {
    int open = -1;
    for (int i = 0; i < tokens.size() && tokens.get(i).start() <= offset; i++) {
      if (tokens.get(i).is("{") && isAtLineStart(file, tokens.get(i).start())) {
        open = i;
      }
    }
    if (open < 1 || !tokens.get(open - 1).is(")")) {
      return Optional.empty();
    }
    int close = Tokens.closing(tokens, open);
    if (close < 0 || tokens.get(close).start() < offset) {
      return Optional.empty();
    }
    int bracket = opening(tokens, open - 1);
    if (bracket < 1 || !tokens.get(bracket - 1).isWord()) {
      return Optional.empty();
    }
    int first = bracket - 1;
    while (first > 0 && isOfHead(tokens.get(first - 1))) {
      first--;
    }
    if (first == bracket - 1) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Function(
              file,
              tokens,
              new Part(tokens.get(first).start(), tokens.get(close).end()),
              tokens.get(bracket - 1),
              new Part(bracket, open - 1),
              StatementReader.body(tokens, open)));
    } catch (IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static boolean isAtLineStart(String file, int offset) {
    return offset == 0 || file.charAt(offset - 1) == '\n';
  }

  private static boolean isOfHead(Token token) {
    return token.isWord() || token.is("*");
  }

  private static int opening(List<Token> tokens, int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      if (tokens.get(i).is(")")) {
        depth++;
      } else if (tokens.get(i).is("(")) {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  /** The text of its parameters. */
  String parameterText() {
    return file.substring(
        tokens.get(parameters.start()).end(), tokens.get(parameters.end()).start());
  }

  /** The names of its parameters. */
  List<String> parameterNames() {
    List<String> names = new ArrayList<>();
    for (Part parameter : arguments(tokens, parameters.start())) {
      List<Token> of = Tokens.of(parameter.of(file));
      of.stream()
          .filter(Token::isWord)
          .reduce((a, b) -> b)
          .map(Token::text)
          .filter(name -> !name.equals("void"))
          .ifPresent(names::add);
    }
    return names;
  }

  /** All statements of the body, each before those in it. */
  Stream<Statement> statements() {
    return body.all().skip(1);
  }

  /** What stands between the braces of the body. */
  Part inner() {
    return new Part(body.part().start() + 1, body.part().end() - 1);
  }

  /** What stands between the brackets behind the first word of a statement. */
  Part condition(Statement statement) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).start() > statement.part().start() && tokens.get(i).is("(")) {
        int start = tokens.get(i).end();
        int end = tokens.get(Tokens.closing(tokens, i)).start();
        return new Part(start, end);
      }
    }
    throw new IllegalArgumentException("no condition");
  }

  /** The names of its locals, as far as each is declared alone or behind commas in simple form. */
  Set<String> localNames() {
    Set<String> names = new TreeSet<>();
    statements()
        .filter(each -> each.kind() == Statement.Kind.DECLARATION)
        .forEach(
            each -> {
              List<Token> of = Tokens.of(each.part().of(file));
              for (int i = 1; i + 1 < of.size(); i++) {
                boolean ends = Set.of("=", ";", ",").contains(of.get(i + 1).text());
                boolean isOutside =
                    of.subList(0, i).stream()
                        .noneMatch(token -> token.is("=") || token.is("(") || token.is("{"));
                if (of.get(i).isWord() && ends && isOutside) {
                  names.add(of.get(i).text());
                }
              }
            });
    return names;
  }

  /** Where what is between brackets, and outside of inner ones, stands; by commas. */
  static List<Part> arguments(List<Token> tokens, int open) {
    List<Part> arguments = new ArrayList<>();
    int close = Tokens.closing(tokens, open);
    int first = open + 1;
    for (int i = open + 1; i <= close; i++) {
      Token token = tokens.get(i);
      if (i == close || token.is(",")) {
        if (i > first) {
          arguments.add(new Part(tokens.get(first).start(), tokens.get(i - 1).end()));
        }
        first = i + 1;
      } else if (token.is("(") || token.is("[") || token.is("{")) {
        i = Tokens.closing(tokens, i);
      }
    }
    return arguments;
  }
}
