package org.gfpaudit.analyzer.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/**
 * What functions take that the tree declares and does not define, as the headers of a kernel alone
 * do. The index has no prototypes: they are looked for in the file that calls the function, in the
 * headers beside it and in those of the kernel. Safe for several threads.
 */
final class Prototypes {
  private static final String KERNEL_HEADERS = "include/linux/";

  private final Program program;
  private final Memo<Wanted, List<ArgumentRoles>> known;

  /** A function, and the file that calls it. */
  private record Wanted(SourceFile file, String name) {}

  Prototypes(Program program) {
    this.program = program;
    this.known = new Memo<>(program.tracing(), "prototypes");
  }

  /** One for each prototype of {@code name} that {@code file} can mean; those of its own first. */
  List<ArgumentRoles> of(SourceFile file, String name) {
    return known.get(new Wanted(file, name), wanted -> find(file, name));
  }

  private List<ArgumentRoles> find(SourceFile file, String name) {
    // A declaration starts at the edge; a call does not, and alone is no reason to read the file.
    Pattern head =
        Pattern.compile("(?m)^[A-Za-z_][\\w \\t*]*[\\s*]" + Pattern.quote(name) + "\\s*\\(");
    List<ArgumentRoles> own = in(file, head);
    if (!own.isEmpty()) {
      return own;
    }
    String path = program.index().path(file);
    String directory = path.substring(0, path.lastIndexOf('/') + 1);
    List<ArgumentRoles> all = new ArrayList<>();
    for (SourceFile header : (Iterable<SourceFile>) program.index().files()::iterator) {
      String other = program.index().path(header);
      if (other.endsWith(".h") && (other.startsWith(directory) || other.contains(KERNEL_HEADERS))) {
        in(header, head).stream().filter(each -> !all.contains(each)).forEach(all::add);
      }
    }
    return all;
  }

  private List<ArgumentRoles> in(SourceFile file, Pattern head) {
    List<ArgumentRoles> all = new ArrayList<>();
    if (!program.isFound(file, head)) {
      return all;
    }
    SourceText text = program.freshText(file);
    String content = new String(text.bytes(), StandardCharsets.ISO_8859_1);
    for (Matcher matcher = head.matcher(content); matcher.find(); ) {
      int open = matcher.end() - 1;
      int close = closing(content, open);
      if (isDeclaration(content, close) && isAtFileScope(file, open)) {
        Parsed<FunctionDefinition> read = program.prototype(text, new Span(open, close + 1));
        all.add(ArgumentRoles.of(read.variants().get(0).tree(), PresenceCondition.TRUE));
      }
    }
    return all;
  }

  /** The parenthesis that closes the one at {@code open}; the end of the text where none does. */
  private static int closing(String content, int open) {
    int depth = 0;
    for (int at = open; at < content.length(); at++) {
      char c = content.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return content.length();
  }

  /** Whether what ends in the parenthesis at {@code close} has no body. */
  private static boolean isDeclaration(String content, int close) {
    int at = close + 1;
    while (at < content.length() && ";{}=".indexOf(content.charAt(at)) < 0) {
      at++;
    }
    return at < content.length() && content.charAt(at) == ';';
  }

  private boolean isAtFileScope(SourceFile file, int offset) {
    for (Entity other : program.index().entitiesOf(file)) {
      if (program.index().extent(other).contains(offset)) {
        return false;
      }
    }
    return true;
  }
}
