package org.gfpaudit.grammar.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/**
 * The C samples of testdata. A sample is divided into definitions by blank lines that a line
 * starting in column 0 follows - a plain look that a mistake of the lexer cannot spoil.
 */
final class Samples {
  /** Type names of the samples end as the kernel's mostly do. */
  static final Predicate<String> IS_TYPE_NAME = name -> name.endsWith("_t");

  private Samples() {}

  static Path root() {
    return Path.of(System.getProperty("gfpaudit.testdata", "../testdata"), "grammar");
  }

  static List<Path> files(String directory) throws IOException {
    try (Stream<Path> files = Files.list(root().resolve(directory))) {
      return files.filter(file -> file.toString().endsWith(".c")).sorted().toList();
    }
  }

  static SourceText read(Path file) throws IOException {
    return new SourceText(file.getFileName().toString(), Files.readAllBytes(file));
  }

  /** The spans of a sample's definitions, the comment at its head left out. */
  static List<Span> definitions(SourceText text) {
    List<Span> found = new ArrayList<>();
    int start = -1;
    int end = 0;
    boolean blankBefore = true;
    for (int line = 1; line <= text.lineCount(); line++) {
      Span span = text.lineSpan(line);
      String content = text.text(span);
      boolean opens = !content.isEmpty() && " \t}/".indexOf(content.charAt(0)) < 0;
      boolean ownLine = content.startsWith("#define") && start < 0;
      if (opens && (blankBefore || ownLine || start < 0)) {
        if (start >= 0) {
          found.add(new Span(start, end));
        }
        start = span.start();
      }
      if (!content.isBlank()) {
        end = span.end();
        boolean complete = start >= 0 && text.text(new Span(start, end)).startsWith("#define");
        if (complete && !content.endsWith("\\")) {
          found.add(new Span(start, end));
          start = -1;
        }
      }
      blankBefore = content.isBlank();
    }
    if (start >= 0) {
      found.add(new Span(start, end));
    }
    return found;
  }
}
