package org.gfpaudit.analyzer.patch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.lex.Lexer;
import org.gfpaudit.grammar.lex.TokenBuffer;
import org.gfpaudit.grammar.lex.TokenKind;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.fix.Edit;

/**
 * Holds every use of the names of functions that get another parameter against the edits. A use
 * that is neither edited nor put into a field whose type changes too would hand over too little,
 * and a compiler does not always see it.
 */
final class NameUses {
  private static final Pattern EXPORT = Pattern.compile("EXPORT_\\w+");
  private static final Set<String> TAGS = Set.of("struct", "union", "enum", "goto");

  private final PatchContext context;
  private final SharedSignature shared;
  private final List<Edit> edits;
  private final Set<String> names;
  private final Set<String> fields;

  /**
   * @param edits all that the change makes
   */
  NameUses(PatchContext context, SharedSignature shared, List<Edit> edits) {
    this.context = context;
    this.shared = shared;
    this.edits = List.copyOf(edits);
    this.names =
        shared.functions().stream().map(context.program()::name).collect(Collectors.toSet());
    this.fields = shared.fields().stream().map(field -> field.field()).collect(Collectors.toSet());
  }

  /**
   * @throws NoFixException at the first use, by file and line, that the edits leave as it is
   */
  void requireEdited() throws NoFixException {
    for (SourceFile file : files()) {
      requireEdited(context.program().freshText(file));
    }
  }

  /** The files in which the functions are defined, called, declared or named in another way. */
  private SortedSet<SourceFile> files() {
    SourceIndex index = context.program().index();
    SortedSet<SourceFile> files = new TreeSet<>();
    for (Entity function : shared.functions()) {
      SourceFile own = index.fileOf(function);
      files.add(own);
      if (SharedSignature.isSeenElsewhere(function, context)) {
        Name name = index.nameOf(function);
        index.addressTakers(name).forEach(taker -> files.add(index.fileOf(taker)));
        index
            .initializersWithValue(name)
            .forEach(initializer -> files.add(index.fileOf(initializer.entity())));
        index
            .definitions(context.program().name(function))
            .forEach(other -> files.add(index.fileOf(other)));
      }
    }
    shared.callers().forEach(caller -> files.add(index.fileOf(caller)));
    return files;
  }

  private void requireEdited(SourceText text) throws NoFixException {
    byte[] bytes = text.bytes();
    TokenBuffer tokens = Lexer.lex(bytes, 0, bytes.length);
    for (int i = 0; i < tokens.count(); i++) {
      String word = word(tokens, i, text);
      if (tokens.kind(i) == TokenKind.DIRECTIVE) {
        requireUnnamed(word, tokens.start(i), text);
      } else if (names.contains(word) && !isOther(tokens, i, text) && !isEdited(tokens, i, text)) {
        throw new NoFixException(
            "its name is used at "
                + text.path()
                + ":"
                + text.line(tokens.start(i))
                + " in a way that the change cannot follow; change that place by hand first");
      }
    }
  }

  private void requireUnnamed(String directive, int start, SourceText text) throws NoFixException {
    for (String name : names) {
      if (Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(directive).find()) {
        throw new NoFixException(
            "a macro names "
                + name
                + "() at "
                + text.path()
                + ":"
                + text.line(start)
                + "; change the macro by hand first");
      }
    }
  }

  private static String word(TokenBuffer tokens, int token, SourceText text) {
    boolean isText =
        token >= 0
            && token < tokens.count()
            && (tokens.kind(token) == TokenKind.IDENTIFIER
                || tokens.kind(token) == TokenKind.DIRECTIVE);
    return isText
        ? new String(
            text.bytes(),
            tokens.start(token),
            tokens.end(token) - tokens.start(token),
            StandardCharsets.ISO_8859_1)
        : "";
  }

  private static int kind(TokenBuffer tokens, int token) {
    return token >= 0 && token < tokens.count() ? tokens.kind(token) : TokenKind.END;
  }

  /** Whether the word is the name of a field or a tag, or stands where it is exported. */
  private static boolean isOther(TokenBuffer tokens, int at, SourceText text) {
    int before = kind(tokens, at - 1);
    return before == TokenKind.DOT
        || before == TokenKind.ARROW
        || TAGS.contains(word(tokens, at - 1, text))
        || (before == TokenKind.LPAREN && EXPORT.matcher(word(tokens, at - 2, text)).matches());
  }

  private boolean isEdited(TokenBuffer tokens, int at, SourceText text) {
    if (kind(tokens, at + 1) == TokenKind.LPAREN) {
      Span arguments = new Span(tokens.start(at + 1), closing(tokens, at + 1));
      return edits.stream()
          .anyMatch(
              edit -> edit.file().equals(text.path()) && arguments.contains(edit.span().start()));
    }
    int equals = kind(tokens, at - 1) == TokenKind.AND ? at - 2 : at - 1;
    int before = kind(tokens, equals - 2);
    int after = kind(tokens, at + 1);
    return kind(tokens, equals) == TokenKind.ASSIGN
        && (before == TokenKind.DOT || before == TokenKind.ARROW)
        && (after == TokenKind.COMMA || after == TokenKind.RBRACE || after == TokenKind.SEMICOLON)
        && fields.contains(word(tokens, equals - 1, text));
  }

  /** Behind the parenthesis that closes the one at a token. */
  private static int closing(TokenBuffer tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.count(); i++) {
      if (tokens.kind(i) == TokenKind.LPAREN) {
        depth++;
      } else if (tokens.kind(i) == TokenKind.RPAREN && --depth == 0) {
        return tokens.end(i);
      }
    }
    return tokens.end(tokens.count() - 1);
  }
}
